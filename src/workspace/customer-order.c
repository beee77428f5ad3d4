/* How rows of customers are put in order, whatever they are ordered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/customer-order.h"

#include "stats/sort.h"

#include <math.h>
#include <string.h>

#define SCORE_STEPS 1e9                               /* a score is a whole number of these a point */
#define MOST_STEPS  G_GUINT64_CONSTANT (100000000000) /* of a score of 100: 37 bits */
#define PLACE_BITS  27                                /* the rest of a word */
#define PLACE_MASK  ((1u << PLACE_BITS) - 1)
#define DIGIT_BITS  10
#define DIGIT_SIZE  (1u << DIGIT_BITS)
#define N_DIGITS    4

static double
key_of_score (const BwOrdering *self,
              guint             row)
{
  return bw_results_get_score (self->results, row);
}

static double
key_of_band (const BwOrdering *self,
             guint             row)
{
  const guint band = bw_results_get_band (self->results, row);

  return band == BW_NO_BAND ? NAN : band;
}

static double
key_of_rank (const BwOrdering *self,
             guint             row)
{
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

/* The present values in order, then the rows without one. */
static guint32 *
sort_by_key (const BwOrdering *self,
             const guint32    *rows,
             guint             n_rows)
{
  const double sign = self->descending ? -1.0 : 1.0;
  g_autofree double *keys = g_new (double, MAX (n_rows, 1));
  g_autofree guint32 *order = g_new (guint32, MAX (n_rows, 1));
  guint32 *sorted = g_new (guint32, MAX (n_rows, 1));
  gsize n_present, n = 0;

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

/* Counts how often each digit of each score occurs. */
static void
count_digits (const guint64 *packed,
              gsize          n,
              guint32        counts[N_DIGITS][DIGIT_SIZE])
{
  memset (counts, 0, N_DIGITS * sizeof *counts);
  for (gsize i = 0; i < n; i++)
    {
      for (guint digit = 0; digit < N_DIGITS; digit++)
        counts[digit][packed[i] >> (PLACE_BITS + digit * DIGIT_BITS) & (DIGIT_SIZE - 1)]++;
    }
}

/* Sorts by score, digit by digit from the least, keeping the order of equal ones. */
static guint64 *
sort_packed (guint64 *packed,
             guint64 *spare,
             gsize    n)
{
  guint32 counts[N_DIGITS][DIGIT_SIZE];

  count_digits (packed, n, counts);
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      const guint shift = PLACE_BITS + digit * DIGIT_BITS;
      guint64 *dealt = spare;
      guint32 start = 0;

      for (guint i = 0; i < DIGIT_SIZE; i++)
        {
          const guint32 count = counts[digit][i];

          counts[digit][i] = start;
          start += count;
        }
      for (gsize i = 0; i < n; i++)
        dealt[counts[digit][packed[i] >> shift & (DIGIT_SIZE - 1)]++] = packed[i];

      spare = packed;
      packed = dealt;
    }

  return packed;
}

/* Does what sort_by_key() does with scores, several times as fast, since this runs at every nudge:
 * a score is a whole number of its last place and goes into one word with its place in @rows. */
static guint32 *
sort_by_score (const BwOrdering *self,
               const guint32    *rows,
               guint             n_rows,
               gboolean          highest_first)
{
  g_autofree guint64 *packed = g_new (guint64, MAX (n_rows, 1));
  g_autofree guint64 *spare = g_new (guint64, MAX (n_rows, 1));
  guint32 *sorted = g_new (guint32, MAX (n_rows, 1));
  gsize n_scored = 0, n_missing = 0;
  const guint64 *order;

  for (guint i = 0; i < n_rows; i++)
    {
      const double score = bw_results_get_score (self->results, rows[i]);
      const guint64 steps = isnan (score) ? 0 : (guint64) (score * SCORE_STEPS + 0.5);

      if (isnan (score))
        sorted[n_rows - ++n_missing] = rows[i];
      else
        packed[n_scored++] = (highest_first ? MOST_STEPS - steps : steps) << PLACE_BITS | i;
    }

  order = sort_packed (packed, spare, n_scored);
  for (gsize i = 0; i < n_scored; i++)
    sorted[i] = rows[order[i] & PLACE_MASK];
  for (gsize i = 0; i < n_missing / 2; i++) /* these were put down back to front */
    {
      const guint32 row = sorted[n_scored + i];

      sorted[n_scored + i] = sorted[n_rows - 1 - i];
      sorted[n_rows - 1 - i] = row;
    }

  return sorted;
}

/**
 * bw_ordering_sort:
 * @rows: (array length=n_rows): in order of name
 *
 * Rows with the same value keep their order, rows without one come last, either way round. In one
 * segment ranks are the scores from the highest down, and need not be worked out.
 *
 * Returns: (transfer full) (array length=n_rows): the rows in order
 */
guint32 *
bw_ordering_sort (const BwOrdering *self,
                  const guint32    *rows,
                  guint             n_rows)
{
  const gboolean by_rank = self->order == BW_ORDER_RANK && self->one_segment;

  g_assert (keys_of[self->order] != NULL);

  if ((self->order == BW_ORDER_SCORE || by_rank) && n_rows <= PLACE_MASK)
    return sort_by_score (self, rows, n_rows, self->descending != by_rank);

  return sort_by_key (self, rows, n_rows);
}
