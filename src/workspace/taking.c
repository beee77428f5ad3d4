/* Taking a panel: a model is found for it, it is scored, and then all is swapped at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/workspace-private.h"

#include <glib/gi18n-lib.h>

/* What is to be taken, the draft that is open, and what comes of it. */
typedef struct
{
  BwIntake *intake; /* or NULL, for a panel that was given as such */
  BwPanel  *panel;
  BwModel  *given; /* or NULL, to keep the draft or propose */
  BwModel  *draft; /* or NULL, before the first import */
  BwModel  *draft_baseline;

  BwTaken    taken;
  char      *reason;
  BwModel   *model;
  BwModel   *baseline_model;
  BwResults *results;
  BwResults *baseline;
} Taking;

static Taking *
taking_new (BwWorkspace *self,
            BwIntake    *intake,
            BwPanel     *panel,
            BwModel     *model)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->intake = intake != NULL ? bw_intake_ref (intake) : NULL;
  taking->panel = bw_panel_ref (panel);
  taking->given = model != NULL ? bw_model_ref (model) : NULL;
  if (self->model != NULL)
    {
      taking->draft = bw_model_ref (self->model);
      taking->draft_baseline = bw_model_ref (self->baseline_model);
    }

  return taking;
}

static void
taking_free (Taking *self)
{
  g_clear_pointer (&self->intake, bw_intake_unref);
  bw_panel_unref (self->panel);
  g_clear_pointer (&self->given, bw_model_unref);
  g_clear_pointer (&self->draft, bw_model_unref);
  g_clear_pointer (&self->draft_baseline, bw_model_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->baseline, bw_results_unref);
  g_free (self->reason);
  g_free (self);
}

/* Decides under which model, and against which baseline, the panel comes to stand. */
static gboolean
choose_model (Taking  *self,
              GError **error)
{
  g_autoptr(GError) misfit = NULL;

  if (self->given != NULL)
    {
      if (!bw_model_check (self->given, self->panel, error))
        return FALSE;

      self->taken = BW_TAKEN_GIVEN;
      self->model = bw_model_ref (self->given);
    }
  else if (self->draft != NULL && bw_model_check (self->draft, self->panel, &misfit))
    {
      self->taken = BW_TAKEN_KEPT;
      self->model = bw_model_ref (self->draft);
      if (bw_model_check (self->draft_baseline, self->panel, NULL))
        self->baseline_model = bw_model_ref (self->draft_baseline);
    }
  else
    {
      self->taken = self->draft != NULL ? BW_TAKEN_REPLACED : BW_TAKEN_PROPOSED;
      self->reason = misfit != NULL ? g_strdup (misfit->message) : NULL;
      self->model = bw_model_propose (self->panel, _("Customer health"));
    }

  if (self->baseline_model == NULL)
    self->baseline_model = bw_model_ref (self->model);

  return TRUE;
}

