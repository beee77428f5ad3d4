/* Categories that have an order which everybody knows: low to high, poor to excellent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/scale.h"
#include "model/signal.h"

G_BEGIN_DECLS

/**
 * BwOrder:
 * @theme: what a column of such values belongs with, where its name does not say
 * @level: whether the values only say how much (low, high), and not whether that is good
 */
typedef struct
{
  BwTheme  theme;
  gboolean level;
} BwOrder;

gboolean bw_order_categories (const char *const *texts,
                              guint              n_texts,
                              BwCategoryScore   *scores,
                              BwOrder           *order);

G_END_DECLS
