/* Tooltips that are set again and again while something is dragged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bw_tip_set (GtkWidget  *widget,
                     const char *text);

G_END_DECLS
