/* The customers of two results side by side: their scores and bands on both sides. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/pairing.h"

/* A band of the baseline that the other model does not have. */
#define NO_SUCH_BAND 255

static void
match_bands (const BwModel *baseline,
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

void
bw_edges_init (BwEdges       *self,
               const BwModel *model)
{
  self->n = bw_model_get_n_bands (model);
  for (guint i = 1; i < self->n; i++)
    self->from[i] = bw_model_get_band (model, i)->from;
}

/**
 * bw_pairing_init:
 * @segment: of @now, or %BW_ALL_SEGMENTS
 */
void
bw_pairing_init (BwPairing       *self,
                 const BwResults *baseline,
                 const BwResults *now,
                 guint            segment)
{
  const BwPlaces *places = now->prepared->places;

  self->baseline = baseline;
  self->now = now;
  self->first = segment == BW_ALL_SEGMENTS ? 0 : places->segment_places[segment];
  self->end = segment == BW_ALL_SEGMENTS ? places->n_rows : places->segment_places[segment + 1];
  bw_edges_init (&self->edges, baseline->model);
  bw_edges_init (&self->edges_now, now->model);
  match_bands (baseline->model, now->model, self->bands);
}

/**
 * bw_results_are_comparable:
 *
 * Returns: whether both are of one snapshot of one panel, and @now has the segment
 */
gboolean
bw_results_are_comparable (const BwResults *baseline,
                           const BwResults *now,
                           guint            segment)
{
  return baseline->prepared->panel == now->prepared->panel &&
         baseline->prepared->snapshot == now->prepared->snapshot &&
         (segment == BW_ALL_SEGMENTS || segment < now->n_segments);
}
