/* Lines from rank to rank: everybody quietly, those who gain or lose most places by name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of those who are not named so many are drawn as can be told apart, every so many places one, so
 * that five thousand read like fifty. */

#include "chart/slopes.h"

#include "chart/agreement.h"
#include "chart/palette.h"
#include "chart/spread.h"

#include "format/format.h"
#include "score/rank-moves.h"

#include <glib/gi18n-lib.h>

#define MOST_QUIET  120  /* lines of those who are not named */
#define MOST_NAMED  6    /* named risers, and named fallers */
#define MOST_LABELS 0.42 /* of the width, for the names */

typedef struct
{
  BwSketch     *sketch;
  const BwView *view;
  GArray       *moves; /* of BwRankMove, by rank before */
  guint         named[2 * MOST_NAMED]; /* of @moves: the risers, then the fallers */
  guint         n_risers;
  guint         n_named;
  double        left, right, top, bottom;
  double        labels; /* room for the names */
} Slopes;

static const BwRankMove *
move_at (const Slopes *self,
         guint         i)
{
  return &g_array_index (self->moves, BwRankMove, i);
}

/* Finds those who are named: the biggest risers and fallers, @most of each. */
static void
find_named (Slopes *self,
            guint   most)
{
  self->n_risers = bw_rank_moves_find_biggest (self->moves, TRUE, most, self->named);
  self->n_named = self->n_risers + bw_rank_moves_find_biggest (self->moves, FALSE, most,
                                                               self->named + self->n_risers);
}

static const char *
name_of (const Slopes     *self,
         const BwRankMove *move)
{
  BwPrepared *prepared = bw_results_get_prepared (self->view->results);
  BwPanel *panel = bw_prepared_get_panel (prepared);
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, bw_prepared_get_snapshot (prepared));

  return bw_panel_get_name (panel, bw_snapshot_get_customers (snapshot)[move->row]);
}

static double
y_of (const Slopes *self,
      guint         rank)
{
  const double part = (rank - 1.0) / MAX (self->moves->len - 1.0, 1);

  return self->top + part * (self->bottom - self->top);
}

/* "Dunmore Logistics: from rank 391 to 12" */
static char *
tip_of (const Slopes     *self,
        const BwRankMove *move)
{
  g_autofree char *from = bw_format_number (move->from, 0);
  g_autofree char *to = bw_format_number (move->to, 0);

  /* TRANSLATORS: a customer, its rank under one model and under another */
  return g_strdup_printf (_("%s: from rank %s to %s"), name_of (self, move), from, to);
}

/* "12  Dunmore Logistics" */
static char *
label_of (const Slopes     *self,
          const BwRankMove *move)
{
  g_autofree char *to = bw_format_number (move->to, 0);

  return g_strconcat (to, "  ", name_of (self, move), NULL);
}

static void
draw_line (const Slopes     *self,
           const BwRankMove *move,
           BwInk             ink,
           double            fade,
           double            width)
{
  const double points[] = {
    self->left, y_of (self, move->from), self->right, y_of (self, move->to)
  };
  const BwMark mark = {
    .kind = BW_MARK_LINE, .ink = ink, .fade = fade, .width = width * self->sketch->scale,
    .points = points, .n_points = 2, .row = BW_NO_ROW,
  };

  bw_scene_add (self->sketch->scene, &mark);
}

static void
draw_quiet (const Slopes *self)
{
  const guint n = self->moves->len;
  const guint shown = MIN (n, MOST_QUIET);

  for (guint i = 0; i < shown; i++)
    draw_line (self, move_at (self, (guint) ((guint64) i * n / shown)), BW_INK_GREY, 0.5, 1);
}

static BwInk
ink_of (const Slopes *self,
        guint         named)
{
  return named < self->n_risers ? BW_INK_GREEN : BW_INK_RED;
}

