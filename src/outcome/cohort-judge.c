/* By which snapshots customers are judged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/cohort-parts.h"

#include "stats/sort.h"

#include <math.h>

/* Its multiples fall evenly between whole numbers, however many there are. */
#define GOLDEN 0.6180339887498949

static void
add_row (BwCohort *self,
         guint     snapshot,
         gsize     row,
         gboolean  gone)
{
  BwSnapshot *at = bw_panel_get_snapshot (bw_outcome_get_panel (self->outcome), snapshot);
  const BwJudgedRow judged = { bw_snapshot_get_customers (at)[row], row, snapshot, gone };

  g_array_append_val (self->rows, judged);
  self->n_gone += gone;
}

/* Whether the customer had not begun on that day. */
static gboolean
is_early (const BwCohort *self,
          guint           customer,
          double          date)
{
  return bw_outcome_get_start (self->outcome, customer) > date;
}

/* The first snapshot day of each customer, NaN where there is none. */
static double *
find_first_days (const BwCohort *self)
{
  BwPanel *panel = bw_outcome_get_panel (self->outcome);
  const guint n_customers = bw_panel_get_n_customers (panel);
  double *first = g_new (double, MAX (n_customers, 1));

  for (guint i = 0; i < n_customers; i++)
    first[i] = NAN;
  for (guint i = bw_panel_get_n_snapshots (panel); i-- > 0; )
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          if (!is_early (self, customers[row], bw_snapshot_get_date (snapshot)))
            first[customers[row]] = bw_snapshot_get_date (snapshot);
        }
    }

  return first;
}

/* How many of the days, which rise, are before @day. */
static gsize
count_before (const double *days,
              gsize         n,
              double        day)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (days[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The last day by which each customer must have been looked at. Those who stayed are dealt the days of
 * those who left and had a snapshot by then, as far as they were there in time themselves. */
static double *
find_latest_days (const BwCohort *self)
{
  const guint n_customers = bw_panel_get_n_customers (bw_outcome_get_panel (self->outcome));
  const int lead = MAX (self->choice.lead, 1);
  g_autofree double *first = find_first_days (self);
  g_autofree double *days = g_new (double, MAX (n_customers, 1));
  g_autofree double *sorted = g_new (double, MAX (n_customers, 1));
  double *latest = g_new (double, MAX (n_customers, 1));
  gsize n_days, n_stayed = 0;

  for (guint i = 0; i < n_customers; i++)
    {
      const double day = bw_outcome_get_day (self->outcome, i);

      latest[i] = self->forecasts ? day - lead : INFINITY;
      days[i] = first[i] + lead <= day ? day : NAN;
    }
  n_days = bw_sort (days, n_customers, sorted);
  for (guint i = 0; self->forecasts && i < n_customers; i++)
    {
      const gsize before = count_before (sorted, n_days, first[i] + lead);

      if (bw_outcome_get_fate (self->outcome, i) != BW_FATE_STAYED)
        continue;
      if (!isnan (first[i]) && before < n_days)
        latest[i] = sorted[before + (gsize) (fmod ((n_stayed + 0.5) * GOLDEN, 1) * (n_days - before))] - lead;
      n_stayed++;
    }

  return latest;
}

/* The snapshot that each customer is judged by, BW_NONE where there is none early enough. */
static guint *
find_snapshots (const BwCohort *self)
{
  BwPanel *panel = bw_outcome_get_panel (self->outcome);
  const guint n_customers = bw_panel_get_n_customers (panel);
  g_autofree double *latest = find_latest_days (self);
  guint *newest = g_new (guint, MAX (n_customers, 1));

  for (guint i = 0; i < n_customers; i++)
    newest[i] = BW_NONE;
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);
      const double date = bw_snapshot_get_date (snapshot);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          if (!self->forecasts || (date <= latest[customers[row]] && !is_early (self, customers[row], date)))
            newest[customers[row]] = i;
        }
    }

  return newest;
}

/**
 * bw_cohort_judge_once:
 *
 * Adds the row that each customer is judged by, and counts who has none.
 */
void
bw_cohort_judge_once (BwCohort *self)
{
  BwPanel *panel = bw_outcome_get_panel (self->outcome);
  g_autofree guint *newest = find_snapshots (self);

  for (guint i = 0; i < bw_panel_get_n_customers (panel); i++)
    {
      const BwFate fate = bw_outcome_get_fate (self->outcome, i);

      self->counts.n_unknown += fate == BW_FATE_UNKNOWN;
      self->counts.n_customers += fate != BW_FATE_UNKNOWN && newest[i] != BW_NONE;
      self->counts.n_late += fate != BW_FATE_UNKNOWN && newest[i] == BW_NONE;
    }
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          const BwFate fate = bw_outcome_get_fate (self->outcome, customers[row]);

          if (newest[customers[row]] == i && fate != BW_FATE_UNKNOWN)
            add_row (self, i, row, fate == BW_FATE_GONE);
        }
    }
}

/* What becomes of a customer that is looked at on a day. */
typedef enum
{
  STAYS,
  LEAVES,
  IS_GONE,   /* already, or before the lead has passed */
  IS_OPEN,   /* it is not known yet */
  NO_FATE,
} Future;

static Future
look_ahead (const BwCohort *self,
            guint           customer,
            double          day)
{
  const double first = day + MAX (self->choice.lead, 1);
  const double last = first + self->choice.span;
  const double end = bw_outcome_get_end (self->outcome);
  double left;

  if (is_early (self, customer, day))
    return NO_FATE;

  switch (bw_outcome_get_fate (self->outcome, customer))
    {
    case BW_FATE_GONE:
      left = bw_outcome_get_day (self->outcome, customer);
      if (isnan (left))
        return NO_FATE;
      if (left < first)
        return IS_GONE;
      if (left <= last)
        return LEAVES;
      return last <= end ? STAYS : IS_OPEN;

    case BW_FATE_STAYED:
      return last <= end ? STAYS : IS_OPEN;

    case BW_FATE_UNKNOWN:
    default:
      return NO_FATE;
    }
}

/**
 * bw_cohort_judge_every:
 *
 * Adds every row whose span has ended, of customers that were not gone before it began.
 */
void
bw_cohort_judge_every (BwCohort *self)
{
  BwPanel *panel = bw_outcome_get_panel (self->outcome);
  const guint n_customers = bw_panel_get_n_customers (panel);
  g_autofree guint8 *judged = g_new0 (guint8, MAX (n_customers, 1));

  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          const Future future = look_ahead (self, customers[row], bw_snapshot_get_date (snapshot));

          self->counts.n_open += future == IS_OPEN;
          if (future != STAYS && future != LEAVES)
            continue;
          add_row (self, i, row, future == LEAVES);
          judged[customers[row]] = TRUE;
        }
    }
  for (guint i = 0; i < n_customers; i++)
    {
      const gboolean unknown = bw_outcome_get_fate (self->outcome, i) == BW_FATE_UNKNOWN;

      self->counts.n_unknown += unknown;
      self->counts.n_customers += judged[i];
      self->counts.n_late += !unknown && !judged[i];
    }
}
