/* The draft of the model: edits, undo and redo, locks, and the way back to the baseline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit makes another model; undo is a stack of them. Opening a model is an edit as well, one
 * that changes the baseline too. Scores are worked out anew in full before anybody is told. */

#include "workspace/workspace-private.h"

#include <glib/gi18n-lib.h>

BwDraft *
bw_draft_new (const char *step,
              BwModel    *model,
              BwModel    *baseline_model)
{
  BwDraft *self = g_new0 (BwDraft, 1);

  self->step = g_strdup (step);
  self->model = bw_model_ref (model);
  self->baseline_model = bw_model_ref (baseline_model);

  return self;
}

void
bw_draft_free (BwDraft *self)
{
  g_free (self->step);
  bw_model_unref (self->model);
  bw_model_unref (self->baseline_model);
  g_free (self);
}

/* Keeps @model, the draft that was, under the name of the step that leads away from it. */
void
bw_workspace_push_undo (BwWorkspace *self,
                        BwModel     *model,
                        const char  *step)
{
  g_ptr_array_add (self->undo, bw_draft_new (step, model, self->baseline_model));
  g_ptr_array_set_size (self->redo, 0);
}

/* Whether scores through time under @a can stand for those under @b until the worker has caught
 * up: the same segments and the same bands. */
gboolean
bw_workspace_has_same_frame (BwModel *a,
                             BwModel *b)
{
  if (bw_model_get_n_segments (a) != bw_model_get_n_segments (b) ||
      bw_model_get_n_bands (a) != bw_model_get_n_bands (b))
    return FALSE;

  for (guint i = 0; i < bw_model_get_n_segments (a); i++)
    {
      if (!g_str_equal (bw_model_get_segment (a, i)->id, bw_model_get_segment (b, i)->id))
        return FALSE;
    }
  for (guint i = 0; i < bw_model_get_n_bands (a); i++)
    {
      if (!g_str_equal (bw_model_get_band (a, i)->id, bw_model_get_band (b, i)->id))
        return FALSE;
    }

  return TRUE;
}

/* The index in @to of the chosen segment of @from, or BW_ALL_SEGMENTS. */
static guint
carry_segment (guint    segment,
               BwModel *from,
               BwModel *to)
{
  guint there;

  if (segment == BW_ALL_SEGMENTS)
    return BW_ALL_SEGMENTS;

  there = bw_model_find_segment (to, bw_model_get_segment (from, segment)->id);

  return there == BW_NONE ? BW_ALL_SEGMENTS : there;
}

/* Scores the newest snapshot of @panel under @model. What @previous (nullable), of the same panel,
 * has worked out already is used again. NULL where it was cancelled. Touches no workspace, so that
 * a worker may call it. */
BwResults *
bw_workspace_score (BwModel      *model,
                    BwPanel      *panel,
                    BwResults    *previous,
                    GCancellable *cancellable)
{
  BwPrepared *old = previous != NULL ? bw_results_get_prepared (previous) : NULL;
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, newest, old, cancellable);

  return prepared != NULL ? bw_results_new_from (prepared, model, previous) : NULL;
}

static void
set_results (BwWorkspace *self,
             BwModel     *model,
             BwModel     *baseline_model)
{
  g_autoptr(BwResults) results = bw_workspace_score (model, self->panel, self->results, NULL);
  g_autoptr(BwResults) baseline = NULL;

  if (baseline_model == self->baseline_model)
    baseline = bw_results_ref (self->baseline);
  else if (baseline_model == model)
    baseline = bw_results_ref (results);
  else
    baseline = bw_workspace_score (baseline_model, self->panel, results, NULL);

  bw_results_unref (self->results);
  bw_results_unref (self->baseline);
  self->results = g_steal_pointer (&results);
  self->baseline = g_steal_pointer (&baseline);
  self->movement_known = FALSE;
}

/* Puts @model and @baseline_model in place with all that follows from them, and starts the worker.
 * Tells nobody. A panel is open. */
void
bw_workspace_set_draft (BwWorkspace *self,
                        BwModel     *model,
                        BwModel     *baseline_model)
{
  g_autoptr(BwModel) old = self->model;

  set_results (self, model, baseline_model);
  if (!bw_workspace_has_same_frame (old, model))
    {
      g_clear_pointer (&self->history, bw_history_unref);
      g_clear_pointer (&self->before, bw_results_unref);
    }

  self->segment = carry_segment (self->segment, old, model);
  self->model = bw_model_ref (model);
  bw_model_ref (baseline_model); /* before the old one goes: they may be the same */
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  self->baseline_model = baseline_model;
  self->edited = !bw_model_equal (model, baseline_model);

  bw_workspace_catch_up (self);
}

