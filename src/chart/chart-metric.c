/* One metric: how its real values are spread, and the metric score that its scale gives each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/charts.h"
#include "chart/metric-plot.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
has_metric (const BwView *view)
{
  return view->metric < bw_model_get_n_metrics (bw_results_get_model (view->results));
}

/* Why there is nothing to draw, or NULL. */
static char *
find_obstacle (const BwView *view)
{
  if (!has_metric (view))
    return g_strdup (_("No metric is chosen."));

  if (bw_words_get_summary (view)->n_customers == 0)
    return g_strdup (view->segment == BW_ALL_SEGMENTS ? _("There are no customers.") :
                     _("No customer is in this segment."));

  return NULL;
}

static void
layout_metric (BwScene       *scene,
               const BwView  *view,
               const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_autofree char *obstacle = find_obstacle (view);
  BwMetricPlot plot;

  bw_sketch_begin (&sketch, scene, sheet);
  if (obstacle != NULL)
    {
      bw_sketch_say (&sketch, obstacle);
      return;
    }

  bw_metric_plot_begin (&plot, &sketch, view);
  if (plot.metric->scale.type == BW_SCALE_CATEGORIES)
    bw_metric_plot_categories (&plot);
  else
    bw_metric_plot_numbers (&plot);
}

/* Customers of the view whose metric score is known, and those of them in the lowest band. */
static void
count_lowest (const BwView *view,
              gsize        *n_known,
              gsize        *n_lowest)
{
  const BwModel *model = bw_results_get_model (view->results);
  const gsize n_rows = bw_results_get_n_rows (view->results);
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  g_autofree double *scores = g_new (double, MAX (n_rows, 1));

  *n_known = *n_lowest = 0;
  bw_metric_get_scores (bw_model_get_metric (model, view->metric), bw_words_get_panel (view),
                        bw_prepared_get_snapshot (prepared), scores);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (isnan (scores[row]) || (view->segment != BW_ALL_SEGMENTS &&
                                  bw_results_get_segment (view->results, row) != view->segment))
        continue;
      (*n_known)++;
      *n_lowest += bw_model_band_of (model, scores[row]) == 0;
    }
}

/* "Last login: 46 of 412 customers score below 40" */
static char *
finding (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);
  g_autofree char *number = NULL;
  g_autofree char *customers = NULL;
  g_autofree char *edge = NULL;
  gsize n_known, n_lowest;

  if (!has_metric (view))
    return g_strdup (_("No metric is chosen"));

  count_lowest (view, &n_known, &n_lowest);
  number = bw_format_number (n_lowest, 0);
  customers = bw_words_customers (n_known);
  edge = bw_format_number_plain (bw_words_band_end (model, 0));

  /* TRANSLATORS: a metric, a number, a number of customers with the word, a score */
  return g_strdup_printf (ngettext ("%s: %s of %s scores below %s",
                                    "%s: %s of %s score below %s", n_lowest),
                          bw_model_get_metric (model, view->metric)->name, number, customers, edge);
}

static char *
subtitle (const BwView *view)
{
  const BwSummary *summary = bw_words_get_summary (view);
  g_autofree char *customers = bw_words_customers (summary->n_customers);
  g_autofree char *date = bw_words_date (view);
  /* TRANSLATORS: %s is a number of customers with the word */
  g_autofree char *what = g_strdup_printf (_("Values of %s, and the metric score that each gives"),
                                           customers);

  if (date == NULL)
    return g_steal_pointer (&what);

  /* TRANSLATORS: what is measured, and when */
  return g_strdup_printf (_("%s, %s"), what, date);
}

const BwChart bw_chart_metric = {
  .id = "metric",
  .title = N_("Metric"),
  .layout = layout_metric,
  .finding = finding,
  .subtitle = subtitle,
  .needs_metric = TRUE,
};
