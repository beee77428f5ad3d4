/* Where customers stand in two orders: that of their scores under one model, and under another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

/**
 * BwRankMove:
 * @row: of the snapshot
 * @from: rank under the one model, among those that are compared
 * @to: rank under the other
 */
typedef struct
{
  guint32 row;
  guint32 from;
  guint32 to;
} BwRankMove;

GArray *bw_results_list_rank_moves (const BwResults *from,
                                    const BwResults *to,
                                    guint            segment);
guint   bw_rank_moves_find_biggest (GArray  *moves,
                                    gboolean risers,
                                    guint    most,
                                    guint   *found);

G_END_DECLS
