/* One band, or one grade, as it is edited: name, colour, least score, what to do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_BANDS_ROW (bw_bands_row_get_type ())

G_DECLARE_FINAL_TYPE (BwBandsRow, bw_bands_row, BW, BANDS_ROW, GtkListBoxRow)

/* Signals: "edited": something of it was changed; "left": the field of the least score was left;
 * "removed": it is to go. */

GtkWidget  *bw_bands_row_new (gboolean grade);
void        bw_bands_row_show_band (BwBandsRow    *self,
                                    const BwModel *model,
                                    guint          band);
void        bw_bands_row_show_grade (BwBandsRow    *self,
                                     const BwModel *model,
                                     guint          grade);
void        bw_bands_row_set_effect (BwBandsRow *self,
                                     const char *text);
const char *bw_bands_row_get_name (BwBandsRow *self);
const char *bw_bands_row_get_colour (BwBandsRow *self);
const char *bw_bands_row_get_action (BwBandsRow *self);
gboolean    bw_bands_row_take_from (BwBandsRow *self,
                                    double     *from);

G_END_DECLS
