/* What a file of the corpus is expected to be, held against what was read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "expect.h"

#include <math.h>
#include <string.h>

/* Fails the test, but goes on: all that differs is told at once. */
void
bw_test_differ (const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", message);
  g_test_fail ();
}

static void
compare (const char *what,
         const char *expected,
         const char *found)
{
  if (strcmp (expected, found) != 0)
    bw_test_differ ("%s: expected “%s”, found “%s”", what, expected, found);
}

/* Days since 1970 as ISO text, with a time of day where the column has times. */
static char *
days_to_text (double   days,
              gboolean time)
{
  const gint64 milliseconds = llround (days * 86400000.0);
  const gint64 rest = ((milliseconds % 1000) + 1000) % 1000;
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc ((milliseconds - rest) / 1000);
  g_autofree char *text = NULL;

  if (moment == NULL)
    return g_strdup ("out of range");
  text = g_date_time_format (moment, time ? "%Y-%m-%dT%H:%M:%S" : "%Y-%m-%d");

  return rest == 0 ? g_steal_pointer (&text) : g_strdup_printf ("%s.%03d", text, (int) rest);
}

/* A percentage is a quotient: it may differ in the last digit. */
static char *
number_to_text (double       value,
                BwColumnType type)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *format = type == BW_COLUMN_PERCENT ? "%.13g" : "%.17g";

  return g_strdup (g_ascii_formatd (text, sizeof text, format, value == 0.0 ? 0.0 : value));
}

/* A value as an expectation writes it. */
char *
bw_test_cell_to_text (const BwColumn *column,
                      gsize           row)
{
  const BwColumnType type = bw_column_get_type (column);

  if (bw_column_is_missing (column, row))
    return g_strdup ("(missing)");
  if (bw_column_type_is_coded (type))
    return g_strdup (bw_column_get_text (column, row));
  if (type == BW_COLUMN_FLAG)
    return g_strdup (bw_column_get_numbers (column)[row] != 0.0 ? "true" : "false");
  if (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
    return days_to_text (bw_column_get_numbers (column)[row], type == BW_COLUMN_DATE_TIME);

  return number_to_text (bw_column_get_numbers (column)[row], type);
}

static char *
node_to_text (JsonNode    *node,
              BwColumnType type)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("(missing)");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  return number_to_text (json_node_get_double (node), type);
}

static void
check_dialect (JsonObject      *expected,
               const BwReading *reading)
{
  if (json_object_has_member (expected, "encoding"))
    compare ("encoding", json_object_get_string_member (expected, "encoding"), reading->encoding);
  if (json_object_has_member (expected, "delimiter"))
    {
      const char delimiter[] = { reading->delimiter, '\0' };

      compare ("delimiter", json_object_get_string_member (expected, "delimiter"), delimiter);
    }
  if (json_object_has_member (expected, "quote"))
    {
      const char quote[] = { reading->quote, '\0' };

      compare ("quote", json_object_get_string_member (expected, "quote"),
               reading->quote == BW_QUOTE_NONE ? "none" : quote);
    }
}

static char *
type_to_text (const BwColumn *column)
{
  const char *type = bw_column_type_get_id (bw_column_get_type (column));

  if (bw_column_get_type (column) != BW_COLUMN_MONEY)
    return g_strdup (type);

  return g_strstrip (g_strconcat (type, " ", bw_column_get_currency (column), NULL));
}

static void
check_header (JsonArray *header,
              BwTable   *table)
{
  const guint n = bw_table_get_n_columns (table);

  if (json_array_get_length (header) != n)
    bw_test_differ ("columns: expected %u, found %u", json_array_get_length (header), n);
  for (guint i = 0; i < MIN (n, json_array_get_length (header)); i++)
    compare ("header", json_array_get_string_element (header, i),
             bw_column_get_name (bw_table_get_column (table, i)));
}

