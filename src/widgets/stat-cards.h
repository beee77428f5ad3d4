/* The row of cards above the chart: mean, one a band, and the money at risk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_STAT_CARDS (bw_stat_cards_get_type ())

G_DECLARE_FINAL_TYPE (BwStatCards, bw_stat_cards, BW, STAT_CARDS, BwLive)

G_END_DECLS
