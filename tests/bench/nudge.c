/* The time of one nudge of a held slider, beside a plain read of the bytes it has to touch. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints lines of "name value" for nudge.py, which makes the same customers and the same nudge in
 * numpy. Times are medians, in milliseconds. */

#include "customers.h"

#include "score/drag.h"
#include "score/slab.h"
#include "score/team.h"

#include <stdio.h>
#include <string.h>

#define N_METRICS 10

/* In groups of three, three, two and two, all with the same weight. */
static const guint groups[N_METRICS] = { 0, 0, 0, 1, 1, 1, 2, 2, 3, 3 };

/* Of each row: a sum of what gives way, the moved metric, money, the expected band; and the score,
 * which is written. */
#define BYTES_A_ROW (8 + 8 + 8 + 1 + 8)

typedef guint64 Words __attribute__ ((vector_size (64), aligned (8), may_alias));

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

      times[i] = bench_now ();
      bw_team_run (team, read_parts, &reading);
      times[i] = bench_now () - times[i];
      g_assert_cmpuint (reading.sums[0] + reading.sums[1], ==,
                        n_parts * PART_WORDS * G_GUINT64_CONSTANT (0x0101010101010101));
    }

  bw_slab_free (slab);

  return bench_median (times, n_runs);
}

static void
time_nudges (BwResults *start,
             guint      n_threads,
             guint      n_runs)
{
  g_autofree double *times = g_new (double, n_runs);
  const double begin = bench_now ();
  g_autoptr(BwDrag) drag = bw_drag_new (start, 0, 0, NULL, start, n_threads);
  const BwSummary *summary;

  printf ("start-%u %.3f\n", n_threads, bench_now () - begin);
  for (guint i = 0; i < n_runs; i++)
    {
      times[i] = bench_now ();
      bw_drag_nudge (drag, 0.1 + 0.3 * (i + 1) / n_runs);
      times[i] = bench_now () - times[i];
    }
  printf ("nudge-%u %.3f\n", n_threads, bench_median (times, n_runs));

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
  g_autoptr(BwModel) model = bench_model (groups, N_METRICS);
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwResults) results = NULL;
  double begin;

  {
    g_autoptr(BwPanel) panel = bench_panel (n, N_METRICS, 32);

    begin = bench_now ();
    prepared = bw_prepared_new (model, panel, 0, NULL, NULL);
    printf ("prepare %.3f\n", bench_now () - begin);
  }

  begin = bench_now ();
  results = bw_results_new (prepared, model);
  printf ("score %.3f\n", bench_now () - begin);

  for (guint n_threads = 1; n_threads <= 2; n_threads++)
    {
      printf ("read-%u %.3f\n", n_threads, time_reading (n, n_threads, n_runs));
      time_nudges (results, n_threads, n_runs);
    }

  return 0;
}
