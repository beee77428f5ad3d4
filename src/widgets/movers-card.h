/* Who changes band under the draft, against the model as opened: the largest money first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_MOVERS_CARD (bw_movers_card_get_type ())

G_DECLARE_FINAL_TYPE (BwMoversCard, bw_movers_card, BW, MOVERS_CARD, BwLive)

/* Signals: "customer-activated" (uint): a mover was chosen. */

G_END_DECLS
