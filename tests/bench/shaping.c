/* The time of what happens while a person shapes a model: whom rules match, edits, other scales. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shaping CUSTOMERS…: prints a table, times in milliseconds, medians of seven. */

#include "customers.h"

#include "model/editing.h"
#include "model/matching.h"
#include "model/scale-edit.h"

#include <stdio.h>

#define N_METRICS 20
#define N_SEGMENTS 8
#define N_RUNS 7

static const guint groups[N_METRICS] = {
  0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3,
};

typedef struct
{
  const char *name;
  void      (*run)(BwModel *model,
                   BwPanel *panel);
} Task;

static void
match (BwModel *model,
       BwPanel *panel)
{
  bw_matching_free (bw_matching_new (model, panel, 0));
}

static void
count_rules (BwModel *model,
             BwPanel *panel)
{
  g_free (bw_matching_count_rules (model, panel, 0));
}

static void
count_one_rule (BwModel *model,
                BwPanel *panel)
{
  g_autoptr(GError) error = NULL;

  bw_conditions_count (bw_model_get_segment (model, 0)->where, model, panel, 0, &error);
  g_assert_no_error (error);
}

static void
edit_scale (BwModel *model,
            BwPanel *panel)
{
  BwMetric metric = *bw_model_get_metric (model, 3);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) edited = NULL;

  metric.scale.to = 50;
  edited = bw_model_with_metric (model, 3, &metric, &error);
  g_assert_no_error (error);
}

static void
convert (BwModel *model,
         BwPanel *panel)
{
  BwColumn *column = bw_snapshot_get_column (bw_panel_get_snapshot (panel, 0), 3);

  for (guint type = 0; type < BW_N_SCALES; type++)
    bw_scale_free (bw_scale_to_type (NULL, type, bw_column_get_numbers (column),
                                     bw_column_get_n_rows (column)));
}

static void
list_values (BwModel *model,
             BwPanel *panel)
{
  g_array_unref (bw_panel_list_values (panel, 0, "m3", 20));
}

static const Task tasks[] = {
  { "match, 7 rules", match },
  { "count rules", count_rules },
  { "count one rule", count_one_rule },
  { "edit a scale", edit_scale },
  { "convert a scale to 5 kinds", convert },
  { "list values", list_values },
};

/* Two conditions a segment, on two metrics. */
static BwModel *
make_model (void)
{
  BwModel *model = bench_model (groups, N_METRICS);

  for (guint i = 0; i + 1 < N_SEGMENTS; i++)
    {
      g_autofree char *first = g_strdup_printf ("m%u", i);
      g_autofree char *second = g_strdup_printf ("m%u", i + 1);
      const BwOperand ends[] = { { "20", 20 }, { "60", 60 } };
      const BwCondition conditions[] = {
        { BW_SUBJECT_COLUMN, first, BW_TEST_BETWEEN, ends, 2 },
        { BW_SUBJECT_METRIC, second, BW_TEST_AT_LEAST, ends, 1 },
      };
      const BwConditions where = { i % 2 == 0, conditions, G_N_ELEMENTS (conditions) };
      const BwSegment segment = { NULL, "S", &where };
      g_autoptr(GError) error = NULL;
      BwModel *edited = bw_model_adding_segment (model, i, &segment, &error);

      g_assert_no_error (error);
      bw_model_unref (model);
      model = edited;
    }

  return model;
}

static double
time_task (const Task *task,
           BwModel    *model,
           BwPanel    *panel)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      times[i] = bench_now ();
      task->run (model, panel);
      times[i] = bench_now () - times[i];
    }

  return bench_median (times, N_RUNS);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(BwModel) model = make_model ();

  for (int arg = 1; arg < argc; arg++)
    {
      const gsize n = g_ascii_strtoull (argv[arg], NULL, 10);
      g_autoptr(BwPanel) panel = bench_panel (n, N_METRICS, 64);

      printf ("%zu customers\n", n);
      for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
        printf ("  %-28s %9.3f ms\n", tasks[i].name, time_task (&tasks[i], model, panel));
    }

  return 0;
}
