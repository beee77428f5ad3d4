/* A file that is written beside an older one and takes its place when it is whole, and on the disk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is exported goes this way. What is written can be read by the user alone until it stands
 * in its place; then it has the mode of the file that was there, or that of any new file. A link is
 * followed: it stays a link, and what it leads to is replaced. A place without a path, such as a
 * server's, has no rename of ours: GIO does there what it can. A program that is killed leaves what it
 * was writing; its lock ends with it, and the next that writes to that folder takes the file along. */

#define _GNU_SOURCE /* renameat2() */
#include "files/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEY "bw-replacement"
#define BEGINNING ".bellwether-"
#define RANDOM "XXXXXX"
#define LEAST_AGE 60 /* s after its last change that a file is taken for one that was left */

/**
 * Replacement:
 * @path: of what is replaced
 * @made: of what is being written, beside it
 * @mode: that @path has in the end
 */
typedef struct
{
  char  *path;
  char  *made;
  int    fd;
  mode_t mode;
} Replacement;

static gboolean
fail (int      code,
      GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));

  return FALSE;
}

static void
replacement_free (Replacement *self)
{
  g_free (self->path);
  g_free (self->made);
  g_free (self);
}

/* Removes @path where it is a file of this user that nobody writes any more. */
static void
sweep (const char *path)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct stat found;
  int fd;

  if (lstat (path, &found) != 0 || !S_ISREG (found.st_mode) || found.st_uid != getuid () ||
      now - (gint64) found.st_mtime < LEAST_AGE)
    return;
  fd = g_open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    g_unlink (path);
  close (fd);
}

static void
sweep_all (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, BEGINNING) && strlen (name) == strlen (BEGINNING RANDOM))
        sweep (path);
    }
}

/* An empty file beside @path that the user alone can read, locked as long as it is open; its name
 * becomes that of @made. */
static int
make_beside (const char *path,
             char      **made)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  sweep_all (folder);
  *made = g_build_filename (folder, BEGINNING RANDOM, NULL);
  fd = g_mkstemp_full (*made, O_WRONLY | O_CLOEXEC, 0600);
  if (fd >= 0)
    flock (fd, LOCK_EX | LOCK_NB); /* where there are no locks nobody can take it either */

  return fd;
}

/* The mode that a new file has. The mask cannot be asked for without changing it for other threads,
 * but the kernel tells it; where that is not readable, a new file is for the user alone. */
static mode_t
find_new_mode (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0600;
  line = strstr (status, "\nUmask:");

  return line != NULL ? 0666 & ~(mode_t) g_ascii_strtoull (line + strlen ("\nUmask:"), NULL, 8) : 0600;
}

/* Where a link leads, or the same; what is not there yet may be led to as well. */
static char *
follow (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (target == NULL)
        break;
      folder = g_path_get_dirname (at);
      next = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (at);
      at = next;
    }

  return g_steal_pointer (&at);
}

/* Whether the file at @self's path may be replaced, if there is one. */
static gboolean
look_at (Replacement *self,
         GError     **error)
{
  struct stat found;

  if (g_stat (self->path, &found) != 0)
    {
      if (errno != ENOENT)
        return fail (errno, error);
      self->mode = find_new_mode ();
      return TRUE;
    }
  self->mode = found.st_mode & 0777;
  if (!S_ISREG (found.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR,
                           S_ISDIR (found.st_mode) ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE,
                           S_ISDIR (found.st_mode) ? _("this is a folder; give the name of a file")
                                                   : _("this is a pipe or a device; give the name of a file"));
      return FALSE;
    }

  return g_access (self->path, W_OK) == 0 || fail (errno, error);
}

/**
 * bw_replace_begin:
 * @file: what is to be written; it need not be there
 *
 * Nothing of @file changes before bw_replace_end().
 *
 * Returns: (transfer full) (nullable): a stream to write to, or %NULL with @error set
 */
GOutputStream *
bw_replace_begin (GFile   *file,
                  GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  Replacement *self;
  GOutputStream *stream;

  if (path == NULL)
    return G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error));

  self = g_new0 (Replacement, 1);
  self->path = follow (path);
  if (!look_at (self, error) || (self->fd = make_beside (self->path, &self->made)) < 0)
    {
      if (error == NULL || *error == NULL)
        fail (errno, error);
      replacement_free (self);
      return NULL;
    }
  stream = g_unix_output_stream_new (self->fd, TRUE);
  g_object_set_data_full (G_OBJECT (stream), KEY, self, (GDestroyNotify) replacement_free);

  return stream;
}

