/* The table of charts: the window, the command line and the tests read it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/charts.h"

static const BwChart *const charts[] = {
  &bw_chart_distribution,
  &bw_chart_bands,
  &bw_chart_trend,
  &bw_chart_why,
  &bw_chart_change,
  &bw_chart_segments,
  &bw_chart_metric,
  &bw_chart_metrics,
  &bw_chart_matrix,
  &bw_chart_slopes,
  &bw_chart_calibration,
  &bw_chart_gain,
  &bw_chart_roc,
};

const BwChart *const *
bw_charts (gsize *n_charts)
{
  *n_charts = G_N_ELEMENTS (charts);

  return charts;
}

/**
 * bw_chart_find:
 *
 * Returns: (nullable): the chart named @id
 */
const BwChart *
bw_chart_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      if (g_strcmp0 (charts[i]->id, id) == 0)
        return charts[i];
    }

  return NULL;
}
