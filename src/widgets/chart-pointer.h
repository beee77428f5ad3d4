/* What the pointer finds in a chart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bw_chart_show_tip (const BwScene *scene,
                            double         x,
                            double         y,
                            GtkTooltip    *tooltip);
guint    bw_chart_find_row (const BwScene *scene,
                            double         x,
                            double         y);
const BwMark *bw_chart_find_handle (const BwScene *scene,
                                    double         x,
                                    double         y);
gboolean bw_chart_read_band (const char *handle,
                             guint      *band);
void     bw_chart_add_press (GtkWidget *widget,
                             GCallback  released);

G_END_DECLS
