/* One customer's score through time, over the bands, with the mean of the segment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line is broken where the customer was not scored. The newest score is taken from the results,
 * so that it follows a drag. At the right stands the newest score with its band; the other bands
 * are named in their places and give way to it. */

#include "chart/charts.h"
#include "chart/palette.h"
#include "chart/spread.h"
#include "chart/timeline.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  BwSketch      *sketch;
  const BwView  *view;
  const BwModel *model;
  BwTimeline    *time;
  guint          segment; /* of the customer now; all where it is not in the newest snapshot */
  double        *scores;  /* one a snapshot, NaN where not scored */
  double        *means;
  guint          last;    /* the newest scored snapshot */
  double         left, right, top, bottom;
} Trend;

static void
trend_clear (Trend *trend)
{
  g_clear_pointer (&trend->scores, g_free);
  g_clear_pointer (&trend->means, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trend, trend_clear)

static double
score_at (const BwView *view,
          guint         snapshot)
{
  if (snapshot == bw_prepared_get_snapshot (bw_results_get_prepared (view->results)))
    {
      const guint row = bw_words_get_row (view);

      return row != BW_NONE ? bw_results_get_score (view->results, row) : NAN;
    }

  return view->history != NULL ?
         (double) bw_history_get_score (view->history, view->customer, snapshot) : NAN;
}

static double
mean_at (const BwView *view,
         guint         snapshot,
         guint         segment)
{
  if (snapshot == bw_prepared_get_snapshot (bw_results_get_prepared (view->results)))
    return bw_results_get_summary (view->results, segment)->mean;

  return view->history != NULL ?
         bw_history_get_summary (view->history, snapshot, segment)->mean : NAN;
}

/* Returns: whether there is a score to show. */
static gboolean
fill (Trend *trend)
{
  const guint row = bw_words_get_row (trend->view);
  const guint n = trend->time->n;

  trend->segment = row != BW_NONE ? bw_results_get_segment (trend->view->results, row) :
                   BW_ALL_SEGMENTS;
  trend->scores = g_new (double, MAX (n, 1));
  trend->means = g_new (double, MAX (n, 1));
  trend->last = BW_NONE;

  for (guint i = 0; i < n; i++)
    {
      trend->scores[i] = score_at (trend->view, i);
      trend->means[i] = mean_at (trend->view, i, trend->segment);
      if (isfinite (trend->scores[i]))
        trend->last = i;
    }

  return trend->last != BW_NONE;
}

static double
y_of (const Trend *trend,
      double       score)
{
  return trend->bottom - (trend->bottom - trend->top) * score / 100;
}

static BwInk
ink_at (const Trend *trend,
        double       score)
{
  return bw_words_band_ink (trend->model, bw_model_band_of (trend->model, score));
}

static void
draw_bands (const Trend *trend)
{
  for (guint band = 0; band < bw_model_get_n_bands (trend->model); band++)
    {
      const double top = y_of (trend, bw_words_band_end (trend->model, band));
      const BwMark mark = {
        .kind = BW_MARK_BOX,
        .ink = bw_ink_tint (bw_words_band_ink (trend->model, band)),
        .x = trend->left,
        .y = top,
        .width = trend->right - trend->left,
        .height = y_of (trend, bw_model_get_band (trend->model, band)->from) - top,
        .row = BW_NO_ROW,
      };

      bw_scene_add (trend->sketch->scene, &mark);
    }
}

/* 0, 100 and the edges between, unless they stand too close to be read. */
static void
draw_scale (const Trend *trend)
{
  double last = INFINITY;

  for (int i = -1; i < (int) bw_model_get_n_bands (trend->model); i++)
    {
      const double score = i < 0 ? 100 : i == 0 ? 0 : bw_model_get_band (trend->model, i)->from;
      const double y = y_of (trend, score);
      g_autofree char *text = bw_format_number_plain (score);

      if (i > 0 && (fabs (y - trend->top) < trend->sketch->line ||
                    fabs (y - trend->bottom) < trend->sketch->line ||
                    fabs (y - last) < trend->sketch->line))
        continue;

      if (i > 0)
        last = y;
      bw_sketch_words (trend->sketch, &(BwWords) {
      .text = text,
      .x = trend->left - 6 * trend->sketch->scale,
      .y = y - trend->sketch->line / 2,
      .align = BW_ALIGN_END,
      .ink = BW_INK_DIM,
    });
    }
}

/* The stretches of @values without gaps, as lines. */
static void
draw_line (const Trend  *trend,
           const double *values,
           BwMark        mark)
{
  g_autofree double *points = g_new (double, 2 * MAX (trend->time->n, 1));

  mark.kind = BW_MARK_LINE;
  mark.points = points;
  mark.row = BW_NO_ROW;
  mark.n_points = 0;

  for (guint i = 0; i <= trend->time->n; i++)
    {
      if (i < trend->time->n && isfinite (values[i]))
        {
          points[2 * mark.n_points] = trend->time->xs[i];
          points[2 * mark.n_points + 1] = y_of (trend, values[i]);
          mark.n_points++;
        }
      else
        {
          if (mark.n_points > 1)
            bw_scene_add (trend->sketch->scene, &mark);
          mark.n_points = 0;
        }
    }
}

static void
draw_dots (const Trend *trend)
{
  const BwSheet *sheet = trend->sketch->sheet;
  const double scale = MIN (trend->sketch->scale, MIN (sheet->width, sheet->height) / 60);
  const double step = (trend->right - trend->left) / MAX (trend->time->n, 1);

  for (guint i = 0; i < trend->time->n; i++)
    {
      const gboolean alone = (i == 0 || !isfinite (trend->scores[i - 1])) &&
                             (i + 1 == trend->time->n || !isfinite (trend->scores[i + 1]));
      const double radius = i == trend->last ? 4.5 * scale : 3.5 * scale;
      BwMark mark = {
        .kind = BW_MARK_DOT,
        .ink = BW_INK_PAPER,
        .x = trend->time->xs[i],
        .radius = radius + 1.25 * scale,
        .row = i,
        .outline = scale,
      };

      if (!isfinite (trend->scores[i]) || (step < 10 * scale && i != trend->last && !alone))
        continue;

      mark.y = y_of (trend, trend->scores[i]);
      bw_scene_add (trend->sketch->scene, &mark);
      mark.ink = ink_at (trend, trend->scores[i]);
      mark.radius = radius;
      bw_scene_add (trend->sketch->scene, &mark);
    }
}

/* Whether the line of @values comes into the box. */
static gboolean
comes_into (const Trend  *trend,
            const double *values,
            double        left,
            double        top,
            double        width,
            double        height)
{
  for (guint i = 0; i < trend->time->n; i++)
    {
      const guint next = MIN (i + 1, trend->time->n - 1);

      for (guint k = 0; k <= 16; k++)
        {
          const double part = k / 16.0;
          const double x = trend->time->xs[i] * (1 - part) + trend->time->xs[next] * part;
          const double y = y_of (trend, values[i] * (1 - part) + values[next] * part);

          if (x >= left && x <= left + width && y >= top && y <= top + height)
            return TRUE;
        }
    }

  return FALSE;
}

/* Names the dashed line where neither line is in the way; the nearer to its start the better. */
static void
name_mean (const Trend *trend)
{
  BwSketch *sketch = trend->sketch;
  g_autofree char *name = bw_words_mean (trend->view, trend->segment);
  g_autofree char *text = bw_sketch_fit (sketch, name, sketch->size, FALSE,
                                         (trend->right - trend->left) * 0.7);
  const double width = bw_ruler_width (sketch->ruler, text, sketch->size, FALSE);
  const double air = 3 * sketch->scale;

  for (guint i = 0; i < 2 * trend->time->n; i++)
    {
      const guint at = i / 2;
      const double x = trend->time->xs[at] + 2 * air;
      const double mean = y_of (trend, trend->means[at]);
      const double y = i % 2 == 0 ? mean - sketch->line - air : mean + air;

      if (!isfinite (mean) || x + width > trend->right || y < trend->top ||
          y + sketch->line > trend->bottom ||
          comes_into (trend, trend->scores, x - 2 * air, y - air, width + 4 * air,
                      sketch->line + 2 * air) ||
          comes_into (trend, trend->means, x, y, width, sketch->line))
        continue;

      bw_sketch_words (sketch, &(BwWords) { .text = text, .x = x, .y = y, .ink = BW_INK_DIM });
      return;
    }
}

/* "38 At risk", or the name alone of a band that the newest score is not in. */
static char *
end_text (const Trend *trend,
          guint        band,
          gboolean     current)
{
  g_autofree char *score = NULL;

  if (!current)
    return g_strdup (bw_words_band (trend->model, band));

  score = bw_words_score (trend->model, trend->scores[trend->last]);

  return g_strdup_printf ("%s %s", score, bw_words_band (trend->model, band));
}

static double
measure_ends (const Trend *trend)
{
  const guint now = bw_model_band_of (trend->model, trend->scores[trend->last]);
  double widest = 0;

  for (guint band = 0; band < bw_model_get_n_bands (trend->model); band++)
    {
      g_autofree char *text = end_text (trend, band, band == now);

      widest = MAX (widest, bw_ruler_width (trend->sketch->ruler, text, trend->sketch->label,
                                            TRUE));
    }

  return MIN (widest + 1, trend->sketch->sheet->width * 0.35);
}

static void
draw_ends (const Trend *trend,
           double       width)
{
  BwSketch *sketch = trend->sketch;
  const guint n = bw_model_get_n_bands (trend->model);
  const double score = trend->scores[trend->last];
  const guint now = bw_model_band_of (trend->model, score);
  double starts[BW_MAX_BANDS];
  double heights[BW_MAX_BANDS];

  for (guint i = 0; i < n; i++)
    {
      const guint band = n - 1 - i;
      const double middle = (bw_model_get_band (trend->model, band)->from +
                             bw_words_band_end (trend->model, band)) / 2;

      heights[i] = sketch->label_line;
      starts[i] = y_of (trend, band == now ? score : middle) - heights[i] / 2;
    }
  if (!bw_spread (starts, heights, n, 0, 0, trend->bottom + sketch->line))
    return;

  for (guint i = 0; i < n; i++)
    {
      const guint band = n - 1 - i;
      g_autofree char *text = end_text (trend, band, band == now);

      bw_sketch_words (sketch, &(BwWords) {
      .text = text,
      .x = trend->right + 10 * sketch->scale,
      .y = starts[i],
      .ink = bw_ink_text (bw_words_band_ink (trend->model, band)),
      .size = band == now ? sketch->label : sketch->size,
      .bold = band == now,
      .width = width,
    });
    }
}

static char *
tip_of (const Trend *trend,
        guint        i)
{
  g_autofree char *date = bw_timeline_date (trend->time, i);
  g_autofree char *score = bw_words_score (trend->model, trend->scores[i]);
  g_autofree char *mean = bw_format_number (trend->means[i], 0);
  g_autofree char *mean_name = bw_words_mean (trend->view, trend->segment);

  if (!isfinite (trend->scores[i]))
    /* TRANSLATORS: a date, then "Enterprise mean" and its value */
    return g_strdup_printf (_("%s: no score; %s %s"), date, mean_name, mean);

  /* TRANSLATORS: a date, a score and its band, then "Enterprise mean" and its value */
  return g_strdup_printf (_("%s: %s, %s; %s %s"), date, score,
                          bw_words_band (trend->model,
                                         bw_model_band_of (trend->model, trend->scores[i])),
                          mean_name, mean);
}

static void
draw_trend (Trend *trend)
{
  BwSketch *sketch = trend->sketch;
  const double scale = sketch->scale;
  const double names = measure_ends (trend);

  trend->left = bw_ruler_width (sketch->ruler, "100", sketch->size, FALSE) + 6 * scale;
  trend->right = MAX (trend->left + 1, sketch->sheet->width - names - 10 * scale);
  trend->top = sketch->line / 2;
  trend->bottom = MAX (trend->top + 1, sketch->sheet->height - sketch->line - 8 * scale);
  if (sketch->bare)
    {
      const double rim = MIN (6 * scale, MIN (sketch->sheet->width, sketch->sheet->height) / 2);

      trend->left = 0;
      trend->right = sketch->sheet->width;
      trend->top = rim;
      trend->bottom = sketch->sheet->height - rim;
    }
  bw_timeline_place (trend->time, MIN (trend->left + 8 * scale, trend->right),
                     MAX (trend->left, trend->right - 8 * scale));

  draw_bands (trend);
  if (!sketch->bare)
    draw_scale (trend);
  draw_line (trend, trend->means, (BwMark) {
    .ink = BW_INK_OUTLINE, .width = 1.25 * scale, .dash = TRUE
  });
  draw_line (trend, trend->scores, (BwMark) { .ink = BW_INK_LINE, .width = 2 * scale });
  draw_dots (trend);
  if (!sketch->bare)
    {
      name_mean (trend);
      draw_ends (trend, names);
      bw_timeline_draw (trend->time, trend->bottom + 6 * scale);
    }

  for (guint i = 0; i < trend->time->n; i++)
    {
      g_autofree char *tip = tip_of (trend, i);

      bw_timeline_touch (trend->time, i, trend->top, trend->bottom, tip);
    }
}

/* The first and the newest snapshot in which the customer is scored; returns whether they differ. */
static gboolean
find_ends (const BwView *view,
           guint        *first,
           guint        *last)
{
  const guint n = bw_panel_get_n_snapshots (bw_words_get_panel (view));

  *first = BW_NONE;
  *last = BW_NONE;
  for (guint i = 0; i < n; i++)
    {
      if (isfinite (score_at (view, i)))
        {
          *first = *first == BW_NONE ? i : *first;
          *last = i;
        }
    }

  return *first != *last;
}

static char *
finding (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);
  BwPanel *panel = bw_words_get_panel (view);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *since = NULL;
  const char *name;
  guint first, last;

  if (view->customer == BW_NONE || view->customer >= bw_panel_get_n_customers (panel))
    return g_strdup (_("No customer is chosen"));

  name = bw_panel_get_name (panel, view->customer);
  if (!find_ends (view, &first, &last))
    {
      if (last == BW_NONE)
        return g_strdup_printf (_("%s: not enough data"), name);
      to = bw_words_score (model, score_at (view, last));
      return g_strdup_printf ("%s: %s, %s", name, to,
                              bw_words_band (model,
                                             bw_model_band_of (model, score_at (view, last))));
    }

  from = bw_words_score (model, score_at (view, first));
  to = bw_words_score (model, score_at (view, last));
  since = bw_format_date (bw_snapshot_get_date (bw_panel_get_snapshot (panel, first)),
                          BW_DATE_MONTH_YEAR_SHORT);
  if (score_at (view, last) < score_at (view, first) - bw_model_get_trend_steady (model))
    /* TRANSLATORS: a customer, two scores and a month */
    return g_strdup_printf (_("%s fell from %s to %s since %s"), name, from, to, since);
  if (score_at (view, last) > score_at (view, first) + bw_model_get_trend_steady (model))
    /* TRANSLATORS: a customer, two scores and a month */
    return g_strdup_printf (_("%s rose from %s to %s since %s"), name, from, to, since);

  /* TRANSLATORS: a customer, a score and a month */
  return g_strdup_printf (_("%s is steady at %s since %s"), name, to, since);
}

