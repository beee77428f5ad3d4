/* How far sliders can be moved, for all customers and for one, held by scoring with the shares. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/shares.h"
#include "score/drag.h"
#include "score/firmness.h"

#include <math.h>

#define N_ROUNDS 20

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

static gsize
count_changed (BwResults      *results,
               guint           segment,
               guint           metric,
               const gboolean *locked,
               double          share)
{
  g_autoptr(BwDrag) drag = bw_drag_new (results, segment, metric, locked, results, 1);

  bw_drag_nudge (drag, share);

  return bw_drag_get_movement (drag, segment).n_movers;
}

/* Ten customers at b = 0 and a = 42, 44 … 60, half and half: scores 21 … 30, the edge at 25.
 * With a at x the score is x·a: the one at 25 is the first to leave below, as soon as x < 0.5,
 * the one at 24 (a = 48) the first to arrive above, at x = 25/48. */
static void
test_range_by_hand (void)
{
  double a[10], b[10];
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwResults) results = NULL;
  const gboolean locked[] = { FALSE, TRUE };
  BwShareRange range;

  for (guint i = 0; i < 10; i++)
    {
      a[i] = 42 + 2 * i;
      b[i] = 0;
    }
  panel = two_columns (a, b, 10);
  results = fixture_results (panel, TWO ("'a': 1, 'b': 1", ", 'bands': ["
                                         "{'id': 'l', 'name': 'L', 'colour': 'red', 'from': 0}, "
                                         "{'id': 'h', 'name': 'H', 'colour': 'green', 'from': 25}]"));

  g_assert_true (bw_results_find_share_range (results, 0, 0, NULL, 0.01, NULL, &range));
  g_assert_cmpfloat (range.least, ==, 0.5);
  g_assert_cmpfloat_with_epsilon (range.most, 25.0 / 48, 1e-4);
  g_assert_cmpfloat (range.most, <, 25.0 / 48);

  /* One in ten may change: the next ones are 26 (a = 52) and 23 (a = 46). */
  g_assert_true (bw_results_find_share_range (results, 0, 0, NULL, 0.11, NULL, &range));
  g_assert_cmpfloat_with_epsilon (range.least, 25.0 / 52, 1e-4);
  g_assert_cmpfloat_with_epsilon (range.most, 25.0 / 46, 1e-4);

  /* All but nobody may change; a slider that cannot be moved stays where it is. */
  g_assert_true (bw_results_find_share_range (results, 0, 0, NULL, 1.1, NULL, &range));
  g_assert_cmpfloat (range.least, ==, 0);
  g_assert_cmpfloat (range.most, ==, 1);
  g_assert_true (bw_results_find_share_range (results, 0, 0, locked, 0.01, NULL, &range));
  g_assert_cmpfloat (range.least, ==, 0.5);
  g_assert_cmpfloat (range.most, ==, 0.5);
}

/* Few at the ends and at each whole percent between them, by the drag that the window uses; too
 * many just beyond an end. */
static void
check_range (BwResults          *results,
             guint               metric,
             const gboolean     *locked,
             const BwShareRange *range)
{
  const guint n = bw_results_get_summary (results, 0)->n_customers;
  const double *shares = bw_model_get_segment (bw_results_get_model (results), 0)->shares;
  double room = 1;

  for (guint i = 0; i < bw_model_get_n_metrics (bw_results_get_model (results)); i++)
    room -= i != metric && locked[i] && !isnan (shares[i]) ? shares[i] : 0;

  g_assert_cmpfloat (range->least, <=, shares[metric]);
  g_assert_cmpfloat (range->most, >=, shares[metric]);
  for (guint percent = 0; percent <= 100; percent += 7)
    {
      const double share = CLAMP (percent / 100.0, range->least, range->most);

      g_assert_cmpfloat (count_changed (results, 0, metric, locked, share), <, 0.05 * n);
    }

  if (range->least > 0)
    g_assert_cmpfloat (count_changed (results, 0, metric, locked, range->least - 1.01e-4), >=, 0.05 * n);
  if (range->most < room - 1e-9)
    g_assert_cmpfloat (count_changed (results, 0, metric, locked, MIN (range->most + 1.01e-4, room)), >=, 0.05 * n);
}

