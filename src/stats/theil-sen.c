/* The slope that most pairs of points agree on, whatever a few of them do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/theil-sen.h"

#include "stats/quantile.h"

#include <math.h>

/**
 * bw_theil_sen:
 * @xs: (array length=n): where the points are; NaN marks a missing one
 * @ys: (array length=n): how high they are; NaN marks a missing one
 * @n: how many points; few, as every pair of them is looked at
 *
 * The median of the slopes of all pairs of points that are not above one another.
 *
 * Shape: n points to one. Unit: that of @ys by that of @xs. Missing: the point is left out.
 * Errors: none. Cost: n²/2 slopes and a sort of them. Source: Theil (1950), Sen (1968).
 *
 * Returns: the slope, or NaN where there is no such pair
 */
double
bw_theil_sen (const double *xs,
              const double *ys,
              gsize         n)
{
  g_autofree double *slopes = g_new (double, MAX (n * (n - 1) / 2, 1));
  gsize n_slopes = 0;

  for (gsize i = 0; i + 1 < n; i++)
    {
      for (gsize j = i + 1; j < n; j++)
        {
          const double slope = (ys[j] - ys[i]) / (xs[j] - xs[i]);

          if (xs[i] != xs[j] && !isnan (slope))
            slopes[n_slopes++] = slope;
        }
    }

  return bw_quantile (slopes, n_slopes, 0.5);
}
