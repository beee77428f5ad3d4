/* The plot of one metric: values from left to right, metric scores from bottom to top. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores are drawn after the metric's direction, so that 100 is always good; the bands' names stand
 * at the right, between the scores where each begins and ends. */

#include "chart/metric-plot.h"

#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DOT 5.5 /* radius of what can be taken hold of */

static double
measure_bands (const BwMetricPlot *self)
{
  double widest = 0;

  for (guint band = 0; band < bw_model_get_n_bands (self->model); band++)
    widest = MAX (widest, bw_ruler_width (self->sketch->ruler, bw_words_band (self->model, band),
                                          self->sketch->size, TRUE));

  return widest;
}

/**
 * bw_metric_plot_begin:
 * @self: (out): with its place on the sheet; the view's metric is one of the model
 */
void
bw_metric_plot_begin (BwMetricPlot *self,
                      BwSketch     *sketch,
                      const BwView *view)
{
  const double width = sketch->sheet->width;
  const double height = sketch->sheet->height;
  const double scale = sketch->scale;

  self->sketch = sketch;
  self->view = view;
  self->model = bw_results_get_model (view->results);
  self->panel = bw_words_get_panel (view);
  self->metric = bw_model_get_metric (self->model, view->metric);
  self->unit = bw_unit_of (self->metric, self->panel);

  self->left = 1;
  self->right = width - 1;
  self->top = 1;
  self->bottom = height - 1;
  if (!sketch->bare)
    {
      const double bands = measure_bands (self) + 10 * scale;

      self->left = bw_sketch_scores_width (sketch, self->model) + 10 * scale;
      self->right = bands < width / 4 ? width - bands : width - 8 * scale;
      self->top = sketch->line + 14 * scale;
      self->bottom = height - 2 * sketch->line - 8 * scale;
    }
  self->right = MAX (self->right, self->left + 1);
  self->bottom = MAX (self->bottom, self->top + 1);
  bw_scene_set_upright (sketch->scene, self->bottom, 0, self->top, 100);
}

/**
 * bw_metric_plot_y:
 * @score: after direction
 *
 * Returns: where it stands
 */
double
bw_metric_plot_y (const BwMetricPlot *self,
                  double              score)
{
  return self->bottom - (self->bottom - self->top) * score / 100;
}

/**
 * bw_metric_plot_turn:
 *
 * Returns: the score after direction of one before, or the other way round
 */
double
bw_metric_plot_turn (const BwMetricPlot *self,
                     double              score)
{
  return self->metric->hurts ? 100 - score : score;
}

static void
draw_score (BwMetricPlot *self,
            double        score,
            double       *taken)
{
  BwSketch *sketch = self->sketch;
  const double y = bw_metric_plot_y (self, score);
  g_autofree char *text = bw_format_number_plain (score);

  if (score > 0)
    bw_sketch_rule (sketch, BW_INK_GRID, 1, self->left, y, self->right, y);
  if (sketch->bare || *taken - y < sketch->line * 0.9)
    return;

  *taken = y;
  bw_sketch_words (sketch, &(BwWords) {
    .text = text,
    .x = self->left - 8 * sketch->scale,
    .y = y - sketch->line / 2,
    .align = BW_ALIGN_END,
    .ink = BW_INK_DIM,
  });
}

/* The bands' names at the right, each in its stretch of scores, where there is room. */
static void
draw_bands (BwMetricPlot *self)
{
  BwSketch *sketch = self->sketch;
  const double room = sketch->sheet->width - self->right - 8 * sketch->scale;

  if (sketch->bare || room < measure_bands (self))
    return;

  for (guint band = 0; band < bw_model_get_n_bands (self->model); band++)
    {
      const double low = bw_metric_plot_y (self, bw_model_get_band (self->model, band)->from);
      const double high = bw_metric_plot_y (self, bw_words_band_end (self->model, band));

      if (low - high < sketch->line)
        continue;
      bw_sketch_words (sketch, &(BwWords) {
      .text = bw_words_band (self->model, band),
      .x = self->right + 8 * sketch->scale,
      .y = (low + high - sketch->line) / 2,
      .ink = bw_ink_text (bw_words_band_ink (self->model, band)),
      .bold = TRUE,
    });
    }
}

