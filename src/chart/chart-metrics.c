/* Metrics by the points that they cost: share × (100 − metric score), the costliest first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all metrics cost together is what the mean score, before caps and floors, lacks of 100. Those
 * that find no room are counted below. */

#include "chart/charts.h"
#include "chart/sketch.h"
#include "chart/words.h"

#include "format/format.h"
#include "score/insight.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW 3.2 /* lines in a row, at most */
#define BAR 0.5 /* of a row's height */

typedef struct
{
  guint  metric;
  double lost;
  double share;
} Cost;

typedef struct
{
  BwSketch      *sketch;
  const BwView  *view;
  const BwModel *model;
  GArray        *costs; /* Cost, those that the segment scores, the costliest first */
  guint          n_rows;
  double         names; /* right end of the names */
  double         left, right;
  double         row;
} Board;

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  const Cost *one = a, *other = b;

  if (one->lost != other->lost)
    return one->lost > other->lost ? -1 : 1;

  return one->metric < other->metric ? -1 : one->metric > other->metric;
}

static GArray *
list_costs (const BwView *view)
{
  const guint n = bw_model_get_n_metrics (bw_results_get_model (view->results));
  g_autofree BwMetricInsight *insights = g_new0 (BwMetricInsight, MAX (n, 1));
  GArray *costs = g_array_new (FALSE, FALSE, sizeof (Cost));

  bw_results_find_insights (view->results, view->segment, insights);
  for (guint metric = 0; metric < n; metric++)
    {
      const Cost cost = { metric, insights[metric].lost, insights[metric].share };

      if (cost.share > 0 && isfinite (cost.lost))
        g_array_append_val (costs, cost);
    }
  g_array_sort (costs, compare_costs);

  return costs;
}

static const Cost *
cost_at (const GArray *costs,
         guint         i)
{
  return &g_array_index (costs, Cost, i);
}

static const char *
name_at (const Board *board,
         guint        i)
{
  return bw_model_get_metric (board->model, cost_at (board->costs, i)->metric)->name;
}

/* "Active users: 8.1 points lost, weighs 24 %" */
static char *
tip_at (const Board *board,
        guint        i)
{
  const Cost *cost = cost_at (board->costs, i);
  g_autofree char *lost = bw_format_number (cost->lost, 1);
  g_autofree char *share = bw_format_percent (cost->share, 0);

  /* TRANSLATORS: a metric, a number of points of the score, a percentage */
  return g_strdup_printf (_("%s: %s points lost, weighs %s"), name_at (board, i), lost, share);
}

static void
draw_row (const Board *board,
          guint        i,
          double       y)
{
  BwSketch *sketch = board->sketch;
  const Cost *cost = cost_at (board->costs, i);
  const double most = MAX (cost_at (board->costs, 0)->lost, 1e-9);
  const double width = MAX ((board->right - board->left) * cost->lost / most, sketch->scale);
  const double line = y + (board->row - sketch->label_line) / 2;
  g_autofree char *name = bw_sketch_fit (sketch, name_at (board, i), sketch->label, FALSE,
                                         board->names);
  g_autofree char *lost = bw_format_number (cost->lost, 1);
  g_autofree char *tip = tip_at (board, i);
  BwMark mark = {
    .kind = BW_MARK_BOX, .ink = BW_INK_ACCENT, .x = board->left,
    .y = y + board->row * (1 - BAR) / 2, .width = width, .height = board->row * BAR,
    .radius = 2 * sketch->scale, .row = i,
  };

  bw_scene_add (sketch->scene, &mark);
  if (!sketch->bare)
    {
      bw_sketch_words (sketch, &(BwWords) {
      .text = name, .x = board->names, .y = line, .align = BW_ALIGN_END, .ink = BW_INK_TEXT,
      .size = sketch->label,
    });
      bw_sketch_words (sketch, &(BwWords) {
      .text = lost, .x = board->left + width + sketch->size / 2, .y = line, .ink = BW_INK_TEXT,
      .size = sketch->label, .bold = TRUE,
    });
    }

  mark.kind = BW_MARK_TOUCH;
  mark.x = 0;
  mark.y = y;
  mark.width = sketch->sheet->width;
  mark.height = board->row;
  mark.tip = tip;
  bw_scene_add (sketch->scene, &mark);
}

