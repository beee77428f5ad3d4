/* Numbers of a metric: bars of customers, and over them the curve of the scale with its handles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar has the colour of the band that the metric score of its middle lies in. */

#include "chart/metric-plot.h"

#include "chart/spread.h"
#include "chart/values.h"
#include "chart/words.h"

#include "format/format.h"
#include "model/scale-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FILLED 0.86 /* of the plot's height, by the highest bar */

typedef struct
{
  BwMetricPlot *plot;
  BwValues     *values;
  BwAxis        axis;
  BwScale       scale;   /* the metric's; of a percentile without points those of the data */
} Numbers;

static double
x_of (const Numbers *self,
      double         raw)
{
  const BwMetricPlot *plot = self->plot;
  const double part = (raw - self->axis.from) / (self->axis.to - self->axis.from);

  return plot->left + (plot->right - plot->left) * CLAMP (part, 0, 1);
}

/* g of a raw value. */
static double
score_of (const Numbers *self,
          double         raw)
{
  double score;

  bw_scale_apply (&self->scale, &raw, 1, &score);

  return bw_metric_plot_turn (self->plot, score);
}

static char *
say_range (const Numbers *self,
           guint          bar)
{
  const BwValues *values = self->values;
  const BwUnit *unit = &self->plot->unit;
  const double from = values->first + bar * values->step;
  g_autofree char *low = bw_unit_format (unit, values->whole ? from + 0.5 : from, values->step);
  g_autofree char *high = bw_unit_format (unit, from + values->step, values->step);

  if (bar == 0 && values->n_below > 0)
    /* TRANSLATORS: of values: %s is a value with its unit */
    return g_strdup_printf (_("Less than %s"), high);
  if (bar + 1 == values->n_bars && values->n_above > 0)
    return g_strdup_printf (_("%s or more"), low);
  if (values->whole)
    return g_steal_pointer (&low);

  /* TRANSLATORS: from one value to the next, both with their unit */
  return g_strdup_printf (_("%s to %s"), low, high);
}

/* "12 days to 14 days: 18 customers, score 62" */
static char *
tip_of (const Numbers *self,
        guint          bar,
        double         score)
{
  g_autofree char *range = say_range (self, bar);
  g_autofree char *customers = bw_words_customers (self->values->counts[bar]);
  g_autofree char *points = bw_words_score (self->plot->model, score);

  if (isnan (score))
    return g_strdup_printf (_("%s: %s"), range, customers);

  /* TRANSLATORS: a range of values, a number of customers with the word, a score */
  return g_strdup_printf (_("%s: %s, score %s"), range, customers, points);
}

static void
draw_bar (const Numbers *self,
          guint          bar)
{
  const BwValues *values = self->values;
  const BwMetricPlot *plot = self->plot;
  const double scale = plot->sketch->scale;
  const double from = values->first + bar * values->step;
  const double left = x_of (self, from);
  const double width = x_of (self, from + values->step) - left;
  const double gap = CLAMP (width * 0.06, 0.4 * scale, 1.25 * scale);
  const double height = (plot->bottom - plot->top) * FILLED * values->counts[bar] /
                        MAX (values->most, 1);
  const double score = score_of (self, from + values->step / 2);
  const guint band = bw_model_band_of (plot->model, score);
  g_autofree char *tip = tip_of (self, bar, score);
  BwMark mark = {
    .kind = BW_MARK_BOX, .ink = bw_words_band_ink (plot->model, band), .x = left + gap,
    .y = plot->bottom - MAX (height, scale), .width = MAX (width - 2 * gap, 0.25 * scale),
    .height = MAX (height, scale), .radius = MIN (2 * scale, width / 5), .row = bar,
    .outline = 0.75 * scale,
  };

  if (values->counts[bar] == 0)
    return;

  bw_scene_add (plot->sketch->scene, &mark);
  mark.kind = BW_MARK_TOUCH;
  mark.x = left;
  mark.width = MAX (width, 0.25 * scale);
  mark.y = plot->top;
  mark.height = plot->bottom - plot->top;
  mark.tip = tip;
  bw_scene_add (plot->sketch->scene, &mark);
}

