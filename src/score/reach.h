/* Which raw value of a metric gives a wanted score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * BwReach:
 * @needed: the least g that will do
 * @raw_now: NaN where it is missing
 * @whole: whether only whole numbers will do
 * @raws: (array length=n): raw values of all customers by row, for a percentile scale without points
 * @scores: g of each of them, by place
 * @places: the place of each row
 */
typedef struct
{
  const BwMetric *metric;
  double          needed;
  double          raw_now;
  gboolean        whole;
  const double   *raws;
  const double   *scores;
  const guint32  *places;
  gsize           n;
} BwReach;

double bw_reach_find_raw (const BwReach *self);
double bw_reach_find_most (const BwReach *self);
double bw_reach_score_of (const BwReach *self,
                          double         raw);
guint  bw_reach_find_category (const BwReach *self);
double bw_reach_score_of_category (const BwReach *self,
                                   guint          category);

G_END_DECLS
