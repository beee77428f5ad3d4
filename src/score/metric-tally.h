/* How the scores of one metric are spread: counted in bars and by band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

#define BW_N_TALLY_BARS 20

/**
 * BwMetricTally:
 * @bars: customers whose g lies in [5i, 5i + 5), the last with 100
 * @band_counts: by band of g
 * @n_known: customers whose g is known, what a policy puts for a missing one left out
 * @mean: of the known, NaN where there is none
 */
typedef struct
{
  gsize  bars[BW_N_TALLY_BARS];
  gsize  band_counts[BW_MAX_BANDS];
  gsize  n_known;
  double mean;
} BwMetricTally;

void bw_results_tally_metric (const BwResults *self,
                              guint            segment,
                              guint            metric,
                              BwMetricTally   *tally);

G_END_DECLS
