/* Panels and models made in memory, for the tests of the score floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

static BwColumn *
make_keys (guint n_customers)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, MAX (n_customers, 1));

  for (guint i = 0; i < n_customers; i++)
    {
      g_autofree char *key = g_strdup_printf ("c%u", i);

      codes[i] = bw_dictionary_builder_add (builder, key, -1);
    }
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes ("key", BW_COLUMN_KEY, codes, n_customers, dictionary);
}

static BwDictionary *
make_dictionary (const FixtureColumn *column,
                 gsize                n)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();

  for (gsize i = 0; column->texts != NULL && i < n; i++)
    {
      if (column->texts[i] != NULL)
        bw_dictionary_builder_add (builder, column->texts[i], -1);
    }

  return bw_dictionary_builder_end (builder);
}

/* The column's values of those customers who are there. */
static BwColumn *
make_column (const FixtureColumn *column,
             BwDictionary        *dictionary,
             guint                n_customers,
             guint                snapshot,
             const guint32       *customers,
             guint                n_rows)
{
  const gsize from = (gsize) snapshot * n_customers;
  double *numbers;
  guint32 *codes;

  if (column->texts == NULL)
    {
      numbers = g_new (double, MAX (n_rows, 1));
      for (guint row = 0; row < n_rows; row++)
        numbers[row] = column->numbers[from + customers[row]];
      return bw_column_new_numbers (column->name, column->type, numbers, n_rows);
    }

  codes = g_new (guint32, MAX (n_rows, 1));
  for (guint row = 0; row < n_rows; row++)
    {
      const char *text = column->texts[from + customers[row]];

      codes[row] = text == NULL ? BW_NO_CODE : bw_dictionary_lookup (dictionary, text);
    }

  return bw_column_new_codes (column->name, column->type, codes, n_rows, dictionary);
}

/* @absent: (nullable): n_customers a snapshot: who is not there */
BwPanel *
fixture_panel_without (const FixtureColumn *columns,
                       guint                n_columns,
                       guint                n_customers,
                       const double        *dates,
                       guint                n_snapshots,
                       const gboolean      *absent)
{
  g_autoptr(BwColumn) keys = make_keys (n_customers);
  g_autoptr(GPtrArray) snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_snapshot_unref);
  g_autoptr(GPtrArray) dictionaries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bw_dictionary_unref);
  g_autofree BwPanelColumn *described = g_new0 (BwPanelColumn, MAX (n_columns, 1));

  for (guint i = 0; i < n_columns; i++)
    {
      described[i] = (BwPanelColumn) { columns[i].name, "test", columns[i].type, NULL,
                                       columns[i].role };
      g_ptr_array_add (dictionaries,
                       make_dictionary (&columns[i], (gsize) n_customers * n_snapshots));
    }

  for (guint s = 0; s < n_snapshots; s++)
    {
      g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);
      g_autoptr(BwTable) table = NULL;
      guint32 *customers = g_new (guint32, MAX (n_customers, 1));
      guint n_rows = 0;

      for (guint i = 0; i < n_customers; i++)
        {
          if (absent == NULL || !absent[s * n_customers + i])
            customers[n_rows++] = i;
        }
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (made, make_column (&columns[i], dictionaries->pdata[i], n_customers, s,
                                            customers, n_rows));
      table = bw_table_new ((BwColumn *const *) made->pdata, n_columns, n_rows);
      g_ptr_array_add (snapshots, bw_snapshot_new (dates != NULL ? dates[s] : NAN, table, customers));
    }

  return bw_panel_new (keys, NULL, described, n_columns, (BwSnapshot *const *) snapshots->pdata,
                       n_snapshots, NULL);
}

BwPanel *
fixture_panel (const FixtureColumn *columns,
               guint                n_columns,
               guint                n_customers,
               const double        *dates,
               guint                n_snapshots)
{
  return fixture_panel_without (columns, n_columns, n_customers, dates, n_snapshots, NULL);
}

/* JSON with single quotes, which need no backslashes in C. */
BwModel *
fixture_model (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr(GError) error = NULL;
  BwModel *model = bw_model_from_json (text, -1, "test", &error);

  g_assert_no_error (error);

  return model;
}

BwModel *
fixture_model_from (const char *format,
                    ...)
{
  g_autofree char *json = NULL;
  va_list args;

  va_start (args, format);
  json = g_strdup_vprintf (format, args);
  va_end (args);

  return fixture_model (json);
}

BwResults *
fixture_score (BwPanel *panel,
               BwModel *model,
               guint    snapshot)
{
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(GError) error = NULL;

  bw_model_check (model, panel, &error);
  g_assert_no_error (error);
  prepared = bw_prepared_new (model, panel, snapshot, NULL, NULL);

  return bw_results_new (prepared, model);
}

