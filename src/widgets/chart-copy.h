/* A chart's picture on the clipboard, at the size of a slide. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bw_picture_copy (const BwPicture *picture,
                          const BwView    *view,
                          GtkWidget       *widget);
void     bw_chart_copy (const BwChart *chart,
                        const BwView  *view,
                        GtkWidget     *widget);

G_END_DECLS
