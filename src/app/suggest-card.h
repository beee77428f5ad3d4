/* Suggested weights: what they are worth, what they are, and taking them over. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_SUGGEST_CARD (bw_suggest_card_get_type ())

G_DECLARE_FINAL_TYPE (BwSuggestCard, bw_suggest_card, BW, SUGGEST_CARD, BwLive)

void bw_suggest_card_ask (BwSuggestCard *self);

G_END_DECLS
