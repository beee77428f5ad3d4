/* What is worked out beside the scores while nobody waits: hints, influence, firmness, free play of sliders. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker begins when the workspace has stood still for a moment, and is cancelled by the next
 * nudge; nothing here ever holds up a drag. */

#pragma once

#include "score/firmness.h"
#include "score/insight.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_TYPE_INSIGHTS (bw_insights_get_type ())

G_DECLARE_FINAL_TYPE (BwInsights, bw_insights, BW, INSIGHTS, GObject)

/* Signals: "changed": something of what follows is newer, or no longer stands.
 * What does not stand (yet) for the draft and the chosen segment is NULL. */

BwInsights *bw_insights_new (BwWorkspace *workspace);

/* (nullable) (element-type BwHint), borrowed */
GArray                *bw_insights_get_hints (BwInsights *self);
/* (nullable) (array length=n_metrics), borrowed */
const BwMetricInsight *bw_insights_get_metrics (BwInsights *self);
/* (nullable) (array length=n_metrics), borrowed; least > most for a metric that is not used */
const BwShareRange    *bw_insights_get_ranges (BwInsights *self);
/* (nullable), borrowed */
BwFirmness            *bw_insights_get_firmness (BwInsights *self);

/* The one that all of a window share: made where nobody has it yet, gone with the last who does. */
BwInsights *bw_insights_dup_for (BwWorkspace *workspace);

G_END_DECLS
