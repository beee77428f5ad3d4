/* What of an open file is not in it, gathered for the writer, and taken down as written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

guint64
bw_keeper_count_change (BwKeeper *self)
{
  return ++self->serial;
}

/* Whether the draft, a version or a note is not in the file. */
static gboolean
has_small_work (BwKeeper *self)
{
  if (self->draft_changed != 0)
    return TRUE;
  for (guint i = 0; i < self->versions->len; i++)
    {
      if (((BwVersionRow *) self->versions->pdata[i])->kept == 0)
        return TRUE;
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      if (((BwNoteRow *) self->notes->pdata[i])->changed != 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether work is not in the file: anything but how the window is set. */
gboolean
bw_keeper_has_work (BwKeeper *self)
{
  return self->data->len > 0 || has_small_work (self);
}

static gboolean
has_new_views (BwKeeper *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->views);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (((BwViewRow *) row)->changed != 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether something is not in the file. */
gboolean
bw_keeper_is_behind (BwKeeper *self)
{
  return bw_keeper_has_work (self) || has_new_views (self);
}

/* Whether something but data is not in the file, and may go there before the data: the draft fits the
 * customers that it has, or it has none yet. */
gboolean
bw_keeper_has_edits (BwKeeper *self)
{
  BwWorkspace *workspace = self->workspace;

  if (!has_small_work (self) && !has_new_views (self))
    return FALSE;

  return self->draft_changed == 0 || self->kept_panel == NULL || workspace->model == NULL ||
         (bw_model_check (workspace->model, self->kept_panel, NULL) &&
          bw_model_check (workspace->baseline_model, self->kept_panel, NULL));
}

static GPtrArray *
copy_steps (GPtrArray *drafts)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_step_free);

  for (guint i = drafts->len - MIN (drafts->len, BW_MOST_STEPS); i < drafts->len; i++)
    {
      const BwDraft *draft = g_ptr_array_index (drafts, i);

      g_ptr_array_add (steps, bw_kept_step_new (draft->step, draft->model, draft->baseline_model));
    }

  return steps;
}

/* The draft as it stands without what is held or tried out at the moment. */
static BwKeptDraft *
copy_draft (BwWorkspace *workspace)
{
  BwKeptDraft *draft = g_new0 (BwKeptDraft, 1);

  draft->model = bw_model_ref (workspace->tried != NULL ? workspace->tried : workspace->model);
  draft->baseline = bw_model_ref (workspace->baseline_model);
  draft->undo = copy_steps (workspace->undo);
  draft->redo = copy_steps (workspace->redo);

  return draft;
}

static void
order_data (BwKeeper *self,
            BwBatch  *batch,
            BwPortion portion)
{
  BwWorkspace *workspace = self->workspace;

  if (portion == BW_PORTION_WHOLE && workspace->panel != NULL)
    g_ptr_array_add (batch->data, bw_pending_data_new (workspace->intake, workspace->panel));
  for (guint i = 0; portion == BW_PORTION_REST && i < self->data->len; i++)
    g_ptr_array_add (batch->data, bw_pending_data_copy (self->data->pdata[i]));
}

/* What goes to @desk. */
BwBatch *
bw_keeper_make_batch (BwKeeper *self,
                      BwDesk   *desk,
                      BwPortion portion)
{
  const gboolean whole = portion == BW_PORTION_WHOLE;
  BwBatch *batch = bw_batch_new (desk);

  batch->serial = self->serial;
  batch->author = bw_keeper_dup_author ();
  order_data (self, batch, portion);
  if ((whole || self->draft_changed != 0) && self->workspace->model != NULL)
    batch->draft = copy_draft (self->workspace);
  if (self->kept_panel != NULL)
    batch->kept_panel = bw_panel_ref (self->kept_panel);
  bw_keeper_order_versions (self, batch, whole);
  bw_keeper_order_notes (self, batch, whole);
  bw_keeper_order_views (self, batch, whole);

  return batch;
}

/* Nobody waits any more for @panel to be kept, nor for what came before it; what was taken since does. */
static void
drop_kept (BwKeeper      *self,
           const BwPanel *panel)
{
  guint n = 0;

  while (n < self->data->len && ((BwPendingData *) self->data->pdata[n])->panel != panel)
    n++;
  if (n < self->data->len)
    g_ptr_array_remove_range (self->data, 0, n + 1);
}

static void
settle_data (BwKeeper *self,
             BwBatch  *batch)
{
  const guint n = batch->data->len;

  if (n == 0)
    return;

  g_clear_pointer (&self->kept_panel, bw_panel_unref);
  self->kept_panel = bw_panel_ref (((BwPendingData *) batch->data->pdata[n - 1])->panel);
  drop_kept (self, self->kept_panel);
  if (batch->imports == NULL)
    return;
  bw_keeper_set_imports (self, batch->imports);
  bw_keeper_emit (self, BW_KEEPER_IMPORTS_CHANGED);
  bw_keeper_count_problems (self);
}

/* Takes down what of the batch is in the file: everything, or everything but the data. */
void
bw_keeper_settle (BwKeeper *self,
                  BwBatch  *batch)
{
  if (batch->error != NULL && !batch->data_failed)
    return;

  if (self->draft_changed <= batch->serial)
    self->draft_changed = 0;
  bw_keeper_settle_versions (self, batch);
  bw_keeper_settle_notes (self, batch);
  bw_keeper_settle_views (self, batch);
  if (batch->error == NULL)
    settle_data (self, batch);
}
