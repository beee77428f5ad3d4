/* One customer's scores as a line over the bands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line is broken where the customer was not scored. At the right stands the newest score with its
 * band; the other bands are named in their places and give way to it. */

#include "chart/course.h"
#include "chart/date-marks.h"
#include "chart/palette.h"
#include "chart/shown-words.h"
#include "chart/spread.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAME_PLACES 12 /* along the line, that are tried for its name */

static double
y_of (const BwCourse *course,
      double          score)
{
  return course->bottom - (course->bottom - course->top) * score / 100;
}

static BwInk
ink_at (const BwCourse *course,
        double          score)
{
  return bw_words_band_ink (course->model, bw_model_band_of (course->model, score));
}

static void
draw_bands (const BwCourse *course)
{
  for (guint band = 0; band < bw_model_get_n_bands (course->model); band++)
    {
      const double top = y_of (course, bw_words_band_end (course->model, band));
      const BwMark mark = {
        .kind = BW_MARK_BOX,
        .ink = bw_ink_tint (bw_words_band_ink (course->model, band)),
        .x = course->left,
        .y = top,
        .width = course->right - course->left,
        .height = y_of (course, bw_model_get_band (course->model, band)->from) - top,
        .row = BW_NO_ROW,
      };

      bw_scene_add (course->sketch->scene, &mark);
    }
}

/* 0, 100 and the edges between, unless they stand too close to be read. */
static void
draw_scale (const BwCourse *course)
{
  double last = INFINITY;

  for (int i = -1; i < (int) bw_model_get_n_bands (course->model); i++)
    {
      const double score = i < 0 ? 100 : i == 0 ? 0 : bw_model_get_band (course->model, i)->from;
      const double y = y_of (course, score);
      g_autofree char *text = bw_format_number_plain (score);

      if (i > 0 && (fabs (y - course->top) < course->sketch->line ||
                    fabs (y - course->bottom) < course->sketch->line ||
                    fabs (y - last) < course->sketch->line))
        continue;

      if (i > 0)
        last = y;
      bw_sketch_words (course->sketch, &(BwWords) {
      .text = text,
      .x = course->left - 6 * course->sketch->scale,
      .y = y - course->sketch->line / 2,
      .align = BW_ALIGN_END,
      .ink = BW_INK_DIM,
    });
    }
}

/* The stretches of @values without gaps, as lines. */
static void
draw_line (const BwCourse *course,
           const double   *values,
           BwMark          mark)
{
  g_autofree double *points = g_new (double, 2 * MAX (course->time->n, 1));

  mark.kind = BW_MARK_LINE;
  mark.points = points;
  mark.row = BW_NO_ROW;
  mark.n_points = 0;

  for (guint i = 0; i <= course->time->n; i++)
    {
      if (i < course->time->n && isfinite (values[i]))
        {
          points[2 * mark.n_points] = course->time->xs[i];
          points[2 * mark.n_points + 1] = y_of (course, values[i]);
          mark.n_points++;
        }
      else
        {
          if (mark.n_points > 1)
            bw_scene_add (course->sketch->scene, &mark);
          mark.n_points = 0;
        }
    }
}

static void
draw_dots (const BwCourse *course)
{
  const BwSheet *sheet = course->sketch->sheet;
  const double scale = MIN (course->sketch->scale, MIN (sheet->width, sheet->height) / 60);
  const double step = (course->right - course->left) / MAX (course->time->n, 1);

  for (guint i = 0; i < course->time->n; i++)
    {
      const gboolean alone = (i == 0 || !isfinite (course->scores[i - 1])) &&
                             (i + 1 == course->time->n || !isfinite (course->scores[i + 1]));
      const double radius = i == course->last ? 4.5 * scale : 3.5 * scale;
      BwMark mark = {
        .kind = BW_MARK_DOT,
        .ink = BW_INK_PAPER,
        .x = course->time->xs[i],
        .radius = radius + 1.25 * scale,
        .row = i,
        .outline = scale,
      };

      if (!isfinite (course->scores[i]) || (step < 10 * scale && i != course->last && !alone))
        continue;

      mark.y = y_of (course, course->scores[i]);
      bw_scene_add (course->sketch->scene, &mark);
      mark.ink = ink_at (course, course->scores[i]);
      mark.radius = radius;
      bw_scene_add (course->sketch->scene, &mark);
    }
}

