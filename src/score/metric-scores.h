/* The scores of one metric, a row each, by several threads where the rows are many. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

void bw_metric_fill_scores (const BwMetric *metric,
                            BwPanel        *panel,
                            guint           snapshot,
                            double         *scores);

G_END_DECLS
