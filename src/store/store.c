/* The workspace file opened, closed and copied, and its transactions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file from elsewhere is not trusted. Its first bytes are looked at before SQLite sees it; its
 * tables have to be ours, without a trigger or a view; what is large is bounded. A rollback journal
 * is used and no log: the file is whole whenever nothing is being written, so it can be copied and
 * mailed, and is one file when closed. */

#include "store/store-private.h"

#include "files/replace.h"
#include "store/damage.h"
#include "store/schema.h"
#include "store/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PATIENCE 5000              /* ms that a transaction waits for another program's */
#define MOST_VALUE (64 * 1024 * 1024) /* bytes of one value */

G_DEFINE_QUARK (bw-store-error-quark, bw_store_error)

/* Notes which tables a statement is going to change, when it is prepared. */
static int
note_touched (void       *user_data,
              int         action,
              const char *table,
              const char *column,
              const char *database,
              const char *trigger)
{
  BwStore *self = user_data;

  if (action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE)
    self->touched |= bw_seal_find (table);

  return SQLITE_OK;
}

static gboolean
configure (sqlite3 *db,
           GError **error)
{
  static const int switches[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    sqlite3_db_config (db, switches[i][0], switches[i][1], NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, MOST_VALUE);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1); /* a copy is made through one */
  sqlite3_busy_timeout (db, PATIENCE);

  return sqlite3_exec (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; "
                       "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; "
                       "PRAGMA mmap_size = 0", NULL, NULL, NULL) == SQLITE_OK ||
         bw_query_fail (db, error);
}

/**
 * bw_store_connect:
 * @flags: SQLITE_OPEN_READONLY or SQLITE_OPEN_READWRITE
 * @db: (out): to be closed in either case
 *
 * Opens a database as one that is not trusted.
 */
gboolean
bw_store_connect (const char *path,
                  int         flags,
                  sqlite3   **db,
                  GError    **error)
{
  const int code = sqlite3_open_v2 (path, db, flags | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

  return code == SQLITE_OK ? configure (*db, error) : bw_query_fail (*db, error);
}

/**
 * bw_store_open_database:
 *
 * Opens the database at the path of @self.
 */
gboolean
bw_store_open_database (BwStore *self,
                        GError **error)
{
  const int flags = self->holder != NULL ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;

  if (!bw_store_connect (self->path, flags, &self->db, error))
    return FALSE;
  sqlite3_set_authorizer (self->db, note_touched, self);

  return TRUE;
}

/**
 * bw_store_new:
 * @holder: (transfer full) (nullable): where it may be written
 * @other: (transfer full) (nullable): who has it
 *
 * Returns: (transfer full): a file that is not open yet
 */
BwStore *
bw_store_new (const char *path,
              BwHolder   *holder,
              char       *other)
{
  BwStore *self = g_new0 (BwStore, 1);

  self->path = g_strdup (path);
  self->holder = holder;
  self->other = other;
  self->models = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) bw_model_unref, g_free);

  return self;
}

/* A journal that is still there after the first look was never completed, and nothing of it is in the
 * file: whoever wrote it was ended. Nobody else writes while @self is held. */
static void
sweep_journal (const BwStore *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  g_unlink (journal);
}

/* A new file has a hidden name until it gets its own. Where the power went just then it has both: the
 * hidden one goes. */
static void
drop_second_name (const BwStore *self)
{
  static const char *const endings[] = { "new", "part" };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  GStatBuf open_one, there;

  if (g_lstat (self->path, &open_one) != 0 || open_one.st_nlink < 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *hidden = g_strdup_printf (".%s.%s", name, endings[i]);
      g_autofree char *path = g_build_filename (folder, hidden, NULL);

      if (g_lstat (path, &there) == 0 && there.st_dev == open_one.st_dev && there.st_ino == open_one.st_ino)
        g_unlink (path);
    }
}

/* Opens the file that is there, and looks whether it is whole. */
static gboolean
open_checked (BwStore *self,
              GError **error)
{
  if (!bw_store_open_database (self, error) || !bw_schema_check (self->db, error))
    return FALSE;

  self->broken = bw_seal_find_broken (self->db);
  self->cut = bw_schema_is_cut (self->path);
  if (bw_store_is_damaged (self))
    g_clear_pointer (&self->holder, bw_holder_release);
  if (self->holder != NULL)
    {
      sweep_journal (self);
      drop_second_name (self);
    }

  return TRUE;
}

