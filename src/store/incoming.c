/* An intake on its way into the workspace file: what it holds, what of it is new, what is there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of the intake is known where the shelf put it back, or where it was kept from its own place
 * and has not been written since. What is not known is new. */

#include "store/incoming.h"

#include "store/report-words.h"
#include "store/store-private.h"

/**
 * bw_incoming_new:
 * @intake: (nullable): what is to stand; %NULL: nothing
 *
 * Returns: (transfer full): nothing of it is in the file yet
 */
BwIncoming *
bw_incoming_new (BwIntake *intake)
{
  BwIncoming *self = g_new0 (BwIncoming, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->intake = intake != NULL ? bw_intake_ref (intake) : NULL;

  return self;
}

BwIncoming *
bw_incoming_ref (BwIncoming *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_incoming_unref (BwIncoming *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->panel, bw_panel_lots_free);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_pointer (&self->crew, bw_crew_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_pointer (&self->intake, bw_intake_unref);
  g_free (self->kept);
  g_free (self->mapping);
  g_free (self);
}

static const BwKeptFile *
find_kept (const BwIncoming *self,
           gint64            id)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const BwKeptFile *file = self->files->pdata[i];

      if (file->id == id)
        return file;
    }

  return NULL;
}

/* The kept file that file @i of the intake is, or 0: the same path may have other bytes by now. */
static gint64
resolve (BwShelf          *shelf,
         const BwIncoming *self,
         guint             i)
{
  GFile *file = bw_intake_get_file (self->intake, i);
  const BwSource *source = bw_intake_get_source (self->intake, i);
  const gint64 *extracted = g_hash_table_lookup (shelf->extracted, file);
  const gint64 *original = g_hash_table_lookup (shelf->originals, file);
  const BwKeptFile *kept = original != NULL ? find_kept (self, *original) : NULL;

  if (extracted != NULL)
    return *extracted;

  return kept != NULL && kept->size == bw_source_get_size (source) &&
         kept->modified == bw_source_get_modified (source) ? kept->id : 0;
}

/**
 * bw_incoming_dup_read_as:
 *
 * Returns: (transfer full): the name that file @i of the intake is read as, with its bytes as they are
 *   in the file system
 */
char *
bw_incoming_dup_read_as (const BwIncoming *self,
                         guint             i)
{
  return g_file_get_basename (bw_intake_get_file (self->intake, i));
}

/* Whether the file holds just that already. */
static gboolean
is_there (const BwIncoming *self,
          BwStore          *store)
{
  g_autofree char *mapping = bw_store_dup_mapping (store);
  guint at = 0;

  if (self->n_new > 0 || g_strcmp0 (mapping, self->mapping) != 0)
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      const BwKeptFile *file = self->files->pdata[i];
      g_autofree char *name = NULL;

      if (file->removed)
        continue;
      if (at == self->n_files || self->kept[at] != file->id)
        return FALSE;
      name = bw_incoming_dup_read_as (self, at++);
      if (!g_str_equal (name, file->read_as))
        return FALSE;
    }

  return at == self->n_files;
}

static void
find_new (BwIncoming *self,
          BwShelf    *shelf)
{
  self->files = bw_shelf_list_files (self->imports);
  self->n_files = self->intake != NULL ? bw_intake_get_n_sources (self->intake) : 0;
  self->kept = g_new0 (gint64, MAX (self->n_files, 1));
  self->mapping = self->intake != NULL ? bw_mapping_to_json (bw_intake_get_mapping (self->intake)) : NULL;
  for (guint i = 0; i < self->n_files; i++)
    {
      self->kept[i] = resolve (shelf, self, i);
      self->n_new += self->kept[i] == 0;
    }
}

static void
make_lots (BwIncoming *self)
{
  g_autoptr(GBytes) words = NULL;

  self->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_lot_free);
  self->crew = bw_crew_new (0);
  for (guint i = 0; i < self->n_files; i++)
    {
      if (self->kept[i] == 0)
        g_ptr_array_add (self->lots, bw_lot_new_file (bw_intake_get_file (self->intake, i)));
    }
  words = bw_report_to_words (bw_intake_get_report (self->intake));
  g_ptr_array_add (self->lots, bw_lot_new_bytes (words));
  self->panel = bw_panel_lots_new (bw_intake_get_panel (self->intake));
}

/**
 * bw_incoming_plan:
 *
 * Finds out what is to be done, and throws away what nothing in the file needs.
 */
gboolean
bw_incoming_plan (BwIncoming *self,
                  BwShelf    *shelf,
                  GError    **error)
{
  self->store = shelf->store;
  self->imports = bw_store_list_imports (shelf->store, error);
  if (self->imports == NULL)
    return FALSE;

  find_new (self, shelf);
  self->there = is_there (self, shelf->store);
  self->complete = self->there || self->intake == NULL;
  if (self->complete)
    return TRUE;
  make_lots (self);

  return bw_store_sweep (shelf->store, error);
}

/**
 * bw_incoming_put_some:
 * @more: (out): whether something is left
 *
 * Puts the next pieces into the file that was planned for.
 */
gboolean
bw_incoming_put_some (BwIncoming   *self,
                      gboolean     *more,
                      GCancellable *cancellable,
                      GError      **error)
{
  sqlite3 *db = self->store->db;
  gboolean rest = FALSE;

  *more = FALSE;
  if (self->complete)
    return TRUE;

  if (self->next < self->lots->len)
    {
      if (!bw_lot_put_some (self->lots->pdata[self->next], db, self->crew, &rest, cancellable, error))
        return FALSE;
      self->next += !rest;
      *more = TRUE;
      return TRUE;
    }
  if (!bw_panel_lots_put_some (self->panel, db, self->crew, more, cancellable, error))
    return FALSE;
  self->complete = !*more;

  return TRUE;
}
