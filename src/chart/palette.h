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

const BwPalette *bw_palettes (gsize *n_palettes);
const BwPalette *bw_palette_find (const char *id);
double           bw_palette_get_contrast (const BwPalette *self,
                                          BwInk            ink,
                                          BwInk            ground);
BwInk            bw_ink_of_colour (const char *band_colour);
BwInk            bw_ink_text (BwInk fill);
BwInk            bw_ink_tint (BwInk fill);

G_END_DECLS
