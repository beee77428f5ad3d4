/* The palette of charts that goes with the style of the application: light or dark. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/style-palette.h"

#include <adwaita.h>

const BwPalette *
bw_style_palette (void)
{
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return bw_palette_find (dark ? "dark" : "light");
}

/**
 * bw_style_ink:
 * @rgba: (out): the colour of @ink in the present style; in high contrast secondary text and
 *   hairlines are as strong as text
 */
void
bw_style_ink (BwInk    ink,
              GdkRGBA *rgba)
{
  const gboolean strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  const BwInk used = strong && (ink == BW_INK_DIM || ink == BW_INK_GRID) ? BW_INK_TEXT : ink;
  const BwColour *colour = &bw_style_palette ()->inks[used];

  *rgba = (GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha };
}

/**
 * bw_style_redraw_on_change:
 *
 * Draws @widget again whenever the style turns dark, light or strong in contrast.
 */
void
bw_style_redraw_on_change (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}
