/* All customers and the segments of the model, to choose from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_LIST (bw_segment_list_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentList, bw_segment_list, BW, SEGMENT_LIST, BwLive)

G_END_DECLS
