/* The arithmetic of a score, by numbers worked out by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

#define N 6

#define METRIC(id, group, more) \
  "{'id': '" id "', 'name': '" id "', 'group': '" group "', 'column': '" id "', " \
  "'scale': {'type': 'linear', 'from': 0, 'to': 100}" more "}"

#define ALL_IN_ONE \
  METRIC ("a", "x", "") "," METRIC ("b", "x", "") "," METRIC ("c", "x", "") "," \
  METRIC ("d", "x", "") "," METRIC ("e", "x", "") "," METRIC ("f", "x", "")

#define TWO_GROUPS \
  METRIC ("a", "x", "") "," METRIC ("b", "x", "") "," METRIC ("c", "x", "") "," \
  METRIC ("d", "y", "") "," METRIC ("e", "y", "") "," METRIC ("f", "y", "")

static const char *const ids[N] = { "a", "b", "c", "d", "e", "f" };

/**
 * Case:
 * @more: further keys of the model
 * @values: of a, b, c, d, e and f
 */
typedef struct
{
  const char *name;
  const char *metrics;
  const char *weights;
  const char *more;
  double      values[N];
  double      score;
  double      coverage;
} Case;

static const Case cases[] = {
  { "four", ALL_IN_ONE, "'a': 0.2, 'b': 0.4, 'c': 0.2, 'd': 0.2", "",
    { 75, 90, 50, 50, NAN, NAN }, 71, 1 },
  { "four-groups", METRIC ("a", "x", "") "," METRIC ("b", "y", "") "," METRIC ("c", "z", "") ","
    METRIC ("d", "w", ""), "'a': 40, 'b': 30, 'c': 20, 'd': 10", "",
    { 72, 65, 80, 60, NAN, NAN }, 70.3, 1 },
  { "negative-weight", ALL_IN_ONE, "'a': 0.4, 'b': 0.3, 'c': -0.2", "",
    { 80, 60, 30, NAN, NAN, NAN }, 71.111111111, 1 },
  { "weight-stays-in-group", TWO_GROUPS, "'a': 30, 'b': 20, 'd': 50", "",
    { NAN, 40, NAN, 80, NAN, NAN }, 60, 0.7 },
  { "two-groups-uneven", TWO_GROUPS, "'a': 10, 'b': 30, 'c': 20, 'd': 25, 'e': 15", "",
    { NAN, 60, 35, 90, NAN, NAN }, 66, 0.75 },
  { "group-without-data", TWO_GROUPS, "'a': 30, 'b': 20, 'd': 50", "",
    { NAN, NAN, NAN, 80, NAN, NAN }, 80, 0.5 },
  { "under-the-floor", TWO_GROUPS, "'a': 30, 'b': 21, 'd': 49", "",
    { NAN, NAN, NAN, 80, NAN, NAN }, NAN, 0.49 },
  { "own-floor", TWO_GROUPS, "'a': 30, 'b': 21, 'd': 49", ", 'coverage': 0.4",
    { NAN, NAN, NAN, 80, NAN, NAN }, 80, 0.49 },
  { "floor-of-thirds", TWO_GROUPS, "'a': 1, 'b': 1, 'd': 1", ", 'coverage': 0.6666666666666667",
    { NAN, 30, NAN, 90, NAN, NAN }, 50, 2.0 / 3 },
  { "nothing-known", TWO_GROUPS, "'a': 1, 'd': 1", ", 'coverage': 0",
    { NAN, NAN, NAN, NAN, NAN, NAN }, NAN, 0 },
  { "neutral", METRIC ("a", "x", ", 'missing': 'neutral'") "," METRIC ("b", "x", ""),
    "'a': 40, 'b': 60", "", { NAN, 90, NAN, NAN, NAN, NAN }, 74, 0.6 },
  { "neutral-is-no-data", METRIC ("a", "x", ", 'missing': 'neutral'") "," METRIC ("b", "x", ""),
    "'a': 60, 'b': 40", "", { NAN, 90, NAN, NAN, NAN, NAN }, NAN, 0.4 },
  { "worst", METRIC ("a", "x", ", 'missing': 'worst'") "," METRIC ("b", "x", ""),
    "'a': 40, 'b': 60", "", { NAN, 90, NAN, NAN, NAN, NAN }, 54, 1 },
  { "value", METRIC ("a", "x", ", 'missing': {'value': 30}") "," METRIC ("b", "x", ""),
    "'a': 40, 'b': 60", "", { NAN, 90, NAN, NAN, NAN, NAN }, 66, 1 },
  { "worst-alone", METRIC ("a", "x", ", 'missing': 'worst'"), "'a': 1", "",
    { NAN, NAN, NAN, NAN, NAN, NAN }, 0, 1 },
  { "policy-in-group-without-data",
    METRIC ("a", "x", ", 'missing': 'worst'") "," METRIC ("b", "x", "") "," METRIC ("d", "y", ""),
    "'a': 25, 'b': 25, 'd': 50", "", { NAN, NAN, NAN, 80, NAN, NAN }, 40, 0.75 },
  { "hurts", METRIC ("a", "x", ", 'direction': 'hurts'") "," METRIC ("b", "x", ""),
    "'a': 50, 'b': 50", "", { 30, 40, NAN, NAN, NAN, NAN }, 55, 1 },
  { "policy-after-direction", METRIC ("a", "x", ", 'direction': 'hurts', 'missing': 'worst'"),
    "'a': 1", "", { NAN, NAN, NAN, NAN, NAN, NAN }, 0, 1 },
  { "all-at-70", ALL_IN_ONE, "'a': 1, 'b': 3, 'c': 7, 'd': 11, 'e': 13, 'f': 17", "",
    { 70, 70, 70, 70, 70, 70 }, 70, 1 },
  { "all-at-100", TWO_GROUPS, "'a': 1, 'b': 3, 'c': 7, 'd': 11, 'e': 13, 'f': 17", "",
    { 100, 100, NAN, 100, 100, 100 }, 100, 45.0 / 52 },
  { "share-of-0", TWO_GROUPS, "'a': 0, 'b': 50, 'd': 50", "",
    { 100, 20, NAN, 40, NAN, NAN }, 30, 1 },
  { "share-of-0-missing", TWO_GROUPS, "'a': 0, 'b': 50, 'd': 50", "",
    { NAN, 20, NAN, 40, NAN, NAN }, 30, 1 },
  { "group-of-0-shares", TWO_GROUPS, "'a': 0, 'b': 0, 'd': 5", "",
    { 100, 20, NAN, 40, NAN, NAN }, 40, 1 },
  { "only-0-shares-known", TWO_GROUPS, "'a': 0, 'b': 10, 'd': 10", "",
    { 100, NAN, NAN, 40, NAN, NAN }, 40, 0.5 },
  { "all-shares-0", TWO_GROUPS, "'a': 0, 'b': 0", "", { 10, 20, 30, 40, 50, 60 }, NAN, 0 },
};

