/* Shift+Tab out of a flow box, which would keep the focus. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_way_back_add (GtkWidget *widget);

G_END_DECLS
