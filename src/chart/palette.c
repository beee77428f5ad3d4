/* Which colour each role has, on light, on dark and on paper. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a test computes for every row: words reach 4.5 : 1 on the paper, fills and data lines reach
 * 3 : 1 or are outlined in their text ink, and red, amber and green stay apart for eyes that tell
 * red from green badly. On paper the three also differ in lightness, for a printer without
 * colour: red darkest, amber lightest. */

#include "chart/palette.h"

#include <math.h>

#define RGB(hex)                                                                        \
  { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 }

static const BwPalette palettes[] = {
  {
    .id = "light",
    .inks = {
      [BW_INK_PAPER] = RGB (0xffffff),
      [BW_INK_TEXT] = RGB (0x1d1d20),
      [BW_INK_DIM] = RGB (0x5e5c64),
      [BW_INK_GRID] = RGB (0xe2e2e5),
      [BW_INK_LINE] = RGB (0x24212b),
      [BW_INK_OUTLINE] = RGB (0x6b6972),
      [BW_INK_ACCENT] = RGB (0x1c71d8),
      [BW_INK_BADGE] = RGB (0x3d3846),
      [BW_INK_BADGE_TEXT] = RGB (0xffffff),
      [BW_INK_NEUTRAL] = RGB (0x94929b),
      [BW_INK_RED] = RGB (0xc9395b),
      [BW_INK_RED_TEXT] = RGB (0xa3234a),
      [BW_INK_RED_TINT] = RGB (0xf9e4e9),
      [BW_INK_ORANGE] = RGB (0xd9722e),
      [BW_INK_ORANGE_TEXT] = RGB (0x9c4410),
      [BW_INK_ORANGE_TINT] = RGB (0xfbe9dd),
      [BW_INK_AMBER] = RGB (0xe8a33d),
      [BW_INK_AMBER_TEXT] = RGB (0x855800),
      [BW_INK_AMBER_TINT] = RGB (0xfdf2dc),
      [BW_INK_GREEN] = RGB (0x2a9d8f),
      [BW_INK_GREEN_TEXT] = RGB (0x14705f),
      [BW_INK_GREEN_TINT] = RGB (0xdff2ef),
      [BW_INK_BLUE] = RGB (0x4a7fc1),
      [BW_INK_BLUE_TEXT] = RGB (0x2d5fa3),
      [BW_INK_BLUE_TINT] = RGB (0xe3ecf8),
      [BW_INK_GREY] = RGB (0x8d8b94),
      [BW_INK_GREY_TEXT] = RGB (0x5e5c64),
      [BW_INK_GREY_TINT] = RGB (0xeeeef0),
    },
  },
  {
    .id = "dark",
    .inks = {
      [BW_INK_PAPER] = RGB (0x26262a),
      [BW_INK_TEXT] = RGB (0xf6f5f4),
      [BW_INK_DIM] = RGB (0xbdbbc4),
      [BW_INK_GRID] = RGB (0x47474d),
      [BW_INK_LINE] = RGB (0xf0eef2),
      [BW_INK_OUTLINE] = RGB (0xb9b7c0),
      [BW_INK_ACCENT] = RGB (0x78aeed),
      [BW_INK_BADGE] = RGB (0xe4e2e8),
      [BW_INK_BADGE_TEXT] = RGB (0x1d1d20),
      [BW_INK_NEUTRAL] = RGB (0x9a98a2),
      [BW_INK_RED] = RGB (0xe8647f),
      [BW_INK_RED_TEXT] = RGB (0xff9db0),
      [BW_INK_RED_TINT] = RGB (0x4a2a33),
      [BW_INK_ORANGE] = RGB (0xec8a4b),
      [BW_INK_ORANGE_TEXT] = RGB (0xffab78),
      [BW_INK_ORANGE_TINT] = RGB (0x493026),
      [BW_INK_AMBER] = RGB (0xeab04e),
      [BW_INK_AMBER_TEXT] = RGB (0xf7c873),
      [BW_INK_AMBER_TINT] = RGB (0x453a26),
      [BW_INK_GREEN] = RGB (0x3db5a5),
      [BW_INK_GREEN_TEXT] = RGB (0x6fd8c8),
      [BW_INK_GREEN_TINT] = RGB (0x203f3c),
      [BW_INK_BLUE] = RGB (0x6ea2e0),
      [BW_INK_BLUE_TEXT] = RGB (0x9cc3f5),
      [BW_INK_BLUE_TINT] = RGB (0x2a3850),
      [BW_INK_GREY] = RGB (0xa09ea8),
      [BW_INK_GREY_TEXT] = RGB (0xc9c7cf),
      [BW_INK_GREY_TINT] = RGB (0x3c3c41),
    },
  },
  {
    .id = "print",
    .inks = {
      [BW_INK_PAPER] = RGB (0xffffff),
      [BW_INK_TEXT] = RGB (0x000000),
      [BW_INK_DIM] = RGB (0x4a484f),
      [BW_INK_GRID] = RGB (0xd4d4d8),
      [BW_INK_LINE] = RGB (0x000000),
      [BW_INK_OUTLINE] = RGB (0x55535b),
      [BW_INK_ACCENT] = RGB (0x1a5fb4),
      [BW_INK_BADGE] = RGB (0x241f31),
      [BW_INK_BADGE_TEXT] = RGB (0xffffff),
      [BW_INK_NEUTRAL] = RGB (0x94929b),
      [BW_INK_RED] = RGB (0x9e2246),
      [BW_INK_RED_TEXT] = RGB (0x8b1a3c),
      [BW_INK_RED_TINT] = RGB (0xf3d9e0),
      [BW_INK_ORANGE] = RGB (0xc4601f),
      [BW_INK_ORANGE_TEXT] = RGB (0x853809),
      [BW_INK_ORANGE_TINT] = RGB (0xf8e2d3),
      [BW_INK_AMBER] = RGB (0xf2bd62),
      [BW_INK_AMBER_TEXT] = RGB (0x6f4900),
      [BW_INK_AMBER_TINT] = RGB (0xfdf2dc),
      [BW_INK_GREEN] = RGB (0x2a9d8f),
      [BW_INK_GREEN_TEXT] = RGB (0x0f5c4e),
      [BW_INK_GREEN_TINT] = RGB (0xd9efeb),
      [BW_INK_BLUE] = RGB (0x3a6db0),
      [BW_INK_BLUE_TEXT] = RGB (0x244f8a),
      [BW_INK_BLUE_TINT] = RGB (0xdce8f6),
      [BW_INK_GREY] = RGB (0x7d7b84),
      [BW_INK_GREY_TEXT] = RGB (0x4a484f),
      [BW_INK_GREY_TINT] = RGB (0xe9e9ec),
    },
  },
};

