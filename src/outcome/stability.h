/* Whether today's customers are still those that a score was made for: how far it and its metrics moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Population stability indices: below %BW_PSI_MOVED nothing to speak of, from %BW_PSI_ANOTHER on another
 * population. */

#pragma once

#include "score/results.h"
#include "stats/stability.h"

G_BEGIN_DECLS

/**
 * BwStability:
 * @from: the earlier snapshot
 * @to: the later
 * @score: of the score; NaN where a snapshot has none
 * @metrics: (array): of the score of each metric; likewise
 */
typedef struct
{
  guint   from;
  guint   to;
  double  score;
  guint   n_metrics;
  double *metrics;
} BwStability;

BwStability *bw_stability_new (const BwResults *from,
                               const BwResults *to);
BwStability *bw_stability_since (BwResults    *to,
                                 guint         from,
                                 GCancellable *cancellable);
void         bw_stability_free (BwStability *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwStability, bw_stability_free)

G_END_DECLS
