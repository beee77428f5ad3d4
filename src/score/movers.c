/* Which customers change band between two models, and which of them matter most. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/pairing.h"

#include "score/team.h"

#include <math.h>

/* Returns: whether the customer at the place of @now moves */
static inline gboolean
compare_place (const BwPairing *self,
               gsize            place,
               BwMover         *mover)
{
  mover->from = bw_pairing_get_before (self, place);
  mover->to = self->now->scores[place];
  mover->from_band = bw_edges_find_band (&self->edges, mover->from);
  mover->to_band = bw_edges_find_band (&self->edges_now, mover->to);
  mover->money = self->now->prepared->places->money[place];
  mover->row = self->now->prepared->places->rows[place];

  return self->bands[mover->from_band] != mover->to_band;
}

/**
 * bw_results_find_bands:
 * @first: a place of @now
 * @bands: (out) (array length=n): the bands that customers have under @baseline, by their index in
 *   the model of @now; a number that is no band where that has none of the id
 */
void
bw_results_find_bands (const BwResults *baseline,
                       const BwResults *now,
                       gsize            first,
                       gsize            n,
                       guint8          *bands)
{
  BwPairing pairing;

  bw_pairing_init (&pairing, baseline, now, BW_ALL_SEGMENTS);
  for (gsize i = 0; i < n; i++)
    bands[i] = bw_pairing_get_band_before (&pairing, first + i);
}

/* Movers that are counted part by part, and added up in the order of the parts. */
typedef struct
{
  BwPairing   pairing;
  BwMovement *parts;
} Counting;

static void
count_part (gpointer data,
            gsize    first,
            gsize    n,
            gsize    part)
{
  const Counting *self = data;
  const BwPairing *pairing = &self->pairing;
  const double *money = pairing->now->prepared->places->money;
  BwMovement movement = { 0, 0 };

  first += pairing->first;
  for (gsize place = first; place < first + n; place++)
    {
      const guint band = bw_edges_find_band (&pairing->edges_now, pairing->now->scores[place]);

      if (bw_pairing_get_band_before (pairing, place) != band)
        {
          movement.n_movers++;
          movement.money += money[place];
        }
    }

  self->parts[part] = movement;
}

/**
 * bw_results_count_movers:
 * @baseline: of the same snapshot of the same panel; its model may be another in every way
 * @segment: of @now, or %BW_ALL_SEGMENTS
 *
 * Returns: how many customers are in a band of another id than under @baseline
 */
BwMovement
bw_results_count_movers (const BwResults *baseline,
                         const BwResults *now,
                         guint            segment)
{
  BwMovement movement = { 0, 0 };
  g_autofree BwMovement *parts = NULL;
  Counting counting;
  gsize n_parts;

  g_return_val_if_fail (bw_results_are_comparable (baseline, now, segment), movement);

  bw_pairing_init (&counting.pairing, baseline, now, segment);
  n_parts = BW_TEAM_N_PARTS (counting.pairing.end - counting.pairing.first);
  counting.parts = parts = g_new0 (BwMovement, MAX (n_parts, 1));
  bw_team_share (counting.pairing.end - counting.pairing.first, count_part, &counting);
  for (gsize i = 0; i < n_parts; i++)
    {
      movement.n_movers += parts[i].n_movers;
      movement.money += parts[i].money;
    }

  return movement;
}

/* How far a mover moves; one that gains or loses its score moves furthest. */
static double
distance (const BwMover *mover)
{
  return isnan (mover->from) || isnan (mover->to) ? INFINITY : fabs (mover->to - mover->from);
}

/* By money, largest first, then by distance, then in the order of the file. */
static int
compare_movers (gconstpointer a,
                gconstpointer b)
{
  const BwMover *x = a;
  const BwMover *y = b;

  if (x->money != y->money)
    return x->money > y->money ? -1 : 1;
  if (distance (x) != distance (y))
    return distance (x) > distance (y) ? -1 : 1;

  return x->row < y->row ? -1 : x->row > y->row;
}

/* Lets the mover at the top of a heap, whose top is the least that matters, sink to its place. */
static void
sink (GArray *heap)
{
  guint at = 0;

  for (;;)
    {
      const guint left = 2 * at + 1;
      guint last = at;
      BwMover *movers = (BwMover *) (gpointer) heap->data;
      BwMover mover;

      if (left < heap->len && compare_movers (&movers[left], &movers[last]) > 0)
        last = left;
      if (left + 1 < heap->len && compare_movers (&movers[left + 1], &movers[last]) > 0)
        last = left + 1;
      if (last == at)
        return;

      mover = movers[at];
      movers[at] = movers[last];
      movers[last] = mover;
      at = last;
    }
}

/**
 * bw_results_list_movers:
 * @baseline: as in bw_results_count_movers()
 * @segment: of @now, or %BW_ALL_SEGMENTS
 * @most: how many at most; %G_MAXUINT for all
 *
 * Returns: (transfer full) (element-type BwMover): those who change band, by money, else by how
 *   far they move; bands are those of each one's own model, missing money is 0
 */
GArray *
bw_results_list_movers (const BwResults *baseline,
                        const BwResults *now,
                        guint            segment,
                        guint            most)
{
  GArray *movers = g_array_new (FALSE, FALSE, sizeof (BwMover));
  BwPairing pairing;
  BwMover mover;

  g_return_val_if_fail (bw_results_are_comparable (baseline, now, segment), movers);

  /* As soon as there are as many as wanted, a sorted array backwards is a heap. */
  bw_pairing_init (&pairing, baseline, now, segment);
  for (gsize place = pairing.first; most > 0 && place < pairing.end; place++)
    {
      if (!compare_place (&pairing, place, &mover))
        continue;

      if (movers->len < most)
        {
          g_array_append_val (movers, mover);
          if (movers->len == most)
            {
              g_array_sort (movers, compare_movers);
              for (guint i = 0; i < most / 2; i++)
                {
                  BwMover *a = &g_array_index (movers, BwMover, i);
                  BwMover *b = &g_array_index (movers, BwMover, most - 1 - i);
                  const BwMover first = *a;

                  *a = *b;
                  *b = first;
                }
            }
        }
      else if (compare_movers (&mover, &g_array_index (movers, BwMover, 0)) < 0)
        {
          g_array_index (movers, BwMover, 0) = mover;
          sink (movers);
        }
    }
  g_array_sort (movers, compare_movers);

  return movers;
}
