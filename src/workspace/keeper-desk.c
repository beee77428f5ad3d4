/* An open file, as its writer's thread uses it: made when first written, and whether it still stands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-desk.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Notes which file it is that is open, so that another in its place is known. */
static void
note_place (BwDesk *self)
{
  GStatBuf there;

  if (g_stat (self->path, &there) != 0)
    return;

  self->device = there.st_dev;
  self->inode = there.st_ino;
}

/**
 * bw_desk_new:
 * @store: (transfer full) (nullable): the file at @path; %NULL where it is to be made
 */
BwDesk *
bw_desk_new (const char *path,
             BwStore    *store)
{
  BwDesk *self = g_new0 (BwDesk, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->store = store;
  if (store != NULL)
    note_place (self);

  return self;
}

BwDesk *
bw_desk_ref (BwDesk *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/* The last one closes the file; that may wait for the disk. */
void
bw_desk_unref (BwDesk *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->shelf, bw_shelf_free);
  g_clear_pointer (&self->store, bw_store_close);
  g_free (self->path);
  g_free (self);
}

static gboolean
make_folder (const char *path,
             GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  code = errno;
  /* TRANSLATORS: a folder and the system's reason */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("The folder “%s” cannot be made: %s."), folder, g_strerror (code));

  return FALSE;
}

/**
 * bw_desk_make:
 *
 * Makes the file, in a folder that is made too, where that was not done before.
 */
gboolean
bw_desk_make (BwDesk  *self,
              GError **error)
{
  if (self->store != NULL)
    return TRUE;

  if (!make_folder (self->path, error))
    return FALSE;
  self->store = bw_store_create (self->path, error);
  if (self->store != NULL)
    note_place (self);
  else
    g_prefix_error (error, _("A file for your work cannot be made: "));

  return self->store != NULL;
}

static gboolean
fail_gone (BwDesk  *self,
           int      code,
           GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (code == ENOENT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("“%s” is no longer where it was: it was moved or deleted. Put it back, or use Save As."),
                 name);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("“%s” cannot be reached: %s."), name,
                 g_strerror (code));

  return FALSE;
}

/**
 * bw_desk_stands:
 *
 * Returns: whether the open file is still the one at its path
 */
gboolean
bw_desk_stands (BwDesk  *self,
                GError **error)
{
  GStatBuf there;
  g_autofree char *name = NULL;

  if (g_stat (self->path, &there) != 0)
    return fail_gone (self, errno, error);
  if (there.st_dev == self->device && there.st_ino == self->inode)
    return TRUE;

  name = g_path_get_basename (self->path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
               _("Another file was put in the place of “%s”; it is left as it is. Use Save As to keep "
                 "your work under another name."), name);

  return FALSE;
}

/**
 * bw_desk_get_shelf:
 *
 * Returns: (transfer none) (nullable): the kept exports, or %NULL with @error set
 */
BwShelf *
bw_desk_get_shelf (BwDesk  *self,
                   GError **error)
{
  if (self->shelf == NULL)
    self->shelf = bw_shelf_new (self->store, error);

  return self->shelf;
}

/**
 * bw_desk_remove:
 * @path: of a file that nobody has open
 *
 * Deletes a file, and what is left of a change that a crash cut off.
 */
gboolean
bw_desk_remove (const char *path,
                GError    **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  int code;

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      code = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("“%s” could not be deleted: %s."), path,
                   g_strerror (code));
      return FALSE;
    }
  g_unlink (journal);

  return TRUE;
}

/**
 * bw_desk_get_size:
 *
 * Returns: how many bytes the file has
 */
goffset
bw_desk_get_size (BwDesk *self)
{
  GStatBuf there;

  return g_stat (self->path, &there) == 0 ? there.st_size : 0;
}
