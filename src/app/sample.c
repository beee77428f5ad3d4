/* The exports of the sample company. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/sample.h"

#include <glib/gi18n-lib.h>

#define MOST_SAMPLE_FILES 100

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile *const *) b);

  return strcmp (name_a, name_b);
}

/**
 * bw_sample_list:
 * @folder: with the sample
 *
 * Returns: (transfer full) (element-type GFile): its exports, in the order of their names
 */
GPtrArray *
bw_sample_list (GFile   *folder,
                GError **error)
{
  g_autoptr(GFileEnumerator) entries =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE,
                               NULL, error);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GFile *file = NULL;

  if (entries == NULL)
    return NULL;
  while (g_file_enumerator_iterate (entries, NULL, &file, NULL, NULL) && file != NULL &&
         files->len < MOST_SAMPLE_FILES)
    {
      g_autofree char *name = g_file_get_basename (file);

      if (g_str_has_suffix (name, ".csv"))
        g_ptr_array_add (files, g_object_ref (file));
    }
  if (files->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("The folder “%s” has no sample data. Installing Bellwether again brings it "
                     "back."), g_file_peek_path (folder));
      return NULL;
    }

  g_ptr_array_sort (files, compare_files);

  return g_steal_pointer (&files);
}
