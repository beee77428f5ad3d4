/* From changes to the file: what changed is noted, gathered, sent to the writer, and settled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each change has a serial. A batch takes along all that is not in the file; while it is on its way
 * further changes gather for the next, so that at most one waits. What a batch could not write stays
 * as it was, not in the file, and goes with the next. */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

#define LONGEST_PAUSE 5 /* s between two tries: who made room on the disk looks for the answer */

static gboolean
can_write (BwKeeper *self)
{
  return self->desk != NULL && !self->read_only;
}

/* Returns all that wait for everything to be in the file. */
static void
answer_waiting (BwKeeper     *self,
                const GError *error)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (error != NULL)
        g_task_return_error (waiting->pdata[i], g_error_copy (error));
      else
        g_task_return_boolean (waiting->pdata[i], TRUE);
    }
}

/* What the trouble is, and what to do. */
static char *
name_trouble (const BwBatch *batch)
{
  const GError *error = batch->error;
  const char *stop = g_str_has_suffix (error->message, ".") ? "" : ".";
  const char *advice = "";

  if (batch->data_failed && error->domain != BW_STORE_ERROR)
    advice = _(" Import it again, so that it is kept.");
  else if (g_error_matches (error, BW_STORE_ERROR, BW_STORE_ERROR_READ_ONLY))
    advice = _(" Allow it, or use Save As.");
  else if (error->domain != G_IO_ERROR && !g_error_matches (error, BW_STORE_ERROR, BW_STORE_ERROR_FULL))
    advice = _(" Use Save As to keep your work in another place.");

  return batch->data_failed
         /* TRANSLATORS: why, a full stop where that has none, and what to do */
         ? g_strdup_printf (_("The last import is not in the file yet; everything else is. %s%s%s"),
                            error->message, stop, advice)
         : g_strdup_printf (_("Your last changes are not in the file yet. %s%s%s"), error->message, stop,
                            advice);
}

static gboolean
try_again (gpointer user_data)
{
  BwKeeper *self = user_data;

  self->again = 0;
  bw_keeper_schedule (self);

  return G_SOURCE_REMOVE;
}

/* What follows from how the batch went. */
static void
land (BwKeeper *self,
      BwBatch  *batch)
{
  self->flying = NULL;
  bw_keeper_settle (self, batch);
  if (batch->error != NULL)
    {
      g_autofree char *trouble = name_trouble (batch);

      self->pause = CLAMP (2 * self->pause, 1, LONGEST_PAUSE);
      self->again = g_timeout_add_seconds (self->pause, try_again, self);
      bw_keeper_set_flag (self, BW_KEEPER_SAVING, &self->saving, FALSE);
      bw_keeper_set_text (self, BW_KEEPER_TROUBLE, &self->trouble, trouble);
      answer_waiting (self, batch->error);
      return;
    }

  self->pause = 0;
  bw_keeper_set_text (self, BW_KEEPER_TROUBLE, &self->trouble, NULL);
  bw_keeper_schedule (self);
}

static void
batch_landed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwKeeper) self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self != NULL && self->flying == g_task_get_task_data (G_TASK (result)))
    land (self, self->flying);
}

/* Runs in the writer's thread: it sees the batch and never the keeper. */
static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  bw_batch_write (task_data);
  g_task_return_boolean (task, TRUE);
}

/* Gives all that is not in the file to the writer, unless it has something already. Edits do not wait
 * for a large import that is being taken in. */
static void
send_batch (BwKeeper *self)
{
  g_autoptr(GTask) task = NULL;
  BwPortion portion;
  GWeakRef *ref;

  if (self->flying != NULL || self->moving || !can_write (self))
    return;
  if (!bw_keeper_is_behind (self))
    {
      bw_keeper_set_flag (self, BW_KEEPER_SAVING, &self->saving, FALSE);
      bw_keeper_set_text (self, BW_KEEPER_TROUBLE, &self->trouble, NULL);
      answer_waiting (self, NULL);
      return;
    }

  portion = bw_keeper_take_in (self) ? BW_PORTION_REST : BW_PORTION_EDITS;
  if (portion == BW_PORTION_EDITS && !bw_keeper_has_edits (self))
    return;

  self->flying = bw_keeper_make_batch (self, self->desk, portion);
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, batch_landed, ref);
  g_task_set_source_tag (task, bw_keeper_schedule);
  g_task_set_task_data (task, self->flying, (GDestroyNotify) bw_batch_free);
  bw_queue_push (self->queue, task, write_in_thread);
}

static gboolean
start (gpointer user_data)
{
  BwKeeper *self = user_data;

  self->start = 0;
  send_batch (self);

  return G_SOURCE_REMOVE;
}

/* Sees to it that what is not in the file gets there, once the present event has been dealt with. */
void
bw_keeper_schedule (BwKeeper *self)
{
  g_clear_handle_id (&self->again, g_source_remove);
  if (!can_write (self))
    return;

  if (bw_keeper_is_behind (self))
    bw_keeper_set_flag (self, BW_KEEPER_SAVING, &self->saving, TRUE);
  if (self->start == 0 && self->flying == NULL)
    self->start = g_idle_add_full (G_PRIORITY_DEFAULT, start, self, NULL);
}

/* Returns by @callback when everything is in the file, or could not be written; at once where the
 * open file cannot be written at all. */
void
bw_keeper_flush_async (BwKeeper           *self,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, bw_keeper_flush_async);
  bw_workspace_drag_end (self->workspace);
  if (!can_write (self) || (self->flying == NULL && !bw_keeper_is_behind (self)))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  g_ptr_array_add (self->waiting, task);
  bw_keeper_schedule (self);
}

/* Whether something changed since the file was flushed. */
gboolean
bw_keeper_is_late (BwKeeper *self)
{
  return can_write (self) && (self->flying != NULL || bw_keeper_is_behind (self));
}

gboolean
bw_keeper_flush_finish (BwKeeper     *self,
                        GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ignore_landing (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
}

/* Follows the workspace no more; what is not in the file is given to the writer for the last time. */
void
bw_keeper_stop (BwKeeper *self,
                gint64    patience)
{
  bw_keeper_unfollow (self);
  bw_keeper_stop_warming (self);
  g_clear_handle_id (&self->start, g_source_remove);
  if (self->flying != NULL && bw_queue_wait (self->queue, patience))
    bw_keeper_settle (self, g_steal_pointer (&self->flying));
  if (self->flying == NULL && can_write (self) && bw_keeper_is_behind (self))
    {
      g_autoptr(GTask) task = g_task_new (NULL, NULL, ignore_landing, NULL);

      g_task_set_task_data (task, bw_keeper_make_batch (self, self->desk, BW_PORTION_REST),
                            (GDestroyNotify) bw_batch_free);
      bw_queue_push (self->queue, task, write_in_thread);
    }
  g_clear_handle_id (&self->again, g_source_remove);
}
