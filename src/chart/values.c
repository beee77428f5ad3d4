/* A metric's raw values, counted in bars along an axis that holds them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis holds the values, but for a long tail, and whatever of the scale can be moved; it is that
 * of all customers, so that it stands still while segments are compared. */

#include "chart/values.h"

#include "chart/words.h"

#include "stats/quantile.h"
#include "stats/readable.h"
#include "stats/sort.h"

#include <math.h>
#include <string.h>

#define TAIL        0.05 /* of the values at either end, that need not be on the axis */
#define TAIL_LENGTH 0.5  /* of what holds the others: a tail that is no longer is shown */
#define MARGIN      0.06 /* of the axis beyond the values, for handles to be moved to */

/**
 * bw_values_shows:
 *
 * Returns: whether the customer of @row is in the view's segment
 */
gboolean
bw_values_shows (const BwView *view,
                 gsize         row)
{
  return view->segment == BW_ALL_SEGMENTS ||
         bw_results_get_segment (view->results, row) == view->segment;
}

/**
 * bw_values_begin:
 * @self: (out): with the values alone, nothing counted yet
 */
void
bw_values_begin (BwValues       *self,
                 const BwView   *view,
                 const BwMetric *metric)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);

  memset (self, 0, sizeof *self);
  self->n_rows = bw_prepared_get_n_rows (prepared);
  self->raw = g_new (double, MAX (self->n_rows, 1));
  bw_metric_get_raw (metric, bw_prepared_get_panel (prepared),
                     bw_prepared_get_snapshot (prepared), self->raw);
}

void
bw_values_end (BwValues *self)
{
  g_clear_pointer (&self->raw, g_free);
  g_clear_pointer (&self->counts, g_free);
}

/* Widens the axis so that it holds what of the scale can be moved. */
static void
hold_scale (BwValues      *self,
            const BwScale *scale)
{
  if (scale->type == BW_SCALE_LINEAR)
    {
      self->from = MIN (self->from, scale->from);
      self->to = MAX (self->to, scale->to);
    }
  if ((scale->type == BW_SCALE_CURVE || scale->type == BW_SCALE_STEPS) && scale->n_points > 0)
    {
      self->from = MIN (self->from, scale->points[0].raw);
      self->to = MAX (self->to, scale->points[scale->n_points - 1].raw);
    }
}

static gboolean
are_whole (const double *sorted,
           gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (sorted[i] != floor (sorted[i]))
        return FALSE;
    }

  return TRUE;
}

/* Where the values lie, but for a long tail.
 * Returns: whether they are whole numbers */
static gboolean
find_breadth (BwValues *self)
{
  g_autofree double *sorted = g_new (double, MAX (self->n_rows, 1));
  const gsize n = bw_sort (self->raw, self->n_rows, sorted);

  if (n > 0)
    {
      const double low = bw_quantile_sorted (sorted, n, TAIL);
      const double high = bw_quantile_sorted (sorted, n, 1 - TAIL);
      const double reach = TAIL_LENGTH * (high - low);

      self->from = low - sorted[0] <= reach ? sorted[0] : low;
      self->to = sorted[n - 1] - high <= reach ? sorted[n - 1] : high;
    }

  return n > 0 && are_whole (sorted, n);
}

/* Where there is no breadth there is still an axis. */
static void
give_breadth (BwValues *self)
{
  if (!(self->from < self->to))
    {
      const double half = MAX (1, fabs (self->from) / 2);

      self->from -= half;
      self->to += half;
    }
}

static void
choose_bars (BwValues *self,
             gboolean  whole,
             guint     most_bars)
{
  const double breadth = self->to - self->from;

  self->whole = whole && breadth <= most_bars;
  self->step = self->whole ? 1 : bw_readable_step (breadth / most_bars * 2.499);
  if (whole)
    self->step = MAX (self->step, 1);
  self->first = floor (self->from / self->step) * self->step;
  self->n_bars = (guint) CLAMP (ceil ((self->to - self->first) / self->step - 1e-9), 1,
                                4.0 * most_bars);
  if (self->whole || (self->first + self->n_bars * self->step <= self->to))
    self->n_bars++;
  if (self->whole)
    self->first -= 0.5;
}

static void
count (BwValues     *self,
       const BwView *view)
{
  for (gsize row = 0; row < self->n_rows; row++)
    {
      const double bar = floor ((self->raw[row] - self->first) / self->step);

      if (!bw_values_shows (view, row))
        continue;
      if (!isfinite (bar))
        {
          self->n_missing++;
          continue;
        }
      self->n_present++;
      self->n_below += bar < 0;
      self->n_above += bar >= self->n_bars;
      self->counts[(guint) CLAMP (bar, 0, self->n_bars - 1.0)]++;
    }

  for (guint i = 0; i < self->n_bars; i++)
    self->most = MAX (self->most, self->counts[i]);
}

/**
 * bw_values_count:
 * @most_bars: about how many bars there is room for
 *
 * Chooses the bars, which do not depend on the scale, and the axis, and counts.
 */
void
bw_values_count (BwValues       *self,
                 const BwView   *view,
                 const BwMetric *metric,
                 guint           most_bars)
{
  const gboolean whole = find_breadth (self);
  double margin;

  give_breadth (self);
  choose_bars (self, whole, most_bars);
  self->counts = g_new0 (gsize, self->n_bars);
  count (self, view);

  self->from = self->first;
  self->to = self->first + self->n_bars * self->step;
  hold_scale (self, &metric->scale);
  self->least = self->from;
  self->most_raw = self->to;
  margin = MARGIN * (self->to - self->from);
  self->from -= margin;
  self->to += margin;
  if (view->raw_from < view->raw_to)
    {
      self->from = view->raw_from;
      self->to = view->raw_to;
    }
}
