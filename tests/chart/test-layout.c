/* What keeps charts readable: things kept apart, contrast, scenes and palettes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/palette.h"
#include "chart/scene.h"
#include "chart/spread.h"

#include <math.h>

typedef struct
{
  const char *name;
  double      wanted[4];
  double      length;
  guint       n;
  double      gap;
  double      from, to;
  gboolean    fits;
  double      placed[4];
} SpreadCase;

static const SpreadCase spreads[] = {
  { "apart", { 10, 50 }, 10, 2, 2, 0, 100, TRUE, { 10, 50 } },
  { "same-place", { 50, 50 }, 10, 2, 2, 0, 100, TRUE, { 44, 56 } },
  { "three", { 50, 50, 50 }, 10, 3, 0, 0, 100, TRUE, { 40, 50, 60 } },
  { "left-end", { -5, 3 }, 10, 2, 0, 0, 100, TRUE, { 0, 10 } },
  { "right-end", { 95, 96 }, 10, 2, 0, 0, 100, TRUE, { 80, 90 } },
  { "exactly-full", { 0, 0 }, 10, 2, 5, 0, 25, TRUE, { 0, 15 } },
  { "too-many", { 1, 2, 3 }, 10, 3, 0, 0, 29, FALSE, { 1, 2, 3 } },
  { "one", { 97 }, 10, 1, 5, 0, 100, TRUE, { 90 } },
};

static void
test_spread (gconstpointer data)
{
  const SpreadCase *c = data;
  double starts[4], lengths[4];

  for (guint i = 0; i < c->n; i++)
    {
      starts[i] = c->wanted[i];
      lengths[i] = c->length;
    }

  g_assert_cmpint (bw_spread (starts, lengths, c->n, c->gap, c->from, c->to), ==, c->fits);
  for (guint i = 0; i < c->n; i++)
    g_assert_cmpfloat_with_epsilon (starts[i], c->placed[i], 1e-9);
}

static void
test_spread_nothing (void)
{
  g_assert_true (bw_spread (NULL, NULL, 0, 5, 0, 1));
}

static const BwInk fills[] = {
  BW_INK_RED, BW_INK_ORANGE, BW_INK_AMBER, BW_INK_GREEN, BW_INK_BLUE, BW_INK_GREY, BW_INK_NEUTRAL,
};

static void
assert_contrast (const BwPalette *palette,
                 BwInk            ink,
                 BwInk            ground,
                 double           least)
{
  const double contrast = bw_palette_get_contrast (palette, ink, ground);

  if (contrast < least)
    g_error ("palette %s: ink %d on %d has only %.2f : 1", palette->id, ink, ground, contrast);
}

static void
test_contrast (gconstpointer data)
{
  const BwPalette *palette = data;
  static const BwInk words[] = { BW_INK_TEXT, BW_INK_DIM };
  static const BwInk lines[] = { BW_INK_LINE, BW_INK_OUTLINE, BW_INK_ACCENT, BW_INK_BADGE };

  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      assert_contrast (palette, bw_ink_text (fills[i]), BW_INK_PAPER, BW_CONTRAST_WORDS);
      assert_contrast (palette, BW_INK_DIM, bw_ink_tint (fills[i]), BW_CONTRAST_WORDS);
      assert_contrast (palette, BW_INK_LINE, bw_ink_tint (fills[i]), BW_CONTRAST_SHAPE);
      assert_contrast (palette, BW_INK_OUTLINE, bw_ink_tint (fills[i]), BW_CONTRAST_SHAPE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    assert_contrast (palette, words[i], BW_INK_PAPER, BW_CONTRAST_WORDS);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_contrast (palette, lines[i], BW_INK_PAPER, BW_CONTRAST_SHAPE);
  assert_contrast (palette, BW_INK_BADGE_TEXT, BW_INK_BADGE, BW_CONTRAST_WORDS);
}

/* Every fill stands out from the paper, or its outline does. */
static void
test_outline (gconstpointer data)
{
  BwPalette palette = *(const BwPalette *) data;

  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      palette.inks[BW_INK_ACCENT] = bw_palette_get_outline (&palette, fills[i]);
      assert_contrast (&palette, BW_INK_ACCENT, BW_INK_PAPER, BW_CONTRAST_SHAPE);
    }
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* What an eye without the cones for green, or for red, sees of a colour: two signals remain,
 * blue-yellow and lightness (Viénot, Brettel and Mollon, 1999). */
static void
see (const BwColour *colour,
     gboolean        without_green,
     double         *yellow,
     double         *blue)
{
  const double r = linear (colour->red), g = linear (colour->green), b = linear (colour->blue);

  *yellow = without_green ? 0.29275 * r + 0.70725 * g :
            0.11238 * r + 0.88762 * g;
  *blue = b;
}

/* Red, amber and green stay apart for eyes that tell red from green badly. */
static void
test_colour_blind (gconstpointer data)
{
  const BwPalette *palette = data;
  static const BwInk signals[] = { BW_INK_RED, BW_INK_AMBER, BW_INK_GREEN };

  for (guint i = 0; i < 3; i++)
    for (guint k = 0; k < i; k++)
      for (gboolean without_green = FALSE; without_green <= TRUE; without_green++)
        {
          double yellow[2], blue[2];

          see (&palette->inks[signals[i]], without_green, &yellow[0], &blue[0]);
          see (&palette->inks[signals[k]], without_green, &yellow[1], &blue[1]);
          g_assert_cmpfloat (hypot (cbrt (yellow[0]) - cbrt (yellow[1]),
                                    cbrt (blue[0]) - cbrt (blue[1])), >, 0.12);
        }
}