static const struct
{
  const char *colour;
  BwInk       ink;
} band_colours[] = {
  { "red", BW_INK_RED },
  { "orange", BW_INK_ORANGE },
  { "amber", BW_INK_AMBER },
  { "green", BW_INK_GREEN },
  { "blue", BW_INK_BLUE },
  { "grey", BW_INK_GREY },
};

const BwPalette *
bw_palettes (gsize *n_palettes)
{
  *n_palettes = G_N_ELEMENTS (palettes);

  return palettes;
}

/**
 * bw_palette_find:
 *
 * Returns: (nullable): the palette named @id
 */
const BwPalette *
bw_palette_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      if (g_strcmp0 (palettes[i].id, id) == 0)
        return &palettes[i];
    }

  return NULL;
}

/**
 * bw_ink_of_colour:
 * @band_colour: a band's colour as the model names it
 *
 * Returns: the fill of that name, grey for a name that is none
 */
BwInk
bw_ink_of_colour (const char *band_colour)
{
  for (gsize i = 0; i < G_N_ELEMENTS (band_colours); i++)
    {
      if (g_strcmp0 (band_colours[i].colour, band_colour) == 0)
        return band_colours[i].ink;
    }

  return BW_INK_GREY;
}

/**
 * bw_ink_text:
 *
 * Returns: the ink for words, and for an outline, that belong to @fill
 */
BwInk
bw_ink_text (BwInk fill)
{
  if (fill == BW_INK_NEUTRAL)
    return BW_INK_DIM;

  for (gsize i = 0; i < G_N_ELEMENTS (band_colours); i++)
    {
      if (band_colours[i].ink == fill)
        return fill + 1;
    }

  return fill;
}

/**
 * bw_ink_tint:
 *
 * Returns: the ink for a ground that belongs to @fill
 */
BwInk
bw_ink_tint (BwInk fill)
{
  if (fill == BW_INK_NEUTRAL)
    return BW_INK_GREY_TINT;

  for (gsize i = 0; i < G_N_ELEMENTS (band_colours); i++)
    {
      if (band_colours[i].ink == fill)
        return fill + 2;
    }

  return fill;
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const BwColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) +
         0.0722 * linear (colour->blue);
}

static double
contrast (const BwColour *one,
          const BwColour *other)
{
  const double a = luminance (one);
  const double b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * bw_palette_get_contrast:
 *
 * Returns: how @ink stands out from @ground, 1 to 21, as WCAG 2 computes it
 */
double
bw_palette_get_contrast (const BwPalette *self,
                         BwInk            ink,
                         BwInk            ground)
{
  return contrast (&self->inks[ink], &self->inks[ground]);
}

/**
 * bw_palette_get_outline:
 *
 * Returns: the colour nearest to @fill, on the way to the ink of its words, that stands out from the
 *   paper as a shape has to
 */
BwColour
bw_palette_get_outline (const BwPalette *self,
                        BwInk            fill)
{
  const BwColour *from = &self->inks[fill];
  const BwColour *to = &self->inks[bw_ink_text (fill)];
  BwColour colour = *from;

  for (guint i = 1; i <= 20 && contrast (&colour, &self->inks[BW_INK_PAPER]) < BW_CONTRAST_SHAPE;
       i++)
    {
      const double part = i / 20.0;

      colour.red = from->red + (to->red - from->red) * part;
      colour.green = from->green + (to->green - from->green) * part;
      colour.blue = from->blue + (to->blue - from->blue) * part;
    }

  return colour;
}
