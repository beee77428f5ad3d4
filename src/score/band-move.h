/* Whether a change of band between two models is for the better. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * BwBandMove:
 * @BW_BAND_STAYS: the band of the same id, or without a score under both
 * @BW_BAND_RISES: to a higher band
 * @BW_BAND_FALLS: to a lower band
 * @BW_BAND_CHANGES: to or from not enough data, or between bands that cannot be told as higher
 */
typedef enum
{
  BW_BAND_STAYS,
  BW_BAND_RISES,
  BW_BAND_FALLS,
  BW_BAND_CHANGES,
} BwBandMove;

BwBandMove bw_band_move (const BwModel *from,
                         guint          from_band,
                         const BwModel *to,
                         guint          to_band);

G_END_DECLS
