/* Why a customer stands where it does, in points that add up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

/**
 * BwReason:
 * @metric: of the model
 * @raw: its raw value then (NaN where missing); @raw_before: at the earlier snapshot, for a change
 * @points: what it does to the score
 * @tenths: the same in shown tenths of a point, which add up
 */
typedef struct
{
  guint  metric;
  double raw;
  double raw_before;
  double points;
  int    tenths;
} BwReason;

/**
 * BwExplanation:
 * @from: the segment's mean, or the earlier score
 * @to: the customer's score
 * @reasons: (array length=n_reasons): by |points|, largest first
 * @rule: what caps and floors do
 * @rest: missing data, rules on others, or a new segment; see DESIGN: Explain and Change
 */
typedef struct
{
  double    from;
  double    to;
  BwReason *reasons;
  guint     n_reasons;
  double    rule;
  int       rule_tenths;
  double    rest;
  int       rest_tenths;
} BwExplanation;

BwExplanation *bw_explain (const BwResults *results,
                           gsize            row);
BwExplanation *bw_explain_change (const BwResults *before,
                                  const BwResults *after,
                                  guint            customer);
void           bw_explanation_free (BwExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwExplanation, bw_explanation_free)

G_END_DECLS
