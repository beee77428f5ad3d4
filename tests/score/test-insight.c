/* What weights really do, by hand and by what always holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/insight.h"

#include <math.h>

#define N_ROUNDS 30
#define NEAR 1e-9

#define METRIC(id, group) \
  "{'id': '" id "', 'name': 'N', 'group': '" group "', 'column': '" id "', " \
  "'scale': {'type': 'linear', 'from': 0, 'to': 100}}"

#define MODEL(segments, more) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', " \
  "'groups': [{'id': 'x', 'name': 'X'}, {'id': 'y', 'name': 'Y'}], 'metrics': [" \
  METRIC ("a", "x") "," METRIC ("b", "y") "," METRIC ("c", "y") "], " \
  "'segments': [" segments "]" more "}"

#define REST(weights) "{'id': 's', 'name': 'S', 'weights': {" weights "}}"
#define LOW(weights) "{'id': 'l', 'name': 'L', 'where': {'all': [{'column': 'c', 'less': 10}]}, " \
  "'weights': {" weights "}}"

static BwPanel *
panel_of (const double *a,
          const double *b,
          const double *c,
          guint         n)
{
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, a, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, b, NULL },
    { "c", BW_COLUMN_NUMBER, BW_ROLE_METRIC, c, NULL },
  };

  return fixture_panel (columns, G_N_ELEMENTS (columns), n, NULL, 1);
}

static const double a[] = { 20, 40, 60, 100, NAN };
static const double b[] = { 30, 50, 10, 90, NAN };
static const double c[] = { 50, 50, 50, 50, 50 };

/* a at 75 %, b at 25 %: scores 22.5, 42.5, 47.5 and 97.5, mean 52.5; the fifth has none. Off the
 * mean: −30, −10, −5, 45, squares 900 + 100 + 25 + 2025 = 3050. Of 0.75·a: 15, 30, 45, 75 times
 * those: −450 − 300 − 225 + 3375 = 2400. Of 0.25·b: 7.5, 12.5, 2.5, 22.5: −225 − 125 − 12.5 +
 * 1012.5 = 650. Lost: 0.75·(100 − 55) and 0.25·(100 − 45). The best band is the fourth, the worst
 * the first. a: squares off 55: 1225 + 225 + 25 + 2025 = 3500, over 4 is 875. */
static void
test_by_hand (void)
{
  g_autoptr(BwPanel) panel = panel_of (a, b, c, 5);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (REST ("'a': 3, 'b': 1"), ""));
  BwMetricInsight insights[3];

  bw_results_find_insights (results, 0, insights);

  g_assert_cmpfloat (insights[0].share, ==, 0.75);
  g_assert_cmpfloat_with_epsilon (insights[0].influence, 2400.0 / 3050, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[1].influence, 650.0 / 3050, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[0].lost, 33.75, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[1].lost, 13.75, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[0].mean_top, 100, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[0].mean_bottom, 20, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[1].mean_top, 90, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[0].separation, 60, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[1].separation, 15, NEAR);
  g_assert_cmpuint (insights[0].n_present, ==, 4);
  g_assert_cmpfloat_with_epsilon (insights[0].deviation, sqrt (875), NEAR);
  g_assert_true (isnan (insights[2].share));
  g_assert_cmpfloat (insights[2].influence, ==, 0);
  g_assert_cmpuint (insights[2].n_present, ==, 0);
  g_assert_true (isnan (insights[2].mean_top));
}

/* Who lacks b has a for all of its weight: the influence of b is of those who have it. Scores 20
 * (a alone) and 0.5·40 + 0.5·80 = 60: mean 40, off it ∓20, variance sum 800. a: 20 and 20, that is
 * −400 + 400 = 0; b: 0 and 40: 800. */
