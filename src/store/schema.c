/* The tables of the workspace file, how older files are brought up to them, and whether a file has them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* user_version counts the migrations that a file has had. To change the tables, add a row: a new
 * file gets all rows one after the other, an older one those that it lacks. A file whose tables
 * differ from what the rows make, by a letter, by a view or by a trigger, is none of ours. */

#include "store/schema.h"

#include "store/query.h"
#include "store/store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEADER_SIZE 100

/* What the tables hold:
 *   fact      one value of each name: what is current, and what the file is
 *   piece     bytes, compressed, found by their hash: store/pieces.h
 *   stream    bytes of any length, as pieces in order
 *   import    files that came in together; at: microseconds since 1970 (as all times)
 *   file      an export as it was, byte by byte; place: in the order of those that are read;
 *             removed: 1 where it was taken back; replaced_by: the import that came in its stead
 *   field     the panel's columns
 *   snapshot  the panel's snapshots, oldest first; date: days since 1970, or nothing
 *   part      the panel's cells: BW_PART_ROWS rows of a field at a snapshot
 *   model     models as JSON: the draft, those that undo knows, versions
 *   step      the stacks of undo (side 0) and redo (side 1), the newest last
 *   version   models that were kept, with name and reason
 *   note      what people wrote about customers
 *   view      how the window is set
 *   seal      a hash over each of the others but piece and stream's bytes: store/seal.h */
static const char *const migrations[] = {
  "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE piece (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, size INTEGER NOT NULL,"
  " data BLOB NOT NULL) STRICT;\n"
  "CREATE TABLE stream (id INTEGER NOT NULL, position INTEGER NOT NULL, piece INTEGER NOT NULL,"
  " PRIMARY KEY (id, position)) STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE import (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL,"
  " mapping TEXT NOT NULL, report INTEGER NOT NULL) STRICT;\n"
  "CREATE TABLE file (id INTEGER PRIMARY KEY, import INTEGER NOT NULL, name TEXT NOT NULL,"
  " read_as TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, hash TEXT NOT NULL,"
  " rows INTEGER NOT NULL, bytes INTEGER NOT NULL, place INTEGER NOT NULL,"
  " removed INTEGER NOT NULL, replaced_by INTEGER) STRICT;\n"
  "CREATE TABLE field (position INTEGER PRIMARY KEY, name TEXT NOT NULL, source TEXT,"
  " type TEXT NOT NULL, currency TEXT, role TEXT NOT NULL, words INTEGER, n_words INTEGER) STRICT;\n"
  "CREATE TABLE snapshot (position INTEGER PRIMARY KEY, date REAL, rows INTEGER NOT NULL) STRICT;\n"
  "CREATE TABLE part (snapshot INTEGER NOT NULL, field INTEGER NOT NULL, part INTEGER NOT NULL,"
  " piece INTEGER NOT NULL, PRIMARY KEY (snapshot, field, part)) STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE model (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL)"
  " STRICT;\n"
  "CREATE TABLE step (side INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,"
  " model INTEGER NOT NULL, baseline INTEGER NOT NULL, PRIMARY KEY (side, position))"
  " STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE version (id INTEGER PRIMARY KEY, name TEXT NOT NULL, why TEXT NOT NULL,"
  " author TEXT NOT NULL, at INTEGER NOT NULL, model INTEGER NOT NULL) STRICT;\n"
  "CREATE TABLE note (id INTEGER PRIMARY KEY, customer TEXT NOT NULL, text TEXT NOT NULL,"
  " author TEXT NOT NULL, at INTEGER NOT NULL) STRICT;\n"
  "CREATE TABLE view (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;\n"
  "CREATE TABLE seal (name TEXT PRIMARY KEY, hash BLOB NOT NULL) STRICT, WITHOUT ROWID;\n",
};

const char *const bw_store_tables[] = {
  "fact", "piece", "stream", "import", "file", "field", "snapshot", "part", "model", "step",
  "version", "note", "view", "seal", NULL,
};

/**
 * bw_schema_get_version:
 *
 * Returns: the version that this program writes
 */
guint
bw_schema_get_version (void)
{
  return G_N_ELEMENTS (migrations);
}

static guint32
get_big (const guint8 *from)
{
  return (guint32) from[0] << 24 | from[1] << 16 | from[2] << 8 | from[3];
}

/* The first bytes of a file, or less and then nothing. FALSE with errno set where it cannot be read. It
 * is read by SQLite: were it closed by anybody else, the locks would go that this process has on it. */
static gboolean
read_header (const char *path,
             guint8      header[HEADER_SIZE])
{
  sqlite3 *db = NULL;
  sqlite3_file *file = NULL;
  gboolean done = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_PRIVATECACHE, NULL) == SQLITE_OK &&
                  sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK;
  int code;

  memset (header, 0, HEADER_SIZE);
  errno = 0;
  if (done && file != NULL && file->pMethods != NULL)
    {
      const int read = file->pMethods->xRead (file, header, HEADER_SIZE, 0);

      done = read == SQLITE_OK || read == SQLITE_IOERR_SHORT_READ;
      code = errno;
    }
  else
    {
      done = FALSE;
      code = db != NULL ? sqlite3_system_errno (db) : ENOMEM;
    }
  sqlite3_close (db);
  errno = code != 0 ? code : EIO;

  return done;
}

