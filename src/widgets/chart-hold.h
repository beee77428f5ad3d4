/* A band's edge that the pointer or a key holds, in a chart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From press to release, or while one key is held, is one step of undo; Escape takes it back. Any
 * number of movements between two frames become one try. An edge stands on whole numbers, with
 * Shift or Alt on tenths. */

#pragma once

#include "widgets/chart-view-private.h"

G_BEGIN_DECLS

BwChartHold *bw_chart_hold_new (BwChartView *view);
void         bw_chart_hold_free (BwChartHold *self);
void         bw_chart_hold_let_go (BwChartHold *self);

G_END_DECLS
