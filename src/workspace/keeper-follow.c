/* What the workspace tells, as changes that are to be kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

static void
keep_misfit (BwKeeper *self,
             BwModel  *model)
{
  bw_keeper_add_version (self, model, _("Before the data changed"),
                         _("Kept by itself, since it does not fit the new data."));
}

/* Keeps @model, the draft of the file, which does not fit its data, and the one that is open instead. */
void
bw_keeper_replace_draft (BwKeeper *self,
                         BwModel  *model)
{
  keep_misfit (self, model);
  self->draft_changed = bw_keeper_count_change (self);
  bw_keeper_schedule (self);
}

/* The model that no longer fits and the one that was proposed in its place are both kept: an import
 * takes no work with it. */
static void
keep_first_version (BwKeeper *self)
{
  BwWorkspace *workspace = self->workspace;
  const BwTaken taken = bw_workspace_get_taken (workspace);

  if (taken == BW_TAKEN_REPLACED && self->draft != NULL && self->changed)
    keep_misfit (self, self->draft);
  if (taken == BW_TAKEN_REPLACED || (taken != BW_TAKEN_KEPT && self->versions->len == 0))
    bw_keeper_add_version (self, workspace->model, _("As imported"), "");
}

static void
data_changed (BwKeeper *self)
{
  BwWorkspace *workspace = self->workspace;

  if (self->restoring || workspace->panel == NULL)
    return;

  if (self->desk == NULL)
    bw_keeper_begin_untitled (self);
  if (self->trouble != NULL && self->flying == NULL)
    g_ptr_array_set_size (self->data, 0); /* what could not be kept is nobody's any more */
  self->opened = FALSE;
  g_ptr_array_add (self->data, bw_pending_data_new (workspace->intake, workspace->panel));
  keep_first_version (self);
  bw_keeper_schedule (self);
}

static void
replace_model (BwModel **place,
               BwModel  *model)
{
  bw_model_ref (model);
  g_clear_pointer (place, bw_model_unref);
  *place = model;
}

static void
model_changed (BwKeeper *self)
{
  BwWorkspace *workspace = self->workspace;

  if (workspace->model == NULL || workspace->tried != NULL)
    return;

  replace_model (&self->draft, workspace->model);
  bw_keeper_look_at_versions (self);
  if (self->restoring)
    return;

  self->draft_changed = bw_keeper_count_change (self);
  bw_keeper_schedule (self);
}

/* Scores are there that needed columns of the file. */
static void
history_changed (BwKeeper *self)
{
  if (self->opened)
    bw_keeper_check_columns (self);
}

/* From now on what the workspace tells is kept. */
void
bw_keeper_follow (BwKeeper *self)
{
  g_signal_connect_swapped (self->workspace, "data-changed", G_CALLBACK (data_changed), self);
  g_signal_connect_swapped (self->workspace, "model-changed", G_CALLBACK (model_changed), self);
  g_signal_connect_swapped (self->workspace, "history-changed", G_CALLBACK (history_changed), self);
}

void
bw_keeper_unfollow (BwKeeper *self)
{
  g_signal_handlers_disconnect_by_data (self->workspace, self);
}
