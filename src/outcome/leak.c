/* Whether the columns of a metric were known only after the outcome, by what is in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looked at is what each customer is judged by, so that a column that empties after customers have left
 * is no leak where they are judged before. */

#include "outcome/validation-parts.h"

#include "panel/leak.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The values of a column at the rows of the cohort; of texts only whether they are there. */
static BwColumn *
gather_column (BwCohort            *cohort,
               guint                index,
               const BwPanelColumn *column)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (cohort));
  const gsize n_rows = bw_cohort_get_n_rows (cohort);
  const gboolean coded = bw_column_type_is_coded (column->type);
  double *values = g_new (double, MAX (n_rows, 1));
  BwColumn *data = NULL;
  guint snapshot = BW_NONE;

  for (gsize i = 0; i < n_rows; i++)
    {
      const BwJudgedRow *row = bw_cohort_get_row (cohort, i);

      if (row->snapshot != snapshot)
        {
          snapshot = row->snapshot;
          data = bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot), index);
        }
      values[i] = bw_column_is_missing (data, row->row) ? NAN : coded
                  ? 1 : bw_column_get_numbers (data)[row->row];
    }

  return bw_column_new_numbers (column->name, coded ? BW_COLUMN_NUMBER : column->type, values, n_rows);
}

/* What became of each row, for the finder of leaks. */
static BwVerdicts *
find_verdicts (BwCohort *cohort)
{
  const gsize n_rows = bw_cohort_get_n_rows (cohort);
  double *gone = g_new (double, MAX (n_rows, 1));
  g_autoptr(BwColumn) column = NULL;

  for (gsize i = 0; i < n_rows; i++)
    gone[i] = bw_cohort_get_row (cohort, i)->gone;
  /* TRANSLATORS: the outcome, as a yes/no column: “gone” = yes */
  column = bw_column_new_numbers (_("gone"), BW_COLUMN_FLAG, gone, n_rows);

  return bw_verdicts_of_column (column);
}

/* The days on which the customers of the cohort left. */
static BwColumn *
gather_days (BwCohort *cohort)
{
  BwOutcome *outcome = bw_cohort_get_outcome (cohort);
  const gsize n_rows = bw_cohort_get_n_rows (cohort);
  double *days = g_new (double, MAX (n_rows, 1));

  for (gsize i = 0; i < n_rows; i++)
    days[i] = bw_outcome_get_day (outcome, bw_cohort_get_row (cohort, i)->customer);

  /* TRANSLATORS: when a customer left, as a column of dates */
  return bw_column_new_numbers (_("day of leaving"), BW_COLUMN_DATE, days, n_rows);
}

static char *
find_in_column (BwCohort   *cohort,
                const char *name)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (cohort));
  const guint index = name != NULL ? bw_panel_find_column (panel, name) : BW_NONE;
  g_autoptr(BwVerdicts) verdicts = NULL;
  g_autoptr(BwColumn) values = NULL;
  g_autofree char *remark = NULL;
  gboolean leaks = FALSE;
  BwColumnType type;

  if (index == BW_NONE)
    return NULL;

  values = gather_column (cohort, index, bw_panel_get_column (panel, index));
  type = bw_column_get_type (values);
  if ((type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME) &&
      bw_outcome_is_dated (bw_cohort_get_outcome (cohort)))
    {
      g_autoptr(BwColumn) days = gather_days (cohort);

      remark = bw_leak_later (values, days);
      if (remark != NULL)
        return g_steal_pointer (&remark);
    }

  verdicts = find_verdicts (cohort);
  if (verdicts != NULL)
    remark = bw_leak_of (verdicts, values, &leaks);

  return leaks ? g_steal_pointer (&remark) : NULL;
}

/**
 * bw_cohort_find_leak:
 *
 * Returns: (transfer full) (nullable): what is wrong with a column that @metric is made of, in a
 *   sentence
 */
char *
bw_cohort_find_leak (BwCohort       *cohort,
                     const BwMetric *metric)
{
  char *remark = find_in_column (cohort, metric->derivation.column);

  return remark != NULL ? remark : find_in_column (cohort, metric->derivation.other);
}

/**
 * bw_leak_describe:
 * @leak: (nullable): what bw_cohort_find_leak() said, else its AUC alone is what is suspect
 *
 * Returns: (transfer full): a sentence for a person
 */
char *
bw_leak_describe (const BwMetric *metric,
                  const char     *leak,
                  double          auc)
{
  if (leak == NULL)
    /* TRANSLATORS: a metric, and its AUC alone */
    return g_strdup_printf (_("“%s” alone tells nearly perfectly who left (AUC %.3f): was it known "
                              "beforehand?"), metric->name, fmax (auc, 1 - auc));
  if (g_str_has_suffix (leak, "?"))
    /* TRANSLATORS: a metric, and what is asked of its column */
    return g_strdup_printf (_("“%s”: %s"), metric->name, leak);

  /* TRANSLATORS: a metric, and what is wrong with its column */
  return g_strdup_printf (_("“%s”: %s."), metric->name, leak);
}
