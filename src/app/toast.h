/* What is said in passing over a window or a dialog. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *bw_toast_say (AdwToastOverlay *overlay,
                        const char      *text);

void      bw_toast_hush (AdwToastOverlay *overlay);

G_END_DECLS
