/* Order statistics of a column of numbers: quantiles and mid-ranks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/quantile.h"

#include "stats/sort.h"

#include <math.h>

/**
 * bw_quantile_sorted:
 * @sorted: (array length=n): values, least first, none missing
 * @p: the wanted quantile, 0 (smallest) to 1 (largest)
 *
 * Quantile by linear interpolation between neighbours in rank.
 *
 * Shape: n values to one. Unit: that of @sorted. Errors: none. Cost: none.
 * Source: Hyndman and Fan (1996), type 7.
 *
 * Returns: the quantile, or NaN where there is no value
 */
double
bw_quantile_sorted (const double *sorted,
                    gsize         n,
                    double        p)
{
  double rank;
  gsize below;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  if (n == 0)
    return NAN;

  rank = p * (n - 1);
  below = (gsize) floor (rank);
  if (below + 1 >= n)
    return sorted[n - 1];

  return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
}

/**
 * bw_quantile:
 * @xs: (array length=n): values in any order; NaN marks a missing one
 * @n: how many values; 0 is allowed
 * @p: the wanted quantile, 0 (smallest) to 1 (largest)
 *
 * As bw_quantile_sorted(), of values in any order.
 *
 * Shape: n values to one. Unit: that of @xs. Missing: skipped. Errors: none.
 * Cost: a copy and a sort.
 *
 * Returns: the quantile, or NaN where every value is missing
 */
double
bw_quantile (const double *xs,
             gsize         n,
             double        p)
{
  g_autofree double *sorted = NULL;
  gsize n_present;

  g_return_val_if_fail (xs != NULL || n == 0, NAN);

  sorted = g_new (double, MAX (n, 1));
  n_present = bw_sort (xs, n, sorted);

  return bw_quantile_sorted (sorted, n_present, p);
}

/**
 * bw_mid_ranks:
 * @xs: (array length=n): values in any order; NaN marks a missing one
 * @ranks: (out) (array length=n): 100·(below + ½·equal)/present, a value among its own equals;
 *   may be @xs itself
 *
 * Where each value stands among all of them, in percent; their mean is 50.
 *
 * Shape: n values to n. Unit: percent. Missing: NaN. Errors: none. Cost: a sort.
 *
 * Returns: how many are present
 */
gsize
bw_mid_ranks (const double *xs,
              gsize         n,
              double       *ranks)
{
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));
  const gsize n_present = bw_order (xs, n, order);
  gsize start = 0;

  for (gsize i = 0; i < n; i++)
    ranks[i] = isnan (xs[i]) ? NAN : xs[i];

  while (start < n_present)
    {
      const double value = ranks[order[start]];
      gsize end = start;

      while (end < n_present && ranks[order[end]] == value)
        end++;

      for (gsize i = start; i < end; i++)
        ranks[order[i]] = 100.0 * (start + 0.5 * (end - start)) / n_present;
      start = end;
    }

  return n_present;
}
