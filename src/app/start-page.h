/* What the window shows before anything is open: where to begin, and what there is to go on with. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_START_PAGE (bw_start_page_get_type ())

G_DECLARE_FINAL_TYPE (BwStartPage, bw_start_page, BW, START_PAGE, AdwBin)

void bw_start_page_follow (BwStartPage *self,
                           BwKeeper    *keeper);
void bw_start_page_refresh (BwStartPage *self);

G_END_DECLS
