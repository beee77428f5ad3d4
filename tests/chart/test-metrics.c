/* What all metrics cost, and what is counted of one, on six customers worked out by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "six.h"

#include "chart/values.h"
#include "score/metric-tally.h"

static const BwSheet sheet = { 900, 400, 1 };

/* Bars are counted once for any number of scales, and again where they are of something else. */
static void
test_values (void)
{
  g_auto(Six) fixture = { 0, };
  g_auto(Six) bent = { 0, };
  g_autoptr(BwModel) model = six_model ("{\"type\": \"linear\", \"from\": 5, \"to\": 6}", TRUE);
  g_autoptr(BwPrepared) prepared = NULL;
  const BwMetric *plain, *metric;
  const BwSheet narrow = { 90, 400, 1 };

  six_begin (&fixture, SIX_LINE, FALSE);
  plain = bw_model_get_metric (bw_results_get_model (fixture.results), 0);
  metric = bw_model_get_metric (model, 0);
  prepared = bw_prepared_new (model, fixture.panel, 0, bw_results_get_prepared (fixture.results),
                              NULL);
  bent.results = bw_results_new (prepared, model);
  bent.view = fixture.view;
  bent.view.results = bent.results;
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr(BwValues) first = NULL;
      g_autoptr(BwValues) same = NULL;
      g_autoptr(BwValues) other = NULL;
      g_autoptr(BwValues) coarse = NULL;

      fixture.view.segment = bent.view.segment = pass == 0 ? BW_ALL_SEGMENTS : 0;
      first = bw_values_new (&fixture.view, plain, &sheet, NULL);
      same = bw_values_new (&bent.view, metric, &sheet, first);
      g_assert_true (same == first);
      g_assert_cmpuint (first->n_present, ==, pass == 0 ? 5 : 4);
      g_assert_cmpuint (first->n_missing, ==, pass == 0 ? 1 : 0);
      bent.view.segment = 1;
      other = bw_values_new (&bent.view, metric, &sheet, first);
      g_assert_true (other != first && other->n_present == 1 && other->n_missing == 1);
      coarse = bw_values_new (&fixture.view, metric, &narrow, first);
      g_assert_true (coarse != first && coarse->n_bars < first->n_bars);
    }
}

/* Scores 0, 25, 50, 75, 100 and one unknown, of bars five points wide; only the last but one customer
 * is in the other segment. */
static void
test_tally (void)
{
  static const gsize bars[BW_N_TALLY_BARS] = { [0] = 1, [5] = 1, [10] = 1, [15] = 1, [19] = 1 };
  static const gsize bands[] = { 2, 1, 2 };
  g_auto(Six) fixture = { 0, };
  BwMetricTally tally;

  six_begin (&fixture, SIX_LINE, FALSE);
  bw_results_tally_metric (fixture.results, BW_ALL_SEGMENTS, 0, &tally);
  g_assert_cmpmem (tally.bars, sizeof tally.bars, bars, sizeof bars);
  g_assert_cmpmem (tally.band_counts, sizeof bands, bands, sizeof bands);
  g_assert_cmpuint (tally.n_known, ==, 5);
  six_near (tally.mean, 50);

  bw_results_tally_metric (fixture.results, 1, 0, &tally);
  g_assert_cmpuint (tally.n_known, ==, 1);
  six_near (tally.mean, 100);
}

/* Days: mean 50 of five, 3/4 of 50 lost. Plan: mean (2 · 20 + 3 · 80) / 5 = 56, 1/4 of 44 lost. Who
 * has neither scores nothing and costs nothing. */
static void
test_points_lost (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  g_autofree char *finding = NULL;
  const BwMark *one, *two;

  six_begin (&fixture, SIX_LINE, FALSE);
  scene = six_lay_out (&fixture, "metrics", &sheet);
  one = six_mark (scene, "Days: 37.5 points lost, weighs 75\u00a0%");
  two = six_mark (scene, "Plan: 11.0 points lost, weighs 25\u00a0%");
  g_assert_cmpfloat (one->y + one->height, <=, two->y + 1e-9);
  six_near (six_bar (scene, two)->width / six_bar (scene, one)->width, 11 / 37.5);
  g_assert_true (six_says (scene, "Days") && six_says (scene, "37.5") && six_says (scene, "11.0"));
  finding = bw_chart_find ("metrics")->finding (&fixture.view);
  g_assert_cmpstr (finding, ==,
                   "Days costs most: 37.5 of the 48.5 points that metrics cost");
}

/* Where one line has room, the costliest metric has it. */
static void
test_no_room (void)
{
  g_auto(Six) fixture = { 0, };
  const BwSheet low = { 900, 30, 1 };
  g_autoptr(BwScene) scene = bw_scene_new (low.width, low.height);

  six_begin (&fixture, SIX_LINE, FALSE);
  bw_chart_find ("metrics")->layout (scene, &fixture.view, &low);
  six_mark (scene, "Days: 37.5 points lost, weighs 75\u00a0%");
  g_assert_null (six_find (scene, "Plan: 11.0 points lost, weighs 25\u00a0%"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metrics/values", test_values);
  g_test_add_func ("/metrics/tally", test_tally);
  g_test_add_func ("/metrics/points-lost", test_points_lost);
  g_test_add_func ("/metrics/no-room", test_no_room);

  return g_test_run ();
}
