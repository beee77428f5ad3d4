/* What holds for every model and all data, asked of random ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/pass.h"
#include "score/prepared-parts.h"

#include <math.h>
#include <string.h>

#define N_ROUNDS 40
#define NEAR 1.5e-9

static FixtureShape
shape_of (GRand *rand,
          guint  round)
{
  return (FixtureShape) { rand, 120, 1 + round % 10, 1 + round % 4, 1 + round % 3, round % 5 * 0.12,
                          round % 2 == 0 };
}

static void
assert_same_score (double a,
                   double b)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat_with_epsilon (a, b, NEAR);
}

static void
assert_same (const BwResults *a,
             const BwResults *b)
{
  for (gsize row = 0; row < bw_results_get_n_rows (a); row++)
    {
      assert_same_score (bw_results_get_score (a, row), bw_results_get_score (b, row));
      g_assert_cmpuint (bw_results_get_segment (a, row), ==, bw_results_get_segment (b, row));
      g_assert_cmpuint (bw_results_get_band (a, row), ==, bw_results_get_band (b, row));
    }
  assert_same_score (bw_results_get_summary (a, BW_ALL_SEGMENTS)->mean,
                     bw_results_get_summary (b, BW_ALL_SEGMENTS)->mean);
}

/* The score by the formula of the design, a customer at a time. */
static double
score_by_formula (const BwResults *results,
                  gsize            row)
{
  const BwPrepared *prepared = bw_results_get_prepared (results);
  const BwModel *model = bw_results_get_model (results);
  const double *shares = bw_model_get_segment (model, bw_results_get_segment (results, row))->shares;
  double sum = 0, total = 0;

  if (bw_results_get_coverage (results, row) < bw_model_get_coverage_floor (model) - 1e-9)
    return NAN;

  for (guint group = 0; group < bw_model_get_n_groups (model); group++)
    {
      double all = 0, present = 0, weighted = 0;

      for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
        {
          const double g = bw_prepared_get_score (prepared, row, i);

          if (bw_model_get_metric (model, i)->group != group || !(shares[i] > 0))
            continue;

          all += shares[i];
          present += isnan (g) ? 0 : shares[i];
          weighted += isnan (g) ? 0 : shares[i] * g;
        }

      if (present > 0)
        {
          sum += all * (weighted / present);
          total += all;
        }
    }

  return total > 0 ? bw_round_score (sum / total) : NAN;
}

static void
test_formula (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) results = fixture_score (panel, model, 0);

      for (gsize row = 0; row < shape.n_customers; row++)
        {
          const double before = bw_results_get_score_before_rules (results, row);
          const double after = bw_results_get_score (results, row);

          assert_same_score (before, score_by_formula (results, row));
          g_assert_cmpint (isnan (before), ==, isnan (after));
          g_assert_true (isnan (after) || (after >= 0 && after <= 100));
        }
    }
}

/* What an edit does not touch is shared, and what comes out is as if all were made anew. */
static void
test_previous (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) first = fixture_random_model (&shape);
      g_autoptr(BwModel) second = fixture_random_model (&shape);
      g_autoptr(BwPrepared) before = bw_prepared_new (first, panel, 0, NULL, NULL);
      g_autoptr(BwPrepared) after = bw_prepared_new (second, panel, 0, before, NULL);
      g_autoptr(BwPrepared) back = bw_prepared_new (first, panel, 0, after, NULL);
      g_autoptr(BwResults) a = bw_results_new (after, second);
      g_autoptr(BwResults) b = fixture_score (panel, second, 0);
      g_autoptr(BwResults) c = bw_results_new (back, first);
      g_autoptr(BwResults) d = fixture_score (panel, first, 0);

      assert_same (a, b);
      assert_same (c, d);
    }
}

#define ONE_OF_TWO(scale_of_b, missing, weights, rules) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'm0', 'name': 'A', 'column': 'm0', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'm1', 'name': 'B', 'column': 'm1', 'missing': " missing ", 'scale': " scale_of_b "}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': " weights "}]" rules "}"

