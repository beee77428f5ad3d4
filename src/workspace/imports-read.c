/* What the open file keeps of its imports, read in the writer's thread: the intake, and reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BwDesk        *desk;
  BwProgressFunc progress;
  gpointer       progress_data;
  gint64         import;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_free (self);
}

/* Whether there is a file to read from; else @task has its answer. */
static gboolean
has_file (BwKeeper *self,
          GTask    *task)
{
  if (self->desk != NULL)
    return TRUE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, _("No workspace is open."));

  return FALSE;
}

static void
give_back (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else if (reading->import == 0)
    g_task_return_pointer (task, found, (GDestroyNotify) bw_intake_unref);
  else
    g_task_return_pointer (task, found, (GDestroyNotify) bw_report_unref);
}

/* Runs @func behind what is on its way to the file, for @task. */
static void
push (BwKeeper       *self,
      GTask          *task,
      const Reading  *reading,
      GTaskThreadFunc func)
{
  g_autoptr(GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), give_back, g_object_ref (task));
  Reading *copy = g_memdup2 (reading, sizeof *reading);

  copy->desk = bw_desk_ref (self->desk);
  g_task_set_task_data (inner, copy, (GDestroyNotify) reading_free);
  bw_queue_push (self->queue, inner, func);
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Reading *self = task_data;
  g_autoptr(GError) error = NULL;
  BwShelf *shelf = self->desk->store != NULL ? bw_desk_get_shelf (self->desk, &error) : NULL;
  BwIntake *intake = NULL;

  if (shelf != NULL)
    bw_shelf_read (shelf, self->progress, self->progress_data, cancellable, &intake, &error);
  if (intake != NULL)
    g_task_return_pointer (task, intake, (GDestroyNotify) bw_intake_unref);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _("The workspace holds no exports to add to."));
}

/**
 * bw_keeper_get_intake_async:
 * @progress: (nullable): called now and then **from a worker's thread**
 * @progress_data: for @progress; lives until @callback
 *
 * Changes wait for their way to the file while exports are read.
 */
void
bw_keeper_get_intake_async (BwKeeper           *self,
                            BwProgressFunc      progress,
                            gpointer            progress_data,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  const Reading reading = { .progress = progress, .progress_data = progress_data };
  g_autoptr(GTask) task = NULL;
  BwIntake *open;

  g_return_if_fail (BW_IS_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_keeper_get_intake_async);
  open = bw_workspace_get_intake (self->workspace);
  if (open != NULL)
    g_task_return_pointer (task, bw_intake_ref (open), (GDestroyNotify) bw_intake_unref);
  else if (has_file (self, task))
    push (self, task, &reading, read_in_thread);
}

/**
 * bw_keeper_get_intake_finish:
 *
 * Returns: (transfer full) (nullable): the intake, or %NULL with @error set
 */
BwIntake *
bw_keeper_get_intake_finish (BwKeeper     *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
report_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Reading *self = task_data;
  g_autoptr(GError) error = NULL;
  BwReport *report = self->desk->store != NULL
    ? bw_store_get_report (self->desk->store, self->import, &error) : NULL;

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) bw_report_unref);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _("The report of this import cannot be read."));
}

/**
 * bw_keeper_get_report_async:
 * @import: its id
 *
 * Reads what was said of all files when @import came.
 */
void
bw_keeper_get_report_async (BwKeeper           *self,
                            gint64              import,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  const Reading reading = { .import = import };
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (import > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_keeper_get_report_async);
  if (has_file (self, task))
    push (self, task, &reading, report_in_thread);
}

/**
 * bw_keeper_get_report_finish:
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with @error set
 */
BwReport *
bw_keeper_get_report_finish (BwKeeper     *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
