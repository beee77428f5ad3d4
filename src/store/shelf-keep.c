/* An intake becomes what the file holds: new files with their bytes, others taken back, the panel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of the intake is known where the shelf put it back, or where it was kept from its own place
 * and has not been written since. What is not known is new. */

#include "store/shelf-private.h"

#include "store/kept-panel.h"
#include "store/pieces.h"
#include "store/report-words.h"
#include "store/store-private.h"

/**
 * Keeping:
 * @imports: (element-type BwKeptImport): as the file has them
 * @files: (element-type BwKeptFile): of all of them, in the order in which they are read
 * @n_files: of @intake
 * @kept: (array length=n_files): which kept file each of the intake's is, 0 for a new one
 * @n_new: how many are new
 * @mapping: of the intake, as JSON
 */
typedef struct
{
  BwIntake  *intake;
  GPtrArray *imports;
  GPtrArray *files;
  guint      n_files;
  gint64    *kept;
  guint      n_new;
  char      *mapping;
} Keeping;

static void
keeping_clear (Keeping *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_free (self->kept);
  g_free (self->mapping);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keeping, keeping_clear)

/**
 * bw_store_dup_mapping:
 *
 * Returns: (transfer full) (nullable): the mapping that stands, as JSON; %NULL where there is none
 */
char *
bw_store_dup_mapping (BwStore *store)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (store->db, NULL, "SELECT value FROM fact WHERE name = 'mapping'", "");

  return query != NULL && bw_query_next (query, NULL) ? bw_query_dup_text (query, 0) : NULL;
}

static const BwKeptFile *
find_kept (const Keeping *self,
           gint64         id)
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
resolve (BwShelf       *shelf,
         const Keeping *self,
         guint          i)
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

static gboolean
keeping_init (Keeping  *self,
              BwShelf  *shelf,
              BwIntake *intake,
              GError  **error)
{
  self->imports = bw_store_list_imports (shelf->store, error);
  if (self->imports == NULL)
    return FALSE;

  self->intake = intake;
  self->files = bw_shelf_list_files (self->imports);
  self->n_files = intake != NULL ? bw_intake_get_n_sources (intake) : 0;
  self->kept = g_new0 (gint64, MAX (self->n_files, 1));
  self->mapping = intake != NULL ? bw_mapping_to_json (bw_intake_get_mapping (intake)) : NULL;
  for (guint i = 0; i < self->n_files; i++)
    {
      self->kept[i] = resolve (shelf, self, i);
      self->n_new += self->kept[i] == 0;
    }

  return TRUE;
}

/* The name that file @i of the intake is read as, with its bytes as they are in the file system. */
static char *
dup_read_as (const Keeping *self,
             guint          i)
{
  return g_file_get_basename (bw_intake_get_file (self->intake, i));
}

static gboolean
stands (const Keeping *self,
        gint64         kept)
{
  for (guint i = 0; i < self->n_files; i++)
    {
      if (self->kept[i] == kept)
        return TRUE;
    }

  return FALSE;
}

/* Whether the file holds just that already. */
static gboolean
is_there (const Keeping *self,
          BwStore       *store)
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
      name = dup_read_as (self, at++);
      if (!g_str_equal (name, file->read_as))
        return FALSE;
    }

  return at == self->n_files;
}

/* The new files as one import; @self then knows their numbers. 0 with @error set. */
static gint64
add_new (Keeping      *self,
         BwShelf      *shelf,
         gint64        at,
         const char   *author,
         GCancellable *cancellable,
         GError      **error)
{
  const guint n = self->n_new;
  g_autofree GFile **files = g_new0 (GFile *, n);
  g_auto(GStrv) read_as = g_new0 (char *, n + 1);
  g_autofree const char **names = g_new0 (const char *, n);
  g_autofree gsize *n_rows = g_new0 (gsize, n);
  g_autofree goffset *sizes = g_new0 (goffset, n);
  g_autofree gint64 *modified = g_new0 (gint64, n);
  const BwNewImport import = {
    .at = at, .author = author, .files = files, .read_as = (const char *const *) read_as,
    .n_rows = n_rows, .n_files = n, .mapping = self->mapping,
    .report = bw_intake_get_report (self->intake), .sizes = sizes, .modified = modified,
    .names = names,
  };
  guint next = 0;

  for (guint i = 0; i < self->n_files; i++)
    {
      const BwSource *source = bw_intake_get_source (self->intake, i);

      if (self->kept[i] != 0)
        continue;
      files[next] = bw_intake_get_file (self->intake, i);
      read_as[next] = dup_read_as (self, i);
      names[next] = g_hash_table_lookup (shelf->names, files[next]);
      if (names[next] == NULL)
        names[next] = read_as[next];
      n_rows[next] = bw_table_get_n_rows (bw_source_get_table (source));
      sizes[next] = bw_source_get_size (source);
      modified[next++] = bw_source_get_modified (source);
    }

  return bw_store_add_import (shelf->store, &import, cancellable, error);
}