#define LINEAR "{'type': 'linear', 'from': 0, 'to': 100}"
#define OTHER  "{'type': 'linear', 'from': 0, 'to': 50}"
#define RULES  ", 'rules': [{'at-most': 50, 'where': {'all': [{'column': 'm0', 'less': 50}]}, 'reason': 'r'}]"

static BwPrepared *
prepare (BwPanel    *panel,
         const char *json,
         BwPrepared *previous)
{
  g_autoptr(BwModel) model = fixture_model (json);

  return bw_prepared_new (model, panel, 0, previous, NULL);
}

static void
test_sharing (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  const FixtureShape shape = { rand, 50, 2, 1, 1, 0.2, FALSE };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwPrepared) base = prepare (panel, ONE_OF_TWO (LINEAR, "'skip'", "{'m0': 1, 'm1': 1}", ""), NULL);
  g_autoptr(BwPrepared) weights = prepare (panel, ONE_OF_TWO (LINEAR, "'skip'", "{'m0': 1, 'm1': 0}", ""), base);
  g_autoptr(BwPrepared) scale = prepare (panel, ONE_OF_TWO (OTHER, "'skip'", "{'m0': 1, 'm1': 1}", ""), base);
  g_autoptr(BwPrepared) policy = prepare (panel, ONE_OF_TWO (LINEAR, "'worst'", "{'m0': 1, 'm1': 1}", ""), base);
  g_autoptr(BwPrepared) rules = prepare (panel, ONE_OF_TWO (LINEAR, "'skip'", "{'m0': 1, 'm1': 1}", RULES), base);
  g_autoptr(BwPrepared) used = prepare (panel, ONE_OF_TWO (LINEAR, "'skip'", "{'m0': 1}", ""), base);

  g_assert_true (weights == base);
  g_assert_true (scale->places == base->places);
  g_assert_true (scale->columns[0] == base->columns[0]);
  g_assert_true (scale->columns[1] != base->columns[1]);
  g_assert_true (policy->places != base->places);
  g_assert_true (rules->places == base->places);
  g_assert_true (rules->columns[1] == base->columns[1]);
  g_assert_nonnull (rules->bounds);
  g_assert_true (used->places != base->places);
}

/* Runs cover all rows once, and rows of a run lack the same metrics. */
static void
test_runs (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, 0, NULL, NULL);
      const BwPlaces *places = prepared->places;
      gsize next = 0;

      for (gsize i = 0; i < places->n_runs; i++)
        {
          const BwRun *run = &places->runs[i];

          g_assert_cmpuint (run->first, ==, next);
          g_assert_cmpuint (run->n, >, 0);
          next += run->n;
          for (gsize place = run->first; place < next; place++)
            {
              g_assert_cmpuint (places->places[places->rows[place]], ==, place);
              g_assert_cmpuint (bw_places_find_run (places, place), ==, i);
              g_assert_cmpuint (bw_places_find_segment (places, place), ==, run->segment);
              g_assert_true (place == run->first || places->rows[place] > places->rows[place - 1]);
            }
        }
      g_assert_cmpuint (next, ==, shape.n_customers);
    }
}