static void
draw_dot (const Slopes *self,
          double        x,
          double        y,
          BwInk         ink)
{
  const BwMark mark = {
    .kind = BW_MARK_DOT, .ink = ink, .x = x, .y = y, .radius = 3 * self->sketch->scale,
    .row = BW_NO_ROW, .outline = 0.75 * self->sketch->scale,
  };

  bw_scene_add (self->sketch->scene, &mark);
}

static void
draw_named (const Slopes *self)
{
  for (guint i = 0; i < self->n_named; i++)
    {
      const BwRankMove *move = move_at (self, self->named[i]);

      draw_line (self, move, ink_of (self, i), 0, 2);
      if (self->sketch->bare)
        continue;
      draw_dot (self, self->left, y_of (self, move->from), ink_of (self, i));
      draw_dot (self, self->right, y_of (self, move->to), ink_of (self, i));
    }
}

/* The order of the named by their rank on one side, from the top. */
static void
sort_named (const Slopes *self,
            gboolean      to,
            guint        *order)
{
  for (guint i = 0; i < self->n_named; i++)
    {
      const BwRankMove *move = move_at (self, self->named[i]);
      guint at = i;

      while (at > 0)
        {
          const BwRankMove *other = move_at (self, self->named[order[at - 1]]);

          if (to ? other->to <= move->to : other->from <= move->from)
            break;
          order[at] = order[at - 1];
          at--;
        }
      order[at] = i;
    }
}

/* Where the words of the named stand on one side, from the top; FALSE where they find no room. */
static gboolean
place_words (const Slopes *self,
             gboolean      to,
             guint        *order,
             double       *starts)
{
  double lengths[2 * MOST_NAMED];

  sort_named (self, to, order);
  for (guint i = 0; i < self->n_named; i++)
    {
      const BwRankMove *move = move_at (self, self->named[order[i]]);

      lengths[i] = self->sketch->line;
      starts[i] = y_of (self, to ? move->to : move->from) - self->sketch->line / 2;
    }

  return bw_spread (starts, lengths, self->n_named, 0, self->top - self->sketch->line / 2,
                    MIN (self->bottom + self->sketch->line / 2, self->sketch->sheet->height));
}

/* Ranks before at the left, ranks after and names at the right, each joined to its dot. */
static void
draw_words (const Slopes *self,
            gboolean      to)
{
  BwSketch *sketch = self->sketch;
  const double air = 6 * sketch->scale;
  guint order[2 * MOST_NAMED];
  double starts[2 * MOST_NAMED];

  if (!place_words (self, to, order, starts))
    return;

  for (guint i = 0; i < self->n_named; i++)
    {
      const BwRankMove *move = move_at (self, self->named[order[i]]);
      g_autofree char *label = to ? label_of (self, move) : bw_format_number (move->from, 0);
      g_autofree char *text = to ? bw_sketch_fit (sketch, label, sketch->size, FALSE,
                                                  self->labels) : g_strdup (label);
      g_autofree char *tip = tip_of (self, move);
      const double x = to ? self->right + 3 * air : self->left - 3 * air;
      const double y = y_of (self, to ? move->to : move->from);
      const BwMark touch = {
        .kind = BW_MARK_TOUCH, .ink = BW_INK_TEXT, .x = x, .y = starts[i], .width = self->labels,
        .height = sketch->line, .row = move->row, .tip = tip,
      };

      bw_sketch_rule (sketch, ink_of (self, order[i]), 0.75, to ? self->right : self->left, y,
                      to ? x - air / 2 : x + air / 2, starts[i] + sketch->line / 2);
      bw_sketch_words (sketch, &(BwWords) {
      .text = text, .x = x, .y = starts[i], .align = to ? BW_ALIGN_START : BW_ALIGN_END,
      .ink = bw_ink_text (ink_of (self, order[i])),
    });
      if (to)
        bw_scene_add (sketch->scene, &touch);
    }
}

