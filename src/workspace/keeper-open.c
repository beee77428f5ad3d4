/* Opening a file and closing it: read in a worker first, then everything changes at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char     *path;
  BwLoaded *loaded;
} Opening;

static void
opening_free (Opening *self)
{
  g_free (self->path);
  g_clear_pointer (&self->loaded, bw_loaded_free);
  g_free (self);
}

/* Runs in a worker thread: it sees the file and never the keeper. */
static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  BwLoaded *loaded = bw_loaded_read (task_data, cancellable, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) bw_loaded_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
restore (BwKeeper *self,
         BwLoaded *loaded)
{
  const BwRestoring kept = {
    loaded->panel, loaded->model, loaded->baseline_model, loaded->results, loaded->baseline,
    loaded->undo, loaded->redo
  };

  self->restoring = TRUE;
  if (loaded->panel != NULL)
    bw_workspace_restore (self->workspace, &kept);
  else
    bw_workspace_clear (self->workspace);
  self->restoring = FALSE;
}

static void
tell_all (BwKeeper *self)
{
  bw_keeper_emit (self, BW_KEEPER_VERSIONS_CHANGED);
  bw_keeper_emit (self, BW_KEEPER_IMPORTS_CHANGED);
  bw_keeper_emit (self, BW_KEEPER_NOTES_CHANGED);
}

static gboolean
is_untitled (BwKeeper   *self,
             const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_file_get_basename (file);

  return g_file_has_parent (file, self->folder) && g_str_has_prefix (name, BW_UNTITLED_BEGINNING);
}

/* Makes what was read what is open. */
static void
adopt (BwKeeper *self,
       BwLoaded *loaded)
{
  bw_keeper_set_place (self, loaded->desk, is_untitled (self, loaded->desk->path));
  if (loaded->panel != NULL)
    self->kept_panel = bw_panel_ref (loaded->panel);
  bw_keeper_load_versions (self, loaded);
  bw_keeper_load_notes (self, loaded);
  bw_keeper_load_views (self, loaded);
  bw_keeper_set_imports (self, loaded->imports);
  bw_keeper_set_text (self, BW_KEEPER_DAMAGE, &self->damage, loaded->damage);
  bw_keeper_set_text (self, BW_KEEPER_WHY_READ_ONLY, &self->why_read_only, loaded->why_read_only);
  bw_keeper_set_flag (self, BW_KEEPER_READ_ONLY, &self->read_only, loaded->why_read_only != NULL);
  self->opened = TRUE;
  restore (self, loaded);
  tell_all (self);
  if (loaded->misfit != NULL && !self->read_only)
    bw_keeper_replace_draft (self, loaded->misfit);
  bw_keeper_warm (self);
  bw_keeper_count_problems (self);
  if (loaded->unchecked)
    bw_keeper_check (self, loaded->checked);
  bw_keeper_emit (self, BW_KEEPER_VIEW_OPENED);
}

/* Closes what is open, which is in its file wholly, or cannot be. */
static void
leave (BwKeeper *self)
{
  const gboolean idle = bw_keeper_is_idle_work (self);
  BwDesk *desk = g_steal_pointer (&self->desk);

  bw_keeper_forget (self);
  if (desk != NULL)
    bw_keeper_leave (self, desk, idle, NULL, NULL);
}

/* What was open is in its file, or is not: then the other file is not opened. */
static void
open_flushed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!bw_keeper_flush_finish (self, result, &error))
    {
      g_prefix_error (&error, _("What is open now is not in its file yet, so nothing else was opened. "));
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (bw_keeper_is_late (self))
    {
      bw_keeper_flush_async (self, open_flushed, g_steal_pointer (&task));
      return;
    }

  leave (self);
  adopt (self, opening->loaded);
  g_task_return_boolean (task, TRUE);
}

static void
open_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->loaded = g_task_propagate_pointer (G_TASK (result), &error);
  if (opening->loaded == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    bw_keeper_flush_async (self, open_flushed, g_steal_pointer (&task));
}

/* Whether @path is what is open, and may be written: there is nothing to do then. */
static gboolean
is_open (BwKeeper   *self,
         const char *path)
{
  g_autofree char *there = self->desk != NULL ? g_canonicalize_filename (self->desk->path, NULL) : NULL;
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  return g_strcmp0 (there, wanted) == 0 && !self->read_only;
}

/**
 * bw_keeper_open_async:
 * @file: a local workspace file
 *
 * Reads and scores what @file holds in a worker; then everything changes at once, in
 * bw_keeper_open_finish(): first the workspace, then what the keeper lends, last "view-opened".
 */
void
bw_keeper_open_async (BwKeeper           *self,
                      GFile              *file,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) reading = NULL;
  Opening *opening;

  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_keeper_open_async);
  if (g_file_peek_path (file) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("Only files on this computer can be opened. Copy it here first."));
      return;
    }
  if (is_open (self, g_file_peek_path (file)))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->path = g_file_get_path (file);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  reading = g_task_new (NULL, cancellable, open_read, g_steal_pointer (&task));
  g_task_set_task_data (reading, g_strdup (opening->path), g_free);
  g_task_run_in_thread (reading, read_in_thread);
}

/**
 * bw_keeper_open_finish:
 *
 * Returns: whether the file is open now; where not, everything is as it was
 */
gboolean
bw_keeper_open_finish (BwKeeper     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
close_left (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

static void
close_flushed (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean idle;
  BwDesk *desk;

  if (!bw_keeper_flush_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  if (bw_keeper_is_late (self))
    {
      bw_keeper_flush_async (self, close_flushed, g_steal_pointer (&task));
      return;
    }

  idle = bw_keeper_is_idle_work (self);
  desk = g_steal_pointer (&self->desk);
  bw_keeper_forget (self);
  self->restoring = TRUE;
  bw_workspace_clear (self->workspace);
  self->restoring = FALSE;
  tell_all (self);
  if (desk != NULL)
    bw_keeper_leave (self, desk, idle, close_left, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * bw_keeper_close_async:
 *
 * Writes what is open to the end and closes it; then the workspace is empty. Work without a name
 * stays, and is listed as left. Where something cannot be written, nothing is closed, nor where it
 * was cancelled before all was written.
 */
void
bw_keeper_close_async (BwKeeper           *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (BW_IS_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_keeper_close_async);
  g_task_set_check_cancellable (task, FALSE); /* what is closed is closed */
  bw_keeper_flush_async (self, close_flushed, task);
}

/**
 * bw_keeper_close_finish:
 *
 * Returns: whether it is closed
 */
gboolean
bw_keeper_close_finish (BwKeeper     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
