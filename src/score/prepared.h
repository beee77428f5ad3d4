/* All of a snapshot that no weight changes: segments, metric scores, bounds, money. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows stand in engine order: the rows of a segment side by side, and in it those that lack the
* same metrics side by side, so that a pass over the weights runs over long, equal stretches. */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

typedef struct _BwPrepared BwPrepared;

BwPrepared *bw_prepared_new (BwModel      *model,
                             BwPanel      *panel,
                             guint         snapshot,
                             BwPrepared   *previous,
                             GCancellable *cancellable);
BwPrepared *bw_prepared_ref (BwPrepared *self);
void        bw_prepared_unref (BwPrepared *self);

BwPanel *bw_prepared_get_panel (const BwPrepared *self);
guint    bw_prepared_get_snapshot (const BwPrepared *self);
gsize    bw_prepared_get_n_rows (const BwPrepared *self);
guint    bw_prepared_get_segment (const BwPrepared *self,
                                  gsize             row);
double   bw_prepared_get_raw (const BwPrepared *self,
                              gsize             row,
                              guint             metric);
double   bw_prepared_get_score (const BwPrepared *self,
                                gsize             row,
                                guint             metric);
double   bw_prepared_get_money (const BwPrepared *self,
                                gsize             row);
gboolean bw_prepared_shares_segments (const BwPrepared *self,
                                      const BwPrepared *other);
const guint32 *bw_prepared_get_segment_rows (const BwPrepared *self,
                                             guint             segment,
                                             gsize            *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPrepared, bw_prepared_unref)

G_END_DECLS
