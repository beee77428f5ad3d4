/* How much a distribution has moved since it was first looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/stability.h"

#include "stats/quantile.h"
#include "stats/sort.h"

#include <math.h>

#define N_PARTS 10

/* The part that @x lies in: above so many edges. */
static guint
part_of (const double *edges,
         guint         n_edges,
         double        x)
{
  guint part = 0;

  for (guint i = 0; i < n_edges; i++)
    part += x > edges[i];

  return part;
}

/* Counts the present values by part. Returns: how many there are */
static double
count_parts (const double *xs,
             gsize         n,
             const double *edges,
             guint         n_edges,
             double       *counts)
{
  double n_present = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (xs[i]))
        continue;
      counts[part_of (edges, n_edges, xs[i])]++;
      n_present++;
    }

  return n_present;
}

/* The distinct tenths of the present values. Returns: how many there are */
static guint
find_edges (const double *xs,
            gsize         n,
            double       *edges)
{
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  const gsize n_present = bw_sort (xs, n, sorted);
  guint n_edges = 0;

  for (guint i = 1; n_present > 0 && i < N_PARTS; i++)
    {
      const double edge = bw_quantile_sorted (sorted, n_present, (double) i / N_PARTS);

      if (n_edges == 0 || edge > edges[n_edges - 1])
        edges[n_edges++] = edge;
    }

  return n_edges;
}

/**
 * bw_psi:
 * @then: (array length=n_then): the values it is compared with; NaN marks a missing one
 * @now: (array length=n_now): the values now
 *
 * Shape: two columns to one number. Unit: none; 0 is no change. Missing: left out. Errors: none.
 * Cost: a sort of @then. Source: population stability index, Σ (q − p)·ln (q/p), over the tenths of
 * @then (fewer where tenths are equal); a part in which nobody is counts as half a value.
 *
 * Returns: the index, NaN where one of the two columns is empty
 */
double
bw_psi (const double *then,
        gsize         n_then,
        const double *now,
        gsize         n_now)
{
  double edges[N_PARTS], before[N_PARTS] = { 0 }, after[N_PARTS] = { 0 };
  const guint n_edges = find_edges (then, n_then, edges);
  const double n_before = count_parts (then, n_then, edges, n_edges, before);
  const double n_after = count_parts (now, n_now, edges, n_edges, after);
  double sum = 0;

  if (n_before == 0 || n_after == 0)
    return NAN;

  for (guint i = 0; i <= n_edges; i++)
    {
      const double p = fmax (before[i], 0.5) / n_before, q = fmax (after[i], 0.5) / n_after;

      if (before[i] > 0 || after[i] > 0)
        sum += (q - p) * log (q / p);
    }

  return sum;
}
