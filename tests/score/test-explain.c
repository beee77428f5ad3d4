/* Explanations add up, and say what a hand-worked example says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/drag.h"
#include "score/explain.h"

#include <math.h>

#define NEAR 1e-9

#define MODEL(rules) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', " \
  "'groups': [{'id': 'x', 'name': 'X'}, {'id': 'y', 'name': 'Y'}], " \
  "'metrics': [" \
  "{'id': 'a', 'name': 'A', 'group': 'x', 'column': 'a', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'b', 'name': 'B', 'group': 'x', 'column': 'b', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'c', 'name': 'C', 'group': 'y', 'column': 'c', 'direction': 'hurts', 'scale': {'type': 'linear', 'from': 0, 'to': 10}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {'a': 40, 'b': 20, 'c': 40}}]" rules "}"

#define CAP ", 'rules': [{'at-most': 49, 'where': {'all': [{'column': 'a', 'is': 90}]}, 'reason': 'r'}]"

static const double a[] = { 90, 30, 60, 90, 50, 60 };
static const double b[] = { 60, NAN, 30, 30, NAN, 90 };
static const double c[] = { 2, 6, 4, 2, 1, 9 };

/* Two snapshots of three customers. */
static BwPanel *
small_panel (void)
{
  static const double dates[] = { 20000, 20030 };
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, a, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, b, NULL },
    { "c", BW_COLUMN_NUMBER, BW_ROLE_METRIC, c, NULL },
  };

  return fixture_panel (columns, 3, 3, dates, 2);
}

static void
assert_adds_up (const BwExplanation *explanation)
{
  double sum = explanation->rule + explanation->rest;
  gint64 tenths = explanation->rule_tenths + explanation->rest_tenths;

  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      sum += explanation->reasons[i].points;
      tenths += explanation->reasons[i].tenths;
      g_assert_cmpfloat (fabs (explanation->reasons[i].tenths - 10 * explanation->reasons[i].points),
                         <, 2);
      if (i > 0)
        g_assert_cmpfloat (fabs (explanation->reasons[i].points), <=,
                           fabs (explanation->reasons[i - 1].points));
    }

  g_assert_cmpfloat_with_epsilon (explanation->from + sum, explanation->to, NEAR);
  g_assert_cmpint (llround (10 * explanation->from) + tenths, ==, llround (10 * explanation->to));
}

/* The first snapshot: g = (90 60 80), (30 – 40), (60 30 60), scores 80, 34 and 54. */
static void
test_score (void)
{
  g_autoptr(BwPanel) panel = small_panel ();
  g_autoptr(BwModel) model = fixture_model (MODEL (""));
  g_autoptr(BwResults) results = fixture_score (panel, model, 0);
  g_autoptr(BwExplanation) whole = bw_explain (results, 0);
  g_autoptr(BwExplanation) lacking = bw_explain (results, 1);

  g_assert_cmpfloat (bw_results_get_score (results, 0), ==, 80);
  g_assert_cmpfloat (bw_results_get_score (results, 1), ==, 34);
  g_assert_cmpfloat (bw_results_get_score (results, 2), ==, 54);
  g_assert_cmpfloat_with_epsilon (whole->from, 56, NEAR);

  /* Means of the metrics: a 60, b (of two) 45, c 60. */
  g_assert_cmpuint (whole->n_reasons, ==, 3);
  g_assert_cmpuint (whole->reasons[0].metric, ==, 0);
  g_assert_cmpfloat_with_epsilon (whole->reasons[0].points, 0.4 * 30, NEAR);
  g_assert_cmpuint (whole->reasons[1].metric, ==, 2);
  g_assert_cmpfloat_with_epsilon (whole->reasons[1].points, 0.4 * 20, NEAR);
  g_assert_cmpfloat_with_epsilon (whole->reasons[2].points, 0.2 * 15, NEAR);
  g_assert_cmpfloat (whole->reasons[1].raw, ==, 2);
  g_assert_cmpfloat (whole->rule, ==, 0);
  g_assert_cmpfloat_with_epsilon (whole->rest, 0.4 * 60 + 0.2 * 45 + 0.4 * 60 - 56, NEAR);
  assert_adds_up (whole);

  g_assert_cmpuint (lacking->n_reasons, ==, 2);
  g_assert_cmpfloat_with_epsilon (lacking->reasons[0].points, 0.6 * -30, NEAR);
  g_assert_cmpfloat_with_epsilon (lacking->rest, 60 - 56, NEAR);
  assert_adds_up (lacking);
}

static void
test_rule (void)
{
  g_autoptr(BwPanel) panel = small_panel ();
  g_autoptr(BwModel) model = fixture_model (MODEL (CAP));
  g_autoptr(BwResults) results = fixture_score (panel, model, 0);
  g_autoptr(BwExplanation) capped = bw_explain (results, 0);

  g_assert_cmpfloat (capped->to, ==, 49);
  g_assert_cmpfloat_with_epsilon (capped->rule, -31, NEAR);
  g_assert_cmpint (capped->rule_tenths, ==, -310);
  assert_adds_up (capped);
}

