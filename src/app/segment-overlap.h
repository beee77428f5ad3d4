/* Customers whom the rules of several segments match, and those whom none does: how many, and who. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/matching.h"
#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_OVERLAP (bw_segment_overlap_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentOverlap, bw_segment_overlap, BW, SEGMENT_OVERLAP, AdwBin)

void bw_segment_overlap_show (BwSegmentOverlap *self,
                              BwWorkspace      *workspace,
                              const BwMatching *matching);

G_END_DECLS
