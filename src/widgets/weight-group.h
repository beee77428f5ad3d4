/* A group of metrics: its name, its share, and the rows of those that the segment uses. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/insights.h"
#include "workspace/suggesting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_WEIGHT_GROUP (bw_weight_group_get_type ())

G_DECLARE_FINAL_TYPE (BwWeightGroup, bw_weight_group, BW, WEIGHT_GROUP, GtkWidget)

GtkWidget *bw_weight_group_new (BwWorkspace *workspace,
                                guint        group);
void       bw_weight_group_set_shares (BwWeightGroup *self,
                                       const double  *shares,
                                       const guint   *percents,
                                       const double  *baseline);
void       bw_weight_group_show_locks (BwWeightGroup *self);
void       bw_weight_group_show_insights (BwWeightGroup *self,
                                          BwInsights    *insights);
void       bw_weight_group_show_suggestion (BwWeightGroup *self,
                                            BwSuggestion  *suggestion,
                                            guint          segment);
gboolean   bw_weight_group_focus (BwWeightGroup *self,
                                  const char    *metric);

G_END_DECLS
