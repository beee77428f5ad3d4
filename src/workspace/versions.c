/* Versions of the model that were kept in the open file: with name, reason, author and date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

void
bw_version_row_free (BwVersionRow *self)
{
  g_free ((char *) self->version.name);
  g_free ((char *) self->version.why);
  g_free ((char *) self->version.author);
  bw_model_unref (self->version.model);
  g_free (self);
}

static BwVersionRow *
row_at (BwKeeper *self,
        guint     version)
{
  return g_ptr_array_index (self->versions, version);
}

static void
add_row (BwKeeper   *self,
         BwModel    *model,
         const char *name,
         const char *why,
         const char *author)
{
  BwVersionRow *row = g_new0 (BwVersionRow, 1);

  row->version.id = ++self->last_id;
  row->version.name = g_strdup (name != NULL ? name : "");
  row->version.why = g_strdup (why != NULL ? why : "");
  row->version.author = g_strdup (author != NULL ? author : "");
  row->version.at = g_get_real_time ();
  row->version.model = bw_model_ref (model);
  g_ptr_array_add (self->versions, row);
}

/* What @loaded says takes the place of what is there. Tells nobody. */
void
bw_keeper_load_versions (BwKeeper       *self,
                         const BwLoaded *loaded)
{
  g_ptr_array_set_size (self->versions, 0);
  for (guint i = 0; i < loaded->versions->len; i++)
    {
      const BwKeptVersion *kept = g_ptr_array_index (loaded->versions, i);
      BwVersionRow *row;

      add_row (self, loaded->models->pdata[i], kept->name, kept->why, kept->author);
      row = row_at (self, i);
      row->version.at = kept->at;
      row->kept = kept->id;
    }
}

/* Puts the versions that the file does not have into @batch, or all of them. */
void
bw_keeper_order_versions (BwKeeper *self,
                          BwBatch  *batch,
                          gboolean  whole)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      const BwVersionRow *row = row_at (self, i);
      BwVersionOrder *order;

      if (!whole && row->kept != 0)
        continue;
      order = g_new0 (BwVersionOrder, 1);
      order->row = row->version.id;
      order->version.name = g_strdup (row->version.name);
      order->version.why = g_strdup (row->version.why);
      order->version.author = g_strdup (row->version.author);
      order->version.at = row->version.at;
      order->model = bw_model_ref (row->version.model);
      g_ptr_array_add (batch->versions, order);
    }
}

/* Takes down which numbers the versions of @batch have in the file. */
void
bw_keeper_settle_versions (BwKeeper      *self,
                           const BwBatch *batch)
{
  for (guint i = 0; i < batch->versions->len; i++)
    {
      const BwVersionOrder *order = g_ptr_array_index (batch->versions, i);

      for (guint j = 0; j < self->versions->len; j++)
        {
          if (row_at (self, j)->version.id == order->row)
            row_at (self, j)->kept = order->kept;
        }
    }
}

/* The newest version that is the baseline, or BW_NONE. */
static guint
find_baseline (BwKeeper *self)
{
  BwModel *baseline = bw_workspace_get_baseline_model (self->workspace);

  for (guint i = self->versions->len; baseline != NULL && i > 0; i--)
    {
      if (bw_model_equal (row_at (self, i - 1)->version.model, baseline))
        return i - 1;
    }

  return BW_NONE;
}

static gboolean
differs (BwKeeper *self)
{
  BwModel *model = self->workspace->model;

  if (model == NULL)
    return FALSE;
  if (self->versions->len == 0)
    return bw_workspace_get_edited (self->workspace);

  return !bw_model_equal (model, row_at (self, self->versions->len - 1)->version.model);
}

/* Marks the baseline among the versions anew. Returns whether it is another. */
static gboolean
mark_baseline (BwKeeper *self)
{
  const guint baseline = find_baseline (self);
  gboolean moved = FALSE;

  for (guint i = 0; i < self->versions->len; i++)
    {
      BwVersion *version = &row_at (self, i)->version;

      moved |= version->baseline != (i == baseline);
      version->baseline = i == baseline;
    }

  return moved;
}

