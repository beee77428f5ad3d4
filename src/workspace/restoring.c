/* A workspace made what a file kept: data, draft and undo at once; and a baseline of one's choosing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/workspace-private.h"

static void
replace_model (BwModel **place,
               BwModel  *model)
{
  bw_model_ref (model);
  g_clear_pointer (place, bw_model_unref);
  *place = model;
}

static void
replace_results (BwResults **place,
                 BwResults  *results)
{
  g_clear_pointer (place, bw_results_unref);
  *place = results != NULL ? bw_results_ref (results) : NULL;
}

/* Lets go of everything that is open, and of what is held. */
static void
empty (BwWorkspace *self)
{
  bw_workspace_drag_cancel (self);
  bw_workspace_stop_catching_up (self);
  bw_workspace_leave_field (self);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_set_size (self->earlier, 0);
  g_hash_table_remove_all (self->locks);
  g_clear_pointer (&self->intake, bw_intake_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  replace_results (&self->results, NULL);
  replace_results (&self->baseline, NULL);
  replace_results (&self->before, NULL);
  g_clear_pointer (&self->history, bw_history_unref);
  g_clear_pointer (&self->taken_reason, g_free);
  self->taken = BW_TAKEN_NOTHING;
  self->behind = FALSE;
  self->edited = FALSE;
  self->movement_known = FALSE;
  self->segment = BW_ALL_SEGMENTS;
  self->customer = BW_NONE;
}

static void
copy_drafts (GPtrArray *to,
             GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      const BwDraft *draft = g_ptr_array_index (from, i);

      g_ptr_array_add (to, bw_draft_new (draft->step, draft->model, draft->baseline_model));
    }
}

static void
tell_all (BwWorkspace      *self,
          BwWorkspaceFacts *facts)
{
  bw_workspace_emit (self, BW_WORKSPACE_DATA_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_LOCKS_CHANGED);
  bw_workspace_notify_facts (self, facts);
}

/**
 * bw_workspace_restore:
 * @kept: what a file kept; models that fit its panel, and what they make of the newest snapshot
 *
 * Makes the workspace what it was when the file was last open: data, draft, baseline, undo and redo.
 * All customers are chosen and no metric is locked.
 */
void
bw_workspace_restore (BwWorkspace       *self,
                      const BwRestoring *kept)
{
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (kept != NULL);

  bw_workspace_note_facts (self, &facts);
  empty (self);
  self->panel = bw_panel_ref (kept->panel);
  self->taken = BW_TAKEN_GIVEN;
  replace_model (&self->model, kept->model);
  replace_model (&self->baseline_model, kept->baseline_model);
  replace_results (&self->results, kept->results);
  replace_results (&self->baseline, kept->baseline);
  copy_drafts (self->undo, kept->undo);
  copy_drafts (self->redo, kept->redo);
  self->edited = !bw_model_equal (self->model, self->baseline_model);
  bw_workspace_catch_up (self);
  tell_all (self, &facts);
}

/**
 * bw_workspace_clear:
 *
 * Makes the workspace what it was before the first import: nothing is open.
 */
void
bw_workspace_clear (BwWorkspace *self)
{
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));

  if (self->panel == NULL)
    return;

  bw_workspace_note_facts (self, &facts);
  empty (self);
  tell_all (self, &facts);
}

/* Makes @to the baseline of the newest drafts that were compared with @from. */
static void
carry_baseline (GPtrArray *drafts,
                BwModel   *from,
                BwModel   *to)
{
  for (guint i = drafts->len; i > 0; i--)
    {
      BwDraft *draft = g_ptr_array_index (drafts, i - 1);

      if (draft->baseline_model != from)
        return;
      replace_model (&draft->baseline_model, to);
    }
}

/**
 * bw_workspace_keep_baseline:
 *
 * Makes the draft the baseline, now that it is kept as a version. That is no step of undo: undoing
 * an edit from before still compares with this baseline, up to a step that changed the baseline.
 */
void
bw_workspace_keep_baseline (BwWorkspace *self)
{
  g_autoptr(BwModel) before = NULL;
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (self->model != NULL);

  bw_workspace_drag_end (self);
  bw_workspace_note_facts (self, &facts);
  before = bw_model_ref (self->baseline_model);
  carry_baseline (self->undo, before, self->model);
  carry_baseline (self->redo, before, self->model);
  bw_workspace_set_draft (self, self->model, self->model);
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_compare_with:
 * @model: what the draft is to be compared with; it fits the panel
 * @step: what that is called, in the words of a menu
 *
 * Changes the baseline and leaves the draft, as one step of undo.
 */
void
bw_workspace_compare_with (BwWorkspace *self,
                           BwModel     *model,
                           const char  *step)
{
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (self->model != NULL);

  bw_workspace_drag_end (self);
  if (bw_model_equal (model, self->baseline_model))
    return;

  bw_workspace_note_facts (self, &facts);
  bw_workspace_push_undo (self, self->model, step);
  bw_workspace_set_draft (self, self->model, model);
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}