/* Where the curve bends, from end to end of the axis. */
static GArray *
list_bends (const Numbers *self)
{
  const BwScale *scale = &self->scale;
  GArray *raws = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (raws, self->axis.from);
  if (scale->type == BW_SCALE_LINEAR)
    {
      g_array_append_val (raws, scale->from);
      g_array_append_val (raws, scale->to);
    }
  for (guint i = 0; i < scale->n_points && scale->type != BW_SCALE_LINEAR; i++)
    {
      if (scale->points[i].raw > self->axis.from && scale->points[i].raw < self->axis.to)
        g_array_append_val (raws, scale->points[i].raw);
    }
  g_array_append_val (raws, self->axis.to);

  return raws;
}

/* Where a score holds until the next value begins: at the edges of steps, and where both goalposts
 * stand on one value. */
static gboolean
is_stepped (const BwScale *scale)
{
  return scale->type == BW_SCALE_STEPS || bw_scale_is_gate (scale);
}

static void
draw_curve (const Numbers *self)
{
  g_autoptr(GArray) raws = list_bends (self);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  BwMark mark = {
    .kind = BW_MARK_LINE, .ink = BW_INK_PAPER, .width = 5 * self->plot->sketch->scale,
    .row = BW_NO_ROW,
  };
  double last = NAN;

  for (guint i = 0; i < raws->len; i++)
    {
      const double raw = g_array_index (raws, double, i);
      const double x = x_of (self, raw);
      const double y = bw_metric_plot_y (self->plot, score_of (self, raw));

      if (is_stepped (&self->scale) && i > 0)
        {
          g_array_append_val (points, x);
          g_array_append_val (points, last);
        }
      g_array_append_val (points, x);
      g_array_append_val (points, y);
      last = y;
    }

  mark.points = (const double *) points->data;
  mark.n_points = points->len / 2;
  bw_scene_add (self->plot->sketch->scene, &mark);
  mark.ink = BW_INK_LINE;
  mark.width = 2.25 * self->plot->sketch->scale;
  bw_scene_add (self->plot->sketch->scene, &mark);
}

/* "Goalpost at 12 days: score 0" */
static char *
name_handle (const Numbers  *self,
             const BwHandle *handle)
{
  static const char *const formats[BW_N_SCALES] = {
    /* TRANSLATORS: what of a scale can be moved: a value with its unit, and its score */
    [BW_SCALE_LINEAR] = N_("Goalpost at %s: score %s"),
    [BW_SCALE_CURVE] = N_("Point at %s: score %s"),
    [BW_SCALE_STEPS] = N_("Step from %s: score %s"),
    [BW_SCALE_CATEGORIES] = N_("%s: score %s"),
    [BW_SCALE_PERCENTILE] = N_("Point at %s: score %s"),
  };
  const double score = bw_metric_plot_turn (self->plot, handle->score);
  g_autofree char *raw = bw_unit_format (&self->plot->unit, handle->raw, 0);
  g_autofree char *points = bw_format_number_plain (score);

  return g_strdup_printf (_(formats[self->scale.type]), raw, points);
}

/* The value of each handle over the plot, with a line down from it. */
static void
draw_badges (const Numbers *self,
             const GArray  *handles)
{
  BwSketch *sketch = self->plot->sketch;
  const double height = sketch->line + 4 * sketch->scale;
  g_autofree double *starts = g_new (double, MAX (handles->len, 1));
  g_autofree double *widths = g_new (double, MAX (handles->len, 1));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < handles->len; i++)
    {
      const BwHandle *handle = &g_array_index (handles, BwHandle, i);
      char *text = bw_unit_format (&self->plot->unit, handle->raw, 0);

      g_ptr_array_add (texts, text);
      widths[i] = bw_ruler_width (sketch->ruler, text, sketch->size, TRUE) + 10 * sketch->scale;
      starts[i] = x_of (self, handle->raw) - widths[i] / 2;
    }
  if (sketch->bare || !bw_spread (starts, widths, handles->len, 2 * sketch->scale, 0,
                                  sketch->sheet->width))
    return;

  for (guint i = 0; i < handles->len; i++)
    {
      const BwMark box = {
        .kind = BW_MARK_BOX, .ink = BW_INK_BADGE, .x = starts[i], .y = 0, .width = widths[i],
        .height = height, .radius = height / 2.4, .row = BW_NO_ROW,
      };

      bw_scene_add (sketch->scene, &box);
      bw_sketch_words (sketch, &(BwWords) {
      .text = g_ptr_array_index (texts, i),
      .x = starts[i] + widths[i] / 2,
      .y = (height - sketch->line) / 2,
      .align = BW_ALIGN_MIDDLE,
      .ink = BW_INK_BADGE_TEXT,
      .bold = TRUE,
    });
    }
}

