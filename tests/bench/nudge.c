/* The time of one nudge of a held slider, beside a plain read of the bytes it has to touch. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints lines of "name value" for nudge.py, which makes the same customers and the same nudge in
 * numpy. Times are medians, in milliseconds. */

#include "score/drag.h"
#include "score/slab.h"
#include "score/team.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_METRICS 10
#define MISSING 0.03

/* Of each row: a sum of what gives way, the moved metric, money, the expected band; and the score,
 * which is written. */
#define BYTES_A_ROW (8 + 8 + 8 + 1 + 8)

typedef guint64 Words __attribute__ ((vector_size (64), aligned (8), may_alias));

/* A number from 0 to 1 that depends on @i alone. */
static double
chance (guint64 i)
{
  guint64 z = (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;

  return (z >> 11) * 0x1p-53;
}

static BwColumn *
make_metric (guint metric,
             gsize n)
{
  double *values = g_new (double, n);
  g_autofree char *name = g_strdup_printf ("m%u", metric);

  for (gsize i = 0; i < n; i++)
    values[i] = chance (32 * i + 16 + metric) < MISSING ? NAN : 100 * chance (32 * i + metric);

  return bw_column_new_numbers (name, BW_COLUMN_NUMBER, values, n);
}

static BwColumn *
make_money (gsize n)
{
  double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    values[i] = floor (100000 * chance (32 * i + N_METRICS));

  return bw_column_new_numbers ("arr", BW_COLUMN_MONEY, values, n);
}

/* All customers have one key, since nothing here looks for one. */
static BwPanel *
make_panel (gsize n)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);
  g_autoptr(BwColumn) keys = NULL;
  g_autoptr(BwTable) table = NULL;
  g_autoptr(BwSnapshot) snapshot = NULL;
  BwPanelColumn described[N_METRICS + 1] = { 0 };
  guint32 *customers = g_new (guint32, n);

  bw_dictionary_builder_add (builder, "key", -1);
  dictionary = bw_dictionary_builder_end (builder);
  keys = bw_column_new_codes ("key", BW_COLUMN_KEY, g_new0 (guint32, n), n, dictionary);
  for (gsize i = 0; i < n; i++)
    customers[i] = i;
  for (guint i = 0; i < N_METRICS; i++)
    g_ptr_array_add (columns, make_metric (i, n));
  g_ptr_array_add (columns, make_money (n));
  for (guint i = 0; i <= N_METRICS; i++)
    {
      described[i].name = bw_column_get_name (columns->pdata[i]);
      described[i].type = bw_column_get_type (columns->pdata[i]);
      described[i].role = i < N_METRICS ? BW_ROLE_METRIC : BW_ROLE_MONEY;
    }

  table = bw_table_new ((BwColumn *const *) columns->pdata, columns->len, n);
  snapshot = bw_snapshot_new (NAN, table, customers);

  return bw_panel_new (keys, NULL, described, columns->len, &snapshot, 1, NULL);
}

