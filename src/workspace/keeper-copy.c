/* A copy of what is open, with what is not in the file yet: whole, and only then in its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy is made beside its place, under a name of its own. A file that cannot be copied, since it
 * is damaged or gone, is made anew out of what is in memory, with its exports where they can still be
 * read. Runs in the writer's thread. */

#include "workspace/keeper-copy.h"

#include "files/replace.h"
#include "store/damage.h"
#include "store/holder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
bw_copying_free (BwCopying *self)
{
  bw_desk_unref (self->from);
  g_free (self->path);
  bw_batch_free (self->behind);
  bw_batch_free (self->whole);
  g_clear_pointer (&self->to, bw_desk_unref);
  g_free (self);
}

/* Whether nobody has open what is in the place of the copy. */
static gboolean
is_free (const char *path,
         GError    **error)
{
  g_autoptr(BwHolder) holder = bw_holder_take (path, NULL, error);

  return holder != NULL;
}

/* A copy of the open file at @path, open for writing; NULL where it cannot be copied. */
static BwStore *
copy_store (BwCopying  *self,
            const char *path)
{
  g_autoptr(BwStore) store = NULL;

  if (self->damaged || self->from->store == NULL || !bw_store_copy (self->from->store, path, NULL))
    return NULL;

  store = bw_store_open (path, BW_ACCESS_WRITE, NULL);
  if (store != NULL && bw_store_may_write (store) && !bw_store_is_damaged (store))
    return g_steal_pointer (&store);

  g_unlink (path);

  return NULL;
}

/* Reads the exports of a file that cannot be copied, as far as they are whole. */
static void
add_exports (BwCopying *self)
{
  BwBatch *batch = self->whole;
  BwPendingData *data = batch->data->len > 0 ? g_ptr_array_index (batch->data, 0) : NULL;
  BwShelf *shelf;

  if (data == NULL || data->intake != NULL || self->from->store == NULL)
    return;
  shelf = bw_desk_get_shelf (self->from, NULL);
  if (shelf != NULL)
    bw_shelf_read (shelf, NULL, NULL, NULL, &data->intake, NULL);
}

/* Gives up the exports, which have gone; what was read from them stays. */
static gboolean
drop_exports (BwBatch *batch)
{
  gboolean dropped = FALSE;

  for (guint i = 0; i < batch->data->len; i++)
    {
      BwPendingData *data = g_ptr_array_index (batch->data, i);

      dropped |= data->intake != NULL;
      g_clear_pointer (&data->intake, bw_intake_unref);
    }

  return dropped;
}

/* Writes what @desk does not have, without exports where these cannot be read any more. */
static gboolean
write_rest (BwCopying *self,
            BwDesk    *desk,
            GError   **error)
{
  BwBatch *batch = self->used;

  do
    {
      g_clear_error (&batch->error);
      g_clear_pointer (&batch->desk, bw_desk_unref);
      batch->desk = bw_desk_ref (desk);
      bw_batch_write (batch);
    }
  while (batch->error != NULL && drop_exports (batch));
  if (batch->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&batch->error));

  return FALSE;
}

static gboolean
write_all (BwCopying  *self,
           const char *path,
           GError    **error)
{
  BwStore *store = copy_store (self, path);
  g_autoptr(BwDesk) desk = NULL;

  self->used = store != NULL ? self->behind : self->whole;
  if (store == NULL)
    {
      add_exports (self);
      store = bw_store_create (path, error);
    }
  if (store == NULL)
    return FALSE;

  desk = bw_desk_new (path, store);

  return write_rest (self, desk, error);
}

static gboolean
put_in_place (const char *made,
              const char *path,
              GError    **error)
{
  int code;

  if (g_rename (made, path) == 0)
    return bw_sync_folder_of (path, error);

  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("The file could not be put in its place: %s."),
               g_strerror (code));

  return FALSE;
}

/**
 * bw_copying_run:
 *
 * Returns: whether the copy stands at its place, on the disk; where not, what was there is as it was
 */
gboolean
bw_copying_run (BwCopying *self,
                GError   **error)
{
  g_autofree char *made = g_strdup_printf ("%s.%08x", self->path, g_random_int ());
  BwStore *store;

  if (!is_free (self->path, error))
    return FALSE;
  if (!write_all (self, made, error) || !put_in_place (made, self->path, error))
    {
      g_unlink (made);
      return FALSE;
    }
  if (!self->go_on)
    return TRUE;

  store = bw_store_open (self->path, BW_ACCESS_WRITE, error);
  if (store != NULL)
    self->to = bw_desk_new (self->path, store);

  return store != NULL;
}
