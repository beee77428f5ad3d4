/* How large type is against the usual: the user's font and text scaling. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double bw_text_scale (GtkWidget *widget);

G_END_DECLS
