/* A score through time in the height of a line of text: a stroke, and a dot where it is now. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SPARKLINE (bw_sparkline_get_type ())

#define BW_SPARKLINE_POINTS 12

G_DECLARE_FINAL_TYPE (BwSparkline, bw_sparkline, BW, SPARKLINE, GtkWidget)

GtkWidget *bw_sparkline_new (void);
void       bw_sparkline_set_scores (BwSparkline *self,
                                    const float *scores,
                                    guint        n_scores,
                                    BwInk        ink);

G_END_DECLS
