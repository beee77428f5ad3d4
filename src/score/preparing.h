/* Deciding the engine order of a snapshot, and whether an earlier one still serves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/prepared-parts.h"

G_BEGIN_DECLS

/**
 * BwPreparing:
 * @previous: (nullable): of the same panel and snapshot
 * @sources: by metric, which column of @previous it shares, or %BW_NONE
 * @by_row: by metric, g of each row, where there is no source
 * @by_place: by metric, a slab of the same in the order of @previous, where
 *   bw_preparing_keeps_places() has come by it, else %NULL
 */
typedef struct
{
  BwModel    *model;
  BwPanel    *panel;
  guint       snapshot;
  BwPrepared *previous;
  guint       n_metrics;
  guint      *sources;
  double    **by_row;
  double    **by_place;
} BwPreparing;

gboolean  bw_preparing_keeps_places (BwPreparing *self);
BwPlaces *bw_preparing_make_places (const BwPreparing *self);
BwPlaces *bw_preparing_place (const BwPreparing *self,
                              const guint       *segments,
                              const double      *money,
                              gsize              n_rows);

G_END_DECLS
