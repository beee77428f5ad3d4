/* Scores through time as they were then: each snapshot under the version of its date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version whose columns the data no longer has is passed over. Scores are worked out when somebody
 * asks for them, by a worker. Whether they are shown is kept with the open file. */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_TYPE_SCORED_THEN (bw_scored_then_get_type ())

G_DECLARE_FINAL_TYPE (BwScoredThen, bw_scored_then, BW, SCORED_THEN, GObject)

/* Properties: "shown" (boolean, FALSE): whether charts over time show scores as they were then; only
 *   where there are several versions.
 * Signals: "changed": shown or not, or the scores that were asked for are there, or no longer; after
 *   other versions too. */

BwScoredThen *bw_scored_then_of (BwWorkspace *workspace);
gboolean      bw_scored_then_get_shown (BwScoredThen *self);
void          bw_scored_then_set_shown (BwScoredThen *self,
                                        gboolean      shown);
BwHistory    *bw_scored_then_get_history (BwScoredThen *self);
guint         bw_scored_then_get_first (BwScoredThen *self);
guint         bw_scored_then_get_n_misfits (BwScoredThen *self);

G_END_DECLS
