/* How large type is against the usual: the user's font and text scaling. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/text-scale.h"

#define USUAL_SIZE 11.0 /* of the interface's type in points */
#define DPI        96.0

/**
 * bw_text_scale:
 *
 * Returns: 1 for type of 11 points at 96 dots an inch, more where the user wants larger type
 */
double
bw_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double dpi = pango_cairo_context_get_resolution (context);
  const double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (size <= 0)
    return 1.0;
  if (pango_font_description_get_size_is_absolute (font))
    return size * 72 / DPI / USUAL_SIZE;

  return size / USUAL_SIZE * (dpi > 0 ? dpi / DPI : 1);
}
