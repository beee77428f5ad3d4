/* The scores of one metric in engine order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/metric-column.h"

#include "score/slab.h"

#include <math.h>

/* Takes the slab. */
static BwMetricColumn *
column_new (double *scores)
{
  BwMetricColumn *self = g_new0 (BwMetricColumn, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->scores = scores;

  return self;
}

/* What stands for a missing score. */
static double
score_of_missing (const BwMetric *metric)
{
  switch (metric->missing)
    {
    case BW_MISSING_NEUTRAL:
      return 50;
    case BW_MISSING_WORST:
      return 0;
    case BW_MISSING_VALUE:
      return metric->missing_value;
    case BW_MISSING_SKIP:
    default:
      return NAN;
    }
}

static void
put_for_missing (double *scores,
                 gsize   n,
                 double  missing)
{
  for (gsize i = 0; i < n && !isnan (missing); i++)
    {
      if (isnan (scores[i]))
        scores[i] = missing;
    }
}

/**
 * bw_metric_column_new:
 * @by_row: g of each row, NaN where it is missing
 * @by_place: (nullable) (transfer full): a slab of the same in the order of @places, where it is
 *   there already
 *
 * Returns: (transfer full): the column
 */
BwMetricColumn *
bw_metric_column_new (const BwMetric *metric,
                      const double   *by_row,
                      const BwPlaces *places,
                      double         *by_place)
{
  BwMetricColumn *self = column_new (by_place != NULL ? by_place : bw_slab_new (places->n_rows));

  for (gsize place = 0; place < places->n_rows && by_place == NULL; place++)
    self->scores[place] = by_row[places->rows[place]];
  put_for_missing (self->scores, places->n_rows, score_of_missing (metric));

  if (metric->missing == BW_MISSING_NEUTRAL)
    {
      self->known = g_new (guint8, MAX (places->n_rows, 1));
      for (gsize row = 0; row < places->n_rows; row++)
        self->known[row] = !isnan (by_row[row]);
    }

  return self;
}

/**
 * bw_metric_column_move:
 *
 * Returns: (transfer full): the same scores in another order of the same rows
 */
BwMetricColumn *
bw_metric_column_move (const BwMetricColumn *self,
                       const BwPlaces       *from,
                       const BwPlaces       *to)
{
  BwMetricColumn *moved = column_new (bw_slab_new (to->n_rows));

  for (gsize place = 0; place < to->n_rows; place++)
    moved->scores[place] = self->scores[from->places[to->rows[place]]];
  if (self->known != NULL)
    moved->known = g_memdup2 (self->known, to->n_rows);

  return moved;
}

BwMetricColumn *
bw_metric_column_ref (BwMetricColumn *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_metric_column_unref (BwMetricColumn *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_mutex_clear (&self->lock);
  bw_slab_free (self->scores);
  g_free (self->known);
  g_free (self->raw);
  g_free (self);
}

static gboolean
are_whole (const double *values,
           gsize         n)
{
  gboolean some = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (values[i]))
        continue;
      if (values[i] != rint (values[i]))
        return FALSE;

      some = TRUE;
    }

  return some;
}

/**
 * bw_metric_column_get_raw:
 * @metric: what the column was made of
 *
 * Returns: (transfer none) (array): the raw value of each row, NaN where it is missing
 */
const double *
bw_metric_column_get_raw (BwMetricColumn *self,
                          const BwMetric *metric,
                          BwPanel        *panel,
                          guint           snapshot)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));

  g_mutex_lock (&self->lock);
  if (self->raw == NULL)
    {
      self->raw = g_new (double, MAX (n_rows, 1));
      bw_metric_get_raw (metric, panel, snapshot, self->raw);
      self->whole = are_whole (self->raw, n_rows);
    }
  g_mutex_unlock (&self->lock);

  return self->raw;
}

/**
 * bw_metric_column_is_whole:
 *
 * Returns: whether all raw values are whole numbers, and there are some; asked after
 *   bw_metric_column_get_raw()
 */
gboolean
bw_metric_column_is_whole (BwMetricColumn *self)
{
  gboolean whole;

  g_mutex_lock (&self->lock);
  whole = self->whole;
  g_mutex_unlock (&self->lock);

  return whole;
}
