/* What there is to choose from in a workbook or an archive, before any of it is read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/file-facts.h"
#include "bytes/packed.h"
#include "import/source.h"

#include <string.h>

/* Whether @file begins as ZIP files do. */
static gboolean
is_packed (GFile        *file,
           const char   *name,
           gboolean     *packed,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(GFileInfo) facts = bw_file_facts_query (file, name, cancellable, error);
  g_autoptr(GFileInputStream) stream = NULL;
  char start[4];
  gsize n;

  if (facts == NULL || !bw_file_facts_check (facts, name, error))
    return FALSE;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &n,
                                                  cancellable, error))
    return FALSE;

  *packed = n == sizeof start && memcmp (start, "PK\3\4", 4) == 0;

  return TRUE;
}

/**
 * bw_source_list_sheets:
 *
 * Looks into a workbook or an archive, without reading a table. May run in any thread.
 *
 * Returns: (transfer full) (nullable): the names of the sheets that are shown, or of the files that
 *   may be tables, each good for the reading's sheet; %NULL where @file is neither, and with @error
 *   set
 */
GStrv
bw_source_list_sheets (GFile        *file,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  gboolean packed;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!is_packed (file, name, &packed, cancellable, error) || !packed)
    return NULL;

  return bw_packed_list (file, name, cancellable, error);
}
