/* Whether parts of two models say the same, so that what was made from one serves the other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

gboolean bw_metrics_alike (const BwMetric *a,
                           const BwMetric *b);
gboolean bw_conditions_alike (const BwModel      *model_a,
                              const BwConditions *a,
                              const BwModel      *model_b,
                              const BwConditions *b);

G_END_DECLS
