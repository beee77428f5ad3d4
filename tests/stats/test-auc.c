/* How well scores part two kinds: by hand, and what always holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/auc.h"
#include "stats/ladder.h"

#include <math.h>

#define MOST 12
#define CLOSE 1e-12

/* Worked by hand: wins of those who left over those who stayed, ties half; then the spread of the shares
 * of wins of each row, after DeLong. */
typedef struct
{
  const char *name;
  double      scores[MOST];
  guint8      gone[MOST];
  gsize       n;
  double      auc;
  double      se;
} Case;

static const Case cases[] = {
  { "tie", { 10, 30, 20, 30, 40 }, { 1, 1, 0, 0, 0 }, 5, 0.75, 0.28867513459481287 },
  { "perfect", { 1, 2, 3, 4 }, { 1, 1, 0, 0 }, 4, 1, 0 },
  { "reversed", { 1, 2, 3, 4 }, { 0, 0, 1, 1 }, 4, 0, 0 },
  { "all-equal", { 7, 7, 7, 7, 7 }, { 1, 0, 1, 0, 0 }, 5, 0.5, 0 },
  { "missing", { 10, NAN, 30, 20, NAN, 30, 40 }, { 1, 1, 1, 0, 0, 0, 0 }, 7, 0.75, 0.28867513459481287 },
  { "one-gone", { 5, 1, 9 }, { 1, 0, 0 }, 3, 0.5, NAN },
  { "nobody-gone", { 5, 1, 9 }, { 0, 0, 0 }, 3, NAN, NAN },
  { "nobody-stayed", { 5, 1, 9 }, { 1, 1, 1 }, 3, NAN, NAN },
  { "nothing", { 0 }, { 0 }, 0, NAN, NAN },
};

static void
assert_is (double value,
           double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, CLOSE);
}

static void
test_auc (gconstpointer data)
{
  const Case *test = data;
  const BwAuc auc = bw_auc (test->scores, test->gone, NULL, test->n);
  g_autoptr(BwLadder) ladder = bw_ladder_new (test->scores, test->gone, NULL, test->n);

  assert_is (auc.auc, test->auc);
  assert_is (auc.se, test->se);
  assert_is (bw_ladder_get_auc (ladder), test->auc);
  if (isnan (test->se))
    {
      g_assert_true (isnan (auc.low) && isnan (auc.high));
      return;
    }
  assert_is (auc.low, fmax (test->auc - 1.959963984540054 * test->se, 0));
  assert_is (auc.high, fmin (test->auc + 1.959963984540054 * test->se, 1));
}

/* Random rows of many ties, the same for the same seed. */
typedef struct
{
  gsize    n;
  double  *scores;
  double  *others;
  guint8  *gone;
  guint32 *customers;
} Rows;

static void
rows_init (Rows   *rows,
           guint32 seed,
           gsize   n,
           double  pull)
{
  g_autoptr(GRand) dice = g_rand_new_with_seed (seed);

  *rows = (Rows) { n, g_new (double, n), g_new (double, n), g_new (guint8, n), g_new (guint32, n) };
  for (gsize i = 0; i < n; i++)
    {
      rows->gone[i] = g_rand_double (dice) < 0.3;
      rows->scores[i] = floor (100 * g_rand_double (dice)) - (rows->gone[i] ? pull : 0);
      rows->others[i] = rows->scores[i] + floor (40 * g_rand_double (dice));
      rows->customers[i] = i;
    }
}

