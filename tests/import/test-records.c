/* Records cut in place are just what libcsv makes of the same text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/records.h"

#include <csv.h>
#include <string.h>

#define N_TEXTS 20000

static int
no_space (unsigned char c)
{
  return FALSE;
}

static void
field (void  *text,
       size_t length,
       void  *data)
{
  g_string_append_c (data, '<');
  g_string_append_len (data, text != NULL ? text : "", length);
  g_string_append_c (data, '>');
}

static void
row (int   c,
     void *data)
{
  g_string_append_c (data, '\n');
}

static char *
by_libcsv (const char *text,
           gsize       length)
{
  GString *made = g_string_new (NULL);
  struct csv_parser parser;

  g_assert_cmpint (csv_init (&parser, 0), ==, 0);
  csv_set_space_func (&parser, no_space);
  g_assert_cmpuint (csv_parse (&parser, text, length, field, row, made), ==, length);
  csv_fini (&parser, field, row, made);
  csv_free (&parser);

  return g_string_free (made, FALSE);
}

/* Blank lines are left out, since libcsv tells none.
 * Returns: (nullable): %NULL where a quote never closes, which is ours to mend */
static char *
by_records (const char *text,
            gsize       length)
{
  const BwDialect dialect = { ',', '"', FALSE, FALSE };
  g_autoptr(BwRecords) records = bw_records_new_for_text (&dialect, text, length);
  g_autoptr(GString) made = g_string_new (NULL);
  BwRecord record;

  while (bw_records_next (records, &record, NULL))
    {
      if (record.unclosed)
        return NULL;
      for (guint i = 0; i < record.n_fields; i++)
        field ((void *) record.fields[i], record.lengths[i], made);
      if (record.n_fields > 0)
        row (0, made);
    }

  return g_string_free (g_steal_pointer (&made), FALSE);
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "a", "bc", ",", ",", ",", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "\"x\"", "\"y,z\"",
    ",\"", "\",", "é",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  guint n_compared = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      const guint n = g_rand_int_range (rand, 1, 40);
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;

      for (guint k = 0; k < n; k++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      ours = by_records (text->str, text->len);
      if (ours == NULL)
        continue;
      theirs = by_libcsv (text->str, text->len);
      g_assert_cmpstr (ours, ==, theirs);
      n_compared++;
    }
  g_assert_cmpuint (n_compared, >, N_TEXTS / 3);
}

static void
test_lines (void)
{
  static const char text[] = "a,b\r\n\"1\n2\",c\r\r\nd\re\n\n\"f\"";
  static const gsize lines[] = { 1, 2, 4, 5, 6 };
  const BwDialect dialect = { ',', '"', FALSE, FALSE };
  g_autoptr(BwRecords) records = bw_records_new_for_text (&dialect, text, strlen (text));
  BwRecord record;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (bw_records_next (records, &record, NULL));
      g_assert_cmpuint (record.line, ==, lines[i]);
    }
  g_assert_cmpuint (record.n_fields, ==, 0);
  g_assert_true (bw_records_next (records, &record, NULL));
  g_assert_cmpstr (record.fields[0], ==, "f");
  g_assert_false (bw_records_next (records, &record, NULL));
}

/* One byte at a time, and lines far longer than a block. */
static gssize
drip (gpointer user_data,
      char    *buffer,
      gsize    size,
      GError **error)
{
  const char **text = user_data;

  if (**text == '\0')
    return 0;
  *buffer = *(*text)++;

  return 1;
}

static void
test_blocks (void)
{
  static const char text[] = "a,\"b\r\nc\"\r\nd,e\r\n";
  const BwDialect dialect = { ',', '"', FALSE, FALSE };
  const char *rest = text;
  g_autoptr(BwRecords) records = bw_records_new (&dialect, drip, &rest);
  g_autofree char *longest = g_strnfill (1000000, 'x');
  g_autoptr(BwRecords) wide = bw_records_new_for_text (&dialect, longest, 1000000);
  BwRecord record;

  g_assert_true (bw_records_next (records, &record, NULL));
  g_assert_cmpstr (record.fields[1], ==, "b\r\nc");
  g_assert_true (bw_records_next (records, &record, NULL));
  g_assert_cmpstr (record.fields[1], ==, "e");
  g_assert_false (bw_records_next (records, &record, NULL));

  g_assert_true (bw_records_next (wide, &record, NULL));
  g_assert_cmpuint (record.lengths[0], ==, 1000000);
}

/* Every line opens a quote that never closes: each is mended, and it does not take for ever. */
static void
test_open_quotes (void)
{
  const BwDialect dialect = { ',', '"', FALSE, FALSE };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(BwRecords) records = NULL;
  BwRecord record;
  guint n = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "\"abc def\n");
  records = bw_records_new_for_text (&dialect, text->str, text->len);
  while (bw_records_next (records, &record, NULL))
    n += record.unclosed;
  g_assert_cmpuint (n, ==, 200000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/random", test_random);
  g_test_add_func ("/records/lines", test_lines);
  g_test_add_func ("/records/blocks", test_blocks);
  g_test_add_func ("/records/open-quotes", test_open_quotes);

  return g_test_run ();
}
