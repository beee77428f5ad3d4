/* A metric's raw values, counted in bars, and the axis that holds them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis holds the values, but for a long tail, and whatever of the scale can be moved; it is that
 * of all customers, so that it stands still while segments are compared. */

#include "chart/values.h"

#include "chart/raw-values.h"

#include "stats/readable.h"

#include <math.h>

#define NARROWEST 9.0 /* of the sheet's width, for each bar, before the scale */
#define MOST_BARS 60
#define LEAST_BARS 4
#define MARGIN 0.06 /* of the axis beyond the values, for handles to be moved to */

/* Where there is no breadth there is still an axis. */
static void
give_breadth (double *from,
              double *to)
{
  if (!(*from < *to))
    {
      const double half = MAX (1, fabs (*from) / 2);

      *from -= half;
      *to += half;
    }
}

static void
choose_bars (BwValues *self)
{
  double from = self->raw->low, to = self->raw->high;

  give_breadth (&from, &to);
  self->whole = self->raw->grain == 1 && to - from <= self->most_bars;
  self->step = self->whole ? 1 : bw_readable_step ((to - from) / self->most_bars * 2.499);
  if (self->raw->grain == 1)
    self->step = MAX (self->step, 1);
  self->first = floor (from / self->step) * self->step;
  self->n_bars = (guint) CLAMP (ceil ((to - self->first) / self->step - 1e-9), 1,
                                4.0 * self->most_bars);
  if (self->whole || (self->first + self->n_bars * self->step <= to))
    self->n_bars++;
  if (self->whole)
    self->first -= 0.5;
}

static void
count_row (BwValues *self,
           gsize     row)
{
  const double bar = floor ((self->raw->raw[row] - self->first) / self->step);

  if (!isfinite (bar))
    {
      self->n_missing++;
      return;
    }

  self->n_present++;
  self->n_below += bar < 0;
  self->n_above += bar >= self->n_bars;
  self->counts[(guint) CLAMP (bar, 0, self->n_bars - 1.0)]++;
}

static void
count (BwValues *self)
{
  gsize n_rows = self->raw->n_rows;
  const guint32 *rows = self->prepared == NULL ? NULL :
                        bw_prepared_get_segment_rows (self->prepared, self->segment, &n_rows);

  for (gsize i = 0; i < n_rows; i++)
    count_row (self, rows != NULL ? rows[i] : i);

  for (guint i = 0; i < self->n_bars; i++)
    self->most = MAX (self->most, self->counts[i]);
}

static gboolean
counts_same (const BwValues *self,
             BwRawValues    *raw,
             const BwView   *view,
             guint           most_bars)
{
  return self->raw == raw && self->most_bars == most_bars && self->segment == view->segment &&
         (self->prepared == NULL ||
          bw_prepared_shares_segments (self->prepared, bw_results_get_prepared (view->results)));
}

/**
 * bw_values_new:
 * @metric: of numbers, one of the view's model
 * @sheet: that the bars are to be drawn on
 * @previous: (nullable): what was counted before, which serves as far as it still holds
 *
 * Chooses the bars, which do not depend on the scale, and counts.
 *
 * Cost: a few passes over the values; one over the customers where @previous is of the same
 * values, nothing where it is of the same segment and breadth too.
 *
 * Returns: (transfer full): the values
 */
BwValues *
bw_values_new (const BwView   *view,
               const BwMetric *metric,
               const BwSheet  *sheet,
               BwValues       *previous)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  const guint most_bars = (guint) CLAMP (sheet->width / (NARROWEST * sheet->scale), LEAST_BARS,
                                         MOST_BARS);
  g_autoptr(BwRawValues) raw = bw_raw_values_new (prepared, metric,
                                                  previous != NULL ? previous->raw : NULL);
  BwValues *self;

  if (previous != NULL && counts_same (previous, raw, view, most_bars))
    return bw_values_ref (previous);

  self = g_new0 (BwValues, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->raw = g_steal_pointer (&raw);
  self->segment = view->segment;
  self->prepared = view->segment != BW_ALL_SEGMENTS ? bw_prepared_ref (prepared) : NULL;
  self->most_bars = most_bars;
  choose_bars (self);
  self->counts = g_new0 (gsize, self->n_bars);
  count (self);

  return self;
}

BwValues *
bw_values_ref (BwValues *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_values_unref (BwValues *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_raw_values_unref (self->raw);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_free (self->counts);
  g_free (self);
}

/* Widens the axis so that it holds what of the scale can be moved. */
static void
hold_scale (BwAxis        *axis,
            const BwScale *scale)
{
  if (scale->type == BW_SCALE_LINEAR)
    {
      axis->least = MIN (axis->least, scale->from);
      axis->most = MAX (axis->most, scale->to);
    }
  if ((scale->type == BW_SCALE_CURVE || scale->type == BW_SCALE_STEPS) && scale->n_points > 0)
    {
      axis->least = MIN (axis->least, scale->points[0].raw);
      axis->most = MAX (axis->most, scale->points[scale->n_points - 1].raw);
    }
}

/**
 * bw_values_find_axis:
 * @view: which may say where the axis is to begin and end
 * @scale: of the metric
 * @axis: (out): that holds the bars and the scale
 */
void
bw_values_find_axis (const BwValues *self,
                     const BwView   *view,
                     const BwScale  *scale,
                     BwAxis         *axis)
{
  double margin;

  axis->least = self->first;
  axis->most = self->first + self->n_bars * self->step;
  hold_scale (axis, scale);
  margin = MARGIN * (axis->most - axis->least);
  axis->from = axis->least - margin;
  axis->to = axis->most + margin;
  if (view->raw_from < view->raw_to)
    {
      axis->from = view->raw_from;
      axis->to = view->raw_to;
    }
}

/**
 * bw_values_get_grain:
 *
 * Returns: the step in which the values are written: 1 for whole numbers, 0.1 for one decimal…; 0
 *   where they have so many that nobody wrote them
 */
double
bw_values_get_grain (const BwValues *self)
{
  return self->raw->grain;
}

/**
 * bw_values_get_percentile_points:
 * @n_points: (out):
 *
 * Returns: (array length=n_points) (transfer none) (nullable): the points of a percentile scale over
 *   the values, where the metric has a scale of that kind without points of its own
 */
const BwPoint *
bw_values_get_percentile_points (const BwValues *self,
                                 guint          *n_points)
{
  *n_points = self->raw->n_points;

  return self->raw->points;
}
