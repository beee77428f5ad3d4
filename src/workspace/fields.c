/* A run of edits of one field of an editor, which is one step of undo. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/workspace-private.h"

/* Whether @model is what stood before the run of edits of a field began. */
static gboolean
is_before_run (BwWorkspace *self,
               BwModel     *model)
{
  BwDraft *before = g_ptr_array_index (self->undo, self->undo->len - 1);

  return bw_model_equal (model, before->model) && before->baseline_model == self->baseline_model;
}

/**
 * bw_workspace_edit_field:
 * @model: what the draft is to be; it fits the panel
 * @step: what the edit is called
 * @field: what is edited, by an id of the caller's
 *
 * As bw_workspace_edit(), and one step of undo with the edits of the same field just before, unless
 * something else was edited or undone since, or the field was left. A run that ends where it began is
 * no step.
 */
void
bw_workspace_edit_field (BwWorkspace *self,
                         BwModel     *model,
                         const char  *step,
                         const char  *field)
{
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (self->model != NULL);
  g_return_if_fail (model != NULL);

  bw_workspace_drag_end (self);
  if (model == self->model || bw_model_equal (model, self->model))
    return;

  if (g_strcmp0 (field, self->field) != 0 || self->field_model != self->model)
    {
      bw_workspace_edit (self, model, step);
      bw_workspace_leave_field (self);
      self->field = g_strdup (field);
      self->field_model = bw_model_ref (self->model);
      return;
    }

  bw_workspace_note_facts (self, &facts);
  if (is_before_run (self, model))
    {
      g_ptr_array_set_size (self->undo, self->undo->len - 1);
      bw_workspace_leave_field (self);
    }
  else
    {
      bw_model_unref (self->field_model);
      self->field_model = bw_model_ref (model);
    }
  bw_workspace_set_draft (self, model, self->baseline_model);
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_leave_field:
 *
 * The next edit of the field is a step of its own.
 */
void
bw_workspace_leave_field (BwWorkspace *self)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));

  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->field_model, bw_model_unref);
}
