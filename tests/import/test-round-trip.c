/* Any table, written in any dialect and encoding, comes back cell for cell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <string.h>

#define N_TABLES 400

typedef struct
{
  const char *encoding;
  const char *mark; /* at the start, as UTF-8 */
  gboolean    unicode;
} Encoding;

static const Encoding encodings[] = {
  { "UTF-8", "", TRUE },
  { "UTF-8", "\uFEFF", TRUE },
  { "UTF-16LE", "\uFEFF", TRUE },
  { "UTF-16BE", "\uFEFF", TRUE },
  { "UTF-32LE", "\uFEFF", TRUE },
  { "UTF-32BE", "\uFEFF", TRUE },
  { "UTF-16LE", "", FALSE },
  { "UTF-8", "", FALSE },
};

static const char *const line_ends[] = { "\n", "\r\n", "\r", "\r\r\n" };
static const char        delimiters[] = ",;\t|";

static const char *const words[] = {
  "alpha", "Beta Ltd", "gamma", "say \"hi\"", "two\nlines", "a,b", "c;d", "", "x|y", "7", "3.25",
  "2026-01-31", "O'Brien", "tab\there", "yes",
};

static const char *const accents[] = { "Müller", "北京", "Łódź", "naïve", "€5" };

typedef struct
{
  GPtrArray  *cells; /* by row, then column */
  guint       n_rows;
  guint       n_columns;
  char        delimiter;
  const char *line_end;
} Sheet;

static char *
random_cell (GRand   *rand,
             gboolean unicode,
             guint    row,
             guint    column)
{
  if (row == 0)
    return g_strdup_printf ("column_%u", column);
  if (column == 0)
    return g_strdup_printf ("C-%04u", row);
  if (unicode && g_rand_int_range (rand, 0, 4) == 0)
    return g_strdup (accents[g_rand_int_range (rand, 0, G_N_ELEMENTS (accents))]);

  return g_strdup (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
}

static void
write_cell (GString     *text,
            const Sheet *sheet,
            const char  *cell,
            gboolean     always)
{
  const char needing[] = { sheet->delimiter, '"', '\n', '\r', ' ', '\0' };

  if (!always && strpbrk (cell, needing) == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static GFile *
write_sheet (const Sheet    *sheet,
             const Encoding *encoding,
             gboolean        always)
{
  g_autoptr(GString) text = g_string_new (encoding->mark);
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      write_cell (text, sheet, g_ptr_array_index (sheet->cells, i), always);
      if ((i + 1) % sheet->n_columns != 0)
        g_string_append_c (text, sheet->delimiter);
      else
        g_string_append (text, sheet->line_end);
    }
  bytes = g_convert (text->str, text->len, encoding->encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);

  return bw_test_file ("round.csv", bytes, length);
}

typedef struct
{
  const Sheet *sheet;
  guint        next;
} Check;

static gboolean
check_record (const char *const *fields,
              const gsize       *lengths,
              guint              n_fields,
              gsize              line,
              gpointer           user_data)
{
  Check *check = user_data;

  g_assert_cmpuint (n_fields, ==, check->sheet->n_columns);
  for (guint i = 0; i < n_fields; i++)
    {
      g_assert_cmpuint (check->next, <, check->sheet->cells->len);
      g_assert_cmpstr (fields[i], ==, g_ptr_array_index (check->sheet->cells, check->next));
      g_assert_cmpuint (lengths[i], ==, strlen (fields[i]));
      check->next++;
    }

  return TRUE;
}

static void
check_sheet (const Sheet    *sheet,
             const Encoding *encoding,
             gboolean        always)
{
  g_autoptr(GFile) file = write_sheet (sheet, encoding, always);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(BwSource) source = NULL;
  g_autoptr(GError) error = NULL;
  Check check = { sheet, 0 };

  g_assert_true (bw_source_read_raw (file, NULL, check_record, &check, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (check.next, ==, sheet->cells->len);

  source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_table_get_n_rows (bw_source_get_table (source)), ==, sheet->n_rows - 1);
  g_assert_cmpuint (bw_table_get_n_columns (bw_source_get_table (source)), ==, sheet->n_columns);
  g_assert_cmpuint (bw_report_count (bw_source_get_report (source), BW_SEVERITY_ROW), ==, 0);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_TABLES; i++)
    {
      const Encoding *encoding = &encodings[i % G_N_ELEMENTS (encodings)];
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      const Sheet sheet = {
        cells, g_rand_int_range (rand, 5, 40), g_rand_int_range (rand, 3, 12),
        delimiters[g_rand_int_range (rand, 0, strlen (delimiters))],
        line_ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (line_ends))],
      };

      for (guint row = 0; row < sheet.n_rows; row++)
        {
          for (guint column = 0; column < sheet.n_columns; column++)
            g_ptr_array_add (cells, random_cell (rand, encoding->unicode, row, column));
        }
      check_sheet (&sheet, encoding, g_rand_boolean (rand));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/round-trip", test_round_trip);

  return g_test_run ();
}
