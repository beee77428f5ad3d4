/* A metric's scale over its real values, to be shaped by mouse and keys. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each handle is a child with a name ("Goalpost at 12 days: score 0"): Tab goes from one to the
 * next, arrows move it, Delete removes it, Insert adds one behind it; a double click adds one where
 * there is none, and so does a drag of the line. From press to release is one step of undo, Escape takes it back. */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SCALE_CHART (bw_scale_chart_get_type ())

G_DECLARE_FINAL_TYPE (BwScaleChart, bw_scale_chart, BW, SCALE_CHART, GtkWidget)

void bw_scale_chart_set_metric (BwScaleChart *self,
                                BwWorkspace  *workspace,
                                guint         metric);
void bw_scale_chart_refresh (BwScaleChart *self);
void bw_scale_chart_add_behind (BwScaleChart *self);

G_END_DECLS
