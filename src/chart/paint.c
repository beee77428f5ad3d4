/* A scene onto Cairo: the same strokes on screen, in a file and on paper. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On a surface of pixels, boxes and straight lines along the axes are moved to whole pixels, so that
 * they are crisp; on surfaces that can be enlarged everything stays where the scene has it. */

#include "chart/paint.h"
#include "chart/ruler.h"

#include <math.h>
#include <pango/pangocairo.h>

#define DASH_ON  4.0 /* in widths of the stroke */
#define DASH_OFF 3.0

/* What a call of the painter needs throughout. */
typedef struct
{
  const BwPalette *palette;
  const char      *family;
  cairo_t         *cr;
  PangoLayout     *layout;
  gboolean         snap;
} Brush;

/* The ink of @mark with as much of the paper in it as the mark says. */
static void
set_ink (Brush        *brush,
         const BwMark *mark)
{
  const BwColour *ink = &brush->palette->inks[mark->ink];
  const BwColour *paper = &brush->palette->inks[BW_INK_PAPER];
  const double fade = mark->fade;

  cairo_set_source_rgba (brush->cr, ink->red + (paper->red - ink->red) * fade,
                         ink->green + (paper->green - ink->green) * fade,
                         ink->blue + (paper->blue - ink->blue) * fade, ink->alpha);
}

/* @x and @y moved to the nearest corner of a pixel. */
static void
to_corner (Brush  *brush,
           double *x,
           double *y)
{
  cairo_user_to_device (brush->cr, x, y);
  *x = round (*x);
  *y = round (*y);
  cairo_device_to_user (brush->cr, x, y);
}

