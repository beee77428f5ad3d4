/* The slider of one weight: it holds the workspace's drag while the pointer or a key is down. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any number of movements between two frames become one nudge; what is done between press and
 * release, or while one key is held, is one step of undo; Escape takes it back. */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_WEIGHT_SCALE (bw_weight_scale_get_type ())

G_DECLARE_FINAL_TYPE (BwWeightScale, bw_weight_scale, BW, WEIGHT_SCALE, GtkScale)

void bw_weight_scale_set_metric (BwWeightScale *self,
                                 BwWorkspace   *workspace,
                                 guint          metric);
void bw_weight_scale_set_share (BwWeightScale *self,
                                double         share,
                                double         baseline);
void bw_weight_scale_set_range (BwWeightScale *self,
                                double         least,
                                double         most);
void       bw_weight_scale_set_suggested (BwWeightScale *self,
                                          double         suggested);

G_END_DECLS