static void
draw_post (const Numbers *self,
           double         x)
{
  const double points[] = { x, self->plot->top - 4 * self->plot->sketch->scale, x,
                            self->plot->bottom };
  const BwMark mark = {
    .kind = BW_MARK_LINE, .ink = BW_INK_LINE, .width = self->plot->sketch->scale, .dash = TRUE,
    .points = points, .n_points = 2, .row = BW_NO_ROW,
  };

  if (!self->plot->sketch->bare)
    bw_scene_add (self->plot->sketch->scene, &mark);
}

static void
draw_handles (const Numbers *self)
{
  g_autoptr(GArray) handles = bw_scale_get_handles (&self->plot->metric->scale);

  if (self->scale.type == BW_SCALE_PERCENTILE)
    return;

  for (guint i = 0; i < handles->len; i++)
    draw_post (self, x_of (self, g_array_index (handles, BwHandle, i).raw));
  draw_curve (self);
  draw_badges (self, handles);
  for (guint i = 0; i < handles->len; i++)
    {
      const BwHandle *handle = &g_array_index (handles, BwHandle, i);
      g_autofree char *tip = name_handle (self, handle);

      bw_metric_plot_dot (self->plot, i, x_of (self, handle->raw),
                          bw_metric_plot_turn (self->plot, handle->score), tip,
                          handle->moves_raw || handle->moves_score);
    }
}

/* "Last login: 412 customers. Goalpost at 7 days: score 100. Goalpost at 45 days: score 0." */
static void
describe (const Numbers *self)
{
  g_autoptr(GArray) handles = bw_scale_get_handles (&self->plot->metric->scale);
  g_autofree char *customers = bw_words_customers (self->values->n_present);
  /* TRANSLATORS: a metric, and a number of customers with the word */
  g_autofree char *head = g_strdup_printf (_("%s: %s."), self->plot->metric->name, customers);
  g_autofree char *gate = bw_words_gate (self->plot->metric, self->plot->panel);
  g_autoptr(GString) text = g_string_new (head);

  for (guint i = 0; i < handles->len && handles->len <= BW_MAX_SHAPED_POINTS; i++)
    {
      g_autofree char *name = name_handle (self, &g_array_index (handles, BwHandle, i));

      g_string_append_printf (text, " %s.", name);
    }
  if (gate != NULL)
    g_string_append_printf (text, " %s", gate);
  bw_scene_set_description (self->plot->sketch->scene, text->str);
}

/**
 * bw_metric_plot_numbers:
 *
 * Fills the plot with bars, the axis below them, the curve and its handles.
 */
void
bw_metric_plot_numbers (BwMetricPlot *plot)
{
  g_autoptr(BwValues) values = bw_values_new (plot->view, plot->metric, plot->sketch->sheet,
                                              plot->view->values);
  Numbers self = { .plot = plot, .values = values, .scale = plot->metric->scale };

  bw_values_find_axis (values, plot->view, &self.scale, &self.axis);
  if (self.scale.type == BW_SCALE_PERCENTILE && self.scale.n_points == 0)
    self.scale.points = bw_values_get_percentile_points (values, &self.scale.n_points);
  bw_scene_set_across (plot->sketch->scene, plot->left, self.axis.from, plot->right, self.axis.to);

  bw_metric_plot_draw_scores (plot);
  for (guint i = 0; i < values->n_bars; i++)
    draw_bar (&self, i);
  bw_metric_plot_axis (plot, self.axis.from, self.axis.to, self.axis.least, self.axis.most,
                       bw_values_get_grain (values));
  if (self.scale.type == BW_SCALE_PERCENTILE && self.scale.n_points > 0)
    draw_curve (&self);
  draw_handles (&self);
  bw_metric_plot_caption (plot, values->n_missing);
  describe (&self);
}
