/* What differs between two models: sentences below each other, the first few until all are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bw_difference_list_new (const char *const *sentences,
                                   guint              most);

G_END_DECLS
