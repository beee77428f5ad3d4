/* The law of the sliders: hand-worked moves, and what every move promises. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/shares.h"

#include <math.h>

#define N 4

typedef struct
{
  const char *name;
  double      shares[N];
  gboolean    locked[N];
  guint       moved;
  double      to;
  double      expected[N];
} MoveCase;

static const MoveCase moves[] = {
  { "up", { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, 0.7, { 0.7, 0.15, 0.1, 0.05 } },
  { "down", { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, 0.1, { 0.1, 0.45, 0.3, 0.15 } },
  { "locked", { 0.4, 0.3, 0.2, 0.1 }, { 0, 1, 0, 0 }, 0, 0.55, { 0.55, 0.3, 0.1, 0.05 } },
  { "held-by-locks", { 0.4, 0.3, 0.2, 0.1 }, { 0, 1, 0, 0 }, 0, 0.9, { 0.7, 0.3, 0, 0 } },
  { "below-zero", { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, -2, { 0, 0.5, 1 / 3., 1 / 6. } },
  { "others-share-equally", { 1, 0, 0, 0 }, { 0 }, 0, 0.4, { 0.4, 0.2, 0.2, 0.2 } },
  { "others-unlocked-share", { 0.8, 0, 0, 0.2 }, { 0, 0, 0, 1 }, 0, 0.4, { 0.4, 0.2, 0.2, 0.2 } },
  { "nothing-else-free", { 0.4, 0.3, 0.2, 0.1 }, { 0, 1, 1, 1 }, 0, 0.8, { 0.4, 0.3, 0.2, 0.1 } },
  { "itself-locked", { 0.4, 0.3, 0.2, 0.1 }, { 1, 0, 0, 0 }, 0, 0.8, { 0.4, 0.3, 0.2, 0.1 } },
  { "all-zero", { 0, 0, 0, 0 }, { 0 }, 2, 0.01, { 0, 0, 1, 0 } },
  { "all-zero-to-zero", { 0, 0, 0, 0 }, { 0 }, 2, 0, { 0, 0, 0, 0 } },
  { "lone", { NAN, 1, NAN, NAN }, { 0 }, 1, 0.3, { NAN, 1, NAN, NAN } },
  { "not-used", { NAN, 0.5, 0.5, NAN }, { 0 }, 0, 0.3, { NAN, 0.5, 0.5, NAN } },
  { "nowhere", { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, NAN, { 0.4, 0.3, 0.2, 0.1 } },
  { "beside-unused", { NAN, 0.5, 0.5, NAN }, { 0 }, 1, 0.8, { NAN, 0.8, 0.2, NAN } },
};

static void
assert_shares (const double *found,
               const double *expected)
{
  for (guint i = 0; i < N; i++)
    {
      if (isnan (expected[i]))
        g_assert_true (isnan (found[i]));
      else
        g_assert_cmpfloat_with_epsilon (found[i], expected[i], 1e-12);
    }
}

static void
test_move (gconstpointer data)
{
  const MoveCase *c = data;
  double found[N];

  bw_shares_move (c->shares, c->locked, N, c->moved, c->to, found);
  assert_shares (found, c->expected);
}

static double
total (const double *shares,
       guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += isnan (shares[i]) ? 0 : shares[i];

  return sum;
}

/* Any start, any locks, any goal: the total stays 1, the locked ones stay, and the ratios of the
 * others too. */
static void
test_promises (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 5000; round++)
    {
      const guint n = g_rand_int_range (rand, 1, 13);
      double shares[12], out[12], sum;
      gboolean locked[12];
      guint moved = g_rand_int_range (rand, 0, n);

      for (guint i = 0; i < n; i++)
        {
          shares[i] = pow (g_rand_double (rand), 4);
          if (g_rand_int_range (rand, 0, 5) == 0)
            shares[i] = 0;
          if (g_rand_int_range (rand, 0, 6) == 0 && i != moved)
            shares[i] = NAN;
          locked[i] = g_rand_int_range (rand, 0, 4) == 0;
        }
      shares[moved] = MAX (shares[moved], 1e-6);
      sum = total (shares, n);
      for (guint i = 0; i < n; i++)
        shares[i] /= sum;

      bw_shares_move (shares, locked, n, moved, g_rand_double_range (rand, -0.1, 1.1), out);

      g_assert_cmpfloat_with_epsilon (total (out, n), 1, 1e-12);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (isnan (shares[i]) == isnan (out[i]));
          g_assert_false (out[i] < 0);
          if (locked[i] && !isnan (out[i]))
            g_assert_cmpfloat (out[i], ==, shares[i]);
        }
    }
}

