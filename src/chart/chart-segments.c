/* Segments side by side: how many of each are in which band, and their mean score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All customers stand first, with the names of the bands over their bar; a segment's customers that
 * have not enough data are the grey part at the end. Segments that find no room are counted below. */

#include "chart/charts.h"
#include "chart/palette.h"
#include "chart/shown-words.h"
#include "chart/sketch.h"
#include "chart/spread.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW 3.6 /* lines in a row, at most */
#define BAR 0.5 /* of a row's height */

typedef struct
{
  BwSketch      *sketch;
  const BwView  *view;
  const BwModel *model;
  guint         *segments; /* of each row: all customers, then every segment that has some */
  guint          n_all;
  guint          n_rows; /* shown, all customers included */
  double         names;  /* right end of the names */
  double         left, right;
  double         row;
} Board;

static const BwSummary *
summary_of (const Board *board,
            guint        row)
{
  return bw_results_get_summary (board->view->results, board->segments[row]);
}

static const char *
name_of (const Board *board,
         guint        row)
{
  return row == 0 ? _("All customers") :
         bw_model_get_segment (board->model, board->segments[row])->name;
}

static guint
part_of (const Board *board,
         guint        i)
{
  return i < bw_model_get_n_bands (board->model) ? i : BW_NO_BAND;
}

static guint
n_parts (const Board *board)
{
  return bw_model_get_n_bands (board->model) + 1;
}

/* Where the first @i parts of a row's bar end. */
static double
x_of (const Board     *board,
      const BwSummary *summary,
      guint            i)
{
  gsize n = 0;

  for (guint k = 0; k < i; k++)
    n += summary->band_counts[part_of (board, k)];

  return board->left + (board->right - board->left) * n / MAX (summary->n_customers, 1);
}

/* "Enterprise: 412 customers, mean 71; At risk 46 (11 %), …" */
static char *
tip_of (const Board *board,
        guint        row)
{
  const BwSummary *summary = summary_of (board, row);
  g_autofree char *customers = bw_words_customers (summary->n_customers);
  g_autofree char *mean = bw_shown_words_of_mean (board->view->shown_as, summary->mean, 0);
  GString *text = g_string_new (NULL);

  /* TRANSLATORS: a segment, a number of customers with the word, and the mean score */
  g_string_append_printf (text, _("%s: %s, mean %s"), name_of (board, row), customers, mean);
  for (guint i = 0; i < n_parts (board); i++)
    {
      const guint part = part_of (board, i);
      g_autofree char *count = bw_format_number (summary->band_counts[part], 0);
      g_autofree char *share = bw_words_percent (summary, part);

      if (summary->band_counts[part] > 0)
        g_string_append_printf (text, "; %s %s (%s)", bw_words_band (board->model, part), count,
                                share);
    }

  return g_string_free (text, FALSE);
}

static void
draw_bar (const Board *board,
          guint        row,
          double       y)
{
  const BwSummary *summary = summary_of (board, row);
  const double gap = 0.75 * board->sketch->scale;

  for (guint i = 0; i < n_parts (board); i++)
    {
      const double start = x_of (board, summary, i);
      const double end = x_of (board, summary, i + 1);
      const BwMark mark = {
        .kind = BW_MARK_BOX,
        .ink = bw_words_band_ink (board->model, part_of (board, i)),
        .x = MIN (start, board->right - gap),
        .y = y + board->row * (1 - BAR) / 2,
        .width = MAX (end - start - gap, gap),
        .height = board->row * BAR,
        .row = row,
        .outline = gap,
      };

      if (summary->band_counts[part_of (board, i)] > 0)
        bw_scene_add (board->sketch->scene, &mark);
    }
}

