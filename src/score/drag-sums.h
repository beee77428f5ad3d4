/* What a held slider does not change, summed once; and what a nudge makes of the sums. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/results-parts.h"

G_BEGIN_DECLS

typedef struct _BwDragSums BwDragSums;

gsize         bw_drag_origin (const BwPlaces *places,
                              guint           segment);
BwDragSums   *bw_drag_sums_new (BwPrepared     *prepared,
                                const BwModel  *model,
                                const double   *shares,
                                guint           segment,
                                guint           moved,
                                const gboolean *locked);
void          bw_drag_sums_free (BwDragSums *self);
const double *bw_drag_sums_nudge (BwDragSums *self,
                                  double      share);
const double *bw_drag_sums_get_shares (const BwDragSums *self);
void          bw_drag_sums_weigh (const BwDragSums *self,
                                  double           *scores,
                                  gsize             first,
                                  gsize             n);

void          bw_drag_sums_look_ahead (const BwDragSums *self,
                                       gsize             place,
                                       BwPassRows       *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDragSums, bw_drag_sums_free)

G_END_DECLS
