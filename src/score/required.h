/* What would lift a customer into a better band: metric by metric, and the caps in the way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

/**
 * BwRequiredMetric:
 * @possible: whether this metric alone can do it
 * @raw_now: NaN where it is missing
 * @raw: the raw value nearest to @raw_now at which the customer reaches the band, all else as it is;
 *   NaN where it cannot or where the metric holds texts
 * @category: (nullable): of a metric of texts, the value that does it
 * @most: the score that the best raw value would give
 */
typedef struct
{
  guint       metric;
  gboolean    possible;
  double      raw_now;
  double      raw;
  const char *category;
  double      most;
} BwRequiredMetric;

/**
 * BwRequired:
 * @band: to reach
 * @least: its least score
 * @score: now
 * @cap: the rule that keeps the customer below @band whatever its metrics, or %BW_NONE
 * @metrics: (array length=n_metrics): those its segment gives weight, possible ones first, the
 *   smallest gain in g first
 */
typedef struct
{
  guint             band;
  double            least;
  double            score;
  guint             cap;
  BwRequiredMetric *metrics;
  guint             n_metrics;
} BwRequired;

/* Rules on the raw values are held as they are now. NULL where the customer has no score or stands
 * in @band or a better one already. */
BwRequired *bw_results_find_required (const BwResults *results,
                                      gsize            row,
                                      guint            band);
void        bw_required_free (BwRequired *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRequired, bw_required_free)

G_END_DECLS
