/* Saving under another name, to go on there, and saving a copy, to go on here. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both work where the open file cannot be written: that is what they are advised for. */

#include "workspace/keeper-private.h"

#include "workspace/keeper-copy.h"

#include <glib/gi18n-lib.h>

/* Runs in the writer's thread: it sees the file and batches, and never the keeper. */
static void
copy_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (bw_copying_run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Goes on in the copy: what changed while it was made goes there next. */
static void
move_to_copy (BwKeeper  *self,
              BwCopying *copying)
{
  BwDesk *left = bw_desk_ref (self->desk);
  const gboolean remove = self->untitled;

  bw_keeper_settle (self, copying->used);
  bw_keeper_set_place (self, copying->to, FALSE);
  self->passing = FALSE;
  self->taking = NULL;
  self->checking = NULL;
  self->looking = NULL;
  bw_keeper_set_flag (self, BW_KEEPER_READ_ONLY, &self->read_only, FALSE);
  bw_keeper_set_text (self, BW_KEEPER_WHY_READ_ONLY, &self->why_read_only, NULL);
  bw_keeper_set_text (self, BW_KEEPER_DAMAGE, &self->damage, NULL);
  bw_keeper_set_text (self, BW_KEEPER_TROUBLE, &self->trouble, NULL);
  bw_keeper_leave (self, left, remove, NULL, NULL);
}

static void
copied (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  BwCopying *copying = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  self->moving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    {
      if (copying->go_on && self->desk == copying->from) /* unless another file was opened meanwhile */
        move_to_copy (self, copying);
      g_task_return_boolean (task, TRUE);
    }
  bw_keeper_schedule (self);
}

/* What is open is in its file as far as it can be; nothing is on its way. */
static void
flushed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BwKeeper *self = g_task_get_source_object (task);
  g_autoptr(GTask) copy = NULL;
  BwCopying *copying;

  bw_keeper_flush_finish (self, result, NULL);
  if (self->flying != NULL)
    {
      bw_keeper_flush_async (self, flushed, g_steal_pointer (&task));
      return;
    }
  if (self->desk == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                               _("There is nothing to save yet: import customers first."));
      return;
    }

  copying = g_new0 (BwCopying, 1);
  copying->from = bw_desk_ref (self->desk);
  copying->path = g_file_get_path (g_task_get_task_data (task));
  copying->behind = bw_keeper_make_batch (self, self->desk, BW_PORTION_REST);
  copying->whole = bw_keeper_make_batch (self, self->desk, BW_PORTION_WHOLE);
  copying->damaged = self->damage != NULL;
  copying->go_on = g_task_get_source_tag (task) == bw_keeper_save_as_async;
  self->moving = copying->go_on;
  copy = g_task_new (NULL, NULL, copied, g_steal_pointer (&task));
  g_task_set_task_data (copy, copying, (GDestroyNotify) bw_copying_free);
  bw_queue_push (self->queue, copy, copy_in_thread);
}

static void
begin (BwKeeper           *self,
       GFile              *file,
       gpointer            tag,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  if (g_file_peek_path (file) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("It can be saved on this computer alone. Choose a folder that is here."));
      g_object_unref (task);
      return;
    }

  bw_keeper_flush_async (self, flushed, task);
}

/**
 * bw_keeper_save_as_async:
 * @file: a local place; what is there is replaced once all is written
 *
 * Goes on in @file, which holds all that is open, also what could not be written so far. Work without
 * a name has one then; the file that it was in goes. A file that had a name stays as it is.
 */
void
bw_keeper_save_as_async (BwKeeper           *self,
                         GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->file != NULL && g_file_equal (self->file, file) && !self->read_only)
    {
      g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

      g_task_return_boolean (task, TRUE);
      return;
    }

  begin (self, file, bw_keeper_save_as_async, cancellable, callback, user_data);
}

/**
 * bw_keeper_save_as_finish:
 *
 * Returns: whether @file is open now; where not, everything is as it was
 */
gboolean
bw_keeper_save_as_finish (BwKeeper     *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * bw_keeper_save_copy_async:
 * @file: a local place; what is there is replaced once all is written
 *
 * Writes all that is open to @file too, and goes on as before.
 */
void
bw_keeper_save_copy_async (BwKeeper           *self,
                           GFile              *file,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (G_IS_FILE (file));

  begin (self, file, bw_keeper_save_copy_async, cancellable, callback, user_data);
}

/**
 * bw_keeper_save_copy_finish:
 *
 * Returns: whether the copy stands, on the disk
 */
gboolean
bw_keeper_save_copy_finish (BwKeeper     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
