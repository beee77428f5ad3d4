/* The time of holding a score against who left: the scoreboard of a drag, all figures, a suggestion. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outcome CUSTOMERS…: twelve snapshots, twenty metrics, about a seventh of the customers leaves. Prints a
 * table, times in milliseconds, medians of the nudges. */

#include "customers.h"

#include "outcome/judged.h"
#include "outcome/suggest.h"
#include "outcome/validation.h"
#include "score/drag.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_METRICS 20
#define N_MONTHS  12
#define N_NUDGES  60
#define STRIDE    64

static const guint groups[N_METRICS] = {
  0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3,
};

/* Low values of the first metric make leaving likely, in any of the months. */
static BwColumn *
make_days (gsize n)
{
  double *days = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      const double health = bench_chance (STRIDE * i), chance = bench_chance (STRIDE * i + 60);

      days[i] = chance < 0.28 * (1 - health) ? 20010 + floor (400 * bench_chance (STRIDE * i + 61)) : NAN;
    }

  return bw_column_new_numbers ("Churn date", BW_COLUMN_DATE, days, n);
}

static BwColumn *
make_keys (gsize n)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;

  bw_dictionary_builder_add (builder, "key", -1);
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes ("key", BW_COLUMN_KEY, g_new0 (guint32, n), n, dictionary);
}

static BwPanel *
make_panel (gsize n)
{
  g_autoptr(BwPanel) plain = bench_panel (n, N_METRICS, STRIDE);
  g_autoptr(BwColumn) days = make_days (n);
  g_autoptr(BwColumn) keys = make_keys (n);
  g_autoptr(BwTable) table = NULL;
  BwColumn *columns[N_METRICS + 2];
  BwPanelColumn described[N_METRICS + 2];
  BwSnapshot *snapshots[N_MONTHS];
  BwPanel *panel;

  for (guint i = 0; i <= N_METRICS; i++)
    {
      columns[i] = bw_snapshot_get_column (bw_panel_get_snapshot (plain, 0), i);
      described[i] = *bw_panel_get_column (plain, i);
    }
  columns[N_METRICS + 1] = days;
  described[N_METRICS + 1] = (BwPanelColumn) { "Churn date", NULL, BW_COLUMN_DATE, NULL, BW_ROLE_OUTCOME };
  table = bw_table_new (columns, N_METRICS + 2, n);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      guint32 *customers = g_new (guint32, n);

      for (gsize j = 0; j < n; j++)
        customers[j] = j;
      snapshots[i] = bw_snapshot_new (20000 + 30 * i, table, customers);
    }
  panel = bw_panel_new (keys, NULL, described, N_METRICS + 2, snapshots, N_MONTHS, NULL);
  for (guint i = 0; i < N_MONTHS; i++)
    bw_snapshot_unref (snapshots[i]);

  return panel;
}

static void
say (const char *what,
     double      time,
     double      more)
{
  printf ("  %-34s %10.2f", what, time);
  if (!isnan (more))
    printf ("  %10.4f", more);
  printf ("\n");
}

/* Drags the first slider, and has the scoreboard follow. */
static void
time_drag (BwCohort  *cohort,
           BwResults *results)
{
  g_autoptr(BwScoreboard) scoreboard = bw_scoreboard_new (cohort, bw_results_get_prepared (results));
  g_autoptr(BwDrag) drag = bw_drag_new (results, 0, 0, NULL, NULL, 1);
  double nudges[N_NUDGES], glances[N_NUDGES];
  BwGlance glance;

  for (guint i = 0; i < N_NUDGES; i++)
    {
      const double start = bench_now ();

      bw_drag_nudge (drag, (double) i / N_NUDGES);
      nudges[i] = bench_now ();
      bw_scoreboard_measure (scoreboard, bw_drag_get_results (drag), &glance);
      glances[i] = bench_now () - nudges[i];
      nudges[i] -= start;
    }
  say ("a nudge of the judged rows", bench_median (nudges, N_NUDGES), NAN);
  say ("the scoreboard after it (AUC)", bench_median (glances, N_NUDGES), glance.auc);
}

static void
time_cohort (BwPanel       *panel,
             BwOutcome     *outcome,
             BwModel       *model,
             BwCohortChoice choice)
{
  double start = bench_now ();
  g_autoptr(BwCohort) cohort = bw_cohort_new (outcome, &choice, NULL);
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwResults) results = NULL;
  g_autoptr(BwValidation) validation = NULL;

  printf (" %s: %zu rows, %zu left\n", choice.judging == BW_JUDGE_ONCE ? "once" : "every snapshot",
          bw_cohort_get_n_rows (cohort), bw_cohort_get_n_gone (cohort));
  say ("who is judged", bench_now () - start, NAN);
  start = bench_now ();
  prepared = bw_cohort_prepare (cohort, model, NULL, NULL);
  say ("preparing them", bench_now () - start, NAN);
  results = bw_results_new (prepared, model);
  time_drag (cohort, results);
  start = bench_now ();
  validation = bw_validation_new (cohort, results, NULL);
  say ("all figures (AUC)", bench_now () - start,
       bw_validation_get_figures (validation, BW_ALL_SEGMENTS)->auc.auc);
  if (choice.judging == BW_JUDGE_ONCE)
    {
      g_autoptr(BwSuggestion) suggestion = NULL;

      start = bench_now ();
      suggestion = bw_suggestion_new (cohort, prepared, model, NULL);
      say ("a suggestion (AUC held out)", bench_now () - start, bw_suggestion_get_new_auc (suggestion).auc);
    }
}

int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      const gsize n = g_ascii_strtoull (argv[i], NULL, 10);
      g_autoptr(BwPanel) panel = make_panel (n);
      g_autoptr(BwModel) model = bench_model (groups, N_METRICS);
      const double start = bench_now ();
      g_autoptr(BwOutcome) outcome =
        bw_outcome_new (panel, &(BwOutcomeChoice) { "Churn date", NULL, NULL, NAN }, NULL);

      printf ("%zu customers × %d snapshots × %d metrics\n", n, N_MONTHS, N_METRICS);
      say ("who left", bench_now () - start, NAN);
      time_cohort (panel, outcome, model, (BwCohortChoice) { BW_JUDGE_ONCE, 30, 90 });
      time_cohort (panel, outcome, model, (BwCohortChoice) { BW_JUDGE_EVERY, 30, 90 });
    }

  return 0;
}
