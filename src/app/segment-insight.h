/* Which metrics tell a segment's best customers from its worst, and which cost it most points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_INSIGHT (bw_segment_insight_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentInsight, bw_segment_insight, BW, SEGMENT_INSIGHT, BwLive)

G_END_DECLS
