/* Who has a workspace open for writing: one program at a time, which others can name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hidden file beside the workspace, ".NAME.lock", is locked by the program that has it, and says
 * who that is. The lock ends with the program, however it ends. A file share may not carry locks
 * from one machine to another: there what the file says counts, until somebody pushes it aside. */

#include "store/holder.h"

#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_TEXT 400

struct _BwHolder
{
  int   fd;
  char *path; /* of the lock */
};

static char *
lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, hidden, NULL);
}

/* What the lock file at @fd says: a machine, a line feed, and a sentence's part for a person. */
static char *
read_text (int fd)
{
  char text[MOST_TEXT + 1];
  const ssize_t n = pread (fd, text, MOST_TEXT, 0);

  return n > 0 ? g_utf8_make_valid (text, n) : g_strdup ("");
}

/* "Anna Berg on laptop-7" out of what the lock says. */
static char *
dup_who (const char *text)
{
  const char *line = strchr (text, '\n');
  g_autofree char *who = line != NULL ? g_strdup (line + 1) : NULL;

  if (who != NULL)
    g_strstrip (g_strdelimit (who, "\r\n\t", ' '));

  return who != NULL && *who != '\0' ? g_steal_pointer (&who) : g_strdup (_("another program"));
}

static gboolean
is_elsewhere (const char *text)
{
  const char *line = strchr (text, '\n');

  return line != NULL && line != text &&
         strncmp (text, g_get_host_name (), line - text) != 0;
}

static void
write_text (int fd)
{
  /* TRANSLATORS: a person's name and a machine's name */
  g_autofree char *who = g_strdup_printf (_("%s on %s"), g_get_real_name (), g_get_host_name ());
  g_autofree char *text = g_strdup_printf ("%s\n%s\n", g_get_host_name (), who);

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, MIN (strlen (text), MOST_TEXT), 0) < 0)
    g_debug ("the lock cannot say who has it: %s", g_strerror (errno));
}

/* Whether the file at @path is still the one that @fd has open: who releases a lock removes it. */
static gboolean
is_same_file (int         fd,
              const char *path)
{
  struct stat open_one;
  struct stat there;

  return fstat (fd, &open_one) == 0 && lstat (path, &there) == 0 &&
         open_one.st_dev == there.st_dev && open_one.st_ino == there.st_ino;
}

static int
open_lock (const char *path,
           GError    **error)
{
  const int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      const int code = errno;

      g_set_error (error, BW_STORE_ERROR,
                   code == ENOSPC ? BW_STORE_ERROR_FULL : BW_STORE_ERROR_READ_ONLY,
                   _("Nothing can be written beside the file: %s."), g_strerror (code));
    }

  return fd;
}

/* Whoever may read or write the workspace at @path sees who has it, and takes a lock that was left. */
static void
share_lock (int         fd,
            const char *path)
{
  struct stat there;

  if (stat (path, &there) != 0 || fchown (fd, -1, there.st_gid) != 0 || fchmod (fd, there.st_mode & 0666) != 0)
    g_debug ("the lock is for this account alone: %s", g_strerror (errno));
}

static void
refuse_held (const char *text,
             char      **other,
             GError    **error)
{
  g_autofree char *who = dup_who (text);

  /* TRANSLATORS: %s is "Anna Berg on laptop-7" */
  g_set_error (error, BW_STORE_ERROR, BW_STORE_ERROR_HELD, _("It is open for writing by %s."), who);
  if (other != NULL)
    *other = g_steal_pointer (&who);
}

/* Looks at a lock that another account has made and this one may read, not write.
 *
 * Returns: whether it was left and is gone; else @error says who has it, or is as it was */
static gboolean
clear_left (const char *lock,
            char      **other,
            GError    **error)
{
  const int fd = g_open (lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  g_autofree char *text = NULL;
  gboolean gone = FALSE;

  if (fd < 0)
    return FALSE;
  text = read_text (fd);
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && !is_elsewhere (text))
    {
      gone = is_same_file (fd, lock) && g_unlink (lock) == 0;
    }
  else
    {
      g_clear_error (error);
      refuse_held (text, other, error);
    }
  close (fd);

  return gone;
}

/**
 * bw_holder_take:
 * @path: of the workspace
 * @other: (out) (optional): who has it, where another program does
 *
 * Returns: (transfer full) (nullable): the hold on @path, or %NULL with @error set
 */
BwHolder *
bw_holder_take (const char *path,
                char      **other,
                GError    **error)
{
  g_autofree char *lock = lock_path (path);
  g_autofree char *text = NULL;
  g_autoptr(GError) failed = NULL;
  BwHolder *self;
  gboolean locked;
  gboolean gone;
  int fd;

  do
    {
      g_clear_error (&failed);
      fd = open_lock (lock, &failed);
      locked = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0;
      gone = fd >= 0 ? locked && !is_same_file (fd, lock) : clear_left (lock, other, &failed);
      if (gone && fd >= 0)
        close (fd);
    }
  while (gone);
  if (fd < 0)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }

  text = read_text (fd);
  if (!locked || is_elsewhere (text))
    {
      refuse_held (text, other, error);
      close (fd);
      return NULL;
    }

  write_text (fd);
  share_lock (fd, path);
  self = g_new (BwHolder, 1);
  self->fd = fd;
  self->path = g_steal_pointer (&lock);

  return self;
}

/**
 * bw_holder_release:
 * @self: (transfer full): a hold; others can take the workspace now
 */
void
bw_holder_release (BwHolder *self)
{
  g_unlink (self->path); /* while it is locked, so that nobody else's goes */
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/**
 * bw_holder_push_aside:
 * @path: of the workspace
 *
 * Forgets what the lock says of a program on another machine that is known to have ended. A lock of
 * this machine is not touched: it ends with its program.
 *
 * Returns: whether nothing is in the way any more
 */
gboolean
bw_holder_push_aside (const char *path,
                      GError    **error)
{
  g_autofree char *lock = lock_path (path);
  const int fd = open_lock (lock, error);
  gboolean free_now;

  if (fd < 0)
    return FALSE;
  free_now = flock (fd, LOCK_EX | LOCK_NB) == 0;
  if (free_now)
    {
      g_unlink (lock);
    }
  else
    {
      g_autofree char *text = read_text (fd);

      refuse_held (text, NULL, error);
    }
  close (fd);

  return free_now;
}
