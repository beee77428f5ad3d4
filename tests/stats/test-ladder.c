/* The ladder of scores, rates and stability: by hand, and what always holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/ladder.h"
#include "stats/stability.h"

#include <math.h>

#define CLOSE 1e-9

/* Six scores of ten customers: 10 (left, left), 20 (stayed), 30 (left, stayed, stayed), 40 (stayed),
 * 50 (left), 60 (stayed, stayed); one has none. */
static const double scores[] = { 30, 10, 60, NAN, 20, 30, 10, 50, 40, 60, 30 };
static const guint8 gone[] = { 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0 };
static const double money[] = { 5, 1, NAN, 99, 2, 5, 1, 4, 8, 3, 5 };

static void
test_ladder (void)
{
  g_autoptr(BwLadder) ladder = bw_ladder_new (scores, gone, money, G_N_ELEMENTS (scores));
  double at;

  g_assert_cmpuint (ladder->n, ==, 10);
  g_assert_cmpuint (ladder->n_gone, ==, 4);
  g_assert_cmpuint (ladder->n_rungs, ==, 6);
  g_assert_cmpfloat (ladder->money, ==, 34);
  g_assert_cmpfloat (ladder->money_gone, ==, 11);
  g_assert_cmpfloat (ladder->rungs[2].score, ==, 30);
  g_assert_cmpuint (ladder->rungs[2].n, ==, 3);
  g_assert_cmpuint (ladder->rungs[2].n_gone, ==, 1);
  g_assert_cmpfloat (ladder->rungs[2].money, ==, 15);

  /* Wins: the two at 10 over 6 each, the one at 30 over 3 and two halves, the one at 50 over 2. */
  g_assert_cmpfloat_with_epsilon (bw_ladder_get_auc (ladder), 18.0 / 24, CLOSE);

  /* At 10: 2/4 of those who left and nobody else; at 30: 3/4 against 3/6. */
  g_assert_cmpfloat_with_epsilon (bw_ladder_get_ks (ladder, &at), 0.5, CLOSE);
  g_assert_cmpfloat (at, ==, 10);
}

/* Thirds of ten customers are 3⅓ each: the three at 30 are cut in one third and two, and so on. */
static void
test_parts (void)
{
  g_autoptr(BwLadder) ladder = bw_ladder_new (scores, gone, money, G_N_ELEMENTS (scores));
  BwTenth thirds[3];

  bw_ladder_get_parts (ladder, 3, thirds);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (thirds[i].rate.n, 10.0 / 3, CLOSE);
  g_assert_cmpfloat_with_epsilon (thirds[0].rate.n_gone, 2 + 1.0 / 9, CLOSE);
  g_assert_cmpfloat_with_epsilon (thirds[1].rate.n_gone, 8.0 / 9, CLOSE);
  g_assert_cmpfloat_with_epsilon (thirds[2].rate.n_gone, 1, CLOSE);
  g_assert_cmpfloat_with_epsilon (thirds[0].money, 4 + 15.0 / 9, CLOSE);
  g_assert_cmpfloat_with_epsilon (thirds[0].gain, (2 + 1.0 / 9) / 4, CLOSE);
  g_assert_cmpfloat_with_epsilon (thirds[1].gain, 0.75, CLOSE);
  g_assert_cmpfloat (thirds[2].gain, ==, 1);
  g_assert_cmpfloat (thirds[0].least, ==, 10);
  g_assert_cmpfloat (thirds[0].most, ==, 30);
  g_assert_cmpfloat_with_epsilon (thirds[0].mean, (20 + 20 + 10) / (10.0 / 3), CLOSE);
  g_assert_cmpfloat (thirds[1].least, ==, 30);
  g_assert_cmpfloat (thirds[2].most, ==, 60);
}

static void
test_roc (void)
{
  g_autoptr(BwLadder) ladder = bw_ladder_new (scores, gone, money, G_N_ELEMENTS (scores));
  g_autoptr(GArray) points = bw_ladder_list_roc (ladder);
  const BwRocPoint *roc = (const BwRocPoint *) (gpointer) points->data;
  double area = 0;

  g_assert_cmpuint (points->len, ==, 7);
  g_assert_cmpfloat (roc[0].caught, ==, 0);
  g_assert_cmpfloat (roc[1].caught, ==, 0.5);
  g_assert_cmpfloat (roc[1].false_alarms, ==, 0);
  g_assert_cmpfloat (roc[6].caught, ==, 1);
  g_assert_cmpfloat (roc[6].false_alarms, ==, 1);
  for (guint i = 1; i < points->len; i++)
    area += (roc[i].false_alarms - roc[i - 1].false_alarms) * (roc[i].caught + roc[i - 1].caught) / 2;
  g_assert_cmpfloat_with_epsilon (area, bw_ladder_get_auc (ladder), CLOSE);
}

