/* A customer who stands in another band than at an earlier snapshot, in a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/customer-facts.h"
#include "workspace/band-changes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_BAND_CHANGE_ROW (bw_band_change_row_get_type ())

G_DECLARE_FINAL_TYPE (BwBandChangeRow, bw_band_change_row, BW, BAND_CHANGE_ROW, GtkListBoxRow)

GtkWidget *bw_band_change_row_new (void);
void       bw_band_change_row_show (BwBandChangeRow       *self,
                                    const BwCustomerFacts *facts,
                                    const BwBandChange    *change);

G_END_DECLS