/**
 * bw_metric_plot_draw_scores:
 *
 * Draws the scale of scores: 0, where bands begin, 100.
 */
void
bw_metric_plot_draw_scores (BwMetricPlot *self)
{
  const guint n_bands = bw_model_get_n_bands (self->model);
  double taken = self->bottom + self->sketch->sheet->height;

  draw_score (self, 0, &taken);
  for (guint band = 1; band < n_bands; band++)
    {
      const double from = bw_model_get_band (self->model, band)->from;

      if (bw_metric_plot_y (self, from) - self->top >= self->sketch->line * 0.9)
        draw_score (self, from, &taken);
    }
  draw_score (self, 100, &taken);
  draw_bands (self);
}

/**
 * bw_metric_plot_dot:
 * @handle: its number
 * @score: after direction
 * @held: whether it can be moved, which it cannot on a page
 *
 * Draws what of the scale can be taken hold of, where the sheet is large enough for it.
 */
void
bw_metric_plot_dot (BwMetricPlot *self,
                    guint         handle,
                    double        x,
                    double        score,
                    const char   *tip,
                    gboolean      held)
{
  const double scale = self->sketch->scale;
  g_autofree char *name = g_strdup_printf ("handle-%u", handle);
  BwMark mark = {
    .kind = BW_MARK_DOT, .ink = BW_INK_PAPER, .x = x, .y = bw_metric_plot_y (self, score),
    .radius = (DOT + 1.5) * scale, .row = BW_NO_ROW,
  };

  if (self->sketch->bare)
    return;

  bw_scene_add (self->sketch->scene, &mark);
  mark.ink = BW_INK_LINE;
  mark.radius = DOT * scale;
  mark.tip = tip;
  mark.handle = held && !self->sketch->sheet->page ? name : NULL;
  mark.row = handle;
  bw_scene_add (self->sketch->scene, &mark);
}

/* "Last login, days ago" */
static char *
name_of (const BwMetricPlot *self)
{
  if (self->metric->caption == NULL || *self->metric->caption == '\0')
    return g_strdup (self->metric->name);

  /* TRANSLATORS: a metric's name and a few words about it: Last login, days ago */
  return g_strdup_printf (_("%s, %s"), self->metric->name, self->metric->caption);
}

/**
 * bw_metric_plot_caption:
 * @n_missing: customers without a value
 *
 * Writes below the plot what the values are, and who has none.
 */
void
bw_metric_plot_caption (BwMetricPlot *self,
                        gsize         n_missing)
{
  BwSketch *sketch = self->sketch;
  g_autofree char *number = bw_format_number (n_missing, 0);
  g_autofree char *missing = g_strdup_printf (ngettext ("%s without data", "%s without data",
                                                        n_missing), number);
  const double width = bw_ruler_width (sketch->ruler, missing, sketch->size, FALSE);
  const double right = sketch->sheet->width - 1;
  const double y = sketch->sheet->height - sketch->line;
  g_autofree char *name = name_of (self);
  g_autofree char *fit = NULL;
  double room = right - self->left;

  if (sketch->bare)
    return;

  if (n_missing > 0 && width < room / 2)
    {
      room -= width + 2 * sketch->size;
      bw_sketch_words (sketch, &(BwWords) {
      .text = missing, .x = right, .y = y, .align = BW_ALIGN_END, .ink = BW_INK_DIM,
    });
    }
  fit = bw_sketch_fit (sketch, name, sketch->size, FALSE, room);
  bw_sketch_words (sketch, &(BwWords) {
    .text = fit, .x = self->left, .y = y, .ink = BW_INK_DIM,
  });
}
