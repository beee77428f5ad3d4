/* The share of customers in each band, snapshot by snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/charts.h"
#include "chart/date-marks.h"
#include "chart/stack.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

/* The first snapshot with customers in the view's segment. */
static guint
first_snapshot (const BwView *view)
{
  const guint n = bw_panel_get_n_snapshots (bw_words_get_panel (view));

  for (guint i = 0; i + 1 < n; i++)
    {
      if (bw_stack_get_summary (view, i)->n_customers > 0)
        return i;
    }

  return n - 1;
}

/* "At risk up from 8 % to 11 % since Dec 2025" */
static char *
say_change (const BwView *view,
            guint         first)
{
  const char *band = bw_words_band (bw_results_get_model (view->results), 0);
  const double date =
    bw_snapshot_get_date (bw_panel_get_snapshot (bw_words_get_panel (view), first));
  const double then = bw_words_share (bw_stack_get_summary (view, first), 0);
  const guint newest = bw_panel_get_n_snapshots (bw_words_get_panel (view)) - 1;
  const double now = bw_words_share (bw_stack_get_summary (view, newest), 0);
  g_autofree char *from = bw_format_percent (then, 0);
  g_autofree char *to = bw_format_percent (now, 0);
  g_autofree char *since = bw_format_date (date, BW_DATE_MONTH_YEAR_SHORT);

  if (!g_str_equal (from, to) && now > then)
    /* TRANSLATORS: a band's name, two percentages and a month */
    return g_strdup_printf (_("%s up from %s to %s since %s"), band, from, to, since);
  if (!g_str_equal (from, to))
    /* TRANSLATORS: a band's name, two percentages and a month */
    return g_strdup_printf (_("%s down from %s to %s since %s"), band, from, to, since);

  /* TRANSLATORS: a band's name, a percentage and a month */
  return g_strdup_printf (_("%s steady at %s since %s"), band, to, since);
}

static char *
finding (const BwView *view)
{
  const guint n = bw_panel_get_n_snapshots (bw_words_get_panel (view));
  const char *segment = bw_words_get_segment (view);
  g_autofree char *said = NULL;
  guint first;

  if (view->history == NULL || n < 2 || bw_words_get_summary (view)->n_customers == 0)
    return bw_words_finding (view);

  first = first_snapshot (view);
  if (first == n - 1 || bw_stack_get_summary (view, n - 1)->n_customers == 0)
    return bw_words_finding (view);

  said = say_change (view, first);

  /* TRANSLATORS: a segment, and what is said of it */
  return g_strdup_printf (_("%s: %s"), segment != NULL ? segment : _("All customers"), said);
}

static char *
say_measured (const BwView *view)
{
  g_autofree char *customers = bw_words_customers (bw_words_get_summary (view)->n_customers);
  g_autofree char *span = bw_timeline_span (bw_words_get_panel (view));

  if (span == NULL)
    /* TRANSLATORS: %s is a number of customers, with the word: 412 customers */
    return g_strdup_printf (_("Share of %s by band"), customers);

  /* TRANSLATORS: a number of customers, with the word, and from which month to which */
  return g_strdup_printf (_("Share of %s by band, %s"), customers, span);
}

/* "Share of 412 customers by band, Dec 2025 to Nov 2026; each as scored then" */
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

/* Whether no snapshot has customers in the view's segment: no model of then had it. */
static gboolean
is_unknown_then (const BwView *view,
                 guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      if (bw_stack_get_summary (view, i)->n_customers > 0)
        return FALSE;
    }

  return TRUE;
}

static void
layout_bands (BwScene       *scene,
              const BwView  *view,
              const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_auto(BwTimeline) time = { 0, };
  g_autofree char *found = NULL;
  g_autofree char *measured = NULL;
  g_autofree char *newest = NULL;
  g_autofree char *description = NULL;
  BwStack stack = { .sketch = &sketch, .view = view, .time = &time };

  bw_sketch_begin (&sketch, scene, sheet);
  if (bw_words_get_summary (view)->n_customers == 0)
    {
      g_autofree char *nobody = bw_words_nobody (view);

      bw_sketch_say (&sketch, nobody);
      return;
    }
  bw_timeline_begin (&time, &sketch, bw_words_get_panel (view));
  if (view->history == NULL && time.n > 1)
    {
      bw_sketch_say (&sketch, _("The history is being worked out…"));
      return;
    }

  if (view->then && is_unknown_then (view, time.n))
    {
      bw_sketch_say (&sketch, _("No version of the model had this segment at the dates of the data."));
      return;
    }

  stack.model = bw_results_get_model (view->results);
  bw_stack_draw (&stack);

  found = finding (view);
  measured = subtitle (view);
  newest = bw_stack_describe (&stack, time.n - 1);
  description = g_strdup_printf ("%s. %s. %s.", found, measured, newest);
  bw_scene_set_description (scene, description);
}

const BwChart bw_chart_bands = {
  .id = "bands",
  .title = N_("Bands over Time"),
  .needs_history = TRUE,
  .layout = layout_bands,
  .finding = finding,
  .subtitle = subtitle,
};
