/* The line of a curve or of steps: where it takes more points, and bends when it is dragged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/scale-chart-private.h"

#include "chart/unit.h"
#include "stats/readable.h"
#include "widgets/metric-edits.h"

#include <math.h>

#define STEPS 200.0 /* places along the axis that the pointer and the arrows know */
#define REACH 7 /* pixels from the line that are still on it */

/* The next readable number of the metric's own unit, as far as the breadth of the axis tells them
 * apart. */
static double
find_fine_step (BwScaleChart *self)
{
  const BwMetric *value = bw_scale_chart_get_value (self);
  const BwUnit unit = bw_unit_of (value, bw_workspace_get_panel (self->workspace));
  const double factor = bw_unit_get_factor (&unit);
  const double breadth = (self->raw_to - self->raw_from) * factor;

  return breadth > 0 && isfinite (breadth) ? bw_readable_step (breadth / STEPS) / factor : 1;
}

/* From one place along the axis to the next: no finer than the data is written. */
double
bw_scale_chart_find_step (BwScaleChart *self)
{
  const double grain = self->values != NULL ? bw_values_get_grain (self->values) : 0;

  return MAX (find_fine_step (self), grain);
}

static double
round_to (double raw,
          double step)
{
  return step >= 1e-12 ? bw_round_to_step (raw, step) : raw;
}

/* @raw as the nearest place along the axis. */
double
bw_scale_chart_to_step (BwScaleChart *self,
                        double        raw)
{
  return round_to (raw, bw_scale_chart_find_step (self));
}

/* The line is looked for a little to the left and right too: it may be steep.
 *
 * Returns: whether a drag that begins there bends the line */
gboolean
bw_scale_chart_is_on_line (BwScaleChart *self,
                           double        x,
                           double        y)
{
  const BwMetric *value = bw_scale_chart_get_value (self);
  double low, high, from, to;

  if (value == NULL || self->scene == NULL ||
      (value->scale.type != BW_SCALE_CURVE && value->scale.type != BW_SCALE_STEPS) ||
      value->scale.n_points >= BW_MAX_SHAPED_POINTS ||
      !bw_scene_get_across_ends (self->scene, &from, &to))
    return FALSE;

  low = bw_scene_get_upright (self->scene, y + REACH);
  high = bw_scene_get_upright (self->scene, y - REACH);
  for (int dx = -REACH; dx <= REACH; dx++)
    {
      const double raw = bw_scene_get_across (self->scene, x + dx);
      double score;

      if (!isfinite (raw) || raw < MIN (from, to) || raw > MAX (from, to))
        continue;
      bw_scale_apply (&value->scale, &raw, 1, &score);
      score = value->hurts ? 100 - score : score;
      if (score >= MIN (low, high) && score <= MAX (low, high))
        return TRUE;
    }

  return FALSE;
}

/* The one of the scale's handles that is nearest to @raw, in order of values. */
static guint
find_nearest (const BwScale *scale,
              double         raw)
{
  g_autoptr(GArray) handles = bw_scale_get_handles (scale);
  guint nearest = 0;

  for (guint i = 1; i < handles->len; i++)
    {
      if (fabs (g_array_index (handles, BwHandle, i).raw - raw) <
          fabs (g_array_index (handles, BwHandle, nearest).raw - raw))
        nearest = i;
    }

  return nearest;
}

/* Between 1 and 2 there is room for a point even where the data has whole numbers alone. */
static BwScale *
with_point (BwScaleChart  *self,
            const BwScale *scale,
            double        *raw)
{
  const double exact = *raw;
  g_autoptr(BwScale) rounded = NULL;

  *raw = bw_scale_chart_to_step (self, exact);
  rounded = bw_scale_with_point (scale, *raw);
  if (!bw_scale_equal (rounded, scale))
    return g_steal_pointer (&rounded);

  *raw = round_to (exact, find_fine_step (self));

  return bw_scale_with_point (scale, *raw);
}

/**
 * bw_scale_chart_add_point:
 * @raw: where; rounded
 *
 * Adds a point or a step, where the scale may have one more.
 */
void
bw_scale_chart_add_point (BwScaleChart *self,
                          double        raw)
{
  const BwMetric *value;
  g_autoptr(BwScale) scale = NULL;

  bw_scale_chart_let_go (self); /* which may make another draft */
  value = bw_scale_chart_get_value (self);
  if (value == NULL || self->scene == NULL || !isfinite (raw))
    return;

  bw_scene_get_across_ends (self->scene, &self->raw_from, &self->raw_to);
  scale = with_point (self, &value->scale, &raw);
  if (bw_scale_equal (scale, &value->scale))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  bw_metric_edit_scale (self->workspace, self->metric, scale);
  bw_scale_chart_choose (self, find_nearest (scale, raw));
}

/**
 * bw_scale_chart_add_behind:
 *
 * Adds a point half-way from the chosen handle to the next, or before the last.
 */
void
bw_scale_chart_add_behind (BwScaleChart *self)
{
  const BwMetric *value = bw_scale_chart_get_value (self);
  const double middle = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  g_autoptr(GArray) handles = value != NULL ? bw_scale_get_handles (&value->scale) : NULL;
  guint first;

  if (handles == NULL || handles->len == 0 || self->scene == NULL)
    return;

  first = MIN (self->chosen, handles->len - MIN (2, handles->len));
  if (handles->len == 1)
    bw_scale_chart_add_point (self, bw_scene_get_across (self->scene, middle));
  else
    bw_scale_chart_add_point (self, (g_array_index (handles, BwHandle, first).raw +
                                     g_array_index (handles, BwHandle, first + 1).raw) / 2);
}