static BwResults *
score_of (const Case *c)
{
  FixtureColumn columns[N];
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwModel) model = NULL;

  for (guint i = 0; i < N; i++)
    columns[i] = (FixtureColumn) { ids[i], BW_COLUMN_NUMBER, BW_ROLE_METRIC, &c->values[i], NULL }
  ;

  panel = fixture_panel (columns, N, 1, NULL, 1);
  model = fixture_model_from ("{'format': 'bellwether-model', 'version': 1, 'name': 'n', "
                              "'groups': [{'id': 'x', 'name': 'X'}, {'id': 'y', 'name': 'Y'}, "
                              "{'id': 'z', 'name': 'Z'}, {'id': 'w', 'name': 'W'}], "
                              "'metrics': [%s], "
                              "'segments': [{'id': 's', 'name': 'S', 'weights': {%s}}]%s}",
                              c->metrics, c->weights, c->more);

  return fixture_score (panel, model, 0);
}

static void
test_score (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwResults) results = score_of (c);
  const double score = bw_results_get_score (results, 0);
  const BwSummary *summary = bw_results_get_summary (results, 0);

  g_assert_cmpfloat_with_epsilon (bw_results_get_coverage (results, 0), c->coverage, 1e-12);
  if (isnan (c->score))
    {
      g_assert_true (isnan (score));
      g_assert_true (isnan (bw_results_get_score_before_rules (results, 0)));
      g_assert_true (isnan (summary->mean));
      g_assert_cmpuint (bw_results_get_band (results, 0), ==, BW_NO_BAND);
      g_assert_cmpuint (bw_results_get_grade (results, 0), ==, BW_NONE);
      g_assert_cmpuint (bw_results_get_rank (results, 0), ==, 0);
      g_assert_cmpuint (summary->n_scored, ==, 0);
      g_assert_cmpuint (summary->band_counts[BW_NO_BAND], ==, 1);
    }
  else
    {
      g_assert_cmpfloat (score, ==, c->score);
      g_assert_cmpfloat (bw_results_get_score_before_rules (results, 0), ==, c->score);
      g_assert_cmpfloat (summary->mean, ==, c->score);
      g_assert_cmpuint (summary->n_scored, ==, 1);
    }
  g_assert_cmpuint (bw_results_get_rule (results, 0), ==, BW_NONE);
}

static void
test_group_scores (void)
{
  static const Case c = { "groups", TWO_GROUPS, "'a': 10, 'b': 30, 'c': 20, 'd': 40", "",
                          { NAN, 60, 35, NAN, NAN, NAN }, NAN, 0 };
  g_autoptr(BwResults) results = score_of (&c);

  g_assert_cmpfloat_with_epsilon (bw_results_get_group_score (results, 0, 0), 50, 1e-12);
  g_assert_true (isnan (bw_results_get_group_score (results, 0, 1)));
  g_assert_true (isnan (bw_results_get_group_score (results, 0, 2)));
}

