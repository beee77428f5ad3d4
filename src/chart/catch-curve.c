/* A curve of who is caught: from nobody to everybody, the lowest scores first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that fall on the same half pixel are left out. The diagonal is chance. */

#include "chart/catch-curve.h"

#include "format/format.h"

#include <math.h>

#define N_LINES 4 /* of the grid, above 0 */

typedef struct
{
  const BwCatchCurve *curve;
  BwSketch           *sketch;
  double              left, right, top, bottom;
} Plot;

static void
clear_point (gpointer data)
{
  g_free (((BwCatchPoint *) data)->tip);
}

/**
 * bw_catch_points_new:
 *
 * Returns: (transfer full) (element-type BwCatchPoint): none yet
 */
GArray *
bw_catch_points_new (void)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BwCatchPoint));

  g_array_set_clear_func (points, clear_point);

  return points;
}

static double
x_of (const Plot *plot,
      double      share)
{
  return plot->left + (plot->right - plot->left) * share;
}

static double
y_of (const Plot *plot,
      double      share)
{
  return plot->bottom - (plot->bottom - plot->top) * share;
}

static void
place (Plot *plot)
{
  BwSketch *sketch = plot->sketch;
  g_autofree char *all = bw_format_percent (1, 0);
  const double width = bw_ruler_width (sketch->ruler, all, sketch->size, FALSE);
  const double rim = MIN (8 * sketch->scale, MIN (sketch->sheet->width, sketch->sheet->height) / 4);

  plot->left = sketch->bare ? rim : width + 10 * sketch->scale;
  plot->right = MAX (plot->left + 1, sketch->sheet->width - (sketch->bare ? rim : width / 2));
  plot->top = sketch->bare ? rim : sketch->line * 1.6;
  plot->bottom = MAX (plot->top + 1, sketch->sheet->height -
                      (sketch->bare ? rim : 2 * sketch->line + 6 * sketch->scale));
}

static void
draw_axes (const Plot *plot)
{
  BwSketch *sketch = plot->sketch;
  const double y = plot->bottom + 4 * sketch->scale;
  const guint every = (plot->bottom - plot->top) / N_LINES < 1.2 * sketch->line ? 2 : 1;

  for (guint i = 0; i <= N_LINES; i++)
    {
      const double share = (double) i / N_LINES;
      g_autofree char *text = bw_format_percent (share, 0);

      bw_sketch_rule (sketch, BW_INK_GRID, 1, plot->left, y_of (plot, share), plot->right,
                      y_of (plot, share));
      if (sketch->bare || i % every != 0)
        continue;
      bw_sketch_words (sketch, &(BwWords) {
      .text = text, .x = plot->left - 8 * sketch->scale, .y = y_of (plot, share) - sketch->line / 2,
      .align = BW_ALIGN_END, .ink = BW_INK_DIM,
    });
      if (plot->right - plot->left > 14 * sketch->size || i % N_LINES == 0)
        bw_sketch_words (sketch, &(BwWords) {
        .text = text, .x = x_of (plot, share), .y = y, .align = BW_ALIGN_MIDDLE, .ink = BW_INK_DIM,
      });
    }
}

static void
draw_titles (const Plot *plot)
{
  BwSketch *sketch = plot->sketch;
  const double width = sketch->sheet->width;
  g_autofree char *upright = bw_sketch_fit (sketch, plot->curve->y_title, sketch->size, FALSE, width);
  g_autofree char *across = bw_sketch_fit (sketch, plot->curve->x_title, sketch->size, FALSE,
                                           plot->right - plot->left);

  bw_sketch_words (sketch, &(BwWords) {
    .text = upright, .x = 0, .y = 0, .ink = BW_INK_DIM,
  });
  bw_sketch_words (sketch, &(BwWords) {
    .text = across, .x = (plot->left + plot->right) / 2, .y = plot->bottom + 4 * sketch->scale + sketch->line,
    .align = BW_ALIGN_MIDDLE, .ink = BW_INK_DIM,
  });
}

/* Chance, and a perfect score. */
static void
draw_bounds (const Plot *plot)
{
  const double chance[] = { x_of (plot, 0), y_of (plot, 0), x_of (plot, 1), y_of (plot, 1) };
  const double best[] = { x_of (plot, 0), y_of (plot, 0), x_of (plot, plot->curve->knee), y_of (plot, 1),
                          x_of (plot, 1), y_of (plot, 1) };
  BwMark mark = {
    .kind = BW_MARK_LINE, .ink = BW_INK_OUTLINE, .width = 1.25 * plot->sketch->scale, .dash = TRUE,
    .points = chance, .n_points = 2, .row = BW_NO_ROW,
  };

  bw_scene_add (plot->sketch->scene, &mark);
  mark.points = best;
  mark.n_points = 3;
  mark.dash = FALSE;
  mark.ink = BW_INK_GRID;
  mark.width = 1.75 * plot->sketch->scale;
  bw_scene_add (plot->sketch->scene, &mark);
}

