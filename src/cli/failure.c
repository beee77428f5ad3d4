/* What is wrong with a call or with its files, said on standard error. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"

#include <glib/gi18n-lib.h>

#define MOST_BYTES (64 * 1024 * 1024)

/* The message in one line that a terminal shows as it is: names in it come from files. */
static char *
to_line (const char *message)
{
  g_autofree char *text = g_utf8_make_valid (message, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const GUnicodeType type = g_unichar_type (c);

      if (g_unichar_isspace (c))
        g_string_append_unichar (line, c == 0xa0 || c == 0x202f ? c : ' ');
      else
        g_string_append_unichar (line, type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ? 0xfffd : c);
    }

  return g_string_free (line, FALSE);
}

/**
 * bw_fail:
 *
 * Says on standard error, in one line, why the input could not be used, and with which option it
 * could be.
 */
BwExit
bw_fail (const GError *error)
{
  g_autofree char *line = to_line (error->message);

  if (g_error_matches (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_SEVERAL))
    /* TRANSLATORS: what is wrong, and what to write behind the command */
    g_printerr (_("bellwether-cli: %s (with --sheet NAME)"), line);
  else
    g_printerr ("bellwether-cli: %s", line);
  g_printerr ("\n");

  return BW_EXIT_INPUT;
}

/**
 * bw_wrong_usage:
 *
 * Says on standard error what is wrong with the call.
 */
BwExit
bw_wrong_usage (const char *command,
                const char *what)
{
  g_printerr ("bellwether-cli %s: %s\n", command, what);
  g_printerr (_("“bellwether-cli %s --help” shows how it is called."), command);
  g_printerr ("\n");

  return BW_EXIT_USAGE;
}

/**
 * bw_check_document:
 * @file: a model or a mapping
 * @path: as it was given
 *
 * A pipe may never end and a device never does; what a model or a mapping needs fits many times.
 *
 * Returns: whether it may be loaded
 */
gboolean
bw_check_document (GFile      *file,
                   const char *path,
                   GError    **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                                 G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *what = NULL;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    what = _("this is a pipe or a device; save its data to a file first");
  else if (info != NULL && g_file_info_get_size (info) > MOST_BYTES)
    what = _("this is far too large for a model or a mapping");
  if (what != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, what);

  return what == NULL;
}
