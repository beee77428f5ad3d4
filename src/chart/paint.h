/* A scene onto Cairo: the same strokes on screen, in a file and on paper. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/palette.h"
#include "chart/scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The family of pictures that leave, and of a scene that names none. */
#define BW_FONT "Inter, Cantarell, Noto Sans, DejaVu Sans, sans-serif"

void bw_paint_scene (const BwScene   *scene,
                     const BwPalette *palette,
                     const char      *font_family,
                     cairo_t         *cr);

G_END_DECLS
