/* Statistics by hand-worked numbers: order, quantiles, mid-ranks, apportionment, readable ranges. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/apportion.h"
#include "stats/moments.h"
#include "stats/quantile.h"
#include "stats/readable.h"
#include "stats/sort.h"

#include <math.h>

#define MOST 8

typedef struct
{
  const char *name;
  double      xs[MOST];
  gsize       n;
  double      p;
  double      expected;
} QuantileCase;

static const QuantileCase quantiles[] = {
  { "even", { 4, 1, 3, 2 }, 4, 0.5, 2.5 },
  { "odd", { 5, 1, 3 }, 3, 0.5, 3 },
  { "between", { 10, 20, 30, 40, 50 }, 5, 0.05, 12 },
  { "quarter", { 1, 2, 3, 4 }, 4, 0.25, 1.75 },
  { "least", { 3, -1, 2 }, 3, 0, -1 },
  { "most", { 3, -1, 2 }, 3, 1, 3 },
  { "one", { 7 }, 1, 0.3, 7 },
  { "missing", { NAN, 4, NAN, 2 }, 4, 0.5, 3 },
  { "all-missing", { NAN, NAN }, 2, 0.5, NAN },
  { "none", { 0 }, 0, 0.5, NAN },
};

/* Many values, found without a sort, against those that a sort finds. */
typedef struct
{
  const char *name;
  double      (*draw)(GRand *random);
} ManyCase;

static double
draw_even (GRand *random)
{
  return g_rand_double (random);
}

static double
draw_whole (GRand *random)
{
  return g_rand_int_range (random, -3, 4);
}

static double
draw_one (GRand *random)
{
  return 5;
}

static double
draw_far (GRand *random)
{
  return pow (10, g_rand_double_range (random, -300, 300));
}

static double
draw_infinite (GRand *random)
{
  return g_rand_int_range (random, 0, 50) == 0 ? INFINITY : g_rand_double (random);
}

static double
draw_missing (GRand *random)
{
  return g_rand_boolean (random) ? NAN : g_rand_double (random);
}

static const ManyCase many_values[] = {
  { "even", draw_even },
  { "whole", draw_whole },
  { "one-value", draw_one },
  { "far-apart", draw_far },
  { "infinite", draw_infinite },
  { "missing", draw_missing },
};

static void
test_quantiles (gconstpointer data)
{
  const ManyCase *c = data;
  const double ps[] = { 0, 0.05, 0.25, 0.5, 0.999, 1 };
  const gsize n = 30001;
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autofree double *xs = g_new (double, n);
  double found[G_N_ELEMENTS (ps)];
  gsize n_present = 0;

  for (gsize i = 0; i < n; i++)
    {
      xs[i] = c->draw (random);
      n_present += !isnan (xs[i]);
    }

  g_assert_cmpuint (bw_quantiles (xs, n, ps, G_N_ELEMENTS (ps), found), ==, n_present);
  for (gsize i = 0; i < G_N_ELEMENTS (ps); i++)
    {
      const double expected = bw_quantile (xs, n, ps[i]);

      if (isnan (expected)) /* between two infinite ones */
        g_assert_true (isnan (found[i]));
      else
        g_assert_cmpfloat (found[i], ==, expected);
    }
}