/* Looks again at which version is the baseline, and whether the draft is the newest. */
void
bw_keeper_look_at_versions (BwKeeper *self)
{
  if (self->baseline != self->workspace->baseline_model)
    {
      g_clear_pointer (&self->baseline, bw_model_unref);
      if (self->workspace->baseline_model != NULL)
        self->baseline = bw_model_ref (self->workspace->baseline_model);
      if (mark_baseline (self) && !self->restoring)
        bw_keeper_emit (self, BW_KEEPER_VERSIONS_CHANGED);
    }
  bw_keeper_set_flag (self, BW_KEEPER_CHANGED, &self->changed, differs (self));
}

/* Keeps @model; the workspace is as it was. */
void
bw_keeper_add_version (BwKeeper   *self,
                       BwModel    *model,
                       const char *name,
                       const char *why)
{
  g_autofree char *author = bw_keeper_dup_author ();

  bw_keeper_count_change (self);
  add_row (self, model, name, why, author);
  mark_baseline (self);
  bw_keeper_emit (self, BW_KEEPER_VERSIONS_CHANGED);
  bw_keeper_set_flag (self, BW_KEEPER_CHANGED, &self->changed, differs (self));
  bw_keeper_schedule (self);
}

guint
bw_keeper_get_n_versions (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), 0);

  return self->versions->len;
}

/**
 * bw_keeper_get_version:
 * @version: counted from 0, the oldest
 *
 * Returns: (transfer none): the version, until "versions-changed"
 */
const BwVersion *
bw_keeper_get_version (BwKeeper *self,
                       guint     version)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);
  g_return_val_if_fail (version < self->versions->len, NULL);

  return &row_at (self, version)->version;
}

/**
 * bw_keeper_save_version:
 * @name: what it is called
 * @why: what it is kept for, or ""
 *
 * Keeps the draft. It becomes the baseline, which is no step of undo: an edit from before that is
 * undone is compared with this version. Does nothing where nothing is open.
 */
void
bw_keeper_save_version (BwKeeper   *self,
                        const char *name,
                        const char *why)
{
  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (name != NULL);

  if (self->workspace->model == NULL)
    return;

  bw_workspace_drag_end (self->workspace);
  bw_keeper_add_version (self, self->workspace->model, name, why);
  bw_workspace_keep_baseline (self->workspace);
}

/* Whether a version can stand over the customers that are open. */
static gboolean
check (BwKeeper        *self,
       const BwVersion *version,
       GError         **error)
{
  if (self->workspace->panel == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                           _("A version needs data: import customers first."));
      return FALSE;
    }
  if (bw_model_check (version->model, self->workspace->panel, error))
    return TRUE;

  /* TRANSLATORS: before the reason; %s is the name of a version */
  g_prefix_error (error, _("“%s” does not fit the data that is open now: "), version->name);

  return FALSE;
}

/**
 * bw_keeper_go_back_to:
 * @version: counted from 0, the oldest
 *
 * Makes the draft what was kept, as one step of undo; the baseline stays.
 *
 * Returns: whether that was done; %FALSE where the version does not fit the data
 */
gboolean
bw_keeper_go_back_to (BwKeeper *self,
                      guint     version,
                      GError  **error)
{
  const BwVersion *kept = bw_keeper_get_version (self, version);
  g_autofree char *step = NULL;

  g_return_val_if_fail (kept != NULL, FALSE);

  if (!check (self, kept, error))
    return FALSE;

  /* TRANSLATORS: a step of undo; %s is the name of a version */
  step = g_strdup_printf (_("Go Back to “%s”"), kept->name);
  bw_workspace_edit (self->workspace, kept->model, step);

  return TRUE;
}

/**
 * bw_keeper_compare_with:
 * @version: counted from 0, the oldest
 *
 * Makes what was kept the baseline, as one step of undo; the draft stays.
 *
 * Returns: whether that was done; %FALSE where the version does not fit the data
 */
gboolean
bw_keeper_compare_with (BwKeeper *self,
                        guint     version,
                        GError  **error)
{
  const BwVersion *kept = bw_keeper_get_version (self, version);
  g_autofree char *step = NULL;

  g_return_val_if_fail (kept != NULL, FALSE);

  if (!check (self, kept, error))
    return FALSE;

  /* TRANSLATORS: a step of undo; %s is the name of a version */
  step = g_strdup_printf (_("Compare with “%s”"), kept->name);
  bw_workspace_compare_with (self->workspace, kept->model, step);

  return TRUE;
}
