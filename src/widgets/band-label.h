/* A band, and a grade with it, as a small label in the band's colour: ▼ At risk · E. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_BAND_LABEL (bw_band_label_get_type ())

G_DECLARE_FINAL_TYPE (BwBandLabel, bw_band_label, BW, BAND_LABEL, GtkWidget)

GtkWidget *bw_band_label_new (void);
void       bw_band_label_set_band (BwBandLabel   *self,
                                   const BwModel *model,
                                   guint          band,
                                   const char    *text);

G_END_DECLS
