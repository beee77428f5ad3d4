/* How far the score and each metric have moved since an earlier snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_STABILITY_CARD (bw_stability_card_get_type ())

G_DECLARE_FINAL_TYPE (BwStabilityCard, bw_stability_card, BW, STABILITY_CARD, BwLive)

G_END_DECLS
