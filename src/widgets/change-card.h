/* What changed about the chosen customer since the snapshot that trends compare with, in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_CHANGE_CARD (bw_change_card_get_type ())

G_DECLARE_FINAL_TYPE (BwChangeCard, bw_change_card, BW, CHANGE_CARD, BwLive)

char *bw_change_card_get_text (BwChangeCard *self);

G_END_DECLS