static void
test_quantile (gconstpointer data)
{
  const QuantileCase *c = data;
  const double found = bw_quantile (c->xs, c->n, c->p);

  if (isnan (c->expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, c->expected, 1e-12);
}

typedef struct
{
  const char *name;
  double      parts[MOST];
  gsize       n;
  gint64      total;
  gint64      expected[MOST];
} ApportionCase;

static const ApportionCase apportionments[] = {
  { "thirds", { 100 / 3., 100 / 3., 100 / 3. }, 3, 100, { 34, 33, 33 } },
  { "sevenths", { 100 / 7., 100 / 7., 100 / 7., 100 / 7., 100 / 7., 100 / 7., 100 / 7. }, 7, 100,
    { 15, 15, 14, 14, 14, 14, 14 } },
  { "largest-remainder", { 12.2, 37.7, 50.1 }, 3, 100, { 12, 38, 50 } },
  { "rounding-is-no-remainder", { 0.29 * 100, 0.57 * 100, 0.14 * 100 }, 3, 100, { 29, 57, 14 } },
  { "signed", { 3.5, -2.25, -0.25 }, 3, 1, { 3, -2, 0 } },
  { "tie-to-the-earlier", { 0.5, 0.5, 0.5, 0.5 }, 4, 2, { 1, 1, 0, 0 } },
  { "missing", { 49.5, NAN, 50.5 }, 3, 100, { 50, 0, 50 } },
  { "total-far-above", { 1, 1 }, 2, 7, { 4, 3 } },
  { "total-far-below", { 1, 1 }, 2, -3, { -1, -2 } },
  { "nothing", { NAN, NAN }, 2, 100, { 0, 0 } },
};

static void
test_apportion (gconstpointer data)
{
  const ApportionCase *c = data;
  gint64 found[MOST];

  bw_apportion (c->parts, c->n, c->total, found);
  for (gsize i = 0; i < c->n; i++)
    g_assert_cmpint (found[i], ==, c->expected[i]);
}

/* Tenths of random signed points add up to the tenths of their sum, none further than 1 away. */
static void
test_tenths (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < 500; round++)
    {
      double parts[MOST], sum = 0;
      gint64 found[MOST], total, found_total = 0;

      for (guint i = 0; i < MOST; i++)
        {
          parts[i] = 10 * g_rand_double_range (rand, -30, 30);
          sum += parts[i];
        }
      total = llround (sum);
      bw_apportion (parts, MOST, total, found);
      for (guint i = 0; i < MOST; i++)
        {
          g_assert_cmpfloat (fabs (found[i] - parts[i]), <=, 1);
          found_total += found[i];
        }
      g_assert_cmpint (found_total, ==, total);
    }
}

static void
test_mid_ranks (void)
{
  const double xs[] = { 10, NAN, 30, 10, 20 };
  const double expected[] = { 25, NAN, 87.5, 25, 62.5 };
  double ranks[G_N_ELEMENTS (xs)];

  g_assert_cmpuint (bw_mid_ranks (xs, G_N_ELEMENTS (xs), ranks), ==, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      if (isnan (expected[i]))
        g_assert_true (isnan (ranks[i]));
      else
        g_assert_cmpfloat (ranks[i], ==, expected[i]);
    }
}

/* Many values of all sizes and signs, in place, against a plain count. */
static void
test_many_ranks (void)
{
  const gsize n = 3000;
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autofree double *xs = g_new (double, n);
  g_autofree double *ranks = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      xs[i] = exp (g_rand_double_range (rand, -20, 20)) * (g_rand_boolean (rand) ? 1 : -1);
      if (i % 3 == 0)
        xs[i] = g_rand_int_range (rand, -9, 9);
      if (i % 50 == 0)
        xs[i] = -0.0;
      ranks[i] = xs[i];
    }
  bw_mid_ranks (ranks, n, ranks);

  for (gsize i = 0; i < n; i += 7)
    {
      gsize below = 0, equal = 0;

      for (gsize j = 0; j < n; j++)
        {
          below += xs[j] < xs[i];
          equal += xs[j] == xs[i];
        }
      g_assert_cmpfloat_with_epsilon (ranks[i], 100 * (below + 0.5 * equal) / n, 1e-9);
    }
}