/* Whether the line of @values comes into the box. */
static gboolean
comes_into (const BwCourse *course,
            const double   *values,
            double          left,
            double          top,
            double          width,
            double          height)
{
  const guint n_samples = course->time->n > 50 ? 2 : 16;

  for (guint i = 0; i < course->time->n; i++)
    {
      const guint next = MIN (i + 1, course->time->n - 1);

      for (guint k = 0; k <= n_samples; k++)
        {
          const double part = (double) k / n_samples;
          const double x = course->time->xs[i] * (1 - part) + course->time->xs[next] * part;
          const double y = y_of (course, values[i] * (1 - part) + values[next] * part);

          if (x >= left && x <= left + width && y >= top && y <= top + height)
            return TRUE;
        }
    }

  return FALSE;
}

/* Writes @text along the dashed line where neither line is in the way; the nearer to its start the
 * better. Returns whether there is such a place. */
static gboolean
write_on_mean (const BwCourse *course,
               const char     *text)
{
  BwSketch *sketch = course->sketch;
  const double width = bw_ruler_width (sketch->ruler, text, sketch->size, FALSE);
  const double air = 3 * sketch->scale;

  for (guint i = 0; i < 2 * NAME_PLACES; i++)
    {
      const guint at = i / 2 * course->time->n / NAME_PLACES;
      const double x = course->time->xs[at] + 2 * air;
      const double mean = y_of (course, course->means[at]);
      const double y = i % 2 == 0 ? mean - sketch->line - air : mean + air;

      if (!isfinite (mean) || x + width > course->right || y < course->top ||
          y + sketch->line > course->bottom ||
          comes_into (course, course->scores, x - 2 * air, y - air, width + 4 * air,
                      sketch->line + 2 * air) ||
          comes_into (course, course->means, x, y, width, sketch->line))
        continue;

      bw_sketch_words (sketch, &(BwWords) { .text = text, .x = x, .y = y, .ink = BW_INK_DIM });
      return TRUE;
    }

  return FALSE;
}

/* Names the dashed line, in fewer words where there is no place for its name. */
static void
name_mean (const BwCourse *course)
{
  const double width = course->right - course->left;
  g_autofree char *name = bw_words_mean (course->view, course->segment);
  g_autofree char *fit = bw_sketch_fit (course->sketch, name, course->sketch->size, FALSE,
                                        width * 0.6);
  g_autofree char *cut = bw_sketch_fit (course->sketch, name, course->sketch->size, FALSE,
                                        width * 0.3);

  if (!write_on_mean (course, fit) && !write_on_mean (course, cut))
    write_on_mean (course, _("Mean"));
}

/* "38 At risk", or the name alone of a band that the newest score is not in. */
static char *
end_text (const BwCourse *course,
          guint           band,
          gboolean        current)
{
  if (!current)
    return g_strdup (bw_words_band (course->model, band));

  return bw_shown_words_and_band (course->view->shown_as, course->model,
                                  course->scores[course->last]);
}

static double
measure_ends (const BwCourse *course)
{
  const guint now = bw_model_band_of (course->model, course->scores[course->last]);
  double widest = 0;

  for (guint band = 0; band < bw_model_get_n_bands (course->model); band++)
    {
      g_autofree char *text = end_text (course, band, band == now);

      widest = MAX (widest, bw_ruler_width (course->sketch->ruler, text, course->sketch->label,
                                            TRUE));
    }

  return MIN (widest + 1, course->sketch->sheet->width * 0.35);
}