/* Gives the new files of @import their numbers, in the order in which they were added. */
static gboolean
number_new (Keeping *self,
            sqlite3 *db,
            gint64   import,
            GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT id FROM file WHERE import = ? ORDER BY id", "i", import);

  for (guint i = 0; i < self->n_files; i++)
    {
      if (self->kept[i] != 0)
        continue;
      if (query == NULL || !bw_query_need (query, error))
        return FALSE;
      self->kept[i] = sqlite3_column_int64 (query, 0);
    }

  return TRUE;
}

/* Files that no longer stand are taken back: in the stead of those of @import, where there is one. */
static gboolean
take_back (const Keeping *self,
           sqlite3       *db,
           gint64         import,
           GError       **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const BwKeptFile *file = self->files->pdata[i];

      if (!file->removed && !stands (self, file->id) &&
          !bw_query_run (db, error, "UPDATE file SET removed = 1, replaced_by = coalesce(nullif(?, 0), "
                         "replaced_by) WHERE id = ?", "ii", import, file->id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
place_all (const Keeping *self,
           sqlite3       *db,
           GError       **error)
{
  for (guint i = 0; i < self->n_files; i++)
    {
      g_autofree char *read_as = dup_read_as (self, i);

      if (!bw_query_run (db, error, "UPDATE file SET removed = 0, place = ?, read_as = ? WHERE id = ?",
                         "isi", (gint64) i, read_as, self->kept[i]))
        return FALSE;
    }

  /* what stands beside the import that had come in its stead was put back by hand */
  return bw_query_run (db, error, "UPDATE file SET replaced_by = NULL WHERE removed = 0 AND "
                       "replaced_by IN (SELECT import FROM file WHERE removed = 0)", "");
}

static gboolean
put_facts (const Keeping *self,
           sqlite3       *db,
           GError       **error)
{
  g_autoptr(GBytes) words = NULL;
  gint64 report;

  if (self->intake == NULL)
    return bw_query_run (db, error, "DELETE FROM fact WHERE name IN ('mapping', 'report')", "");
  words = bw_report_to_words (bw_intake_get_report (self->intake));
  report = bw_stream_put_bytes (db, words, error);

  return report != 0 &&
         bw_query_run (db, error, "INSERT OR REPLACE INTO fact (name, value) VALUES ('mapping', ?), "
                       "('report', CAST(? AS TEXT))", "si", self->mapping, report);
}

static gboolean
keep_all (Keeping      *self,
          BwShelf      *shelf,
          gint64        at,
          const char   *author,
          GCancellable *cancellable,
          GError      **error)
{
  BwStore *store = shelf->store;
  gint64 import = 0;

  if (self->n_new > 0)
    {
      import = add_new (self, shelf, at, author, cancellable, error);
      if (import == 0 || !number_new (self, store->db, import, error))
        return FALSE;
    }

  return take_back (self, store->db, import, error) && place_all (self, store->db, error) &&
         put_facts (self, store->db, error) &&
         (self->intake != NULL
          ? bw_store_put_panel (store, bw_intake_get_panel (self->intake), cancellable, error)
          : bw_store_clear_panel (store, error));
}

/**
 * bw_shelf_keep:
 * @intake: (nullable): what is to stand; %NULL: nothing
 * @at: now, in microseconds since 1970
 * @author: who did it
 *
 * Makes @intake what the file holds, in one transaction. Where it holds that already nothing changes.
 *
 * Returns: whether it does; where not, @error is set and all is as it was
 */
gboolean
bw_shelf_keep (BwShelf      *self,
               BwIntake     *intake,
               gint64        at,
               const char   *author,
               GCancellable *cancellable,
               GError      **error)
{
  g_auto(Keeping) keeping = { 0 };

  if (!keeping_init (&keeping, self, intake, error))
    return FALSE;
  if (is_there (&keeping, self->store))
    return TRUE;
  if (!bw_store_begin (self->store, error) ||
      !bw_store_end (self->store, keep_all (&keeping, self, at, author, cancellable, error), error))
    return FALSE;

  for (guint i = 0; i < keeping.n_files; i++)
    {
      GFile *file = bw_intake_get_file (intake, i);

      if (!g_hash_table_contains (self->extracted, file))
        bw_shelf_know_original (self, file, keeping.kept[i]);
    }

  return TRUE;
}
