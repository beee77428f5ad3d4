/* A band, and a grade with it, as a small label in the band's colour: ▼ At risk · E. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/band-label.h"

#include "chart/words.h"
#include "widgets/band-mark.h"
#include "widgets/style-palette.h"

#define PADDING 9

struct _BwBandLabel
{
  GtkWidget parent_instance;

  BwInk       ink;
  BwBandMark *mark;
  GtkLabel   *label;
};

G_DEFINE_FINAL_TYPE (BwBandLabel, bw_band_label, GTK_TYPE_WIDGET)

/* The words in the band's ink for words, which the style decides. */
static void
colour_words (BwBandLabel *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA colour;

  bw_style_ink (bw_ink_text (self->ink), &colour);
  pango_attr_list_insert (attributes,
                          pango_attr_foreground_new (colour.red * G_MAXUINT16,
                                                     colour.green * G_MAXUINT16,
                                                     colour.blue * G_MAXUINT16));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes (self->label, attributes);
}

static void
bw_band_label_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BwBandLabel *self = BW_BAND_LABEL (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                     gtk_widget_get_height (widget));
  GskRoundedRect shape;
  GdkRGBA colour;

  bw_style_ink (bw_ink_tint (self->ink), &colour);
  gsk_rounded_rect_init_from_rect (&shape, &bounds, bounds.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);

  GTK_WIDGET_CLASS (bw_band_label_parent_class)->snapshot (widget, snapshot);
}

static void
bw_band_label_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bw_band_label_parent_class)->css_changed (widget, change);

  colour_words (BW_BAND_LABEL (widget));
}

static void
bw_band_label_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bw_band_label_parent_class)->dispose (object);
}

static void
bw_band_label_class_init (BwBandLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_band_label_dispose;
  widget_class->snapshot = bw_band_label_snapshot;
  widget_class->css_changed = bw_band_label_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bandlabel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bw_band_label_init (BwBandLabel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  self->ink = BW_INK_NEUTRAL;
  self->mark = BW_BAND_MARK (bw_band_mark_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_set_margin_start (GTK_WIDGET (self->mark), PADDING);
  gtk_widget_set_margin_end (GTK_WIDGET (self->label), PADDING);
  gtk_widget_set_parent (GTK_WIDGET (self->mark), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  bw_style_redraw_on_change (GTK_WIDGET (self));
}

GtkWidget *
bw_band_label_new (void)
{
  return g_object_new (BW_TYPE_BAND_LABEL, NULL);
}

/**
 * bw_band_label_set_band:
 * @band: of @model, or %BW_NO_BAND
 * @text: what the label says: the band's name and more
 */
void
bw_band_label_set_band (BwBandLabel   *self,
                        const BwModel *model,
                        guint          band,
                        const char    *text)
{
  g_return_if_fail (BW_IS_BAND_LABEL (self));

  self->ink = bw_words_band_ink (model, band);
  bw_band_mark_set_band (self->mark, model, band);
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  colour_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
