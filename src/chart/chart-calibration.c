/* The churn rate by tenth of the scores, with intervals, over the bands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each dot is a tenth of the customers, at its mean score; the line is the rate that the score makes one
 * expect. A score that tells falls from the left to the right. */

#include "chart/charts.h"
#include "chart/judged-words.h"
#include "chart/palette.h"
#include "chart/sketch.h"
#include "chart/words.h"

#include "format/format.h"
#include "stats/readable.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_CURVE    48
#define MOST_LINES 5

typedef struct
{
  BwSketch        *sketch;
  const BwModel   *model;
  const BwFigures *figures;
  double           most; /* rate at the top */
  double           step;
  double           left, right, top, bottom;
} Plot;

static double
x_of (const Plot *plot,
      double      score)
{
  return plot->left + (plot->right - plot->left) * score / 100;
}

static double
y_of (const Plot *plot,
      double      rate)
{
  return plot->bottom - (plot->bottom - plot->top) * MIN (rate, plot->most) / plot->most;
}

static void
scale_up (Plot *plot)
{
  const double lines = CLAMP (floor (plot->sketch->sheet->height / (4 * plot->sketch->line)), 1,
                              MOST_LINES);
  double most = 0.04;

  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      if (plot->figures->tenths[i].rate.n > 0)
        most = MAX (most, plot->figures->tenths[i].rate.high);
    }

  most = MIN (most, 1);
  plot->step = MAX (0.01, bw_readable_step (100 * most / lines) / 100);
  plot->most = MIN (1, ceil (most / (plot->step / 2) - 1e-9) * plot->step / 2);
}

static void
place (Plot *plot)
{
  BwSketch *sketch = plot->sketch;
  g_autofree char *widest = bw_format_percent (plot->most, 0);
  const double scores = bw_ruler_width (sketch->ruler, "100", sketch->size, FALSE);
  const double rim = MIN (8 * sketch->scale, MIN (sketch->sheet->width, sketch->sheet->height) / 4);

  plot->left = sketch->bare ? rim : bw_ruler_width (sketch->ruler, widest, sketch->size, FALSE) +
               10 * sketch->scale;
  plot->right = MAX (plot->left + 1, sketch->sheet->width - (sketch->bare ? rim : scores / 2));
  plot->top = sketch->bare ? rim : sketch->label_line + 6 * sketch->scale;
  plot->bottom = MAX (plot->top + 1, sketch->sheet->height -
                      (sketch->bare ? rim : 2 * sketch->line + 6 * sketch->scale));
}

static void
draw_bands (const Plot *plot)
{
  BwSketch *sketch = plot->sketch;

  for (guint band = 0; band < bw_model_get_n_bands (plot->model); band++)
    {
      const double from = x_of (plot, bw_model_get_band (plot->model, band)->from);
      const double to = x_of (plot, bw_words_band_end (plot->model, band));
      const BwInk ink = bw_words_band_ink (plot->model, band);
      const double room = to - from - sketch->size;
      g_autofree char *name = bw_sketch_fit (sketch, bw_words_band (plot->model, band), sketch->label,
                                             TRUE, MAX (room, 0));
      const BwMark mark = {
        .kind = BW_MARK_BOX, .ink = bw_ink_tint (ink), .x = from, .y = plot->top, .width = to - from,
        .height = plot->bottom - plot->top, .row = BW_NO_ROW,
      };

      bw_scene_add (sketch->scene, &mark);
      if (!sketch->bare && room > 0)
        bw_sketch_words (sketch, &(BwWords) {
        .text = name, .x = (from + to) / 2, .y = 0, .align = BW_ALIGN_MIDDLE, .ink = bw_ink_text (ink),
        .size = sketch->label, .bold = TRUE,
      });
    }
}

static void
draw_grid (const Plot *plot)
{
  BwSketch *sketch = plot->sketch;

  for (guint i = 0; i * plot->step <= plot->most + 1e-9; i++)
    {
      const double y = y_of (plot, i * plot->step);
      g_autofree char *text = bw_format_percent (i * plot->step, 0);

      bw_sketch_rule (sketch, BW_INK_GRID, 1, plot->left, y, plot->right, y);
      if (!sketch->bare)
        bw_sketch_words (sketch, &(BwWords) {
        .text = text, .x = plot->left - 8 * sketch->scale, .y = y - sketch->line / 2,
        .align = BW_ALIGN_END, .ink = BW_INK_DIM,
      });
    }
}

