/* The palette of charts that goes with the style of the application: light or dark. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const BwPalette *bw_style_palette (void);
void             bw_style_ink (BwInk    ink,
                               GdkRGBA *rgba);
void             bw_style_redraw_on_change (GtkWidget *widget);

G_END_DECLS
