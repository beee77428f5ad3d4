/* How well the score tells who left, at a glance beside the sliders: draft against baseline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/validating.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_GLANCE_CARD (bw_glance_card_get_type ())

G_DECLARE_FINAL_TYPE (BwGlanceCard, bw_glance_card, BW, GLANCE_CARD, AdwBin)

void bw_glance_card_follow (BwGlanceCard *self,
                            BwWorkspace  *workspace);

G_END_DECLS
