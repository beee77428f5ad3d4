/* The sign of a band: its colour and, for those who do not see it, its shape. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_BAND_MARK (bw_band_mark_get_type ())

G_DECLARE_FINAL_TYPE (BwBandMark, bw_band_mark, BW, BAND_MARK, GtkWidget)

GtkWidget *bw_band_mark_new (void);
void       bw_band_mark_set_band (BwBandMark    *self,
                                  const BwModel *model,
                                  guint          band);

G_END_DECLS
