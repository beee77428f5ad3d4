/* Imports taken back and dated anew: tried in the writer's thread, taken, and kept like any import. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

/**
 * Change:
 * @import: that is taken back or put back, or 0
 * @file: that is dated anew, or 0
 * @draft: (nullable): the model that was open before
 */
typedef struct
{
  BwDesk  *desk;
  gint64   import;
  gboolean removed;
  gint64   file;
  double   date;
  BwModel *draft;
} Change;

static void
change_free (Change *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_clear_pointer (&self->draft, bw_model_unref);
  g_free (self);
}

static gboolean
try_change (Change       *self,
            GCancellable *cancellable,
            BwIntake    **intake,
            GError      **error)
{
  BwShelf *shelf = bw_desk_get_shelf (self->desk, error);

  if (shelf == NULL)
    return FALSE;

  return self->file != 0
         ? bw_shelf_try_date (shelf, self->file, self->date, NULL, NULL, cancellable, intake, error)
         : bw_shelf_try_removed (shelf, self->import, self->removed, NULL, NULL, cancellable, intake, error);
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
try_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  BwIntake *intake = NULL;

  if (!try_change (task_data, cancellable, &intake, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (intake == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _("Without this import there would be no customers. Import other files first, "
                               "or begin a new workspace."));
  else
    g_task_return_pointer (task, intake, (GDestroyNotify) bw_intake_unref);
}

/* It is in the file, or there is trouble, which says so by itself. */
static void
change_kept (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  bw_keeper_flush_finish (BW_KEEPER (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Keeps the model in mind that did not fit without the import, for when that is put back. */
static void
remember_model (BwKeeper *self,
                Change   *change)
{
  g_clear_pointer (&self->gone_model, bw_model_unref);
  g_clear_pointer (&self->instead, bw_model_unref);
  if (!change->removed || bw_workspace_get_taken (self->workspace) != BW_TAKEN_REPLACED)
    return;

  self->gone_import = change->import;
  self->gone_model = g_steal_pointer (&change->draft);
  self->instead = bw_model_ref (bw_workspace_get_model (self->workspace));
}

/* The model that went with the import that is put back; NULL where there is none, where it was worked
 * on since, and where it does not fit the data after all. */
static BwModel *
find_model (BwKeeper     *self,
            const Change *change,
            BwIntake     *intake)
{
  return !change->removed && change->import != 0 && self->gone_model != NULL &&
         self->gone_import == change->import &&
         self->instead == bw_workspace_get_model (self->workspace) &&
         bw_model_check (self->gone_model, bw_intake_get_panel (intake), NULL)
         ? self->gone_model : NULL;
}

static void
change_taken (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!bw_workspace_take_finish (self->workspace, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  remember_model (self, g_task_get_task_data (task));
  bw_keeper_flush_async (self, change_kept, g_steal_pointer (&task));
}

static void
change_tried (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(BwIntake) intake = g_task_propagate_pointer (G_TASK (result), &error);

  if (intake == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->desk != change->desk)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Another file was opened meanwhile."));
      return;
    }

  change->draft = bw_model_ref (bw_workspace_get_model (self->workspace));
  bw_workspace_take_async (self->workspace, intake, find_model (self, change, intake),
                           g_task_get_cancellable (task), change_taken, g_object_ref (task));
}

/* What is on screen is in the file: what is tried stands on it. */
static void
change_flushed (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autoptr(GTask) trying = NULL;
  GError *error = NULL;

  if (!bw_keeper_flush_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->desk == NULL || self->read_only)
    {
      g_task_return_new_error (task, BW_STORE_ERROR, BW_STORE_ERROR_READ_ONLY, "%s",
                               self->why_read_only != NULL ? self->why_read_only
                                                           : _("No workspace is open."));
      return;
    }

  change->desk = bw_desk_ref (self->desk);
  trying = g_task_new (NULL, g_task_get_cancellable (task), change_tried, g_object_ref (task));
  g_task_set_task_data (trying, g_memdup2 (change, sizeof *change), (GDestroyNotify) change_free);
  bw_desk_ref (change->desk);
  bw_queue_push (self->queue, trying, try_in_thread);
}

static void
begin (BwKeeper           *self,
       const Change       *change,
       gpointer            tag,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (change, sizeof *change), (GDestroyNotify) change_free);
  bw_keeper_flush_async (self, change_flushed, task);
}

/**
 * bw_keeper_set_removed_async:
 * @import: its id
 * @removed: whether it is taken back, or put back
 *
 * The only import that stands cannot be taken back: there would be nothing left to score. A model that
 * does not fit without the import comes back with it, where the one in its place was left alone.
 */
void
bw_keeper_set_removed_async (BwKeeper           *self,
                             gint64              import,
                             gboolean            removed,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  const Change change = { .import = import, .removed = removed };

  g_return_if_fail (BW_IS_KEEPER (self));

  begin (self, &change, bw_keeper_set_removed_async, cancellable, callback, user_data);
}

/**
 * bw_keeper_set_removed_finish:
 *
 * Returns: whether that is so now, in the workspace; in the file too, unless there is trouble. Where
 *   not, everything is as it was
 */
gboolean
bw_keeper_set_removed_finish (BwKeeper     *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * bw_keeper_set_date_async:
 * @file: id of an imported file
 * @date: days since 1970-01-01, of its rows that have no date of their own
 */
void
bw_keeper_set_date_async (BwKeeper           *self,
                          gint64              file,
                          double              date,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  const Change change = { .file = file, .date = date };

  g_return_if_fail (BW_IS_KEEPER (self));

  begin (self, &change, bw_keeper_set_date_async, cancellable, callback, user_data);
}

/**
 * bw_keeper_set_date_finish:
 *
 * Returns: whether that is so now, as of bw_keeper_set_removed_finish()
 */
gboolean
bw_keeper_set_date_finish (BwKeeper     *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
