/* A thin bar that shows how customers divide into bands, grey where there is not enough data. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_BAND_BAR (bw_band_bar_get_type ())

G_DECLARE_FINAL_TYPE (BwBandBar, bw_band_bar, BW, BAND_BAR, GtkWidget)

GtkWidget *bw_band_bar_new (void);
void       bw_band_bar_set_summary (BwBandBar       *self,
                                    const BwModel   *model,
                                    const BwSummary *summary);

G_END_DECLS
