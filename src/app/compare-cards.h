/* The row of cards over a comparison: the mean, who moves, the money that moves, how alike the orders are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/comparing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_COMPARE_CARDS (bw_compare_cards_get_type ())

G_DECLARE_FINAL_TYPE (BwCompareCards, bw_compare_cards, BW, COMPARE_CARDS, AdwBin)

void bw_compare_cards_show (BwCompareCards *self,
                            BwComparing    *comparing);

G_END_DECLS
