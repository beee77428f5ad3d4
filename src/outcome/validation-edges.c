/* Band edges against the outcome, and the customers that fooled the score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/validation-parts.h"

#include <math.h>

#define MOST_DECIMALS 9

/* How many rungs lie below an edge. */
static gsize
count_rungs (const BwLadder *ladder,
             double          edge)
{
  gsize low = 0, high = ladder->n_rungs;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (ladder->rungs[middle].score < edge)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static BwEdgeFigures
figures_at (const BwPart *part,
            double        edge)
{
  const gsize rungs = count_rungs (part->ladder, edge);
  const gsize n = part->below[rungs], n_gone = part->gone_below[rungs];

  return (BwEdgeFigures) { edge, n, n_gone, n > 0 ? (double) n_gone / n : NAN,
                           part->ladder->n_gone > 0 ? (double) n_gone / part->ladder->n_gone : NAN };
}

/* The number of fewest decimals above @low, and not above @high. */
static double
readable_between (double low,
                  double high)
{
  double scale = 1;

  for (guint i = 0; i <= MOST_DECIMALS; i++, scale *= 10)
    {
      const double edge = (floor (low * scale) + 1) / scale;

      if (edge > low && edge <= high)
        return edge;
    }

  return high;
}

/* An edge that has the first @rungs below it and no other. */
static double
edge_above (const BwLadder *ladder,
            gsize           rungs)
{
  if (rungs == 0)
    return 0;

  return readable_between (ladder->rungs[rungs - 1].score,
                           rungs < ladder->n_rungs ? ladder->rungs[rungs].score : 100);
}

/**
 * bw_validation_at_edge:
 * @edge: where the lowest band would end
 *
 * Cost: the logarithm of the rows.
 *
 * Returns: what it would catch
 */
BwEdgeFigures
bw_validation_at_edge (const BwValidation *self,
                       guint               segment,
                       double              edge)
{
  return figures_at (bw_validation_get_part (self, segment), edge);
}

/**
 * bw_validation_edge_for_recall:
 * @recall: 0 to 1
 *
 * Returns: the lowest edge that catches that share of those who left, with few decimals
 */
BwEdgeFigures
bw_validation_edge_for_recall (const BwValidation *self,
                               guint               segment,
                               double              recall)
{
  const BwPart *part = bw_validation_get_part (self, segment);
  gsize rungs = 0;

  while (rungs < part->ladder->n_rungs && part->gone_below[rungs] < recall * part->ladder->n_gone - 1e-9)
    rungs++;

  return figures_at (part, edge_above (part->ladder, rungs));
}

/**
 * bw_validation_edge_for_count:
 * @n: as many as the team can work on
 *
 * Returns: the highest edge that has no more than @n customers below it, with few decimals
 */
BwEdgeFigures
bw_validation_edge_for_count (const BwValidation *self,
                              guint               segment,
                              gsize               n)
{
  const BwPart *part = bw_validation_get_part (self, segment);
  gsize rungs = 0;

  while (rungs < part->ladder->n_rungs && part->below[rungs + 1] <= n)
    rungs++;

  return figures_at (part, edge_above (part->ladder, rungs));
}

/* Most money first, missing money last; then the score. */
static int
compare_fooled (gconstpointer a,
                gconstpointer b)
{
  const BwFooled *x = a, *y = b;
  const double x_money = isnan (x->money) ? -INFINITY : x->money;
  const double y_money = isnan (y->money) ? -INFINITY : y->money;

  if (x_money != y_money)
    return x_money > y_money ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;

  return (x->row > y->row) - (x->row < y->row);
}

static GArray *
list_fooled (const BwValidation *self,
             guint               segment,
             guint               band,
             gboolean            gone)
{
  GArray *fooled = g_array_new (FALSE, FALSE, sizeof (BwFooled));

  for (gsize row = 0; row < bw_cohort_get_n_rows (self->cohort); row++)
    {
      const BwFooled one = { row, bw_results_get_score (self->results, row),
                             bw_prepared_get_money (bw_results_get_prepared (self->results), row) };

      if (bw_results_get_band (self->results, row) == band &&
          !!bw_cohort_get_row (self->cohort, row)->gone == gone &&
          (segment == BW_ALL_SEGMENTS || bw_results_get_segment (self->results, row) == segment))
        g_array_append_val (fooled, one);
    }
  g_array_sort (fooled, compare_fooled);

  return fooled;
}

/**
 * bw_validation_list_green_but_left:
 *
 * Returns: (transfer full) (element-type BwFooled): who was in the highest band and left, most money
 *   first
 */
GArray *
bw_validation_list_green_but_left (const BwValidation *self,
                                   guint               segment)
{
  return list_fooled (self, segment, bw_model_get_n_bands (self->model) - 1, TRUE);
}

/**
 * bw_validation_list_red_but_stayed:
 *
 * Returns: (transfer full) (element-type BwFooled): who was in the lowest band and stayed, most money
 *   first
 */
GArray *
bw_validation_list_red_but_stayed (const BwValidation *self,
                                   guint               segment)
{
  return list_fooled (self, segment, 0, FALSE);
}
