/* Categories of a metric: a bar each, with a handle at its score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/metric-plot.h"

#include "chart/category-bars.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NARROWEST 22.0 /* of a bar that is not in the scale, before the size of type */
#define WIDEST 110.0
#define FILLED 0.86
#define LEAST_NAME 4.5 /* room for a name, in sizes of type: with less, not every bar has one */

typedef struct
{
  BwMetricPlot *plot;
  GArray       *bars;
  guint         n_shown;
  gsize         most;
  double        breadth;
  gboolean      numbered; /* whether there is room for the score at each bar */
  guint         stride;   /* so many bars share the room of a name */
} Categories;

static const BwCategoryBar *
bar_at (const Categories *self,
        guint             i)
{
  return &g_array_index (self->bars, BwCategoryBar, i);
}

/* "Pro: 214 customers, score 60" */
static char *
tip_of (const Categories    *self,
        const BwCategoryBar *bar)
{
  const BwMetricPlot *plot = self->plot;
  g_autofree char *text = bw_category_say (plot->panel, plot->metric, bar->text);
  g_autofree char *customers = bw_words_customers (bar->count);
  g_autofree char *score = NULL;

  if (isnan (bar->score))
    /* TRANSLATORS: a category, a number of customers with the word */
    return g_strdup_printf (_("%s: %s, not scored"), text, customers);

  score = bw_format_number_plain (bw_metric_plot_turn (plot, bar->score));

  /* TRANSLATORS: a category, a number of customers with the word, a score */
  return g_strdup_printf (_("%s: %s, score %s"), text, customers, score);
}

static void
draw_bar (const Categories *self,
          guint             i)
{
  const BwMetricPlot *plot = self->plot;
  const BwCategoryBar *bar = bar_at (self, i);
  const double scale = plot->sketch->scale;
  const double width = MIN (self->breadth * 0.7, WIDEST * scale);
  const double x = plot->left + (i + 0.5) * self->breadth;
  const double height = (plot->bottom - plot->top) * FILLED * bar->count / MAX (self->most, 1);
  const guint band = bw_model_band_of (plot->model, bw_metric_plot_turn (plot, bar->score));
  g_autofree char *tip = tip_of (self, bar);
  BwMark mark = {
    .kind = BW_MARK_BOX, .ink = bw_words_band_ink (plot->model, band), .x = x - width / 2,
    .y = plot->bottom - MAX (height, scale), .width = width, .height = MAX (height, scale),
    .radius = MIN (3 * scale, width / 5), .row = i, .outline = 0.75 * scale,
  };

  if (bar->count > 0)
    bw_scene_add (plot->sketch->scene, &mark);

  mark.kind = BW_MARK_TOUCH;
  mark.x = plot->left + i * self->breadth;
  mark.width = self->breadth;
  mark.y = plot->top;
  mark.height = plot->bottom - plot->top;
  mark.tip = tip;
  bw_scene_add (plot->sketch->scene, &mark);
}

/* The score as a line across the bar's place, with its number over it. */
static void
draw_handle (const Categories *self,
             guint             i)
{
  BwMetricPlot *plot = self->plot;
  BwSketch *sketch = plot->sketch;
  const BwCategoryBar *bar = bar_at (self, i);
  const double x = plot->left + (i + 0.5) * self->breadth;
  const double score = bw_metric_plot_turn (plot, bar->score);
  const double y = bw_metric_plot_y (plot, score);
  const double half = MIN (self->breadth * 0.43, WIDEST * sketch->scale * 0.6);
  g_autofree char *number = bw_format_number_plain (score);
  g_autofree char *text = bw_category_say (plot->panel, plot->metric, bar->text);
  /* TRANSLATORS: what of a scale can be moved: a category, and its score */
  g_autofree char *tip = g_strdup_printf (_("%s: score %s"), text, number);
  double over = y - 9 * sketch->scale - sketch->line;

  if (bar->handle == BW_NONE)
    return;

  bw_sketch_rule (sketch, BW_INK_PAPER, 5, x - half, y, x + half, y);
  bw_sketch_rule (sketch, BW_INK_LINE, 2.25, x - half, y, x + half, y);
  bw_metric_plot_dot (plot, bar->handle, x, score, tip, TRUE);
  if (over < 0)
    over = y + 8 * sketch->scale;
  if (self->numbered)
    {
      const double width = bw_ruler_width (sketch->ruler, number, sketch->size, TRUE) +
                           8 * sketch->scale;
      const BwMark ground = {
        .kind = BW_MARK_BOX, .ink = BW_INK_BADGE, .x = x - width / 2, .y = over, .width = width,
        .height = sketch->line, .radius = sketch->line / 2.4, .row = BW_NO_ROW,
      };

      bw_scene_add (sketch->scene, &ground);
      bw_sketch_words (sketch, &(BwWords) {
      .text = number, .x = x, .y = over, .align = BW_ALIGN_MIDDLE, .ink = BW_INK_BADGE_TEXT,
      .bold = TRUE,
    });
    }
}

