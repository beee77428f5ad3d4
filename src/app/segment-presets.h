/* Segments that the data invites to, each added with one click. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_PRESETS (bw_segment_presets_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentPresets, bw_segment_presets, BW, SEGMENT_PRESETS, AdwBin)

/* Signals: "added": the segments of one were added; the first of them is the first of the model. */

void bw_segment_presets_show (BwSegmentPresets *self,
                              BwWorkspace      *workspace);

G_END_DECLS
