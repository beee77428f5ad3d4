/* One metric of the model: its scale over the real values, its source, its words, what it does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

#define BW_TYPE_METRIC_EDITOR (bw_metric_editor_get_type ())

G_DECLARE_FINAL_TYPE (BwMetricEditor, bw_metric_editor, BW, METRIC_EDITOR, BwEditor)

/* Its subject is a metric's id, "" for one to be added. */

const char *bw_metric_editor_get_metric (BwMetricEditor *self);

G_END_DECLS
