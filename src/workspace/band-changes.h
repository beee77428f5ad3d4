/* Who stands in another band than at an earlier snapshot, under one and the same model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

/**
 * BwBandChange:
 * @customer: of the panel
 * @money: now, NaN where it is missing
 */
typedef struct
{
  guint  customer;
  guint8 from_band;
  guint8 to_band;
  double from;
  double to;
  double money;
} BwBandChange;

GArray *bw_band_changes_list (BwResults  *before,
                              BwResults  *now,
                              guint       segment,
                              gboolean    rising,
                              guint       most,
                              BwMovement *total);

G_END_DECLS
