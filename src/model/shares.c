/* The law of the sliders: how the shares of a segment give way to the one that is moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/shares.h"

#include "model/recipe.h"
#include "stats/apportion.h"

#include <math.h>
#include <string.h>

/* Shares that sum to less hold no proportion any more. */
#define NOTHING 1e-9

/* A total so near to 1 is rounding: it is left alone, so that what was written reads back. */
#define ROUNDING 1e-12

typedef struct
{
  double used;    /* sum of all shares */
  double locked;  /* of the locked ones, without the moved one */
  double free;    /* of those that give way */
  guint  n_used;
  guint  n_free;
} Sums;

static gboolean
gives_way (const double   *shares,
           const gboolean *locked,
           guint           i,
           guint           moved)
{
  return i != moved && !isnan (shares[i]) && (locked == NULL || !locked[i]);
}

static Sums
add_up (const double   *shares,
        const gboolean *locked,
        guint           n,
        guint           moved)
{
  Sums sums = { 0 };

  for (guint i = 0; i < n; i++)
    {
      if (isnan (shares[i]))
        continue;

      sums.used += shares[i];
      sums.n_used++;
      if (gives_way (shares, locked, i, moved))
        {
          sums.free += shares[i];
          sums.n_free++;
        }
      else if (i != moved)
        {
          sums.locked += shares[i];
        }
    }

  return sums;
}

/**
 * bw_shares_move:
 * @shares: (array length=n): those when the drag began; NaN for a metric that is not used
 * @locked: (array length=n) (nullable): which stay as they are; a locked slider does not move
 * @moved: the slider that moves; one that is not used does not
 * @to: where to; NaN is nowhere
 * @out: (out) (array length=n): the shares after, total 1; may be @shares itself
 *
 * Moves one slider: it is held within what the locked ones leave, and all others give way in
 * proportion. Always computed from the start of the drag, so that a drag there and back restores.
 */
void
bw_shares_move (const double   *shares,
                const gboolean *locked,
                guint           n,
                guint           moved,
                double          to,
                double         *out)
{
  Sums sums;
  double room, share, rest;

  g_return_if_fail (moved < n);

  sums = add_up (shares, locked, n, moved);
  room = MAX (1 - sums.locked, 0);
  share = CLAMP (to, 0, room);
  memmove (out, shares, n * sizeof *out);

  if (isnan (to) || isnan (out[moved]) || (locked != NULL && locked[moved]))
    return;

  if (sums.used <= 0)
    {
      out[moved] = share > 0 ? 1 : 0;
      return;
    }
  if (sums.n_free == 0)
    return;

  rest = room - share;
  for (guint i = 0; i < n; i++)
    {
      if (!gives_way (out, locked, i, moved))
        continue;

      out[i] = sums.free < NOTHING ? rest / sums.n_free : out[i] * (rest / sums.free);
    }
  out[moved] = share;
}

/**
 * bw_shares_use:
 * @shares: (array length=n): NaN for a metric that is not used
 * @metric: the one to take into use
 * @out: (out) (array length=n): the shares after; may be @shares itself
 *
 * Takes a metric into use: at 0, or at 1 where it is alone.
 */
void
bw_shares_use (const double *shares,
               guint         n,
               guint         metric,
               double       *out)
{
  g_return_if_fail (metric < n);

  memmove (out, shares, n * sizeof *out);
  if (!isnan (out[metric]))
    return;

  out[metric] = add_up (out, NULL, n, metric).n_used == 0 ? 1 : 0;
}

/**
 * bw_shares_leave_out:
 * @shares: (array length=n): NaN for a metric that is not used
 * @locked: (array length=n) (nullable): which stay as they are, unless nothing else gives way
 * @metric: the one to take out; its own lock does not hold it
 * @out: (out) (array length=n): the shares after, NaN at @metric; may be @shares itself
 *
 * Takes a metric out of use: its share goes to the others first.
 */
void
bw_shares_leave_out (const double   *shares,
                     const gboolean *locked,
                     guint           n,
                     guint           metric,
                     double         *out)
{
  g_autofree gboolean *held = g_new0 (gboolean, MAX (n, 1));

  g_return_if_fail (metric < n);

  if (locked != NULL)
    memcpy (held, locked, n * sizeof *held);
  held[metric] = FALSE;

  if (add_up (shares, held, n, metric).n_free == 0)
    memset (held, 0, n * sizeof *held);

  bw_shares_move (shares, held, n, metric, 0, out);
  out[metric] = NAN;
}

/**
 * bw_shares_to_percents:
 * @shares: (array length=n): NaN for a metric that is not used
 * @percents: (out) (array length=n): whole percents that add up to 100, or all 0 where no share is
 *   above 0; 0 for a metric that is not used
 *
 * Shares as a person reads them: largest remainder, equal remainders in favour of the earlier one.
 */
void
bw_shares_to_percents (const double *shares,
                       guint         n,
                       guint        *percents)
{
  g_autofree double *parts = g_new (double, MAX (n, 1));
  g_autofree gint64 *whole = g_new0 (gint64, MAX (n, 1));
  const double used = add_up (shares, NULL, n, n).used;

  for (guint i = 0; i < n; i++)
    parts[i] = shares[i] > 0 ? 100 * (shares[i] / used) : NAN;

  bw_apportion (parts, n, 100, whole);
  for (guint i = 0; i < n; i++)
    percents[i] = whole[i];
}

/**
 * bw_shares_normalise:
 * @shares: (inout) (array length=n): weights, finite and not negative; NaN for a metric that is
 *   not used
 *
 * Makes weights shares, with a total of 1. Where the total is 1 or all are 0 nothing changes.
 */
void
bw_shares_normalise (double *shares,
                     guint   n)
{
  double most = 0, sum = 0;

  for (guint i = 0; i < n; i++)
    {
      most = MAX (most, isnan (shares[i]) ? 0 : shares[i]);
      sum += isnan (shares[i]) ? 0 : shares[i];
    }

  if (sum <= 0 || fabs (sum - 1) <= ROUNDING)
    return;

  /* Sums that overflow, or are too small to divide by, are brought to a size first. */
  if (!isfinite (sum) || sum < 1e-300)
    {
      for (guint i = 0; i < n; i++)
        shares[i] /= most;
      bw_shares_normalise (shares, n);
      return;
    }

  for (guint i = 0; i < n; i++)
    shares[i] /= sum;
}