static void
test_missing (void)
{
  static const double x[] = { 20, 40 };
  static const double y[] = { NAN, 80 };
  g_autoptr(BwPanel) panel = panel_of (x, y, c, 2);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (REST ("'a': 1, 'b': 1"), ""));
  BwMetricInsight insights[3];

  bw_results_find_insights (results, BW_ALL_SEGMENTS, insights);

  g_assert_cmpfloat_with_epsilon (insights[0].influence, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[1].influence, 1, NEAR);
  g_assert_cmpuint (insights[1].n_present, ==, 1);
  g_assert_cmpfloat_with_epsilon (insights[1].lost, (0 + 0.5 * 20) / 2, NEAR);
  g_assert_cmpfloat (insights[1].deviation, ==, 0);
}

/* Where all scores are the same nothing makes the differences; where there are none, nothing is. */
static void
test_nothing (void)
{
  g_autoptr(BwPanel) panel = panel_of (c, c, c, 4);
  g_autoptr(BwResults) same = fixture_results (panel, MODEL (REST ("'a': 1, 'b': 2"), ""));
  g_autoptr(BwResults) none = fixture_results (panel, MODEL (REST ("'a': 0"), ""));
  BwMetricInsight insights[3];

  bw_results_find_insights (same, 0, insights);
  g_assert_true (isnan (insights[0].influence));
  g_assert_cmpfloat_with_epsilon (insights[1].lost, 100.0 / 3, NEAR);
  g_assert_true (isnan (insights[0].separation));

  bw_results_find_insights (none, 0, insights);
  g_assert_cmpfloat (insights[0].share, ==, 0);
  g_assert_true (isnan (insights[0].lost));
  g_assert_true (isnan (insights[0].influence));
}

/* Three customers in one segment with a at 1, one in another with a at 0.2: (3 + 0.2)/4. */
static void
test_mean_share (void)
{
  static const double low[] = { 5, 6, 7, 50 };
  g_autoptr(BwPanel) panel = panel_of (a, b, low, 4);
  g_autoptr(BwResults) results =
    fixture_results (panel, MODEL (LOW ("'a': 1") "," REST ("'a': 2, 'b': 8"), ""));
  BwMetricInsight insights[3];

  bw_results_find_insights (results, BW_ALL_SEGMENTS, insights);

  g_assert_cmpfloat_with_epsilon (insights[0].share, 0.8, NEAR);
  g_assert_cmpfloat_with_epsilon (insights[1].share, 0.2, NEAR);
  g_assert_true (isnan (insights[2].share));
}

/* Influence sums to 1, lost points to what the mean before rules lacks of 100, and separation to
 * the distance of the bands' means before rules, whatever is missing and whatever the groups. */
static void
check_sums (const BwResults *results,
            guint            segment,
            gboolean        *some)
{
  const BwModel *model = bw_results_get_model (results);
  const guint n = bw_model_get_n_metrics (model);
  const guint best = bw_model_get_n_bands (model) - 1;
  g_autofree BwMetricInsight *insights = g_new (BwMetricInsight, n);
  double influence = 0, lost = 0, separation = 0, sums[2] = { 0 }, all = 0;
  gsize counts[2] = { 0 }, n_scored = 0;

  bw_results_find_insights (results, segment, insights);
  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    {
      const double before = bw_results_get_score_before_rules (results, row);
      const guint band = bw_results_get_band (results, row);

      if (isnan (before) ||
          (segment != BW_ALL_SEGMENTS && bw_results_get_segment (results, row) != segment))
        continue;

      n_scored++;
      all += before;
      if (band == 0 || band == best)
        {
          sums[band > 0] += before;
          counts[band > 0]++;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      influence += insights[i].influence;
      lost += insights[i].lost;
      separation += insights[i].separation;
    }

  if (!isnan (influence))
    g_assert_cmpfloat_with_epsilon (influence, 1, NEAR);
  if (n_scored > 0)
    g_assert_cmpfloat_with_epsilon (lost, 100 - all / n_scored, 1e-8);
  if (counts[0] > 0 && counts[1] > 0)
    g_assert_cmpfloat_with_epsilon (separation, sums[1] / counts[1] - sums[0] / counts[0], 1e-8);
  *some |= !isnan (influence) && counts[0] > 0 && counts[1] > 0;
}

static void
test_sums (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (51);
  gboolean some = FALSE;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = { rand, 900, 1 + round % 7, 1 + round % 3, 1 + round % 3,
                                   round % 4 * 0.15, round % 2 == 0 };
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) results = fixture_score (panel, model, 0);

      check_sums (results, BW_ALL_SEGMENTS, &some);
      for (guint segment = 0; segment < shape.n_segments; segment++)
        check_sums (results, segment, &some);
    }
  g_assert_true (some);
}

