/* The processor's time of one frame while a scale is dragged: scores anew, its chart, its spread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scale-drag CUSTOMERS…: prints a table, milliseconds of the processor, medians of seven. */

#include "customers.h"

#include "chart/chart.h"
#include "chart/values.h"
#include "model/editing.h"
#include "score/metric-tally.h"

#include <stdio.h>
#include <time.h>

#define N_METRICS 20
#define DRAGGED 3
#define N_RUNS 7

enum
{
  TRY,
  LAYOUT_ANEW,
  LAYOUT,
  TALLY,
  N_TASKS,
};

static const char *const names[N_TASKS] = {
  [TRY] = "scores under another scale",
  [LAYOUT_ANEW] = "chart, counted anew",
  [LAYOUT] = "chart, values known",
  [TALLY] = "spread of its scores",
};

static const guint groups[N_METRICS] = {
  0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3,
};

static const BwSheet sheet = { 560, 250, 1 };

static double
processor (void)
{
  return 1000.0 * clock () / CLOCKS_PER_SEC;
}

static BwResults *
try_scale (BwResults *results,
           double     to)
{
  BwModel *model = bw_results_get_model (results);
  BwPrepared *prepared = bw_results_get_prepared (results);
  BwMetric metric = *bw_model_get_metric (model, DRAGGED);
  g_autoptr(BwModel) edited = NULL;
  g_autoptr(BwPrepared) tried = NULL;

  metric.scale.to = to;
  edited = bw_model_with_metric (model, DRAGGED, &metric, NULL);
  tried = bw_prepared_new (edited, bw_prepared_get_panel (prepared), 0, prepared, NULL);

  return bw_results_new (tried, edited);
}

static void
lay_out (BwResults *results,
         BwValues  *values)
{
  const BwView view = {
    .results = results, .segment = BW_ALL_SEGMENTS, .customer = BW_NONE, .metric = DRAGGED,
    .values = values,
  };
  g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);

  bw_chart_find ("metric")->layout (scene, &view, &sheet);
}

static void
run (BwResults *results,
     double    *times[N_TASKS],
     guint      i)
{
  const BwView view = { .results = results, .segment = BW_ALL_SEGMENTS, .metric = DRAGGED };
  const BwMetric *metric = bw_model_get_metric (bw_results_get_model (results), DRAGGED);
  g_autoptr(BwValues) values = bw_values_new (&view, metric, &sheet, NULL);
  g_autoptr(BwResults) tried = NULL;
  BwMetricTally tally;
  double begin = processor ();

  tried = try_scale (results, 40 + i);
  times[TRY][i] = processor () - begin;
  begin = processor ();
  lay_out (tried, NULL);
  times[LAYOUT_ANEW][i] = processor () - begin;
  begin = processor ();
  lay_out (tried, values);
  times[LAYOUT][i] = processor () - begin;
  begin = processor ();
  bw_results_tally_metric (tried, BW_ALL_SEGMENTS, DRAGGED, &tally);
  times[TALLY][i] = processor () - begin;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(BwModel) model = bench_model (groups, N_METRICS);

  for (int arg = 1; arg < argc; arg++)
    {
      const gsize n = g_ascii_strtoull (argv[arg], NULL, 10);
      g_autoptr(BwPanel) panel = bench_panel (n, N_METRICS, 64);
      g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, 0, NULL, NULL);
      g_autoptr(BwResults) results = bw_results_new (prepared, model);
      double all[N_TASKS][N_RUNS];
      double *times[N_TASKS] = { all[0], all[1], all[2], all[3] };

      for (guint i = 0; i < N_RUNS; i++)
        run (results, times, i);
      printf ("%zu customers\n", n);
      for (guint task = 0; task < N_TASKS; task++)
        printf ("  %-28s %9.3f ms\n", names[task], bench_median (times[task], N_RUNS));
    }

  return 0;
}
