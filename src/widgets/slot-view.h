/* A table of any number of rows that are slots: sorted by any column, filled as far as it is seen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/slot-cell.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SLOT_VIEW (bw_slot_view_get_type ())

G_DECLARE_FINAL_TYPE (BwSlotView, bw_slot_view, BW, SLOT_VIEW, AdwBin)

/* Fills a cell with what stands at its position now; @owner has the list. */
typedef void (*BwSlotFill) (gpointer    owner,
                            BwSlotCell *cell);

/* Signals: "sorted": another column, or the other way round; "activated" (uint): a row was
 * double-clicked, or Enter pressed on it. */

GtkWidget          *bw_slot_view_new (const BwSlotColumn *columns,
                                      gsize               n_columns,
                                      const char         *name,
                                      guint               at_once,
                                      BwSlotFill          fill,
                                      gpointer            owner);
void                bw_slot_view_set_model (BwSlotView        *self,
                                            GtkSelectionModel *model);
GListModel         *bw_slot_view_bring (BwSlotView *self,
                                        GListModel *list);
void                bw_slot_view_reach (BwSlotView *self,
                                        guint       position);
void                bw_slot_view_sort_by (BwSlotView *self,
                                          guint       order,
                                          gboolean    descending);
const BwSlotColumn *bw_slot_view_get_sorted (BwSlotView *self,
                                             gboolean   *descending);
void                bw_slot_view_show_titles (BwSlotView  *self,
                                              BwWorkspace *workspace);
void                bw_slot_view_refresh (BwSlotView *self);
void                bw_slot_view_scroll_to (BwSlotView *self,
                                            guint       position);
void                bw_slot_view_focus_rows (BwSlotView *self);

G_END_DECLS
