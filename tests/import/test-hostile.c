/* Tables of shapes that no person makes are read like any other, and in no more time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <string.h>

#define MANY_COLUMNS 60000

static GString *
wide_line (const char *format,
           guint       factor)
{
  GString *line = g_string_new (NULL);

  for (guint i = 1; i <= MANY_COLUMNS; i++)
    {
      g_string_append_printf (line, format, i * factor);
      g_string_append_c (line, i < MANY_COLUMNS ? ',' : '\n');
    }

  return line;
}

static BwSource *
read_wide (const char *header)
{
  g_autoptr(GString) text = wide_line (header, 1);

  for (guint i = 1; i <= 4; i++)
    {
      g_autoptr(GString) line = wide_line ("%u", i);

      g_string_append_len (text, line->str, line->len);
    }

  return bw_test_read ("wide.csv", text->str, text->len);
}

static void
check_numbers (const BwSource *source)
{
  BwTable *table = bw_source_get_table (source);

  g_assert_cmpuint (bw_table_get_n_columns (table), ==, MANY_COLUMNS);
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, 4);
  for (guint i = 0; i < MANY_COLUMNS; i += 499)
    {
      const BwColumn *column = bw_table_get_column (table, i);

      for (guint row = 0; row < 4; row++)
        g_assert_cmpfloat (bw_column_get_numbers (column)[row], ==, (i + 1.0) * (row + 1.0));
    }
}

/* A header that is longer by itself than what is looked at of most files. */
static void
test_many_columns (void)
{
  g_autoptr(BwSource) source = read_wide ("column %u");

  check_numbers (source);
  g_assert_cmpuint (bw_report_get_n_problems (bw_source_get_report (source)), ==, 0);
}

static void
test_same_names (void)
{
  g_autoptr(BwSource) source = read_wide ("seats");
  BwTable *table = bw_source_get_table (source);

  check_numbers (source);
  g_assert_cmpstr (bw_column_get_name (bw_table_get_column (table, 0)), ==, "seats");
  g_assert_cmpstr (bw_column_get_name (bw_table_get_column (table, 1)), ==, "seats 2");
  g_assert_cmpstr (bw_column_get_name (bw_table_get_column (table, MANY_COLUMNS - 1)), ==,
                   "seats 60000");
  g_assert_cmpuint (bw_report_get_n_problems (bw_source_get_report (source)), ==,
                    MANY_COLUMNS - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/many-columns", test_many_columns);
  g_test_add_func ("/hostile/same-names", test_same_names);

  return g_test_run ();
}
