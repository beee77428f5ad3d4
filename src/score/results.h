/* Scores, bands and what they add up to, of one snapshot under one model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/prepared.h"

G_BEGIN_DECLS

#define BW_ALL_SEGMENTS G_MAXUINT /* in place of a segment: every customer */
#define BW_NO_BAND      BW_MAX_BANDS /* "Not enough data" */
#define BW_N_BINS       50

/**
 * BwSummary:
 * @mean: of the scored customers, NaN where there is none
 * @bins: scored customers in [2i, 2i + 2), the last with 100
 * @band_counts: by band; at %BW_NO_BAND those without enough data
 * @band_money: likewise, missing money counted as 0
 * @money: of all customers
 */
typedef struct
{
  gsize  n_customers;
  gsize  n_scored;
  double mean;
  gsize  bins[BW_N_BINS];
  gsize  band_counts[BW_MAX_BANDS + 1];
  double band_money[BW_MAX_BANDS + 1];
  double money;
} BwSummary;

typedef struct _BwResults BwResults;

BwResults *bw_results_new (BwPrepared *prepared,
                           BwModel    *model);
BwResults *bw_results_new_from (BwPrepared *prepared,
                                BwModel    *model,
                                BwResults  *known);
BwResults *bw_results_with_panel (BwResults *self,
                                  BwPanel   *panel);
BwResults *bw_results_ref (BwResults *self);
void       bw_results_unref (BwResults *self);

BwPrepared      *bw_results_get_prepared (const BwResults *self);
BwModel         *bw_results_get_model (const BwResults *self);
gsize            bw_results_get_n_rows (const BwResults *self);
guint            bw_results_get_segment (const BwResults *self,
                                         gsize            row);
double           bw_results_get_score (const BwResults *self,
                                       gsize            row);
double           bw_results_get_score_before_rules (const BwResults *self,
                                                    gsize            row);
guint            bw_results_get_rule (const BwResults *self,
                                      gsize            row);
guint            bw_results_get_band (const BwResults *self,
                                      gsize            row);
guint            bw_results_get_grade (const BwResults *self,
                                       gsize            row);
guint            bw_results_get_rank (const BwResults *self,
                                      gsize            row);
guint            bw_results_get_percentile (const BwResults *self,
                                            gsize            row);
double           bw_results_get_coverage (const BwResults *self,
                                          gsize            row);
double           bw_results_get_group_score (const BwResults *self,
                                             gsize            row,
                                             guint            group);
const BwSummary *bw_results_get_summary (const BwResults *self,
                                         guint            segment);

/**
 * BwMover:
 * @row: of the snapshot
 * @from: score under the baseline, NaN where it had none
 * @to: score now
 */
typedef struct
{
  guint32 row;
  guint8  from_band;
  guint8  to_band;
  double  from;
  double  to;
  double  money;
} BwMover;

/**
 * BwMovement:
 * @n_movers: customers whose band id differs
 * @money: theirs
 */
typedef struct
{
  gsize  n_movers;
  double money;
} BwMovement;

BwMovement bw_results_count_movers (const BwResults *baseline,
                                    const BwResults *now,
                                    guint            segment);
GArray    *bw_results_list_movers (const BwResults *baseline,
                                   const BwResults *now,
                                   guint            segment,
                                   guint            most);

gboolean bw_results_get_ranked (const BwResults *self);
void     bw_results_rank (const BwResults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwResults, bw_results_unref)

G_END_DECLS
