/* Where a metric's values come from: a column, or what is worked out from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_METRIC_SOURCE (bw_metric_source_get_type ())

G_DECLARE_FINAL_TYPE (BwMetricSource, bw_metric_source, BW, METRIC_SOURCE, BwLive)

void bw_metric_source_set_metric (BwMetricSource *self,
                                  guint           metric);

G_END_DECLS
