/* An exported picture as it will be, scaled to the place there is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It paints the scene that the file is painted from. A transparent picture stands on squares, as
 * drawing programs show it. */

#include "app/picture-preview.h"

#include "chart/paint.h"

#include <math.h>

#define SQUARE 8

struct _BwPicturePreview
{
  GtkWidget parent_instance;

  BwScene         *scene;
  const BwPalette *palette;
  gboolean         transparent;
};

G_DEFINE_FINAL_TYPE (BwPicturePreview, bw_picture_preview, GTK_TYPE_WIDGET)

static void
bw_picture_preview_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 360;
}

static void
paint_squares (cairo_t *cr,
               double   width,
               double   height,
               gboolean dark)
{
  const double ground = dark ? 0.2 : 1.0, other = dark ? 0.28 : 0.88;

  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, other, other, other);
  for (int row = 0; row * SQUARE < height; row++)
    for (int column = row % 2; column * SQUARE < width; column += 2)
      cairo_rectangle (cr, column * SQUARE, row * SQUARE, SQUARE, SQUARE);
  cairo_fill (cr);
}

static void
bw_picture_preview_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  BwPicturePreview *self = BW_PICTURE_PREVIEW (widget);
  double scale, width, height;
  g_autoptr(cairo_t) cr = NULL;
  GskRoundedRect border;
  GdkRGBA colour;

  if (self->scene == NULL)
    return;

  scale = MIN (gtk_widget_get_width (widget) / bw_scene_get_width (self->scene),
               gtk_widget_get_height (widget) / bw_scene_get_height (self->scene));
  width = bw_scene_get_width (self->scene) * scale;
  height = bw_scene_get_height (self->scene) * scale;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (floor ((gtk_widget_get_width (widget) - width) / 2),
                                                floor ((gtk_widget_get_height (widget) - height) /
                                                       2)));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (self->transparent)
    paint_squares (cr, width, height, g_str_equal (self->palette->id, "dark"));
  cairo_scale (cr, scale, scale);
  bw_paint_scene (self->scene, self->palette, NULL, cr);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gsk_rounded_rect_init_from_rect (&border, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_border (snapshot, &border, (float[]) { 1, 1, 1, 1 },
                              (GdkRGBA[]) { colour, colour, colour, colour });
  gtk_snapshot_restore (snapshot);
}

static void
bw_picture_preview_dispose (GObject *object)
{
  g_clear_pointer (&BW_PICTURE_PREVIEW (object)->scene, bw_scene_free);

  G_OBJECT_CLASS (bw_picture_preview_parent_class)->dispose (object);
}

static void
bw_picture_preview_class_init (BwPicturePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_picture_preview_dispose;
  widget_class->measure = bw_picture_preview_measure;
  widget_class->snapshot = bw_picture_preview_snapshot;
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bw_picture_preview_init (BwPicturePreview *self)
{
}

/**
 * bw_picture_preview_show:
 * @picture: borrowed for the call
 */
void
bw_picture_preview_show (BwPicturePreview *self,
                         const BwPicture  *picture,
                         const BwView     *view)
{
  g_return_if_fail (BW_IS_PICTURE_PREVIEW (self));

  g_clear_pointer (&self->scene, bw_scene_free);
  self->scene = bw_picture_layout (picture, view);
  self->palette = picture->palette;
  self->transparent = picture->transparent;
  if (bw_scene_get_description (self->scene) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    bw_scene_get_description (self->scene), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