static void
draw_curve (const Plot *plot)
{
  const GArray *points = plot->curve->points;
  g_autofree double *places = g_new (double, 2 * MAX (points->len, 1));
  BwMark mark = {
    .kind = BW_MARK_LINE, .ink = BW_INK_ACCENT, .width = 2.5 * plot->sketch->scale, .points = places,
    .row = BW_NO_ROW,
  };
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const BwCatchPoint *point = &g_array_index (points, BwCatchPoint, i);
      const double x = x_of (plot, point->x), y = y_of (plot, point->y);

      if (n > 0 && i + 1 < points->len && fabs (x - places[2 * n - 2]) < 0.5 &&
          fabs (y - places[2 * n - 1]) < 0.5)
        continue;
      places[2 * n] = x;
      places[2 * n + 1] = y;
      n++;
    }
  mark.n_points = n;
  if (n > 1)
    bw_scene_add (plot->sketch->scene, &mark);
}

/* The words stand at the foot, where neither curve nor diagonal are: at the side that has more room. */
static void
draw_edge (const Plot *plot)
{
  BwSketch *sketch = plot->sketch;
  const BwCatchPoint *edge = plot->curve->edge;
  const double x = x_of (plot, edge->x), y = y_of (plot, edge->y);
  const double gap = 9 * sketch->scale;
  const double small = MIN (sketch->scale, MIN (sketch->sheet->width, sketch->sheet->height) / 60);
  const gboolean to_right = plot->right - x >= x - plot->left;
  const double room = (to_right ? plot->right - x : x - plot->left) - gap;
  const double upright[] = { x, y, x, plot->bottom };
  const BwMark line = {
    .kind = BW_MARK_LINE, .ink = BW_INK_LINE, .width = 1.25 * sketch->scale, .dash = TRUE,
    .points = upright, .n_points = 2, .row = BW_NO_ROW,
  };
  BwMark dot = {
    .kind = BW_MARK_DOT, .ink = BW_INK_PAPER, .x = x, .y = y, .radius = 6 * small,
    .row = BW_NO_ROW,
  };
  g_auto(GStrv) lines = NULL;
  double at;

  bw_scene_add (sketch->scene, &line);
  bw_scene_add (sketch->scene, &dot);
  dot.ink = BW_INK_RED;
  dot.radius = 4.75 * small;
  dot.outline = small;
  bw_scene_add (sketch->scene, &dot);
  if (sketch->bare || room < 6 * sketch->size || plot->bottom - plot->top < 5 * sketch->line)
    return;

  lines = bw_sketch_wrap (sketch, edge->tip, sketch->size, FALSE, room, 3);
  at = plot->bottom - 4 * sketch->scale - g_strv_length (lines) * sketch->line;
  for (guint i = 0; lines[i] != NULL; i++, at += sketch->line)
    {
      g_autofree char *text = bw_sketch_fit (sketch, lines[i], sketch->size, FALSE, room);

      bw_sketch_words (sketch, &(BwWords) {
      .text = text, .x = to_right ? x + gap : x - gap, .y = at,
      .align = to_right ? BW_ALIGN_START : BW_ALIGN_END, .ink = BW_INK_TEXT,
    });
    }
}

/* Each stop is pointed at from half way to the stop before to half way to the next. */
static void
draw_touches (const Plot *plot)
{
  const GArray *stops = plot->curve->stops;

  for (guint i = 0; i < stops->len; i++)
    {
      const BwCatchPoint *stop = &g_array_index (stops, BwCatchPoint, i);
      const double before = i == 0 ? 0 : (stop[-1].x + stop->x) / 2;
      const double after = i + 1 == stops->len ? 1 : (stop[1].x + stop->x) / 2;
      const BwMark mark = {
        .kind = BW_MARK_TOUCH, .ink = BW_INK_TEXT, .x = x_of (plot, before), .y = plot->top,
        .width = MAX (x_of (plot, after) - x_of (plot, before), 0.5), .height = plot->bottom - plot->top,
        .row = i, .tip = stop->tip,
      };

      if (stop->tip != NULL)
        bw_scene_add (plot->sketch->scene, &mark);
    }
}

/**
 * bw_catch_curve_draw:
 *
 * Draws the curve with both its axes, over the whole sheet.
 */
void
bw_catch_curve_draw (const BwCatchCurve *self,
                     BwSketch           *sketch)
{
  Plot plot = { .curve = self, .sketch = sketch };

  place (&plot);
  draw_axes (&plot);
  if (!sketch->bare)
    draw_titles (&plot);
  draw_bounds (&plot);
  draw_curve (&plot);
  if (self->edge != NULL)
    draw_edge (&plot);
  draw_touches (&plot);
}