/* On paper without colour, neighbours on the scale differ in lightness. */
static void
test_grey_paper (void)
{
  const BwPalette *print = bw_palette_find ("print");

  assert_contrast (print, BW_INK_RED, BW_INK_GREEN, 2);
  assert_contrast (print, BW_INK_RED, BW_INK_AMBER, 3);
  assert_contrast (print, BW_INK_AMBER, BW_INK_GREEN, 1.8);
}

static void
test_palettes (void)
{
  g_assert_nonnull (bw_palette_find ("light"));
  g_assert_nonnull (bw_palette_find ("dark"));
  g_assert_nonnull (bw_palette_find ("print"));
  g_assert_null (bw_palette_find ("sepia"));
  g_assert_cmpint (bw_ink_of_colour ("amber"), ==, BW_INK_AMBER);
  g_assert_cmpint (bw_ink_of_colour ("mauve"), ==, BW_INK_GREY);
  g_assert_cmpint (bw_ink_text (BW_INK_BLUE), ==, BW_INK_BLUE_TEXT);
  g_assert_cmpint (bw_ink_tint (BW_INK_BLUE), ==, BW_INK_BLUE_TINT);
  g_assert_cmpint (bw_ink_text (BW_INK_TEXT), ==, BW_INK_TEXT);
}

static void
test_scene_keeps (void)
{
  g_autoptr(BwScene) scene = bw_scene_new (100, 50);
  g_autoptr(BwScene) whole = bw_scene_new (200, 100);
  double points[] = { 1, 2, 3, 4 };
  g_autofree char *text = g_strdup ("38");
  const BwMark line = { .kind = BW_MARK_LINE, .points = points, .n_points = 2, .row = BW_NO_ROW };
  const BwMark words = { .kind = BW_MARK_TEXT, .x = 5, .y = 6, .text = text, .row = BW_NO_ROW };
  const BwMark *marks;
  gsize n_marks;

  bw_scene_add (scene, &line);
  bw_scene_add (scene, &words);
  bw_scene_set_across (scene, 10, 0, 90, 100);
  points[0] = 77;
  text[0] = 'x';
  bw_scene_add_scene (whole, scene, 20, 30);

  marks = bw_scene_get_marks (whole, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpfloat (marks[0].points[0], ==, 21);
  g_assert_cmpfloat (marks[0].points[3], ==, 34);
  g_assert_cmpstr (marks[1].text, ==, "38");
  g_assert_cmpfloat (marks[1].x, ==, 25);
  g_assert_cmpfloat (bw_scene_get_across (whole, 70), ==, 50);
  g_assert_cmpfloat (bw_scene_get_across (scene, 10), ==, 0);
}

static void
test_scene_picks (void)
{
  g_autoptr(BwScene) scene = bw_scene_new (100, 50);
  const double points[] = { 50, 0, 50, 50 };
  const BwMark touch = {
    .kind = BW_MARK_TOUCH, .x = 40, .y = 0, .width = 20, .height = 50, .row = 7, .tip = "seven",
  };
  const BwMark edge = {
    .kind = BW_MARK_LINE, .points = points, .n_points = 2, .row = BW_NO_ROW, .handle = "band-1",
  };
  const BwMark mute = { .kind = BW_MARK_BOX, .width = 100, .height = 50, .row = 1 };

  bw_scene_add (scene, &touch);
  bw_scene_add (scene, &edge);
  bw_scene_add (scene, &mute);
  g_assert_cmpstr (bw_scene_pick (scene, 50, 25)->handle, ==, "band-1");
  g_assert_cmpuint (bw_scene_pick (scene, 41, 25)->row, ==, 7);
  g_assert_null (bw_scene_pick (scene, 10, 25));
  g_assert_true (isnan (bw_scene_get_across (scene, 10)));
  g_assert_cmpstr (bw_scene_get_description (scene), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  const BwPalette *palettes;
  gsize n_palettes;

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/spread/%s", spreads[i].name);

      g_test_add_data_func (path, &spreads[i], test_spread);
    }
  g_test_add_func ("/chart/spread/nothing", test_spread_nothing);

  palettes = bw_palettes (&n_palettes);
  for (gsize i = 0; i < n_palettes; i++)
    {
      g_autofree char *contrast = g_strdup_printf ("/chart/palette/%s/contrast", palettes[i].id);
      g_autofree char *outline = g_strdup_printf ("/chart/palette/%s/outline", palettes[i].id);
      g_autofree char *blind = g_strdup_printf ("/chart/palette/%s/colour-blind", palettes[i].id);

      g_test_add_data_func (contrast, &palettes[i], test_contrast);
      g_test_add_data_func (outline, &palettes[i], test_outline);
      g_test_add_data_func (blind, &palettes[i], test_colour_blind);
    }
  g_test_add_func ("/chart/palette/print/without-colour", test_grey_paper);
  g_test_add_func ("/chart/palette/find", test_palettes);
  g_test_add_func ("/chart/scene/keeps", test_scene_keeps);
  g_test_add_func ("/chart/scene/picks", test_scene_picks);

  return g_test_run ();
}
