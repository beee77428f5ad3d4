/* How far a slider can be moved before more than a few customers stand in another band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many have changed does not always rise with the way: a score may leave a band and come back.
 * What is found is the range around the present share in which there are few at every whole percent
 * that is passed, ended at the last share with few before the first with too many. */

#include "score/firmness.h"

#include "model/shares.h"
#include "score/variants.h"

#include <math.h>

/* Sets of shares that are counted in one go. */
#define MOST_SETS 256

/* A whole percent is halved so often: to less than a hundredth of it. */
#define HALVINGS 7

/* First so many whole percents each way, then twice as many, and so on. */
#define FIRST_PERCENTS 3

/**
 * Side:
 * @end: how far the slider goes on this side
 * @good: the last share with few
 * @bad: the first share with too many, NaN while there is none
 */
typedef struct
{
  guint  metric;
  double end;
  double good;
  double bad;
} Side;

typedef struct
{
  BwResults      *results;
  guint           segment;
  const gboolean *locked;
  gsize           most; /* so many customers may have changed */
  GCancellable   *cancellable;
  BwTeam         *team;
  GArray         *sides;
  GArray         *places; /* of Place: what is counted next */
} Search;

/* A share of a side's slider that is looked at, with the customers who change there. */
typedef struct
{
  guint  side;
  double share;
  gsize  changed;
} Place;

static gboolean
count_some (Search *search,
            guint   first,
            guint   n)
{
  const guint n_metrics = search->results->n_metrics;
  const double *shares = bw_results_get_shares (search->results, search->segment);
  g_autofree double *sets = g_new (double, (gsize) n * n_metrics);
  gsize changed[MOST_SETS] = { 0 };
  const BwVariants variants = { search->results, search->segment, sets, n, NULL, changed };

  for (guint i = 0; i < n; i++)
    {
      const Place *place = &g_array_index (search->places, Place, first + i);

      bw_shares_move (shares, search->locked, n_metrics,
                      g_array_index (search->sides, Side, place->side).metric, place->share,
                      sets + (gsize) i * n_metrics);
    }
  if (!bw_variants_count (&variants, search->team, search->cancellable))
    return FALSE;

  for (guint i = 0; i < n; i++)
    g_array_index (search->places, Place, first + i).changed = changed[i];

  return TRUE;
}

/* Counts at all places, and takes each side as far as its places were good. */
static gboolean
try_places (Search *search)
{
  for (guint first = 0; first < search->places->len; first += MOST_SETS)
    {
      if (!count_some (search, first, MIN (MOST_SETS, search->places->len - first)))
        return FALSE;
    }

  for (guint i = 0, ended = BW_NONE; i < search->places->len; i++)
    {
      const Place *place = &g_array_index (search->places, Place, i);
      Side *side = &g_array_index (search->sides, Side, place->side);

      if (place->side == ended)
        continue;

      if (place->changed <= search->most)
        {
          side->good = place->share;
        }
      else
        {
          side->bad = place->share;
          ended = place->side;
        }
    }
  g_array_set_size (search->places, 0);

  return TRUE;
}

/* The whole percent behind @share on the way to @end, or that end. */
static double
next_percent (double share,
              double end)
{
  const double percent = 100 * share;

  if (end > share)
    return MIN ((floor (percent + 1e-9) + 1) / 100, end);

  return MAX ((ceil (percent - 1e-9) - 1) / 100, end);
}

/* Looks at whole percents, further and further away, until each side has met too many. */
static gboolean
walk_percents (Search *search)
{
  for (guint n_percents = FIRST_PERCENTS;; n_percents *= 2)
    {
      for (guint i = 0; i < search->sides->len; i++)
        {
          const Side *side = &g_array_index (search->sides, Side, i);
          double share = side->good;

          for (guint p = 0; isnan (side->bad) && share != side->end && p < n_percents; p++)
            {
              share = next_percent (share, side->end);
              g_array_append_vals (search->places, &(Place) { i, share, 0 }, 1);
            }
        }

      if (search->places->len == 0)
        return TRUE;
      if (!try_places (search))
        return FALSE;
    }
}

/* Looks halfway between the last good and the first bad share of each side. */
static gboolean
halve (Search *search)
{
  for (guint i = 0; i < search->sides->len; i++)
    {
      const Side *side = &g_array_index (search->sides, Side, i);

      if (!isnan (side->bad))
        g_array_append_vals (search->places,
                             &(Place) { i, side->good + (side->bad - side->good) / 2, 0 }, 1);
    }

  return try_places (search);
}

