/* Two models over the same customers: band by band, in customers and in money, and how alike the ranks are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

#define BW_N_COMPARED (BW_MAX_BANDS + 1)

/**
 * BwComparison:
 * @n_customers: compared
 * @counts: by band under @from and band under @to, each by its index in its own model; at
 *   %BW_NO_BAND not enough data
 * @money: likewise; missing money counted as 0
 * @movement: customers whose band id differs
 * @n_scored: customers with a score under both; the rest is of these
 * @mean_from: mean score under @from; NaN where there are none, likewise below
 * @mean_to: mean score under @to
 * @mean_distance: mean of |to − from|
 * @spearman: rank correlation with mid-ranks, −1…1; NaN under two or where all are equal
 * @kendall: tau-b, −1…1; likewise
 */
typedef struct
{
  gsize      n_customers;
  gsize      counts[BW_N_COMPARED][BW_N_COMPARED];
  double     money[BW_N_COMPARED][BW_N_COMPARED];
  BwMovement movement;
  gsize      n_scored;
  double     mean_from;
  double     mean_to;
  double     mean_distance;
  double     spearman;
  double     kendall;
} BwComparison;

/* @from and @to are of the same snapshot of the same panel, under any two models. @segment is of
 * @to, or %BW_ALL_SEGMENTS. */
void bw_results_compare (const BwResults *from,
                         const BwResults *to,
                         guint            segment,
                         BwComparison    *comparison);

G_END_DECLS
