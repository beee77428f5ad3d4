/* How wide and high a text will be, so that layout can keep texts apart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/ruler.h"
#include "chart/paint.h"

#include <pango/pangocairo.h>

#define PROBE 100.0 /* the size at which a line's height is measured, once */

struct _BwRuler
{
  char        *family;
  PangoLayout *layout;
  double       line; /* a line's height for a size of 1 */
};

/**
 * bw_ruler_describe:
 * @family: (nullable): %NULL for that of pictures
 * @size: in the units of the scene
 *
 * Sets the font of @layout: the only place that does, so that what is measured is what is painted.
 */
void
bw_ruler_describe (PangoLayout *layout,
                   const char  *family,
                   double       size,
                   gboolean     bold)
{
  g_autoptr(PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, family != NULL ? family : BW_FONT);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
}

static void
measure (BwRuler    *self,
         const char *text,
         double      size,
         gboolean    bold,
         double     *width,
         double     *height)
{
  int w, h;

  bw_ruler_describe (self->layout, self->family, size, bold);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

BwRuler *
bw_ruler_new (const char *family)
{
  BwRuler *self = g_new0 (BwRuler, 1);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  double width;

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  self->family = g_strdup (family);
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  measure (self, "0", PROBE, FALSE, &width, &self->line);
  self->line /= PROBE;

  return self;
}

void
bw_ruler_free (BwRuler *self)
{
  g_object_unref (self->layout);
  g_free (self->family);
  g_free (self);
}

/**
 * bw_ruler_width:
 *
 * Returns: the width of @text in one line
 */
double
bw_ruler_width (BwRuler    *self,
                const char *text,
                double      size,
                gboolean    bold)
{
  double width, height;

  measure (self, text, size, bold, &width, &height);

  return width;
}

/**
 * bw_ruler_height:
 *
 * Returns: the height of a line at @size
 */
double
bw_ruler_height (BwRuler *self,
                 double   size)
{
  return self->line * size;
}
