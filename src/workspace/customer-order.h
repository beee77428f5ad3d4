/* How rows of customers are put in order, whatever they are ordered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/customer-list.h"

G_BEGIN_DECLS

/**
 * BwOrdering:
 * @one_segment: whether all rows are of one segment
 * @changes: (nullable): of the scores through time, by row; NaN where there is none
 * @renewals: (nullable): in days, by row; NaN where there is none
 */
typedef struct
{
  BwCustomerOrder order;
  gboolean        descending;
  gboolean        one_segment;
  BwResults      *results;
  const double   *changes;
  const double   *renewals;
} BwOrdering;

guint32 *bw_ordering_sort (const BwOrdering *self,
                           const guint32    *rows,
                           guint             n_rows);

G_END_DECLS
