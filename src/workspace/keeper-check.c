/* A large file is looked through for damage while it is open, a little at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each slice is a job of the writer's thread, so that changes go in between. Where something is found
 * nothing more is written to the file. */

#include "workspace/keeper-private.h"

#include "store/damage.h"
#include "store/kept-panel.h"

#include <string.h>

#define PIECES 16 /* of a slice */

typedef struct
{
  BwDesk    *desk;
  gboolean   pieces; /* whether they are looked at, or only what was read of the customers */
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
  char *lost;

  if (self->pieces)
    self->more = bw_store_check_pieces (self->desk->store, &self->after, PIECES, self->found);
  lost = bw_store_name_lost (self->desk->store);
  if (lost != NULL)
    g_ptr_array_add (self->found, lost);
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_task_return_boolean (task, TRUE);
}

static void
add_damage (BwKeeper  *self,
            GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const char *line = found->pdata[i];
      g_autofree char *lines = self->damage == NULL
        ? g_strdup (line) : g_strconcat (self->damage, "\n", line, NULL);

      if (self->damage != NULL && strstr (self->damage, line) != NULL)
        continue;
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
  if (self == NULL || (slice->pieces ? self->checking : self->looking) != result)
    return;

  if (slice->pieces)
    self->checking = NULL;
  else
    self->looking = NULL;
  if (slice->found->len > 0)
    add_damage (self, slice->found);
  if (slice->more)
    bw_keeper_check (self, slice->after);
}

static GAsyncResult *
push_slice (BwKeeper *self,
            gboolean  pieces,
            gint64    after)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  Slice *slice = g_new0 (Slice, 1);

  slice->desk = bw_desk_ref (self->desk);
  slice->pieces = pieces;
  slice->after = after;
  slice->found = g_ptr_array_new_with_free_func (g_free);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, slice_checked, ref);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, slice, (GDestroyNotify) slice_free);
  bw_queue_push (self->queue, task, check_in_thread);

  return G_ASYNC_RESULT (task);
}

/* Looks through the open file, beginning behind the piece @after. */
void
bw_keeper_check (BwKeeper *self,
                 gint64    after)
{
  self->checking = push_slice (self, TRUE, after);
}

/* Looks whether all columns could be read that were looked at so far; the file was opened. */
void
bw_keeper_check_columns (BwKeeper *self)
{
  if (self->desk != NULL && self->looking == NULL)
    self->looking = push_slice (self, FALSE, 0);
}
