/* Mean and spread of a column of numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/moments.h"

#include <math.h>

/**
 * bw_moments:
 * @xs: (array length=n): values in any order; NaN marks a missing one
 *
 * Shape: n values to one set. Unit: that of @xs. Missing: skipped. Errors: none.
 * Cost: two passes; the second takes the mean away first, so that nothing cancels.
 *
 * Returns: the moments, all NaN where every value is missing
 */
BwMoments
bw_moments (const double *xs,
            gsize         n)
{
  BwMoments all = { 0, NAN, NAN, NAN, NAN, NAN };
  double sum = 0, squares = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (xs[i]))
        continue;

      all.n++;
      sum += xs[i];
      all.min = xs[i] > all.min ? all.min : xs[i];
      all.max = xs[i] < all.max ? all.max : xs[i];
    }
  if (all.n == 0)
    return all;

  all.mean = sum / all.n;
  for (gsize i = 0; i < n; i++)
    {
      if (!isnan (xs[i]))
        squares += (xs[i] - all.mean) * (xs[i] - all.mean);
    }
  all.sd_population = sqrt (squares / all.n);
  all.sd = all.n > 1 ? sqrt (squares / (all.n - 1)) : NAN;

  return all;
}
