/* An edit that is tried out before it is kept: a band's edge or a scale's handle while it is held. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each try is the draft for as long as it lasts, so that all that is shown follows it; the draft
 * that stood before waits. The worker rests until the end. */

#include "workspace/workspace-private.h"

#include <glib/gi18n-lib.h>

/* Whether two models have the same parts, so that whoever lists them need not look again. */
static gboolean
has_same_parts (BwModel *a,
                BwModel *b)
{
  if (bw_model_get_n_metrics (a) != bw_model_get_n_metrics (b) ||
      bw_model_get_n_rules (a) != bw_model_get_n_rules (b))
    return FALSE;

  for (guint i = 0; i < bw_model_get_n_metrics (a); i++)
    {
      if (!g_str_equal (bw_model_get_metric (a, i)->id, bw_model_get_metric (b, i)->id))
        return FALSE;
    }

  return bw_workspace_has_same_frame (a, b);
}

static void
show_try (BwWorkspace *self,
          BwModel     *model)
{
  g_autoptr(BwModel) old = bw_model_ref (self->model);
  BwWorkspaceFacts facts;

  bw_workspace_note_facts (self, &facts);
  bw_workspace_set_draft (self, model, self->baseline_model);
  if (!has_same_parts (old, model))
    bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_try_begin:
 *
 * From now on bw_workspace_try() may be called. A slider that is held is let go first, another try
 * is ended.
 */
void
bw_workspace_try_begin (BwWorkspace *self)
{
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (self->model != NULL);

  bw_workspace_drag_end (self);
  bw_workspace_note_facts (self, &facts);
  bw_workspace_stop_catching_up (self);
  self->tried = bw_model_ref (self->model);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_try:
 * @model: what the draft is to be for the time being; it fits the panel
 *
 * Shows what @model makes of the customers. "results-changed" is emitted, and before it
 * "model-changed" where @model has other metrics, segments, bands or rules than the last try.
 * Does nothing outside of begin and end.
 */
void
bw_workspace_try (BwWorkspace *self,
                  BwModel     *model)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (model != NULL);

  if (self->tried != NULL && model != self->model && !bw_model_equal (model, self->model))
    show_try (self, model);
}

/**
 * bw_workspace_try_end:
 * @step: what the edit is called, in the words of a menu
 *
 * Keeps the last try, as one step of undo where it differs from the draft that stood before. Does
 * nothing where nothing is tried.
 */
void
bw_workspace_try_end (BwWorkspace *self,
                      const char  *step)
{
  g_autoptr(BwModel) before = NULL;
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (step != NULL);

  if (self->tried == NULL)
    return;
  if (bw_model_equal (self->tried, self->model))
    {
      bw_workspace_try_cancel (self);
      return;
    }

  bw_workspace_note_facts (self, &facts);
  before = g_steal_pointer (&self->tried);
  bw_workspace_push_undo (self, before, step);
  bw_workspace_catch_up (self);
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_try_cancel:
 *
 * Makes the draft what it was before the tries. Does nothing where nothing is tried.
 */
void
bw_workspace_try_cancel (BwWorkspace *self)
{
  g_autoptr(BwModel) before = NULL;
  BwWorkspaceFacts facts;

  g_return_if_fail (BW_IS_WORKSPACE (self));

  if (self->tried == NULL)
    return;

  bw_workspace_try (self, self->tried);
  bw_workspace_note_facts (self, &facts);
  before = g_steal_pointer (&self->tried);
  if (self->behind)
    bw_workspace_catch_up (self);
  bw_workspace_notify_facts (self, &facts);
}

/* Ends a try that something else comes in the way of; there is a name for its step all the same. */
void
bw_workspace_keep_try (BwWorkspace *self)
{
  if (self->tried != NULL)
    bw_workspace_try_end (self, _("Edit"));
}
