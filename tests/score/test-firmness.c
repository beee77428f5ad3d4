/* How firm bands are: draws of other weights, held by scoring with them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/shares.h"
#include "score/firmness.h"
#include "score/variants.h"

#include <math.h>

#define N_ROUNDS 20
#define SEED 7

#define TWO(weights, more) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'a', 'name': 'A', 'column': 'a', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'b', 'name': 'B', 'column': 'b', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {" weights "}}]" more "}"

static BwPanel *
two_columns (const double *a,
             const double *b,
             guint         n)
{
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, a, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, b, NULL },
  };

  return fixture_panel (columns, G_N_ELEMENTS (columns), n, NULL, 1);
}

static BwResults *
random_results (GRand *rand,
                guint  round)
{
  const FixtureShape shape = { rand, 300, 2 + round % 6, 1 + round % 3, 1 + round % 3,
                               round % 4 * 0.12, round % 2 == 0 };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwModel) model = fixture_random_model (&shape);

  return fixture_score (panel, model, 0);
}

/* The least sum that comes to an edge: it does, and the number just below does not. */
static void
test_threshold (void)
{
  static const double edges[] = { 0.1, 33.333333333, 40, 55.5, 70, 99.999999999, 100, 1.0 / 3 };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const double threshold = bw_variants_find_threshold (edges[i]);

      g_assert_cmpfloat (bw_round_score (threshold), >=, edges[i]);
      g_assert_cmpfloat (bw_round_score (nextafter (threshold, 0)), <, edges[i]);
    }
}

/* Scores of equal metrics do not move with the weights; one that stands on the other side of an
 * edge with every draw does not keep its band. */
static void
test_certain (void)
{
  const double a[] = { 50, 90, 10, 55, NAN };
  const double b[] = { 50, 90, 10, NAN, NAN };
  g_autoptr(BwPanel) panel = two_columns (a, b, G_N_ELEMENTS (a));
  g_autoptr(BwResults) results = fixture_results (panel, TWO ("'a': 3, 'b': 1", ""));
  g_autoptr(BwFirmness) firmness = bw_firmness_new (results, BW_N_DRAWS, BW_DRAW_SPREAD, SEED, NULL);

  for (guint row = 0; row < 4; row++)
    g_assert_cmpfloat (bw_firmness_get_kept (firmness, row), ==, 1);
  g_assert_true (isnan (bw_firmness_get_kept (firmness, 4)));
  g_assert_cmpuint (bw_firmness_count_firm (firmness, BW_ALL_SEGMENTS, 1), ==, 4);
  g_assert_cmpuint (bw_firmness_count_firm (firmness, 0, 0.5), ==, 4);
  g_assert_cmpfloat (bw_firmness_get_mean_kept (firmness, 0), ==, 1);
}

/* a 40, b 0, weights 1 and 1: 20 with an edge at 20. The score is 40·x/(x + y) with two even draws:
 * at least 20 in half of all cases. With data under the floor in some draws: a counts u of u + v,
 * and 0.5 is asked for. */
static void
test_half (void)
{
  const double a[] = { 40 };
  const double b[] = { 0 };
  const double none[] = { NAN };
  g_autoptr(BwPanel) panel = two_columns (a, b, 1);
  g_autoptr(BwPanel) lacking = two_columns (a, none, 1);
  g_autoptr(BwResults) results =
    fixture_results (panel, TWO ("'a': 1, 'b': 1", ", 'bands': ["
                                 "{'id': 'l', 'name': 'L', 'colour': 'red', 'from': 0}, "
                                 "{'id': 'h', 'name': 'H', 'colour': 'green', 'from': 20}]"));
  g_autoptr(BwResults) at_floor = fixture_results (lacking, TWO ("'a': 1, 'b': 1", ""));
  g_autoptr(BwFirmness) firmness = bw_firmness_new (results, 20000, BW_DRAW_SPREAD, SEED, NULL);
  g_autoptr(BwFirmness) floor = bw_firmness_new (at_floor, 20000, BW_DRAW_SPREAD, SEED, NULL);

  g_assert_cmpfloat_with_epsilon (bw_firmness_get_kept (firmness, 0), 0.5, 0.015);
  g_assert_cmpfloat_with_epsilon (bw_firmness_get_kept (floor, 0), 0.5, 0.015);
}

/* One metric alone is 1, whatever it is multiplied by; no spread moves nothing. */
static void
test_no_freedom (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (41);
  g_autoptr(BwResults) results = random_results (rand, 3);
  g_autoptr(BwFirmness) still = bw_firmness_new (results, 10, 0, SEED, NULL);
  const double a[] = { 39.9999, 40, 70, 100 };
  g_autoptr(BwPanel) panel = two_columns (a, a, G_N_ELEMENTS (a));
  g_autoptr(BwResults) alone = fixture_results (panel, TWO ("'a': 1", ""));
  g_autoptr(BwFirmness) firmness = bw_firmness_new (alone, 50, BW_DRAW_SPREAD, SEED, NULL);
  const gsize n_scored = bw_results_get_summary (results, BW_ALL_SEGMENTS)->n_scored;

  g_assert_cmpuint (bw_firmness_count_firm (still, BW_ALL_SEGMENTS, 1), ==, n_scored);
  g_assert_cmpuint (bw_firmness_count_firm (firmness, BW_ALL_SEGMENTS, 1), ==, 4);
}

