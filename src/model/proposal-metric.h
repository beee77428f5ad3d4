/* One column of a panel as a metric: what could be scored of it, and how. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/recipe.h"
#include "model/signal.h"

G_BEGIN_DECLS

/**
 * BwProposed:
 * @theme: the group to be
 * @variant: of several columns that tell the same of one thing the lowest is to be scored: a recent
 *   window, then the column as it stands, then all time, then the days since
 */
typedef struct
{
  BwTheme theme;
  guint   variant;
} BwProposed;

gboolean bw_propose_metric (BwRecipe   *recipe,
                            BwPanel    *panel,
                            guint       column,
                            BwMetric   *out,
                            BwProposed *proposed);

G_END_DECLS
