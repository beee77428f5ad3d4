/* Columns of an opened file are brought into memory before somebody looks at them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column is read when it is first asked for. The window would wait for the disk then; so a worker
 * asks first, for all columns of the newest snapshot, which is what the window shows. */

#include "workspace/keeper-private.h"

/* Runs in a worker thread: it sees the panel and never the keeper. */
static void
warm_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  BwPanel *panel = task_data;
  BwSnapshot *newest = bw_panel_get_snapshot (panel, bw_panel_get_n_snapshots (panel) - 1);

  for (guint i = 0; i < bw_panel_get_n_columns (panel) && !g_cancellable_is_cancelled (cancellable); i++)
    bw_snapshot_get_column (newest, i);
  g_task_return_boolean (task, TRUE);
}

/* Brings the columns of what is open into memory; what was begun for another file is given up. */
void
bw_keeper_warm (BwKeeper *self)
{
  BwPanel *panel = bw_workspace_get_panel (self->workspace);
  g_autoptr(GTask) task = NULL;

  bw_keeper_stop_warming (self);
  if (panel == NULL)
    return;

  self->warming = g_cancellable_new ();
  task = g_task_new (NULL, self->warming, NULL, NULL);
  g_task_set_source_tag (task, bw_keeper_warm);
  g_task_set_task_data (task, bw_panel_ref (panel), (GDestroyNotify) bw_panel_unref);
  g_task_run_in_thread (task, warm_in_thread);
}

void
bw_keeper_stop_warming (BwKeeper *self)
{
  g_cancellable_cancel (self->warming);
  g_clear_object (&self->warming);
}
