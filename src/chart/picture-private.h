/* What the page and the files of a picture share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/picture.h"

G_BEGIN_DECLS

double bw_picture_get_scale (const BwPicture *picture);
void   bw_png_describe (GByteArray *png,
                        double      pixels_a_point,
                        const char *description);
void   bw_svg_describe (GByteArray *svg,
                        const char *description);

G_END_DECLS
