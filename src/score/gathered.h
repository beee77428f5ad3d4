/* Rows of several snapshots put together, to be scored as if they were of one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is gathered has no raw values: bw_prepared_get_raw() is NaN, bw_prepared_get_snapshot() is
 * %BW_NONE. All else works on it as on a snapshot. */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

typedef struct _BwGathering BwGathering;

BwGathering *bw_gathering_new (BwModel *model,
                               BwPanel *panel,
                               gsize    n_rows);
void         bw_gathering_free (BwGathering *self);
void         bw_gathering_put (BwGathering      *self,
                               const BwPrepared *part,
                               gsize             row,
                               gsize             to);
BwPrepared  *bw_gathering_finish (BwGathering *self);

gboolean       bw_prepared_serves (BwPrepared *self,
                                   BwModel    *model);
const guint32 *bw_prepared_lend_rows (const BwPrepared *self);
const double  *bw_results_lend_scores (const BwResults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwGathering, bw_gathering_free)

G_END_DECLS
