/* The panes at the sides: shown as wished, one at a time where the window is narrow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_PANES (bw_panes_get_type ())

G_DECLARE_FINAL_TYPE (BwPanes, bw_panes, BW, PANES, GObject)

/* Properties: "segments", "weights" (whether the user wants the pane), "narrow". */

BwPanes *bw_panes_new (GtkWidget *segments,
                       GtkWidget *weights);
void     bw_panes_set_width (BwPanes *self,
                             int      width);
void     bw_panes_set_weights_apply (BwPanes *self,
                                     gboolean weights_apply);
gboolean bw_panes_get_narrow (BwPanes *self);

G_END_DECLS