static void
test_ranges (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (44);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwResults) results = random_results (rand, round);
      const BwModel *model = bw_results_get_model (results);
      const guint n = bw_model_get_n_metrics (model);
      const double *shares = bw_model_get_segment (model, 0)->shares;
      g_autofree gboolean *locked = g_new0 (gboolean, n);
      g_autofree BwShareRange *ranges = g_new (BwShareRange, n);
      guint n_free = 0;

      for (guint i = 0; i < n; i++)
        locked[i] = round % 3 == 2 && g_rand_double (rand) < 0.3;
      for (guint i = 0; i < n; i++)
        n_free += !isnan (shares[i]) && !locked[i];

      g_assert_true (bw_results_find_share_ranges (results, 0, locked, 0.05, NULL, ranges));
      for (guint i = 0; i < n; i++)
        {
          BwShareRange alone;

          g_assert_true (bw_results_find_share_range (results, 0, i, locked, 0.05, NULL, &alone));
          g_assert_cmpmem (&alone, sizeof alone, &ranges[i], sizeof ranges[i]);
          if (isnan (shares[i]))
            g_assert_cmpfloat (ranges[i].least, >, ranges[i].most);
          else if (!locked[i] && n_free > 1)
            check_range (results, i, locked, &ranges[i]);
        }
    }
}

#define ONE(id, group) "{'id': '" id "', 'name': 'N', 'group': '" group "', 'column': '" id "', " \
  "'scale': {'type': 'linear', 'from': 0, 'to': 100}}"

/* A customer whose score leaves its band and comes back: m 60, p 0 and the missing q are a group,
 * r 100 another, at 10, 10, 40 and 40 %. With m at x and f = (1 − x)/0.9 the group weighs x + f/2
 * and scores 60·x/(f/10 + x), which comes to 58 at x = 0.1, 63 at 0.2306…, then more, 63 again at
 * 0.6963… and 60 at 1. What hangs together ends at the first. */
static void
test_range_hangs_together (void)
{
  static const double m = 60, p = 0, q = NAN, r = 100;
  const FixtureColumn columns[] = {
    { "m", BW_COLUMN_NUMBER, BW_ROLE_METRIC, &m, NULL },
    { "p", BW_COLUMN_NUMBER, BW_ROLE_METRIC, &p, NULL },
    { "q", BW_COLUMN_NUMBER, BW_ROLE_METRIC, &q, NULL },
    { "r", BW_COLUMN_NUMBER, BW_ROLE_METRIC, &r, NULL },
  };
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), 1, NULL, 1);
  g_autoptr(BwResults) results =
    fixture_results (panel, "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'coverage': 0, "
                     "'bands': [{'id': 'l', 'name': 'L', 'colour': 'red', 'from': 0}, "
                     "{'id': 'h', 'name': 'H', 'colour': 'green', 'from': 63}], "
                     "'groups': [{'id': 'x', 'name': 'X'}, {'id': 'y', 'name': 'Y'}], 'metrics': ["
                     ONE ("m", "x") "," ONE ("p", "x") "," ONE ("q", "x") "," ONE ("r", "y") "], "
                     "'segments': [{'id': 's', 'name': 'S', "
                     "'weights': {'m': 10, 'p': 10, 'q': 40, 'r': 40}}]}");
  BwShareRange range;

  g_assert_cmpfloat_with_epsilon (bw_results_get_score (results, 0), 58, 1e-9);
  g_assert_true (bw_results_find_share_range (results, 0, 0, NULL, 0.5, NULL, &range));
  g_assert_cmpfloat (range.least, ==, 0);
  g_assert_cmpfloat_with_epsilon (range.most, 0.23061035303, 1e-4);
  g_assert_cmpfloat (range.most, <, 0.23061035303);
  g_assert_cmpuint (count_changed (results, 0, 0, NULL, 0.5), ==, 1);
  g_assert_cmpuint (count_changed (results, 0, 0, NULL, 0.9), ==, 0);
}

