/* One segment in the list on the left: its name, how many, how healthy. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"
#include "score/shown-as.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_ROW (bw_segment_row_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentRow, bw_segment_row, BW, SEGMENT_ROW, GtkListBoxRow)

GtkWidget *bw_segment_row_new (guint segment);
guint      bw_segment_row_get_segment (BwSegmentRow *self);
void       bw_segment_row_edit (BwSegmentRow *self);
void       bw_segment_row_set_results (BwSegmentRow    *self,
                                       const BwModel   *model,
                                       const BwResults *results,
                                       BwShownAs        as);

G_END_DECLS
