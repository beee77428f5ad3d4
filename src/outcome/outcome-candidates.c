/* The columns that may tell the outcome, the likeliest first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/outcome-parts.h"

#include "outcome/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How much of those who left a date column has to have, and at most of those who stayed. */
#define LEAST_COVERED 0.8
#define MOST_STRAY    0.05

/* More values than that are offered, but not by themselves. */
#define FEW_VALUES 12

/* Whether the dates of a column are there for those who left, and for hardly anybody else. */
static gboolean
is_date_of (BwPanel      *panel,
            guint         column,
            const guint8 *fates)
{
  g_autoptr(BwTold) dates = bw_told_new (panel, column, NULL);
  double gone = 0, dated_gone = 0, stayed = 0, dated_stayed = 0;

  for (gsize i = 0; i < dates->n_customers; i++)
    {
      const gboolean dated = dates->fates[i] == BW_FATE_GONE;

      gone += fates[i] == BW_FATE_GONE;
      dated_gone += fates[i] == BW_FATE_GONE && dated;
      stayed += fates[i] == BW_FATE_STAYED;
      dated_stayed += fates[i] == BW_FATE_STAYED && dated;
    }

  return dated_gone > 0 && dated_gone >= LEAST_COVERED * gone && dated_stayed <= MOST_STRAY * stayed;
}

/**
 * bw_outcome_find_date:
 * @column: that tells the outcome
 * @fates: (array): by customer, what it tells
 *
 * Returns: the column of dates that by its name and by what is in it says when they left, or %BW_NONE
 */
guint
bw_outcome_find_date (BwPanel      *panel,
                      guint         column,
                      const guint8 *fates)
{
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      const BwPanelColumn *other = bw_panel_get_column (panel, i);

      if (i != column && bw_told_is_date (other->type) && bw_words_mean_outcome (other->name) &&
          is_date_of (panel, i, fates))
        return i;
    }

  return BW_NONE;
}

/**
 * bw_outcome_values_are_clear:
 * @values: (element-type BwOutcomeValue): of @column
 *
 * Returns: whether it need not be said which of them mean gone
 */
gboolean
bw_outcome_values_are_clear (const BwPanelColumn *column,
                             const GArray        *values)
{
  guint n_known = 0, n_gone = 0;

  if (!bw_column_type_is_coded (column->type))
    return TRUE;

  for (guint i = 0; i < values->len; i++)
    {
      const BwOutcomeValue *value = &g_array_index (values, BwOutcomeValue, i);

      n_known += bw_words_of_value (value->text) != BW_SAYS_NOTHING;
      n_gone += value->gone;
    }

  return n_gone > 0 && (n_known == values->len || values->len == 2);
}

/* A column that may tell the outcome: 0 for none, else the more, the likelier. */
static guint
rank_column (const BwPanelColumn *column,
             const GArray        *values)
{
  const gboolean named = bw_words_mean_outcome (column->name);

  if (column->role == BW_ROLE_OUTCOME)
    return 4;
  if (bw_told_is_date (column->type))
    return named ? 1 : 0;
  if (values->len < 2 || values->len > FEW_VALUES)
    return 0;
  if (column->type == BW_COLUMN_FLAG)
    return named ? 3 : 1;
  if (bw_told_is_number (column->type))
    return named && values->len == 2 ? 3 : 0;

  return named || bw_words_mean_status (column->name) ? 2 : 0;
}

static BwOutcomeCandidate *
candidate_new (BwPanel *panel,
               guint    column,
               GArray  *values)
{
  BwOutcomeCandidate *self = g_new0 (BwOutcomeCandidate, 1);

  self->column = column;
  self->values = g_array_ref (values);
  self->date = BW_NONE;
  if (column == BW_NONE)
    {
      /* TRANSLATORS: one of the ways to tell who left */
      self->name = g_strdup (_("Missing from later snapshots"));
      self->clear = TRUE;
    }
  else
    {
      const BwPanelColumn *source = bw_panel_get_column (panel, column);
      g_autoptr(BwTold) told = bw_told_new (panel, column, NULL);

      self->name = g_strdup (source->name);
      self->clear = bw_outcome_values_are_clear (source, values);
      if (!bw_told_is_date (source->type))
        self->date = bw_outcome_find_date (panel, column, told->fates);
    }

  return self;
}

static void
candidate_free (gpointer data)
{
  BwOutcomeCandidate *self = data;

  g_free (self->name);
  g_array_unref (self->values);
  g_free (self);
}

typedef struct
{
  guint   column;
  guint   rank;
  GArray *values;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;

  return (x->column > y->column) - (x->column < y->column);
}

/* Whether a customer is in an earlier snapshot and not in the newest. */
static gboolean
somebody_vanishes (BwPanel *panel)
{
  g_autoptr(BwTold) told = NULL;

  if (bw_panel_get_n_snapshots (panel) < 2)
    return FALSE;
  told = bw_told_new_vanished (panel);

  return bw_told_count (told, BW_FATE_GONE) > 0;
}

/**
 * bw_outcome_list_candidates:
 *
 * Cost: a pass over each column that may be one.
 *
 * Returns: (transfer full) (element-type BwOutcomeCandidate): what may tell the outcome of this panel,
 *   the likeliest first: columns with that role, yes/no and status columns, dates that are named
 *   so, and at last customers that vanish; may be empty
 */
GPtrArray *
bw_outcome_list_candidates (BwPanel *panel)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (BwOutcomeValue));

  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      Ranked one = { i, 0, bw_told_list_values (panel, i) };

      one.rank = rank_column (bw_panel_get_column (panel, i), one.values);
      if (one.rank > 0)
        g_array_append_val (ranked, one);
      else
        g_array_unref (one.values);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    {
      const Ranked *one = &g_array_index (ranked, Ranked, i);

      g_ptr_array_add (candidates, candidate_new (panel, one->column, one->values));
      g_array_unref (one->values);
    }
  if (somebody_vanishes (panel))
    g_ptr_array_add (candidates, candidate_new (panel, BW_NONE, none));

  return candidates;
}
