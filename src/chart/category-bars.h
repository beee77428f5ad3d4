/* The categories of a metric: how many customers have each, and what each scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/**
 * BwCategoryBar:
 * @text: as the scale writes it; "" for all others together
 * @score: before direction; NaN for a text of the data that the scale does not know
 * @count: customers of the view's segment that have it
 * @handle: of the scale, or %BW_NONE
 */
typedef struct
{
  char  *text;
  double score;
  gsize  count;
  guint  handle;
} BwCategoryBar;

GArray *bw_category_bars_new (const BwView   *view,
                              const BwMetric *metric,
                              gsize          *n_missing);
char   *bw_category_say (BwPanel        *panel,
                         const BwMetric *metric,
                         const char     *text);

G_END_DECLS
