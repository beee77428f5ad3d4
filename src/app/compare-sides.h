/* Which two models are compared: two lists to choose from, and a button that swaps them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/comparing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_COMPARE_SIDES (bw_compare_sides_get_type ())

G_DECLARE_FINAL_TYPE (BwCompareSides, bw_compare_sides, BW, COMPARE_SIDES, AdwBin)

void bw_compare_sides_set_comparing (BwCompareSides *self,
                                     BwComparing    *comparing);

G_END_DECLS
