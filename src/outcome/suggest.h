/* Weights that the outcomes suggest: a ridge logistic regression, and what it is worth on others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value; nothing is applied unasked. Directions are kept: a metric that speaks against its own
 * direction gets 0. Metrics that a segment does not use stay out of it. */

#pragma once

#include "outcome/cohort.h"
#include "outcome/validation.h"

G_BEGIN_DECLS

/**
 * BwSuggestTest:
 * @BW_SUGGEST_IN_TIME: fitted on what was known earlier, tested on later snapshots
 * @BW_SUGGEST_THIRD: fitted on the customers whose number mod 10 is below 7, tested on the others
 * @BW_SUGGEST_CROSSED: too few left for a third apart: each tenth is judged by weights fitted on
 *   the other nine
 */
typedef enum
{
  BW_SUGGEST_IN_TIME,
  BW_SUGGEST_THIRD,
  BW_SUGGEST_CROSSED,
} BwSuggestTest;

/**
 * BwSuggestVerdict:
 * @BW_SUGGEST_BETTER: the suggested weights tell better on customers they were not fitted on, by
 *   more than chance
 * @BW_SUGGEST_ALIKE: about as well; no reason to change
 * @BW_SUGGEST_NOTHING: there is nothing to learn: the interval of the new AUC holds 0.5
 * @BW_SUGGEST_TOO_FEW: fewer than 20 who left, or who stayed: no weights are suggested
 */
typedef enum
{
  BW_SUGGEST_BETTER,
  BW_SUGGEST_ALIKE,
  BW_SUGGEST_NOTHING,
  BW_SUGGEST_TOO_FEW,
} BwSuggestVerdict;

/**
 * BwSuggestedWeight:
 * @from: the share now, NaN where the segment does not use the metric
 * @to: the suggested share, likewise
 * @low: the range that resampling customers gives @to: its 5 % quantile
 * @high: and its 95 % quantile
 * @against: the metric spoke against its direction and was set to 0
 */
typedef struct
{
  double   from;
  double   to;
  double   low;
  double   high;
  gboolean against;
} BwSuggestedWeight;

/**
 * BwSuggestedSegment:
 * @own: whether it was fitted on its own customers; else on all
 * @n: judged, scored
 * @n_gone: left
 * @n_judged: judged, scored or not, as by the validation: what a weight over the book is counted by
 * @learned: whether anything spoke for any metric in its direction; else its weights stay
 */
typedef struct
{
  gboolean own;
  gsize    n;
  gsize    n_gone;
  gsize    n_judged;
  gboolean learned;
} BwSuggestedSegment;

typedef struct _BwSuggestion BwSuggestion;

BwSuggestion *bw_suggestion_new (BwCohort     *cohort,
                                 BwPrepared   *judged,
                                 BwModel      *model,
                                 GCancellable *cancellable);
BwSuggestion *bw_suggestion_ref (BwSuggestion *self);
void          bw_suggestion_unref (BwSuggestion *self);

BwModel                  *bw_suggestion_get_before (const BwSuggestion *self);
BwSuggestVerdict          bw_suggestion_get_verdict (const BwSuggestion *self);
BwSuggestTest             bw_suggestion_get_test (const BwSuggestion *self);
gsize                     bw_suggestion_get_n_fitted (const BwSuggestion *self);
gsize                     bw_suggestion_get_n_tested (const BwSuggestion *self);
BwAuc                     bw_suggestion_get_old_auc (const BwSuggestion *self);
BwAuc                     bw_suggestion_get_new_auc (const BwSuggestion *self);
BwAuc                     bw_suggestion_get_gain (const BwSuggestion *self);
double                    bw_suggestion_get_shown_gain (const BwSuggestion *self);
double                    bw_suggestion_get_penalty (const BwSuggestion *self);
gboolean                  bw_suggestion_is_worse (const BwSuggestion *self);
const BwSuggestedSegment *bw_suggestion_get_segment (const BwSuggestion *self,
                                                     guint               segment);
const BwSuggestedWeight  *bw_suggestion_get_weight (const BwSuggestion *self,
                                                    guint               segment,
                                                    guint               metric);
double                    bw_suggestion_get_share (const BwSuggestion *self,
                                                   BwModel            *model,
                                                   guint               segment,
                                                   guint               metric);
const GPtrArray          *bw_suggestion_get_remarks (const BwSuggestion *self);
char                     *bw_suggestion_describe (const BwSuggestion *self);
BwModel                  *bw_suggestion_apply (const BwSuggestion *self,
                                               BwModel            *draft,
                                               double              part,
                                               const gboolean     *metrics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSuggestion, bw_suggestion_unref)

G_END_DECLS