static void
draw_row (const Board *board,
          guint        row,
          double       y)
{
  BwSketch *sketch = board->sketch;
  const double line = y + (board->row - sketch->label_line) / 2;
  const gboolean chosen = board->view->segment == board->segments[row];
  g_autofree char *name = bw_sketch_fit (sketch, name_of (board, row), sketch->label, chosen,
                                         board->names);
  g_autofree char *mean = bw_shown_words_of_mean (board->view->shown_as,
                                                  summary_of (board, row)->mean, 0);
  g_autofree char *tip = tip_of (board, row);
  const BwMark touch = {
    .kind = BW_MARK_TOUCH, .ink = BW_INK_TEXT, .x = 0, .y = y, .width = sketch->sheet->width,
    .height = board->row, .row = row, .tip = tip,
  };

  draw_bar (board, row, y);
  if (!sketch->bare)
    {
      bw_sketch_words (sketch, &(BwWords) {
      .text = name, .x = board->names, .y = line, .align = BW_ALIGN_END, .ink = BW_INK_TEXT,
      .size = sketch->label, .bold = chosen,
    });
      bw_sketch_words (sketch, &(BwWords) {
      .text = mean, .x = sketch->sheet->width, .y = line, .align = BW_ALIGN_END,
      .ink = BW_INK_TEXT, .size = sketch->label, .bold = TRUE,
    });
    }
  bw_scene_add (sketch->scene, &touch);
}

/* The bands' names over the first bar, and what the numbers at the right are. */
static void
draw_head (const Board *board)
{
  BwSketch *sketch = board->sketch;
  const BwSummary *summary = summary_of (board, 0);
  const char *mean = _("Mean");
  const double room = sketch->sheet->width -
                      bw_ruler_width (sketch->ruler, mean, sketch->size, FALSE) - sketch->size;
  double starts[BW_MAX_BANDS + 1], widths[BW_MAX_BANDS + 1];
  guint parts[BW_MAX_BANDS + 1];
  guint n = 0;

  for (guint i = 0; i < n_parts (board); i++)
    {
      if (summary->band_counts[part_of (board, i)] == 0)
        continue;

      parts[n] = part_of (board, i);
      widths[n] = bw_ruler_width (sketch->ruler, bw_words_band (board->model, parts[n]),
                                  sketch->label, TRUE);
      starts[n] = (x_of (board, summary, i) + x_of (board, summary, i + 1) - widths[n]) / 2;
      n++;
    }

  bw_sketch_words (sketch, &(BwWords) {
    .text = mean, .x = sketch->sheet->width, .y = sketch->label_line - sketch->line,
    .align = BW_ALIGN_END, .ink = BW_INK_DIM,
  });
  if (!bw_spread (starts, widths, n, sketch->size, 0, room))
    return;

  for (guint i = 0; i < n; i++)
    {
      bw_sketch_words (sketch, &(BwWords) {
      .text = bw_words_band (board->model, parts[i]),
      .x = starts[i],
      .ink = bw_ink_text (bw_words_band_ink (board->model, parts[i])),
      .size = sketch->label,
      .bold = TRUE,
    });
    }
}

static void
measure (Board *board)
{
  BwSketch *sketch = board->sketch;
  const double width = sketch->sheet->width;
  const double means = MAX (bw_ruler_width (sketch->ruler, _("Mean"), sketch->size, FALSE),
                            bw_ruler_width (sketch->ruler, board->view->shown_as == BW_SHOWN_PERCENT
                                            ? "100\302\240%" : "100", sketch->label, TRUE));

  board->names = 0;
  for (guint row = 0; row < board->n_rows; row++)
    board->names = MAX (board->names, bw_ruler_width (sketch->ruler, name_of (board, row),
                                                      sketch->label, TRUE));
  board->names = MIN (board->names + 1, width * 0.4);
  board->left = sketch->bare ? 0 : board->names + sketch->size;
  board->right = sketch->bare ? width : MAX (board->left + 1, width - means - sketch->size);
}

static void
draw_board (Board *board)
{
  BwSketch *sketch = board->sketch;
  const guint n_all = board->n_all;
  const double head = sketch->bare ? 0 : sketch->label_line + 2 * sketch->scale;
  const double height = sketch->sheet->height;
  const guint most = MAX (1, (guint) MAX (0, (height - head) / (sketch->label_line * 1.1)));

  board->n_rows = n_all <= most ? n_all : MAX (most - 1, 1);
  measure (board);
  board->row = MIN ((height - head) / (board->n_rows + (n_all > board->n_rows ? 1 : 0)),
                    ROW * sketch->label_line);

  if (!sketch->bare)
    draw_head (board);
  for (guint row = 0; row < board->n_rows; row++)
    draw_row (board, row, head + row * board->row);

  if (n_all > board->n_rows && !sketch->bare)
    {
      const guint n = n_all - board->n_rows;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more segment", "%u more segments", n),
                                               n);

      bw_sketch_words (sketch, &(BwWords) {
      .text = more, .x = board->left, .y = head + board->n_rows * board->row,
      .ink = BW_INK_DIM, .width = board->right - board->left,
    });
    }
}

