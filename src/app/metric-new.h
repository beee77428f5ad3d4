/* A metric to be added: columns that none uses, and what can be worked out from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_METRIC_NEW (bw_metric_new_get_type ())

G_DECLARE_FINAL_TYPE (BwMetricNew, bw_metric_new, BW, METRIC_NEW, BwLive)

/* Signals: "added" (string): the id of the metric that was added. */

G_END_DECLS
