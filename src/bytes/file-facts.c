/* What a file looks like from outside: whether it is one, and whether it is still the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/file-facts.h"

#include "report/error.h"

#include <glib/gi18n-lib.h>

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","                            \
  G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_TIME_MODIFIED ","                    \
  G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/**
 * bw_file_facts_query:
 * @name: of the file, for the message
 *
 * Returns: (transfer full): what @file looks like now, or %NULL with @error set
 */
GFileInfo *
bw_file_facts_query (GFile        *file,
                     const char   *name,
                     GCancellable *cancellable,
                     GError      **error)
{
  GFileInfo *facts = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable,
                                        error);

  if (facts == NULL)
    g_prefix_error (error, _("“%s” cannot be read: "), name);

  return facts;
}

static gboolean
refuse (const char *what,
        GError    **error)
{
  g_set_error_literal (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE, what);

  return FALSE;
}

/**
 * bw_file_facts_check:
 * @name: of the file, for the message
 *
 * Returns: %TRUE where it is a file; else %FALSE with @error set
 */
gboolean
bw_file_facts_check (GFileInfo  *facts,
                     const char *name,
                     GError    **error)
{
  g_autofree char *what = NULL;

  switch ((GFileType) g_file_info_get_attribute_uint32 (facts, G_FILE_ATTRIBUTE_STANDARD_TYPE))
    {
    case G_FILE_TYPE_DIRECTORY:
      what = g_strdup_printf (_("“%s” is a folder; choose a file in it"), name);
      return refuse (what, error);

    case G_FILE_TYPE_SPECIAL:
      what = g_strdup_printf (_("“%s” is a pipe or a device; save its data to a file first"),
                              name);
      return refuse (what, error);

    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
      what = g_strdup_printf (_("“%s” is a place, not a file; choose a file in it"), name);
      return refuse (what, error);

    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_REGULAR:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    default:
      return TRUE;
    }
}

static gboolean
is_same (GFileInfo  *a,
         GFileInfo  *b,
         const char *attribute)
{
  return g_file_info_get_attribute_uint64 (a, attribute)
         == g_file_info_get_attribute_uint64 (b, attribute);
}

/**
 * bw_file_facts_still_hold:
 *
 * Returns: whether @file looks as it did when @facts were queried
 */
gboolean
bw_file_facts_still_hold (GFileInfo *facts,
                          GFile     *file)
{
  g_autoptr(GFileInfo) now = bw_file_facts_query (file, "", NULL, NULL);

  return now != NULL
         && is_same (now, facts, G_FILE_ATTRIBUTE_STANDARD_SIZE)
         && is_same (now, facts, G_FILE_ATTRIBUTE_TIME_MODIFIED)
         && g_file_info_get_attribute_uint32 (now, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC)
         == g_file_info_get_attribute_uint32 (facts, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/**
 * bw_file_facts_get_modified:
 *
 * Returns: when the file was last written, in microseconds since 1970; 0 where not known
 */
gint64
bw_file_facts_get_modified (GFileInfo *facts)
{
  return (gint64) g_file_info_get_attribute_uint64 (facts, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
         g_file_info_get_attribute_uint32 (facts, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}
