/* The inner loops of scoring, over plain arrays: weigh columns, then round, bound and count. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor and its benchmark. Eight rows at a time and eight sums side by side on
 * every processor, so that the result depends on the rows alone; only the instructions differ. */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

/* Rows that stay in the nearest cache between weighing and counting. */
#define BW_PASS_BLOCK 512

#define BW_PASS_AHEAD 3
#define BW_PASS_LANES 8
#define BW_PASS_BINS  64 /* room for the bins of #BwSummary, and one for the rows without a score */

/**
 * BwLanes:
 * @counts: by band, likewise @money
 *
 * What passes count, eight rows side by side; starts as zeros.
 */
typedef struct
{
  gsize   n_rows;
  gint64  counts[BW_MAX_BANDS + 1][BW_PASS_LANES];
  gint64  n_moved[BW_PASS_LANES];
  double  sum[BW_PASS_LANES];
  double  money[BW_MAX_BANDS + 1][BW_PASS_LANES];
  double  moved_money[BW_PASS_LANES];
  guint32 bins[BW_PASS_LANES * BW_PASS_BINS];
} BwLanes;

/**
 * BwTally:
 * @sum: of the scores of the scored
 * @bins: as in #BwSummary, as are the others
 * @movement: rows whose band is not the expected one
 *
 * What the lanes come to; starts as zeros, and many may be added up.
 */
typedef struct
{
  gsize      n_rows;
  gsize      n_scored;
  double     sum;
  gsize      bins[BW_N_BINS];
  gsize      band_counts[BW_MAX_BANDS + 1];
  double     band_money[BW_MAX_BANDS + 1];
  BwMovement movement;
} BwTally;

/**
 * BwPassRows:
 * @scores: (inout): weighted scores, NaN for rows without; then the final ones
 * @money: missing money is 0
 * @least: (nullable): no score may be less; %NULL together with @greatest
 * @greatest: (nullable): no score may be more; wins over @least
 * @expected: the band each row had, %BW_NO_BAND for none; any other value moves whatever it has
 * @edges: least scores of the second band and those after it, infinite where there is none
 * @ahead: (nullable): columns that the next block will be weighed from: they are fetched meanwhile
 */
typedef struct
{
  double       *scores;
  const double *money;
  const double *least;
  const double *greatest;
  const guint8 *expected;
  double        edges[BW_MAX_BANDS - 1];
  const double *ahead[BW_PASS_AHEAD];
} BwPassRows;

void bw_pass_weigh (double              *scores,
                    const double *const *columns,
                    const double        *shares,
                    guint                n_columns,
                    gsize                first,
                    gsize                n);
void bw_pass_count (const BwPassRows *rows,
                    gsize             first,
                    gsize             n,
                    BwLanes          *lanes);
void bw_tally_add_lanes (BwTally       *self,
                         const BwLanes *lanes);
void bw_tally_add (BwTally       *self,
                   const BwTally *other);
double bw_round_score (double score);

G_END_DECLS
