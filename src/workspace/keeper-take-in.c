/* A large import goes into the file a little at a time, so that edits go there in between. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each step is a job of the writer's thread and a transaction of its own; nobody sees in the file what
 * it put there. When all is taken in, the import goes with a batch as a small one does, which makes
 * it seen. Where a step fails the import is given to a batch as a whole, which says what is wrong. */

#include "workspace/keeper-private.h"

#define LARGE (8 * 1024 * 1024) /* bytes of exports: less is kept before anybody can wait for it */

typedef struct
{
  BwDesk     *desk;
  BwIncoming *incoming;
  gboolean    more;
} Step;

static void
step_free (Step *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  bw_incoming_unref (self->incoming);
  g_free (self);
}

static gboolean
is_large (BwIntake *intake)
{
  goffset size = 0;

  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    size += bw_source_get_size (bw_intake_get_source (intake, i));

  return size > LARGE;
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
step_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Step *self = task_data;
  BwShelf *shelf = bw_desk_make (self->desk, NULL) && bw_desk_stands (self->desk, NULL)
    ? bw_desk_get_shelf (self->desk, NULL) : NULL;

  if (shelf != NULL)
    bw_shelf_take_in (shelf, self->incoming, &self->more, NULL, NULL);
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_task_return_boolean (task, TRUE);
}

static void push_step (BwKeeper   *self,
                       BwIncoming *incoming);

static void
stepped (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwKeeper) self = g_weak_ref_get (ref);
  const Step *step = g_task_get_task_data (G_TASK (result));
  BwPendingData *data;

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self == NULL || self->taking != result)
    return;

  self->taking = NULL;
  data = self->data->len > 0 ? g_ptr_array_index (self->data, 0) : NULL;
  if (data == NULL || data->incoming != step->incoming)
    {
      bw_keeper_schedule (self);
      return;
    }
  if (step->more)
    {
      push_step (self, data->incoming);
      return;
    }
  data->ready = TRUE;
  bw_keeper_schedule (self);
}

static void
push_step (BwKeeper   *self,
           BwIncoming *incoming)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  Step *step = g_new0 (Step, 1);

  step->desk = bw_desk_ref (self->desk);
  step->incoming = bw_incoming_ref (incoming);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, stepped, ref);
  g_task_set_source_tag (task, bw_keeper_take_in);
  g_task_set_task_data (task, step, (GDestroyNotify) step_free);
  self->taking = G_ASYNC_RESULT (task);
  bw_queue_push (self->queue, task, step_in_thread);
}

/* Whether the data that is not in the file can go there now; where not, the first of it is being taken
 * in, and bw_keeper_schedule() is called when that is done. */
gboolean
bw_keeper_take_in (BwKeeper *self)
{
  BwPendingData *data = self->data->len > 0 ? g_ptr_array_index (self->data, 0) : NULL;

  if (data == NULL || data->ready)
    return TRUE;
  if (data->intake == NULL || !is_large (data->intake))
    {
      data->ready = TRUE;
      return TRUE;
    }
  if (self->taking != NULL)
    return FALSE;

  if (data->incoming == NULL)
    data->incoming = bw_incoming_new (data->intake);
  push_step (self, data->incoming);

  return FALSE;
}
