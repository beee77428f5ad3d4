/* One data point of a chart as a screen reader and the keyboard know it: a place and a sentence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_CHART_POINT (bw_chart_point_get_type ())

G_DECLARE_FINAL_TYPE (BwChartPoint, bw_chart_point, BW, CHART_POINT, GtkWidget)

GtkWidget  *bw_chart_point_new (void);
void        bw_chart_point_set_mark (BwChartPoint *self,
                                     const BwMark *mark);
const char *bw_chart_point_get_tip (BwChartPoint *self);
guint       bw_chart_point_get_row (BwChartPoint *self);
const char *bw_chart_point_get_handle (BwChartPoint *self);
void        bw_chart_point_allocate (BwChartPoint *self,
                                     int           width,
                                     int           height);

G_END_DECLS