/* Where the rate that the score makes one expect is in the picture; FALSE where it is nowhere. */
static gboolean
find_curve (const Plot *plot,
            double     *from,
            double     *to)
{
  const BwFigures *figures = plot->figures;
  const double odds = log (plot->most / (1 - plot->most));
  const double leaves = (odds - figures->intercept) / figures->slope;

  *from = figures->tenths[0].least;
  *to = figures->tenths[BW_N_TENTHS - 1].most;
  if (isnan (figures->slope))
    return FALSE;
  if (figures->slope < 0 && plot->most < 1)
    *from = MAX (*from, leaves);
  else if (figures->slope > 0 && plot->most < 1)
    *to = MIN (*to, leaves);

  return *from < *to;
}

/* The churn rate of all, and the rate that the score makes one expect. */
static void
draw_lines (const Plot *plot)
{
  const BwFigures *figures = plot->figures;
  double from, to;
  const double y = y_of (plot, figures->base.rate);
  const double base[] = { plot->left, y, plot->right, y };
  double points[2 * N_CURVE];
  BwMark mark = {
    .kind = BW_MARK_LINE, .ink = BW_INK_LINE, .width = 1.25 * plot->sketch->scale, .dash = TRUE,
    .points = base, .n_points = 2, .row = BW_NO_ROW,
  };

  bw_scene_add (plot->sketch->scene, &mark);
  if (!find_curve (plot, &from, &to))
    return;

  for (guint i = 0; i < N_CURVE; i++)
    {
      const double score = from + (to - from) * i / (N_CURVE - 1);

      points[2 * i] = x_of (plot, score);
      points[2 * i + 1] = y_of (plot, 1 / (1 + exp (-(figures->intercept + figures->slope * score))));
    }
  mark.points = points;
  mark.n_points = N_CURVE;
  mark.dash = FALSE;
  mark.ink = BW_INK_OUTLINE;
  mark.width = 2 * plot->sketch->scale;
  bw_scene_add (plot->sketch->scene, &mark);
}

static char *
tip_of (const Plot *plot,
        guint       i)
{
  const BwTenth *tenth = &plot->figures->tenths[i];
  g_autofree char *least = bw_format_number (tenth->least, 1);
  g_autofree char *most = bw_format_number (tenth->most, 1);
  g_autofree char *rate = bw_judged_words_percent (tenth->rate.rate);
  g_autofree char *low = bw_judged_words_percent (tenth->rate.low);
  g_autofree char *high = bw_judged_words_percent (tenth->rate.high);
  g_autofree char *gone = bw_format_number (round (tenth->rate.n_gone), 0);
  g_autofree char *n = bw_format_number (round (tenth->rate.n), 0);

  /* TRANSLATORS: two scores; two numbers of customers; the churn rate and the ends of its interval */
  return g_strdup_printf (_("Score %s to %s: %s of %s left, %s (%s to %s)"), least, most, gone, n, rate,
                          low, high);
}

static void
draw_tenth (const Plot *plot,
            guint       i)
{
  BwSketch *sketch = plot->sketch;
  const BwTenth *tenth = &plot->figures->tenths[i];
  const double scale = MIN (sketch->scale, MIN (sketch->sheet->width, sketch->sheet->height) / 60);
  const double x = x_of (plot, tenth->mean);
  const double whisker[] = { x, y_of (plot, tenth->rate.low), x, y_of (plot, tenth->rate.high) };
  const BwMark line = {
    .kind = BW_MARK_LINE, .ink = BW_INK_LINE, .width = 1.75 * sketch->scale, .points = whisker,
    .n_points = 2, .row = BW_NO_ROW,
  };
  BwMark dot = {
    .kind = BW_MARK_DOT, .ink = BW_INK_PAPER, .x = x, .y = y_of (plot, tenth->rate.rate),
    .radius = 6 * scale, .row = i,
  };

  bw_scene_add (sketch->scene, &line);
  bw_scene_add (sketch->scene, &dot);
  dot.ink = bw_words_band_ink (plot->model, bw_model_band_of (plot->model, tenth->mean));
  dot.radius = 4.75 * scale;
  dot.outline = scale;
  bw_scene_add (sketch->scene, &dot);
}