/* All the work of taking; touches no workspace, so that a worker may do it. */
static gboolean
do_work (Taking       *self,
         GCancellable *cancellable,
         GError      **error)
{
  if (!choose_model (self, error))
    return FALSE;

  self->results = bw_workspace_score (self->model, self->panel, NULL, cancellable);
  if (self->results != NULL)
    self->baseline = self->baseline_model == self->model
                     ? bw_results_ref (self->results)
                     : bw_workspace_score (self->baseline_model, self->panel, self->results,
                                           cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Throws away the steps, oldest first, up to the newest one that does not fit @panel. */
static void
drop_misfits (GPtrArray *drafts,
              BwPanel   *panel)
{
  for (guint i = drafts->len; i > 0; i--)
    {
      BwDraft *draft = g_ptr_array_index (drafts, i - 1);

      if (!bw_model_check (draft->model, panel, NULL) ||
          !bw_model_check (draft->baseline_model, panel, NULL))
        {
          g_ptr_array_remove_range (drafts, 0, i);
          return;
        }
    }
}

static guint
carry_customer (guint    customer,
                BwPanel *from,
                BwPanel *to)
{
  return customer == BW_NONE ? BW_NONE
                             : bw_panel_find_customer (to, bw_panel_get_key (from, customer));
}

static guint
carry_segment (BwWorkspace *self,
               BwModel     *to)
{
  guint there = BW_NONE;

  if (bw_workspace_knows_segment (self))
    there = bw_model_find_segment (to, bw_model_get_segment (self->model, self->segment)->id);

  return there == BW_NONE ? BW_ALL_SEGMENTS : there;
}

static void
swap_data (BwWorkspace *self,
           Taking      *taking)
{
  if (taking->taken == BW_TAKEN_KEPT)
    {
      drop_misfits (self->undo, taking->panel);
      drop_misfits (self->redo, taking->panel);
    }
  else
    {
      g_ptr_array_set_size (self->undo, 0);
      g_ptr_array_set_size (self->redo, 0);
    }

  self->customer = carry_customer (self->customer, self->panel, taking->panel);
  g_clear_pointer (&self->intake, bw_intake_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->history, bw_history_unref);
  g_clear_pointer (&self->before, bw_results_unref);
  self->intake = g_steal_pointer (&taking->intake);
  self->panel = bw_panel_ref (taking->panel);
  self->taken = taking->taken;
  g_free (self->taken_reason);
  self->taken_reason = g_steal_pointer (&taking->reason);
}

static void
swap_draft (BwWorkspace *self,
            Taking      *taking)
{
  self->segment = carry_segment (self, taking->model);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->baseline, bw_results_unref);
  self->model = g_steal_pointer (&taking->model);
  self->baseline_model = g_steal_pointer (&taking->baseline_model);
  self->results = g_steal_pointer (&taking->results);
  self->baseline = g_steal_pointer (&taking->baseline);
  self->edited = !bw_model_equal (self->model, self->baseline_model);
  self->movement_known = FALSE;
}

static void
swap (BwWorkspace *self,
      Taking      *taking)
{
  BwWorkspaceFacts facts;

  bw_workspace_drag_cancel (self);
  bw_workspace_note_facts (self, &facts);
  g_ptr_array_set_size (self->earlier, 0);
  swap_data (self, taking);
  swap_draft (self, taking);
  bw_workspace_catch_up (self);

  bw_workspace_emit (self, BW_WORKSPACE_DATA_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/* Runs in a worker thread: it sees values and never the workspace. */
static void
take_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (do_work (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bw_workspace_take_async:
 * @intake: what was read
 * @model: (nullable): the model to use, which becomes draft and baseline; %NULL keeps the open
 *   draft where it fits the new panel, else proposes one, as bw_workspace_get_taken() tells
 *
 * Makes what was read the data of the workspace. A worker checks or proposes the model and scores
 * the customers; then bw_workspace_take_finish() swaps everything at once. Undo goes on where the
 * draft is kept, and ends where it is not.
 */
void
bw_workspace_take_async (BwWorkspace        *self,
                         BwIntake           *intake,
                         BwModel            *model,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (intake != NULL);

  bw_workspace_drag_end (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_workspace_take_async);
  g_task_set_task_data (task, taking_new (self, intake, bw_intake_get_panel (intake), model),
                        (GDestroyNotify) taking_free);
  g_task_run_in_thread (task, take_in_thread);
}

/**
 * bw_workspace_take_finish:
 *
 * Puts everything in place, or leaves everything as it was. An import and an edit cannot both
 * have the last word: where the draft was edited in the meantime, that is an error
 * (%G_IO_ERROR_BUSY) and the edit stands.
 *
 * Returns: whether the data was taken
 */
gboolean
bw_workspace_take_finish (BwWorkspace  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  Taking *taking;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, bw_workspace_take_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  bw_workspace_drag_end (self);
  taking = g_task_get_task_data (G_TASK (result));
  if (taking->draft != self->model || taking->draft_baseline != self->baseline_model)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _("The model was edited during the import. Import again."));
      return FALSE;
    }

  swap (self, taking);

  return TRUE;
}

/**
 * bw_workspace_take_panel:
 * @model: (nullable): as of bw_workspace_take_async()
 *
 * Takes a panel that did not come from an intake, at once and in this thread.
 *
 * Returns: whether it was taken; else everything is as it was
 */
gboolean
bw_workspace_take_panel (BwWorkspace *self,
                         BwPanel     *panel,
                         BwModel     *model,
                         GError     **error)
{
  Taking *taking;
  gboolean done;

  g_return_val_if_fail (BW_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (panel != NULL, FALSE);

  bw_workspace_drag_end (self);
  taking = taking_new (self, NULL, panel, model);
  done = do_work (taking, NULL, error);
  if (done)
    swap (self, taking);
  taking_free (taking);

  return done;
}