/* The same customers in another order have the same scores. */
static void
test_order (void)
{
  const guint n = 200;
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);
  g_autofree double *values = g_new (double, 4 * n);
  g_autofree double *turned = g_new (double, 4 * n);
  FixtureColumn columns[4], backwards[4];
  static const char *const names[] = { "m0", "m1", "m2", "m3" };
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwPanel) other = NULL;
  g_autoptr(BwResults) a = NULL;
  g_autoptr(BwResults) b = NULL;
  const char *json = "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': ["
                     "{'id': 'm0', 'name': 'A', 'column': 'm0', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, "
                     "{'id': 'm1', 'name': 'B', 'column': 'm1', 'scale': {'type': 'percentile'}}, "
                     "{'id': 'm2', 'name': 'C', 'column': 'm2', 'scale': {'type': 'linear', 'from': 9, 'to': 80}}], "
                     "'segments': [{'id': 't', 'name': 'T', 'where': {'all': [{'column': 'm3', 'less': 40}]}, "
                     "'weights': {'m0': 3, 'm1': 2}}, {'id': 's', 'name': 'S', 'weights': {'m0': 1, 'm1': 2, 'm2': 3}}]}";

  for (guint c = 0; c < 4; c++)
    {
      for (guint i = 0; i < n; i++)
        {
          values[c * n + i] = g_rand_double (rand) < 0.1 ? NAN : g_rand_int_range (rand, 0, 100);
          turned[c * n + n - 1 - i] = values[c * n + i];
        }
      columns[c] = (FixtureColumn) { names[c], BW_COLUMN_NUMBER, BW_ROLE_METRIC, values + c * n, NULL };
      backwards[c] = (FixtureColumn) { names[c], BW_COLUMN_NUMBER, BW_ROLE_METRIC, turned + c * n, NULL };
    }
  panel = fixture_panel (columns, 4, n, NULL, 1);
  other = fixture_panel (backwards, 4, n, NULL, 1);
  a = fixture_results (panel, json);
  b = fixture_results (other, json);

  for (guint i = 0; i < n; i++)
    {
      assert_same_score (bw_results_get_score (a, i), bw_results_get_score (b, n - 1 - i));
      g_assert_cmpuint (bw_results_get_rank (a, i), ==, bw_results_get_rank (b, n - 1 - i));
    }
  for (guint i = 0; i < 2; i++)
    assert_same_score (bw_results_get_summary (a, i)->mean, bw_results_get_summary (b, i)->mean);
}

/* Weights of any size are the same shares; a metric at 0 is as good as none. */
static void
test_weights (void)
{
  static const struct
  {
    const char *a;
    const char *b;
  } pairs[] = {
    { "{'m0': 1, 'm1': 3}", "{'m0': 1000, 'm1': 3000}" },
    { "{'m0': 1, 'm1': 3}", "{'m0': 0.0001, 'm1': 0.0003}" },
    { "{'m0': 1, 'm1': 0}", "{'m0': 1}" },
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (9);
  const FixtureShape shape = { rand, 200, 2, 1, 1, 0.2, FALSE };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(BwModel) first = fixture_model_from (ONE_OF_TWO (LINEAR, "'skip'", "%s", ""), pairs[i].a);
      g_autoptr(BwModel) second = fixture_model_from (ONE_OF_TWO (LINEAR, "'skip'", "%s", ""), pairs[i].b);
      g_autoptr(BwResults) a = fixture_score (panel, first, 0);
      g_autoptr(BwResults) b = fixture_score (panel, second, 0);

      assert_same (a, b);
    }
}

static void
test_cap_never_raises (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (10);
  const FixtureShape shape = { rand, 300, 2, 1, 1, 0.2, FALSE };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwResults) free = fixture_results (panel, ONE_OF_TWO (LINEAR, "'skip'", "{'m0': 1, 'm1': 1}", ""));
  g_autoptr(BwResults) capped = fixture_results (panel, ONE_OF_TWO (LINEAR, "'skip'", "{'m0': 1, 'm1': 1}", RULES));
  guint n_lowered = 0;

  for (gsize row = 0; row < shape.n_customers; row++)
    {
      const double before = bw_results_get_score (free, row);
      const double after = bw_results_get_score (capped, row);

      g_assert_false (after > before);
      n_lowered += after < before;
      assert_same_score (bw_results_get_score_before_rules (capped, row), before);
    }
  g_assert_cmpuint (n_lowered, >, 0);
}

