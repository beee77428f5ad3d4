/* Two models over the same customers, by hand and by what always holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/comparing.h"

#include <math.h>

#define N 6
#define N_ROUNDS 30
#define NEAR 1e-9

#define BANDS "'bands': [{'id': 'low', 'name': 'Low', 'colour': 'red', 'from': 0}, " \
  "{'id': 'high', 'name': 'High', 'colour': 'green', 'from': 50}], "

#define MODEL(bands, weights) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', " bands \
  "'metrics': [" \
  "{'id': 'a', 'name': 'A', 'column': 'a', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'b', 'name': 'B', 'column': 'b', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {" weights "}}]}"

static const double a[N] = { 10, 45, 80, 95, NAN, NAN };
static const double b[N] = { 20, 85, 60, 15, 90, NAN };
static const double money[N] = { 100, 200, 400, 800, 1600, NAN };

static BwPanel *
small_panel (void)
{
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, a, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, b, NULL },
    { "arr", BW_COLUMN_MONEY, BW_ROLE_MONEY, money, NULL },
  };

  return fixture_panel (columns, G_N_ELEMENTS (columns), N, NULL, 1);
}

/* By a alone: 10, 45, 80, 95, none, none; by b alone: 20, 85, 60, 15, 90, none. Of the four with
 * both the ranks are 1 2 3 4 and 2 4 3 1: rho = 1 − 6·(1 + 4 + 0 + 9)/60 = −0.4; pairs that agree
 * are two (10 with 45, 10 with 80), those that do not are four: tau = −2/6. */
static void
test_by_hand (void)
{
  g_autoptr(BwPanel) panel = small_panel ();
  g_autoptr(BwResults) from = fixture_results (panel, MODEL ("", "'a': 1"));
  g_autoptr(BwResults) to = fixture_results (panel, MODEL ("", "'b': 1"));
  BwComparison comparison;

  bw_results_compare (from, to, BW_ALL_SEGMENTS, &comparison);

  g_assert_cmpuint (comparison.n_customers, ==, N);
  g_assert_cmpuint (comparison.counts[0][0], ==, 1);
  g_assert_cmpuint (comparison.counts[1][2], ==, 1);
  g_assert_cmpuint (comparison.counts[2][1], ==, 1);
  g_assert_cmpuint (comparison.counts[2][0], ==, 1);
  g_assert_cmpuint (comparison.counts[BW_NO_BAND][2], ==, 1);
  g_assert_cmpuint (comparison.counts[BW_NO_BAND][BW_NO_BAND], ==, 1);
  g_assert_cmpfloat (comparison.money[0][0], ==, 100);
  g_assert_cmpfloat (comparison.money[2][0], ==, 800);
  g_assert_cmpfloat (comparison.money[BW_NO_BAND][2], ==, 1600);
  g_assert_cmpfloat (comparison.money[BW_NO_BAND][BW_NO_BAND], ==, 0);
  g_assert_cmpuint (comparison.movement.n_movers, ==, 4);
  g_assert_cmpfloat (comparison.movement.money, ==, 3000);
  g_assert_cmpuint (comparison.n_scored, ==, 4);
  g_assert_cmpfloat (comparison.mean_from, ==, 57.5);
  g_assert_cmpfloat (comparison.mean_to, ==, 45);
  g_assert_cmpfloat (comparison.mean_distance, ==, (10 + 40 + 20 + 80) / 4.0);
  g_assert_cmpfloat_with_epsilon (comparison.spearman, -0.4, NEAR);
  g_assert_cmpfloat_with_epsilon (comparison.kendall, -1.0 / 3, NEAR);
}

/* Bands of other ids: everybody with a score moves; bands are each by its own model. */
static void
test_other_bands (void)
{
  g_autoptr(BwPanel) panel = small_panel ();
  g_autoptr(BwResults) from = fixture_results (panel, MODEL ("", "'a': 1"));
  g_autoptr(BwResults) to = fixture_results (panel, MODEL (BANDS, "'a': 1"));
  BwComparison comparison;

  bw_results_compare (from, to, 0, &comparison);

  g_assert_cmpuint (comparison.counts[0][0], ==, 1);
  g_assert_cmpuint (comparison.counts[1][0], ==, 1);
  g_assert_cmpuint (comparison.counts[2][1], ==, 2);
  g_assert_cmpuint (comparison.movement.n_movers, ==, 4);
  g_assert_cmpfloat (comparison.spearman, ==, 1);
}

/* Under two scored customers there is no order to agree on. */
static void
test_few (void)
{
  g_autoptr(BwPanel) panel = small_panel ();
  g_autoptr(BwResults) none = fixture_results (panel, MODEL ("", "'a': 0"));
  g_autoptr(BwResults) to = fixture_results (panel, MODEL ("", "'b': 1"));
  BwComparison comparison;

  bw_results_compare (none, to, BW_ALL_SEGMENTS, &comparison);

  g_assert_cmpuint (comparison.n_scored, ==, 0);
  g_assert_true (isnan (comparison.mean_from));
  g_assert_true (isnan (comparison.mean_distance));
  g_assert_true (isnan (comparison.spearman));
  g_assert_true (isnan (comparison.kendall));
}

