/* A chart of the workspace on screen: laid out as a scene, painted, pointed at, read out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "workspace/comparing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_CHART_VIEW (bw_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (BwChartView, bw_chart_view, BW, CHART_VIEW, GtkWidget)

/* Properties: "workspace" (BwWorkspace), "chart" (string, a chart's id).
 * Signals: "activated" (uint): a mark with this row was clicked, or Enter pressed on its point;
 *   "handle-activated" (string): likewise a mark with this handle;
 *   "handle-held" (string, or NULL): a band's edge was taken hold of, or let go. */

void bw_chart_view_set_comparing (BwChartView *self,
                                  BwComparing *comparing);

G_END_DECLS