/* Returns: what the other sliders leave; less than the share itself where it cannot be moved */
static double
room_for (const Search *search,
          guint         metric)
{
  const double *shares = bw_results_get_shares (search->results, search->segment);
  gboolean gives_way = FALSE;
  double room = 1;

  if (search->locked != NULL && search->locked[metric])
    return -1;

  for (guint i = 0; i < search->results->n_metrics; i++)
    {
      if (i == metric || isnan (shares[i]))
        continue;
      if (search->locked != NULL && search->locked[i])
        room -= shares[i];
      else
        gives_way = TRUE;
    }

  return gives_way ? MAX (room, 0) : -1;
}

static void
add_sides (Search *search,
           guint   metric)
{
  const double share = bw_results_get_shares (search->results, search->segment)[metric];
  const double room = room_for (search, metric);
  const Side down = { metric, room < 0 ? share : 0, share, NAN };
  const Side up = { metric, MAX (room, share), share, NAN };

  g_array_append_val (search->sides, down);
  g_array_append_val (search->sides, up);
}

static gboolean
run_search (Search *search)
{
  if (!walk_percents (search))
    return FALSE;
  for (guint i = 0; i < HALVINGS; i++)
    {
      if (!halve (search))
        return FALSE;
    }

  return TRUE;
}

/* The greatest number of customers that is fewer than the given part of all. */
static gsize
fewer_than (double tolerance,
            gsize  n)
{
  const double limit = ceil (tolerance * n) - 1;

  return n == 0 ? 0 : limit > 0 ? (gsize) limit : 0;
}

/* Fills the ranges of the metrics from @first on, as far as the segment uses them. */
static gboolean
find_ranges (BwResults      *results,
             guint           segment,
             guint           first,
             guint           n,
             const gboolean *locked,
             double          tolerance,
             GCancellable   *cancellable,
             BwShareRange   *ranges)
{
  const gsize n_rows = bw_results_get_summary (results, segment)->n_customers;
  const double *shares = bw_results_get_shares (results, segment);
  g_autoptr(BwTeam) team = bw_team_new (bw_variants_count_threads (n_rows));
  g_autoptr(GArray) sides = g_array_new (FALSE, FALSE, sizeof (Side));
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Search search = { results, segment, locked, fewer_than (tolerance, n_rows), cancellable, team,
                    sides, places };

  for (guint i = 0; i < n; i++)
    {
      ranges[i] = (BwShareRange) { 1, 0 };
      if (!isnan (shares[first + i]))
        add_sides (&search, first + i);
    }
  if (!run_search (&search))
    return FALSE;

  for (guint i = 0; i < sides->len; i += 2)
    {
      const Side *down = &g_array_index (sides, Side, i);
      const Side *up = &g_array_index (sides, Side, i + 1);

      ranges[down->metric - first] = (BwShareRange) { down->good, up->good };
    }

  return TRUE;
}

/**
 * bw_results_find_share_range:
 * @results: that stand still meanwhile
 * @locked: (array length=n_metrics) (nullable): sliders that neither move nor give way
 * @tolerance: 0.01: fewer than one customer in a hundred of the segment
 * @range: (out): around the present share: at each whole percent in it, and at its ends, fewer than
 *   @tolerance of the segment's customers stand in another band (not enough data is one); beyond an
 *   end that is not the slider's own, by a hundredth of a percent, there are not. The share itself
 *   where the slider cannot be moved, 1 to 0 where the segment does not use the metric
 *
 * Cost: arithmetic for each customer, metric and share that is looked at: for a worker.
 *
 * Returns: whether it came to an end, and was not cancelled
 */
gboolean
bw_results_find_share_range (BwResults      *results,
                             guint           segment,
                             guint           metric,
                             const gboolean *locked,
                             double          tolerance,
                             GCancellable   *cancellable,
                             BwShareRange   *range)
{
  g_return_val_if_fail (segment < results->n_segments, FALSE);
  g_return_val_if_fail (metric < results->n_metrics, FALSE);

  return find_ranges (results, segment, metric, 1, locked, tolerance, cancellable, range);
}

/**
 * bw_results_find_share_ranges:
 * @ranges: (out) (array length=n_metrics): as bw_results_find_share_range(), of all metrics
 *
 * Cost: less than one metric after the other: the data is read for all of them at once.
 *
 * Returns: whether it came to an end, and was not cancelled
 */
gboolean
bw_results_find_share_ranges (BwResults      *results,
                              guint           segment,
                              const gboolean *locked,
                              double          tolerance,
                              GCancellable   *cancellable,
                              BwShareRange   *ranges)
{
  g_return_val_if_fail (segment < results->n_segments, FALSE);

  return find_ranges (results, segment, 0, results->n_metrics, locked, tolerance, cancellable,
                      ranges);
}
