/* How well the scores of a cohort tell who left: all figures, over the book and by segment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value. Figures are of the scored rows; those without enough data are counted apart. Where there
 * are fewer than %BW_LEAST_OF_A_KIND who left, or who stayed, @enough is FALSE: then only counts are
 * for showing, and every rate and interval is there but means nothing. */

#pragma once

#include "outcome/cohort.h"
#include "score/results.h"
#include "stats/auc.h"
#include "stats/ladder.h"

G_BEGIN_DECLS

#define BW_LEAST_OF_A_KIND 20
#define BW_N_TENTHS        10

/**
 * BwBandFigures:
 * @rate: customers, those who left, and the churn rate with its interval
 * @money: at stake, missing money counted as 0; likewise @money_gone
 * @recall: share of all scored who left that were in this band
 * @precision: as @rate.rate: share of the band that left
 */
typedef struct
{
  BwRate rate;
  double money;
  double money_gone;
  double recall;
  double precision;
} BwBandFigures;

/**
 * BwFigures:
 * @enough: whether there are enough of both kinds for figures
 * @n: judged
 * @n_gone: judged, and left
 * @n_customers_gone: scored customers that left; in %BW_JUDGE_EVERY a customer has several rows
 * @n_customers_stayed: scored customers that did not
 * @base: the churn rate of the scored
 * @ks: largest distance of the two distributions, between distinct scores; at @ks_score
 * @gini: 2·AUC − 1
 * @tenths: of equal numbers, lowest scores first; a tie across an edge counts pro rata
 * @expected: of each tenth the churn rate that the curve expects (see @slope)
 * @lift: churn rate of the lowest tenth ÷ @base
 * @intercept: of the logistic curve through the scores, fitted to them (Platt); in log odds
 * @slope: per point of score; NaN, as @intercept, @brier and @expected, where no curve fits (one
 *   kind only, or the two do not overlap)
 * @brier: mean square error of the curve
 * @brier_base: that of saying @base of everybody
 * @bands: by band of the model; at %BW_NO_BAND those without enough data
 * @recall: of the lowest band, with its interval: @n those who left, @n_gone those caught
 */
typedef struct
{
  gboolean      enough;
  gsize         n;
  gsize         n_gone;
  gsize         n_customers_gone;
  gsize         n_customers_stayed;
  BwRate        base;
  BwAuc         auc;
  double        gini;
  double        ks;
  double        ks_score;
  BwTenth       tenths[BW_N_TENTHS];
  double        expected[BW_N_TENTHS];
  double        lift;
  double        intercept;
  double        slope;
  double        brier;
  double        brier_base;
  BwBandFigures bands[BW_MAX_BANDS + 1];
  BwRate        recall;
} BwFigures;

/**
 * BwMetricFigures:
 * @auc: of the metric's score alone, over the rows that have one
 * @share: its weight over the book: the mean share in the segments of the judged rows; 0…1
 * @suspect: it alone tells nearly without fail, or is there for those who left only: was it known
 *   beforehand?
 */
typedef struct
{
  BwAuc    auc;
  double   share;
  gboolean suspect;
} BwMetricFigures;

/**
 * BwFooled:
 * @row: of the cohort
 */
typedef struct
{
  gsize  row;
  double score;
  double money;
} BwFooled;

/**
 * BwEdgeFigures:
 * @edge: least score that is not at risk
 * @n: customers below it
 * @precision: share of them that left
 * @recall: share of those who left that are below it
 */
typedef struct
{
  double edge;
  gsize  n;
  gsize  n_gone;
  double precision;
  double recall;
} BwEdgeFigures;

typedef struct _BwValidation BwValidation;

BwValidation *bw_validation_new (BwCohort     *cohort,
                                 BwResults    *judged,
                                 GCancellable *cancellable);
BwValidation *bw_validation_ref (BwValidation *self);
void          bw_validation_unref (BwValidation *self);

BwCohort              *bw_validation_get_cohort (const BwValidation *self);
BwResults             *bw_validation_get_results (const BwValidation *self);
const BwFigures       *bw_validation_get_figures (const BwValidation *self,
                                                  guint               segment);
const BwLadder        *bw_validation_get_ladder (const BwValidation *self,
                                                 guint               segment);
const BwMetricFigures *bw_validation_get_metric (const BwValidation *self,
                                                 guint               metric);
const GPtrArray       *bw_validation_get_remarks (const BwValidation *self);

BwEdgeFigures bw_validation_at_edge (const BwValidation *self,
                                     guint               segment,
                                     double              edge);
BwEdgeFigures bw_validation_edge_for_recall (const BwValidation *self,
                                             guint               segment,
                                             double              recall);
BwEdgeFigures bw_validation_edge_for_count (const BwValidation *self,
                                            guint               segment,
                                            gsize               n);
GArray       *bw_validation_list_green_but_left (const BwValidation *self,
                                                 guint               segment);
GArray       *bw_validation_list_red_but_stayed (const BwValidation *self,
                                                 guint               segment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwValidation, bw_validation_unref)

G_END_DECLS
