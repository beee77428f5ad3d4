/* Which customers change band between two models, and which of them matter most. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/results-parts.h"

#include <math.h>

/* A band of the baseline that the other model does not have. */
#define NO_SUCH_BAND 255

/* By band of the baseline, and at the end for those without: the band of the same id in the other
 * model, or a number that is no band. */
static void
bands_match (const BwModel *baseline,
             const BwModel *now,
             guint8         bands[BW_NO_BAND + 1])
{
  for (guint i = 0; i < BW_NO_BAND; i++)
    bands[i] = NO_SUCH_BAND;
  bands[BW_NO_BAND] = BW_NO_BAND;

  for (guint i = 0; i < bw_model_get_n_bands (baseline); i++)
    {
      for (guint j = 0; j < bw_model_get_n_bands (now); j++)
        {
          if (g_strcmp0 (bw_model_get_band (baseline, i)->id, bw_model_get_band (now, j)->id) == 0)
            bands[i] = j;
        }
    }
}

/* Where the bands of a model begin, for many scores. */
typedef struct
{
  guint  n;
  double from[BW_MAX_BANDS];
} Edges;

static void
edges_init (Edges         *self,
            const BwModel *model)
{
  self->n = bw_model_get_n_bands (model);
  for (guint i = 1; i < self->n; i++)
    self->from[i] = bw_model_get_band (model, i)->from;
}

static inline guint
band_of (const Edges *self,
         double       score)
{
  guint band = 0;

  if (isnan (score))
    return BW_NO_BAND;

  for (guint i = 1; i < self->n; i++)
    band += score >= self->from[i];

  return band;
}

/* The rows that a comparison is about, and the bands of both sides. */
typedef struct
{
  const BwResults *baseline;
  const BwResults *now;
  gsize            first;
  gsize            end;
  Edges            edges;
  Edges            edges_now;
  guint8           bands[BW_NO_BAND + 1];
} Comparison;

static void
comparison_init (Comparison      *self,
                 const BwResults *baseline,
                 const BwResults *now,
                 guint            segment)
{
  const BwPlaces *places = now->prepared->places;

  self->baseline = baseline;
  self->now = now;
  self->first = segment == BW_ALL_SEGMENTS ? 0 : places->segment_places[segment];
  self->end = segment == BW_ALL_SEGMENTS ? places->n_rows : places->segment_places[segment + 1];
  edges_init (&self->edges, baseline->model);
  edges_init (&self->edges_now, now->model);
  bands_match (baseline->model, now->model, self->bands);
}

static gboolean
is_comparable (const BwResults *baseline,
               const BwResults *now,
               guint            segment)
{
  return baseline->prepared->panel == now->prepared->panel &&
         baseline->prepared->snapshot == now->prepared->snapshot &&
         (segment == BW_ALL_SEGMENTS || segment < now->n_segments);
}

/* The score under the baseline of the customer at a place of @now. */
static inline double
score_before (const Comparison *self,
              gsize             place)
{
  const BwPlaces *before = self->baseline->prepared->places;
  const BwPlaces *places = self->now->prepared->places;

  return self->baseline->scores[before == places ? place : before->places[places->rows[place]]];
}

/* Returns: whether the customer at the place of @now moves */
static inline gboolean
compare_place (const Comparison *self,
               gsize             place,
               BwMover          *mover)
{
  mover->from = score_before (self, place);
  mover->to = self->now->scores[place];
  mover->from_band = band_of (&self->edges, mover->from);
  mover->to_band = band_of (&self->edges_now, mover->to);
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
  Comparison comparison;

  comparison_init (&comparison, baseline, now, BW_ALL_SEGMENTS);
  for (gsize i = 0; i < n; i++)
    bands[i] = comparison.bands[band_of (&comparison.edges, score_before (&comparison, first + i))];
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
  Comparison comparison;
  BwMover mover;

  g_return_val_if_fail (is_comparable (baseline, now, segment), movement);

  comparison_init (&comparison, baseline, now, segment);
  for (gsize place = comparison.first; place < comparison.end; place++)
    {
      if (compare_place (&comparison, place, &mover))
        {
          movement.n_movers++;
          movement.money += mover.money;
        }
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
  Comparison comparison;
  BwMover mover;

  g_return_val_if_fail (is_comparable (baseline, now, segment), movers);

  /* As soon as there are as many as wanted, a sorted array backwards is a heap. */
  comparison_init (&comparison, baseline, now, segment);
  for (gsize place = comparison.first; most > 0 && place < comparison.end; place++)
    {
      if (!compare_place (&comparison, place, &mover))
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
