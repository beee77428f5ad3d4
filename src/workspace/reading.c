/* Reading exports in a worker: files in, an intake out, and the workspace as it was. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/workspace-private.h"

#include <math.h>

/* What a worker is given. */
typedef struct
{
  GPtrArray     *files; /* of GFile */
  BwProgressFunc progress;
  gpointer       progress_data;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self);
}

/* Runs in a worker thread: it sees files and values, never the workspace. */
static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Reading *self = task_data;
  const BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = bw_intake_read ((GFile *const *) self->files->pdata,
                                               self->files->len, &wish, self->progress,
                                               self->progress_data, cancellable, &error);

  if (intake == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&intake), (GDestroyNotify) bw_intake_unref);
}

static void
start (BwWorkspace        *self,
       Reading            *reading,
       gpointer            tag,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * bw_workspace_read_async:
 * @files: (array length=n_files): exports that belong together
 * @progress: (nullable): called now and then **from the worker's thread**: it may touch nothing
 *   of the main thread, only leave word for it
 * @progress_data: for @progress; lives until @callback
 *
 * Reads and maps files without holding up the window. The workspace stays as it is; what came of
 * it is shown to a person and then taken with bw_workspace_take_async(), or dropped.
 */
void
bw_workspace_read_async (BwWorkspace        *self,
                         GFile *const       *files,
                         guint               n_files,
                         BwProgressFunc      progress,
                         gpointer            progress_data,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  Reading *reading;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (files != NULL && n_files > 0);

  reading = g_new0 (Reading, 1);
  reading->files = g_ptr_array_new_full (n_files, g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (reading->files, g_object_ref (files[i]));
  reading->progress = progress;
  reading->progress_data = progress_data;

  start (self, reading, bw_workspace_read_async, cancellable, callback, user_data);
}

/**
 * bw_workspace_read_finish:
 *
 * Returns: (transfer full): what was read, or %NULL with an error
 */
BwIntake *
bw_workspace_read_finish (BwWorkspace  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, bw_workspace_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
