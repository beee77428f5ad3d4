/* Bars of customers by score: the part of the distribution below its words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar stands for 2 scores; for 5 where customers are few, so that the shape does not fall apart
 * into single ones, and for 10 where the sheet is narrow. The pass over the weights counts twos;
 * fives are counted from the rows, of which there are few then. A bar that a band's edge crosses is
 * drawn in the colours of both, at one height. */

#include "chart/histogram.h"
#include "chart/palette.h"
#include "chart/shown-words.h"
#include "chart/words.h"

#include "format/format.h"
#include "stats/readable.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FEW         250 /* scored customers that are shown in fives */
#define NARROWEST   4.0 /* width of a bar, before the scale */
#define MOST_LINES  4.0 /* of the grid, above 0 */

/* Customers of @segment whose score is in each five scores. */
static void
count_fives (BwResults *results,
             guint      segment,
             gsize     *counts)
{
  const gsize n_rows = bw_results_get_n_rows (results);

  for (gsize row = 0; row < n_rows; row++)
    {
      const double score = bw_results_get_score (results, row);

      if (isfinite (score) &&
          (segment == BW_ALL_SEGMENTS || bw_results_get_segment (results, row) == segment))
        counts[CLAMP ((int) (score / 5), 0, 19)]++;
    }
}

static void
count (BwResults *results,
       guint      segment,
       guint      bin,
       gsize     *counts)
{
  const BwSummary *summary = bw_results_get_summary (results, segment);

  for (guint i = 0; i < BW_N_BINS; i++)
    counts[i] = 0;

  if (bin == 5)
    {
      count_fives (results, segment, counts);
      return;
    }

  for (guint i = 0; i < BW_N_BINS; i++)
    counts[i * 2 / bin] += summary->bins[i];
}

static guint
choose_bin (const BwHistogram *self)
{
  const double width = self->sketch->sheet->width - 4 * self->sketch->size;
  const double least = NARROWEST * self->sketch->scale;

  if (self->now->n_scored < FEW)
    return width / 20 < least ? 10 : 5;

  return width / BW_N_BINS < least ? 10 : 2;
}

/* The top of the plot is a multiple of half a step, so that it does not tremble while weights are
 * dragged. */
static void
scale_up (BwHistogram *self,
          double       height)
{
  const double lines = CLAMP (floor (height / (3 * self->sketch->line)), 1, MOST_LINES);
  gsize most = 1;

  for (guint i = 0; i < self->n_bins; i++)
    most = MAX (most, MAX (self->counts[i], self->outlined ? self->before[i] : 0));

  self->step = MAX (1, bw_readable_step (most / lines));
  while (most / self->step > lines + 0.4)
    self->step = bw_readable_step (self->step * 2.5);

  self->most = ceil (most / (self->step / 2)) * self->step / 2;
}

/* How wide the numbers of the grid are. */
static double
measure_grid (const BwHistogram *self)
{
  double widest = 0;

  for (guint i = 0; i * self->step <= self->most; i++)
    {
      g_autofree char *text = bw_format_number (i * self->step, 0);

      widest = MAX (widest, bw_ruler_width (self->sketch->ruler, text, self->sketch->size, FALSE));
    }

  return widest;
}

/**
 * bw_histogram_begin:
 * @self: (out): counted, and placed from left to right
 */
void
bw_histogram_begin (BwHistogram  *self,
                    BwSketch     *sketch,
                    const BwView *view)
{
  const BwSheet *sheet = sketch->sheet;
  guint segment;

  self->sketch = sketch;
  self->view = view;
  self->model = bw_results_get_model (view->results);
  self->now = bw_words_get_summary (view);
  self->bin = choose_bin (self);
  self->n_bins = 100 / self->bin;

  count (view->results, view->segment, self->bin, self->counts);
  self->outlined = bw_words_find_baseline (view, &segment);
  if (self->outlined)
    count (view->baseline, segment, self->bin, self->before);

  scale_up (self, sheet->height - 5 * sketch->label_line);
  self->left = self->sketch->bare ? 1 : measure_grid (self) + 8 * sketch->scale;
  self->right = sheet->width -
                (self->sketch->bare ? 1 : bw_ruler_width (sketch->ruler, "100", sketch->size, FALSE) / 2);
  self->right = MAX (self->right, self->left + 1);
}

/**
 * bw_histogram_x:
 *
 * Returns: where @score stands
 */