static void
check_types (JsonArray *types,
             BwTable   *table)
{
  const guint n = bw_table_get_n_columns (table);

  for (guint i = 0; i < MIN (n, json_array_get_length (types)); i++)
    {
      const BwColumn *column = bw_table_get_column (table, i);
      g_autofree char *what = g_strdup_printf ("type of “%s”", bw_column_get_name (column));
      g_autofree char *type = type_to_text (column);

      compare (what, json_array_get_string_element (types, i), type);
    }
}

static void
check_row (JsonArray *expected,
           BwTable   *table,
           guint      row)
{
  g_assert_cmpuint (json_array_get_length (expected), <=, 200);
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      const BwColumn *column = i < bw_table_get_n_columns (table) ? bw_table_get_column (table, i)
                                                                  : NULL;
      g_autofree char *what = g_strdup_printf ("row %u, column %u", row + 1, i + 1);
      g_autofree char *wanted = NULL;
      g_autofree char *found = NULL;

      if (column == NULL)
        return;
      wanted = node_to_text (json_array_get_element (expected, i), bw_column_get_type (column));
      found = bw_test_cell_to_text (column, row);
      compare (what, wanted, found);
    }
}

static void
check_rows (JsonObject     *expected,
            const BwSource *source)
{
  BwTable *table = bw_source_get_table (source);
  const guint n = bw_table_get_n_rows (table);
  guint n_expected = 0;

  if (json_object_has_member (expected, "n_rows"))
    {
      n_expected = json_object_get_int_member (expected, "n_rows");
    }
  else
    {
      JsonArray *rows = json_object_get_array_member (expected, "rows");

      n_expected = json_array_get_length (rows);
      for (guint i = 0; i < MIN (n, n_expected); i++)
        check_row (json_array_get_array_element (rows, i), table, i);
    }
  if (n != n_expected)
    bw_test_differ ("rows: expected %u, found %u", n_expected, n);
}

static void
check_lines (JsonObject     *expected,
             const BwSource *source)
{
  JsonArray *lines;
  const guint n = bw_table_get_n_rows (bw_source_get_table (source));

  if (!json_object_has_member (expected, "lines"))
    return;
  lines = json_object_get_array_member (expected, "lines");
  for (guint i = 0; i < MIN (n, json_array_get_length (lines)); i++)
    {
      if (bw_source_get_line (source, i) != (gsize) json_array_get_int_element (lines, i))
        bw_test_differ ("row %u: expected on line %d, found on %" G_GSIZE_FORMAT, i + 1,
                        (int) json_array_get_int_element (lines, i), bw_source_get_line (source, i));
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv (" ", (char **) texts->pdata);
}

static void
check_problems (JsonObject     *expected,
                const BwReport *report)
{
  JsonArray *problems = json_object_get_array_member (expected, "problems");
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  for (guint i = 0; i < json_array_get_length (problems); i++)
    {
      JsonArray *problem = json_array_get_array_element (problems, i);

      g_ptr_array_add (wanted, g_strdup_printf ("%d:%d:%s",
                                                (int) json_array_get_int_element (problem, 0),
                                                (int) json_array_get_int_element (problem, 1),
                                                json_array_get_string_element (problem, 2)));
    }
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      g_ptr_array_add (found, g_strdup_printf ("%" G_GSIZE_FORMAT ":%u:%s", problem->line,
                                               problem->column,
                                               bw_problem_kind_get_id (problem->kind)));
    }
  one = join_sorted (wanted);
  other = join_sorted (found);
  compare ("problems", one, other);
}

/* Holds all that an expectation gives against what was read. */
void
bw_test_expect (JsonObject     *expected,
                const BwSource *source)
{
  check_dialect (expected, bw_source_get_reading (source));
  if (json_object_has_member (expected, "header"))
    check_header (json_object_get_array_member (expected, "header"), bw_source_get_table (source));
  if (json_object_has_member (expected, "types"))
    check_types (json_object_get_array_member (expected, "types"), bw_source_get_table (source));
  if (json_object_has_member (expected, "rows") || json_object_has_member (expected, "n_rows"))
    check_rows (expected, source);
  check_lines (expected, source);
  if (json_object_has_member (expected, "problems"))
    check_problems (expected, bw_source_get_report (source));
}
