/* Where the worst band has to end so that it holds as many customers as a team can work on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/insight.h"

#include "score/results-parts.h"
#include "stats/sort.h"

#include <math.h>

/* Scores have no more decimals. */
#define MOST_DECIMALS 9

/* Returns: the shortest number above @below and not above @most; of several the greatest */
static double
shortest_between (double below,
                  double most)
{
  for (guint decimals = 0; decimals < MOST_DECIMALS; decimals++)
    {
      const double places = pow (10, decimals);
      const double edge = floor (most * places) / places;

      if (edge > below && edge <= most)
        return edge;
    }

  return most;
}

/**
 * bw_results_edge_for_capacity:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Customers with equal scores are all in a band or none is. Of the edges that make no difference
 * the one that is easiest to say is taken.
 *
 * Cost: a sort.
 *
 * Returns: the least score of the second band so that at most @n_customers are in the worst band,
 *   as many as can be: 0 where none can, 100 where all fit
 */
double
bw_results_edge_for_capacity (const BwResults *results,
                              guint            segment,
                              gsize            n_customers)
{
  const BwPlaces *places = results->prepared->places;
  const gboolean all = segment == BW_ALL_SEGMENTS;
  g_autofree double *sorted = NULL;
  gsize first, end, n_scored, n_worst;

  g_return_val_if_fail (all || segment < results->n_segments, 0);

  first = all ? 0 : places->segment_places[segment];
  end = all ? places->n_rows : places->segment_places[segment + 1];
  sorted = g_new (double, MAX (end - first, 1));
  n_scored = bw_sort (results->scores + first, end - first, sorted);
  if (n_customers >= n_scored)
    return 100;

  n_worst = n_customers;
  while (n_worst > 0 && sorted[n_worst - 1] == sorted[n_customers])
    n_worst--;

  return n_worst > 0 ? shortest_between (sorted[n_worst - 1], sorted[n_customers]) : 0;
}
