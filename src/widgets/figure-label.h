/* A label for a number that changes while something is dragged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_FIGURE_LABEL (bw_figure_label_get_type ())
G_DECLARE_FINAL_TYPE (BwFigureLabel, bw_figure_label, BW, FIGURE_LABEL, GtkWidget)

const char *bw_figure_label_get_text (BwFigureLabel *self);
gboolean    bw_figure_label_set_text (BwFigureLabel *self,
                                      const char    *text);

G_END_DECLS
