/* Small panels and models, written as text where they are used. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

/**
 * fixture_date:
 *
 * Returns: days since 1970-01-01
 */
double
fixture_date (const char *iso)
{
  g_autofree char *stamp = g_strdup_printf ("%sT00:00:00Z", iso);
  g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601 (stamp, NULL);

  g_assert_nonnull (moment);

  return g_date_time_to_unix (moment) / 86400;
}

static double
number_of (const char  *cell,
           BwColumnType type)
{
  if (*cell == '\0')
    return NAN;
  if (type == BW_COLUMN_DATE)
    return fixture_date (cell);
  if (type == BW_COLUMN_DATE_TIME)
    return fixture_date (cell) + 0.75;
  if (type == BW_COLUMN_FLAG)
    return g_str_equal (cell, "yes");

  return g_ascii_strtod (cell, NULL);
}

static BwColumn *
column_of (const FixtureColumn *column,
           BwDictionary        *dictionary,
           char               **rows,
           guint                cell)
{
  const guint n_rows = g_strv_length (rows);
  const gboolean coded = bw_column_type_is_coded (column->type);
  double *numbers = coded ? NULL : g_new (double, n_rows + 1);
  guint32 *codes = coded ? g_new (guint32, n_rows + 1) : NULL;

  for (guint row = 0; row < n_rows; row++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[row], "|", -1);
      const char *text = cells[cell];

      g_assert_nonnull (text);
      if (coded)
        codes[row] = *text == '\0' ? BW_NO_CODE : bw_dictionary_lookup (dictionary, text);
      else
        numbers[row] = number_of (text, column->type);
    }

  return coded
         ? bw_column_new_codes (column->name, column->type, codes, n_rows, dictionary)
         : bw_column_new_numbers (column->name, column->type, numbers, n_rows);
}

/* The texts of one column (0: the keys) through all snapshots. */
static BwDictionary *
dictionary_of (const FixtureSnapshot *snapshots,
               guint                  n_snapshots,
               guint                  cell)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();

  for (guint i = 0; i < n_snapshots; i++)
    {
      g_auto(GStrv) rows = g_strsplit (snapshots[i].rows, "\n", -1);

      for (guint row = 0; rows[row] != NULL; row++)
        {
          g_auto(GStrv) cells = g_strsplit (rows[row], "|", -1);

          if (*cells[cell] != '\0')
            bw_dictionary_builder_add (builder, cells[cell], -1);
        }
    }

  return bw_dictionary_builder_end (builder);
}

static BwSnapshot *
snapshot_of (const FixtureColumn   *columns,
             guint                  n_columns,
             const FixtureSnapshot *snapshot,
             BwDictionary          *keys,
             BwDictionary         **dictionaries)
{
  g_auto(GStrv) rows = g_strsplit (snapshot->rows, "\n", -1);
  const guint n_rows = g_strv_length (rows);
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);
  g_autoptr(BwTable) table = NULL;
  guint32 *customers = g_new (guint32, n_rows + 1);

  for (guint row = 0; row < n_rows; row++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[row], "|", -1);

      customers[row] = bw_dictionary_lookup (keys, cells[0]);
    }
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (made, column_of (&columns[i], dictionaries[i], rows, i + 1));
  table = bw_table_new ((BwColumn *const *) made->pdata, n_columns, n_rows);

  return bw_snapshot_new (snapshot->date != NULL ? fixture_date (snapshot->date) : NAN, table,
                          customers);
}

/**
 * fixture_panel:
 * @snapshots: (array length=n_snapshots): oldest first
 *
 * Returns: (transfer full): the panel
 */
BwPanel *
fixture_panel (const FixtureColumn   *columns,
               guint                  n_columns,
               const FixtureSnapshot *snapshots,
               guint                  n_snapshots)
{
  g_autoptr(BwDictionary) keys = dictionary_of (snapshots, n_snapshots, 0);
  g_autoptr(BwColumn) key_column = NULL;
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_snapshot_unref);
  g_autofree BwDictionary **dictionaries = g_new (BwDictionary *, n_columns + 1);
  g_autofree BwPanelColumn *described = g_new0 (BwPanelColumn, n_columns + 1);
  guint32 *codes = g_new (guint32, bw_dictionary_size (keys) + 1);
  BwPanel *panel;

  for (guint32 i = 0; i < bw_dictionary_size (keys); i++)
    codes[i] = i;
  key_column = bw_column_new_codes ("key", BW_COLUMN_KEY, codes, bw_dictionary_size (keys), keys);

  for (guint i = 0; i < n_columns; i++)
    {
      dictionaries[i] = dictionary_of (snapshots, n_snapshots, i + 1);
      described[i].name = columns[i].name;
      described[i].type = columns[i].type;
      described[i].role = columns[i].role;
    }
  for (guint i = 0; i < n_snapshots; i++)
    g_ptr_array_add (made, snapshot_of (columns, n_columns, &snapshots[i], keys, dictionaries));

  panel = bw_panel_new (key_column, NULL, described, n_columns,
                        (BwSnapshot *const *) made->pdata, n_snapshots, NULL);
  for (guint i = 0; i < n_columns; i++)
    bw_dictionary_unref (dictionaries[i]);

  return panel;
}

/**
 * fixture_model:
 * @metrics: JSON, what stands between the brackets of the list
 * @segments: (nullable): likewise; %NULL for Everyone else without weights
 * @rules: (nullable): likewise
 *
 * Returns: (transfer full): the model; the test fails where it is none
 */
BwModel *
fixture_model (const char *metrics,
               const char *segments,
               const char *rules)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text =
    g_strdup_printf ("{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"Test\",\n"
                     "\"groups\": [{\"id\": \"g\", \"name\": \"Group\"}],\n"
                     "\"metrics\": [%s], \"segments\": [%s], \"rules\": [%s]}",
                     metrics,
                     segments != NULL ? segments
                     : "{\"id\": \"rest\", \"name\": \"Everyone else\", \"weights\": {}}",
                     rules != NULL ? rules : "");
  BwModel *model = bw_model_from_json (text, -1, "test.json", &error);

  g_assert_no_error (error);

  return model;
}