static void
tell (BwWorkspace      *self,
      BwWorkspaceFacts *facts)
{
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, facts);
}

/* Makes @model and @baseline_model the draft and the baseline, as one step of undo. */
static void
make_step (BwWorkspace *self,
           BwModel     *model,
           BwModel     *baseline_model,
           const char  *step)
{
  BwWorkspaceFacts facts;

  bw_workspace_note_facts (self, &facts);
  bw_workspace_push_undo (self, self->model, step);
  bw_workspace_set_draft (self, model, baseline_model);
  tell (self, &facts);
}

/**
 * bw_workspace_edit:
 * @model: what the draft is to be; it fits the panel
 * @step: what the edit is called, in the words of a menu: “Rename Metric”
 *
 * Changes the draft, as one step of undo. A slider that is held is let go first. Nothing happens
 * where @model says the same as the draft.
 */
void
bw_workspace_edit (BwWorkspace *self,
                   BwModel     *model,
                   const char  *step)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (self->model != NULL);
  g_return_if_fail (model != NULL);

  bw_workspace_drag_end (self);
  if (model == self->model || bw_model_equal (model, self->model))
    return;

  make_step (self, model, self->baseline_model, step);
}

/**
 * bw_workspace_open_model:
 * @file: a model
 *
 * Makes the model in @file the draft and the baseline. It is an edit: undo brings back the draft
 * and the baseline that were. Needs a panel, since a model is checked against its columns; after
 * an error everything is as before.
 *
 * Returns: whether it was opened
 */
gboolean
bw_workspace_open_model (BwWorkspace *self,
                         GFile       *file,
                         GError     **error)
{
  g_autoptr(BwModel) model = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (BW_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (self->panel == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                           _("A model is opened onto data: import customers first."));
      return FALSE;
    }

  model = bw_model_load (file, error);
  if (model == NULL || !bw_model_check (model, self->panel, error))
    return FALSE;

  bw_workspace_drag_end (self);
  if (bw_model_equal (model, self->model) && bw_model_equal (model, self->baseline_model))
    return TRUE;

  /* TRANSLATORS: a step of undo; %s is the name of a model */
  step = g_strdup_printf (_("Open “%s”"), bw_model_get_name (model));
  make_step (self, model, model, step);

  return TRUE;
}

/* Moves the newest state of @from back into place; the present one goes onto @to. */
static void
step_over (BwWorkspace *self,
           GPtrArray   *from,
           GPtrArray   *to)
{
  BwWorkspaceFacts facts;
  BwDraft *draft;

  bw_workspace_drag_end (self);
  if (from->len == 0)
    return;

  bw_workspace_leave_field (self);
  bw_workspace_note_facts (self, &facts);
  draft = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, bw_draft_new (draft->step, self->model, self->baseline_model));
  bw_workspace_set_draft (self, draft->model, draft->baseline_model);
  bw_draft_free (draft);
  tell (self, &facts);
}

/**
 * bw_workspace_undo:
 *
 * Takes back the last step. A slider that is held is let go first, so that its move is the step.
 */
void
bw_workspace_undo (BwWorkspace *self)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));

  step_over (self, self->undo, self->redo);
}

/**
 * bw_workspace_redo:
 *
 * Makes the step again that was taken back last.
 */
void
bw_workspace_redo (BwWorkspace *self)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));

  step_over (self, self->redo, self->undo);
}

static const char *
newest_step (GPtrArray *drafts)
{
  return drafts->len > 0 ? ((BwDraft *) g_ptr_array_index (drafts, drafts->len - 1))->step : NULL;
}

/**
 * bw_workspace_get_undo_step:
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const char *
bw_workspace_get_undo_step (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return newest_step (self->undo);
}

/**
 * bw_workspace_get_redo_step:
 *
 * Returns: (transfer none) (nullable): what redo would make again
 */
const char *
bw_workspace_get_redo_step (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return newest_step (self->redo);
}

/**
 * bw_workspace_reset:
 *
 * Makes the draft the baseline again, as one step of undo.
 */
void
bw_workspace_reset (BwWorkspace *self)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));

  if (self->model != NULL)
    bw_workspace_edit (self, self->baseline_model, _("Reset All Weights"));
}
