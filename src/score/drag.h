/* The live engine: one slider held, and all that follows from it within a frame. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

typedef struct _BwDrag BwDrag;

BwDrag          *bw_drag_new (BwResults      *start,
                              guint           segment,
                              guint           metric,
                              const gboolean *locked,
                              BwResults      *baseline,
                              guint           n_threads);
void             bw_drag_free (BwDrag *self);
void             bw_drag_nudge (BwDrag *self,
                                double  share);
const double    *bw_drag_get_shares (const BwDrag *self);
BwResults       *bw_drag_get_results (const BwDrag *self);
BwMovement       bw_drag_get_movement (const BwDrag *self,
                                       guint         segment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDrag, bw_drag_free)

G_END_DECLS