/* A drag is computed from where it began, so that there and back restores. */
static void
test_there_and_back (void)
{
  const double start[N] = { 0.37, 0.4, 0.13, 0.1 };
  double out[N];

  bw_shares_move (start, NULL, N, 1, 1, out);
  assert_shares (out, (const double[]) { 0, 1, 0, 0 });
  bw_shares_move (start, NULL, N, 1, 0.4, out);
  assert_shares (out, start);
}

/* Thousands of drags one after the other do not let the total drift. */
static void
test_no_drift (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);
  double shares[N] = { 0.25, 0.25, 0.25, 0.25 };

  for (guint i = 0; i < 20000; i++)
    bw_shares_move (shares, NULL, N, i % N, g_rand_double (rand), shares);

  g_assert_cmpfloat_with_epsilon (total (shares, N), 1, 1e-12);
}

static void
test_use (void)
{
  const double none[N] = { NAN, NAN, NAN, NAN };
  const double some[N] = { NAN, 0.6, 0.4, NAN };
  double out[N];

  bw_shares_use (none, N, 2, out);
  assert_shares (out, (const double[]) { NAN, NAN, 1, NAN });
  bw_shares_use (some, N, 0, out);
  assert_shares (out, (const double[]) { 0, 0.6, 0.4, NAN });
  bw_shares_use (some, N, 1, out);
  assert_shares (out, some);
}

static void
test_leave_out (void)
{
  const double shares[N] = { 0.4, 0.3, 0.3, NAN };
  const double lone[N] = { NAN, 1, NAN, NAN };
  const double top[N] = { 1, 0, 0, NAN };
  const gboolean one[N] = { FALSE, TRUE, FALSE, FALSE };
  const gboolean all[N] = { TRUE, TRUE, TRUE, FALSE };
  double out[N];

  bw_shares_leave_out (shares, NULL, N, 0, out);
  assert_shares (out, (const double[]) { NAN, 0.5, 0.5, NAN });
  bw_shares_leave_out (shares, one, N, 0, out);
  assert_shares (out, (const double[]) { NAN, 0.3, 0.7, NAN });
  bw_shares_leave_out (shares, all, N, 0, out);
  assert_shares (out, (const double[]) { NAN, 0.5, 0.5, NAN });
  bw_shares_leave_out (top, NULL, N, 0, out);
  assert_shares (out, (const double[]) { NAN, 0.5, 0.5, NAN });
  bw_shares_leave_out (lone, NULL, N, 1, out);
  assert_shares (out, (const double[]) { NAN, NAN, NAN, NAN });
}

typedef struct
{
  const char *name;
  double      shares[N];
  guint       expected[N];
} PercentCase;

static const PercentCase percents[] = {
  { "thirds", { 1 / 3., 1 / 3., 1 / 3., NAN }, { 34, 33, 33, 0 } },
  { "exact", { 0.29, 0.57, 0.14, 0 }, { 29, 57, 14, 0 } },
  { "halves", { 0.125, 0.375, 0.125, 0.375 }, { 13, 38, 12, 37 } },
  { "tiny", { 0.996, 0.002, 0.002, 0 }, { 100, 0, 0, 0 } },
  { "all-zero", { 0, 0, NAN, 0 }, { 0, 0, 0, 0 } },
  { "not-quite-one", { 2, 1, 1, NAN }, { 50, 25, 25, 0 } },
};

static void
test_percents (gconstpointer data)
{
  const PercentCase *c = data;
  guint found[N];

  bw_shares_to_percents (c->shares, N, found);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (found[i], ==, c->expected[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/shares/move/", moves[i].name, NULL);

      g_test_add_data_func (path, &moves[i], test_move);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *path = g_strconcat ("/shares/percents/", percents[i].name, NULL);

      g_test_add_data_func (path, &percents[i], test_percents);
    }
  g_test_add_func ("/shares/promises", test_promises);
  g_test_add_func ("/shares/there-and-back", test_there_and_back);
  g_test_add_func ("/shares/no-drift", test_no_drift);
  g_test_add_func ("/shares/use", test_use);
  g_test_add_func ("/shares/leave-out", test_leave_out);

  return g_test_run ();
}