static void
test_order (void)
{
  const double xs[] = { 2, NAN, -1, 2, -INFINITY, 0 };
  const guint32 expected[] = { 4, 2, 5, 0, 3 };
  guint32 order[G_N_ELEMENTS (xs)];
  double sorted[G_N_ELEMENTS (xs)];

  g_assert_cmpuint (bw_order (xs, G_N_ELEMENTS (xs), order), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (bw_sort (xs, G_N_ELEMENTS (xs), sorted), ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpuint (order[i], ==, expected[i]);
      g_assert_cmpfloat (sorted[i], ==, xs[expected[i]]);
    }
}

typedef struct
{
  const char *name;
  double      low, high;
  double      from, to;
} RangeCase;

static const RangeCase ranges[] = {
  { "months", 1, 72, 0, 70 },
  { "charges", 19.65, 107.4, 20, 110 },
  { "thousands", 49.6, 6923.6, 0, 7000 },
  { "fractions", 0.12, 0.93, 0.1, 0.9 },
  { "exact-decimals", 0.06, 0.31, 0.06, 0.32 },
  { "small", 0.0012, 0.031, 0.002, 0.032 },
  { "points", 1, 5, 1, 5 },
  { "negative", -61, 48, -60, 50 },
  { "large", 12e6, 870e6, 0, 900e6 },
};

static void
test_range (gconstpointer data)
{
  const RangeCase *c = data;
  double from = NAN, to = NAN;

  g_assert_true (bw_readable_range (c->low, c->high, &from, &to));
  g_assert_cmpfloat (from, ==, c->from);
  g_assert_cmpfloat (to, ==, c->to);
}

/* The step in which values are written, by the one that has most decimals. */
static void
test_grain (void)
{
  static const struct
  {
    double xs[4];
    double grain;
  } rows[] = {
    { { 3, NAN, -12, 1e12 }, 1 },
    { { 3, 0.5, 7, NAN }, 0.1 },
    { { 0.29, 0.57, 1, 0 }, 0.01 },
    { { 19.65, 107.4, 1e6 + 0.35, 2 }, 0.01 },
    { { 1 / 3.0, 2, 3, 4 }, 0 },
    { { 1e308, -1e308, 0, 5 }, 1 },
    { { NAN, NAN, NAN, NAN }, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat (bw_find_grain (rows[i].xs, 4), ==, rows[i].grain);
}

static void
test_no_range (void)
{
  double from = 1, to = 2;

  g_assert_false (bw_readable_range (3, 3, &from, &to));
  g_assert_false (bw_readable_range (4, 3, &from, &to));
  g_assert_false (bw_readable_range (NAN, 3, &from, &to));
  g_assert_false (bw_readable_range (-1e308, 1e308, &from, &to));
  g_assert_cmpfloat (from, ==, 1);
  g_assert_cmpfloat (to, ==, 2);
}

static void
test_moments (void)
{
  const double xs[] = { 2, 4, NAN, 4, 4, 5, 5, 7, 9 };
  const double large[] = { 1e9 + 1, 1e9 + 2, 1e9 + 3 };
  const double missing[] = { NAN };
  const BwMoments all = bw_moments (xs, G_N_ELEMENTS (xs));

  g_assert_cmpuint (all.n, ==, 8);
  g_assert_cmpfloat (all.mean, ==, 5);
  g_assert_cmpfloat (all.sd_population, ==, 2);
  g_assert_cmpfloat_with_epsilon (all.sd, sqrt (32 / 7.), 1e-12);
  g_assert_cmpfloat (all.min, ==, 2);
  g_assert_cmpfloat (all.max, ==, 9);
  g_assert_cmpfloat (bw_moments (large, 3).sd, ==, 1);
  g_assert_cmpuint (bw_moments (missing, 1).n, ==, 0);
  g_assert_true (isnan (bw_moments (missing, 1).mean));
  g_assert_true (isnan (bw_moments (xs, 1).sd));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (many_values); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/quantiles/", many_values[i].name, NULL);

      g_test_add_data_func (path, &many_values[i], test_quantiles);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/quantile/", quantiles[i].name, NULL);

      g_test_add_data_func (path, &quantiles[i], test_quantile);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (apportionments); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/apportion/", apportionments[i].name, NULL);

      g_test_add_data_func (path, &apportionments[i], test_apportion);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/range/", ranges[i].name, NULL);

      g_test_add_data_func (path, &ranges[i], test_range);
    }
  g_test_add_func ("/stats/apportion/tenths", test_tenths);
  g_test_add_func ("/stats/mid-ranks", test_mid_ranks);
  g_test_add_func ("/stats/mid-ranks/many", test_many_ranks);
  g_test_add_func ("/stats/order", test_order);
  g_test_add_func ("/stats/range/none", test_no_range);
  g_test_add_func ("/stats/grain", test_grain);
  g_test_add_func ("/stats/moments", test_moments);

  return g_test_run ();
}
