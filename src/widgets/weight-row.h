/* One metric of a segment: what it is, which way it counts, and how much. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_WEIGHT_ROW (bw_weight_row_get_type ())

G_DECLARE_FINAL_TYPE (BwWeightRow, bw_weight_row, BW, WEIGHT_ROW, GtkWidget)

GtkWidget *bw_weight_row_new (BwWorkspace *workspace,
                              guint        metric);
void       bw_weight_row_set_share (BwWeightRow *self,
                                    double       share,
                                    guint        percent,
                                    double       baseline);
void       bw_weight_row_set_locked (BwWeightRow *self,
                                     gboolean     locked);
const char *bw_weight_row_get_id (BwWeightRow *self);
void        bw_weight_row_set_range (BwWeightRow *self,
                                     double       least,
                                     double       most);
void        bw_weight_row_set_influence (BwWeightRow *self,
                                         double       influence);
void       bw_weight_row_set_suggested (BwWeightRow *self,
                                        double       suggested);

G_END_DECLS
