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

/* One text column whose texts come in that order into its dictionary. */
static BwColumn *
texts (const char        *name,
       BwColumnType       type,
       const char *const *first,
       const char *const *rows,
       guint              n_rows)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, n_rows);

  for (guint i = 0; first[i] != NULL; i++)
    bw_dictionary_builder_add (builder, first[i], -1);
  for (guint i = 0; i < n_rows; i++)
    codes[i] = rows[i] == NULL ? BW_NO_CODE : bw_dictionary_builder_add (builder, rows[i], -1);
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (name, type, codes, n_rows, dictionary);
}

static void
test_equal_columns (void)
{
  static const char *const none[] = { NULL }, *const other[] = { "b", "x", NULL };
  static const char *const rows[] = { "a", NULL, "b" }, *const changed[] = { "a", "b", "b" };
  g_autoptr(BwColumn) a = texts ("Plan", BW_COLUMN_CATEGORY, none, rows, 3);
  g_autoptr(BwColumn) same = texts ("Plan", BW_COLUMN_CATEGORY, other, rows, 3);
  g_autoptr(BwColumn) value = texts ("Plan", BW_COLUMN_CATEGORY, none, changed, 3);
  g_autoptr(BwColumn) type = texts ("Plan", BW_COLUMN_TEXT, none, rows, 3);
  g_autoptr(BwColumn) name = bw_column_with_name (a, "plan");
  g_autoptr(BwColumn) money = numbers ("ARR");
  g_autoptr(BwColumn) again = numbers ("ARR");
  g_autoptr(BwColumn) euros = bw_column_with_currency (again, "EUR");

  g_assert_true (bw_column_equal (a, same));
  g_assert_true (bw_column_equal (same, a));
  g_assert_false (bw_column_equal (a, value));
  g_assert_false (bw_column_equal (a, type));
  g_assert_false (bw_column_equal (a, name));
  g_assert_true (bw_column_equal (money, again));
  g_assert_false (bw_column_equal (money, euros));
}

static void
test_equal_tables (void)
{
  g_autoptr(BwColumn) arr = numbers ("ARR");
  g_autoptr(BwColumn) mrr = numbers ("MRR");
  BwColumn *const both[] = { arr, mrr }, *const turned[] = { mrr, arr };
  g_autoptr(BwTable) table = bw_table_new (both, 2, 3);
  g_autoptr(BwTable) same = bw_table_new (both, 2, 3);
  g_autoptr(BwTable) other = bw_table_new (turned, 2, 3);
  g_autoptr(BwTable) less = bw_table_new (both, 1, 3);

  g_assert_true (bw_table_equal (table, table));
  g_assert_true (bw_table_equal (table, same));
  g_assert_false (bw_table_equal (table, other));
  g_assert_false (bw_table_equal (table, less));
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
  g_test_add_func ("/table/equal-columns", test_equal_columns);
  g_test_add_func ("/table/equal-tables", test_equal_tables);

  return g_test_run ();
}