/* g = (90 60 80) → (90 30 80), e the same: b costs 0.2·30; c of the second customer gains. */
static void
test_change (void)
{
  g_autoptr(BwPanel) panel = small_panel ();
  g_autoptr(BwModel) model = fixture_model (MODEL (""));
  g_autoptr(BwResults) before = fixture_score (panel, model, 0);
  g_autoptr(BwResults) after = fixture_score (panel, model, 1);
  g_autoptr(BwExplanation) first = bw_explain_change (before, after, 0);
  g_autoptr(BwExplanation) second = bw_explain_change (before, after, 1);

  g_assert_cmpfloat (first->from, ==, 80);
  g_assert_cmpfloat (first->to, ==, 74);
  g_assert_cmpuint (first->reasons[0].metric, ==, 1);
  g_assert_cmpfloat_with_epsilon (first->reasons[0].points, -6, NEAR);
  g_assert_cmpfloat (first->reasons[0].raw, ==, 30);
  g_assert_cmpfloat (first->reasons[0].raw_before, ==, 60);
  g_assert_cmpint (first->reasons[0].tenths, ==, -60);
  g_assert_cmpfloat_with_epsilon (first->rest, 0, NEAR);
  assert_adds_up (first);

  g_assert_cmpuint (second->n_reasons, ==, 2);
  g_assert_cmpfloat_with_epsilon (second->reasons[0].points, 0.4 * 50, NEAR);
  g_assert_cmpfloat_with_epsilon (second->reasons[1].points, 0.6 * 20, NEAR);
  assert_adds_up (second);
}

static void
test_unscored (void)
{
  static const double none[] = { NAN, 5, 5, NAN };
  static const double dates[] = { 20000, 20030 };
  const FixtureColumn column = { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, none, NULL };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 2, dates, 2);
  g_autoptr(BwModel) model = fixture_model (
    "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': ["
    "{'id': 'a', 'name': 'A', 'column': 'a', 'scale': {'type': 'linear', 'from': 0, 'to': 10}}], "
    "'segments': [{'id': 's', 'name': 'S', 'weights': {'a': 1}}]}");
  g_autoptr(BwResults) before = fixture_score (panel, model, 0);
  g_autoptr(BwResults) after = fixture_score (panel, model, 1);
  g_autoptr(BwExplanation) score = bw_explain (before, 0);
  g_autoptr(BwExplanation) change = bw_explain_change (before, after, 0);

  g_assert_cmpuint (score->n_reasons, ==, 0);
  g_assert_true (isnan (score->to));
  g_assert_cmpfloat (score->from, ==, 50);
  g_assert_cmpuint (change->n_reasons, ==, 0);
  g_assert_true (isnan (change->from));
  g_assert_cmpfloat (change->to, ==, 50);
}

/* Whatever the model and the data, and in the middle of a drag too. */
static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 60; round++)
    {
      const FixtureShape shape = { rand, 80, 1 + round % 9, 1 + round % 4, 1 + round % 3,
                                   round % 5 * 0.1, round % 2 == 0 };
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) results = fixture_score (panel, model, 0);
      g_autoptr(BwDrag) drag = bw_drag_new (results, 0, 0, NULL, NULL, 1);

      for (guint row = 0; row < shape.n_customers; row++)
        {
          g_autoptr(BwExplanation) explanation = bw_explain (results, row);

          if (!isnan (explanation->to))
            assert_adds_up (explanation);
        }

      bw_drag_nudge (drag, 0.7);
      for (guint row = 0; row < shape.n_customers; row++)
        {
          g_autoptr(BwExplanation) explanation = bw_explain (bw_drag_get_results (drag), row);

          if (!isnan (explanation->to))
            assert_adds_up (explanation);
        }
    }
}

/* Without missing data and rules there is no rest. */
static void
test_no_rest (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  const FixtureShape shape = { rand, 200, 6, 3, 2, 0, FALSE };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwModel) model = fixture_random_model (&shape);
  g_autoptr(BwResults) results = fixture_score (panel, model, 0);

  for (guint row = 0; row < shape.n_customers; row++)
    {
      g_autoptr(BwExplanation) explanation = bw_explain (results, row);

      g_assert_cmpfloat_with_epsilon (explanation->rest, 0, NEAR);
      g_assert_cmpint (explanation->rest_tenths, ==, 0);
      g_assert_cmpfloat (explanation->rule, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/explain/score", test_score);
  g_test_add_func ("/score/explain/rule", test_rule);
  g_test_add_func ("/score/explain/change", test_change);
  g_test_add_func ("/score/explain/unscored", test_unscored);
  g_test_add_func ("/score/explain/random", test_random);
  g_test_add_func ("/score/explain/no-rest", test_no_rest);

  return g_test_run ();
}