static char *
subtitle (const BwView *view)
{
  const guint row = bw_words_get_row (view);
  g_autofree char *mean =
    bw_words_mean (view, row != BW_NONE ? bw_results_get_segment (view->results, row) :
                   BW_ALL_SEGMENTS);
  g_autofree char *span = bw_timeline_span (bw_words_get_panel (view));

  if (span == NULL)
    /* TRANSLATORS: %s is for example "Enterprise mean" */
    return g_strdup_printf (_("Health score against the %s"), mean);

  /* TRANSLATORS: the first %s is for example "Enterprise mean", the second from when to when */
  return g_strdup_printf (_("Health score against the %s, %s"), mean, span);
}

static void
layout_trend (BwScene       *scene,
              const BwView  *view,
              const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_auto(BwTimeline) time = { 0, };
  g_auto(Trend) trend = { .sketch = &sketch, .view = view, .time = &time };
  BwPanel *panel = bw_words_get_panel (view);
  g_autofree char *found = finding (view);
  g_autofree char *measured = NULL;
  g_autofree char *description = NULL;

  bw_sketch_begin (&sketch, scene, sheet);
  trend.model = bw_results_get_model (view->results);
  bw_timeline_begin (&time, &sketch, panel);

  if (view->customer == BW_NONE || view->customer >= bw_panel_get_n_customers (panel))
    {
      bw_sketch_say (&sketch, _("No customer is chosen."));
      return;
    }
  if (view->history == NULL && time.n > 1)
    {
      bw_sketch_say (&sketch, _("The history is being worked out…"));
      return;
    }
  if (!fill (&trend))
    {
      bw_sketch_say (&sketch, found);
      return;
    }

  draw_trend (&trend);
  measured = subtitle (view);
  description = g_strdup_printf ("%s. %s.", found, measured);
  bw_scene_set_description (scene, description);
}

const BwChart bw_chart_trend = {
  .id = "trend",
  .title = N_("Trend"),
  .needs_customer = TRUE,
  .needs_history = TRUE,
  .layout = layout_trend,
  .finding = finding,
  .subtitle = subtitle,
};
