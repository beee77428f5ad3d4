/* How firm bands are: what happens to them when the weights are a little different. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

#define BW_N_DRAWS 200
#define BW_DRAW_SPREAD 0.25
#define BW_DRAW_SEED 1

typedef struct _BwFirmness BwFirmness;

/* @n_draws times each weight of each segment is multiplied by an even draw of 1 ± @spread (the same
 * draws for the same @seed on every machine) and all is scored anew. NULL when cancelled. */
BwFirmness *bw_firmness_new (BwResults    *results,
                             guint         n_draws,
                             double        spread,
                             guint32       seed,
                             GCancellable *cancellable);
BwFirmness *bw_firmness_ref (BwFirmness *self);
void        bw_firmness_unref (BwFirmness *self);

/* The share of draws, 0…1, in which the customer keeps its band; NaN without a score. */
double bw_firmness_get_kept (const BwFirmness *self,
                             gsize             row);
/* Scored customers of a segment (or %BW_ALL_SEGMENTS) that keep their band in at least @share of
 * the draws. */
gsize  bw_firmness_count_firm (const BwFirmness *self,
                               guint             segment,
                               double            share);
/* The mean of the shares of a segment's customers, NaN where there are none. */
double bw_firmness_get_mean_kept (const BwFirmness *self,
                                  guint             segment);

/**
 * BwFirmnessTally:
 * @n_scored: customers that have a score
 * @n_firm: those of them that keep their band in so many draws
 * @kept: the mean of the shares of draws in which they do, NaN where there are none
 */
typedef struct
{
  gsize  n_scored;
  gsize  n_firm;
  double kept;
} BwFirmnessTally;

/* Of a segment (or %BW_ALL_SEGMENTS) those who stand in one band (or with any, %BW_NO_BAND). */
BwFirmnessTally bw_firmness_tally (const BwFirmness *self,
                                   guint             segment,
                                   guint             band,
                                   double            share);

/**
 * BwShareRange:
 * @least: share, 0…1
 * @most: share, 0…1
 *
 * How far a slider can be moved, the others giving way by its law, while fewer than a given part of
 * the segment's customers stand in another band than now.
 */
typedef struct
{
  double least;
  double most;
} BwShareRange;

/* @tolerance: the part, 0.01. @locked: (array length=n_metrics). FALSE when cancelled. */
gboolean bw_results_find_share_range (BwResults      *results,
                                      guint           segment,
                                      guint           metric,
                                      const gboolean *locked,
                                      double          tolerance,
                                      GCancellable   *cancellable,
                                      BwShareRange   *range);

/**
 * BwTipping:
 * @metric: whose weight
 * @share: now
 * @tips_at: the share nearest to it at which the customer is in another band
 * @band: that band
 */
typedef struct
{
  guint  metric;
  double share;
  double tips_at;
  guint  band;
} BwTipping;

/* The smallest change of one weight of its segment that moves a customer to another band. Returns
 * FALSE where no single weight can, or the customer has no score. */
gboolean bw_results_find_tipping (const BwResults *results,
                                  gsize            row,
                                  const gboolean  *locked,
                                  BwTipping       *tipping);

/* @ranges: (out) (array length=n_metrics): of all metrics at once; 1 to 0 for one that the segment
 * does not use. FALSE when cancelled. */
gboolean bw_results_find_share_ranges (BwResults      *results,
                                       guint           segment,
                                       const gboolean *locked,
                                       double          tolerance,
                                       GCancellable   *cancellable,
                                       BwShareRange   *ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwFirmness, bw_firmness_unref)

G_END_DECLS
