/* The logistic curve through the scores: the churn rate that each score makes one expect. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "stats/ladder.h"

G_BEGIN_DECLS

/**
 * BwCurve:
 * @fits: whether there is one; else both are NaN
 * @intercept: log odds of leaving at score 0
 * @slope: their change per point
 */
typedef struct
{
  gboolean fits;
  double   intercept;
  double   slope;
} BwCurve;

BwCurve bw_curve_fit (const BwLadder *ladder);
double  bw_curve_at (const BwCurve *self,
                     double         score);
double  bw_curve_get_brier (const BwCurve  *self,
                            const BwLadder *ladder);

G_END_DECLS
