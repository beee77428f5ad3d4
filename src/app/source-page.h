/* One file in the import dialog: how it was read, and its columns with their roles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SOURCE_PAGE (bw_source_page_get_type ())

G_DECLARE_FINAL_TYPE (BwSourcePage, bw_source_page, BW, SOURCE_PAGE, AdwBin)

/* Signals: "mapping-wanted" (BwMapping as pointer, borrowed): the user corrected something. */

GtkWidget *bw_source_page_new (BwIntake *intake,
                               guint     source);
void       bw_source_page_set_intake (BwSourcePage *self,
                                      BwIntake     *intake);
void       bw_source_page_set_wanted (BwSourcePage *self,
                                      BwMapping    *mapping);

G_END_DECLS