/* The same seed gives the same draws; segments add up; another seed gives others. */
static void
test_again (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwResults) results = random_results (rand, round);
      g_autoptr(BwFirmness) one = bw_firmness_new (results, 60, BW_DRAW_SPREAD, SEED, NULL);
      g_autoptr(BwFirmness) same = bw_firmness_new (results, 60, BW_DRAW_SPREAD, SEED, NULL);
      const guint n_segments = bw_model_get_n_segments (bw_results_get_model (results));
      gsize n_firm = 0, n_by_row = 0;

      for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
        {
          const double kept = bw_firmness_get_kept (one, row);

          g_assert_cmpint (isnan (kept), ==, isnan (bw_results_get_score (results, row)));
          g_assert_true (isnan (kept) || kept == bw_firmness_get_kept (same, row));
          n_by_row += kept >= 0.9;
        }
      for (guint segment = 0; segment < n_segments; segment++)
        n_firm += bw_firmness_count_firm (one, segment, 0.9);
      g_assert_cmpuint (n_firm, ==, n_by_row);
      g_assert_cmpuint (bw_firmness_count_firm (one, BW_ALL_SEGMENTS, 0.9), ==, n_by_row);
    }
}

/* Bands add up to the segment, and each counts those who stand in it. */
static void
test_bands (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (47);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwResults) results = random_results (rand, round);
      g_autoptr(BwFirmness) firmness = bw_firmness_new (results, 60, BW_DRAW_SPREAD, SEED, NULL);
      BwFirmnessTally bands[BW_MAX_BANDS] = { { 0 } };

      for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
        {
          const double kept = bw_firmness_get_kept (firmness, row);

          if (isnan (kept) || bw_results_get_segment (results, row) != 0)
            continue;
          bands[bw_results_get_band (results, row)].n_scored++;
          bands[bw_results_get_band (results, row)].n_firm += kept >= 0.9;
          bands[bw_results_get_band (results, row)].kept += kept;
        }
      for (guint band = 0; band < BW_MAX_BANDS; band++)
        {
          const BwFirmnessTally tally = bw_firmness_tally (firmness, 0, band, 0.9);

          g_assert_cmpuint (tally.n_scored, ==, bands[band].n_scored);
          g_assert_cmpuint (tally.n_firm, ==, bands[band].n_firm);
          if (tally.n_scored == 0)
            g_assert_true (isnan (tally.kept));
          else
            g_assert_cmpfloat_with_epsilon (tally.kept, bands[band].kept / tally.n_scored, 1e-12);
        }
    }
}

/* The first draws of seed 1 are these everywhere: worked out from splitmix64 outside of C. */
static void
test_draws (void)
{
  static const double kept[] = {
    200, 200, 196, 200, 200, 200, 200, 200, 190, 200, 200, 196, 200, 200, 200, 200, 159, 200,
    200, 200, 128, 159, 200, 200, 198, 200, 200, 200, 194, 200, 200, 200, 200, 200, 200, 200,
    200, 200, 200, 200, 200, 200, 200, 195, 200, 200, 200, 100, 186, 200,
  };
  double a[50], b[50];
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwResults) results = NULL;
  g_autoptr(BwFirmness) firmness = NULL;

  for (guint i = 0; i < 50; i++)
    {
      a[i] = i * 37 % 101;
      b[i] = i * 53 % 101;
    }
  panel = two_columns (a, b, 50);
  results = fixture_results (panel, TWO ("'a': 3, 'b': 2", ""));
  firmness = bw_firmness_new (results, BW_N_DRAWS, BW_DRAW_SPREAD, 1, NULL);
  for (guint i = 0; i < 50; i++)
    g_assert_cmpfloat (bw_firmness_get_kept (firmness, i), ==, kept[i] / BW_N_DRAWS);
}

/* Counting many sets of shares at once comes to what scoring with each of them comes to. */
static void
test_variants (void)
{
  enum { N_SETS = 12 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (43);
  g_autoptr(BwTeam) team = bw_team_new (2);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwResults) results = random_results (rand, round);
      BwModel *model = bw_results_get_model (results);
      const guint n = bw_model_get_n_metrics (model);
      const double *shares = bw_model_get_segment (model, 0)->shares;
      g_autofree double *sets = g_new (double, N_SETS * n);
      gsize changed[N_SETS] = { 0 };
      const BwVariants variants = { results, 0, sets, N_SETS, NULL, changed };

      for (guint i = 0; i < N_SETS; i++)
        bw_shares_move (shares, NULL, n, g_rand_int_range (rand, 0, n), g_rand_double (rand),
                        sets + i * n);
      g_assert_true (bw_variants_count (&variants, team, NULL));

      for (guint i = 0; i < N_SETS; i++)
        {
          g_autoptr(BwModel) moved = bw_model_with_shares (model, 0, sets + i * n);
          g_autoptr(BwResults) anew = bw_results_new (bw_results_get_prepared (results), moved);

          g_assert_cmpuint (changed[i], ==, bw_results_count_movers (results, anew, 0).n_movers);
        }
    }
}

/* A cancelled search says so, and leaves nothing behind. */
static void
test_cancelled (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (46);
  g_autoptr(BwResults) results = random_results (rand, 5);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  BwShareRange range;

  g_cancellable_cancel (cancellable);
  g_assert_null (bw_firmness_new (results, 10, 0.25, SEED, cancellable));
  g_assert_false (bw_results_find_share_range (results, 0, 0, NULL, 0.01, cancellable, &range));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/firmness/threshold", test_threshold);
  g_test_add_func ("/score/firmness/certain", test_certain);
  g_test_add_func ("/score/firmness/half", test_half);
  g_test_add_func ("/score/firmness/no-freedom", test_no_freedom);
  g_test_add_func ("/score/firmness/again", test_again);
  g_test_add_func ("/score/firmness/bands", test_bands);
  g_test_add_func ("/score/firmness/draws", test_draws);
  g_test_add_func ("/score/firmness/variants", test_variants);
  g_test_add_func ("/score/firmness/cancelled", test_cancelled);

  return g_test_run ();
}
