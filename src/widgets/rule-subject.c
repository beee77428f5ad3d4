/* What a condition can be on: a column, the days since a date, a metric; and the tests that fit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-subject.h"

#include <glib/gi18n-lib.h>

static void
subject_free (BwRuleSubject *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->group);
  g_free (self->currency);
  g_free (self->column);
  g_free (self);
}

static BwRuleSubject *
add (GPtrArray  *subjects,
     BwSubject   subject,
     const char *name,
     const char *title,
     const char *group)
{
  BwRuleSubject *self = g_new0 (BwRuleSubject, 1);

  self->subject = subject;
  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->group = g_strdup (group);
  g_ptr_array_add (subjects, self);

  return self;
}

static void
take_type (BwRuleSubject       *self,
           const BwPanelColumn *column)
{
  self->type = column->type;
  self->currency = g_strdup (column->currency);
  self->column = g_strdup (column->name);
}

static gboolean
has_several_sources (BwPanel *panel)
{
  for (guint i = 1; i < bw_panel_get_n_columns (panel); i++)
    if (g_strcmp0 (bw_panel_get_column (panel, i)->source,
                   bw_panel_get_column (panel, 0)->source) != 0)
      return TRUE;

  return FALSE;
}

static void
add_columns (GPtrArray *subjects,
             BwPanel   *panel)
{
  const gboolean several = has_several_sources (panel);

  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (panel, i);
      /* TRANSLATORS: heads a list of columns; %s is the export that they come from */
      g_autofree char *group = several && column->source != NULL ?
                               g_strdup_printf (_("Columns of %s"), column->source) :
                               g_strdup (_("Columns"));

      take_type (add (subjects, BW_SUBJECT_COLUMN, column->name, column->name, group), column);
    }
}

static void
add_days_since (GPtrArray *subjects,
                BwPanel   *panel)
{
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (panel, i);
      g_autofree char *title = NULL;

      if (column->type != BW_COLUMN_DATE && column->type != BW_COLUMN_DATE_TIME)
        continue;

      /* TRANSLATORS: %s is a date column */
      title = g_strdup_printf (_("Days since %s"), column->name);
      add (subjects, BW_SUBJECT_DAYS_SINCE, column->name, title, _("Days since a date"))->days =
        TRUE;
    }
}

static void
add_metrics (GPtrArray     *subjects,
             BwPanel       *panel,
             const BwModel *model)
{
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      const BwMetric *metric = bw_model_get_metric (model, i);
      BwRuleSubject *self = add (subjects, BW_SUBJECT_METRIC, metric->id, metric->name,
                                 _("Metrics, as raw values"));
      const guint column = metric->derivation.type != BW_DERIVE_COLUMN ?
                           BW_NONE : bw_panel_find_column (panel, metric->derivation.column);

      self->days = metric->derivation.type == BW_DERIVE_DAYS_SINCE ||
                   metric->derivation.type == BW_DERIVE_DAYS_BETWEEN;
      if (column != BW_NONE)
        take_type (self, bw_panel_get_column (panel, column));
    }
}

/* The columns of one export stand together, in the order in which the exports come. */
static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const BwRuleSubject *x = *(BwRuleSubject *const *) a;
  const BwRuleSubject *y = *(BwRuleSubject *const *) b;
  GHashTable *places = user_data;

  return GPOINTER_TO_INT (g_hash_table_lookup (places, x->group)) -
         GPOINTER_TO_INT (g_hash_table_lookup (places, y->group));
}

/**
 * bw_rule_subjects_list:
 *
 * Returns: (transfer full) (element-type BwRuleSubject): all that a condition can be on; the
 *   members of a group stand together
 */
GPtrArray *
bw_rule_subjects_list (BwPanel       *panel,
                       const BwModel *model)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) subject_free);
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  add_columns (subjects, panel);
  add_days_since (subjects, panel);
  add_metrics (subjects, panel, model);
  for (guint i = 0; i < subjects->len; i++)
    {
      char *group = ((BwRuleSubject *) g_ptr_array_index (subjects, i))->group;

      if (!g_hash_table_contains (places, group))
        g_hash_table_insert (places, group, GUINT_TO_POINTER (i));
    }
  g_ptr_array_sort_with_data (subjects, compare_groups, places);

  return subjects;
}

/**
 * bw_rule_subjects_are_same:
 *
 * Returns: whether both models offer the same metrics to build rules on
 */
