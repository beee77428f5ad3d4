/* The titles over the columns of a table of slots. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/slot-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void                bw_slot_column_attach (const BwSlotColumn *column,
                                           gpointer            object);
const BwSlotColumn *bw_slot_column_of (gpointer object);

void bw_slot_titles_align (GtkColumnView *view);
void bw_slot_titles_show (GtkColumnView *view,
                          BwWorkspace   *workspace);

G_END_DECLS
