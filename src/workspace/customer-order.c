/* How rows of customers are put in order, whatever they are ordered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/customer-order.h"

#include "stats/sort.h"

#include <math.h>

#define SCORE_STEPS 1e9    /* a score is a whole number of these a point */
#define SCORE_BASE  0x1p52 /* with this added, whole numbers differ in their low bits alone,
                            * which spares the sort some passes */

static double
key_of_score (const BwOrdering *self,
              guint             row)
{
  return SCORE_BASE + rint (bw_results_get_score (self->results, row) * SCORE_STEPS);
}

static double
key_of_band (const BwOrdering *self,
             guint             row)
{
  const guint band = bw_results_get_band (self->results, row);

  return band == BW_NO_BAND ? NAN : band;
}

/* In one segment the highest score has the first rank, so that no ranks have to be worked out. */
static double
key_of_rank (const BwOrdering *self,
             guint             row)
{
  if (self->one_segment)
    return -key_of_score (self, row);

  return isnan (bw_results_get_score (self->results, row))
         ? NAN
         : bw_results_get_rank (self->results, row);
}

static double
key_of_change (const BwOrdering *self,
               guint             row)
{
  return self->changes != NULL ? self->changes[row] : NAN;
}

static double
key_of_money (const BwOrdering *self,
              guint             row)
{
  return bw_prepared_get_money (bw_results_get_prepared (self->results), row);
}

static double
key_of_renewal (const BwOrdering *self,
                guint             row)
{
  return self->renewals != NULL ? self->renewals[row] : NAN;
}

static double
key_of_segment (const BwOrdering *self,
                guint             row)
{
  return bw_results_get_segment (self->results, row);
}

/* What a row is sorted by; NaN is missing. Names are in order already. */
static double (*const keys_of[]) (const BwOrdering *self,
                                  guint             row) = {
  [BW_ORDER_NAME] = NULL,
  [BW_ORDER_SCORE] = key_of_score,
  [BW_ORDER_BAND] = key_of_band,
  [BW_ORDER_CHANGE] = key_of_change,
  [BW_ORDER_RANK] = key_of_rank,
  [BW_ORDER_MONEY] = key_of_money,
  [BW_ORDER_RENEWAL] = key_of_renewal,
  [BW_ORDER_SEGMENT] = key_of_segment,
};

/**
 * bw_ordering_sort:
 * @rows: (array length=n_rows): in order of name
 *
 * Rows with the same value keep their order, rows without one come last, either way round.
 *
 * Returns: (transfer full) (array length=n_rows): the rows in order
 */
guint32 *
bw_ordering_sort (const BwOrdering *self,
                  const guint32    *rows,
                  guint             n_rows)
{
  const double sign = self->descending ? -1.0 : 1.0;
  g_autofree double *keys = g_new (double, MAX (n_rows, 1));
  g_autofree guint32 *order = g_new (guint32, MAX (n_rows, 1));
  guint32 *sorted = g_new (guint32, MAX (n_rows, 1));
  gsize n_present, n = 0;

  g_assert (keys_of[self->order] != NULL);

  for (guint i = 0; i < n_rows; i++)
    keys[i] = sign * keys_of[self->order] (self, rows[i]);

  n_present = bw_order (keys, n_rows, order);
  for (; n < n_present; n++)
    sorted[n] = rows[order[n]];
  for (guint i = 0; i < n_rows; i++)
    {
      if (isnan (keys[i]))
        sorted[n++] = rows[i];
    }

  return sorted;
}
