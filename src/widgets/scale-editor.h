/* Everything that shapes a metric's scale: its kind, presets, the chart with handles, the table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_SCALE_EDITOR (bw_scale_editor_get_type ())

G_DECLARE_FINAL_TYPE (BwScaleEditor, bw_scale_editor, BW, SCALE_EDITOR, BwLive)

/* Actions: "scale.fit", "scale.preset" (string, a preset's id), "scale.add". */

void bw_scale_editor_set_metric (BwScaleEditor *self,
                                 guint          metric);

G_END_DECLS
