/* Which earlier snapshot the change of a customer is told since, and its scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It is the snapshot that trends compare with until another is chosen; with other data it is that
* again. What the pane of a customer says and the chart of the change are of the same snapshot. */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_TYPE_SINCE (bw_since_get_type ())

G_DECLARE_FINAL_TYPE (BwSince, bw_since, BW, SINCE, GObject)

/* Signals: "changed": another snapshot was chosen, or the scores that were asked for are there. */

BwSince   *bw_since_of (BwWorkspace *workspace);
guint      bw_since_get_snapshot (BwSince *self);
guint      bw_since_get_chosen (BwSince *self);
void       bw_since_set_snapshot (BwSince *self,
                                  guint    snapshot);
BwResults *bw_since_get_results (BwSince *self);

G_END_DECLS
