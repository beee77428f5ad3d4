/* What was imported, when and from which files: the files as they were, and what became of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of each file are kept as they were, so that next month's file can be joined to them, a
 * choice of the mapping changed, or an import taken back, as if all were read anew. */

#include "store/kept-imports.h"

#include "store/pieces.h"
#include "store/report-words.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_REPORT (256 * 1024 * 1024) /* bytes */

void
bw_kept_file_free (BwKeptFile *self)
{
  g_free (self->name);
  g_free (self->read_as);
  g_free (self->hash);
  g_free (self);
}

void
bw_kept_import_free (BwKeptImport *self)
{
  g_free (self->author);
  g_free (self->mapping);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static BwKeptFile *
read_file (sqlite3_stmt *query)
{
  BwKeptFile *file = g_new0 (BwKeptFile, 1);

  file->id = sqlite3_column_int64 (query, 0);
  file->name = bw_query_dup_text (query, 1);
  file->read_as = bw_query_dup_text (query, 2);
  file->size = sqlite3_column_int64 (query, 3);
  file->modified = sqlite3_column_int64 (query, 4);
  file->hash = bw_query_dup_text (query, 5);
  file->n_rows = sqlite3_column_int64 (query, 6);
  file->import = sqlite3_column_int64 (query, 7);
  file->place = sqlite3_column_int64 (query, 8);
  file->removed = sqlite3_column_int64 (query, 9) != 0;
  file->replaced_by = sqlite3_column_int64 (query, 10); /* NULL is 0 */

  return file;
}

static gboolean
list_files (sqlite3      *db,
            BwKeptImport *import,
            GError      **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT id, name, read_as, size, modified, hash, rows, import, place, "
                  "removed, replaced_by FROM file WHERE import = ? ORDER BY id", "i", import->id);
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return FALSE;
  while (bw_query_next (query, &failed))
    {
      BwKeptFile *file = read_file (query);

      import->removed &= file->removed;
      g_ptr_array_add (import->files, file);
    }
  if (failed == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failed));

  return FALSE;
}

static BwKeptImport *
read_import (sqlite3_stmt *query)
{
  BwKeptImport *import = g_new0 (BwKeptImport, 1);

  import->id = sqlite3_column_int64 (query, 0);
  import->at = sqlite3_column_int64 (query, 1);
  import->author = bw_query_dup_text (query, 2);
  import->mapping = bw_query_dup_text (query, 3);
  import->removed = TRUE; /* until a file is found that stands */
  import->files = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_file_free);

  return import;
}

/**
 * bw_store_list_imports:
 *
 * Returns: (transfer full) (nullable) (element-type BwKeptImport): all, the oldest first, those that
 *   were removed too; %NULL with @error set
 */
GPtrArray *
bw_store_list_imports (BwStore *self,
                       GError **error)
{
  g_autoptr(GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_import_free);
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT id, at, author, mapping FROM import ORDER BY id", "");
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    {
      BwKeptImport *import = read_import (query);

      g_ptr_array_add (imports, import);
      if (!list_files (self->db, import, error))
        return NULL;
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }

  return g_steal_pointer (&imports);
}

/**
 * bw_store_get_report:
 * @import: an import, or 0 for the report of all that stands
 *
 * Returns: (transfer full) (nullable): the report that was made then, or %NULL with @error set
 */
BwReport *
bw_store_get_report (BwStore *self,
                     gint64   import,
                     GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    import != 0 ? bw_query_new (self->db, error, "SELECT report FROM import WHERE id = ?", "i", import)
                : bw_query_new (self->db, error, "SELECT CAST(value AS INTEGER) FROM fact "
                                "WHERE name = 'report'", "");
  g_autoptr(GBytes) words = NULL;

  if (query == NULL || !bw_query_need (query, error))
    return NULL;
  words = bw_stream_get_bytes (self->db, sqlite3_column_int64 (query, 0), MOST_REPORT, error);

  return words != NULL ? bw_report_from_words (words) : NULL;
}

/**
 * bw_store_set_removed:
 *
 * Takes an import back, or in again. Its files stay. The panel that is left is put in the same
 * transaction by the caller.
 */
gboolean
bw_store_set_removed (BwStore *self,
                      gint64   import,
                      gboolean removed,
                      GError **error)
{
  const char *sql = removed ? "UPDATE file SET removed = 1 WHERE import = ?"
                            : "UPDATE file SET removed = 0, replaced_by = NULL WHERE import = ?";

  return bw_store_begin (self, error) &&
         bw_store_end (self, bw_query_run (self->db, error, sql, "i", import), error);
}

/**
 * bw_store_set_read_as:
 * @read_as: the name under which @file is read from now on; a date in it dates the file
 */
gboolean
bw_store_set_read_as (BwStore    *self,
                      gint64      file,
                      const char *read_as,
                      GError    **error)
{
  return bw_store_begin (self, error) &&
         bw_store_end (self, bw_query_run (self->db, error, "UPDATE file SET read_as = ? WHERE id = ?",
                                           "si", read_as, file), error);
}

/* A name is used inside a folder of ours: nothing in it may lead elsewhere. */
static GFile *
get_target (GFile      *folder,
            const char *read_as,
            GError    **error)
{
  if (read_as != NULL && *read_as != '\0' && strchr (read_as, G_DIR_SEPARATOR) == NULL &&
      !g_str_equal (read_as, ".") && !g_str_equal (read_as, ".."))
    return g_file_get_child (folder, read_as);

  g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED,
                       _("The file is damaged: an import has no name."));

  return NULL;
}

/**
 * bw_store_extract_as:
 * @file: number of a kept file
 * @name: what it is to be called
 * @folder: of the user alone; no file of that name is in it
 *
 * Writes the bytes of an imported file.
 *
 * Returns: (transfer full) (nullable): what was written, or %NULL with @error set
 */
GFile *
bw_store_extract_as (BwStore      *self,
                     gint64        file,
                     const char   *name,
                     GFile        *folder,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT bytes FROM file WHERE id = ?", "i", file);
  g_autoptr(GFile) target = query != NULL && bw_query_need (query, error)
    ? get_target (folder, name, error) : NULL;
  g_autoptr(GFileOutputStream) out = target != NULL
    ? g_file_create (target, G_FILE_CREATE_PRIVATE, cancellable, error) : NULL;

  if (out == NULL)
    return NULL;
  if (bw_stream_get (self->db, sqlite3_column_int64 (query, 0), G_OUTPUT_STREAM (out), cancellable, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error))
    return g_steal_pointer (&target);
  g_file_delete (target, NULL, NULL);

  return NULL;
}

/**
 * bw_store_extract:
 *
 * As bw_store_extract_as(), under the name that the file is read as.
 */
GFile *
bw_store_extract (BwStore      *self,
                  gint64        file,
                  GFile        *folder,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT read_as FROM file WHERE id = ?", "i", file);
  g_autofree char *name = query != NULL && bw_query_need (query, error) ? bw_query_dup_text (query, 0) : NULL;

  return query != NULL && sqlite3_data_count (query) > 0
         ? bw_store_extract_as (self, file, name, folder, cancellable, error) : NULL;
}
