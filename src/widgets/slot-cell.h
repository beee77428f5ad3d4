/* One cell of a table of slots: it shows a place in the list, whatever stands there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"
#include "widgets/slot-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SLOT_CELL (bw_slot_cell_get_type ())

G_DECLARE_FINAL_TYPE (BwSlotCell, bw_slot_cell, BW, SLOT_CELL, GtkWidget)

GtkWidget *bw_slot_cell_new (const BwSlotColumn *column);
void       bw_slot_cell_set_position (BwSlotCell *self,
                                      guint       position);
guint      bw_slot_cell_get_position (BwSlotCell *self);
void       bw_slot_cell_fill (BwSlotCell   *self,
                              gconstpointer what);
void       bw_slot_cell_set_stale (BwSlotCell *self);
gboolean   bw_slot_cell_get_stale (BwSlotCell *self);

void bw_slot_cell_show_text (BwSlotCell *self,
                             const char *text);
void bw_slot_cell_show_band (BwSlotCell *self,
                             BwModel    *model,
                             guint       band);
void bw_slot_cell_show_bar (BwSlotCell *self,
                            double      score,
                            BwInk       ink);
void bw_slot_cell_show_line (BwSlotCell  *self,
                             const float *scores,
                             guint        n_scores,
                             BwInk        ink);
void bw_slot_cell_label_row (BwSlotCell *self,
                             const char *label);

G_END_DECLS
