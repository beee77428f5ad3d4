/* A large file is looked through for damage while it is open, a little at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each slice is a job of the writer's thread, so that changes go in between. Where something is found
 * nothing more is written to the file. */

#include "workspace/keeper-private.h"

#include "store/damage.h"

#define PIECES 16 /* of a slice */

typedef struct
{
  BwDesk    *desk;
  gint64     after;
  GPtrArray *found;
  gboolean   more;
} Slice;

static void
slice_free (Slice *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_ptr_array_unref (self->found);
  g_free (self);
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
check_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Slice *self = task_data;

  self->more = bw_store_check_pieces (self->desk->store, &self->after, PIECES, self->found);
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_task_return_boolean (task, TRUE);
}

static void
add_damage (BwKeeper  *self,
            GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *lines = self->damage == NULL
        ? g_strdup (found->pdata[i]) : g_strconcat (self->damage, "\n", found->pdata[i], NULL);

      bw_keeper_set_text (self, BW_KEEPER_DAMAGE, &self->damage, lines);
    }
  bw_keeper_set_flag (self, BW_KEEPER_SAVING, &self->saving, FALSE);
  bw_keeper_set_text (self, BW_KEEPER_WHY_READ_ONLY, &self->why_read_only, bw_loaded_explain_damage ());
  bw_keeper_set_flag (self, BW_KEEPER_READ_ONLY, &self->read_only, TRUE);
}

static void
slice_checked (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwKeeper) self = g_weak_ref_get (ref);
  const Slice *slice = g_task_get_task_data (G_TASK (result));

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self == NULL || self->checking != result)
    return;

  self->checking = NULL;
  if (slice->found->len > 0)
    add_damage (self, slice->found);
  if (slice->more)
    bw_keeper_check (self, slice->after);
}

/* Looks through the open file, beginning behind the piece @after. */
void
bw_keeper_check (BwKeeper *self,
                 gint64    after)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  Slice *slice = g_new0 (Slice, 1);

  slice->desk = bw_desk_ref (self->desk);
  slice->after = after;
  slice->found = g_ptr_array_new_with_free_func (g_free);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, slice_checked, ref);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, slice, (GDestroyNotify) slice_free);
  self->checking = G_ASYNC_RESULT (task);
  bw_queue_push (self->queue, task, check_in_thread);
}
