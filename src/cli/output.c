/* Where results go: standard output, or a file that is replaced as a whole or not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/output.h"

#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

/**
 * bw_output_open:
 * @path: (nullable): a file, or %NULL or "-" for standard output
 *
 * Returns: (transfer full): a stream to write to; close it with bw_output_close()
 */
GOutputStream *
bw_output_open (const char *path,
                GError    **error)
{
  g_autoptr(GFile) file = NULL;
  GFileOutputStream *stream;

  if (path == NULL || g_str_equal (path, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  file = g_file_new_for_commandline_arg (path);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    g_prefix_error (error, "%s: ", path);

  return (GOutputStream *) stream;
}

/**
 * bw_output_close:
 * @stream: (transfer full)
 * @keep: whether all went well; if not, a file that was there before stays as it was
 */
gboolean
bw_output_close (GOutputStream *stream,
                 gboolean       keep,
                 GError       **error)
{
  g_autoptr(GOutputStream) owned = stream;
  g_autoptr(GCancellable) give_up = g_cancellable_new ();

  if (keep)
    return g_output_stream_close (owned, NULL, error);

  g_cancellable_cancel (give_up);
  g_output_stream_close (owned, give_up, NULL);

  return FALSE;
}

/**
 * bw_output_write_text:
 * @path: (nullable): as for bw_output_open()
 * @length: bytes of @text, or -1 where it ends in a NUL
 */
gboolean
bw_output_write_text (const char *path,
                      const char *text,
                      gssize      length,
                      GError    **error)
{
  GOutputStream *stream = bw_output_open (path, error);
  gboolean written;

  if (stream == NULL)
    return FALSE;

  written = g_output_stream_write_all (stream, text, length < 0 ? strlen (text) : (gsize) length,
                                       NULL, NULL, error);

  return bw_output_close (stream, written, error) && written;
}