/**
 * bw_store_open:
 * @path: of a workspace
 *
 * A file that is damaged opens for reading alone, whatever @access says: see
 * bw_store_find_damage().
 *
 * Returns: (transfer full) (nullable): the open file, or %NULL with @error set; then the file is as
 *   it was
 */
BwStore *
bw_store_open (const char *path,
               BwAccess    access,
               GError    **error)
{
  g_autoptr(BwStore) self = NULL;
  g_autofree char *other = NULL;
  BwHolder *holder = NULL;

  if (!bw_schema_check_header (path, error))
    return NULL;
  if (access != BW_ACCESS_READ && g_access (path, W_OK) == 0)
    holder = bw_holder_take (path, &other, access == BW_ACCESS_WRITE ? error : NULL);
  else if (access == BW_ACCESS_WRITE)
    g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_READ_ONLY, _("The file may not be written."));
  if (holder == NULL && access == BW_ACCESS_WRITE)
    return NULL;

  self = bw_store_new (path, holder, g_steal_pointer (&other));

  return open_checked (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * bw_store_close:
 * @self: (transfer full): what was not committed is lost
 */
void
bw_store_close (BwStore *self)
{
  g_clear_pointer (&self->panel, bw_panel_file_unref);
  sqlite3_close_v2 (self->db);
  g_clear_pointer (&self->holder, bw_holder_release);
  g_hash_table_unref (self->models);
  g_free (self->path);
  g_free (self->other);
  g_free (self);
}

const char *
bw_store_get_path (const BwStore *self)
{
  return self->path;
}

gboolean
bw_store_may_write (const BwStore *self)
{
  return self->holder != NULL;
}

/**
 * bw_store_get_holder:
 *
 * Returns: (nullable): who has it open for writing, where that is somebody else
 */
const char *
bw_store_get_holder (const BwStore *self)
{
  return self->other;
}

/**
 * bw_store_begin:
 *
 * Begins a transaction, or one inside the one that is open. Each ends with bw_store_commit() or
 * bw_store_roll_back().
 */
gboolean
bw_store_begin (BwStore *self,
                GError **error)
{
  if (self->holder == NULL)
    {
      g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_READ_ONLY,
                           _("The workspace is open for reading only."));
      return FALSE;
    }
  if (self->depth == 0)
    {
      if (sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
        return bw_query_fail (self->db, error);
      self->touched = 0;
      self->failed = FALSE;
    }
  self->depth++;

  return TRUE;
}

/* Whether a COMMIT that failed is kept all the same: its journal is gone, and the folder, which did not
 * confirm that, does now. */
static gboolean
is_kept (BwStore *self)
{
  return sqlite3_extended_errcode (self->db) == SQLITE_IOERR_DIR_FSYNC &&
         bw_sync_folder_of (self->path, NULL);
}

static gboolean
keep (BwStore *self,
      GError **error)
{
  const guint touched = self->touched;

  return bw_seal_renew (self->db, touched, error) &&
         (sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK || is_kept (self) ||
          bw_query_fail (self->db, error));
}

/**
 * bw_store_end:
 * @done: whether all of the transaction succeeded; where not, @error is set already
 *
 * Returns: @done, unless it could not be kept: then @error is set, and all is as it was before
 */
gboolean
bw_store_end (BwStore *self,
              gboolean done,
              GError **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);

  self->failed |= !done;
  if (--self->depth > 0)
    return done;
  if (!self->failed && keep (self, error))
    return TRUE;

  if (done && (error == NULL || *error == NULL))
    g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_FAILED,
                         _("A part of the change failed, so none of it was kept."));
  g_hash_table_remove_all (self->models);
  if (!sqlite3_get_autocommit (self->db)) /* some errors have rolled back already */
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * bw_store_commit:
 *
 * Returns: whether all that was written since bw_store_begin() is on the disk (or, inside another
 *   transaction, will be with that one); where not, nothing of it is
 */
gboolean
bw_store_commit (BwStore *self,
                 GError **error)
{
  return bw_store_end (self, TRUE, error);
}

/**
 * bw_store_roll_back:
 *
 * Forgets all that was written since bw_store_begin(), and with it the transaction around it.
 */
void
bw_store_roll_back (BwStore *self)
{
  g_autoptr(GError) ignored = NULL;

  bw_store_end (self, FALSE, &ignored);
}
