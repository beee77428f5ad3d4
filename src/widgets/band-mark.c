/* The sign of a band: its colour and, for those who do not see it, its shape. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lowest band points down, the highest up, those between are round, "Not enough data" is a
 * ring. The band's name is the widget's name to a screen reader. */

#include "widgets/band-mark.h"

#include "score/results.h"
#include "widgets/style-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SIZE 10

typedef enum
{
  SHAPE_DOWN,
  SHAPE_ROUND,
  SHAPE_UP,
  SHAPE_RING,
} Shape;

struct _BwBandMark
{
  GtkWidget parent_instance;

  BwInk ink;
  Shape shape;
};

G_DEFINE_FINAL_TYPE (BwBandMark, bw_band_mark, GTK_TYPE_WIDGET)

static void
bw_band_mark_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = SIZE;
  *natural = SIZE;
}

static void
trace_shape (cairo_t *cr,
             Shape    shape)
{
  const double middle = SIZE / 2.0;

  if (shape == SHAPE_ROUND || shape == SHAPE_RING)
    {
      cairo_arc (cr, middle, middle, middle - (shape == SHAPE_RING ? 1.5 : 0.5), 0, 2 * G_PI);
      return;
    }

  cairo_move_to (cr, 0, shape == SHAPE_DOWN ? 1 : SIZE - 1);
  cairo_line_to (cr, SIZE, shape == SHAPE_DOWN ? 1 : SIZE - 1);
  cairo_line_to (cr, middle, shape == SHAPE_DOWN ? SIZE - 1 : 1);
  cairo_close_path (cr);
}

static void
bw_band_mark_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  BwBandMark *self = BW_BAND_MARK (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  GdkRGBA colour;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  bw_style_ink (self->ink, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_translate (cr, floor ((width - SIZE) / 2.0), floor ((height - SIZE) / 2.0));
  trace_shape (cr, self->shape);
  if (self->shape == SHAPE_RING)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_destroy (cr);
}

static void
bw_band_mark_class_init (BwBandMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bw_band_mark_measure;
  widget_class->snapshot = bw_band_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "bandmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bw_band_mark_init (BwBandMark *self)
{
  self->ink = BW_INK_NEUTRAL;
  self->shape = SHAPE_RING;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bw_style_redraw_on_change (GTK_WIDGET (self));
}

GtkWidget *
bw_band_mark_new (void)
{
  return g_object_new (BW_TYPE_BAND_MARK, NULL);
}

/**
 * bw_band_mark_set_band:
 * @band: of @model, or %BW_NO_BAND
 */
void
bw_band_mark_set_band (BwBandMark    *self,
                       const BwModel *model,
                       guint          band)
{
  const char *name = _("Not enough data");

  g_return_if_fail (BW_IS_BAND_MARK (self));

  self->ink = BW_INK_NEUTRAL;
  self->shape = SHAPE_RING;
  if (band < bw_model_get_n_bands (model))
    {
      const BwBand *row = bw_model_get_band (model, band);

      name = row->name;
      self->ink = bw_ink_of_colour (row->colour);
      self->shape = band == 0 ? SHAPE_DOWN :
                    band + 1 == bw_model_get_n_bands (model) ? SHAPE_UP : SHAPE_ROUND;
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
