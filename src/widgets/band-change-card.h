/* Who stands in a lower band, or in a higher one, than at the snapshot that trends compare with. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_BAND_CHANGE_CARD (bw_band_change_card_get_type ())

G_DECLARE_FINAL_TYPE (BwBandChangeCard, bw_band_change_card, BW, BAND_CHANGE_CARD, BwLive)

/* Properties: "rising" (boolean, construct-only).
 * Signals: "customer-activated" (uint): a customer of the panel was asked for. */

G_END_DECLS