gboolean
bw_rule_subjects_are_same (const BwModel *a,
                           const BwModel *b)
{
  if (bw_model_get_n_metrics (a) != bw_model_get_n_metrics (b))
    return FALSE;

  for (guint i = 0; i < bw_model_get_n_metrics (a); i++)
    {
      const BwMetric *x = bw_model_get_metric (a, i);
      const BwMetric *y = bw_model_get_metric (b, i);

      if (!g_str_equal (x->id, y->id) || !g_str_equal (x->name, y->name) ||
          x->derivation.type != y->derivation.type ||
          g_strcmp0 (x->derivation.column, y->derivation.column) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_rule_subjects_find:
 *
 * Returns: its index, or %BW_NONE
 */
guint
bw_rule_subjects_find (GPtrArray  *subjects,
                       BwSubject   subject,
                       const char *name)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      const BwRuleSubject *self = g_ptr_array_index (subjects, i);

      if (self->subject == subject && g_str_equal (self->name, name))
        return i;
    }

  return BW_NONE;
}

/**
 * bw_rule_type_to_words:
 *
 * Returns: what values of a type are: "number", "date"
 */
const char *
bw_rule_type_to_words (BwColumnType type)
{
  static const char *const words[BW_N_COLUMN_TYPES] = {
    [BW_COLUMN_NUMBER] = N_("number"),
    [BW_COLUMN_PERCENT] = N_("percent"),
    [BW_COLUMN_MONEY] = N_("money"),
    [BW_COLUMN_DATE] = N_("date"),
    [BW_COLUMN_DATE_TIME] = N_("date"),
    [BW_COLUMN_FLAG] = N_("yes or no"),
    [BW_COLUMN_CATEGORY] = N_("category"),
    [BW_COLUMN_TEXT] = N_("text"),
    [BW_COLUMN_KEY] = N_("text"),
  };

  return _(words[type]);
}

/* Kinds of values, as bits. */
enum
{
  TEXTS = 1 << 0,
  NUMBERS = 1 << 1,
  DATES = 1 << 2,
  FLAGS = 1 << 3,
  ALL = TEXTS | NUMBERS | DATES | FLAGS,
};

/* Every test and the values that it fits, in the order in which they are offered; of two that are
 * the same test the first that fits is meant. */
static const struct
{
  BwRuleTest test;
  guint      fits;
} rows[] = {
  /* TRANSLATORS: tests of a condition, between what is tested and what it is held to */
  { { BW_TEST_LESS, TRUE, N_("less than") }, NUMBERS },
  { { BW_TEST_AT_MOST, TRUE, N_("at most") }, NUMBERS },
  { { BW_TEST_MORE, TRUE, N_("more than") }, NUMBERS },
  { { BW_TEST_AT_LEAST, TRUE, N_("at least") }, NUMBERS },
  /* TRANSLATORS: tests of a condition on a date */
  { { BW_TEST_LESS, TRUE, N_("is before") }, DATES },
  { { BW_TEST_AT_MOST, TRUE, N_("is on or before") }, DATES },
  { { BW_TEST_MORE, TRUE, N_("is after") }, DATES },
  { { BW_TEST_AT_LEAST, TRUE, N_("is on or after") }, DATES },
  { { BW_TEST_BETWEEN, TRUE, N_("between") }, NUMBERS | DATES },
  { { BW_TEST_IS, TRUE, N_("is") }, ALL },
  { { BW_TEST_IS_NOT, TRUE, N_("is not") }, ALL },
  { { BW_TEST_ONE_OF, TRUE, N_("is one of") }, ALL & ~FLAGS },
  { { BW_TEST_CONTAINS, TRUE, N_("contains") }, TEXTS },
  { { BW_TEST_EMPTY, TRUE, N_("is empty") }, ALL },
  { { BW_TEST_EMPTY, FALSE, N_("is not empty") }, ALL },
};

static guint
kind_of (BwColumnType type)
{
  if (bw_column_type_is_coded (type))
    return TEXTS;
  if (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
    return DATES;

  return type == BW_COLUMN_FLAG ? FLAGS : NUMBERS;
}

static gboolean
is_test (const BwRuleTest *row,
         BwTest            test,
         gboolean          empty)
{
  return row->test == test && (test != BW_TEST_EMPTY || row->empty == empty);
}

/**
 * bw_rule_types_test_alike:
 *
 * Returns: whether the same tests fit values of both types
 */
gboolean
bw_rule_types_test_alike (BwColumnType a,
                          BwColumnType b)
{
  return kind_of (a) == kind_of (b);
}

/**
 * bw_rule_tests_fill:
 * @tests: (element-type BwRuleTest): those that fit values of @type, with titles to be translated;
 *   @test too, where a model file has it though it does not fit
 * @test: what is tested now; %BW_N_TESTS where nothing is
 *
 * Returns: the index of @test, or 0
 */
guint
bw_rule_tests_fill (GArray      *tests,
                    BwColumnType type,
                    BwTest       test,
                    gboolean     empty)
{
  g_array_set_size (tests, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].fits & kind_of (type))
      g_array_append_val (tests, rows[i].test);
  for (guint i = 0; i < tests->len; i++)
    if (is_test (&g_array_index (tests, BwRuleTest, i), test, empty))
      return i;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (is_test (&rows[i].test, test, empty))
      {
        g_array_append_val (tests, rows[i].test);
        return tests->len - 1;
      }

  return 0;
}