/* a and b of the four who have both: off their means −35 −15 5 45 and −15 5 −35 45: products 525 −
 * 75 − 175 + 2025 = 2300 over the root of 3500·3500. */
static void
test_correlate (void)
{
  static const double two[] = { 1, 2, NAN, NAN, NAN };
  g_autoptr(BwPanel) panel = panel_of (a, b, c, 5);
  g_autoptr(BwPanel) few = panel_of (a, two, c, 5);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (REST ("'a': 3, 'b': 1"), ""));
  g_autoptr(BwResults) lacking = fixture_results (few, MODEL (REST ("'a': 3, 'b': 1"), ""));

  g_assert_cmpfloat_with_epsilon (bw_results_correlate (results, 0, 0, 1), 2300.0 / 3500, NEAR);
  g_assert_true (isnan (bw_results_correlate (results, 0, 0, 2)));
  g_assert_true (isnan (bw_results_correlate (lacking, BW_ALL_SEGMENTS, 0, 1)));
}

#define RULES ", 'rules': [" \
  "{'at-most': 30, 'where': {'all': [{'column': 'a', 'at-least': 40}]}, 'reason': 'p'}, " \
  "{'at-most': 50, 'where': {'all': [{'column': 'a', 'at-least': 20}]}, 'reason': 'q'}, " \
  "{'at-least': 25, 'where': {'all': [{'column': 'b', 'at-most': 30}]}, 'reason': 'r'}, " \
  "{'at-most': 10, 'where': {'all': [{'column': 'a', 'less': 0}]}, 'reason': 's'}]"

/* Scores 22.5, 42.5, 47.5, 97.5 and none. p caps the last three; q holds for all four but caps
 * nobody more than p does; r lifts the first, and the third is capped all the same. */
static void
test_rules (void)
{
  static const BwRuleCount counts[] = { { 3, 3 }, { 4, 0 }, { 2, 1 }, { 0, 0 } };
  g_autoptr(BwPanel) panel = panel_of (a, b, c, 5);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (REST ("'a': 3, 'b': 1"), RULES));

  for (guint rule = 0; rule < G_N_ELEMENTS (counts); rule++)
    {
      BwRuleCount count;

      bw_results_count_rule (results, rule, &count);
      g_assert_cmpuint (count.n_holds, ==, counts[rule].n_holds);
      g_assert_cmpuint (count.n_binds, ==, counts[rule].n_binds);
    }
}

/* Whom a rule binds is whom bw_results_get_rule() says it sets the score of. */
static void
test_bound (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (52);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = { rand, 300, 3, 2, 2, round % 3 * 0.2, TRUE };
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) results = fixture_score (panel, model, 0);

      for (guint rule = 0; rule < bw_model_get_n_rules (model); rule++)
        {
          gsize n_binds = 0;
          BwRuleCount count;

          bw_results_count_rule (results, rule, &count);
          for (gsize row = 0; row < shape.n_customers; row++)
            n_binds += bw_results_get_rule (results, row) == rule;
          g_assert_cmpuint (count.n_binds, ==, n_binds);
        }
    }
}