/* Over one axis: what it is. */
static void
draw_axis_tip (const Slopes *self,
               const char   *side,
               double        x)
{
  const double reach = 8 * self->sketch->scale;
  g_autofree char *last = bw_format_number (self->moves->len, 0);
  /* TRANSLATORS: "From: draft", and the number of the last rank */
  g_autofree char *tip = g_strdup_printf (_("%s, ranks 1 to %s"), side, last);
  const BwMark touch = {
    .kind = BW_MARK_TOUCH, .ink = BW_INK_TEXT, .x = x - reach, .y = self->top,
    .width = 2 * reach, .height = self->bottom - self->top, .row = BW_NO_ROW, .tip = tip,
  };

  bw_scene_add (self->sketch->scene, &touch);
}

static void
draw_heads (const Slopes *self)
{
  BwSketch *sketch = self->sketch;
  const double middle = (self->left + self->right) / 2;
  const double air = 8 * sketch->scale;
  g_autofree char *from = bw_words_side (_("From"), self->view->baseline_name);
  g_autofree char *to = bw_words_side (_("To"), self->view->name);
  g_autofree char *before = bw_sketch_fit (sketch, from, sketch->size, FALSE, middle - air);
  g_autofree char *after = bw_sketch_fit (sketch, to, sketch->size, FALSE,
                                          sketch->sheet->width - middle - air);

  bw_sketch_words (sketch, &(BwWords) { .text = before, .ink = BW_INK_DIM });
  bw_sketch_words (sketch, &(BwWords) {
    .text = after, .x = sketch->sheet->width, .align = BW_ALIGN_END, .ink = BW_INK_DIM,
  });
  draw_axis_tip (self, from, self->left);
  draw_axis_tip (self, to, self->right);
}

/* The room that the words of one side take. */
static double
widest_words (const Slopes *self,
              gboolean      to)
{
  double most = 0;

  for (guint i = 0; i < self->n_named; i++)
    {
      const BwRankMove *move = move_at (self, self->named[i]);
      g_autofree char *text = to ? label_of (self, move) : bw_format_number (move->from, 0);

      most = MAX (most, bw_ruler_width (self->sketch->ruler, text, self->sketch->size, FALSE));
    }

  return most;
}

static void
place (Slopes *self)
{
  BwSketch *sketch = self->sketch;
  const BwSheet *sheet = sketch->sheet;
  const double air = 18 * sketch->scale;

  if (sketch->bare)
    {
      self->left = MIN (4, sheet->width / 8);
      self->right = sheet->width - self->left;
      self->top = MIN (4, sheet->height / 8);
      self->bottom = sheet->height - self->top;
      find_named (self, 1);
      return;
    }

  self->top = 2.2 * sketch->line;
  self->bottom = sheet->height - 0.6 * sketch->line;
  find_named (self, CLAMP ((guint) ((self->bottom - self->top) / (2.6 * sketch->line)), 1,
                           MOST_NAMED));
  self->labels = MIN (widest_words (self, TRUE), MOST_LABELS * sheet->width);
  self->left = widest_words (self, FALSE) + air;
  self->right = sheet->width - self->labels - air;
}

static void
describe (const Slopes *self)
{
  g_autofree char *compared = bw_words_compared (self->view);
  g_autoptr(GString) text = g_string_new (compared);

  g_string_append_c (text, '.');
  for (guint i = 0; i < self->n_named; i++)
    {
      g_autofree char *tip = tip_of (self, move_at (self, self->named[i]));

      g_string_append_printf (text, " %s.", tip);
    }
  bw_scene_set_description (self->sketch->scene, text->str);
}

/**
 * bw_slopes_draw:
 * @moves: (element-type BwRankMove): two or more, by rank before
 *
 * Draws the lines over the whole sheet, and describes the scene.
 */
void
bw_slopes_draw (BwSketch     *sketch,
                const BwView *view,
                GArray       *moves)
{
  Slopes self = { .sketch = sketch, .view = view, .moves = moves };

  place (&self);
  draw_quiet (&self);
  draw_named (&self);
  describe (&self);
  if (sketch->bare)
    return;

  draw_heads (&self);
  draw_words (&self, FALSE);
  draw_words (&self, TRUE);
}