static gboolean
refuse_foreign (GError **error)
{
  g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_FOREIGN,
                       _("This is not a workspace of Bellwether."));

  return FALSE;
}

static gboolean
refuse_newer (GError **error)
{
  g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_NEWER,
                       _("A newer Bellwether wrote this workspace. Update Bellwether to open it."));

  return FALSE;
}

/* Says why not even the first bytes of a file can be read, which @code tells. */
static void
refuse_unread (int      code,
               GError **error)
{
  static const struct
  {
    int         code;
    const char *text;
  } rows[] = {
    { ENOENT, N_("There is no such file any more: it was moved or deleted.") },
    { EISDIR, N_("This is a folder, not a workspace.") },
    { EACCES, N_("This user is not allowed to read the file.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].code == code)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), _(rows[i].text));
          return;
        }
    }

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("The file cannot be read: %s."),
               g_strerror (code));
}

/**
 * bw_schema_check_header:
 *
 * Looks at the first bytes of a file without opening it as a database, so that nothing in it runs
 * and nothing of it changes.
 *
 * Returns: whether it says that it is a workspace of a version that is known
 */
gboolean
bw_schema_check_header (const char *path,
                        GError    **error)
{
  guint8 header[HEADER_SIZE];
  guint version;

  if (!read_header (path, header))
    {
      refuse_unread (errno, error);
      return FALSE;
    }
  if (memcmp (header, "SQLite format 3", 16) != 0 ||
      get_big (header + 68) != BW_APPLICATION_ID)
    return refuse_foreign (error);
  if (header[18] != 1 || header[19] != 1) /* with a log beside it, which we never have */
    return refuse_foreign (error);
  version = get_big (header + 60);
  if (version == 0)
    return refuse_foreign (error);

  return version <= bw_schema_get_version () || refuse_newer (error);
}

/**
 * bw_schema_is_cut:
 * @path: of a workspace whose header is good
 *
 * Returns: whether the file is shorter than it says it is
 */
gboolean
bw_schema_is_cut (const char *path)
{
  guint8 header[HEADER_SIZE];
  GStatBuf found;
  guint page_size;

  if (!read_header (path, header) || g_stat (path, &found) != 0)
    return TRUE;
  page_size = header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;

  return found.st_size < (goffset) get_big (header + 28) * page_size;
}

static gboolean
run_all (sqlite3    *db,
         const char *sql,
         GError    **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || bw_query_fail (db, error);
}

static gboolean
get_number (sqlite3    *db,
            const char *sql,
            gint64     *number,
            GError    **error)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (db, error, sql, "");

  if (query == NULL || !bw_query_need (query, error))
    return FALSE;
  *number = sqlite3_column_int64 (query, 0);

  return TRUE;
}

/**
 * bw_schema_make:
 *
 * Makes the tables of a new file, or those that an older one lacks, inside the transaction that is
 * open.
 */
gboolean
bw_schema_make (sqlite3 *db,
                GError **error)
{
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                                              BW_APPLICATION_ID, bw_schema_get_version ());
  gint64 version;

  if (!get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  for (guint i = version; i < bw_schema_get_version (); i++)
    {
      if (!run_all (db, migrations[i], error))
        return FALSE;
    }

  return run_all (db, pragmas, error);
}

/* What the schema of a file of @version reads, statement by statement in the order of names. */
static GStrv
list_statements (sqlite3 *db,
                 GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema "
                  "ORDER BY name", "");
  g_autoptr(GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    {
      g_autofree char *text = bw_query_dup_text (query, 0);

      g_strv_builder_add (list, text != NULL ? text : "");
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }

  return g_strv_builder_end (list);
}

static GStrv
list_expected (guint    version,
               GError **error)
{
  sqlite3 *db = NULL;
  GStrv list = NULL;
  gboolean made = sqlite3_open (":memory:", &db) == SQLITE_OK;

  for (guint i = 0; made && i < version; i++)
    made = run_all (db, migrations[i], error);
  if (made)
    list = list_statements (db, error);
  sqlite3_close (db);

  return list;
}

/**
 * bw_schema_check:
 *
 * Returns: whether @db has the tables of its version, and nothing else
 */
gboolean
bw_schema_check (sqlite3 *db,
                 GError **error)
{
  gint64 version;
  g_auto(GStrv) there = NULL;
  g_auto(GStrv) expected = NULL;

  if (!get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > bw_schema_get_version ())
    return refuse_newer (error);
  if (version == 0) /* what was written first was taken back */
    return refuse_foreign (error);
  there = list_statements (db, error);
  expected = there != NULL ? list_expected (version, error) : NULL;
  if (expected == NULL)
    return FALSE;
  if (g_strv_equal ((const char *const *) there, (const char *const *) expected))
    return TRUE;

  g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_FOREIGN,
                       _("This is not a workspace of Bellwether: its tables are others."));

  return FALSE;
}
