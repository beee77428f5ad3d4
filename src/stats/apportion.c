/* Parts rounded so that they still add up to what is shown as their sum. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/apportion.h"

#include <math.h>
#include <stdlib.h>

/* Remainders that differ by less are equal: 0.29·100 is 29 for a person. */
#define NEAR 1e-9

typedef struct
{
  gsize  part;
  gint64 remainder; /* in NEAR */
} Claim;

static int
compare_claims (const void *a,
                const void *b)
{
  const Claim *x = a;
  const Claim *y = b;

  if (x->remainder != y->remainder)
    return x->remainder < y->remainder ? 1 : -1;

  return (x->part > y->part) - (x->part < y->part);
}

/**
 * bw_apportion:
 * @parts: (array length=n): finite, of either sign, within ±1e15; NaN marks one that takes no part
 * @total: what the rounded parts have to add up to; their sum, rounded in whichever way
 * @out: (out) (array length=n): 0 for a part that is NaN
 *
 * Largest remainder: every part is rounded down, and those with the largest remainders are raised
 * by one until the total is reached; equal remainders in favour of the earlier part. A total that
 * is further from the sum than rounding explains is still met, by further rounds.
 *
 * Shape: n values to n. Unit: that of @parts; tenths are asked for by parts·10. Missing: 0.
 * Errors: where every part is NaN nothing can be met, and all are 0. Cost: a sort.
 */
void
bw_apportion (const double *parts,
              gsize         n,
              gint64        total,
              gint64       *out)
{
  g_autofree Claim *claims = g_new (Claim, MAX (n, 1));
  gsize n_claims = 0;
  gint64 left = total;

  for (gsize i = 0; i < n; i++)
    {
      const double whole = floor (parts[i] + NEAR);

      out[i] = 0;
      if (isnan (parts[i]))
        continue;

      out[i] = (gint64) whole;
      left -= out[i];
      claims[n_claims++] = (Claim) { i, llround (MAX (parts[i] - whole, 0) / NEAR) };
    }

  if (n_claims == 0)
    return;

  qsort (claims, n_claims, sizeof *claims, compare_claims);
  for (gsize i = 0; i < n_claims; i++)
    out[claims[i].part] += left / (gint64) n_claims;
  left %= (gint64) n_claims;
  for (gsize i = 0; left > 0; i++, left--)
    out[claims[i].part]++;
  for (gsize i = n_claims; left < 0; i--, left++)
    out[claims[i - 1].part]--;
}
