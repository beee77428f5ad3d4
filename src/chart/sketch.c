/* The hand that draws a chart into a scene: type sizes, words, rules and axes that charts share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sketch.h"

#include "format/format.h"

#include <math.h>

#define SIZE  12.0
#define LABEL 13.0

#define BARE_WIDTH  150.0
#define BARE_HEIGHT 110.0

/**
 * bw_sketch_begin:
 * @self: (out): to be ended with bw_sketch_end()
 */
void
bw_sketch_begin (BwSketch      *self,
                 BwScene       *scene,
                 const BwSheet *sheet)
{
  self->scene = scene;
  self->sheet = sheet;
  self->ruler = bw_ruler_new (sheet->font);
  self->scale = sheet->scale > 0 ? sheet->scale : 1;
  self->size = SIZE * self->scale;
  self->label = LABEL * self->scale;
  self->line = bw_ruler_height (self->ruler, self->size);
  self->label_line = bw_ruler_height (self->ruler, self->label);
  self->bare = sheet->width < BARE_WIDTH * self->scale ||
               sheet->height < BARE_HEIGHT * self->scale;
}

void
bw_sketch_end (BwSketch *self)
{
  g_clear_pointer (&self->ruler, bw_ruler_free);
}

void
bw_sketch_words (BwSketch      *self,
                 const BwWords *words)
{
  const BwMark mark = {
    .kind = BW_MARK_TEXT,
    .ink = words->ink,
    .x = words->x,
    .y = words->y,
    .width = words->width,
    .size = words->size > 0 ? words->size : self->size,
    .bold = words->bold,
    .align = words->align,
    .row = BW_NO_ROW,
    .text = words->text,
  };

  bw_scene_add (self->scene, &mark);
}

/**
 * bw_sketch_rule:
 * @width: of the stroke, before the scale
 */
void
bw_sketch_rule (BwSketch *self,
                BwInk     ink,
                double    width,
                double    x0,
                double    y0,
                double    x1,
                double    y1)
{
  const double points[] = { x0, y0, x1, y1 };
  const BwMark mark = {
    .kind = BW_MARK_LINE,
    .ink = ink,
    .width = width * self->scale,
    .points = points,
    .n_points = 2,
    .row = BW_NO_ROW,
  };

  bw_scene_add (self->scene, &mark);
}

/* Whether @word still fits behind @line. */
static gboolean
fits (BwSketch   *self,
      const char *line,
      const char *word,
      double      size,
      gboolean    bold,
      double      width)
{
  g_autofree char *longer = g_strjoin (" ", line, word, NULL);

  return bw_ruler_width (self->ruler, longer, size, bold) <= width;
}

/**
 * bw_sketch_wrap:
 * @most: lines; what does not fit stays on the last one, to be cut where it is painted
 *
 * Returns: (transfer full) (array zero-terminated=1): @text in lines, broken at spaces
 */
char **
bw_sketch_wrap (BwSketch   *self,
                const char *text,
                double      size,
                gboolean    bold,
                double      width,
                guint       most)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr(GString) line = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (line->len > 0 && n_lines + 1 < most &&
          !fits (self, line->str, words[i], size, bold, width))
        {
          g_strv_builder_add (lines, line->str);
          g_string_truncate (line, 0);
          n_lines++;
        }
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
    }
  g_strv_builder_add (lines, line->str);

  return g_strv_builder_end (lines);
}

/**
 * bw_sketch_fit:
 *
 * Returns: (transfer full): @text, cut with an ellipsis where it is wider than @width; "" where not
 *   even the ellipsis fits
 */
char *
bw_sketch_fit (BwSketch   *self,
               const char *text,
               double      size,
               gboolean    bold,
               double      width)
{
  glong low = 0, high = g_utf8_strlen (text, -1);

  if (bw_ruler_width (self->ruler, text, size, bold) <= width)
    return g_strdup (text);
  if (bw_ruler_width (self->ruler, "…", size, bold) > width)
    return g_strdup ("");

  while (low + 1 < high)
    {
      const glong middle = (low + high) / 2;
      g_autofree char *start = g_utf8_substring (text, 0, middle);
      g_autofree char *cut = g_strconcat (g_strchomp (start), "…", NULL);

      if (bw_ruler_width (self->ruler, cut, size, bold) <= width)
        low = middle;
      else
        high = middle;
    }

  {
    g_autofree char *start = g_utf8_substring (text, 0, low);

    return g_strconcat (g_strchomp (start), "…", NULL);
  }
}

