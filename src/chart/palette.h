/* Which colour each role has, on light, on dark and on paper. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} BwColour;

typedef struct
{
  const char *id; /* "light", "dark", "print" */
  BwColour    inks[BW_N_INKS];
} BwPalette;

/* What WCAG 2 asks for: of shapes that carry meaning, and of words. */
#define BW_CONTRAST_SHAPE 3.0
#define BW_CONTRAST_WORDS 4.5

const BwPalette *bw_palettes (gsize *n_palettes);
const BwPalette *bw_palette_find (const char *id);
double           bw_palette_get_contrast (const BwPalette *self,
                                          BwInk            ink,
                                          BwInk            ground);
BwColour         bw_palette_get_outline (const BwPalette *self,
                                         BwInk            fill);
BwInk            bw_ink_of_colour (const char *band_colour);
BwInk            bw_ink_text (BwInk fill);
BwInk            bw_ink_tint (BwInk fill);

G_END_DECLS