/**
 * bw_sync_folder_of:
 * @path: of a file
 *
 * Waits until what its folder says of it is on the disk.
 */
gboolean
bw_sync_folder_of (const char *path,
                   GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);
  /* some file systems have no such thing, and then need none */
  const gboolean done = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP);
  const int code = errno;

  if (fd >= 0)
    close (fd);

  return done || fail (code, error);
}

/* GIO's own replacement: closing one that is cancelled keeps the old file. */
static gboolean
end_elsewhere (GOutputStream *stream,
               gboolean       keep,
               GError       **error)
{
  g_autoptr(GCancellable) give_up = g_cancellable_new ();

  if (keep)
    return g_output_stream_close (stream, NULL, error);
  g_cancellable_cancel (give_up);
  g_output_stream_close (stream, give_up, NULL);

  return FALSE;
}

static gboolean
settle (const Replacement *self,
        GOutputStream     *stream,
        GError           **error)
{
  if (fchmod (self->fd, self->mode) != 0 || fsync (self->fd) != 0)
    return fail (errno, error);

  return g_output_stream_close (stream, NULL, error) &&
         (g_rename (self->made, self->path) == 0 || fail (errno, error));
}

static gboolean
end_here (const Replacement *self,
          GOutputStream     *stream,
          gboolean           keep,
          GError           **error)
{
  if (keep && settle (self, stream, error))
    {
      bw_sync_folder_of (self->path, NULL); /* the file is there: a failure would be no news of it */
      return TRUE;
    }
  g_output_stream_close (stream, NULL, NULL);
  g_unlink (self->made);

  return FALSE;
}

/**
 * bw_replace_end:
 * @stream: (transfer full): of bw_replace_begin()
 * @keep: whether all was written; if not, @error is set already, and what was there stays
 *
 * Returns: whether the file is whole and in its place; where not, what was there is as it was
 */
gboolean
bw_replace_end (GOutputStream *stream,
                gboolean       keep,
                GError       **error)
{
  const Replacement *self = g_object_get_data (G_OBJECT (stream), KEY);
  const gboolean done = self != NULL ? end_here (self, stream, keep, error)
                                     : end_elsewhere (stream, keep, error);

  g_object_unref (stream);

  return done;
}

/**
 * bw_replace_bytes:
 *
 * Writes @file as a whole, or leaves it as it was.
 */
gboolean
bw_replace_bytes (GFile        *file,
                  GBytes       *bytes,
                  GCancellable *cancellable,
                  GError      **error)
{
  GOutputStream *stream = bw_replace_begin (file, error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return stream != NULL &&
         bw_replace_end (stream, g_output_stream_write_all (stream, data, size, NULL, cancellable, error),
                         error);
}

/**
 * bw_replace_text:
 * @text: ends in a NUL, which is not written
 *
 * As bw_replace_bytes().
 */
gboolean
bw_replace_text (GFile      *file,
                 const char *text,
                 GError    **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return bw_replace_bytes (file, bytes, NULL, error);
}

/* With a link instead of a rename: for a while the file has both names. */
static gboolean
link_name (const char *made,
           const char *path)
{
  const gboolean linked = link (made, path) == 0;
  struct stat found;

  if (!linked && (errno == EEXIST || lstat (path, &found) == 0))
    {
      errno = EEXIST;
      return FALSE;
    }
  if (linked)
    g_unlink (made); /* a failure is no news of @path; who makes it again takes @made along */

  return linked || g_rename (made, path) == 0; /* without links: nothing was at @path a moment ago */
}

/* Renames in one go, so that a loss of power leaves one name or the other, where the file system can. */
static gboolean
give_name (const char *made,
           const char *path)
{
#ifdef RENAME_NOREPLACE
  if (renameat2 (AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
#endif

  return link_name (made, path);
}

/**
 * bw_name_new:
 * @made: a file, on the same file system
 * @path: its new name, which nothing must have
 *
 * Returns: whether @made is called @path now, on the disk; else @error is set, %G_IO_ERROR_EXISTS where
 *   something was there before, and nothing new is there
 */
gboolean
bw_name_new (const char *made,
             const char *path,
             GError    **error)
{
  if (!give_name (made, path))
    return fail (errno, error);
  if (bw_sync_folder_of (path, error))
    return TRUE;
  g_unlink (path);

  return FALSE;
}
