/* A share of a few, and how far chance alone may have moved it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/rate.h"

#include <math.h>

/**
 * bw_rate:
 * @n_gone: 0 to @n
 * @n: at least 0
 *
 * Shape: two counts to a share and its 95 % interval. Errors: none. Source: Wilson (1927), without
 * correction for continuity.
 *
 * Returns: the rate, NaN with its interval where @n is 0
 */
BwRate
bw_rate (double n_gone,
         double n)
{
  const double z2 = BW_Z95 * BW_Z95;
  BwRate rate = { n, n_gone, NAN, NAN, NAN };
  double middle, half;

  if (!(n > 0))
    return rate;

  rate.rate = n_gone / n;
  middle = (rate.rate + z2 / (2 * n)) / (1 + z2 / n);
  half = BW_Z95 / (1 + z2 / n) *
         sqrt (fmax (rate.rate * (1 - rate.rate), 0) / n + z2 / (4 * n * n));
  rate.low = n_gone <= 0 ? 0 : fmax (middle - half, 0);
  rate.high = n_gone >= n ? 1 : fmin (middle + half, 1);

  return rate;
}
