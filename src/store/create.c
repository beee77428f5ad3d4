/* A new workspace file: there whole, or not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It is made under a hidden name, ".NAME.new", and gets its own when its tables are on the disk.
 * Who makes it has the hold on its name, so that what is found under the hidden one was left by a
 * program that was ended, and goes. */

#include "store/store-private.h"

#include "files/replace.h"
#include "store/schema.h"
#include "store/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
make_tables (BwStore *self,
             GError **error)
{
  /* has to be said before there are tables; see store/tidy.c */
  if (sqlite3_exec (self->db, "PRAGMA auto_vacuum = INCREMENTAL", NULL, NULL, NULL) != SQLITE_OK)
    return bw_query_fail (self->db, error);
  if (!bw_store_begin (self, error))
    return FALSE;
  self->touched = BW_SEAL_ALL;

  return bw_store_end (self, bw_schema_make (self->db, error), error);
}

static void
remove_with_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

/* An empty file that only this user can read. */
static gboolean
make_empty (const char *path,
            GError    **error)
{
  const int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  const int code = errno;

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));

  return FALSE;
}

/* The tables in a file at @made, which @self is while they are made. */
static gboolean
make_at (BwStore    *self,
         const char *made,
         GError    **error)
{
  char *path = self->path;
  gboolean done;

  self->path = (char *) made;
  done = make_empty (made, error) && bw_store_open_database (self, error) && make_tables (self, error);
  self->path = path;
  g_clear_pointer (&self->db, sqlite3_close);

  return done;
}

/**
 * bw_store_create:
 * @path: where no file is
 *
 * Makes an empty workspace.
 *
 * Returns: (transfer full) (nullable): the open file, or %NULL with @error set; then no file is left
 */
BwStore *
bw_store_create (const char *path,
                 GError    **error)
{
  BwHolder *holder = bw_holder_take (path, NULL, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.new", name);
  g_autofree char *made = g_build_filename (folder, hidden, NULL);
  g_autoptr(BwStore) self = NULL;

  if (holder == NULL)
    return NULL;
  self = bw_store_new (path, holder, NULL);
  remove_with_journal (made);
  if (make_at (self, made, error) && bw_name_new (made, path, error))
    return bw_store_open_database (self, error) ? g_steal_pointer (&self) : NULL;
  remove_with_journal (made);

  return NULL;
}
