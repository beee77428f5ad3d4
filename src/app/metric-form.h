/* What a metric is called, where it belongs, which way it counts, and what is thought of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_METRIC_FORM (bw_metric_form_get_type ())

G_DECLARE_FINAL_TYPE (BwMetricForm, bw_metric_form, BW, METRIC_FORM, BwLive)

void bw_metric_form_set_metric (BwMetricForm *self,
                                guint         metric);

G_END_DECLS