double
bw_histogram_x (const BwHistogram *self,
                double             score)
{
  return self->left + (self->right - self->left) * score / 100;
}

static double
height_of (const BwHistogram *self,
           double             count)
{
  return (self->bottom - self->top) * count / self->most;
}

static void
draw_grid (const BwHistogram *self)
{
  for (guint i = 0; i * self->step <= self->most; i++)
    {
      const double y = self->bottom - height_of (self, i * self->step);
      g_autofree char *text = bw_format_number (i * self->step, 0);

      if (i > 0)
        bw_sketch_rule (self->sketch, BW_INK_GRID, 1, self->left, y, self->right, y);
      bw_sketch_words (self->sketch, &(BwWords) {
      .text = text,
      .x = self->left - 8 * self->sketch->scale,
      .y = y - self->sketch->line / 2,
      .align = BW_ALIGN_END,
      .ink = BW_INK_DIM,
    });
    }
}

/* The part of bar @i that lies in @band, at the height of the whole bar. */
static void
draw_part (const BwHistogram *self,
           guint              i,
           guint              band)
{
  const double scale = self->sketch->scale;
  const double from = MAX (i * self->bin, bw_model_get_band (self->model, band)->from);
  const double to = MIN ((i + 1) * self->bin, bw_words_band_end (self->model, band));
  const double bar = (self->right - self->left) / self->n_bins;
  const double gap = CLAMP (bar * 0.08, 0.4 * scale, 1.25 * scale);
  const double height = MAX (height_of (self, self->counts[i]), scale);
  const double left = bw_histogram_x (self, from) + (from == i * self->bin ? gap : 0);
  const double right = bw_histogram_x (self, to) - (to == (i + 1) * self->bin ? gap : 0);
  const BwMark mark = {
    .kind = BW_MARK_BOX,
    .ink = bw_words_band_ink (self->model, band),
    .x = left,
    .y = self->bottom - height,
    .width = MAX (right - left, 0.25 * scale),
    .height = height,
    .radius = MIN (2 * scale, bar / 5),
    .row = i,
    .outline = 0.75 * scale,
  };

  if (from < to)
    bw_scene_add (self->sketch->scene, &mark);
}

static void
draw_bars (const BwHistogram *self)
{
  for (guint i = 0; i < self->n_bins; i++)
    {
      for (guint band = 0; band < bw_model_get_n_bands (self->model) && self->counts[i] > 0; band++)
        draw_part (self, i, band);
    }
}

/* The steps of the bars from @from to before @to, from the ground and back to it. */
static void
draw_steps (const BwHistogram *self,
            guint              from,
            guint              to)
{
  double points[4 * BW_N_BINS + 4];
  guint n = 0;
  BwMark mark = {
    .kind = BW_MARK_LINE, .ink = BW_INK_PAPER, .width = 3 * self->sketch->scale,
    .points = points, .row = BW_NO_ROW,
  };

  points[n++] = bw_histogram_x (self, from * self->bin);
  points[n++] = self->bottom;
  for (guint i = from; i < to; i++)
    {
      const double y = self->bottom - height_of (self, self->before[i]);

      points[n++] = bw_histogram_x (self, i * self->bin);
      points[n++] = y;
      points[n++] = bw_histogram_x (self, (i + 1) * self->bin);
      points[n++] = y;
    }
  points[n++] = bw_histogram_x (self, to * self->bin);
  points[n++] = self->bottom;

  mark.n_points = n / 2;
  bw_scene_add (self->sketch->scene, &mark);
  mark.ink = BW_INK_OUTLINE;
  mark.width = 1.5 * self->sketch->scale;
  bw_scene_add (self->sketch->scene, &mark);
}

/* The baseline as a line of steps, with a rim of paper so that it is seen before bars too; nothing
 * where it has no customers. */
static void
draw_outline (const BwHistogram *self)
{
  for (guint from = 0; from < self->n_bins; from++)
    {
      guint to = from;

      while (to < self->n_bins && self->before[to] > 0)
        to++;
      if (to > from)
        draw_steps (self, from, to);
      from = to;
    }
}

