/* Weights that the outcomes suggest for the draft: asked for, worked out by a worker, taken over or not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One a workspace. Nothing is applied unasked. A suggestion stands as long as customers, outcome, segments
 * and metrics do: weights may be moved meanwhile. */

#pragma once

#include "outcome/suggest.h"
#include "workspace/validating.h"

G_BEGIN_DECLS

#define BW_TYPE_SUGGESTING (bw_suggesting_get_type ())

G_DECLARE_FINAL_TYPE (BwSuggesting, bw_suggesting, BW, SUGGESTING, GObject)

/* Signals: "changed": a suggestion is there, or no longer, or is being worked out. */

BwSuggesting *bw_suggesting_of (BwWorkspace *workspace);
gboolean      bw_suggesting_get_possible (BwSuggesting *self);
gboolean      bw_suggesting_get_busy (BwSuggesting *self);
void          bw_suggesting_ask (BwSuggesting *self);
void          bw_suggesting_forget (BwSuggesting *self);
BwSuggestion *bw_suggesting_get_suggestion (BwSuggesting *self);
gboolean      bw_suggesting_offers (BwSuggesting *self);
void          bw_suggesting_tick (BwSuggesting   *self,
                                  const gboolean *metrics,
                                  guint           n_metrics);
const gboolean *bw_suggesting_get_ticked (BwSuggesting *self);
gboolean      bw_suggesting_get_movement (BwSuggesting *self,
                                          gboolean     *moves,
                                          BwMovement   *wholly,
                                          BwMovement   *half);
void          bw_suggesting_take_over (BwSuggesting   *self,
                                       double          part,
                                       const gboolean *metrics);

BwModel      *bw_suggesting_make_model (BwSuggesting   *self,
                                        double          part,
                                        const gboolean *metrics,
                                        gsize           n_metrics);

G_END_DECLS
