/* Who is gone, and since when: what a panel says happened in the end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/outcome-parts.h"

#include "outcome/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (bw-outcome-error-quark, bw_outcome_error)

/* More values than that are counted, not named. */
#define MOST_NAMED 12

/* A longer value is cut. */
#define MOST_LETTERS 60

/* Returns: (transfer full): a value as it is named in a sentence */
static char *
cut_value (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, MOST_LETTERS * 4 + 4) <= MOST_LETTERS)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MOST_LETTERS);

  return g_strconcat (start, "…", NULL);
}

/**
 * bw_outcome_list_texts:
 * @values: (element-type BwOutcomeValue)
 *
 * Returns: (transfer full): “Active” (300), “Churned” (40); of many the first, and how many more there are
 */
char *
bw_outcome_list_texts (const GArray *values)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < MIN (values->len, MOST_NAMED); i++)
    {
      const BwOutcomeValue *value = &g_array_index (values, BwOutcomeValue, i);
      g_autofree char *text = cut_value (value->text);

      /* TRANSLATORS: one of several: a value, and how many customers have it */
      g_string_append_printf (texts, _("%s“%s” (%zu)"), i > 0 ? ", " : "", text, value->n);
    }
  if (values->len > MOST_NAMED)
    /* TRANSLATORS: after a list of values */
    g_string_append_printf (texts, ngettext (" and %u more", " and %u more", values->len - MOST_NAMED),
                            values->len - MOST_NAMED);

  return g_string_free (texts, FALSE);
}

static guint
find_column (BwPanel    *panel,
             const char *name,
             GError    **error)
{
  const guint column = bw_panel_find_column (panel, name);

  if (column == BW_NONE)
    g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_COLUMN,
                 _("There is no column “%s” in the panel. If it was left out of the import, give it the "
                   "role Outcome there."), name);

  return column;
}

/* Whether the values that are said to mean gone are there. */
static gboolean
check_gone_values (const BwPanelColumn *column,
                   const char *const   *gone,
                   const GArray        *values,
                   GError             **error)
{
  g_autofree char *texts = NULL;

  if (bw_told_is_date (column->type))
    {
      g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_VALUES,
                   _("“%s” is a date: who has one is gone, so no value can be chosen."), column->name);
      return FALSE;
    }

  for (guint i = 0; gone[i] != NULL; i++)
    {
      gboolean found = values->len == 0;

      for (guint j = 0; !found && j < values->len; j++)
        found = bw_words_are_alike (gone[i], g_array_index (values, BwOutcomeValue, j).text) ||
                (column->type == BW_COLUMN_FLAG &&
                 (g_str_equal (gone[i], "1") || g_str_equal (gone[i], "0")));
      if (found)
        continue;

      texts = bw_outcome_list_texts (values);
      g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_VALUES,
                   _("“%s” has no value “%s”. It has %s."), column->name, gone[i], texts);
      return FALSE;
    }

  return TRUE;
}

/* Whether some customer has a value, in whatever snapshot. */
static gboolean
has_values (BwPanel *panel,
            guint    column)
{
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      BwColumn *values = bw_snapshot_get_column (snapshot, column);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          if (!bw_column_is_missing (values, row))
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether the column can tell an outcome, as it is to be read. */
static gboolean
check_column (BwPanel               *panel,
              guint                  column,
              const BwOutcomeChoice *choice,
              GError               **error)
{
  const BwPanelColumn *source = bw_panel_get_column (panel, column);
  g_autoptr(GArray) values = bw_told_list_values (panel, column);
  g_autofree char *texts = NULL;

  if (choice->gone != NULL && choice->gone[0] != NULL)
    return check_gone_values (source, choice->gone, values, error);

  if (bw_column_type_is_coded (source->type) && values->len == 0 && has_values (panel, column))
    {
      g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_COLUMN,
                   _("“%s” has too many different values to tell who left. Choose a yes/no column, a "
                     "status, or the date of leaving. Dates that cannot be read as days count as such values."),
                   source->name);
      return FALSE;
    }
  if (!bw_outcome_values_are_clear (source, values) && values->len > 1)
    {
      texts = bw_outcome_list_texts (values);
      g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_VALUES,
                   _("“%s” has several values: %s. Say which of them mean that a customer is gone."),
                   source->name, texts);
      return FALSE;
    }

  return TRUE;
}

static BwTold *
tell (BwOutcome             *self,
      const BwOutcomeChoice *choice,
      GError               **error)
{
  if (choice->column == NULL)
    {
      if (bw_panel_get_n_snapshots (self->panel) < 2)
        {
          g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_TIME,
                       _("There is but one snapshot, so nobody can be missing from a later one. Import an "
                         "export of another month, or choose a column that tells who left."));
          return NULL;
        }
      return bw_told_new_vanished (self->panel);
    }

  self->column = find_column (self->panel, choice->column, error);
  if (self->column == BW_NONE || !check_column (self->panel, self->column, choice, error))
    return NULL;

  if (choice->gone != NULL && choice->gone[0] != NULL)
    self->gone_values = g_strdupv ((char **) choice->gone);

  return bw_told_new (self->panel, self->column, (const char *const *) self->gone_values);
}

