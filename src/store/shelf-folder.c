/* A private folder for temporary files, which goes with its program or, at the latest, with the next. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It holds customers' data. A program that is killed cannot remove it; its lock ends, though, and the
 * next folder that is made takes along all that are not locked. */

#include "store/shelf-folder.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define BEGINNING "bellwether-shelf-"
#define MOST_TRIES 20

/* Removes the files in @path, then @path. There are folders of one level alone. */
static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0 && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
    }
  g_rmdir (path);
}

static int
open_locked (const char *path)
{
  const int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    close (fd);

  return -1;
}

/* Removes @path where it is a folder of this user that its program left. */
static void
sweep (const char *path)
{
  GStatBuf found;
  int fd;

  if (g_lstat (path, &found) != 0 || !S_ISDIR (found.st_mode) || found.st_uid != getuid ())
    return;
  fd = open_locked (path);
  if (fd < 0)
    return;
  remove_folder (path);
  close (fd);
}

static void
sweep_all (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

      if (g_str_has_prefix (name, BEGINNING))
        sweep (path);
    }
}

/* A folder that was made is not locked for a moment: another program may take it for one that was
 * left, and then it is gone. */
static gboolean
try_make (BwShelfFolder *self,
          GError       **error)
{
  self->fd = -1;
  self->path = g_dir_make_tmp (BEGINNING "XXXXXX", error);
  if (self->path == NULL)
    return FALSE;
  self->fd = open_locked (self->path);
  if (self->fd >= 0 && g_file_test (self->path, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (self->fd >= 0)
    close (self->fd);
  g_rmdir (self->path);
  g_clear_pointer (&self->path, g_free);

  return FALSE;
}

/**
 * bw_shelf_folder_make:
 *
 * Makes a folder that this user alone can look into.
 */
gboolean
bw_shelf_folder_make (BwShelfFolder *self,
                      GError       **error)
{
  g_autoptr(GError) failure = NULL;

  sweep_all ();
  for (guint i = 0; i < MOST_TRIES && failure == NULL; i++)
    {
      if (try_make (self, &failure))
        return TRUE;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("No temporary folder could be made."));

  return FALSE;
}

/**
 * bw_shelf_folder_remove:
 *
 * Throws it away with all that is in it.
 */
void
bw_shelf_folder_remove (BwShelfFolder *self)
{
  remove_folder (self->path);
  close (self->fd);
  g_clear_pointer (&self->path, g_free);
}