/* The newest snapshot under the model. */
BwResults *
fixture_results (BwPanel    *panel,
                 const char *json)
{
  g_autoptr(BwModel) model = fixture_model (json);

  return fixture_score (panel, model, bw_panel_get_n_snapshots (panel) - 1);
}

BwPanel *
fixture_random_panel (const FixtureShape *shape)
{
  const guint n_columns = shape->n_metrics + 2;
  g_autofree FixtureColumn *columns = g_new0 (FixtureColumn, n_columns);
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  const double date = 20000;

  for (guint c = 0; c < n_columns; c++)
    {
      double *values = g_new (double, MAX (shape->n_customers, 1));
      char *name = c < shape->n_metrics ? g_strdup_printf ("m%u", c)
                                        : g_strdup (c == shape->n_metrics ? "segment" : "arr");

      for (guint i = 0; i < shape->n_customers; i++)
        {
          if (c == shape->n_metrics)
            values[i] = g_rand_int_range (shape->rand, 0, shape->n_segments);
          else if (g_rand_double (shape->rand) < shape->missing)
            values[i] = NAN;
          else
            values[i] = g_rand_double_range (shape->rand, 0, 100);
        }
      columns[c] = (FixtureColumn) { name, BW_COLUMN_NUMBER, BW_ROLE_METRIC, values, NULL };
      g_ptr_array_add (owned, values);
      g_ptr_array_add (owned, name);
    }
  columns[n_columns - 1].type = BW_COLUMN_MONEY;
  columns[n_columns - 1].role = BW_ROLE_MONEY;

  return fixture_panel (columns, n_columns, shape->n_customers, &date, 1);
}

static void
append_metrics (const FixtureShape *shape,
                GString            *json)
{
  static const char *const policies[] = {
    "'skip'", "'skip'", "'skip'", "'neutral'", "'worst'", "{'value': 30}",
  };

  g_string_append (json, "'groups': [");
  for (guint i = 0; i < shape->n_groups; i++)
    g_string_append_printf (json, "%s{'id': 'g%u', 'name': 'G%u'}", i > 0 ? "," : "", i, i);

  g_string_append (json, "], 'metrics': [");
  for (guint i = 0; i < shape->n_metrics; i++)
    g_string_append_printf (json, "%s{'id': 'm%u', 'name': 'M%u', 'group': 'g%u', 'column': 'm%u', "
                            "'direction': '%s', 'missing': %s, "
                            "'scale': {'type': 'linear', 'from': 10, 'to': 90}}",
                            i > 0 ? "," : "", i, i, g_rand_int_range (shape->rand, 0, shape->n_groups),
                            i, g_rand_boolean (shape->rand) ? "helps" : "hurts",
                            policies[g_rand_int_range (shape->rand, 0, G_N_ELEMENTS (policies))]);
}

BwModel *
fixture_random_model (const FixtureShape *shape)
{
  g_autoptr(GString) json = g_string_new ("{'format': 'bellwether-model', 'version': 1, 'name': 'r', ");

  append_metrics (shape, json);
  g_string_append (json, "], 'segments': [");
  for (guint s = 0; s < shape->n_segments; s++)
    {
      gboolean first = TRUE;

      g_string_append_printf (json, "%s{'id': 's%u', 'name': 'S%u', ", s > 0 ? "," : "", s, s);
      if (s + 1 < shape->n_segments)
        g_string_append_printf (json, "'where': {'all': [{'column': 'segment', 'is': %u}]}, ", s);
      g_string_append (json, "'weights': {");
      for (guint i = 0; i < shape->n_metrics; i++)
        {
          const guint weight = g_rand_int_range (shape->rand, -2, 8);

          if (g_rand_double (shape->rand) < 0.15)
            continue;
          g_string_append_printf (json, "%s'm%u': %d", first ? "" : ",", i, MAX ((int) weight, 0));
          first = FALSE;
        }
      g_string_append (json, "}}");
    }
  g_string_append (json, "]");
  if (shape->rules)
    g_string_append (json, ", 'rules': ["
                     "{'at-most': 49, 'where': {'all': [{'metric': 'm0', 'less': 20}]}, 'reason': 'A'},"
                     "{'at-most': 30, 'where': {'all': [{'metric': 'm0', 'less': 10}]}, 'reason': 'B'},"
                     "{'at-least': 40, 'where': {'all': [{'column': 'arr', 'more': 80}]}, 'reason': 'C'}]");
  g_string_append (json, "}");

  return fixture_model (json->str);
}
