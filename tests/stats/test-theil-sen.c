/* The slope that most pairs of points agree on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/theil-sen.h"

#include <math.h>

#define MOST 6

typedef struct
{
  const char *name;
  guint       n;
  double      xs[MOST];
  double      ys[MOST];
  double      slope;
} Case;

static const Case cases[] = {
  { "none", 0, { 0 }, { 0 }, NAN },
  { "one", 1, { 1 }, { 2 }, NAN },
  { "line", 4, { 0, 1, 2, 3 }, { 5, 7, 9, 11 }, 2 },
  { "outlier", 5, { 0, 1, 2, 3, 4 }, { 0, 1, 90, 3, 4 }, 1 },
  { "uneven-steps", 3, { 0, 1, 5 }, { 0, 2, 10 }, 2 },
  { "between", 3, { 0, 1, 2 }, { 0, 1, 4 }, 2 },
  { "even-pairs", 4, { 0, 10, 20, 40 }, { 10, 20, 30, 40 }, 0.875 },
  { "same-place", 3, { 1, 1, 2 }, { 0, 5, 7 }, 4.5 },
  { "all-one-place", 3, { 1, 1, 1 }, { 0, 5, 7 }, NAN },
  { "missing", 4, { 0, 1, 2, 3 }, { 5, NAN, 9, 11 }, 2 },
  { "unknown-place", 4, { 0, NAN, 2, 3 }, { 5, 80, 9, 11 }, 2 },
};

static void
test_theil_sen (gconstpointer data)
{
  const Case *c = data;
  const double slope = bw_theil_sen (c->xs, c->ys, c->n);

  if (isnan (c->slope))
    g_assert_true (isnan (slope));
  else
    g_assert_cmpfloat (slope, ==, c->slope);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/theil-sen/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_theil_sen);
    }

  return g_test_run ();
}
