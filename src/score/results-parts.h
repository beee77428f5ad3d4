/* What results are made of, for the other files of this floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/pass.h"
#include "score/prepared-parts.h"
#include "score/results.h"
#include "score/weighing.h"

G_BEGIN_DECLS

/* All but what the lock guards is written once; of the results that a drag lends, the segment that
 * is dragged is written at each nudge. */
struct _BwResults
{
  gatomicrefcount ref_count;

  BwPrepared *prepared;
  BwModel    *model;
  guint       n_segments;
  guint       n_metrics;
  double     *shares;    /* by segment and metric */
  double     *scores;    /* by place */
  BwTally    *tallies;   /* by segment */
  BwSummary  *summaries; /* by segment, then that of all */

  GMutex   lock;         /* guards the rest */
  gboolean ranked;       /* atomic: set when ranks and percentiles stand */
  guint32 *ranks;        /* by place */
  guint8  *percentiles;
  gboolean averaged;
  double  *means;        /* by segment and metric */
  guint    stale;        /* the segment whose shares in @model are older than @shares, or BW_NONE */
};

BwResults    *bw_results_copy (BwResults *self);
BwResults    *bw_results_copy_over (BwResults  *self,
                                    BwPrepared *prepared);
void          bw_results_change_segment (BwResults     *self,
                                         guint          segment,
                                         const double  *shares,
                                         const BwTally *tally);
void          bw_results_score_segment (BwResults       *self,
                                        guint            segment,
                                        const BwResults *known);
const double *bw_results_get_shares (const BwResults *self,
                                     guint            segment);
const double *bw_results_get_means (const BwResults *self,
                                    guint            segment);
double        bw_results_weigh_row (const BwResults *self,
                                    gsize            place,
                                    double          *effective);
void          bw_pass_rows_set_edges (BwPassRows    *self,
                                      const BwModel *model);
void          bw_results_find_bands (const BwResults *baseline,
                                     const BwResults *now,
                                     gsize            first,
                                     gsize            n,
                                     guint8          *bands);
void          bw_rank_scores (const double *scores,
                              gsize         n,
                              guint32      *ranks,
                              guint8       *percentiles);

G_END_DECLS
