/* Names for a screen reader that GTK gives no call for: the parts and rows of a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_table_name (GtkColumnView *view,
                    const char    *name);
void bw_table_name_row (GtkListItem *list_item,
                        const char  *name);

G_END_DECLS
