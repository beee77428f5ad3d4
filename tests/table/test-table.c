/* Dictionaries, columns and tables: what goes in comes out, and nothing changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table/table.h"

#include <math.h>

static void
test_dictionary (void)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;

  g_assert_cmpuint (bw_dictionary_builder_add (builder, "Basic", -1), ==, 0);
  g_assert_cmpuint (bw_dictionary_builder_add (builder, "Pro", -1), ==, 1);
  g_assert_cmpuint (bw_dictionary_builder_add (builder, "Basically", 5), ==, 0);
  g_assert_cmpuint (bw_dictionary_builder_add (builder, "", -1), ==, 2);

  dictionary = bw_dictionary_builder_end (builder);
  g_assert_cmpuint (bw_dictionary_size (dictionary), ==, 3);
  g_assert_cmpstr (bw_dictionary_get (dictionary, 1), ==, "Pro");
  g_assert_cmpuint (bw_dictionary_lookup (dictionary, ""), ==, 2);
  g_assert_cmpuint (bw_dictionary_lookup (dictionary, "Bas"), ==, BW_NO_CODE);
  g_assert_cmpuint (bw_dictionary_lookup (dictionary, "Basics"), ==, BW_NO_CODE);
}

static void
test_many_texts (void)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *text = g_strdup_printf ("customer-%u", i);

      g_assert_cmpuint (bw_dictionary_builder_add (builder, text, -1), ==, i);
    }

  dictionary = bw_dictionary_builder_end (builder);
  g_assert_cmpuint (bw_dictionary_lookup (dictionary, "customer-77777"), ==, 77777);
  g_assert_cmpstr (bw_dictionary_get (dictionary, 99999), ==, "customer-99999");
}

/* Texts that come at once have the codes that they would have one by one. */
static void
test_at_once (void)
{
  g_autoptr(BwDictionaryBuilder) one_by_one = bw_dictionary_builder_new ();
  g_autoptr(BwDictionaryBuilder) at_once = bw_dictionary_builder_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree gsize *lengths = g_new (gsize, 5000);
  g_autofree guint32 *codes = g_new (guint32, 5000);

  for (guint i = 0; i < 5000; i++)
    {
      g_ptr_array_add (texts, g_strdup_printf ("text %u", i * i % 1777));
      lengths[i] = strlen (g_ptr_array_index (texts, i));
    }
  bw_dictionary_builder_add_many (at_once, (const char *const *) texts->pdata, lengths, 5000, codes);
  for (guint i = 0; i < 5000; i++)
    g_assert_cmpuint (bw_dictionary_builder_add (one_by_one, g_ptr_array_index (texts, i), -1),
                      ==, codes[i]);
  g_assert_cmpuint (bw_dictionary_builder_add (at_once, "text 0", -1), ==, 0);
}

static BwColumn *
numbers (const char *name)
{
  double *values = g_new (double, 3);

  values[0] = 1.5;
  values[1] = NAN;
  values[2] = -2;

  return bw_column_new_numbers (name, BW_COLUMN_MONEY, values, 3);
}

static void
test_numbers (void)
{
  g_autoptr(BwColumn) column = numbers ("ARR");
  g_autoptr(BwColumn) euros = bw_column_with_currency (column, "EUR");
  g_autoptr(BwColumn) renamed = bw_column_with_name (euros, "Revenue");

  g_assert_cmpfloat (bw_column_get_numbers (column)[0], ==, 1.5);
  g_assert_true (bw_column_is_missing (column, 1));
  g_assert_false (bw_column_is_missing (column, 2));
  g_assert_null (bw_column_get_codes (column));
  g_assert_null (bw_column_get_currency (column));
  g_assert_cmpstr (bw_column_get_currency (renamed), ==, "EUR");
  g_assert_cmpstr (bw_column_get_name (renamed), ==, "Revenue");
  g_assert_cmpstr (bw_column_get_name (column), ==, "ARR");
  g_assert_true (bw_column_get_numbers (renamed) == bw_column_get_numbers (column));
}

static void
test_codes (void)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  g_autoptr(BwColumn) column = NULL;
  guint32 *codes = g_new (guint32, 2);

  codes[0] = bw_dictionary_builder_add (builder, "Pro", -1);
  codes[1] = BW_NO_CODE;
  dictionary = bw_dictionary_builder_end (builder);
  column = bw_column_new_codes ("Plan", BW_COLUMN_CATEGORY, codes, 2, dictionary);

  g_assert_cmpstr (bw_column_get_text (column, 0), ==, "Pro");
  g_assert_null (bw_column_get_text (column, 1));
  g_assert_true (bw_column_is_missing (column, 1));
  g_assert_null (bw_column_get_numbers (column));
}

static void
test_table (void)
{
  g_autoptr(BwColumn) a = numbers ("a");
  g_autoptr(BwColumn) b = numbers ("b");
  BwColumn *const columns[] = { a, b };
  g_autoptr(BwTable) table = bw_table_new (columns, G_N_ELEMENTS (columns), 3);

  g_assert_cmpuint (bw_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (bw_table_get_n_columns (table), ==, 2);
  g_assert_true (bw_table_get_column (table, 1) == b);
  g_assert_cmpuint (bw_table_find_column (table, "b"), ==, 1);
  g_assert_cmpuint (bw_table_find_column (table, "B"), ==, BW_NONE);
}

static void
test_type_ids (void)
{
  for (guint i = 0; i < BW_N_COLUMN_TYPES; i++)
    {
      BwColumnType type;

      g_assert_true (bw_column_type_from_id (bw_column_type_get_id (i), &type));
      g_assert_cmpuint (type, ==, i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/dictionary", test_dictionary);
  g_test_add_func ("/table/dictionary/many", test_many_texts);
  g_test_add_func ("/table/dictionary/at-once", test_at_once);
  g_test_add_func ("/table/numbers", test_numbers);
  g_test_add_func ("/table/codes", test_codes);
  g_test_add_func ("/table/table", test_table);
  g_test_add_func ("/table/type-ids", test_type_ids);

  return g_test_run ();
}
