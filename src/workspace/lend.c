/* What a workspace lends: the data, the draft and what follows from them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/workspace-private.h"

#include <glib/gi18n-lib.h>

/**
 * bw_workspace_get_panel:
 *
 * Returns: (transfer none) (nullable): the customers, or %NULL before the first import
 */
BwPanel *
bw_workspace_get_panel (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->panel;
}

/**
 * bw_workspace_get_intake:
 *
 * Returns: (transfer none) (nullable): how the panel was read, with its mapping and report; %NULL
 *   before the first import, and for a panel that was given as such
 */
BwIntake *
bw_workspace_get_intake (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->intake;
}

/**
 * bw_workspace_get_model:
 *
 * Returns: (transfer none) (nullable): the draft; while a slider is held, the draft under the
 *   nudge, which lives until the next one
 */
BwModel *
bw_workspace_get_model (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  if (self->drag == NULL || !self->told)
    return self->model;

  if (self->nudged == NULL)
    self->nudged = bw_model_with_shares (self->model, self->segment, self->shares);

  return self->nudged;
}

/**
 * bw_workspace_get_baseline_model:
 *
 * Returns: (transfer none) (nullable): the model as it was opened or proposed
 */
BwModel *
bw_workspace_get_baseline_model (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->baseline_model;
}

/**
 * bw_workspace_get_results:
 *
 * Returns: (transfer none) (nullable): the newest snapshot under the draft; while a slider is
 *   held, under the nudge, and then only good until the next one
 */
BwResults *
bw_workspace_get_results (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->drag != NULL && self->told ? bw_drag_get_results (self->drag) : self->results;
}

/**
 * bw_workspace_get_baseline:
 *
 * Returns: (transfer none) (nullable): the newest snapshot under the baseline
 */
BwResults *
bw_workspace_get_baseline (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->baseline;
}

/**
 * bw_workspace_get_before:
 *
 * Returns: (transfer none) (nullable): the snapshot that the trend compares with, under the draft
 *   as it was when the worker last caught up; %NULL where there is none, or not yet
 */
BwResults *
bw_workspace_get_before (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->before;
}

/**
 * bw_workspace_get_history:
 *
 * Returns: (transfer none) (nullable): scores through time under the draft as it was when the
 *   worker last caught up, of the segments and bands of the draft; %NULL until it has
 */
BwHistory *
bw_workspace_get_history (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->history;
}

/**
 * bw_workspace_get_movement:
 *
 * Returns: how many customers of the chosen segment stand in another band than under the baseline
 */
BwMovement
bw_workspace_get_movement (BwWorkspace *self)
{
  const BwMovement none = { 0 };

  g_return_val_if_fail (BW_IS_WORKSPACE (self), none);

  if (self->drag != NULL && self->told)
    return bw_drag_get_movement (self->drag, self->segment);

  if (!self->movement_known)
    {
      self->movement = self->results != self->baseline
                       ? bw_results_count_movers (self->baseline, self->results, self->segment)
                       : none;
      self->movement_known = TRUE;
    }

  return self->movement;
}

/**
 * bw_workspace_get_title:
 *
 * Returns: (transfer none): the model's name, or the program's where nothing is open
 */
const char *
bw_workspace_get_title (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->model != NULL ? bw_model_get_name (self->model) : _("Bellwether");
}

/**
 * bw_workspace_get_edited:
 *
 * Returns: whether the draft differs from the baseline; a slider that has been moved counts
 */
gboolean
bw_workspace_get_edited (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), FALSE);

  return self->edited || self->told;
}

/**
 * bw_workspace_get_dragging:
 *
 * Returns: whether a slider, a band's edge or a scale's handle is held
 */
gboolean
bw_workspace_get_dragging (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), FALSE);

  return self->drag != NULL || self->tried != NULL;
}

/**
 * bw_workspace_get_taken:
 *
 * Returns: which model the last import came to stand under
 */
BwTaken
bw_workspace_get_taken (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), BW_TAKEN_NOTHING);

  return self->taken;
}

/**
 * bw_workspace_get_taken_reason:
 *
 * Returns: (transfer none) (nullable): a sentence on why the open model was replaced, else %NULL
 */
const char *
bw_workspace_get_taken_reason (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), NULL);

  return self->taken_reason;
}