static void
draw_ends (const BwCourse *course,
           double          width)
{
  BwSketch *sketch = course->sketch;
  const guint n = bw_model_get_n_bands (course->model);
  const double score = course->scores[course->last];
  const guint now = bw_model_band_of (course->model, score);
  double starts[BW_MAX_BANDS];
  double heights[BW_MAX_BANDS];

  for (guint i = 0; i < n; i++)
    {
      const guint band = n - 1 - i;
      const double middle = (bw_model_get_band (course->model, band)->from +
                             bw_words_band_end (course->model, band)) / 2;

      heights[i] = sketch->label_line;
      starts[i] = y_of (course, band == now ? score : middle) - heights[i] / 2;
    }
  if (!bw_spread (starts, heights, n, 0, 0, course->bottom + sketch->line))
    return;

  for (guint i = 0; i < n; i++)
    {
      const guint band = n - 1 - i;
      g_autofree char *text = end_text (course, band, band == now);

      bw_sketch_words (sketch, &(BwWords) {
      .text = text,
      .x = course->right + 10 * sketch->scale,
      .y = starts[i],
      .ink = bw_ink_text (bw_words_band_ink (course->model, band)),
      .size = band == now ? sketch->label : sketch->size,
      .bold = band == now,
      .width = width,
    });
    }
}

static char *
tip_of (const BwCourse *course,
        guint           i)
{
  g_autofree char *date = bw_timeline_date (course->time, i);
  g_autofree char *mean = bw_shown_words_of_mean (course->view->shown_as, course->means[i], 0);
  g_autofree char *mean_name = bw_words_mean (course->view, course->segment);
  g_autofree char *score = NULL;

  if (!isfinite (course->scores[i]))
    /* TRANSLATORS: a date, then "Enterprise mean" and its value */
    return g_strdup_printf (_("%s: no score; %s %s"), date, mean_name, mean);

  score = bw_shown_words_and_band (course->view->shown_as, course->model, course->scores[i]);

  /* TRANSLATORS: a date, a score and its band ("38 At risk"), then "Enterprise mean" and its value */
  return g_strdup_printf (_("%s: %s; %s %s"), date, score, mean_name, mean);
}

/**
 * bw_course_draw:
 *
 * Draws all over the sheet.
 */
void
bw_course_draw (BwCourse *course)
{
  BwSketch *sketch = course->sketch;
  const double scale = sketch->scale;
  const double names = measure_ends (course);

  course->left = bw_sketch_scores_width (sketch, course->model) + 6 * scale;
  course->right = MAX (course->left + 1, sketch->sheet->width - names - 10 * scale);
  course->top = sketch->line / 2;
  if (bw_date_marks_any (course->view))
    course->top = sketch->line + 6 * scale;
  course->bottom = MAX (course->top + 1, sketch->sheet->height - sketch->line - 8 * scale);
  if (sketch->bare)
    {
      const double rim = MIN (6 * scale, MIN (sketch->sheet->width, sketch->sheet->height) / 2);

      course->left = 0;
      course->right = sketch->sheet->width;
      course->top = rim;
      course->bottom = sketch->sheet->height - rim;
    }
  bw_timeline_place (course->time, MIN (course->left + 8 * scale, course->right),
                     MAX (course->left, course->right - 8 * scale));

  draw_bands (course);
  bw_date_marks_draw (course->time, course->view, 0, course->bottom);
  if (!sketch->bare)
    draw_scale (course);
  draw_line (course, course->means, (BwMark) {
    .ink = BW_INK_OUTLINE, .width = 1.25 * scale, .dash = TRUE
  });
  draw_line (course, course->scores, (BwMark) { .ink = BW_INK_LINE, .width = 2 * scale });
  draw_dots (course);
  if (!sketch->bare)
    {
      name_mean (course);
      draw_ends (course, names);
      bw_timeline_draw (course->time, course->bottom + 6 * scale);
    }

  for (guint i = 0; i < course->time->n; i++)
    {
      g_autofree char *tip = tip_of (course, i);

      bw_timeline_touch (course->time, i, course->top, course->bottom, tip);
    }
  bw_date_marks_touch (course->time, course->view, 0, course->bottom);
}
