/* Steps from one number down or up to another, a row each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names stand at the left, bars hang from one another at the right with their values beside them on
 * the side they lead to. Where there are more steps than rows, the last are drawn as one. */

#include "chart/waterfall.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROW 3.2 /* lines */
#define MOST_BAR 1.8

static void
step_clear (gpointer data)
{
  BwStep *step = data;

  g_free (step->name);
  g_free (step->detail);
  g_free (step->value);
}

/**
 * bw_waterfall_begin:
 * @self: (out): without steps
 */
void
bw_waterfall_begin (BwWaterfall *self)
{
  self->steps = g_array_new (FALSE, TRUE, sizeof (BwStep));
  g_array_set_clear_func (self->steps, step_clear);
}

void
bw_waterfall_end (BwWaterfall *self)
{
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->from_name, g_free);
  g_clear_pointer (&self->from_value, g_free);
  g_clear_pointer (&self->to_name, g_free);
  g_clear_pointer (&self->to_value, g_free);
}

/**
 * bw_waterfall_add:
 * @detail: (nullable) (transfer full)
 * @tenths: @points in shown tenths
 */
void
bw_waterfall_add (BwWaterfall *self,
                  const char  *name,
                  char        *detail,
                  double       points,
                  int          tenths,
                  BwInk        ink,
                  guint        row)
{
  const BwStep step = {
    .name = g_strdup (name),
    .detail = detail,
    .points = points,
    .tenths = tenths,
    .value = bw_format_signed (tenths / 10.0, 1),
    .ink = ink,
    .row = row,
  };

  g_array_append_val (self->steps, step);
}

static BwStep *
step_at (const BwWaterfall *self,
         guint              i)
{
  return &g_array_index (self->steps, BwStep, i);
}

/**
 * bw_waterfall_describe:
 * @finding: what it says as a whole
 *
 * Returns: (transfer full): @finding and every step in words
 */
char *
bw_waterfall_describe (const BwWaterfall *self,
                       const char        *finding)
{
  GString *text = g_string_new (finding);

  g_string_append_printf (text, ". %s: %s", self->from_name, self->from_value);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const BwStep *step = step_at (self, i);

      g_string_append_printf (text, "; %s%s%s: %s", step->name, step->detail != NULL ? " · " : "",
                              step->detail != NULL ? step->detail : "", step->value);
    }
  g_string_append_printf (text, "; %s: %s.", self->to_name, self->to_value);

  return g_string_free (text, FALSE);
}

/* Makes one step of all from @first on. */
static void
join_rest (BwWaterfall *self,
           guint        first)
{
  const guint n = self->steps->len - first;
  g_autofree char *name = g_strdup_printf (ngettext ("%u other", "%u others", n), n);
  double points = 0;
  int tenths = 0;

  /* What is shown adds up, so that of all of them does too. */
  for (guint i = first; i < self->steps->len; i++)
    {
      points += step_at (self, i)->points;
      tenths += step_at (self, i)->tenths;
    }

  g_array_set_size (self->steps, first);
  bw_waterfall_add (self, name, NULL, points, tenths, BW_INK_NEUTRAL, BW_NO_ROW);
}

/* Where everything stands. */
typedef struct
{
  BwSketch *sketch;
  double    names; /* right end of the names */
  double    left, right;
  double    low, high;
  double    row;   /* a row's height */
  double    thick; /* a bar's */
  double    air;
} Frame;

static double
x_of (const Frame *frame,
      double       value)
{
  return frame->left + (frame->right - frame->left) * (value - frame->low) /
         (frame->high - frame->low);
}

/* A step's name and detail, no wider than @width. */
static char *
label_of (BwSketch     *sketch,
          const BwStep *step,
          double        width)
{
  g_autofree char *behind = step->detail != NULL ? g_strconcat (" · ", step->detail, NULL) :
                            g_strdup ("");
  const double room = width - bw_ruler_width (sketch->ruler, behind, sketch->size, FALSE);
  g_autofree char *name = bw_sketch_fit (sketch, step->name, sketch->size, FALSE,
                                         MAX (room, width / 2));
  g_autofree char *whole = g_strconcat (name, behind, NULL);

  return bw_sketch_fit (sketch, whole, sketch->size, FALSE, width);
}

