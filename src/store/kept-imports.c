/* What was imported, when and from which files: the files as they were, and what became of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of each file are kept as they were, so that next month's file can be joined to them, a
 * choice of the mapping changed, or an import taken back, as if all were read anew. */

#include "store/kept-imports.h"

#include "report/error.h"
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

static gint64
get_modified (GFile *file)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED ","
                                                 G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr(GDateTime) modified = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return modified != NULL
         ? g_date_time_to_unix (modified) * G_USEC_PER_SEC + g_date_time_get_microsecond (modified) : 0;
}

/* The bytes that a stream turned out to have; -1 with @error set. */
static gint64
count_bytes (sqlite3 *db,
             gint64   stream,
             GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT coalesce(sum(size), 0) FROM stream JOIN piece ON piece.id = piece "
                  "WHERE stream.id = ?", "i", stream);

  const gint64 size = query != NULL && bw_query_next (query, error) ? sqlite3_column_int64 (query, 0) : 0;

  if (size >= 0)
    return size;
  g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED,
                       _("The file is damaged: a part of it has no size."));

  return -1;
}

/* What was read must be what is kept: the file is neither of another size nor written since. */
static gboolean
check_unchanged (const BwNewImport *from,
                 guint              i,
                 const char        *name,
                 gint64             size,
                 gint64             modified,
                 GError           **error)
{
  if ((from->sizes == NULL || from->sizes[i] == 0 || from->sizes[i] == size) &&
      (from->modified == NULL || from->modified[i] == 0 || from->modified[i] == modified))
    return TRUE;

  g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_CHANGED,
               /* TRANSLATORS: the name of a file */
               _("“%s” changed since it was read; import it again when nothing writes to it any more"),
               name);

  return FALSE;
}

static gboolean
add_file (sqlite3           *db,
          gint64             import,
          const BwNewImport *from,
          guint              i,
          GCancellable      *cancellable,
          GError           **error)
{
  g_autoptr(GFileInputStream) in = g_file_read (from->files[i], cancellable, error);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base = g_file_get_basename (from->files[i]);
  const char *name = from->names != NULL ? from->names[i] : base;
  const gint64 stream = in != NULL
    ? bw_stream_put (db, G_INPUT_STREAM (in), checksum, cancellable, error) : 0;
  const gint64 size = stream != 0 ? count_bytes (db, stream, error) : -1;
  const gint64 modified = get_modified (from->files[i]);

  return size >= 0 && check_unchanged (from, i, name, size, modified, error) &&
         bw_query_run (db, error, "INSERT INTO file (import, name, read_as, size, modified, hash, rows, "
                       "bytes, place, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
                       "(SELECT coalesce(max(place), -1) + 1 FROM file), 0)", "issiisii", import, name,
                       from->read_as[i], size, modified, g_checksum_get_string (checksum),
                       (gint64) from->n_rows[i], stream);
}

static gint64
add_import (sqlite3           *db,
            const BwNewImport *import,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr(GBytes) words = bw_report_to_words (import->report);
  const gint64 report = bw_stream_put_bytes (db, words, error);
  gint64 id;

  if (report == 0 ||
      !bw_query_run (db, error, "INSERT INTO import (at, author, mapping, report) VALUES (?, ?, ?, ?)",
                     "issi", import->at, import->author, import->mapping, report))
    return 0;

  id = sqlite3_last_insert_rowid (db);
  for (guint i = 0; i < import->n_files; i++)
    {
      if (!add_file (db, id, import, i, cancellable, error))
        return 0;
    }

  return id;
}

/**
 * bw_store_add_import:
 *
 * Keeps an import with the bytes of its files. The panel that comes of it is put in the same
 * transaction by the caller.
 *
 * Returns: its number, or 0 with @error set
 */
gint64
bw_store_add_import (BwStore           *self,
                     const BwNewImport *import,
                     GCancellable      *cancellable,
                     GError           **error)
{
  gint64 id;

  if (!bw_store_begin (self, error))
    return 0;
  id = add_import (self->db, import, cancellable, error);

  return bw_store_end (self, id != 0, error) ? id : 0;
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
