/* What the weights of a segment really do, which of its metrics tell customers apart, and hints. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

/**
 * BwMetricInsight:
 * @share: set weight, 0…1, NaN where the segment does not use it; in All customers the mean share
 *   of its customers
 * @influence: the covariance of e·g with the score before rules over that score's variance, of the
 *   segment's scored customers; sums to 1 over the metrics; NaN where the scores do not differ
 * @lost: points that the metric costs: the mean of e·(100 − g) of the scored customers
 * @mean_top: mean g of the customers in the best band that have the metric, NaN without
 * @mean_bottom: likewise in the worst band
 * @separation: the mean of e·g in the best band less that in the worst: points; NaN without both
 * @n_present: scored customers with the metric present
 * @deviation: standard deviation of g over them
 */
typedef struct
{
  double share;
  double influence;
  double lost;
  double mean_top;
  double mean_bottom;
  double separation;
  gsize  n_present;
  double deviation;
} BwMetricInsight;

/* @insights: (out) (array length=n_metrics). @segment may be %BW_ALL_SEGMENTS. */
void bw_results_find_insights (const BwResults *results,
                               guint            segment,
                               BwMetricInsight *insights);

/* Pearson's r between g of two metrics over the customers of a segment that have both; NaN under
 * three or where one is constant. */
double bw_results_correlate (const BwResults *results,
                             guint            segment,
                             guint            metric,
                             guint            other);

typedef enum
{
  BW_HINT_CONSTANT,      /* @metric has nearly one value: @value is the share of the commonest g */
  BW_HINT_NO_DATA,       /* @metric is missing for most: @value is the share with data */
  BW_HINT_TOGETHER,      /* @metric and @other move together: @value is r, @weight their share */
  BW_HINT_LITTLE,        /* @metric weighs @weight and makes @value of the differences */
  BW_HINT_MUCH,          /* likewise, far more than it weighs */
  BW_HINT_MOSTLY_TOP,    /* @value of the customers are in the best band */
  BW_HINT_MOSTLY_BOTTOM, /* @value of the customers are in the worst band */
  BW_HINT_EMPTY_SEGMENT, /* @segment has no customers */
  BW_HINT_NO_WEIGHTS,    /* all shares of @segment are 0 */
  BW_HINT_IDLE_RULE,     /* rule number @metric holds for nobody */
  BW_HINT_FLAT_SCALE,    /* the scale of @metric gives every customer the same score */
} BwHintKind;

/**
 * BwHint:
 * @segment: that it is about, or %BW_ALL_SEGMENTS
 * @metric: or %BW_NONE
 * @other: or %BW_NONE
 */
typedef struct
{
  BwHintKind kind;
  guint      segment;
  guint      metric;
  guint      other;
  double     value;
  double     weight;
} BwHint;

/* Returns: (transfer full) (element-type BwHint): what a person should look at in a segment (or all
 * of them), the gravest first; NULL when cancelled */
GArray *bw_hints_find (BwResults    *results,
                       guint         segment,
                       GCancellable *cancellable);

/**
 * BwRuleCount:
 * @n_holds: scored customers for which the rule holds
 * @n_binds: of these, whose score is what it is because of this rule
 */
typedef struct
{
  gsize n_holds;
  gsize n_binds;
} BwRuleCount;

void bw_results_count_rule (const BwResults *results,
                            guint            rule,
                            BwRuleCount     *count);

/* The least score of the second band so that at most @n_customers of a segment (or all) are in the
 * worst band, as many as can be: 0 where none can, 100 where all fit. */
double bw_results_edge_for_capacity (const BwResults *results,
                                     guint            segment,
                                     gsize            n_customers);

/* The score that the customer would have under the weights of another segment, after rules; NaN
 * without enough data there. */
double bw_results_score_under (const BwResults *results,
                               gsize            row,
                               guint            segment);

/* As bw_results_find_insights(), but FALSE when cancelled. */
gboolean bw_results_survey (const BwResults *results,
                            guint            segment,
                            GCancellable    *cancellable,
                            BwMetricInsight *insights);

G_END_DECLS