static void
measure (Board *board)
{
  BwSketch *sketch = board->sketch;
  const double width = sketch->sheet->width;
  const double numbers = bw_ruler_width (sketch->ruler, "100.0", sketch->label, TRUE);

  for (guint i = 0; i < board->n_rows; i++)
    board->names = MAX (board->names, bw_ruler_width (sketch->ruler, name_at (board, i),
                                                      sketch->label, FALSE));
  board->names = MIN (board->names + 1, width * 0.4);
  board->left = sketch->bare ? 0 : board->names + sketch->size;
  board->right = sketch->bare ? width : MAX (board->left + 1, width - numbers - sketch->size);
}

static void
draw_board (Board *board)
{
  BwSketch *sketch = board->sketch;
  const guint n_all = board->costs->len;
  const double height = sketch->sheet->height;
  const guint most = MAX (1, (guint) (height / (sketch->label_line * 1.1)));

  board->n_rows = n_all <= most ? n_all : MAX (most - 1, 1);
  measure (board);
  board->row = MIN (height / (board->n_rows + (n_all > board->n_rows ? 1 : 0)),
                    ROW * sketch->label_line);
  for (guint i = 0; i < board->n_rows; i++)
    draw_row (board, i, i * board->row);

  if (n_all > board->n_rows && !sketch->bare)
    {
      const guint n = n_all - board->n_rows;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more metric", "%u more metrics", n), n);

      bw_sketch_words (sketch, &(BwWords) {
      .text = more, .x = board->left, .y = board->n_rows * board->row, .ink = BW_INK_DIM,
      .width = board->right - board->left,
    });
    }
}

static void
layout_metrics (BwScene       *scene,
                const BwView  *view,
                const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_autofree char *nobody = bw_words_nobody (view);
  g_autoptr(GArray) costs = NULL;
  g_autoptr(GString) text = NULL;
  Board board = { .sketch = &sketch, .view = view, .model = bw_results_get_model (view->results) };

  bw_sketch_begin (&sketch, scene, sheet);
  if (nobody != NULL)
    {
      bw_sketch_say (&sketch, nobody);
      return;
    }

  costs = board.costs = list_costs (view);
  draw_board (&board);
  text = g_string_new (NULL);
  for (guint i = 0; i < costs->len; i++)
    {
      g_autofree char *tip = tip_at (&board, i);

      g_string_append_printf (text, "%s%s.", i > 0 ? " " : "", tip);
    }
  bw_scene_set_description (scene, text->str);
}

/* "Enterprise: Active users costs most, 8.1 of 28.8 points" */
static char *
finding (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);
  g_autoptr(GArray) costs = list_costs (view);
  const char *segment = bw_words_get_segment (view);
  g_autofree char *lost = NULL;
  g_autofree char *all = NULL;
  g_autofree char *said = NULL;
  double total = 0;

  if (costs->len == 0 || bw_words_get_summary (view)->n_scored == 0)
    return g_strdup (_("Nobody is scored"));

  for (guint i = 0; i < costs->len; i++)
    total += cost_at (costs, i)->lost;
  lost = bw_format_number (cost_at (costs, 0)->lost, 1);
  all = bw_format_number (total, 1);
  /* TRANSLATORS: a metric, and two numbers of points of the score */
  said = g_strdup_printf (_("%s costs most: %s of the %s points that metrics cost"),
                          bw_model_get_metric (model, cost_at (costs, 0)->metric)->name, lost, all);
  if (segment == NULL)
    return g_steal_pointer (&said);

  /* TRANSLATORS: a segment, and what is said of it */
  return g_strdup_printf (_("%s: %s"), segment, said);
}

static char *
subtitle (const BwView *view)
{
  const BwSummary *summary = bw_words_get_summary (view);
  g_autofree char *customers = bw_words_customers (summary->n_scored);
  g_autofree char *date = bw_words_date (view);
  /* TRANSLATORS: %s is a number of customers with the word */
  g_autofree char *what = g_strdup_printf (_("Points lost by metric, mean of %s"), customers);

  if (date == NULL)
    return g_steal_pointer (&what);

  /* TRANSLATORS: what is measured, and when */
  return g_strdup_printf (_("%s, %s"), what, date);
}

const BwChart bw_chart_metrics = {
  .id = "metrics",
  .title = N_("Points Lost"),
  .layout = layout_metrics,
  .finding = finding,
  .subtitle = subtitle,
};
