/* What goes to the file at one time, and what came of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of a batch is one transaction. Where the data cannot be kept (its exports have gone, or do not
 * fit on the disk), the rest is tried without it, so that an import that fails takes no edit with it:
 * but only where the draft fits the customers that the file has. */

#include "workspace/keeper-batch.h"

#include "store/kept-imports.h"
#include "store/kept-panel.h"

BwPendingData *
bw_pending_data_new (BwIntake *intake,
                     BwPanel  *panel)
{
  BwPendingData *self = g_new0 (BwPendingData, 1);

  self->intake = intake != NULL ? bw_intake_ref (intake) : NULL;
  self->panel = bw_panel_ref (panel);
  self->at = g_get_real_time ();

  return self;
}

BwPendingData *
bw_pending_data_copy (const BwPendingData *self)
{
  BwPendingData *copy = bw_pending_data_new (self->intake, self->panel);

  copy->at = self->at;
  copy->incoming = self->incoming != NULL ? bw_incoming_ref (self->incoming) : NULL;
  copy->ready = self->ready;

  return copy;
}

void
bw_pending_data_free (BwPendingData *self)
{
  g_clear_pointer (&self->incoming, bw_incoming_unref);
  g_clear_pointer (&self->intake, bw_intake_unref);
  bw_panel_unref (self->panel);
  g_free (self);
}

static void
version_order_free (gpointer data)
{
  BwVersionOrder *self = data;

  g_free (self->version.name);
  g_free (self->version.why);
  g_free (self->version.author);
  bw_model_unref (self->model);
  g_free (self);
}

static void
note_order_free (gpointer data)
{
  BwNoteOrder *self = data;

  g_free (self->note.customer);
  g_free (self->note.text);
  g_free (self->note.author);
  g_free (self);
}

BwBatch *
bw_batch_new (BwDesk *desk)
{
  BwBatch *self = g_new0 (BwBatch, 1);

  self->desk = bw_desk_ref (desk);
  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_pending_data_free);
  self->versions = g_ptr_array_new_with_free_func (version_order_free);
  self->notes = g_ptr_array_new_with_free_func (note_order_free);
  self->views = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
bw_batch_free (BwBatch *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_free (self->author);
  g_ptr_array_unref (self->data);
  g_ptr_array_unref (self->versions);
  g_clear_pointer (&self->draft, bw_kept_draft_free);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->views);
  g_clear_pointer (&self->kept_panel, bw_panel_unref);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* The files, the mapping, the report and the panel of an intake; or a panel alone. */
static gboolean
keep_one (BwBatch       *self,
          BwPendingData *data,
          GError       **error)
{
  BwShelf *shelf;

  if (data->intake == NULL)
    return bw_store_put_panel (self->desk->store, data->panel, NULL, error);

  shelf = bw_desk_get_shelf (self->desk, error);

  if (shelf == NULL)
    return FALSE;
  if (data->incoming != NULL && bw_shelf_has_begun (shelf, data->incoming))
    return bw_shelf_keep_incoming (shelf, data->incoming, data->at, self->author, NULL, error);

  return bw_shelf_keep (shelf, data->intake, data->at, self->author, NULL, error);
}

static gboolean
keep_data (BwBatch *self,
           GError **error)
{
  for (guint i = 0; i < self->data->len; i++)
    {
      if (!keep_one (self, self->data->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_versions (BwBatch *self,
               GError **error)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      BwVersionOrder *order = g_ptr_array_index (self->versions, i);

      order->kept = bw_store_add_version (self->desk->store, &order->version, order->model, error);
      if (order->kept == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_note (BwStore     *store,
           BwNoteOrder *order,
           GError     **error)
{
  if (order->note.id != 0)
    return bw_store_change_note (store, order->note.id, order->gone ? NULL : order->note.text, error);
  if (order->gone)
    return TRUE;

  order->note.id = bw_store_add_note (store, &order->note, error);

  return order->note.id != 0;
}

static gboolean
keep_small_things (BwBatch *self,
                   GError **error)
{
  BwStore *store = self->desk->store;

  for (guint i = 0; i < self->notes->len; i++)
    {
      if (!keep_note (store, self->notes->pdata[i], error))
        return FALSE;
    }
  for (guint i = 0; i + 1 < self->views->len; i += 2)
    {
      if (!bw_store_set_view (store, self->views->pdata[i], self->views->pdata[i + 1], error))
        return FALSE;
    }

  return TRUE;
}

/* Numbers that a transaction gave and that were rolled back are nobody's. */
static void
forget_numbers (BwBatch    *self,
                GHashTable *new_notes)
{
  for (guint i = 0; i < self->versions->len; i++)
    ((BwVersionOrder *) self->versions->pdata[i])->kept = 0;
  for (guint i = 0; i < self->notes->len; i++)
    {
      BwNoteOrder *order = g_ptr_array_index (self->notes, i);

      if (g_hash_table_contains (new_notes, order))
        order->note.id = 0;
    }
}

static GHashTable *
find_new_notes (BwBatch *self)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->notes->len; i++)
    {
      BwNoteOrder *order = g_ptr_array_index (self->notes, i);

      if (order->note.id == 0)
        g_hash_table_add (found, order);
    }

  return found;
}

/* Writes the batch as one transaction, with its data or without. */
static gboolean
write_whole (BwBatch *self,
             gboolean with_data,
             GError **error)
{
  BwStore *store = self->desk->store;
  g_autoptr(GHashTable) new_notes = find_new_notes (self);

  if (!bw_store_begin (store, error))
    return FALSE;
  if ((with_data && !keep_data (self, error)) || !keep_versions (self, error) ||
      (self->draft != NULL && !bw_store_put_draft (store, self->draft, error)) ||
      !keep_small_things (self, error))
    {
      bw_store_roll_back (store);
      forget_numbers (self, new_notes);
      return FALSE;
    }
  if (bw_store_commit (store, error))
    return TRUE;

  forget_numbers (self, new_notes);

  return FALSE;
}

/* Whether the draft can be opened again with the customers that the file has. */
static gboolean
draft_fits (BwBatch *self)
{
  return self->draft == NULL ||
         (self->kept_panel != NULL && bw_model_check (self->draft->model, self->kept_panel, NULL) &&
          bw_model_check (self->draft->baseline, self->kept_panel, NULL));
}

static void
write_batch (BwBatch *self)
{
  g_autoptr(GError) error = NULL;
  BwDesk *desk = self->desk;

  if (!bw_desk_make (desk, &self->error) || !bw_desk_stands (desk, &self->error))
    return;
  if (!write_whole (self, TRUE, &error))
    {
      self->data_failed = self->data->len > 0 && draft_fits (self) && write_whole (self, FALSE, NULL);
      self->error = g_steal_pointer (&error);
      return;
    }

  if (self->data->len > 0)
    self->imports = bw_store_list_imports (desk->store, NULL);
}

/**
 * bw_batch_write:
 *
 * Runs in the writer's thread, and lets go of the file. What could not be written stands in the
 * batch's error.
 */
void
bw_batch_write (BwBatch *self)
{
  write_batch (self);
  g_clear_pointer (&self->desk, bw_desk_unref);
}
