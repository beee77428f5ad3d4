/* An exported picture as it will be, scaled to the place there is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_PICTURE_PREVIEW (bw_picture_preview_get_type ())

G_DECLARE_FINAL_TYPE (BwPicturePreview, bw_picture_preview, BW, PICTURE_PREVIEW, GtkWidget)

void bw_picture_preview_show (BwPicturePreview *self,
                              const BwPicture  *picture,
                              const BwView     *view);

G_END_DECLS