/* A random model over random customers and another over the same. */
static void
random_pair (GRand      *rand,
             guint       round,
             BwPanel   **panel,
             BwResults **from,
             BwResults **to)
{
  const FixtureShape shape = { rand, 150, 2 + round % 5, 1 + round % 3, 1 + round % 3,
                               round % 4 * 0.15, round % 2 == 0 };
  g_autoptr(BwModel) first = NULL;
  g_autoptr(BwModel) second = NULL;

  *panel = fixture_random_panel (&shape);
  first = fixture_random_model (&shape);
  second = fixture_random_model (&shape);
  *from = fixture_score (*panel, first, 0);
  *to = fixture_score (*panel, second, 0);
}

static void
assert_near (double x,
             double y)
{
  if (isnan (x) || isnan (y))
    g_assert_true (isnan (x) && isnan (y));
  else
    g_assert_cmpfloat_with_epsilon (x, y, NEAR * MAX (1, fabs (x)));
}

/* Rows of the matrix add up to the one side, columns to the other; movers are what the mover list
 * counts; the other way round it is the same turned over. */
static void
test_sums (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (21);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwPanel) panel = NULL;
      g_autoptr(BwResults) from = NULL;
      g_autoptr(BwResults) to = NULL;
      const BwSummary *left, *right;
      BwComparison one, other;
      BwMovement movement;

      random_pair (rand, round, &panel, &from, &to);
      bw_results_compare (from, to, BW_ALL_SEGMENTS, &one);
      bw_results_compare (to, from, BW_ALL_SEGMENTS, &other);
      movement = bw_results_count_movers (from, to, BW_ALL_SEGMENTS);
      left = bw_results_get_summary (from, BW_ALL_SEGMENTS);
      right = bw_results_get_summary (to, BW_ALL_SEGMENTS);

      for (guint i = 0; i < BW_N_COMPARED; i++)
        {
          gsize row = 0, column = 0;
          double row_money = 0, column_money = 0;

          for (guint j = 0; j < BW_N_COMPARED; j++)
            {
              row += one.counts[i][j];
              column += one.counts[j][i];
              row_money += one.money[i][j];
              column_money += one.money[j][i];
              g_assert_cmpuint (one.counts[i][j], ==, other.counts[j][i]);
            }
          g_assert_cmpuint (row, ==, left->band_counts[i]);
          g_assert_cmpuint (column, ==, right->band_counts[i]);
          assert_near (row_money, left->band_money[i]);
          assert_near (column_money, right->band_money[i]);
        }
      g_assert_cmpuint (one.movement.n_movers, ==, movement.n_movers);
      assert_near (one.movement.money, movement.money);
      assert_near (one.spearman, other.spearman);
      assert_near (one.kendall, other.kendall);
      assert_near (one.mean_from, other.mean_to);
    }
}

/* Each segment by itself adds up to all. */
static void
test_segments (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (22);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwPanel) panel = NULL;
      g_autoptr(BwResults) from = NULL;
      g_autoptr(BwResults) to = NULL;
      BwComparison all, one;
      gsize counts[BW_N_COMPARED][BW_N_COMPARED] = { { 0 } };
      guint n_segments;

      random_pair (rand, round, &panel, &from, &to);
      bw_results_compare (from, to, BW_ALL_SEGMENTS, &all);
      n_segments = bw_model_get_n_segments (bw_results_get_model (to));
      for (guint segment = 0; segment < n_segments; segment++)
        {
          bw_results_compare (from, to, segment, &one);
          g_assert_cmpuint (one.n_customers, ==,
                            bw_results_get_summary (to, segment)->n_customers);
          for (guint i = 0; i < BW_N_COMPARED * BW_N_COMPARED; i++)
            counts[i / BW_N_COMPARED][i % BW_N_COMPARED] +=
              one.counts[i / BW_N_COMPARED][i % BW_N_COMPARED];
        }
      g_assert_cmpmem (counts, sizeof counts, all.counts, sizeof all.counts);
    }
}

/* A model beside itself: nobody moves, and the order is the same. */
static void
test_itself (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (23);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwPanel) panel = NULL;
      g_autoptr(BwResults) results = NULL;
      g_autoptr(BwResults) again = NULL;
      g_autoptr(BwResults) other = NULL;
      BwComparison comparison;

      random_pair (rand, round, &panel, &results, &other);
      again = fixture_score (panel, bw_results_get_model (results), 0);
      bw_results_compare (results, again, BW_ALL_SEGMENTS, &comparison);

      for (guint i = 0; i < BW_N_COMPARED; i++)
        {
          for (guint j = 0; j < BW_N_COMPARED; j++)
            g_assert_true (i == j || comparison.counts[i][j] == 0);
        }
      g_assert_cmpuint (comparison.movement.n_movers, ==, 0);
      if (isnan (comparison.spearman))
        continue;
      g_assert_cmpfloat (comparison.spearman, ==, 1);
      g_assert_cmpfloat (comparison.kendall, ==, 1);
      g_assert_cmpfloat (comparison.mean_distance, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/comparing/by-hand", test_by_hand);
  g_test_add_func ("/score/comparing/other-bands", test_other_bands);
  g_test_add_func ("/score/comparing/few", test_few);
  g_test_add_func ("/score/comparing/sums", test_sums);
  g_test_add_func ("/score/comparing/segments", test_segments);
  g_test_add_func ("/score/comparing/itself", test_itself);

  return g_test_run ();
}
