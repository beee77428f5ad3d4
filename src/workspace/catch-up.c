/* Scores through time, worked out behind the window's back and thrown away by the next change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/workspace-private.h"

/* Values that the worker reads, and what it makes of them. */
typedef struct
{
  BwModel   *model;
  BwPanel   *panel;
  BwResults *results;  /* of the newest snapshot */
  BwResults *previous; /* the snapshot before, as it was; NULL where there is none */
  BwResults *before;
  BwHistory *history;
} CatchUp;

static void
catch_up_free (CatchUp *self)
{
  bw_model_unref (self->model);
  bw_panel_unref (self->panel);
  bw_results_unref (self->results);
  g_clear_pointer (&self->previous, bw_results_unref);
  g_clear_pointer (&self->before, bw_results_unref);
  g_clear_pointer (&self->history, bw_history_unref);
  g_free (self);
}

static BwResults *
score_before (CatchUp      *self,
              GCancellable *cancellable)
{
  const guint snapshot = bw_trend_snapshot (self->model, self->panel);
  g_autoptr(BwPrepared) prepared = NULL;
  BwPrepared *old = NULL;

  if (snapshot == BW_NONE)
    return NULL;

  if (self->previous != NULL)
    old = bw_results_get_prepared (self->previous);
  if (old != NULL && bw_prepared_get_snapshot (old) != snapshot)
    old = NULL;
  prepared = bw_prepared_new (self->model, self->panel, snapshot, old, cancellable);

  return prepared != NULL ? bw_results_new (prepared, self->model) : NULL;
}

static BwHistory *
score_all (CatchUp      *self,
           GCancellable *cancellable)
{
  BwPrepared *known[2] = { bw_results_get_prepared (self->results) };

  if (self->before != NULL)
    known[1] = bw_results_get_prepared (self->before);

  return bw_history_new_from (self->model, self->panel, known, self->before != NULL ? 2 : 1,
                              cancellable);
}

/* Runs in a worker thread: it sees values and never the workspace. */
static void
catch_up_in_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  CatchUp *self = task_data;

  bw_results_rank (self->results); /* ranks are on hand before they come into view */
  if (!g_cancellable_is_cancelled (cancellable))
    self->before = score_before (self, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    self->history = score_all (self, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, self->history != NULL);
}

static void
caught_up (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwWorkspace) self = g_weak_ref_get (ref);
  GTask *task = G_TASK (result);
  CatchUp *work = g_task_get_task_data (task);

  g_weak_ref_clear (ref);
  g_free (ref);

  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->catching_up != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->catching_up);
  self->behind = FALSE;
  g_clear_pointer (&self->history, bw_history_unref);
  g_clear_pointer (&self->before, bw_results_unref);
  self->history = g_steal_pointer (&work->history);
  self->before = g_steal_pointer (&work->before);
  bw_workspace_emit (self, BW_WORKSPACE_HISTORY_CHANGED);
}

/* Stops the worker; what it was at is thrown away. */
void
bw_workspace_stop_catching_up (BwWorkspace *self)
{
  if (self->catching_up == NULL)
    return;

  g_cancellable_cancel (self->catching_up);
  g_clear_object (&self->catching_up);
}

/* Starts the worker on the draft and the panel as they are now; not while an edit is tried out. */
void
bw_workspace_catch_up (BwWorkspace *self)
{
  g_autoptr(GTask) task = NULL;
  CatchUp *work;
  GWeakRef *ref;

  bw_workspace_stop_catching_up (self);
  self->behind = TRUE;
  if (self->tried != NULL)
    return;

  work = g_new0 (CatchUp, 1);
  work->model = bw_model_ref (self->model);
  work->panel = bw_panel_ref (self->panel);
  work->results = bw_results_ref (self->results);
  work->previous = self->before != NULL ? bw_results_ref (self->before) : NULL;

  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  self->catching_up = g_cancellable_new ();
  task = g_task_new (NULL, self->catching_up, caught_up, ref);
  g_task_set_source_tag (task, bw_workspace_catch_up);
  g_task_set_task_data (task, work, (GDestroyNotify) catch_up_free);
  g_task_run_in_thread (task, catch_up_in_thread);
}
