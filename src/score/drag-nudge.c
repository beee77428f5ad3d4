/* A nudge: what each sum counts now, and the rows weighed by it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/drag-sums-parts.h"

#include "model/shares.h"

#include <math.h>

static double
weight_at (const BwDragWeight *weight,
           double              f,
           double              b)
{
  return f * weight->gives_way + weight->locked + b * weight->moved;
}

static void
count_column (BwDragKind   *kind,
              const double *column,
              double        share)
{
  if (!(share > 0))
    return;

  kind->columns[kind->n_columns] = column;
  kind->shares[kind->n_columns++] = share;
}

/* Works out what each sum counts for the rows of a kind. */
static void
nudge_kind (const BwDragSums *self,
            BwDragKind       *kind,
            double            f,
            double            b)
{
  double total = weight_at (&kind->even, f, b);
  double moved = kind->even.moved;

  kind->n_columns = 0;
  for (guint i = 0; i < kind->n_uneven; i++)
    {
      const BwDragUneven *uneven = &kind->uneven[i];

      if (weight_at (&uneven->present, f, b) > 0)
        total += weight_at (&uneven->all, f, b);
    }
  if (!(total > 0))
    return;

  for (guint i = 0; i < kind->n_uneven; i++)
    {
      const BwDragUneven *uneven = &kind->uneven[i];
      const double present = weight_at (&uneven->present, f, b);
      const double ratio = present > 0 ? weight_at (&uneven->all, f, b) / present : 0;

      if (uneven->present.gives_way > 0)
        count_column (kind, self->gives_way[uneven->group], f * ratio / total);
      if (uneven->present.locked > 0)
        count_column (kind, self->locked_of[uneven->group], ratio / total);
      moved += ratio * uneven->present.moved;
    }
  if (kind->even.gives_way > 0)
    count_column (kind, self->even_gives_way, f / total);
  if (kind->even.locked > 0)
    count_column (kind, self->even_locked, 1 / total);
  count_column (kind, self->prepared->columns[self->moved]->scores + self->origin,
                b * moved / total);
}

/**
 * bw_drag_sums_nudge:
 * @share: where the slider is now
 *
 * Returns: (transfer none) (array): the shares that follow
 */
const double *
bw_drag_sums_nudge (BwDragSums *self,
                    double      share)
{
  double sum = 0;
  double f, b;

  bw_shares_move (self->start, self->locked, self->n_metrics, self->moved, share, self->shares);
  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (self->base[i] > 0)
        sum += self->shares[i];
    }
  f = self->sum_of_base > 0 ? sum / self->sum_of_base : 0;
  b = bw_drag_sums_use (self, self->moved) ? self->shares[self->moved] : 0;

  for (guint i = 0; i < self->kinds->len; i++)
    nudge_kind (self, &g_array_index (self->kinds, BwDragKind, i), f, b);

  for (gsize i = 0; i < self->n_stretches; i++)
    {
      BwDragStretch *stretch = &self->stretches[i];

      stretch->scored = g_array_index (self->kinds, BwDragKind, stretch->kind).n_columns > 0 &&
                        bw_weighing_is_enough (&self->weighing,
                                               weight_at (&stretch->coverage, f, b));
    }

  return self->shares;
}

const double *
bw_drag_sums_get_shares (const BwDragSums *self)
{
  return self->shares;
}

static gsize
find_stretch (const BwDragSums *self,
              gsize             place)
{
  gsize low = 0;
  gsize high = self->n_stretches;

  while (high - low > 1)
    {
      const gsize middle = low + (high - low) / 2;

      if (self->stretches[middle].first <= place)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * bw_drag_sums_weigh:
 * @scores: (out): from the origin, those without enough data NaN
 * @first: of the segment's places, from the origin
 *
 * Weighs some of the segment's rows, not yet rounded. Many threads may do so at once.
 */
void
bw_drag_sums_weigh (const BwDragSums *self,
                    double           *scores,
                    gsize             first,
                    gsize             n)
{
  const gsize end = first + n;
  gsize i = find_stretch (self, first);

  while (first < end)
    {
      const BwDragStretch *stretch = &self->stretches[i];
      const BwDragKind *kind = &g_array_index (self->kinds, BwDragKind, stretch->kind);
      gsize stop = stretch->end;

      /* Neighbours of one kind are one stretch. */
      for (i++; stop < end && self->stretches[i].kind == stretch->kind &&
           self->stretches[i].scored == stretch->scored; i++)
        stop = self->stretches[i].end;
      stop = MIN (stop, end);

      if (stretch->scored)
        bw_pass_weigh (scores, kind->columns, kind->shares, kind->n_columns, first, stop - first);
      else
        for (gsize place = first; place < stop; place++)
          scores[place] = NAN;
      first = stop;
    }
}

/**
 * bw_drag_sums_look_ahead:
 * @place: of the segment, from the origin
 *
 * Has a count fetch what rows like those at @place are weighed from.
 */
void
bw_drag_sums_look_ahead (const BwDragSums *self,
                         gsize             place,
                         BwPassRows       *rows)
{
  const BwDragStretch *stretch = &self->stretches[find_stretch (self, place)];
  const BwDragKind *kind = &g_array_index (self->kinds, BwDragKind, stretch->kind);

  for (guint i = 0; i < BW_PASS_AHEAD; i++)
    rows->ahead[i] = stretch->scored && i < kind->n_columns ? kind->columns[i] : NULL;
}