/* Counting in one go, in pieces of any size, and one row at a time comes to the same. */
static void
test_pieces (void)
{
  enum { N = 3001 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);
  g_autofree double *first = g_new (double, N);
  g_autofree double *second = g_new (double, N);
  g_autofree double *money = g_new (double, N);
  g_autofree guint8 *expected = g_new (guint8, N);
  g_autofree BwLanes *whole = g_new0 (BwLanes, 1);
  g_autofree BwLanes *pieces = g_new0 (BwLanes, 1);
  BwPassRows rows = { first, money, NULL, NULL, expected, { 40, 70, INFINITY, INFINITY } };
  BwTally a = { 0 }, b = { 0 };
  gsize n_movers = 0;

  for (guint i = 0; i < N; i++)
    {
      first[i] = g_rand_double (rand) < 0.1 ? NAN : g_rand_double_range (rand, 0, 100);
      money[i] = g_rand_int_range (rand, 0, 1000);
      expected[i] = g_rand_int_range (rand, 0, BW_NO_BAND + 1);
    }
  memcpy (second, first, N * sizeof *first);

  bw_pass_count (&rows, 0, N, whole);
  bw_tally_add_lanes (&a, whole);
  rows.scores = second;
  for (gsize at = 0, n; at < N; at += n)
    {
      n = MIN ((gsize) g_rand_int_range (rand, 1, 40), N - at);
      bw_pass_count (&rows, at, n, pieces);
    }
  bw_tally_add_lanes (&b, pieces);

  for (guint i = 0; i < N; i++)
    {
      const guint band = isnan (first[i]) ? BW_NO_BAND : (first[i] >= 40) + (first[i] >= 70);

      assert_same_score (first[i], second[i]);
      n_movers += band != expected[i];
    }
  g_assert_cmpuint (a.n_rows, ==, N);
  g_assert_cmpuint (a.n_scored, ==, b.n_scored);
  g_assert_cmpuint (a.movement.n_movers, ==, n_movers);
  g_assert_cmpuint (b.movement.n_movers, ==, n_movers);
  g_assert_cmpfloat (a.movement.money, ==, b.movement.money);
  g_assert_cmpmem (a.bins, sizeof a.bins, b.bins, sizeof b.bins);
  g_assert_cmpmem (a.band_counts, sizeof a.band_counts, b.band_counts, sizeof b.band_counts);
  g_assert_cmpmem (a.band_money, sizeof a.band_money, b.band_money, sizeof b.band_money);
}

/* The same scores, ranks and coverage of customers that are numbered. */
static void
test_hidden_names (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);

  for (guint round = 0; round < 8; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwPanel) hidden = bw_panel_with_hidden_names (panel);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) named = fixture_score (panel, model, 0);
      g_autoptr(BwResults) numbered = bw_results_with_panel (named, hidden);

      g_assert_true (bw_prepared_get_panel (bw_results_get_prepared (numbered)) == hidden);
      g_assert_cmpstr (bw_panel_get_name (hidden, 16), ==, "Customer 17");
      g_assert_cmpstr (bw_panel_get_key (hidden, 16), ==, "17");
      assert_same (named, numbered);
      for (gsize row = 0; row < bw_results_get_n_rows (named); row++)
        {
          g_assert_cmpuint (bw_results_get_rank (numbered, row), ==,
                            bw_results_get_rank (named, row));
          assert_same_score (bw_results_get_coverage (numbered, row),
                             bw_results_get_coverage (named, row));
          for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
            assert_same_score (bw_prepared_get_raw (bw_results_get_prepared (numbered), row, i),
                               bw_prepared_get_raw (bw_results_get_prepared (named), row, i));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/properties/formula", test_formula);
  g_test_add_func ("/score/properties/previous", test_previous);
  g_test_add_func ("/score/properties/sharing", test_sharing);
  g_test_add_func ("/score/properties/runs", test_runs);
  g_test_add_func ("/score/properties/order", test_order);
  g_test_add_func ("/score/properties/weights", test_weights);
  g_test_add_func ("/score/properties/cap-never-raises", test_cap_never_raises);
  g_test_add_func ("/score/properties/hidden-names", test_hidden_names);
  g_test_add_func ("/score/properties/pieces", test_pieces);

  return g_test_run ();
}
