/* Where results go: standard output, or a file that is replaced as a whole or not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/output.h"

#include "files/replace.h"

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
  GOutputStream *stream;

  if (path == NULL || g_str_equal (path, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  file = g_file_new_for_commandline_arg (path);
  stream = bw_replace_begin (file, error);
  if (stream == NULL)
    g_prefix_error (error, "%s: ", path);

  return stream;
}

/**
 * bw_output_blame:
 * @done: whether @path was written
 *
 * Puts the name of the file before what went wrong with it.
 *
 * Returns: @done
 */
gboolean
bw_output_blame (const char *path,
                 gboolean    done,
                 GError    **error)
{
  if (!done)
    g_prefix_error (error, "%s: ", path);

  return done;
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
  return bw_replace_end (stream, keep, error);
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
