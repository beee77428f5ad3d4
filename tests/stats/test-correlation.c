/* How alike two columns are, by hand and by scipy 1.10. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/correlation.h"

#include <math.h>

#define MOST 10
#define NEAR 1e-12

typedef struct
{
  const char *name;
  gsize       n;
  double      xs[MOST];
  double      ys[MOST];
  double      pearson;
  double      spearman;
  double      kendall;
} Case;

/* By hand up to "missing"; then scipy.stats.pearsonr, .spearmanr and .kendalltau (x, y) of the same
 * columns. "ten" is the example of ranks −29/165 that textbooks have. */
static const Case cases[] = {
  { "none", 0, { 0 }, { 0 }, NAN, NAN, NAN },
  { "one", 1, { 1 }, { 2 }, NAN, NAN, NAN },
  { "two-up", 2, { 1, 2 }, { 5, 9 }, 1, 1, 1 },
  { "two-down", 2, { 1, 2 }, { 9, 5 }, -1, -1, -1 },
  { "constant", 3, { 4, 4, 4 }, { 1, 2, 3 }, NAN, NAN, NAN },
  { "constant-other", 3, { 1, 2, 3 }, { 0.1, 0.1, 0.1 }, NAN, NAN, NAN },
  { "square", 4, { 1, 2, 3, 4 }, { 1, 4, 9, 16 }, 0.9843740386976972, 1, 1 },
  { "one-swap", 4, { 1, 2, 3, 4 }, { 1, 3, 2, 4 }, 0.8, 0.8, 2.0 / 3 },
  { "missing", 6, { 1, NAN, 2, 3, 7, 4 }, { 1, 5, 3, 2, NAN, 4 }, 0.8, 0.8, 2.0 / 3 },
  { "tied", 5, { 12, 2, 1, 12, 2 }, { 1, 4, 7, 1, 0 },
    -0.5566399985665698, -0.5407380704358752, -0.4714045207910316 },
  { "ten", 10, { 86, 97, 99, 100, 101, 103, 106, 110, 112, 113 },
    { 2, 20, 28, 27, 50, 29, 7, 17, 6, 12 },
    -0.07021632602905672, -29.0 / 165, -0.1111111111111111 },
  { "both-tied", 8, { 1, 2, 2, 3, 3, 3, 4, 5 }, { 2, 2, 1, 4, 3, 3, 5, 5 },
    0.8746955149045119, 0.918821785756253, 0.816496580927726 },
  { "decimal", 6, { 0.1, -2.5, 3.75, 8, 1e3, -40 }, { 2.2, -7, 0.5, 13, 11, -3 },
    0.5308853817432281, 0.8285714285714287, 0.6 },
};

static void
assert_near (double value,
             double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, NEAR);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;

  assert_near (bw_pearson (c->xs, c->ys, c->n), c->pearson);
  assert_near (bw_spearman (c->xs, c->ys, c->n), c->spearman);
  assert_near (bw_kendall (c->xs, c->ys, c->n), c->kendall);

  /* Neither side comes first. */
  assert_near (bw_pearson (c->ys, c->xs, c->n), c->pearson);
  assert_near (bw_kendall (c->ys, c->xs, c->n), c->kendall);
}

/* Whole numbers below @most that look like chance, the same in every language. */
static void
fill (double *values,
      gsize   n,
      guint32 seed,
      guint   most)
{
  for (gsize i = 0; i < n; i++)
    {
      seed = (seed * 1103515245u + 12345u) & 0x7fffffff;
      values[i] = (seed >> 8) % most;
    }
}

/* A thousand pairs with many ties: x = lcg (1000, 1, 50), y = x + lcg (1000, 2, 90), the generator
 * above; scipy of the same. */
static void
test_many (void)
{
  enum { N = 1000 };
  g_autofree double *xs = g_new (double, N);
  g_autofree double *ys = g_new (double, N);

  fill (xs, N, 1, 50);
  fill (ys, N, 2, 90);
  for (guint i = 0; i < N; i++)
    ys[i] += xs[i];

  g_assert_cmpfloat (xs[4], ==, 29);
  g_assert_cmpfloat (ys[4], ==, 60);
  g_assert_cmpfloat_with_epsilon (bw_pearson (xs, ys, N), 0.46548834625021673, NEAR);
  g_assert_cmpfloat_with_epsilon (bw_spearman (xs, ys, N), 0.44393110157004806, NEAR);
  g_assert_cmpfloat_with_epsilon (bw_kendall (xs, ys, N), 0.3105387851965178, NEAR);
}

/* Tau-b by its definition, a pair of rows at a time. */
static double
kendall_by_pairs (const double *xs,
                  const double *ys,
                  gsize         n)
{
  gint64 agreement = 0, x_differ = 0, y_differ = 0;

  for (gsize i = 0; i < n; i++)
    {
      for (gsize j = 0; j < i; j++)
        {
          const int x = (xs[i] > xs[j]) - (xs[i] < xs[j]);
          const int y = (ys[i] > ys[j]) - (ys[i] < ys[j]);

          agreement += x * y;
          x_differ += x != 0;
          y_differ += y != 0;
        }
    }

  return agreement / (sqrt (x_differ) * sqrt (y_differ));
}

static void
test_pairs (void)
{
  enum { MANY = 130 };
  double xs[MANY], ys[MANY];

  for (gsize n = 2; n <= MANY; n++)
    {
      const guint most = 2 + n % 40;

      fill (xs, n, n, most);
      fill (ys, n, n + 1000, 2 * most);
      xs[0] = most; /* never constant */
      ys[0] = 2 * most;
      g_assert_cmpfloat_with_epsilon (bw_kendall (xs, ys, n), kendall_by_pairs (xs, ys, n), NEAR);
    }
}

/* A column goes with itself, and with its ranks, by exactly 1. */
static void
test_itself (void)
{
  enum { N = 777 };
  double xs[N], ys[N];

  fill (xs, N, 5, 300);
  for (guint i = 0; i < N; i++)
    {
      xs[i] /= 7;
      ys[i] = exp (xs[i] / 10);
    }

  g_assert_cmpfloat (bw_pearson (xs, xs, N), ==, 1);
  g_assert_cmpfloat (bw_spearman (xs, ys, N), ==, 1);
  g_assert_cmpfloat (bw_kendall (xs, ys, N), ==, 1);
  for (guint i = 0; i < N; i++)
    ys[i] = -ys[i];
  g_assert_cmpfloat_with_epsilon (bw_spearman (xs, ys, N), -1, NEAR);
  g_assert_cmpfloat (bw_kendall (xs, ys, N), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/correlation/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/stats/correlation/many", test_many);
  g_test_add_func ("/stats/correlation/pairs", test_pairs);
  g_test_add_func ("/stats/correlation/itself", test_itself);

  return g_test_run ();
}
