/* The raw values of each kind of derivation, a column at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/derivation-row.h"

#include <math.h>

static void
fill_missing (BwSnapshot *snapshot,
              double     *raw)
{
  for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
    raw[row] = NAN;
}

/* Returns: (nullable): the values of a column of numbers in a snapshot */
static const double *
numbers_of (BwPanel    *panel,
            guint       snapshot,
            const char *name)
{
  const guint column = bw_panel_find_column (panel, name);

  if (column == BW_NONE)
    return NULL;

  return bw_column_get_numbers (bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot),
                                                        column));
}

void
bw_raw_of_column (const BwDerivation *self,
                  BwPanel            *panel,
                  guint               snapshot,
                  double             *raw)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const guint column = bw_panel_find_column (panel, self->column);
  const double *numbers = numbers_of (panel, snapshot, self->column);
  const guint32 *codes = NULL;

  if (column == BW_NONE)
    {
      fill_missing (at, raw);
      return;
    }

  if (numbers == NULL)
    codes = bw_column_get_codes (bw_snapshot_get_column (at, column));
  for (gsize row = 0; row < bw_snapshot_get_n_rows (at); row++)
    {
      if (numbers != NULL)
        raw[row] = numbers[row];
      else
        raw[row] = codes[row] == BW_NO_CODE ? NAN : codes[row];
    }
}

void
bw_raw_of_days_since (const BwDerivation *self,
                      BwPanel            *panel,
                      guint               snapshot,
                      double             *raw)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const double *dates = numbers_of (panel, snapshot, self->column);
  const double today = floor (bw_snapshot_get_date (at));

  for (gsize row = 0; row < bw_snapshot_get_n_rows (at); row++)
    raw[row] = dates != NULL ? today - floor (dates[row]) : NAN;
}

void
bw_raw_of_days_between (const BwDerivation *self,
                        BwPanel            *panel,
                        guint               snapshot,
                        double             *raw)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const double *from = numbers_of (panel, snapshot, self->column);
  const double *until = numbers_of (panel, snapshot, self->other);

  for (gsize row = 0; row < bw_snapshot_get_n_rows (at); row++)
    raw[row] = from != NULL && until != NULL ? floor (until[row]) - floor (from[row]) : NAN;
}

static double
change_between (double   before,
                double   now,
                gboolean percent)
{
  const double change = percent ? 100 * (now - before) / fabs (before) : now - before;

  return isfinite (change) ? change : NAN;
}

void
bw_raw_of_change (const BwDerivation *self,
                  BwPanel            *panel,
                  guint               snapshot,
                  double             *raw)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const guint32 *customers = bw_snapshot_get_customers (at);
  const double *now = numbers_of (panel, snapshot, self->column);
  const double *before;
  BwSnapshot *then;

  if (now == NULL || self->snapshots > snapshot)
    {
      fill_missing (at, raw);
      return;
    }

  then = bw_panel_get_snapshot (panel, snapshot - self->snapshots);
  before = numbers_of (panel, snapshot - self->snapshots, self->column);
  for (gsize row = 0; row < bw_snapshot_get_n_rows (at); row++)
    {
      const guint row_then = bw_snapshot_find_row (then, customers[row]);

      raw[row] = row_then != BW_NONE
                 ? change_between (before[row_then], now[row], self->percent)
                 : NAN;
    }
}

/* Adds what a snapshot knows of the customers in @customers to their sums. */
static void
add_snapshot (BwSnapshot    *snapshot,
              const double  *values,
              const guint32 *customers,
              gsize          n_rows,
              double        *sums,
              guint         *counts)
{
  for (gsize row = 0; row < n_rows; row++)
    {
      const guint there = bw_snapshot_find_row (snapshot, customers[row]);

      if (there == BW_NONE || isnan (values[there]))
        continue;

      sums[row] += values[there];
      counts[row]++;
    }
}

void
bw_raw_of_mean (const BwDerivation *self,
                BwPanel            *panel,
                guint               snapshot,
                double             *raw)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const gsize n_rows = bw_snapshot_get_n_rows (at);
  g_autofree guint *counts = g_new0 (guint, MAX (n_rows, 1));

  for (gsize row = 0; row < n_rows; row++)
    raw[row] = 0;

  for (guint back = 0; back < self->snapshots && back <= snapshot; back++)
    {
      const double *values = numbers_of (panel, snapshot - back, self->column);

      if (values != NULL)
        add_snapshot (bw_panel_get_snapshot (panel, snapshot - back), values,
                      bw_snapshot_get_customers (at), n_rows, raw, counts);
    }

  for (gsize row = 0; row < n_rows; row++)
    raw[row] = counts[row] > 0 && isfinite (raw[row]) ? raw[row] / counts[row] : NAN;
}

void
bw_raw_of_ratio (const BwDerivation *self,
                 BwPanel            *panel,
                 guint               snapshot,
                 double             *raw)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const double *parts = numbers_of (panel, snapshot, self->column);
  const double *wholes = numbers_of (panel, snapshot, self->other);

  for (gsize row = 0; row < bw_snapshot_get_n_rows (at); row++)
    {
      const double ratio = parts != NULL && wholes != NULL ? parts[row] / wholes[row] : NAN;

      raw[row] = isfinite (ratio) ? ratio : NAN;
    }
}
