/* Where a reader stands in the file, and how it fails there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/json-reader.h"

/**
 * bw_reader_fail:
 * @format: a sentence on what is wrong and what to do, without file and path
 *
 * Returns: %FALSE, with the error set
 */
gboolean
bw_reader_fail (BwReader   *self,
                const char *format,
                ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (self->error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE, "%s: %s%s%s",
               self->file_name, self->path->str, self->path->len > 0 ? ": " : "", what);

  return FALSE;
}

/**
 * bw_reader_enter:
 *
 * Lengthens the path by a key.
 *
 * Returns: the mark that bw_reader_leave() takes to shorten it again
 */
gsize
bw_reader_enter (BwReader   *self,
                 const char *key)
{
  const gsize mark = self->path->len;

  g_string_append_printf (self->path, "%s%s", mark > 0 ? "." : "", key);

  return mark;
}

gsize
bw_reader_enter_item (BwReader *self,
                      guint     index)
{
  const gsize mark = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);

  return mark;
}

void
bw_reader_leave (BwReader *self,
                 gsize     mark)
{
  g_string_truncate (self->path, mark);
}
