/* The handles of a scale as a small table of values and scores, to be typed in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SCALE_TABLE (bw_scale_table_get_type ())

G_DECLARE_FINAL_TYPE (BwScaleTable, bw_scale_table, BW, SCALE_TABLE, GtkWidget)

void bw_scale_table_set_metric (BwScaleTable *self,
                                BwWorkspace  *workspace,
                                guint         metric);
void bw_scale_table_refresh (BwScaleTable *self);

G_END_DECLS
