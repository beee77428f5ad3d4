/* By which column a table is sorted, and which way round: what GTK 4.8 does not tell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void                 bw_column_sort_offer (GtkColumnViewColumn *column);
GtkColumnViewColumn *bw_column_sort_read (GtkColumnView *view,
                                          gboolean      *descending);

G_END_DECLS