/* How far the values beside the bars stand out before @frame's low end and behind its high end,
 * where a point is @scale wide. */
static void
overhang (const BwWaterfall *self,
          const Frame       *frame,
          double             scale,
          double            *before,
          double            *behind)
{
  BwSketch *sketch = frame->sketch;
  const double first = bw_ruler_width (sketch->ruler, self->from_value, sketch->size, FALSE) / 2;
  const double last = bw_ruler_width (sketch->ruler, self->to_value, sketch->label, TRUE) / 2;
  double at = self->from;

  *before = MAX (first - scale * (self->from - frame->low), last - scale * (self->to - frame->low));
  *behind = MAX (first - scale * (frame->high - self->from),
                 last - scale * (frame->high - self->to));

  for (guint i = 0; i < self->steps->len; i++)
    {
      const BwStep *step = step_at (self, i);
      const double value = bw_ruler_width (sketch->ruler, step->value, sketch->size, TRUE) +
                           2 * frame->air;

      at += step->points;
      if (step->points < 0)
        *before = MAX (*before, value - scale * (at - frame->low));
      else
        *behind = MAX (*behind, value - scale * (frame->high - at));
    }
}

/* Finds the widest scale at which bars and their values fit between the names and the edge. */
static void
spread_bars (const BwWaterfall *self,
             Frame             *frame)
{
  const double start = frame->names + 2 * frame->air;
  const double room = MAX (frame->sketch->sheet->width - frame->air - start, 1);
  double least = 0, most = room / (frame->high - frame->low), before, behind;

  for (guint i = 0; i < 24; i++)
    {
      const double scale = (least + most) / 2;

      overhang (self, frame, scale, &before, &behind);
      if (MAX (before, 0) + scale * (frame->high - frame->low) + MAX (behind, 0) <= room)
        least = scale;
      else
        most = scale;
    }

  overhang (self, frame, least, &before, &behind);
  frame->left = start + MAX (before, 0);
  frame->right = MAX (frame->left + least * (frame->high - frame->low), frame->left + 1);
}

static void
measure (const BwWaterfall *self,
         Frame             *frame)
{
  BwSketch *sketch = frame->sketch;
  const double width = sketch->sheet->width;
  double names = MAX (bw_ruler_width (sketch->ruler, self->from_name, sketch->size, FALSE),
                      bw_ruler_width (sketch->ruler, self->to_name, sketch->size, TRUE));
  double at = self->from;

  frame->low = MIN (self->from, self->to);
  frame->high = MAX (self->from, self->to);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const BwStep *step = step_at (self, i);
      g_autofree char *label = label_of (sketch, step, 1e6);

      names = MAX (names, bw_ruler_width (sketch->ruler, label, sketch->size, FALSE));
      at += step->points;
      frame->low = MIN (frame->low, at);
      frame->high = MAX (frame->high, at);
    }
  if (frame->high - frame->low < 1)
    frame->high = frame->low + 1;

  frame->air = 5 * sketch->scale;
  frame->names = MIN (names + 1, width * 0.45);
  spread_bars (self, frame);
}

static void
draw_total (const Frame *frame,
            const char  *name,
            const char  *value,
            double       at,
            double       y,
            gboolean     bold)
{
  BwSketch *sketch = frame->sketch;
  const double size = bold ? sketch->label : sketch->size;
  const double line = bold ? sketch->label_line : sketch->line;
  g_autofree char *text = bw_sketch_fit (sketch, name, size, bold, frame->names);

  bw_sketch_words (sketch, &(BwWords) {
    .text = text,
    .x = frame->names,
    .y = y + (frame->row - line) / 2,
    .align = BW_ALIGN_END,
    .ink = bold ? BW_INK_TEXT : BW_INK_DIM,
    .size = size,
    .bold = bold,
  });
  bw_sketch_words (sketch, &(BwWords) {
    .text = value,
    .x = x_of (frame, at),
    .y = y + (frame->row - line) / 2,
    .align = BW_ALIGN_MIDDLE,
    .ink = bold ? BW_INK_TEXT : BW_INK_DIM,
    .size = size,
    .bold = bold,
  });
}

