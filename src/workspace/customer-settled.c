/* When nothing has changed for a while, everybody is put in order ahead, for when all are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With a million customers that takes a worker a tenth of a second, which a person who looks at
 * another segment would wait for. */

#include "workspace/customer-list-private.h"

#define FEW_ROWS 20000 /* are put in order when they are asked for */
#define SETTLED  250   /* milliseconds without a change */

static void
on_sorted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwCustomerList) self = user_data;
  const BwAhead *ahead;
  g_autofree guint32 *everybody = bw_ahead_sort_finish (result, &ahead);

  if (everybody == NULL || g_task_get_cancellable (G_TASK (result)) != self->ahead)
    return;

  g_clear_object (&self->ahead);
  bw_customer_rows_take_everybody (self->rows, ahead, g_steal_pointer (&everybody));
}

static gboolean
on_settled (gpointer user_data)
{
  BwCustomerList *self = user_data;
  BwAhead *ahead = bw_customer_rows_plan (self->rows, self->workspace, &self->choice);

  self->settle_id = 0;
  if (ahead != NULL)
    {
      self->ahead = g_cancellable_new ();
      bw_ahead_sort_async (ahead, self->ahead, on_sorted, g_object_ref (self));
    }

  return G_SOURCE_REMOVE;
}

/* Forgets what was to be put in order: the data or the order are others. */
void
bw_customer_list_stop_ahead (BwCustomerList *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->ahead != NULL)
    g_cancellable_cancel (self->ahead);
  g_clear_object (&self->ahead);
}

/* Puts everybody in order as soon as nothing changes any more, where that is worth it. */
void
bw_customer_list_look_ahead (BwCustomerList *self)
{
  bw_customer_list_stop_ahead (self);
  if (self->rows != NULL && bw_workspace_get_results (self->workspace) != NULL &&
      bw_customer_rows_get_most (self->rows) > FEW_ROWS)
    self->settle_id = g_timeout_add_full (G_PRIORITY_LOW, SETTLED, on_settled, self, NULL);
}
