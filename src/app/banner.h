/* A line across the window that stays until what it says is no longer so, with one thing to do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_BANNER (bw_banner_get_type ())

G_DECLARE_FINAL_TYPE (BwBanner, bw_banner, BW, BANNER, AdwBin)

/* Properties: "button" (string): what the button says; "action" (string): what it does; "icon"
 * (string): name of the icon; "grave" (boolean): something is wrong, rather than worth knowing. */

void bw_banner_show (BwBanner   *self,
                     const char *title,
                     const char *text);

G_END_DECLS
