/* A metric's raw values in one snapshot, and where they lie. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/raw-values.h"

#include "stats/quantile.h"
#include "stats/readable.h"

#include <math.h>

#define TAIL        0.05 /* of the values at either end, that need not be on the axis */
#define TAIL_LENGTH 0.5  /* of what holds the others: a tail that is no longer is shown */
#define FEW         24   /* whole numbers side by side, which are all shown */

/* Whether the metric is scored by places that nobody has written down. */
static gboolean
needs_points (const BwMetric *metric)
{
  return metric->scale.type == BW_SCALE_PERCENTILE && metric->scale.n_points == 0;
}

static gboolean
is_of (const BwRawValues *self,
       const BwPrepared  *prepared,
       const BwMetric    *metric)
{
  const BwDerivation *derivation = &metric->derivation;

  return self->panel == bw_prepared_get_panel (prepared) &&
         self->snapshot == bw_prepared_get_snapshot (prepared) &&
         self->derivation.type == derivation->type &&
         self->derivation.snapshots == derivation->snapshots &&
         self->derivation.percent == derivation->percent &&
         g_strcmp0 (self->derivation.column, derivation->column) == 0 &&
         g_strcmp0 (self->derivation.other, derivation->other) == 0 &&
         (!needs_points (metric) || self->points != NULL);
}

static void
find_breadth (BwRawValues *self)
{
  static const double ps[] = { 0, TAIL, 1 - TAIL, 1 };
  double found[G_N_ELEMENTS (ps)];

  self->n_present = bw_quantiles (self->raw, self->n_rows, ps, G_N_ELEMENTS (ps), found);
  self->grain = self->n_present > 0 ? bw_find_grain (self->raw, self->n_rows) : 0;
  if (self->n_present > 0)
    {
      const gboolean few = self->grain == 1 && found[3] - found[0] <= FEW;
      const double reach = few ? FEW : TAIL_LENGTH * (found[2] - found[1]);

      self->low = found[1] - found[0] <= reach ? found[0] : found[1];
      self->high = found[3] - found[2] <= reach ? found[3] : found[2];
    }
}

/**
 * bw_raw_values_new:
 * @metric: of numbers; of its scale only the kind matters
 * @previous: (nullable): what may serve still
 *
 * Cost: a few passes over the values, nothing where @previous serves.
 *
 * Returns: (transfer full): the metric's values in the snapshot
 */
BwRawValues *
bw_raw_values_new (const BwPrepared *prepared,
                   const BwMetric   *metric,
                   BwRawValues      *previous)
{
  BwRawValues *self;

  if (previous != NULL && is_of (previous, prepared, metric))
    return bw_raw_values_ref (previous);

  self = g_new0 (BwRawValues, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->panel = bw_panel_ref (bw_prepared_get_panel (prepared));
  self->snapshot = bw_prepared_get_snapshot (prepared);
  self->derivation = metric->derivation;
  self->derivation.column = g_strdup (metric->derivation.column);
  self->derivation.other = g_strdup (metric->derivation.other);
  self->n_rows = bw_prepared_get_n_rows (prepared);
  self->raw = g_new (double, MAX (self->n_rows, 1));
  bw_metric_get_raw (metric, self->panel, self->snapshot, self->raw);
  find_breadth (self);
  if (needs_points (metric))
    {
      self->points = g_new (BwPoint, BW_MAX_POINTS);
      self->n_points = bw_percentile_points (self->raw, self->n_rows, self->points);
    }

  return self;
}

BwRawValues *
bw_raw_values_ref (BwRawValues *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_raw_values_unref (BwRawValues *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_panel_unref (self->panel);
  g_free ((char *) self->derivation.column);
  g_free ((char *) self->derivation.other);
  g_free (self->raw);
  g_free (self->points);
  g_free (self);
}
