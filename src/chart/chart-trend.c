/* One customer's score through time, over the bands, with the mean of the segment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/charts.h"
#include "chart/course.h"
#include "chart/date-marks.h"
#include "chart/shown-words.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
course_end (BwCourse *course)
{
  g_clear_pointer (&course->scores, g_free);
  g_clear_pointer (&course->means, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwCourse, course_end)

/* Whether @snapshot is shown under the weights of this moment: the newest, unless all are shown as
 * scored then. */
static gboolean
is_now (const BwView *view,
        guint         snapshot)
{
  return snapshot == bw_prepared_get_snapshot (bw_results_get_prepared (view->results)) &&
         (!view->then || view->history == NULL);
}

/* The customer's score at @snapshot, NaN where it has none. */
static double
score_at (const BwView *view,
          guint         snapshot)
{
  if (is_now (view, snapshot))
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
  if (is_now (view, snapshot))
    return bw_results_get_summary (view->results, segment)->mean;

  return view->history != NULL ?
         bw_history_get_summary (view->history, snapshot, segment)->mean : NAN;
}

/* Returns: whether there is a score to show. */
static gboolean
course_fill (BwCourse *course)
{
  const guint row = bw_words_get_row (course->view);
  const guint n = course->time->n;

  course->segment = row != BW_NONE ? bw_results_get_segment (course->view->results, row) :
                    BW_ALL_SEGMENTS;
  course->scores = g_new (double, MAX (n, 1));
  course->means = g_new (double, MAX (n, 1));
  course->last = BW_NONE;

  for (guint i = 0; i < n; i++)
    {
      course->scores[i] = score_at (course->view, i);
      course->means[i] = mean_at (course->view, i, course->segment);
      if (isfinite (course->scores[i]))
        course->last = i;
    }

  return course->last != BW_NONE;
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
      to = bw_shown_words_and_band (view->shown_as, model, score_at (view, last));
      return g_strdup_printf ("%s: %s", name, to);
    }

  bw_shown_words_of_two (view->shown_as, model, score_at (view, first), score_at (view, last), &from,
                         &to);
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
say_measured (const BwView *view)
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

static char *
subtitle (const BwView *view)
{
  g_autofree char *measured = say_measured (view);
  g_autofree char *then = bw_date_marks_say_then (view);

  if (then == NULL)
    return g_steal_pointer (&measured);

  /* TRANSLATORS: what is measured, and under which models: “all under today’s model” */
  return g_strdup_printf (_("%s; %s"), measured, then);
}

static void
layout_trend (BwScene       *scene,
              const BwView  *view,
              const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_auto(BwTimeline) time = { 0, };
  g_auto(BwCourse) course = { .sketch = &sketch, .view = view, .time = &time };
  BwPanel *panel = bw_words_get_panel (view);
  g_autofree char *found = finding (view);
  g_autofree char *measured = NULL;
  g_autofree char *description = NULL;

  bw_sketch_begin (&sketch, scene, sheet);
  course.model = bw_results_get_model (view->results);
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
  if (!course_fill (&course))
    {
      bw_sketch_say (&sketch, found);
      return;
    }

  bw_course_draw (&course);
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