/* "Score 42 to 44: 18 customers, Watch" */
static char *
tip_of (const BwHistogram *self,
        guint              i)
{
  const double middle = (i + 0.5) * self->bin;
  g_autofree char *customers = bw_words_customers (self->counts[i]);
  const char *band = bw_words_band (self->model, bw_model_band_of (self->model, middle));
  g_autofree char *letters = bw_shown_words_of_bar (self->view->shown_as, self->model, i * self->bin,
                                                    (i + 1) * self->bin);
  g_autofree char *tip =
    /* TRANSLATORS: from one score to the next, nothing or letters in brackets, then a number of
     * customers and a band's name */
    g_strdup_printf (_("Score %u to %u%s: %s, %s"), i * self->bin, (i + 1) * self->bin, letters,
                     customers, band);
  g_autofree char *before = NULL;

  if (!self->outlined || self->view->baseline_name == NULL)
    return g_steal_pointer (&tip);

  before = bw_format_number (self->before[i], 0);

  /* TRANSLATORS: what is now, then the baseline's name (version 14) and its number of customers */
  return g_strdup_printf (_("%s (%s: %s)"), tip, self->view->baseline_name, before);
}

static void
add_touches (const BwHistogram *self)
{
  for (guint i = 0; i < self->n_bins; i++)
    {
      const double left = bw_histogram_x (self, i * self->bin);
      g_autofree char *tip = tip_of (self, i);
      const BwMark mark = {
        .kind = BW_MARK_TOUCH,
        .ink = BW_INK_TEXT,
        .x = left,
        .y = self->top,
        .width = bw_histogram_x (self, (i + 1) * self->bin) - left,
        .height = self->bottom - self->top,
        .row = i,
        .tip = tip,
      };

      bw_scene_add (self->sketch->scene, &mark);
    }
}

/* The caption in the middle, and at the right who is not in the picture. */
static void
draw_captions (const BwHistogram *self,
               double             y)
{
  const gsize n_missing = self->now->n_customers - self->now->n_scored;
  g_autofree char *number = bw_format_number (n_missing, 0);
  g_autofree char *missing =
    g_strdup_printf (ngettext ("%s without enough data", "%s without enough data", n_missing),
                     number);
  const double width = bw_ruler_width (self->sketch->ruler, missing, self->sketch->size, FALSE);
  const char *caption = _("Health score");
  const double middle = (self->left + self->right) / 2;
  const double half = bw_ruler_width (self->sketch->ruler, caption, self->sketch->size, FALSE) / 2;

  bw_sketch_words (self->sketch, &(BwWords) {
    .text = caption, .x = middle, .y = y, .align = BW_ALIGN_MIDDLE, .ink = BW_INK_DIM,
  });
  if (n_missing > 0 && middle + half + self->sketch->size < self->right - width)
    bw_sketch_words (self->sketch, &(BwWords) {
      .text = missing, .x = self->right, .y = y, .align = BW_ALIGN_END, .ink = BW_INK_DIM,
    });
}

/* On a page the edges have no numbers of their own above, so that they stand here. */
static void
draw_scores (const BwHistogram *self,
             double             y)
{
  double edges[BW_MAX_BANDS];
  guint n_edges = 0;

  for (guint band = 1; band < bw_model_get_n_bands (self->model); band++)
    edges[n_edges++] = bw_model_get_band (self->model, band)->from;

  bw_sketch_scores (self->sketch, self->left, self->right, y, edges,
                    self->sketch->sheet->page ? n_edges : 0);
}

/**
 * bw_histogram_draw:
 * @top: of the plot, above which there is room for words
 */
void
bw_histogram_draw (BwHistogram *self,
                   double       top)
{
  BwSketch *sketch = self->sketch;
  const double height = sketch->sheet->height;
  const gboolean captioned = height >= 170 * sketch->scale;
  const double foot = sketch->line + 6 * sketch->scale + (captioned ? sketch->line : 0);

  self->top = top;
  self->bottom = MAX (self->sketch->bare ? height - 1 : height - foot, top + 1);
  bw_scene_set_across (sketch->scene, self->left, 0, self->right, 100);

  if (!self->sketch->bare)
    draw_grid (self);
  draw_bars (self);
  bw_sketch_rule (sketch, BW_INK_DIM, 1, self->left, self->bottom, self->right, self->bottom);
  if (self->outlined)
    draw_outline (self);
  add_touches (self);

  if (!self->sketch->bare)
    {
      draw_scores (self, self->bottom + 5 * sketch->scale);
      if (captioned)
        draw_captions (self, self->bottom + 5 * sketch->scale + sketch->line);
    }
}
