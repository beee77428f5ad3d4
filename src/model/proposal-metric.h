/* One column of a panel as a metric: what could be scored of it, and how. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/recipe.h"
#include "model/signal.h"

G_BEGIN_DECLS

gboolean bw_propose_metric (BwRecipe *recipe,
                            BwPanel  *panel,
                            guint     column,
                            BwMetric *out,
                            BwTheme  *theme);

G_END_DECLS
