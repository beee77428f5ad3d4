/* A copy of the workspace file: whole, on the disk, and in the place of an older one only then. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail_here (int      code,
           GError **error)
{
  g_set_error (error, BW_STORE_ERROR, code == ENOSPC ? BW_STORE_ERROR_FULL : BW_STORE_ERROR_FAILED,
               _("The copy could not be written: %s."), g_strerror (code));

  return FALSE;
}

/* Waits until what is at @path is on the disk. */
static gboolean
sync_path (const char *path,
           GError    **error)
{
  const int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;
  const int code = errno;

  if (fd >= 0)
    close (fd);

  return done || fail_here (code, error);
}

/* Puts @made in the place of @path for good. */
static gboolean
put_in_place (const char *made,
              const char *path,
              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (made, error) &&
         (g_rename (made, path) == 0 || fail_here (errno, error)) && sync_path (folder, error);
}

/**
 * bw_store_copy:
 * @path: where the copy goes; what is there is replaced when the copy is whole
 *
 * The copy has nothing in it that was deleted.
 */
gboolean
bw_store_copy (BwStore    *self,
               const char *path,
               GError    **error)
{
  g_autofree char *made = g_strdup_printf ("%s.XXXXXX", path);
  const int fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);
  gboolean done;

  if (fd < 0)
    return fail_here (errno, error);
  close (fd);

  done = bw_query_run (self->db, error, "VACUUM INTO ?", "s", made) && put_in_place (made, path, error);
  if (!done)
    g_unlink (made);

  return done;
}
