/* Order statistics of a column of numbers: quantiles and mid-ranks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/quantile.h"

#include "stats/sort.h"

#include <math.h>

#define MANY   20000 /* of fewer values a sort is as quick */
#define N_BINS 4096

/* Values counted by where they lie between the least and the greatest. */
typedef struct
{
  const double *xs;
  gsize         n;
  double        least;
  double        greatest;
  double        scale;              /* bins to a unit */
  gsize         starts[N_BINS + 1]; /* how many values lie below each bin */
  guint         bin;                /* the one whose values are in order */
  double       *inside;             /* these; NULL before the first */
} Bins;

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

static guint
bin_of (const Bins *self,
        double      x)
{
  return MIN ((guint) ((x - self->least) * self->scale), N_BINS - 1);
}

/* Returns: whether the values, of which none is infinite, are so many that bins are of use */
static gboolean
count_bins (Bins         *self,
            const double *xs,
            gsize         n)
{
  *self = (Bins) { .xs = xs, .n = n, .least = INFINITY, .greatest = -INFINITY };
  for (gsize i = 0; i < n; i++)
    {
      self->least = xs[i] < self->least ? xs[i] : self->least;
      self->greatest = xs[i] > self->greatest ? xs[i] : self->greatest;
    }
  self->scale = N_BINS / (self->greatest - self->least);
  if (n < MANY || !isfinite (self->scale) || !(self->scale > 0))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (!isnan (xs[i]))
        self->starts[bin_of (self, xs[i]) + 1]++;
    }
  for (guint bin = 0; bin < N_BINS; bin++)
    self->starts[bin + 1] += self->starts[bin];

  return TRUE;
}

static void
enter_bin (Bins *self,
           guint bin)
{
  gsize n = 0;

  if (self->inside != NULL && self->bin == bin)
    return;

  g_free (self->inside);
  self->bin = bin;
  self->inside = g_new (double, 2 * (self->starts[bin + 1] - self->starts[bin]));
  for (gsize i = 0; i < self->n; i++)
    {
      if (!isnan (self->xs[i]) && bin_of (self, self->xs[i]) == bin)
        self->inside[n++] = self->xs[i];
    }
  bw_sort (self->inside, n, self->inside + n);
}

/* The value that has @rank others before it; only those of its bin are put in order. */
static double
find_rank (Bins *self,
           gsize rank)
{
  guint bin = 0;

  if (rank == 0)
    return self->least;
  if (rank + 1 >= self->starts[N_BINS])
    return self->greatest;

  while (self->starts[bin + 1] <= rank)
    bin++;
  enter_bin (self, bin);

  return self->inside[self->starts[bin + 1] - self->starts[bin] + (rank - self->starts[bin])];
}

/**
 * bw_quantiles:
 * @xs: (array length=n): values in any order; NaN marks a missing one
 * @ps: (array length=n_ps): the wanted quantiles, each 0 (smallest) to 1 (largest)
 * @found: (out) (array length=n_ps): the quantiles, NaN where every value is missing
 *
 * As bw_quantile(), several times as fast where there are many values.
 *
 * Shape: n values to n_ps. Unit: that of @xs. Missing: skipped. Errors: none.
 * Cost: a few passes; a copy and a sort where there are few values, or infinite ones.
 *
 * Returns: how many values are present
 */
gsize
bw_quantiles (const double *xs,
              gsize         n,
              const double *ps,
              guint         n_ps,
              double       *found)
{
  g_autofree Bins *bins = g_new (Bins, 1);
  g_autofree double *sorted = NULL;
  gsize n_present;

  if (count_bins (bins, xs, n))
    {
      n_present = bins->starts[N_BINS];
      for (guint i = 0; i < n_ps; i++)
        {
          const double rank = ps[i] * (n_present - 1);
          const gsize below = (gsize) floor (rank);
          const double value = find_rank (bins, below);

          found[i] = rank == below ? value :
                     value + (rank - below) * (find_rank (bins, below + 1) - value);
        }
      g_free (bins->inside);

      return n_present;
    }

  sorted = g_new (double, MAX (n, 1));
  n_present = bw_sort (xs, n, sorted);
  for (guint i = 0; i < n_ps; i++)
    found[i] = bw_quantile_sorted (sorted, n_present, ps[i]);

  return n_present;
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
