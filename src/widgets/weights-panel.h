/* The weights of the chosen segment, group by group; all segments' side by side where none is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_WEIGHTS_PANEL (bw_weights_panel_get_type ())

G_DECLARE_FINAL_TYPE (BwWeightsPanel, bw_weights_panel, BW, WEIGHTS_PANEL, BwLive)

G_END_DECLS