/* Scores 10, 20, 20, 33.25, 60: the edge that leaves so many below. */
static void
test_capacity (void)
{
  static const double scores[] = { 20, 60, 10, 33.25, 20, NAN };
  static const double edges[] = { 0, 20, 20, 33, 60, 100, 100 };
  g_autoptr(BwPanel) panel = panel_of (scores, scores, scores, 6);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (REST ("'a': 1"), ""));

  for (guint n = 0; n < G_N_ELEMENTS (edges); n++)
    g_assert_cmpfloat (bw_results_edge_for_capacity (results, BW_ALL_SEGMENTS, n), ==, edges[n]);
}

/* As many as can be are below the edge, and no more than fit. */
static void
test_capacities (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (53);
  const FixtureShape shape = { rand, 200, 3, 1, 1, 0.1, TRUE };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwModel) model = fixture_random_model (&shape);
  g_autoptr(BwResults) results = fixture_score (panel, model, 0);

  for (guint n = 0; n < 210; n += 3)
    {
      const double edge = bw_results_edge_for_capacity (results, 0, n);
      double next = INFINITY;
      gsize n_below = 0, n_more = 0;

      for (gsize row = 0; row < shape.n_customers; row++)
        {
          const double score = bw_results_get_score (results, row);

          n_below += score < edge;
          next = score >= edge ? MIN (next, score) : next;
        }
      for (gsize row = 0; row < shape.n_customers; row++)
        n_more += bw_results_get_score (results, row) <= next;
      g_assert_cmpuint (n_below, <=, n);
      g_assert_true (edge == 100 || n_more > n);
    }
}

/* Under its own segment a customer has its own score; under another what it would have if the rule
 * of the segments let it in. */
static void
test_score_under (void)
{
  static const double low[] = { 5, 50, 5, 50, 5 };
  g_autoptr(BwPanel) panel = panel_of (a, b, low, 5);
  g_autoptr(BwResults) results =
    fixture_results (panel, MODEL (LOW ("'a': 1") "," REST ("'a': 2, 'b': 8"), ""));

  g_assert_cmpfloat (bw_results_score_under (results, 0, 0), ==, 20);
  g_assert_cmpfloat (bw_results_score_under (results, 0, 1), ==, 28);
  g_assert_cmpfloat (bw_results_score_under (results, 1, 0), ==, 40);
  g_assert_true (isnan (bw_results_score_under (results, 4, 1)));
}

static void
test_scores_under (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (54);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = { rand, 100, 1 + round % 6, 1 + round % 3, 3, round % 4 * 0.15,
                                   round % 2 == 0 };
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) results = fixture_score (panel, model, 0);

      for (guint segment = 0; segment < 3; segment++)
        {
          const double *shares = bw_model_get_segment (model, segment)->shares;
          g_autoptr(BwModel) same = bw_model_ref (model);
          g_autoptr(BwResults) anew = NULL;

          for (guint other = 0; other < 3; other++)
            {
              BwModel *next = bw_model_with_shares (same, other, shares);

              bw_model_unref (same);
              same = next;
            }
          anew = fixture_score (panel, same, 0);
          for (gsize row = 0; row < shape.n_customers; row++)
            {
              const double score = bw_results_score_under (results, row, segment);

              if (isnan (score))
                g_assert_true (isnan (bw_results_get_score (anew, row)));
              else
                g_assert_cmpfloat (score, ==, bw_results_get_score (anew, row));
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/insight/by-hand", test_by_hand);
  g_test_add_func ("/score/insight/missing", test_missing);
  g_test_add_func ("/score/insight/nothing", test_nothing);
  g_test_add_func ("/score/insight/mean-share", test_mean_share);
  g_test_add_func ("/score/insight/sums", test_sums);
  g_test_add_func ("/score/insight/correlate", test_correlate);
  g_test_add_func ("/score/insight/rules", test_rules);
  g_test_add_func ("/score/insight/bound", test_bound);
  g_test_add_func ("/score/insight/capacity", test_capacity);
  g_test_add_func ("/score/insight/capacities", test_capacities);
  g_test_add_func ("/score/insight/score-under", test_score_under);
  g_test_add_func ("/score/insight/scores-under", test_scores_under);

  return g_test_run ();
}
