/* How alike two columns of numbers are: in a line, by ranks, by pairs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/correlation.h"

#include "stats/sort.h"

#include <math.h>
#include <string.h>

/* The rows that have both numbers, side by side. */
typedef struct
{
  double *xs;
  double *ys;
  gsize   n;
} Pairs;

static void
pairs_init (Pairs        *self,
            const double *xs,
            const double *ys,
            gsize         n)
{
  self->xs = g_new (double, MAX (n, 1));
  self->ys = g_new (double, MAX (n, 1));
  self->n = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (isnan (xs[i]) || isnan (ys[i]))
        continue;

      self->xs[self->n] = xs[i];
      self->ys[self->n++] = ys[i];
    }
}

static void
pairs_clear (Pairs *self)
{
  g_clear_pointer (&self->xs, g_free);
  g_clear_pointer (&self->ys, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

/* Returns: the mean, or NaN where all values are the same */
static double
mean_of_different (const double *values,
                   gsize         n)
{
  gboolean differ = FALSE;
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      sum += values[i];
      differ |= values[i] != values[0];
    }

  return differ ? sum / n : NAN;
}

/* Exact where both are the same, so that a column goes with itself by 1. */
static double
geometric_mean (double a,
                double b)
{
  return a == b ? a : sqrt (a) * sqrt (b);
}

/* Means are taken away first, so that nothing cancels. */
static double
pearson (const Pairs *pairs)
{
  const double x_mean = mean_of_different (pairs->xs, pairs->n);
  const double y_mean = mean_of_different (pairs->ys, pairs->n);
  double xx = 0, yy = 0, xy = 0;

  if (isnan (x_mean) || isnan (y_mean))
    return NAN;

  for (gsize i = 0; i < pairs->n; i++)
    {
      const double x = pairs->xs[i] - x_mean;
      const double y = pairs->ys[i] - y_mean;

      xx += x * x;
      yy += y * y;
      xy += x * y;
    }

  return CLAMP (xy / geometric_mean (xx, yy), -1, 1);
}

/**
 * bw_pearson:
 * @xs: (array length=n): NaN marks a missing one
 * @ys: (array length=n): likewise
 *
 * Shape: n pairs to one. Unit: none, −1 to 1. Missing: the pair is skipped. Errors: none.
 * Cost: three passes.
 *
 * Returns: the correlation, NaN under two pairs or where one side is constant
 */
double
bw_pearson (const double *xs,
            const double *ys,
            gsize         n)
{
  g_auto(Pairs) pairs = { 0 };

  g_return_val_if_fail ((xs != NULL && ys != NULL) || n == 0, NAN);

  pairs_init (&pairs, xs, ys, n);

  return pearson (&pairs);
}

/* How many pairs of rows can be made of @n. */
static gint64
choose_two (gsize n)
{
  return (gint64) n * ((gint64) n - 1) / 2;
}

static void
rearrange (double        *values,
           const guint32 *order,
           gsize          n,
           double        *spare)
{
  memcpy (spare, values, n * sizeof *values);
  for (gsize i = 0; i < n; i++)
    values[i] = spare[order[i]];
}

/* The mean ranks of values that are in order. */
static void
rank_ordered (const double *values,
              gsize         n,
              double       *ranks)
{
  for (gsize start = 0, end; start < n; start = end)
    {
      for (end = start + 1; end < n && values[end] == values[start]; end++)
        ;
      for (gsize i = start; i < end; i++)
        ranks[i] = 0.5 * (start + end - 1);
    }
}

/* Puts the pairs in the order of x, equal ones in that of y, and their mean ranks beside them. */
static void
pairs_order (Pairs *self,
             Pairs *ranks)
{
  g_autofree guint32 *order = g_new (guint32, MAX (self->n, 1));
  g_autofree double *spare = g_new (double, MAX (self->n, 1));

  bw_order (self->ys, self->n, order);
  rearrange (self->xs, order, self->n, spare);
  rearrange (self->ys, order, self->n, spare);
  rank_ordered (self->ys, self->n, ranks->ys);

  bw_order (self->xs, self->n, order);
  rearrange (self->xs, order, self->n, spare);
  rearrange (self->ys, order, self->n, spare);
  rearrange (ranks->ys, order, self->n, spare);
  rank_ordered (self->xs, self->n, ranks->xs);
}

/* Returns: how many pairs of rows have equal values; equal ones stand side by side
 * @others: (nullable): which have to be equal too */
static gint64
count_ties (const double *values,
            const double *others,
            gsize         n)
{
  gint64 ties = 0;

  for (gsize start = 0, end; start < n; start = end)
    {
      for (end = start + 1; end < n && values[end] == values[start] &&
           (others == NULL || others[end] == others[start]); end++)
        ;
      ties += choose_two (end - start);
    }

  return ties;
}

/* Merges two runs in order, which stand one after the other, into @merged. Returns: how many pairs
 * of rows stood the wrong way round */
static gint64
merge_counting (const double *values,
                gsize         middle,
                gsize         end,
                double       *merged)
{
  gsize a = 0, b = middle, i = 0;
  gint64 swaps = 0;

  /* No branch that depends on the values: it would be guessed wrong every other time. */
  while (a < middle && b < end)
    {
      const gsize right = values[b] < values[a];

      merged[i++] = values[right ? b : a];
      swaps += right ? (gint64) (middle - a) : 0;
      a += !right;
      b += right;
    }
  memcpy (merged + i, values + a, (middle - a) * sizeof *values);
  memcpy (merged + i + middle - a, values + b, (end - b) * sizeof *values);

  return swaps;
}

/* Sorts by merging runs of twice the width each time. Returns: how many pairs of rows stood the
 * wrong way round */
static gint64
sort_counting (double *values,
               gsize   n)
{
  g_autofree double *spare = g_new (double, MAX (n, 1));
  double *from = values, *to = spare;
  gint64 swaps = 0;

  for (gsize width = 1; width < n; width *= 2)
    {
      double *merged = to;

      for (gsize start = 0; start < n; start += 2 * width)
        swaps += merge_counting (from + start, MIN (width, n - start), MIN (2 * width, n - start),
                                 to + start);
      to = from;
      from = merged;
    }
  if (from != values)
    memcpy (values, from, n * sizeof *values);

  return swaps;
}

/* Takes the order out of @pairs, which are in the order of x. */
static double
kendall (Pairs *pairs)
{
  const gint64 all = choose_two (pairs->n);
  const gint64 x_ties = count_ties (pairs->xs, NULL, pairs->n);
  const gint64 both_ties = count_ties (pairs->xs, pairs->ys, pairs->n);
  const gint64 swaps = sort_counting (pairs->ys, pairs->n);
  const gint64 y_ties = count_ties (pairs->ys, NULL, pairs->n);

  if (x_ties == all || y_ties == all)
    return NAN;

  return CLAMP ((all - x_ties - y_ties + both_ties - 2 * swaps) /
                geometric_mean (all - x_ties, all - y_ties), -1, 1);
}

/**
 * bw_compare_ranks:
 * @xs: (array length=n): NaN marks a missing one
 * @ys: (array length=n): likewise
 * @spearman: (out): as bw_spearman() says
 * @kendalls: (out): as bw_kendall() says
 *
 * Both in one: the order that the one needs is that of the other.
 *
 * Shape: n pairs to two. Unit: none, −1 to 1. Missing: the pair is skipped. Errors: none.
 * Cost: two sorts and n log n steps.
 */
void
bw_compare_ranks (const double *xs,
                  const double *ys,
                  gsize         n,
                  double       *spearman,
                  double       *kendalls)
{
  g_auto(Pairs) pairs = { 0 };
  g_auto(Pairs) ranks = { 0 };

  g_return_if_fail ((xs != NULL && ys != NULL) || n == 0);

  pairs_init (&pairs, xs, ys, n);
  ranks.xs = g_new (double, MAX (pairs.n, 1));
  ranks.ys = g_new (double, MAX (pairs.n, 1));
  ranks.n = pairs.n;
  pairs_order (&pairs, &ranks);
  *spearman = pearson (&ranks);
  *kendalls = kendall (&pairs);
}

/**
 * bw_spearman:
 * @xs: (array length=n): NaN marks a missing one
 * @ys: (array length=n): likewise
 *
 * Pearson's correlation of the ranks among the pairs; equal values share the mean of their ranks.
 *
 * Shape: n pairs to one. Unit: none, −1 to 1. Missing: the pair is skipped. Errors: none.
 * Cost: as bw_compare_ranks().
 *
 * Returns: the rank correlation, NaN under two pairs or where one side is constant
 */
double
bw_spearman (const double *xs,
             const double *ys,
             gsize         n)
{
  double spearman, kendalls;

  g_return_val_if_fail ((xs != NULL && ys != NULL) || n == 0, NAN);

  bw_compare_ranks (xs, ys, n, &spearman, &kendalls);

  return spearman;
}

/**
 * bw_kendall:
 * @xs: (array length=n): NaN marks a missing one
 * @ys: (array length=n): likewise
 *
 * Tau-b: pairs of rows in the same order less those in the opposite order, over the geometric mean
 * of the pairs that are not equal in x and those that are not equal in y.
 *
 * Shape: n pairs to one. Unit: none, −1 to 1. Missing: the pair is skipped. Errors: none.
 * Cost: as bw_compare_ranks(). Source: Knight (1966).
 *
 * Returns: tau-b, NaN under two pairs or where one side is constant
 */
double
bw_kendall (const double *xs,
            const double *ys,
            gsize         n)
{
  double spearman, kendalls;

  g_return_val_if_fail ((xs != NULL && ys != NULL) || n == 0, NAN);

  bw_compare_ranks (xs, ys, n, &spearman, &kendalls);

  return kendalls;
}