/* A tenth is pointed at anywhere above its scores. */
static void
draw_touch (const Plot *plot,
            guint       i)
{
  const BwTenth *tenth = &plot->figures->tenths[i];
  const double least = 8 * plot->sketch->scale;
  const double from = x_of (plot, tenth->least), to = x_of (plot, tenth->most);
  const double width = MAX (to - from, least);
  const double left = CLAMP ((from + to - width) / 2, 0, MAX (0, plot->right - width));
  g_autofree char *tip = tip_of (plot, i);
  const BwMark mark = {
    .kind = BW_MARK_TOUCH, .ink = BW_INK_TEXT, .x = left, .y = plot->top, .width = width,
    .height = plot->bottom - plot->top, .row = i, .tip = tip,
  };

  bw_scene_add (plot->sketch->scene, &mark);
}

static void
draw_foot (const Plot *plot)
{
  BwSketch *sketch = plot->sketch;
  const guint n = bw_model_get_n_bands (plot->model);
  const double y = plot->bottom + 4 * sketch->scale;
  const char *caption = _("Health score");
  g_autofree double *edges = g_new (double, n);
  g_autofree char *rate = bw_judged_words_percent (plot->figures->base.rate);
  /* TRANSLATORS: of a dashed line: the churn rate of all customers */
  g_autofree char *all = g_strdup_printf (_("dashed: %s of all"), rate);
  const double middle = (plot->left + plot->right) / 2;
  const double room = plot->right - middle -
                      bw_ruler_width (sketch->ruler, caption, sketch->size, FALSE) / 2 - sketch->size;

  for (guint band = 1; band < n; band++)
    edges[band - 1] = bw_model_get_band (plot->model, band)->from;
  bw_sketch_scores (sketch, plot->left, plot->right, y, edges, n - 1);
  bw_sketch_words (sketch, &(BwWords) {
    .text = caption, .x = middle, .y = y + sketch->line, .align = BW_ALIGN_MIDDLE, .ink = BW_INK_DIM,
    .width = plot->right - plot->left,
  });
  if (bw_ruler_width (sketch->ruler, all, sketch->size, FALSE) <= room)
    bw_sketch_words (sketch, &(BwWords) {
      .text = all, .x = plot->right, .y = y + sketch->line, .align = BW_ALIGN_END, .ink = BW_INK_DIM,
    });
}

static char *
finding (const BwView *view)
{
  g_autofree char *nothing = bw_judged_words_nothing (view);
  const BwFigures *figures;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;
  g_autofree char *auc = NULL;

  if (nothing != NULL)
    return g_steal_pointer (&nothing);

  figures = bw_judged_words_find (view);
  if (figures->auc.low <= 0.5)
    {
      auc = bw_format_number (figures->auc.auc, 2);
      /* TRANSLATORS: %s is an AUC */
      return g_strdup_printf (_("The score does not tell who leaves (AUC %s)"), auc);
    }

  lowest = bw_judged_words_percent (figures->tenths[0].rate.rate);
  highest = bw_judged_words_percent (figures->tenths[BW_N_TENTHS - 1].rate.rate);

  /* TRANSLATORS: two churn rates */
  return g_strdup_printf (_("Of the lowest tenth of scores %s left, of the highest %s"), lowest, highest);
}

static char *
subtitle (const BwView *view)
{
  return bw_judged_words_subtitle (view, _("Churn rate by tenth of the health score, with 95\302\240% "
                                           "ranges"));
}

static void
layout_calibration (BwScene       *scene,
                    const BwView  *view,
                    const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_autofree char *nothing = bw_judged_words_nothing (view);
  g_autofree char *found = NULL;
  g_autofree char *measured = NULL;
  g_autofree char *description = NULL;
  Plot plot = { .sketch = &sketch };

  bw_sketch_begin (&sketch, scene, sheet);
  if (nothing != NULL)
    {
      bw_sketch_say (&sketch, nothing);
      return;
    }

  plot.figures = bw_judged_words_find (view);
  plot.model = bw_results_get_model (bw_validation_get_results (view->validation));
  scale_up (&plot);
  place (&plot);
  draw_bands (&plot);
  draw_grid (&plot);
  draw_lines (&plot);
  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      if (plot.figures->tenths[i].rate.n > 0)
        draw_tenth (&plot, i);
    }
  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      if (plot.figures->tenths[i].rate.n > 0)
        draw_touch (&plot, i);
    }
  if (!sketch.bare)
    draw_foot (&plot);

  found = finding (view);
  measured = subtitle (view);
  description = g_strdup_printf ("%s. %s.", found, measured);
  bw_scene_set_description (scene, description);
}

const BwChart bw_chart_calibration = {
  .id = "calibration",
  .title = N_("Churn Rate by Score"),
  .layout = layout_calibration,
  .finding = finding,
  .subtitle = subtitle,
  .needs_outcome = TRUE,
};
