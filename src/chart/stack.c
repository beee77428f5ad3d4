/* Shares of customers on top of each other, snapshot by snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Areas on top of each other, the lowest band at the bottom, a grey part for who has not enough data
 * at the top. The bands are named at the right end, beside their newest share. With one snapshot
 * there is one bar. */

#include "chart/stack.h"
#include "chart/date-marks.h"
#include "chart/palette.h"
#include "chart/spread.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

/**
 * bw_stack_get_summary:
 *
 * Returns: (transfer none): that of the view's segment at @snapshot; of the newest one under the
 *   weights of this moment, unless all are shown as scored then
 */
const BwSummary *
bw_stack_get_summary (const BwView *view,
                      guint         snapshot)
{
  if ((!view->then || view->history == NULL) &&
      snapshot == bw_prepared_get_snapshot (bw_results_get_prepared (view->results)))
    return bw_words_get_summary (view);

  return bw_history_get_summary (view->history, snapshot, view->segment);
}

/* The bands from the bottom up, then those without enough data. */
static guint
part_of (const BwStack *stack,
         guint          i)
{
  return i < bw_model_get_n_bands (stack->model) ? i : BW_NO_BAND;
}

static guint
n_parts (const BwStack *stack)
{
  return bw_model_get_n_bands (stack->model) + 1;
}

/* Where the first @i parts of @summary end, from the bottom up. */
static double
height_at (const BwStack   *stack,
           const BwSummary *summary,
           guint            i)
{
  gsize n = 0;

  for (guint k = 0; k < i; k++)
    n += summary->band_counts[part_of (stack, k)];

  return stack->bottom - (stack->bottom - stack->top) * n / MAX (summary->n_customers, 1);
}

/* Part @i from snapshot @from to @to, which all have customers. */
static void
draw_run (const BwStack *stack,
          guint          i,
          guint          from,
          guint          to)
{
  const guint n = to - from + 1;
  g_autofree double *points = g_new (double, 4 * n);
  gboolean empty = TRUE;
  BwMark mark = {
    .kind = BW_MARK_AREA,
    .ink = bw_words_band_ink (stack->model, part_of (stack, i)),
    .points = points,
    .n_points = 2 * n,
    .row = BW_NO_ROW,
    .outline = 0.75 * stack->sketch->scale,
  };

  for (guint k = 0; k < n; k++)
    {
      const BwSummary *summary = bw_stack_get_summary (stack->view, from + k);
      const guint back = 2 * n - 1 - k;

      points[2 * k] = points[2 * back] = stack->time->xs[from + k];
      points[2 * k + 1] = height_at (stack, summary, i);
      points[2 * back + 1] = height_at (stack, summary, i + 1);
      empty = empty && summary->band_counts[part_of (stack, i)] == 0;
    }

  if (empty)
    return;

  bw_scene_add (stack->sketch->scene, &mark);
  if (i > 0)
    {
      mark.kind = BW_MARK_LINE;
      mark.ink = BW_INK_PAPER;
      mark.width = MIN (1.5 * stack->sketch->scale,
                        (stack->right - stack->left) / (3.0 * stack->time->n));
      mark.n_points = n;
      bw_scene_add (stack->sketch->scene, &mark);
    }
}

/* A lone snapshot, or the only one with customers among its neighbours: bars. */
static void
draw_bar (const BwStack *stack,
          guint          snapshot,
          double         left,
          double         right)
{
  const BwSummary *summary = bw_stack_get_summary (stack->view, snapshot);

  for (guint i = 0; i < n_parts (stack); i++)
    {
      const double top = height_at (stack, summary, i + 1);
      const double gap = i > 0 ? stack->sketch->scale : 0;
      const BwMark mark = {
        .kind = BW_MARK_BOX,
        .ink = bw_words_band_ink (stack->model, part_of (stack, i)),
        .x = left,
        .y = top,
        .width = right - left,
        .height = MAX (0, height_at (stack, summary, i) - top - gap),
        .row = snapshot,
        .outline = 0.75 * stack->sketch->scale,
      };

      if (summary->band_counts[part_of (stack, i)] > 0)
        bw_scene_add (stack->sketch->scene, &mark);
    }
}

static void
draw_areas (const BwStack *stack)
{
  const BwTimeline *time = stack->time;

  for (guint from = 0; from < time->n; from++)
    {
      guint to = from;

      if (bw_stack_get_summary (stack->view, from)->n_customers == 0)
        continue;

      while (to + 1 < time->n && bw_stack_get_summary (stack->view, to + 1)->n_customers > 0)
        to++;
      if (from == to)
        draw_bar (stack, from, MAX (stack->left, time->xs[from] - 3 * stack->sketch->scale),
                  MIN (stack->right, time->xs[from] + 3 * stack->sketch->scale));
      else
        for (guint i = 0; i < n_parts (stack); i++)
          draw_run (stack, i, from, to);
      from = to;
    }
}

/* "Healthy 62 %", no wider than the gutter: the name gives way. */
static char *
name_of (const BwStack   *stack,
         const BwSummary *summary,
         guint            part,
         double           width)
{
  g_autofree char *count = bw_format_number (summary->band_counts[part], 0);
  g_autofree char *share = NULL;
  g_autofree char *behind = NULL;
  g_autofree char *name = NULL;

  share = bw_words_percent (summary, part);
  behind = stack->time->n == 1 ? g_strdup_printf (" · %s · %s", count, share) :
           g_strdup_printf (" %s", share);
  name = bw_sketch_fit (stack->sketch, bw_words_band (stack->model, part), stack->sketch->label,
                        TRUE, width - bw_ruler_width (stack->sketch->ruler, behind,
                                                      stack->sketch->label, TRUE));
  if (*name == '\0')
    return g_steal_pointer (&share);

  return g_strconcat (name, behind, NULL);
}

