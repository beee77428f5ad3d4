/* The edge of the worst band held against who left: what it catches, and the edge that catches so many. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_BANDS_OUTCOME (bw_bands_outcome_get_type ())

G_DECLARE_FINAL_TYPE (BwBandsOutcome, bw_bands_outcome, BW, BANDS_OUTCOME, BwLive)

G_END_DECLS
