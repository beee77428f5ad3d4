/* Green but left, red but stayed: the customers that fooled the score, for a review. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_FOOLED_CARD (bw_fooled_card_get_type ())

G_DECLARE_FINAL_TYPE (BwFooledCard, bw_fooled_card, BW, FOOLED_CARD, BwLive)

/* Signals: "customer-activated" (uint): a customer of the panel was asked for. */

G_END_DECLS
