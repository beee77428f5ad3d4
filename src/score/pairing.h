/* The customers of two results side by side: their scores and bands on both sides. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/results-parts.h"

#include <math.h>

G_BEGIN_DECLS

/**
 * BwEdges:
 * @n: how many bands
 * @from: the least score of each but the first
 *
 * Where the bands of a model begin, for many scores.
 */
typedef struct
{
  guint  n;
  double from[BW_MAX_BANDS];
} BwEdges;

/**
 * BwPairing:
 * @first: the first place of @now
 * @end: the place after the last
 * @bands: by band of @baseline, and at the end for those without: the band of the same id in the
 *   model of @now, or a number that is no band
 */
typedef struct
{
  const BwResults *baseline;
  const BwResults *now;
  gsize            first;
  gsize            end;
  BwEdges          edges;
  BwEdges          edges_now;
  guint8           bands[BW_NO_BAND + 1];
} BwPairing;

gboolean bw_results_are_comparable (const BwResults *baseline,
                                    const BwResults *now,
                                    guint            segment);
void     bw_edges_init (BwEdges       *self,
                        const BwModel *model);
void     bw_pairing_init (BwPairing       *self,
                          const BwResults *baseline,
                          const BwResults *now,
                          guint            segment);

static inline guint
bw_edges_find_band (const BwEdges *self,
                    double         score)
{
  guint band = 0;

  if (isnan (score))
    return BW_NO_BAND;

  for (guint i = 1; i < self->n; i++)
    band += score >= self->from[i];

  return band;
}

/* The score under the baseline of the customer at a place of @now. */
static inline double
bw_pairing_get_before (const BwPairing *self,
                       gsize            place)
{
  const BwPlaces *before = self->baseline->prepared->places;
  const BwPlaces *places = self->now->prepared->places;

  return self->baseline->scores[before == places ? place : before->places[places->rows[place]]];
}

/* Its band under the baseline, by its index in the model of @now. */
static inline guint8
bw_pairing_get_band_before (const BwPairing *self,
                            gsize            place)
{
  return self->bands[bw_edges_find_band (&self->edges, bw_pairing_get_before (self, place))];
}

G_END_DECLS
