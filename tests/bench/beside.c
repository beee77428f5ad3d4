/* The time of what is worked out beside the scores: firmness, slider ranges, influence, comparing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* beside firmness|compare CUSTOMERS…: prints a table, times in milliseconds, medians of three. */

#include "customers.h"

#include "score/comparing.h"
#include "score/firmness.h"
#include "score/insight.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define N_METRICS 20
#define N_RUNS 3

static const guint groups[N_METRICS] = {
  0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3,
};

/* What is timed, and what came of it that is worth a column. */
typedef struct
{
  const char *name;
  void      (*run)(BwResults *results,
                   BwResults *other,
                   char     **says);
} Task;

static void
run_draws (BwResults *results,
           BwResults *other,
           char     **says)
{
  g_autoptr(BwFirmness) firmness = bw_firmness_new (results, BW_N_DRAWS, BW_DRAW_SPREAD, 1, NULL);

  *says = g_strdup_printf ("bands kept in %.2f %% of draws",
                           100 * bw_firmness_get_mean_kept (firmness, BW_ALL_SEGMENTS));
}

static void
run_ranges (BwResults *results,
            BwResults *other,
            char     **says)
{
  BwShareRange ranges[N_METRICS];

  bw_results_find_share_ranges (results, 0, NULL, 0.01, NULL, ranges);
  *says = g_strdup_printf ("first slider free from %.2f to %.2f %%", 100 * ranges[0].least,
                           100 * ranges[0].most);
}

/* Who cancels, and when. */
typedef struct
{
  GCancellable *cancellable;
  double        told;
} Cancelling;

static gpointer
cancel_soon (gpointer data)
{
  Cancelling *cancelling = data;

  g_usleep (30000);
  cancelling->told = bench_now ();
  g_cancellable_cancel (cancelling->cancellable);

  return NULL;
}

static void
run_cancelled (BwResults *results,
               BwResults *other,
               char     **says)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Cancelling cancelling = { cancellable, 0 };
  GThread *thread = g_thread_new ("cancel", cancel_soon, &cancelling);
  g_autoptr(BwFirmness) firmness =
    bw_firmness_new (results, BW_N_DRAWS, BW_DRAW_SPREAD, 1, cancellable);
  const double end = bench_now ();

  g_thread_join (thread);
  *says = firmness == NULL
          ? g_strdup_printf ("stood still %.1f ms after being told", end - cancelling.told)
          : g_strdup ("was done before it was told");
}

static void
run_insights (BwResults *results,
              BwResults *other,
              char     **says)
{
  BwMetricInsight insights[N_METRICS];
  double sum = 0;

  bw_results_find_insights (results, BW_ALL_SEGMENTS, insights);
  for (guint i = 0; i < N_METRICS; i++)
    sum += insights[i].influence;
  *says = g_strdup_printf ("influence sums to %.12f", sum);
}

static void
run_hints (BwResults *results,
           BwResults *other,
           char     **says)
{
  g_autoptr(GArray) hints = bw_hints_find (results, BW_ALL_SEGMENTS, NULL);

  *says = g_strdup_printf ("%u hints", hints->len);
}

static void
run_tipping (BwResults *results,
             BwResults *other,
             char     **says)
{
  BwTipping tipping;
  const gboolean found = bw_results_find_tipping (results, 1, NULL, &tipping);

  *says = found ? g_strdup_printf ("one customer: %.1f → %.1f %%", 100 * tipping.share,
                                   100 * tipping.tips_at)
                : g_strdup ("one customer: none");
}

static void
run_compare (BwResults *results,
             BwResults *other,
             char     **says)
{
  BwComparison comparison;

  bw_results_compare (results, other, BW_ALL_SEGMENTS, &comparison);
  *says = g_strdup_printf ("%" G_GSIZE_FORMAT " movers, rho %.4f, tau %.4f",
                           comparison.movement.n_movers, comparison.spearman, comparison.kendall);
}

static void
run_movers (BwResults *results,
            BwResults *other,
            char     **says)
{
  const BwMovement movement = bw_results_count_movers (results, other, BW_ALL_SEGMENTS);

  *says = g_strdup_printf ("%" G_GSIZE_FORMAT " movers", movement.n_movers);
}

static const Task firmness_tasks[] = {
  { "200 draws", run_draws }, { "cancelled draws", run_cancelled }, { "20 slider ranges", run_ranges },
  { "influence", run_insights }, { "hints", run_hints }, { "tipping point", run_tipping },
};

static const Task compare_tasks[] = {
  { "compare", run_compare }, { "count movers", run_movers },
};

static void
time_task (const Task *task,
           gsize       n,
           BwResults  *results,
           BwResults  *other)
{
  double times[N_RUNS];
  g_autofree char *says = NULL;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_clear_pointer (&says, g_free);
      times[i] = bench_now ();
      task->run (results, other, &says);
      times[i] = bench_now () - times[i];
    }

  printf ("%12" G_GSIZE_FORMAT "  %-18s %10.2f  %s\n", n, task->name,
          bench_median (times, N_RUNS), says);
}

/* The same customers with the first metric at half of all weight. */
static BwResults *
score_otherwise (BwPrepared *prepared,
                 BwModel    *model)
{
  double shares[N_METRICS];
  g_autoptr(BwModel) other = NULL;

  for (guint i = 0; i < N_METRICS; i++)
    shares[i] = i == 0 ? 0.5 : 0.5 / (N_METRICS - 1);
  other = bw_model_with_shares (model, 0, shares);

  return bw_results_new (prepared, other);
}

int
main (int   argc,
      char *argv[])
{
  const gboolean firmness = argc > 1 && strcmp (argv[1], "firmness") == 0;
  const Task *tasks = firmness ? firmness_tasks : compare_tasks;
  const guint n_tasks = firmness ? G_N_ELEMENTS (firmness_tasks) : G_N_ELEMENTS (compare_tasks);

  printf ("ms (medians of %u); %u metrics in 4 groups, %g %% missing, %u processors\n", N_RUNS,
          N_METRICS, 100 * BENCH_MISSING, g_get_num_processors ());
  for (int i = 2; i < argc; i++)
    {
      const gsize n = g_ascii_strtoull (argv[i], NULL, 10);
      g_autoptr(BwModel) model = bench_model (groups, N_METRICS);
      g_autoptr(BwPanel) panel = bench_panel (n, N_METRICS, 64);
      g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, 0, NULL, NULL);
      g_autoptr(BwResults) results = bw_results_new (prepared, model);
      g_autoptr(BwResults) other = score_otherwise (prepared, model);

      for (guint task = 0; task < n_tasks; task++)
        time_task (&tasks[task], n, results, other);
    }

  return 0;
}