/* How wide the names at the right are; at most half the paper. */
static double
measure_names (const BwStack *stack)
{
  const BwSummary *summary = bw_stack_get_summary (stack->view, stack->time->n - 1);
  double widest = 0;

  for (guint i = 0; i < n_parts (stack); i++)
    {
      g_autofree char *name = name_of (stack, summary, part_of (stack, i), 1e6);

      if (summary->band_counts[part_of (stack, i)] > 0)
        widest = MAX (widest, bw_ruler_width (stack->sketch->ruler, name, stack->sketch->label,
                                              TRUE));
    }

  return MIN (widest + 1, stack->sketch->sheet->width / 2 - 8 * stack->sketch->scale);
}

static void
draw_names (const BwStack *stack,
            double         x)
{
  const BwSummary *summary = bw_stack_get_summary (stack->view, stack->time->n - 1);
  const double line = stack->sketch->label_line;
  double starts[BW_STACK_PARTS];
  double heights[BW_STACK_PARTS];
  guint parts[BW_STACK_PARTS];
  guint n = 0;

  for (guint i = n_parts (stack); i > 0; i--)
    {
      if (summary->band_counts[part_of (stack, i - 1)] == 0)
        continue;

      parts[n] = part_of (stack, i - 1);
      heights[n] = line;
      starts[n] = (height_at (stack, summary, i - 1) + height_at (stack, summary, i) - line) / 2;
      n++;
    }

  if (!bw_spread (starts, heights, n, 0, 0, MAX (stack->bottom, line * n)) ||
      line * n > stack->sketch->sheet->height)
    return;

  for (guint k = 0; k < n; k++)
    {
      g_autofree char *text = name_of (stack, summary, parts[k], stack->gutter);

      bw_sketch_words (stack->sketch, &(BwWords) {
      .text = text,
      .x = x,
      .y = starts[k],
      .ink = bw_ink_text (bw_words_band_ink (stack->model, parts[k])),
      .size = stack->sketch->label,
      .bold = TRUE,
      .width = stack->gutter,
    });
    }
}

static void
draw_scale (const BwStack *stack)
{
  for (guint i = 0; i <= 2; i++)
    {
      g_autofree char *text = bw_format_percent (i / 2.0, 0);

      bw_sketch_words (stack->sketch, &(BwWords) {
      .text = text,
      .x = stack->left - 6 * stack->sketch->scale,
      .y = MAX (0, stack->bottom - (stack->bottom - stack->top) * i / 2 -
                stack->sketch->line / 2),
      .align = BW_ALIGN_END,
      .ink = BW_INK_DIM,
    });
    }
}

/**
 * bw_stack_describe:
 *
 * Returns: (transfer full): "30 Nov 2026: At risk 46 (11 %), Watch 110 (27 %), Healthy 256 (62 %)"
 */
char *
bw_stack_describe (const BwStack *stack,
                   guint          snapshot)
{
  const BwSummary *summary = bw_stack_get_summary (stack->view, snapshot);
  g_autofree char *date = bw_timeline_date (stack->time, snapshot);
  GString *text = g_string_new (date);

  for (guint i = 0; i < n_parts (stack); i++)
    {
      const guint part = part_of (stack, i);
      g_autofree char *count = bw_format_number (summary->band_counts[part], 0);
      g_autofree char *share = bw_words_percent (summary, part);

      if (summary->band_counts[part] > 0 || part != BW_NO_BAND)
        g_string_append_printf (text, "%s%s %s (%s)", i > 0 ? ", " : ": ",
                                bw_words_band (stack->model, part), count, share);
    }

  return g_string_free (text, FALSE);
}

/**
 * bw_stack_draw:
 *
 * Draws all over the sheet.
 */
void
bw_stack_draw (BwStack *stack)
{
  BwSketch *sketch = stack->sketch;
  const double scale = sketch->scale;
  const double narrow = MIN (260 * scale, sketch->sheet->width * 0.4);
  g_autofree char *widest = bw_format_percent (1, 0);

  stack->gutter = measure_names (stack);
  stack->left = bw_ruler_width (sketch->ruler, widest, sketch->size, FALSE) + 6 * scale;
  stack->right = MAX (stack->left + 1, sketch->sheet->width - stack->gutter - 8 * scale);
  stack->top = sketch->line / 2;
  if (bw_date_marks_any (stack->view))
    stack->top = sketch->line + 6 * scale;
  stack->bottom = MAX (stack->top + 1, sketch->sheet->height - sketch->line - 6 * scale);

  if (sketch->bare)
    {
      stack->left = stack->top = 0;
      stack->right = sketch->sheet->width;
      stack->bottom = sketch->sheet->height;
    }
  else if (stack->time->n == 1)
    stack->right = MIN (stack->right, stack->left + narrow);
  bw_timeline_place (stack->time, stack->left, stack->right);

  if (stack->time->n == 1)
    draw_bar (stack, 0, stack->left, stack->right);
  else
    draw_areas (stack);
  bw_date_marks_draw (stack->time, stack->view, 0, stack->bottom);
  if (!sketch->bare)
    {
      draw_scale (stack);
      draw_names (stack, stack->right + 8 * scale);
      bw_timeline_draw (stack->time, stack->bottom + 5 * scale);
    }

  for (guint i = 0; i < stack->time->n; i++)
    {
      g_autofree char *tip = bw_stack_describe (stack, i);

      bw_timeline_touch (stack->time, i, stack->top, stack->bottom, tip);
    }
  bw_date_marks_touch (stack->time, stack->view, 0, stack->bottom);
}