/* Perfect, all equal, one kind only, nobody. */
static void
test_ends (void)
{
  static const double rising[] = { 1, 2, 3, 4 };
  static const double equal[] = { 5, 5, 5, 5 };
  static const guint8 first[] = { 1, 1, 0, 0 };
  static const guint8 none[] = { 0, 0, 0, 0 };
  g_autoptr(BwLadder) perfect = bw_ladder_new (rising, first, NULL, 4);
  g_autoptr(BwLadder) level = bw_ladder_new (equal, first, NULL, 4);
  g_autoptr(BwLadder) one_kind = bw_ladder_new (rising, none, NULL, 4);
  g_autoptr(BwLadder) nobody = bw_ladder_new (NULL, NULL, NULL, 0);
  g_autoptr(GArray) points = bw_ladder_list_roc (one_kind);
  BwTenth tenths[10];
  double at;

  g_assert_cmpfloat (bw_ladder_get_ks (perfect, &at), ==, 1);
  g_assert_cmpfloat (at, ==, 2);
  g_assert_cmpfloat (bw_ladder_get_ks (level, NULL), ==, 0);
  g_assert_cmpfloat (bw_ladder_get_auc (level), ==, 0.5);
  g_assert_true (isnan (bw_ladder_get_ks (one_kind, &at)) && isnan (at));
  g_assert_cmpuint (points->len, ==, 0);
  g_assert_true (isnan (bw_ladder_get_auc (nobody)));
  bw_ladder_get_parts (nobody, 10, tenths);
  g_assert_true (isnan (tenths[0].rate.rate) && isnan (tenths[9].gain) && isnan (tenths[0].least));
  bw_ladder_get_parts (level, 10, tenths);
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpfloat_with_epsilon (tenths[i].rate.rate, 0.5, CLOSE);
      g_assert_cmpfloat_with_epsilon (tenths[i].gain, (i + 1) / 10.0, CLOSE);
    }
}

/* Wilson's interval solves (p − r)² = z²·p·(1 − p)/n for p: put in, both ends give 0. */
static void
test_rates (void)
{
  static const double counts[][2] = { { 1, 10 }, { 5, 10 }, { 9.5, 46.9 }, { 26, 56 }, { 1869, 7043 } };
  const double z2 = 1.959963984540054 * 1.959963984540054;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const BwRate rate = bw_rate (counts[i][0], counts[i][1]);
      const double r = counts[i][0] / counts[i][1];
      const double ends[] = { rate.low, rate.high };

      g_assert_cmpfloat_with_epsilon (rate.rate, r, CLOSE);
      g_assert_cmpfloat (rate.low, <, r);
      g_assert_cmpfloat (rate.high, >, r);
      for (guint j = 0; j < 2; j++)
        g_assert_cmpfloat_with_epsilon ((ends[j] - r) * (ends[j] - r),
                                        z2 * ends[j] * (1 - ends[j]) / counts[i][1], CLOSE);
    }
  g_assert_cmpfloat (bw_rate (0, 10).low, ==, 0);
  g_assert_cmpfloat_with_epsilon (bw_rate (0, 10).high, z2 / (10 + z2), CLOSE);
  g_assert_cmpfloat (bw_rate (10, 10).high, ==, 1);
  g_assert_true (isnan (bw_rate (0, 0).low));
}

/* Ten tenths of ten values each; then the lowest tenth doubles at the cost of the highest:
 * (0.2 − 0.1)·ln 2 + (0.005 − 0.1)·ln (0.05), an empty part being half a value of a hundred. */
static void
test_psi (void)
{
  double then[100], now[100], yes_no[] = { 0, 0, 0, 1 }, later[] = { 0, 1, 1, 1 };

  for (guint i = 0; i < 100; i++)
    {
      then[i] = i;
      now[i] = i < 90 ? i : i - 90;
    }
  g_assert_cmpfloat (bw_psi (then, 100, then, 100), ==, 0);
  g_assert_cmpfloat_with_epsilon (bw_psi (then, 100, now, 100), 0.1 * log (2) - 0.095 * log (0.05), CLOSE);
  g_assert_cmpfloat_with_epsilon (bw_psi (yes_no, 4, later, 4), 2 * 0.5 * log (3), CLOSE);
  g_assert_true (isnan (bw_psi (then, 100, NULL, 0)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ladder/rungs", test_ladder);
  g_test_add_func ("/ladder/parts", test_parts);
  g_test_add_func ("/ladder/roc", test_roc);
  g_test_add_func ("/ladder/ends", test_ends);
  g_test_add_func ("/ladder/rates", test_rates);
  g_test_add_func ("/ladder/psi", test_psi);

  return g_test_run ();
}
