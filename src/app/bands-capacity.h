/* The worst band sized to what a team can work on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_BANDS_CAPACITY (bw_bands_capacity_get_type ())

G_DECLARE_FINAL_TYPE (BwBandsCapacity, bw_bands_capacity, BW, BANDS_CAPACITY, BwLive)

G_END_DECLS