static void
draw_names (const Categories *self)
{
  const BwMetricPlot *plot = self->plot;
  BwSketch *sketch = plot->sketch;

  bw_sketch_rule (sketch, BW_INK_DIM, 1, plot->left, plot->bottom, plot->right, plot->bottom);
  for (guint i = 0; i < self->n_shown && !sketch->bare; i += self->stride)
    {
      g_autofree char *text = bw_category_say (plot->panel, plot->metric, bar_at (self, i)->text);
      g_autofree char *fit = bw_sketch_fit (sketch, text, sketch->size, FALSE,
                                            self->stride * self->breadth - 4 * sketch->scale);

      bw_sketch_words (sketch, &(BwWords) {
      .text = fit,
      .x = plot->left + (i + 0.5) * self->breadth,
      .y = plot->bottom + 4 * sketch->scale,
      .align = BW_ALIGN_MIDDLE,
      .ink = bar_at (self, i)->handle == BW_NONE ? BW_INK_DIM : BW_INK_TEXT,
    });
    }
}

/* As many of those that the scale does not know as there is room for. */
static void
choose_shown (Categories *self)
{
  const BwSketch *sketch = self->plot->sketch;
  const double room = self->plot->right - self->plot->left;
  const guint most = (guint) MAX (1, room / (NARROWEST * sketch->scale));

  for (guint i = 0; i < self->bars->len; i++)
    {
      if (bar_at (self, i)->handle == BW_NONE && i >= most)
        break;
      self->most = MAX (self->most, bar_at (self, i)->count);
      self->n_shown++;
    }
  self->breadth = room / MAX (self->n_shown, 1);
  self->numbered = !sketch->bare &&
                   bw_ruler_width (sketch->ruler, "100", sketch->size, TRUE) +
                   10 * sketch->scale <= self->breadth;
  self->stride = MAX (1, (guint) ceil (LEAST_NAME * sketch->size / self->breadth));
}

static void
describe (const Categories *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  /* TRANSLATORS: %s is a metric, before a list of its categories */
  g_string_append_printf (text, _("%s:"), self->plot->metric->name);
  for (guint i = 0; i < MIN (self->n_shown, 24); i++)
    {
      g_autofree char *tip = tip_of (self, bar_at (self, i));

      g_string_append_printf (text, "%s %s", i > 0 ? ";" : "", tip);
    }
  bw_scene_set_description (self->plot->sketch->scene, text->str);
}

/**
 * bw_metric_plot_categories:
 *
 * Fills the plot with a bar for each category, and the handles of their scores.
 */
void
bw_metric_plot_categories (BwMetricPlot *plot)
{
  Categories self = { .plot = plot };
  gsize n_missing;

  self.bars = bw_category_bars_new (plot->view, plot->metric, &n_missing);
  choose_shown (&self);

  bw_metric_plot_draw_scores (plot);
  for (guint i = 0; i < self.n_shown; i++)
    draw_bar (&self, i);
  draw_names (&self);
  for (guint i = 0; i < self.n_shown; i++)
    draw_handle (&self, i);
  bw_metric_plot_caption (plot, n_missing);
  describe (&self);
  g_array_unref (self.bars);
}
