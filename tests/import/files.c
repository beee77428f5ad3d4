/* Files for tests: bytes written where a test can read them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <glib/gstdio.h>
#include <string.h>

/* A file in a folder of its own, in the directory for temporary files. */
GFile *
bw_test_file (const char *name,
              const void *bytes,
              gssize      length)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bw-import-XXXXXX", &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
remove_file (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

/* Reads bytes as a file, and removes it. Fails the test where it cannot be read. */
BwSource *
bw_test_read (const char *name,
              const void *bytes,
              gssize      length)
{
  g_autoptr(GFile) file = bw_test_file (name, bytes, length);
  g_autoptr(GError) error = NULL;
  BwSource *source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);

  remove_file (file);
  g_assert_no_error (error);

  return source;
}

static void
describe_cell (GString        *text,
               const BwColumn *column,
               gsize           row)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (bw_column_is_missing (column, row))
    g_string_append (text, "?");
  else if (bw_column_get_numbers (column) != NULL)
    g_string_append (text, g_ascii_formatd (number, sizeof number, "%.10g",
                                            bw_column_get_numbers (column)[row]));
  else
    g_string_append (text, bw_column_get_text (column, row));
}

/* All of a table as text: "name:type=a,b,c name:type=…", "?" for a missing value. */
char *
bw_test_describe (const BwSource *source)
{
  BwTable *table = bw_source_get_table (source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      const BwColumn *column = bw_table_get_column (table, i);

      g_string_append_printf (text, "%s%s:%s=", i > 0 ? " " : "", bw_column_get_name (column),
                              bw_column_type_get_id (bw_column_get_type (column)));
      for (gsize row = 0; row < bw_table_get_n_rows (table); row++)
        {
          g_string_append (text, row > 0 ? "," : "");
          describe_cell (text, column, row);
        }
    }

  return g_string_free (text, FALSE);
}
