/* One of the things that stand beside the scores, made by a worker. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "workspace/insights.h"

G_BEGIN_DECLS

/**
 * BwInsightKind:
 * @BW_INSIGHT_HINTS: and influence, of a segment
 * @BW_INSIGHT_RANGES: of the sliders of a segment
 * @BW_INSIGHT_FIRMNESS: of all customers
 *
 * The quickest first.
 */
typedef enum
{
  BW_INSIGHT_HINTS,
  BW_INSIGHT_RANGES,
  BW_INSIGHT_FIRMNESS,
} BwInsightKind;

#define BW_N_INSIGHTS (BW_INSIGHT_FIRMNESS + 1)

/* What a worker sees, and what it makes: the fields of its kind are not %NULL when it is done. */
typedef struct
{
  BwInsightKind    kind;
  BwResults       *results;
  guint            segment;
  guint            n_metrics;
  gboolean        *locked;
  GArray          *hints;
  BwMetricInsight *metrics;
  BwShareRange    *ranges;
  BwFirmness      *firmness;
} BwInsightWork;

BwInsightWork *bw_insight_work_new (BwInsightKind kind,
                                    BwWorkspace  *workspace);
void           bw_insight_work_free (BwInsightWork *self);
gboolean       bw_insight_work_run (BwInsightWork *self,
                                    GCancellable  *cancellable);

G_END_DECLS
