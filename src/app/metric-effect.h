/* What a metric does: how its own scores are spread, and how bands stand against the baseline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_METRIC_EFFECT (bw_metric_effect_get_type ())

G_DECLARE_FINAL_TYPE (BwMetricEffect, bw_metric_effect, BW, METRIC_EFFECT, BwLive)

void bw_metric_effect_set_metric (BwMetricEffect *self,
                                  guint           metric);

G_END_DECLS