static void
trace_box (Brush *brush,
           double x,
           double y,
           double width,
           double height,
           double radius)
{
  const double r = MIN (radius, MIN (width, height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (brush->cr, x, y, width, height);
      return;
    }

  cairo_new_sub_path (brush->cr);
  cairo_arc (brush->cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (brush->cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (brush->cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (brush->cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (brush->cr);
}

/* Whether @mark wants an outline that its fill makes necessary. */
static gboolean
needs_outline (Brush        *brush,
               const BwMark *mark)
{
  return mark->outline > 0 && bw_ink_text (mark->ink) != mark->ink &&
         bw_palette_get_contrast (brush->palette, mark->ink, BW_INK_PAPER) < BW_CONTRAST_SHAPE;
}

static void
stroke_outline (Brush        *brush,
                const BwMark *mark)
{
  const BwColour colour = bw_palette_get_outline (brush->palette, mark->ink);

  cairo_set_source_rgb (brush->cr, colour.red, colour.green, colour.blue);
  cairo_set_line_width (brush->cr, mark->outline);
  cairo_stroke (brush->cr);
}

static void
paint_box (Brush        *brush,
           const BwMark *mark)
{
  double left = mark->x, top = mark->y;
  double right = mark->x + mark->width, bottom = mark->y + mark->height;

  if (mark->width <= 0 || mark->height <= 0)
    return;

  if (brush->snap)
    {
      to_corner (brush, &left, &top);
      to_corner (brush, &right, &bottom);
      if (right <= left)
        right = left + mark->width;
      if (bottom <= top)
        top = bottom - mark->height;
    }

  trace_box (brush, left, top, right - left, bottom - top, mark->radius);
  set_ink (brush, mark);
  cairo_fill (brush->cr);

  if (needs_outline (brush, mark) && right - left > 2 * mark->outline &&
      bottom - top > 2 * mark->outline)
    {
      const double inset = mark->outline / 2;

      trace_box (brush, left + inset, top + inset,
                 right - left - mark->outline, bottom - top - mark->outline,
                 MAX (0, mark->radius - inset));
      stroke_outline (brush, mark);
    }
}

static void
trace_points (Brush        *brush,
              const BwMark *mark)
{
  for (guint i = 0; i < mark->n_points; i++)
    cairo_line_to (brush->cr, mark->points[2 * i], mark->points[2 * i + 1]);
}

/* A line of two points along an axis, in the middle of whole pixels. Returns its width. */
static double
trace_straight (Brush        *brush,
                const BwMark *mark)
{
  double x0 = mark->points[0], y0 = mark->points[1];
  double x1 = mark->points[2], y1 = mark->points[3];
  double width = mark->width, other = 0;
  const gboolean across = y0 == y1;
  double shift;

  cairo_user_to_device_distance (brush->cr, &width, &other);
  width = MAX (1, round (fabs (width)));
  shift = fmod (width, 2) / 2;

  cairo_user_to_device (brush->cr, &x0, &y0);
  cairo_user_to_device (brush->cr, &x1, &y1);
  if (across)
    y0 = y1 = round (y0 - shift) + shift;
  else
    x0 = x1 = round (x0 - shift) + shift;
  cairo_device_to_user (brush->cr, &x0, &y0);
  cairo_device_to_user (brush->cr, &x1, &y1);
  cairo_move_to (brush->cr, x0, y0);
  cairo_line_to (brush->cr, x1, y1);

  other = 0;
  cairo_device_to_user_distance (brush->cr, &width, &other);

  return fabs (width);
}

static void
paint_line (Brush        *brush,
            const BwMark *mark)
{
  double width = mark->width;

  if (mark->n_points < 2)
    return;

  if (brush->snap && mark->n_points == 2 &&
      (mark->points[0] == mark->points[2] || mark->points[1] == mark->points[3]))
    width = trace_straight (brush, mark);
  else
    trace_points (brush, mark);

  if (mark->dash)
    {
      const double dashes[] = { DASH_ON *mark->width, DASH_OFF *mark->width };

      cairo_set_dash (brush->cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_set_line_width (brush->cr, width);
  cairo_set_line_join (brush->cr, mark->n_points > 2 ? CAIRO_LINE_JOIN_ROUND :
                       CAIRO_LINE_JOIN_MITER);
  set_ink (brush, mark);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
paint_area (Brush        *brush,
            const BwMark *mark)
{
  if (mark->n_points < 3)
    return;

  trace_points (brush, mark);
  cairo_close_path (brush->cr);
  set_ink (brush, mark);
  cairo_fill_preserve (brush->cr);
  if (needs_outline (brush, mark))
    stroke_outline (brush, mark);
  cairo_new_path (brush->cr);
}

static void
paint_dot (Brush        *brush,
           const BwMark *mark)
{
  cairo_new_sub_path (brush->cr);
  cairo_arc (brush->cr, mark->x, mark->y, mark->radius, 0, 2 * G_PI);
  set_ink (brush, mark);
  cairo_fill_preserve (brush->cr);
  if (needs_outline (brush, mark))
    stroke_outline (brush, mark);
  cairo_new_path (brush->cr);
}

static void
paint_text (Brush        *brush,
            const BwMark *mark)
{
  int width, height;
  double x = mark->x;

  if (mark->text == NULL || *mark->text == '\0')
    return;

  bw_ruler_describe (brush->layout, brush->family, mark->size, mark->bold);
  pango_layout_set_width (brush->layout, -1);
  pango_layout_set_text (brush->layout, mark->text, -1);
  pango_layout_get_size (brush->layout, &width, &height);
  if (mark->width > 0 && width > mark->width * PANGO_SCALE)
    {
      pango_layout_set_width (brush->layout, (int) (mark->width * PANGO_SCALE));
      pango_layout_get_size (brush->layout, &width, &height);
    }

  if (mark->align == BW_ALIGN_MIDDLE)
    x -= (double) width / PANGO_SCALE / 2;
  else if (mark->align == BW_ALIGN_END)
    x -= (double) width / PANGO_SCALE;

  set_ink (brush, mark);
  cairo_move_to (brush->cr, x, mark->y);
  pango_cairo_show_layout (brush->cr, brush->layout);
  cairo_new_path (brush->cr);
}

static void
paint_mark (Brush        *brush,
            const BwMark *mark)
{
  switch (mark->kind)
    {
    case BW_MARK_BOX:
      paint_box (brush, mark);
      break;

    case BW_MARK_LINE:
      paint_line (brush, mark);
      break;

    case BW_MARK_AREA:
      paint_area (brush, mark);
      break;

    case BW_MARK_DOT:
      paint_dot (brush, mark);
      break;

    case BW_MARK_TEXT:
      paint_text (brush, mark);
      break;

    case BW_MARK_TOUCH:
      break;

    default:
      g_assert_not_reached ();
    }
}

static PangoLayout *
make_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_layout_context_changed (layout);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

/**
 * bw_paint_scene:
 * @font_family: (nullable): as the scene was laid out with; %NULL for that of pictures
 *
 * Paints every mark, back to front, and leaves @cr as it was.
 */
void
bw_paint_scene (const BwScene   *scene,
                const BwPalette *palette,
                const char      *font_family,
                cairo_t         *cr)
{
  const cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));
  g_autoptr(PangoLayout) layout = NULL;
  Brush brush = { .palette = palette, .family = font_family, .cr = cr };
  const BwMark *marks;
  gsize n_marks;

  cairo_save (cr);
  layout = make_layout (cr);
  brush.layout = layout;
  brush.snap = type != CAIRO_SURFACE_TYPE_SVG && type != CAIRO_SURFACE_TYPE_PDF;

  marks = bw_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    paint_mark (&brush, &marks[i]);

  cairo_restore (cr);
}
