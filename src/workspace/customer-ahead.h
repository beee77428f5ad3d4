/* Everybody put in order by a worker, before all segments are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "workspace/customer-order.h"

G_BEGIN_DECLS

/**
 * BwAhead:
 * @ordering: how; its results and what else it points to are owned
 * @by_name: (array length=n_rows): all rows in order of name; owned
 *
 * What a worker needs, and nobody changes meanwhile.
 */
typedef struct
{
  BwOrdering  ordering;
  BwSnapshot *snapshot;
  guint32    *by_name;
  guint       n_rows;
} BwAhead;

/**
 * BwEverybody:
 * @rows: (nullable): all rows as @ordering has them, %NULL where that is not known
 */
typedef struct
{
  guint32    *rows;
  BwOrdering  ordering; /* its results are owned */
} BwEverybody;

void     bw_everybody_forget (BwEverybody *self);
void     bw_everybody_keep (BwEverybody      *self,
                            guint32          *rows,
                            const BwOrdering *ordering);
gboolean bw_everybody_is (const BwEverybody *self,
                          const BwOrdering  *ordering);

BwAhead *bw_ahead_new (const BwOrdering *ordering,
                       BwSnapshot       *snapshot,
                       const guint32    *by_name);
void     bw_ahead_free (BwAhead *self);
void     bw_ahead_sort_async (BwAhead            *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
guint32 *bw_ahead_sort_finish (GAsyncResult   *result,
                               const BwAhead **self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwAhead, bw_ahead_free)

G_END_DECLS