static void
find_segments (Board *board)
{
  const guint n = bw_model_get_n_segments (board->model);

  board->segments = g_new (guint, n + 1);
  board->segments[board->n_all++] = BW_ALL_SEGMENTS;
  for (guint segment = 0; segment < n; segment++)
    {
      if (bw_results_get_summary (board->view->results, segment)->n_customers > 0)
        board->segments[board->n_all++] = segment;
    }
}

/* The scored segment with the lowest mean, or %BW_NONE.
 * @spread: (out): from its mean to the highest one, both as they are shown */
static guint
find_weakest (const BwView *view,
              double       *spread)
{
  const guint n = bw_model_get_n_segments (bw_results_get_model (view->results));
  guint weakest = BW_NONE;
  double least = INFINITY;
  double most = -INFINITY;

  for (guint segment = 0; segment < n; segment++)
    {
      const double mean = bw_results_get_summary (view->results, segment)->mean;

      if (isfinite (mean) && mean < least)
        {
          least = mean;
          weakest = segment;
        }
      if (isfinite (mean))
        most = MAX (most, mean);
    }

  *spread = round (most) - round (least);
  return weakest;
}

static char *
finding (const BwView *view)
{
  double spread;
  const guint weakest = find_weakest (view, &spread);
  g_autofree char *mean = NULL;

  if (weakest == BW_NONE)
    return g_strdup (_("Nobody is scored"));

  mean = bw_shown_words_of_mean (view->shown_as,
                                 bw_results_get_summary (view->results, weakest)->mean, 0);

  if (spread == 0)
    /* TRANSLATORS: %s is a score */
    return g_strdup_printf (_("All segments have a mean score of %s"), mean);

  /* TRANSLATORS: a segment and its mean score */
  return g_strdup_printf (_("%s is the weakest segment, with a mean score of %s"),
                          bw_model_get_segment (bw_results_get_model (view->results),
                                                weakest)->name, mean);
}

static char *
subtitle (const BwView *view)
{
  BwView all = *view;
  g_autofree char *date = bw_words_date (view);
  g_autofree char *customers = NULL;

  all.segment = BW_ALL_SEGMENTS;
  customers = bw_words_customers (bw_words_get_summary (&all)->n_customers);
  if (date == NULL)
    /* TRANSLATORS: %s is a number of customers, with the word: 412 customers */
    return g_strdup_printf (_("Share of %s by segment and band"), customers);

  /* TRANSLATORS: a number of customers, with the word, and a date */
  return g_strdup_printf (_("Share of %s by segment and band, %s"), customers, date);
}

static void
layout_segments (BwScene       *scene,
                 const BwView  *view,
                 const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  Board board = {
    .sketch = &sketch, .view = view, .model = bw_results_get_model (view->results),
  };
  BwView all = *view;
  g_autofree char *nobody = NULL;
  g_autoptr(GString) text = NULL;

  all.segment = BW_ALL_SEGMENTS;
  nobody = bw_words_nobody (&all);
  bw_sketch_begin (&sketch, scene, sheet);
  if (nobody != NULL)
    {
      bw_sketch_say (&sketch, nobody);
      return;
    }

  find_segments (&board);
  draw_board (&board);
  text = g_string_new (NULL);
  for (guint row = 0; row < board.n_all; row++)
    {
      g_autofree char *tip = tip_of (&board, row);

      g_string_append_printf (text, "%s%s.", row > 0 ? " " : "", tip);
    }
  bw_scene_set_description (scene, text->str);
  g_free (board.segments);
}

const BwChart bw_chart_segments = {
  .id = "segments",
  .title = N_("Segments"),
  .layout = layout_segments,
  .finding = finding,
  .subtitle = subtitle,
  .all_segments = TRUE,
};