static void
draw_step (const Frame  *frame,
           const BwStep *step,
           double        from,
           double        y)
{
  BwSketch *sketch = frame->sketch;
  const double start = x_of (frame, MIN (from, from + step->points));
  const double end = x_of (frame, MAX (from, from + step->points));
  g_autofree char *label = label_of (sketch, step, frame->names);
  g_autofree char *tip = g_strdup_printf ("%s%s%s: %s", step->name,
                                          step->detail != NULL ? " · " : "",
                                          step->detail != NULL ? step->detail : "", step->value);
  const BwMark bar = {
    .kind = BW_MARK_BOX, .ink = step->ink, .x = start, .y = y + (frame->row - frame->thick) / 2,
    .width = MAX (end - start, 1.5 * sketch->scale), .height = frame->thick,
    .radius = 2 * sketch->scale, .row = step->row, .outline = 0.75 * sketch->scale,
  };
  const BwMark touch = {
    .kind = BW_MARK_TOUCH, .ink = BW_INK_TEXT, .x = 0, .y = y, .width = sketch->sheet->width,
    .height = frame->row, .row = step->row, .tip = tip,
  };
  const gboolean left = step->points < 0;

  bw_scene_add (sketch->scene, &bar);
  bw_sketch_words (sketch, &(BwWords) {
    .text = label, .x = frame->names, .y = y + (frame->row - sketch->line) / 2,
    .align = BW_ALIGN_END, .ink = BW_INK_TEXT,
  });
  bw_sketch_words (sketch, &(BwWords) {
    .text = step->value,
    .x = left ? start - frame->air : MAX (end, start + bar.width) + frame->air,
    .y = y + (frame->row - sketch->line) / 2,
    .align = left ? BW_ALIGN_END : BW_ALIGN_START,
    .ink = BW_INK_TEXT,
    .bold = TRUE,
  });
  bw_scene_add (sketch->scene, &touch);
}

/* The thin line from a bar to the next. */
static void
join_rows (const Frame *frame,
           double       at,
           double       top,
           double       bottom)
{
  bw_sketch_rule (frame->sketch, BW_INK_DIM, 0.75, x_of (frame, at), top, x_of (frame, at),
                  bottom);
}

/**
 * bw_waterfall_draw:
 *
 * Draws all over the sheet. Nothing is drawn on one that is too small for words.
 */
void
bw_waterfall_draw (BwWaterfall *self,
                   BwSketch    *sketch)
{
  const double height = sketch->sheet->height;
  const guint most = (guint) (height / (sketch->label_line * 1.05));
  Frame frame = { .sketch = sketch };
  double at = self->from, y;

  if (most < 3 || sketch->bare)
    return;
  if (self->steps->len + 2 > most)
    join_rest (self, most - 3);

  measure (self, &frame);
  frame.row = MIN (height / (self->steps->len + 2), MOST_ROW * sketch->label_line);
  frame.thick = MIN (frame.row * 0.62, MOST_BAR * sketch->label_line);
  y = (height - frame.row * (self->steps->len + 2)) / 2;

  draw_total (&frame, self->from_name, self->from_value, at, y, FALSE);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const BwStep *step = step_at (self, i);

      y += frame.row;
      join_rows (&frame, at, i > 0 ? y - (frame.row - frame.thick) / 2 : y,
                 y + (frame.row - frame.thick) / 2);
      draw_step (&frame, step, at, y);
      at += step->points;
    }

  y += frame.row;
  join_rows (&frame, at, y - (frame.row - frame.thick) / 2, y);
  draw_total (&frame, self->to_name, self->to_value, self->to, y, TRUE);
}
