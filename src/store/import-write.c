/* An import written into the workspace file: which files it had, and where their bytes are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/import-write.h"

#include "report/error.h"
#include "store/pieces.h"
#include "store/report-words.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

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
write_file (sqlite3           *db,
            gint64             import,
            const BwNewImport *from,
            guint              i,
            BwLot             *bytes,
            GError           **error)
{
  g_autofree char *base = g_file_get_basename (from->files[i]);
  const char *name = from->names != NULL ? from->names[i] : base;
  const gint64 size = bw_lot_get_size (bytes);
  const gint64 modified = get_modified (from->files[i]);
  const gint64 stream = check_unchanged (from, i, name, size, modified, error)
    ? bw_stream_put_pieces (db, bw_lot_get_pieces (bytes), error) : 0;

  return stream != 0 &&
         bw_query_run (db, error, "INSERT INTO file (import, name, read_as, size, modified, hash, rows, "
                       "bytes, place, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
                       "(SELECT coalesce(max(place), -1) + 1 FROM file), 0)", "issiisii", import, name,
                       from->read_as[i], size, modified, bw_lot_get_hash (bytes),
                       (gint64) from->n_rows[i], stream);
}

/**
 * bw_import_write:
 * @files: (array): the bytes of its files, which are all put
 * @report: the stream of its report
 *
 * Returns: the number of the import, or 0 with @error set
 */
gint64
bw_import_write (sqlite3           *db,
                 const BwNewImport *import,
                 BwLot *const      *files,
                 gint64             report,
                 GError           **error)
{
  gint64 id;

  if (!bw_query_run (db, error, "INSERT INTO import (at, author, mapping, report) VALUES (?, ?, ?, ?)",
                     "issi", import->at, import->author, import->mapping, report))
    return 0;

  id = sqlite3_last_insert_rowid (db);
  for (guint i = 0; i < import->n_files; i++)
    {
      if (!write_file (db, id, import, i, files[i], error))
        return 0;
    }

  return id;
}

static gint64
add_import (sqlite3           *db,
            const BwNewImport *import,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr(GBytes) words = bw_report_to_words (import->report);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_lot_free);
  g_autoptr(BwCrew) crew = bw_crew_new (0);
  const gint64 report = bw_stream_put_bytes (db, words, error);

  if (report == 0)
    return 0;
  for (guint i = 0; i < import->n_files; i++)
    {
      BwLot *file = bw_lot_new_file (import->files[i]);

      g_ptr_array_add (files, file);
      if (!bw_lot_put_all (file, db, crew, cancellable, error))
        return 0;
    }

  return bw_import_write (db, import, (BwLot *const *) files->pdata, report, error);
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