/**
 * bw_sketch_say:
 *
 * Says @sentence in the middle of the sheet, in place of a chart that has nothing to show, and makes
 * it the scene's description.
 */
void
bw_sketch_say (BwSketch   *self,
               const char *sentence)
{
  const double width = self->sheet->width - 2 * self->size;
  const guint most = CLAMP ((guint) MAX (0, self->sheet->height / self->line), 1, 5);
  g_auto(GStrv) lines = bw_sketch_wrap (self, sentence, self->size, FALSE, width, most);
  const double y = (self->sheet->height - self->line * g_strv_length (lines)) / 2;

  bw_scene_set_description (self->scene, sentence);
  if (width <= 0 || y < 0)
    return;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      bw_sketch_words (self, &(BwWords) {
      .text = lines[i],
      .x = self->sheet->width / 2,
      .y = y + i * self->line,
      .align = BW_ALIGN_MIDDLE,
      .ink = BW_INK_DIM,
      .width = width,
    });
    }
}

static void
write_score (BwSketch *self,
             double    score,
             double    x,
             double    y,
             gboolean  strong)
{
  g_autofree char *text = bw_format_number_plain (score);

  bw_sketch_words (self, &(BwWords) {
    .text = text,
    .x = x,
    .y = y,
    .align = BW_ALIGN_MIDDLE,
    .ink = strong ? BW_INK_TEXT : BW_INK_DIM,
  });
}

/* The least step from number to number at which they stand apart. */
static int
choose_step (double width,
             double room)
{
  static const int steps[] = { 10, 20, 25, 50, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (width * steps[i] / 100 >= room)
        return steps[i];
    }

  return 100;
}

/* Whether @x is nearer than @room to one of @taken. */
static gboolean
is_taken (GArray *taken,
          double  x,
          double  room)
{
  for (guint i = 0; i < taken->len; i++)
    {
      if (fabs (g_array_index (taken, double, i) - x) < room)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_sketch_scores_width:
 *
 * Returns: the room that 0, 100 and the bands' edges of @model need beside an upright scale of scores
 */
double
bw_sketch_scores_width (const BwSketch *self,
                        const BwModel  *model)
{
  double width = bw_ruler_width (self->ruler, "100", self->size, FALSE);

  for (guint i = 0; i < bw_model_get_n_bands (model); i++)
    {
      g_autofree char *edge = bw_format_number_plain (bw_model_get_band (model, i)->from);

      width = MAX (width, bw_ruler_width (self->ruler, edge, self->size, FALSE));
    }

  return width;
}

/**
 * bw_sketch_scores:
 * @left: where 0 stands; @right: where 100 stands; @y: top of the numbers
 * @edges: (array length=n_edges): scores that matter more than round ones
 *
 * Numbers from 0 to 100, as many as stand apart; a round one gives way to an edge.
 */
void
bw_sketch_scores (BwSketch     *self,
                  double        left,
                  double        right,
                  double        y,
                  const double *edges,
                  guint         n_edges)
{
  const double room = bw_ruler_width (self->ruler, "100", self->size, FALSE) * 1.5;
  const int step = choose_step (right - left, room);
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (taken, left);
  g_array_append_val (taken, right);
  write_score (self, 0, left, y, FALSE);
  write_score (self, 100, right, y, FALSE);

  for (guint i = 0; i < n_edges; i++)
    {
      const double x = left + (right - left) * edges[i] / 100;

      if (is_taken (taken, x, room))
        continue;
      g_array_append_val (taken, x);
      write_score (self, edges[i], x, y, TRUE);
    }

  for (int score = step; score < 100; score += step)
    {
      const double x = left + (right - left) * score / 100;

      if (!is_taken (taken, x, room * 0.99))
        write_score (self, score, x, y, FALSE);
    }
}
