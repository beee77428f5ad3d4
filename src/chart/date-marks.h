/* Days that are marked on a time line: when which version of the model began to hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/timeline.h"

G_BEGIN_DECLS

BwDateMark *bw_date_mark_new (double      date,
                              const char *name);
void        bw_date_mark_free (BwDateMark *self);
gboolean    bw_date_marks_any (const BwView *view);
char       *bw_date_marks_say_then (const BwView *view);

void bw_date_marks_draw (const BwTimeline *time,
                         const BwView     *view,
                         double            y,
                         double            bottom);
void bw_date_marks_touch (const BwTimeline *time,
                          const BwView     *view,
                          double            y,
                          double            bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDateMark, bw_date_mark_free)

G_END_DECLS
