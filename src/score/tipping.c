/* The smallest change of one weight that moves a customer to another band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With all data a score is a straight line over the share of a metric, and with some missing a
 * curve that is nearly one. So each slider is walked away from where it is in short steps, both
 * ways, until the band differs, and the place is found between the last two of them. */

#include "score/firmness.h"

#include "model/shares.h"
#include "score/trial.h"

#include <math.h>

#define STEPS 200
#define HALVINGS 40

/* A slider of the customer's segment. */
typedef struct
{
  BwTrial        trial;
  const double  *shares;
  const gboolean *locked;
  guint          band;
  double        *moved;
  double         nearest; /* the least distance found so far */
} Walk;

static guint
band_at (Walk  *walk,
         guint  metric,
         double share)
{
  guint band;

  bw_shares_move (walk->shares, walk->locked, walk->trial.results->n_metrics, metric, share,
                  walk->moved);
  band = bw_trial_band (&walk->trial, walk->moved);

  return band == BW_NO_BAND ? walk->band : band;
}

/* Finds the share between two, the second of another band, at which that begins. */
static double
halve (Walk  *walk,
       guint  metric,
       double same,
       double other)
{
  for (guint i = 0; i < HALVINGS; i++)
    {
      const double middle = same + (other - same) / 2;

      if (band_at (walk, metric, middle) != walk->band)
        other = middle;
      else
        same = middle;
    }

  return other;
}

/* Walks from the present share towards @end. Returns: whether there is a nearer place than before */
static gboolean
walk_towards (Walk      *walk,
              guint      metric,
              double     end,
              BwTipping *tipping)
{
  const double start = walk->shares[metric];
  const double step = end > start ? 1.0 / STEPS : -1.0 / STEPS;
  const guint n_steps = ceil (fabs (end - start) * STEPS);
  double same = start;

  for (guint i = 1; i <= n_steps && fabs (same - start) < walk->nearest; i++)
    {
      const double share = i == n_steps ? end : start + i * step;
      double tips_at;

      if (band_at (walk, metric, share) == walk->band)
        {
          same = share;
          continue;
        }

      tips_at = halve (walk, metric, same, share);
      if (!(fabs (tips_at - start) < walk->nearest))
        return FALSE;

      walk->nearest = fabs (tips_at - start);
      *tipping = (BwTipping) { metric, start, tips_at, band_at (walk, metric, tips_at) };
      return TRUE;
    }

  return FALSE;
}

/* Returns: the most that the locked sliders leave to a metric; negative where it cannot be moved */
static double
room_for (const Walk *walk,
          guint       metric)
{
  gboolean gives_way = FALSE;
  double room = 1;

  if (isnan (walk->shares[metric]) || (walk->locked != NULL && walk->locked[metric]))
    return -1;

  for (guint i = 0; i < walk->trial.results->n_metrics; i++)
    {
      if (i == metric || isnan (walk->shares[i]))
        continue;
      if (walk->locked != NULL && walk->locked[i])
        room -= walk->shares[i];
      else
        gives_way = TRUE;
    }

  return gives_way ? MAX (room, 0) : -1;
}

/**
 * bw_results_find_tipping:
 * @row: of the snapshot
 * @locked: (array length=n_metrics) (nullable): sliders that neither move nor give way
 * @tipping: (out): by how little; of two metrics with the same distance the earlier
 *
 * Each slider is looked at every half percent, and between the first two of different bands to a
 * billionth. Shares under which there is not enough data count as no change.
 *
 * Cost: a few milliseconds.
 *
 * Returns: whether some weight can; not where the customer has no score
 */
gboolean
bw_results_find_tipping (const BwResults *results,
                         gsize            row,
                         const gboolean  *locked,
                         BwTipping       *tipping)
{
  Walk walk = { .locked = locked, .nearest = INFINITY };
  g_autofree double *moved = g_new (double, MAX (results->n_metrics, 1));
  gboolean found = FALSE;

  g_return_val_if_fail (row < bw_results_get_n_rows (results), FALSE);

  walk.band = bw_results_get_band (results, row);
  if (walk.band == BW_NO_BAND)
    return FALSE;

  bw_trial_init (&walk.trial, results, results->prepared->places->places[row]);
  walk.shares = bw_results_get_shares (results, bw_results_get_segment (results, row));
  walk.moved = moved;
  for (guint i = 0; i < results->n_metrics; i++)
    {
      const double room = room_for (&walk, i);

      if (room < 0)
        continue;

      found |= walk_towards (&walk, i, 0, tipping);
      found |= walk_towards (&walk, i, room, tipping);
    }
  bw_trial_clear (&walk.trial);

  return found;
}