/* Ten metrics in groups of three, three, two and two, all with the same weight. */
static BwModel *
make_model (void)
{
  static const guint groups[N_METRICS] = { 0, 0, 0, 1, 1, 1, 2, 2, 3, 3 };
  g_autoptr(GString) json = g_string_new ("{\"format\": \"bellwether-model\", \"version\": 1, "
                                          "\"name\": \"bench\", \"groups\": [");
  g_autoptr(GError) error = NULL;
  BwModel *model;

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (json, "%s{\"id\": \"g%u\", \"name\": \"G\"}", i > 0 ? ", " : "", i);
  g_string_append (json, "], \"metrics\": [");
  for (guint i = 0; i < N_METRICS; i++)
    g_string_append_printf (json, "%s{\"id\": \"m%u\", \"name\": \"M\", \"group\": \"g%u\", "
                            "\"column\": \"m%u\", "
                            "\"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 100}}",
                            i > 0 ? ", " : "", i, groups[i], i);
  g_string_append (json, "], \"segments\": [{\"id\": \"s\", \"name\": \"S\", \"weights\": {");
  for (guint i = 0; i < N_METRICS; i++)
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

static double
median (double *times,
        guint   n)
{
  qsort (times, n, sizeof *times, compare_times);

  return times[n / 2];
}

static double
now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/* Memory that is read and nothing else. */
typedef struct
{
  const guint64 *words;
  gsize          n_parts;
  gint           next;
  guint64        sums[2];
} Reading;

#define PART_WORDS 65536

#if defined (__x86_64__)
__attribute__ ((target ("avx2")))
#endif
static void
read_parts (gpointer data,
            guint    worker)
{
  Reading *reading = data;
  Words sums[4] = { { 0 } };

  for (;;)
    {
      const gsize part = g_atomic_int_add (&reading->next, 1);
      const guint64 *words = reading->words + part * PART_WORDS;

      if (part >= reading->n_parts)
        break;
      for (gsize i = 0; i < PART_WORDS; i += 32)
        {
          sums[0] += *(const Words *) (words + i);
          sums[1] += *(const Words *) (words + i + 8);
          sums[2] += *(const Words *) (words + i + 16);
          sums[3] += *(const Words *) (words + i + 24);
        }
    }

  sums[0] += sums[1] + sums[2] + sums[3];
  for (guint i = 0; i < 8; i++)
    reading->sums[worker] += sums[0][i];
}

static double
time_reading (gsize n,
              guint n_threads,
              guint n_runs)
{
  const gsize n_parts = (n * BYTES_A_ROW / 8 + PART_WORDS - 1) / PART_WORDS;
  double *slab = bw_slab_new (n_parts * PART_WORDS);
  guint64 *words = (guint64 *) (gpointer) slab;
  g_autofree double *times = g_new (double, n_runs);
  g_autoptr(BwTeam) team = bw_team_new (n_threads);

  memset (words, 1, n_parts * PART_WORDS * sizeof *words);
  for (guint i = 0; i < n_runs; i++)
    {
      Reading reading = { words, n_parts, 0, { 0 } };

      times[i] = now ();
      bw_team_run (team, read_parts, &reading);
      times[i] = now () - times[i];
      g_assert_cmpuint (reading.sums[0] + reading.sums[1], ==,
                        n_parts * PART_WORDS * G_GUINT64_CONSTANT (0x0101010101010101));
    }

  bw_slab_free (slab);

  return median (times, n_runs);
}

static void
time_nudges (BwResults *start,
             guint      n_threads,
             guint      n_runs)
{
  g_autofree double *times = g_new (double, n_runs);
  const double begin = now ();
  g_autoptr(BwDrag) drag = bw_drag_new (start, 0, 0, NULL, start, n_threads);
  const BwSummary *summary;

  printf ("start-%u %.3f\n", n_threads, now () - begin);
  for (guint i = 0; i < n_runs; i++)
    {
      times[i] = now ();
      bw_drag_nudge (drag, 0.1 + 0.3 * (i + 1) / n_runs);
      times[i] = now () - times[i];
    }
  printf ("nudge-%u %.3f\n", n_threads, median (times, n_runs));

  summary = bw_results_get_summary (bw_drag_get_results (drag), 0);
  printf ("mean %.9f\n", summary->mean);
  printf ("scored %" G_GSIZE_FORMAT "\n", summary->n_scored);
  printf ("movers %" G_GSIZE_FORMAT "\n", bw_drag_get_movement (drag, 0).n_movers);
  printf ("movers-money %.0f\n", bw_drag_get_movement (drag, 0).money);
  for (guint i = 0; i <= BW_NO_BAND; i++)
    printf ("band-%u %" G_GSIZE_FORMAT "\n", i, summary->band_counts[i]);
  for (guint i = 0; i < BW_N_BINS; i++)
    printf ("bin-%u %" G_GSIZE_FORMAT "\n", i, summary->bins[i]);
}

int
main (int   argc,
      char *argv[])
{
  const gsize n = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  const guint n_runs = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : 41;
  g_autoptr(BwModel) model = make_model ();
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwResults) results = NULL;
  double begin;

  {
    g_autoptr(BwPanel) panel = make_panel (n);

    begin = now ();
    prepared = bw_prepared_new (model, panel, 0, NULL, NULL);
    printf ("prepare %.3f\n", now () - begin);
  }

  begin = now ();
  results = bw_results_new (prepared, model);
  printf ("score %.3f\n", now () - begin);

  for (guint n_threads = 1; n_threads <= 2; n_threads++)
    {
      printf ("read-%u %.3f\n", n_threads, time_reading (n, n_threads, n_runs));
      time_nudges (results, n_threads, n_runs);
    }

  return 0;
}
