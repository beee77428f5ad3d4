/* The points of a chart as a list that the keyboard walks and a screen reader speaks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It lies over the chart, draws nothing but the ring round the focused point, and takes no pointer.
 * Charts with very many points have none here: their description has to do. */

#pragma once

#include "chart/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_CHART_READER (bw_chart_reader_get_type ())

G_DECLARE_FINAL_TYPE (BwChartReader, bw_chart_reader, BW, CHART_READER, GtkWidget)

/* Signals: "activated" (uint): Enter was pressed on a point, of a mark with this row;
 *   "handle-activated" (string): likewise with this handle. */

GtkWidget *bw_chart_reader_new (void);
void       bw_chart_reader_follow (BwChartReader *self,
                                   const BwScene *scene);
const char *bw_chart_reader_get_handle (BwChartReader *self);
void        bw_chart_reader_choose (BwChartReader *self,
                                    const char    *handle);

G_END_DECLS
