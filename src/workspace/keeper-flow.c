/* From changes to the file: what changed is noted, gathered, sent to the writer, and settled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each change has a serial. A batch takes along all that is not in the file; while it is on its way
 * further changes gather for the next, so that at most one waits. What a batch could not write stays
 * as it was, not in the file, and goes with the next. */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

#define LONGEST_PAUSE 60 /* s between two tries where nothing changes */

guint64
bw_keeper_count_change (BwKeeper *self)
{
  return ++self->serial;
}

static gboolean
has_new_views (BwKeeper *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->views);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (((BwViewRow *) row)->changed != 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether something is not in the file. */
gboolean
bw_keeper_is_behind (BwKeeper *self)
{
  if (self->draft_changed != 0 || self->data->len > 0)
    return TRUE;
  for (guint i = 0; i < self->versions->len; i++)
    {
      if (((BwVersionRow *) self->versions->pdata[i])->kept == 0)
        return TRUE;
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      if (((BwNoteRow *) self->notes->pdata[i])->changed != 0)
        return TRUE;
    }

  return has_new_views (self);
}

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
  const char *advice = "";

  if (g_error_matches (error, BW_STORE_ERROR, BW_STORE_ERROR_READ_ONLY))
    advice = _(" Allow it, or use Save As.");
  else if (error->domain != G_IO_ERROR && !g_error_matches (error, BW_STORE_ERROR, BW_STORE_ERROR_FULL))
    advice = _(" Use Save As to keep your work in another place.");

  return batch->data_failed
         /* TRANSLATORS: both %s are sentences: why, and what to do */
         ? g_strdup_printf (_("The last import is not in the file yet; everything else is. %s%s"),
                            error->message, advice)
         : g_strdup_printf (_("Your last changes are not in the file yet. %s%s"), error->message, advice);
}

static gboolean
try_again (gpointer user_data)
{
  BwKeeper *self = user_data;

  self->again = 0;
  bw_keeper_schedule (self);

  return G_SOURCE_REMOVE;
}

static void
settle_data (BwKeeper *self,
             BwBatch  *batch)
{
  const guint n = batch->data->len;

  if (n == 0)
    return;

  g_clear_pointer (&self->kept_panel, bw_panel_unref);
  self->kept_panel = bw_panel_ref (((BwPendingData *) batch->data->pdata[n - 1])->panel);
  g_ptr_array_remove_range (self->data, 0, n);
  if (batch->imports == NULL)
    return;
  bw_keeper_set_imports (self, batch->imports, batch->problems);
  bw_keeper_emit (self, BW_KEEPER_IMPORTS_CHANGED);
}

/* Takes down what of the batch is in the file: everything, or everything but the data. */
static void
settle (BwKeeper *self,
        BwBatch  *batch)
{
  if (batch->error != NULL && !batch->data_failed)
    return;

  if (self->draft_changed <= batch->serial)
    self->draft_changed = 0;
  bw_keeper_settle_versions (self, batch);
  bw_keeper_settle_notes (self, batch);
  bw_keeper_settle_views (self, batch);
  if (batch->error == NULL)
    settle_data (self, batch);
}

/* What follows from how the batch went. */
static void
land (BwKeeper *self,
      BwBatch  *batch)
{
  self->flying = NULL;
  settle (self, batch);
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

static GPtrArray *
copy_steps (GPtrArray *drafts)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_step_free);

  for (guint i = drafts->len - MIN (drafts->len, BW_MOST_STEPS); i < drafts->len; i++)
    {
      const BwDraft *draft = g_ptr_array_index (drafts, i);

      g_ptr_array_add (steps, bw_kept_step_new (draft->step, draft->model, draft->baseline_model));
    }

  return steps;
}

/* The draft as it stands without what is held or tried out at the moment. */
static BwKeptDraft *
copy_draft (BwWorkspace *workspace)
{
  BwKeptDraft *draft = g_new0 (BwKeptDraft, 1);

  draft->model = bw_model_ref (workspace->tried != NULL ? workspace->tried : workspace->model);
  draft->baseline = bw_model_ref (workspace->baseline_model);
  draft->undo = copy_steps (workspace->undo);
  draft->redo = copy_steps (workspace->redo);

  return draft;
}

/* All that is not in the file. */
static BwBatch *
make_batch (BwKeeper *self)
{
  BwBatch *batch = bw_batch_new (self->desk);

  batch->serial = self->serial;
  batch->author = bw_keeper_dup_author ();
  for (guint i = 0; i < self->data->len; i++)
    g_ptr_array_add (batch->data, bw_pending_data_copy (self->data->pdata[i]));
  if (self->draft_changed != 0 && self->workspace->model != NULL)
    batch->draft = copy_draft (self->workspace);
  if (self->kept_panel != NULL)
    batch->kept_panel = bw_panel_ref (self->kept_panel);
  bw_keeper_order_versions (self, batch);
  bw_keeper_order_notes (self, batch);
  bw_keeper_order_views (self, batch);

  return batch;
}

/* Gives all that is not in the file to the writer, unless it has something already. */
static void
send_batch (BwKeeper *self)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref;

  if (self->flying != NULL || !can_write (self))
    return;
  if (!bw_keeper_is_behind (self))
    {
      bw_keeper_set_flag (self, BW_KEEPER_SAVING, &self->saving, FALSE);
      bw_keeper_set_text (self, BW_KEEPER_TROUBLE, &self->trouble, NULL);
      answer_waiting (self, NULL);
      return;
    }

  self->flying = make_batch (self);
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
  g_clear_handle_id (&self->start, g_source_remove);
  if (self->flying != NULL && bw_queue_wait (self->queue, patience))
    settle (self, g_steal_pointer (&self->flying));
  if (self->flying == NULL && can_write (self) && bw_keeper_is_behind (self))
    {
      g_autoptr(GTask) task = g_task_new (NULL, NULL, ignore_landing, NULL);

      g_task_set_task_data (task, make_batch (self), (GDestroyNotify) bw_batch_free);
      bw_queue_push (self->queue, task, write_in_thread);
    }
  g_clear_handle_id (&self->again, g_source_remove);
}
