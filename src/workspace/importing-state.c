/* What there is of an import in the making: copied for a worker, taken back from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/importing-private.h"

void
bw_unread_free (BwUnread *self)
{
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->reason);
  bw_reading_free (self->choices);
  g_strfreev (self->sheets);
  g_free (self);
}

/**
 * bw_unread_new:
 * @choices: (nullable): how it was tried to be read
 *
 * Looks into the file for what there is to choose from; to be called in a worker.
 */
BwUnread *
bw_unread_new (GFile           *file,
               const GError    *error,
               const BwReading *choices,
               GCancellable    *cancellable)
{
  BwUnread *self = g_new0 (BwUnread, 1);
  g_autofree char *name = g_file_get_basename (file);

  self->file = g_object_ref (file);
  self->name = g_filename_display_name (name);
  self->reason = g_strdup (error->message);
  self->choices = choices != NULL ? bw_reading_copy (choices) : bw_reading_new ();
  self->sheets = bw_source_list_sheets (file, cancellable, NULL);

  return self;
}

/* A GCopyFunc. */
gpointer
bw_unread_copy (gconstpointer data,
                gpointer      user_data)
{
  const BwUnread *from = data;
  BwUnread *copy = g_new0 (BwUnread, 1);

  copy->file = g_object_ref (from->file);
  copy->name = g_strdup (from->name);
  copy->reason = g_strdup (from->reason);
  copy->choices = bw_reading_copy (from->choices);
  copy->sheets = g_strdupv (from->sheets);

  return copy;
}

/**
 * bw_importing_new_choices:
 *
 * Returns: (transfer full) (element-type utf8 BwReading): nothing chosen
 */
GHashTable *
bw_importing_new_choices (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bw_reading_free);
}

void
bw_import_state_copy (const BwImportState *from,
                      BwImportState       *to)
{
  *to = *from;
  to->intake = from->intake == NULL ? NULL : bw_intake_ref (from->intake);
  to->inspected = from->inspected == NULL ? NULL : bw_intake_ref (from->inspected);
  to->sizes = from->sizes == NULL ? NULL : g_array_ref (from->sizes);
  to->namesakes.name = g_strdup (from->namesakes.name);
  to->unread = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_unread_free);
  for (guint i = 0; from->unread != NULL && i < from->unread->len; i++)
    g_ptr_array_add (to->unread, bw_unread_copy (from->unread->pdata[i], NULL));
}

void
bw_import_state_clear (BwImportState *self)
{
  g_clear_pointer (&self->intake, bw_intake_unref);
  g_clear_pointer (&self->inspected, bw_intake_unref);
  g_clear_pointer (&self->unread, g_ptr_array_unref);
  g_clear_pointer (&self->sizes, g_array_unref);
  g_clear_pointer (&self->namesakes.name, g_free);
}

/**
 * bw_import_state_weigh:
 *
 * Asks how large the files are; to be called in a worker.
 */
void
bw_import_state_weigh (BwImportState *self)
{
  g_clear_pointer (&self->sizes, g_array_unref);
  self->sizes = g_array_new (FALSE, FALSE, sizeof (goffset));
  for (guint i = 0; self->intake != NULL && i < bw_intake_get_n_sources (self->intake); i++)
    {
      GFile *file = bw_intake_get_file (self->intake, i);
      g_autoptr(GFileInfo) info =
        file == NULL ? NULL : g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
      const goffset size = info == NULL ? 0 : g_file_info_get_size (info);

      g_array_append_val (self->sizes, size);
    }
}
