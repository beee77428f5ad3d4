/* What a file is: a workspace, a model or an export, told by its first bytes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any database counts as a workspace, and so does whatever is called one: opening it says best what
 * is wrong with it. No export is a JSON object, so that is a model, or says why it is none. */

#include "workspace/file-sort.h"

#include <string.h>

#define N_BYTES 256

static const char database[] = "SQLite format 3";

static BwFileSort
sort_by_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = name == NULL ? g_strdup ("") : g_ascii_strdown (name, -1);

  if (g_str_has_suffix (small, ".bellwether"))
    return BW_FILE_WORKSPACE;

  return g_str_has_suffix (small, ".json") ? BW_FILE_MODEL : BW_FILE_EXPORT;
}

static gboolean
is_object (const char *bytes,
           gsize       n_bytes)
{
  gsize i = n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (i < n_bytes && g_ascii_isspace (bytes[i]))
    i++;

  return i < n_bytes && bytes[i] == '{';
}

/**
 * bw_file_sort:
 *
 * Looks into the file, unless it is a pipe or a device, which might never answer, or cannot be read:
 * then its name decides. To be called in a worker.
 */
BwFileSort
bw_file_sort (GFile *file)
{
  const BwFileSort by_name = sort_by_name (file);
  char bytes[N_BYTES];
  gsize n_bytes = 0;
  g_autoptr(GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), BW_FILE_EXPORT);

  /* one that is open is left alone: closing it here would take SQLite's locks along */
  if (by_name == BW_FILE_WORKSPACE)
    return by_name;
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    stream = g_file_read (file, NULL, NULL);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, N_BYTES, &n_bytes, NULL, NULL))
    return by_name;
  if (n_bytes >= sizeof database && memcmp (bytes, database, sizeof database) == 0)
    return BW_FILE_WORKSPACE;

  return by_name == BW_FILE_EXPORT && is_object (bytes, n_bytes) ? BW_FILE_MODEL : by_name;
}

static void
sort_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GPtrArray *files = task_data;
  GArray *sorts = g_array_new (FALSE, FALSE, sizeof (BwFileSort));

  for (guint i = 0; i < files->len; i++)
    {
      const BwFileSort sort = bw_file_sort (files->pdata[i]);

      g_array_append_val (sorts, sort);
    }

  g_task_return_pointer (task, sorts, (GDestroyNotify) g_array_unref);
}

/**
 * bw_file_sort_async:
 * @files: (array length=n_files):
 *
 * As bw_file_sort() for each, in a worker.
 */
void
bw_file_sort_async (GFile *const       *files,
                    guint               n_files,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (copy, g_object_ref (files[i]));
  g_task_set_source_tag (task, bw_file_sort_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, sort_in_thread);
}

/**
 * bw_file_sort_finish:
 *
 * Returns: (transfer full) (element-type BwFileSort): one for each file, in their order
 */
GArray *
bw_file_sort_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
