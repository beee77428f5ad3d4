/* Gives a segment the weights of another, and says where its own are moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_WEIGHTS (bw_segment_weights_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentWeights, bw_segment_weights, BW, SEGMENT_WEIGHTS, AdwBin)

void bw_segment_weights_show (BwSegmentWeights *self,
                              BwWorkspace      *workspace,
                              guint             segment);

G_END_DECLS
