/* Scores through time: every snapshot of a panel under one model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

typedef struct _BwHistory BwHistory;

/**
 * BwTrend:
 * @change: newest score less that of @since, NaN where there is no trend
 * @since: index of the snapshot compared with, or %BW_NONE
 * @steady: whether |change| is too small to be called one
 * @slope: Theil–Sen, points in 30 days, NaN under three scored snapshots
 */
typedef struct
{
  double   change;
  guint    since;
  gboolean steady;
  double   slope;
} BwTrend;

BwHistory *bw_history_new (BwModel      *model,
                           BwPanel      *panel,
                           GCancellable *cancellable);
BwHistory *bw_history_new_from (BwModel           *model,
                                BwPanel           *panel,
                                BwPrepared *const *known,
                                guint              n_known,
                                GCancellable      *cancellable);
BwHistory *bw_history_ref (BwHistory *self);
void       bw_history_unref (BwHistory *self);

BwPanel         *bw_history_get_panel (const BwHistory *self);
guint            bw_history_get_n_snapshots (const BwHistory *self);
double           bw_history_get_date (const BwHistory *self,
                                      guint            snapshot);
float            bw_history_get_score (const BwHistory *self,
                                       guint            customer,
                                       guint            snapshot);
const BwSummary *bw_history_get_summary (const BwHistory *self,
                                         guint            snapshot,
                                         guint            segment);
BwTrend          bw_history_get_trend (const BwHistory *self,
                                       guint            customer);
guint            bw_trend_snapshot (const BwModel *model,
                                    BwPanel       *panel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwHistory, bw_history_unref)

G_END_DECLS