static void
rows_clear (Rows *rows)
{
  g_free (rows->scores);
  g_free (rows->others);
  g_free (rows->gone);
  g_free (rows->customers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
test_pairs (void)
{
  g_auto(Rows) rows = { 0 };
  double wins = 0, pairs = 0;

  rows_init (&rows, 5, 300, 10);
  for (gsize i = 0; i < rows.n; i++)
    {
      for (gsize j = 0; j < rows.n; j++)
        {
          if (!rows.gone[i] || rows.gone[j])
            continue;
          pairs++;
          wins += (rows.scores[i] < rows.scores[j]) + 0.5 * (rows.scores[i] == rows.scores[j]);
        }
    }
  assert_is (bw_auc (rows.scores, rows.gone, NULL, rows.n).auc, wins / pairs);
}

static void
test_transforms (void)
{
  g_auto(Rows) rows = { 0 };
  BwAuc plain, other;

  rows_init (&rows, 7, 500, 15);
  plain = bw_auc (rows.scores, rows.gone, NULL, rows.n);
  for (gsize i = 0; i < rows.n; i++)
    rows.others[i] = exp (rows.scores[i] / 30) + 4;
  other = bw_auc (rows.others, rows.gone, NULL, rows.n);
  assert_is (other.auc, plain.auc);
  assert_is (other.se, plain.se);

  for (gsize i = 0; i < rows.n; i++)
    rows.others[i] = -rows.scores[i];
  other = bw_auc (rows.others, rows.gone, NULL, rows.n);
  assert_is (other.auc, 1 - plain.auc);
  assert_is (other.se, plain.se);
}

/* Where each row is of a customer of its own, both ways to the interval agree; a row that is there twice
 * makes no interval narrower. */
static void
test_customers (void)
{
  g_auto(Rows) rows = { 0 };
  g_auto(Rows) twice = { 0 };
  BwAuc alone, own, both;

  rows_init (&rows, 9, 200, 15);
  alone = bw_auc (rows.scores, rows.gone, NULL, rows.n);
  own = bw_auc (rows.scores, rows.gone, rows.customers, rows.n);
  assert_is (own.auc, alone.auc);
  assert_is (own.se, alone.se);

  rows_init (&twice, 1, 400, 0);
  for (gsize i = 0; i < twice.n; i++)
    {
      twice.scores[i] = rows.scores[i / 2];
      twice.gone[i] = rows.gone[i / 2];
      twice.customers[i] = i / 2;
    }
  both = bw_auc (twice.scores, twice.gone, twice.customers, twice.n);
  assert_is (both.auc, alone.auc);
  assert_is (both.se, alone.se);
}

static void
test_gain (void)
{
  g_auto(Rows) rows = { 0 };
  BwAuc gain, back, none;

  rows_init (&rows, 11, 400, 20);
  gain = bw_auc_gain (rows.others, rows.scores, rows.gone, NULL, rows.n);
  back = bw_auc_gain (rows.scores, rows.others, rows.gone, NULL, rows.n);
  none = bw_auc_gain (rows.scores, rows.scores, rows.gone, NULL, rows.n);
  assert_is (gain.auc, bw_auc (rows.scores, rows.gone, NULL, rows.n).auc -
             bw_auc (rows.others, rows.gone, NULL, rows.n).auc);
  assert_is (back.auc, -gain.auc);
  assert_is (back.se, gain.se);
  g_assert_cmpfloat (none.auc, ==, 0);
  g_assert_cmpfloat (none.se, ==, 0);
}

/* Shuffled outcomes: the interval holds 0.5 in about 95 of 100; for 400 draws that is 380 give or take
 * four and a half. */
static void
test_shuffled (void)
{
  guint n_held = 0;

  for (guint32 seed = 0; seed < 400; seed++)
    {
      g_auto(Rows) rows = { 0 };
      BwAuc auc;

      rows_init (&rows, 1000 + seed, 300, 0);
      auc = bw_auc (rows.scores, rows.gone, NULL, rows.n);
      n_held += auc.low <= 0.5 && auc.high >= 0.5;
    }
  g_assert_cmpuint (n_held, >=, 366);
  g_assert_cmpuint (n_held, <=, 394);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/auc/by-hand/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_auc);
    }
  g_test_add_func ("/auc/pairs", test_pairs);
  g_test_add_func ("/auc/transforms", test_transforms);
  g_test_add_func ("/auc/customers", test_customers);
  g_test_add_func ("/auc/gain", test_gain);
  g_test_add_func ("/auc/shuffled", test_shuffled);

  return g_test_run ();
}
