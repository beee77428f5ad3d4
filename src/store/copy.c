/* A copy of the workspace file that is whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/store-private.h"

#include "files/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail_here (int      code,
           GError **error)
{
  g_set_error (error, BW_STORE_ERROR, code == ENOSPC ? BW_STORE_ERROR_FULL : BW_STORE_ERROR_FAILED,
               _("The copy could not be written: %s."), g_strerror (code));

  return FALSE;
}

/* Whether what @fd has open is what is called @path. */
static gboolean
is_at (int         fd,
       const char *path)
{
  struct stat open_one;
  struct stat there;

  return fstat (fd, &open_one) == 0 && lstat (path, &there) == 0 && S_ISREG (there.st_mode) &&
         open_one.st_dev == there.st_dev && open_one.st_ino == there.st_ino;
}

/* An empty file at @made that is locked as long as it is open; what was left there by a program that
 * was ended is taken. -1 with @error set, also where another program is making a copy. */
static int
take_place (const char *made,
            GError    **error)
{
  g_autofree char *journal = g_strconcat (made, "-journal", NULL);
  const int fd = g_open (made, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0 && is_at (fd, made) && ftruncate (fd, 0) == 0)
    {
      g_unlink (journal);
      return fd;
    }
  fail_here (errno, error);
  if (fd >= 0)
    close (fd);

  return -1;
}

/* Puts @made, which @fd has open, in the place of @path for good. */
static gboolean
put_in_place (int         fd,
              const char *made,
              const char *path,
              GError    **error)
{
  return (fsync (fd) == 0 || fail_here (errno, error)) &&
         (g_rename (made, path) == 0 || fail_here (errno, error)) && bw_sync_folder_of (path, error);
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
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.copy", name);
  g_autofree char *made = g_build_filename (folder, hidden, NULL);
  const int fd = take_place (made, error);
  gboolean done;

  if (fd < 0)
    return FALSE;

  done = bw_query_run (self->db, error, "VACUUM INTO ?", "s", made) && put_in_place (fd, made, path, error);
  if (!done)
    g_unlink (made);
  close (fd);

  return done;
}
