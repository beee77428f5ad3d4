/* Customers for benchmarks: numbers that look like chance and are the same everywhere. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "customers.h"

#include <math.h>
#include <stdlib.h>

/* Returns: a number from 0 to 1 that depends on @i alone */
double
bench_chance (guint64 i)
{
  guint64 z = (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;

  return (z >> 11) * 0x1p-53;
}

static BwColumn *
make_metric (guint metric,
             guint stride,
             gsize n)
{
  double *values = g_new (double, n);
  g_autofree char *name = g_strdup_printf ("m%u", metric);

  for (gsize i = 0; i < n; i++)
    values[i] = bench_chance (stride * i + stride / 2 + metric) < BENCH_MISSING ? NAN : 100 * bench_chance (stride * i + metric);

  return bw_column_new_numbers (name, BW_COLUMN_NUMBER, values, n);
}

static BwColumn *
make_money (guint n_metrics,
            guint stride,
            gsize n)
{
  double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    values[i] = floor (100000 * bench_chance (stride * i + n_metrics));

  return bw_column_new_numbers ("arr", BW_COLUMN_MONEY, values, n);
}

/* @stride: numbers of chance for each customer, more than twice as many as it has metrics. All
 * customers have one key, since nothing here looks for one. */
BwPanel *
bench_panel (gsize n,
             guint n_metrics,
             guint stride)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);
  g_autoptr(BwColumn) keys = NULL;
  g_autoptr(BwTable) table = NULL;
  g_autoptr(BwSnapshot) snapshot = NULL;
  g_autofree BwPanelColumn *described = g_new0 (BwPanelColumn, n_metrics + 1);
  guint32 *customers = g_new (guint32, n);

  bw_dictionary_builder_add (builder, "key", -1);
  dictionary = bw_dictionary_builder_end (builder);
  keys = bw_column_new_codes ("key", BW_COLUMN_KEY, g_new0 (guint32, n), n, dictionary);
  for (gsize i = 0; i < n; i++)
    customers[i] = i;
  for (guint i = 0; i < n_metrics; i++)
    g_ptr_array_add (columns, make_metric (i, stride, n));
  g_ptr_array_add (columns, make_money (n_metrics, stride, n));
  for (guint i = 0; i <= n_metrics; i++)
    {
      described[i].name = bw_column_get_name (columns->pdata[i]);
      described[i].type = bw_column_get_type (columns->pdata[i]);
      described[i].role = i < n_metrics ? BW_ROLE_METRIC : BW_ROLE_MONEY;
    }

  table = bw_table_new ((BwColumn *const *) columns->pdata, columns->len, n);
  snapshot = bw_snapshot_new (NAN, table, customers);

  return bw_panel_new (keys, NULL, described, columns->len, &snapshot, 1, NULL);
}

/* @groups: the group of each metric, from 0 without a gap; all metrics have the same weight */
BwModel *
bench_model (const guint *groups,
             guint        n_metrics)
{
  g_autoptr(GString) json = g_string_new ("{\"format\": \"bellwether-model\", \"version\": 1, "
                                          "\"name\": \"bench\", \"groups\": [");
  g_autoptr(GError) error = NULL;
  BwModel *model;

  for (guint i = 0; i <= groups[n_metrics - 1]; i++)
    g_string_append_printf (json, "%s{\"id\": \"g%u\", \"name\": \"G\"}", i > 0 ? ", " : "", i);
  g_string_append (json, "], \"metrics\": [");
  for (guint i = 0; i < n_metrics; i++)
    g_string_append_printf (json, "%s{\"id\": \"m%u\", \"name\": \"M\", \"group\": \"g%u\", "
                            "\"column\": \"m%u\", "
                            "\"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 100}}",
                            i > 0 ? ", " : "", i, groups[i], i);
  g_string_append (json, "], \"segments\": [{\"id\": \"s\", \"name\": \"S\", \"weights\": {");
  for (guint i = 0; i < n_metrics; i++)
    g_string_append_printf (json, "%s\"m%u\": 10", i > 0 ? ", " : "", i);
  g_string_append (json, "}}]}");

  model = bw_model_from_json (json->str, -1, "bench", &error);
  g_assert_no_error (error);

  return model;
}

static int
compare_times (const void *a,
               const void *b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_median (double *times,
              guint   n)
{
  qsort (times, n, sizeof *times, compare_times);

  return times[n / 2];
}

double
bench_now (void)
{
  return g_get_monotonic_time () / 1000.0;
}