/* Bands and grades are half-open, and look at the score with nine decimals. */
typedef struct
{
  const char *name;
  double      value;
  guint       band;
  guint       grade;
  guint       bin;
} Edge;

static const Edge edges[] = {
  { "0", 0, 0, 4, 0 },
  { "under-2", 1.999999999, 0, 4, 0 },
  { "2", 2, 0, 4, 1 },
  { "under-40", 39.999999999, 0, 4, 19 },
  { "nearly-40", 39.9999999996, 1, 3, 20 },
  { "40", 40, 1, 3, 20 },
  { "55", 55, 1, 2, 27 },
  { "under-70", 69.999999999, 1, 2, 34 },
  { "70", 70, 2, 1, 35 },
  { "85", 85, 2, 0, 42 },
  { "100", 100, 2, 0, 49 },
};

static void
test_edge (gconstpointer data)
{
  const Edge *edge = data;
  const Case c = { "edge", ALL_IN_ONE, "'a': 1, 'b': 2", "",
                   { edge->value, edge->value, NAN, NAN, NAN, NAN }, 0, 0 };
  g_autoptr(BwResults) results = score_of (&c);
  const BwSummary *summary = bw_results_get_summary (results, BW_ALL_SEGMENTS);

  g_assert_cmpuint (bw_results_get_band (results, 0), ==, edge->band);
  g_assert_cmpuint (bw_results_get_grade (results, 0), ==, edge->grade);
  g_assert_cmpuint (summary->band_counts[edge->band], ==, 1);
  g_assert_cmpuint (summary->bins[edge->bin], ==, 1);
}

/* Caps and floors: min (lowest cap, max (highest floor, score)) of the rules that hold. */
typedef struct
{
  const char *name;
  double      value;
  double      switches; /* the hundreds, tens and ones of which rules hold */
  double      score;
  guint       rule;
} Rule;

#define RULE(what, bound, edge) \
  "{'" what "': " bound ", 'where': {'all': [{'column': 'b', 'one-of': [" edge "]}]}, " \
  "'reason': 'r'}"

/* b says which hold: 1 the cap at 49, 2 the floor at 40, 3 both caps, 4 the lower cap and the
 * floor, 5 both floors. */
#define RULES \
  ", 'rules': [" RULE ("at-most", "49", "1, 3") "," RULE ("at-least", "40", "2, 4, 5") "," \
  RULE ("at-most", "30", "3, 4") "," RULE ("at-least", "60", "5") "]"

static const Rule rules[] = {
  { "none", 71, 0, 71, BW_NONE },
  { "cap", 71, 1, 49, 0 },
  { "cap-at-its-bound", 49, 1, 49, BW_NONE },
  { "cap-never-raises", 30, 1, 30, BW_NONE },
  { "floor", 20, 2, 40, 1 },
  { "floor-never-lowers", 55, 2, 55, BW_NONE },
  { "lowest-cap", 71, 3, 30, 2 },
  { "cap-beats-floor", 20, 4, 30, 2 },
  { "cap-beats-floor-from-above", 90, 4, 30, 2 },
  { "highest-floor", 20, 5, 60, 3 },
  { "missing", 71, NAN, 71, BW_NONE },
};

static void
test_rule (gconstpointer data)
{
  const Rule *rule = data;
  const Case c = { "rule", ALL_IN_ONE, "'a': 1", RULES,
                   { rule->value, rule->switches, NAN, NAN, NAN, NAN }, 0, 0 };
  g_autoptr(BwResults) results = score_of (&c);

  g_assert_cmpfloat (bw_results_get_score (results, 0), ==, rule->score);
  g_assert_cmpfloat (bw_results_get_score_before_rules (results, 0), ==, rule->value);
  g_assert_cmpuint (bw_results_get_rule (results, 0), ==, rule->rule);
  g_assert_cmpfloat (bw_results_get_summary (results, 0)->mean, ==, rule->score);
}

static void
test_rule_on_unscored (void)
{
  static const Case c = { "rule", ALL_IN_ONE, "'a': 1", RULES, { NAN, 2, NAN, NAN, NAN, NAN }, 0, 0 };
  g_autoptr(BwResults) results = score_of (&c);

  g_assert_true (isnan (bw_results_get_score (results, 0)));
  g_assert_cmpuint (bw_results_get_rule (results, 0), ==, BW_NONE);
}

static void
add_data (const char   *folder,
          const char   *name,
          gconstpointer data,
          GTestDataFunc test)
{
  g_autofree char *path = g_strconcat ("/score/", folder, "/", name, NULL);

  g_test_add_data_func (path, data, test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_data ("arithmetic", cases[i].name, &cases[i], test_score);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    add_data ("edges", edges[i].name, &edges[i], test_edge);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    add_data ("rules", rules[i].name, &rules[i], test_rule);
  g_test_add_func ("/score/rules/unscored", test_rule_on_unscored);
  g_test_add_func ("/score/group-scores", test_group_scores);

  return g_test_run ();
}
