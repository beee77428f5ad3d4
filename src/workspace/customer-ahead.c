/* Everybody put in order by a worker, before all segments are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/customer-ahead.h"

void
bw_everybody_forget (BwEverybody *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->ordering.results, bw_results_unref);
}

/**
 * bw_everybody_keep:
 * @rows: (transfer full): in order
 */
void
bw_everybody_keep (BwEverybody      *self,
                   guint32          *rows,
                   const BwOrdering *ordering)
{
  bw_everybody_forget (self);
  self->rows = rows;
  self->ordering = *ordering;
  self->ordering.changes = self->ordering.renewals = NULL; /* these may be gone before the rows */
  bw_results_ref (self->ordering.results);
}

/* Whether everybody was put in this order before. */
gboolean
bw_everybody_is (const BwEverybody *self,
                 const BwOrdering  *ordering)
{
  return self->rows != NULL && self->ordering.results == ordering->results &&
         self->ordering.order == ordering->order &&
         self->ordering.descending == ordering->descending;
}

/**
 * bw_ahead_new:
 * @ordering: without changes through time; its renewals are those of @snapshot
 * @by_name: (array): of all rows of @snapshot; copied
 */
BwAhead *
bw_ahead_new (const BwOrdering *ordering,
              BwSnapshot       *snapshot,
              const guint32    *by_name)
{
  BwAhead *self = g_new0 (BwAhead, 1);

  self->ordering = *ordering;
  bw_results_ref (self->ordering.results);
  self->snapshot = bw_snapshot_ref (snapshot);
  self->n_rows = bw_snapshot_get_n_rows (snapshot);
  self->by_name = g_memdup2 (by_name, self->n_rows * sizeof *by_name);

  return self;
}

void
bw_ahead_free (BwAhead *self)
{
  bw_results_unref (self->ordering.results);
  bw_snapshot_unref (self->snapshot);
  g_free (self->by_name);
  g_free (self);
}

static void
sort_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const BwAhead *self = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, bw_ordering_sort (&self->ordering, self->by_name, self->n_rows),
                           g_free);
}

/**
 * bw_ahead_sort_async:
 * @self: (transfer full):
 */
void
bw_ahead_sort_async (BwAhead            *self,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, bw_ahead_sort_async);
  g_task_set_task_data (task, self, (GDestroyNotify) bw_ahead_free);
  g_task_run_in_thread (task, sort_in_thread);
}

/**
 * bw_ahead_sort_finish:
 * @self: (out) (transfer none): what was sorted, for as long as @result is there
 *
 * Returns: (transfer full) (nullable): all rows in order, or %NULL where it was cancelled
 */
guint32 *
bw_ahead_sort_finish (GAsyncResult   *result,
                      const BwAhead **self)
{
  *self = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
