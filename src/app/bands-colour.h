/* The colour of a band, chosen from swatches. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *bw_bands_colour_new (void);
const char *bw_bands_colour_get (GtkDropDown *colour);
void        bw_bands_colour_set (GtkDropDown *colour,
                                 const char  *id,
                                 const char  *band);

G_END_DECLS
