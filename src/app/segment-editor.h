/* The editor of a segment: its name, its rule, whom it takes, its place in the order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_EDITOR (bw_segment_editor_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentEditor, bw_segment_editor, BW, SEGMENT_EDITOR, BwEditor)

G_END_DECLS