/* Refuses an outcome of which there is but one kind. */
static gboolean
check_kinds (const BwTold    *told,
             const BwOutcome *self,
             GError         **error)
{
  const gsize n_gone = bw_told_count (told, BW_FATE_GONE);
  const gsize n_stayed = bw_told_count (told, BW_FATE_STAYED);
  const char *name = self->column != BW_NONE ? bw_panel_get_column (self->panel, self->column)->name
                                             : NULL;

  if (n_gone > 0 && n_stayed > 0)
    return TRUE;

  if (name == NULL)
    g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_ONE_VALUE,
                 _("No customer is missing from the newest snapshot: by that, nobody left. Choose a "
                   "column that tells who did."));
  else if (n_gone == 0 && n_stayed == 0)
    g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_ONE_VALUE,
                 _("“%s” is empty for every customer, so it tells nobody’s outcome. Choose another "
                   "column."), name);
  else if (n_gone == 0)
    g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_ONE_VALUE,
                 ngettext ("“%s” says of %zu customer alone, and that it stayed. Without some who left nothing "
                           "can be compared; choose another column, or another value that means gone.",
                           "“%s” says of all %zu customers that they stayed. Without some who left nothing "
                           "can be compared; choose another column, or another value that means gone.",
                           n_stayed), name, n_stayed);
  else
    g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_ONE_VALUE,
                 ngettext ("“%s” says of %zu customer alone, and that it is gone. Without some who stayed "
                           "nothing can be compared; choose another column, or another value that means gone.",
                           "“%s” says of all %zu customers that they are gone. Without some who stayed "
                           "nothing can be compared; choose another column, or another value that means gone.",
                           n_gone), name, n_gone);

  return FALSE;
}

/* Where the days come from: a column of their own, the column itself, or nowhere. */
static gboolean
find_days (BwOutcome             *self,
           const BwOutcomeChoice *choice,
           const BwTold          *told,
           GError               **error)
{
  const gboolean is_date = self->column != BW_NONE &&
                           bw_told_is_date (bw_panel_get_column (self->panel, self->column)->type);

  self->date_column = BW_NONE;
  if (is_date)
    self->date_column = self->column;
  else if (choice->date == NULL && self->column != BW_NONE)
    self->date_column = bw_outcome_find_date (self->panel, self->column, told->fates);
  else if (choice->date != NULL && choice->date[0] != '\0')
    {
      self->date_column = find_column (self->panel, choice->date, error);
      if (self->date_column == BW_NONE)
        return FALSE;
      if (!bw_told_is_date (bw_panel_get_column (self->panel, self->date_column)->type))
        {
          g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_COLUMN,
                       _("“%s” is no column of dates, so it cannot say when customers left."),
                       choice->date);
          return FALSE;
        }
    }

  self->dated = self->date_column != BW_NONE ||
                ((self->column == BW_NONE || told->n_moved > 0) &&
                 !(choice->date != NULL && choice->date[0] == '\0'));

  return TRUE;
}

/* The day of the newest snapshot, NaN where it has none. */
static double
find_newest_day (const BwOutcome *self)
{
  const guint n_snapshots = bw_panel_get_n_snapshots (self->panel);

  return n_snapshots > 0
         ? bw_snapshot_get_date (bw_panel_get_snapshot (self->panel, n_snapshots - 1)) : NAN;
}

/* The last day that is known of: the newest snapshot, or a later end that is not still to come. */
static double
find_end (const BwOutcome *self,
          double           today)
{
  double end = find_newest_day (self);

  for (gsize i = 0; self->dated && i < self->n_customers; i++)
    {
      if (self->fates[i] == BW_FATE_GONE && !(self->days[i] > today))
        end = fmax (end, self->days[i]);
    }

  return end;
}

/* Takes over what was told. A clock that is behind the snapshots tells nothing of what is to come. */
static void
take (BwOutcome             *self,
      const BwOutcomeChoice *choice,
      BwTold                *told)
{
  const double today = find_newest_day (self) > choice->today ? NAN : choice->today;

  self->n_customers = told->n_customers;
  self->fates = g_steal_pointer (&told->fates);
  self->days = g_steal_pointer (&told->days);
  for (gsize i = 0; !self->dated && i < self->n_customers; i++)
    self->days[i] = NAN;
  if (told->n_back > 0)
    bw_remarks_add (self->remarks, "came-back", BW_REMARK_NOTE,
                    g_strdup_printf (ngettext ("%zu customer left and came back; it counts as gone from the "
                                               "first time on.",
                                               "%zu customers left and came back; they count as gone from "
                                               "the first time on.", told->n_back), told->n_back));

  bw_outcome_check_number (self);
  bw_outcome_check_several (self, told, self->column);
  bw_outcome_check_days (self, today);
  bw_outcome_check_dates (self, choice->date == NULL);
  bw_outcome_check_rivals (self);
  for (gsize i = 0; i < self->n_customers; i++)
    self->counts[self->fates[i]]++;
  self->end = find_end (self, today);
}

/**
 * bw_outcome_new:
 * @panel: with a snapshot or more
 *
 * Reads who left, and when. What does not fit together is remarked upon, and customers of whom two
 * columns say opposite things are left out.
 *
 * Cost: a few passes over the columns that tell.
 *
 * Returns: (transfer full) (nullable): the outcome
 */
BwOutcome *
bw_outcome_new (BwPanel               *panel,
                const BwOutcomeChoice *choice,
                GError               **error)
{
  g_autoptr(BwOutcome) self = g_new0 (BwOutcome, 1);
  g_autoptr(BwTold) told = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->panel = bw_panel_ref (panel);
  self->column = BW_NONE;
  self->remarks = bw_remarks_new ();
  told = tell (self, choice, error);
  if (told == NULL || !check_kinds (told, self, error) || !find_days (self, choice, told, error))
    return NULL;

  take (self, choice, told);

  return g_steal_pointer (&self);
}

BwOutcome *
bw_outcome_ref (BwOutcome *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_outcome_unref (BwOutcome *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_panel_unref (self->panel);
  g_strfreev (self->gone_values);
  g_free (self->fates);
  g_free (self->days);
  g_free (self->starts);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}