/* Two metrics, a customer with 80 and 30 at even weights: 55. Watch is 40 to 70: with a at x the
 * score is 30 + 50·x, 70 at x = 0.8, 40 at x = 0.2; each 0.3 away, and a comes first. */
static void
test_tipping_by_hand (void)
{
  const double a[] = { 80, 90, NAN };
  const double b[] = { 30, 90, NAN };
  const gboolean locked[] = { TRUE, FALSE };
  g_autoptr(BwPanel) panel = two_columns (a, b, 3);
  g_autoptr(BwResults) results = fixture_results (panel, TWO ("'a': 1, 'b': 1", ""));
  BwTipping tipping;

  g_assert_true (bw_results_find_tipping (results, 0, NULL, &tipping));
  g_assert_cmpuint (tipping.metric, ==, 0);
  g_assert_cmpfloat (tipping.share, ==, 0.5);
  g_assert_cmpfloat_with_epsilon (fabs (tipping.tips_at - 0.5), 0.3, 1e-9);
  g_assert_cmpuint (tipping.band, ==, tipping.tips_at > 0.5 ? 2 : 0);

  g_assert_false (bw_results_find_tipping (results, 0, locked, &tipping));
  g_assert_false (bw_results_find_tipping (results, 1, NULL, &tipping));
  g_assert_false (bw_results_find_tipping (results, 2, NULL, &tipping));
}

static guint
band_with (BwResults *results,
           gsize      row,
           guint      metric,
           double     share)
{
  BwModel *model = bw_results_get_model (results);
  const guint segment = bw_results_get_segment (results, row);
  const guint n = bw_model_get_n_metrics (model);
  g_autofree double *shares = g_new (double, n);
  g_autoptr(BwModel) moved = NULL;
  g_autoptr(BwResults) anew = NULL;

  bw_shares_move (bw_model_get_segment (model, segment)->shares, NULL, n, metric, share, shares);
  moved = bw_model_with_shares (model, segment, shares);
  anew = bw_results_new (bw_results_get_prepared (results), moved);

  return bw_results_get_band (anew, row);
}

/* With the share that is found the customer is in the band that is named, a billionth before it is
 * not, and no other slider moved less far makes a difference. */
static void
test_tipping (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (45);
  guint n_found = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(BwResults) results = random_results (rand, round);
      const guint n = bw_model_get_n_metrics (bw_results_get_model (results));

      for (gsize row = 0; row < bw_results_get_n_rows (results); row += 17)
        {
          const guint band = bw_results_get_band (results, row);
          BwTipping tipping;
          double distance, back;

          if (!bw_results_find_tipping (results, row, NULL, &tipping))
            continue;

          n_found++;
          distance = fabs (tipping.tips_at - tipping.share);
          back = tipping.tips_at > tipping.share ? -1e-9 : 1e-9;
          g_assert_cmpuint (tipping.band, !=, band);
          g_assert_cmpuint (band_with (results, row, tipping.metric, tipping.tips_at), ==, tipping.band);
          g_assert_cmpuint (band_with (results, row, tipping.metric, tipping.tips_at + back), ==, band);
          for (guint metric = 0; metric < n; metric++)
            {
              const guint segment = bw_results_get_segment (results, row);
              const double share =
                bw_model_get_segment (bw_results_get_model (results), segment)->shares[metric];
              const double nearer = 0.9 * distance;
              const guint up = band_with (results, row, metric, share + nearer);
              const guint down = band_with (results, row, metric, share - nearer);

              g_assert_true (isnan (share) || up == band || up == BW_NO_BAND);
              g_assert_true (isnan (share) || down == band || down == BW_NO_BAND);
            }
        }
    }
  g_assert_cmpuint (n_found, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/sliders/range-by-hand", test_range_by_hand);
  g_test_add_func ("/score/sliders/range-hangs-together", test_range_hangs_together);
  g_test_add_func ("/score/sliders/ranges", test_ranges);
  g_test_add_func ("/score/sliders/tipping-by-hand", test_tipping_by_hand);
  g_test_add_func ("/score/sliders/tipping", test_tipping);

  return g_test_run ();
}
