/* A short text that reads from below to above: the heading of a narrow column. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An ordinary label inside is turned as a whole, so that style and screen reader see a label. */

#include "widgets/upright-label.h"

#define MOST_CHARS 18

struct _BwUprightLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (BwUprightLabel, bw_upright_label, GTK_TYPE_WIDGET)

/* What is wide to the label is high to the one who reads it, and is not to be cut. */
static void
bw_upright_label_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  BwUprightLabel *self = BW_UPRIGHT_LABEL (widget);
  const gboolean along = orientation == GTK_ORIENTATION_VERTICAL;

  gtk_widget_measure (self->label, along ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
                      -1, minimum, natural, NULL, NULL);
  if (along)
    *minimum = *natural;
}

static void
bw_upright_label_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  BwUprightLabel *self = BW_UPRIGHT_LABEL (widget);
  GskTransform *turned = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, height));

  gtk_widget_allocate (self->label, height, width, -1, gsk_transform_rotate (turned, -90));
}

static void
bw_upright_label_dispose (GObject *object)
{
  g_clear_pointer (&BW_UPRIGHT_LABEL (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (bw_upright_label_parent_class)->dispose (object);
}

static void
bw_upright_label_class_init (BwUprightLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_upright_label_dispose;
  widget_class->measure = bw_upright_label_measure;
  widget_class->size_allocate = bw_upright_label_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "uprightlabel");
}

static void
bw_upright_label_init (BwUprightLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MOST_CHARS);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
bw_upright_label_new (const char *text)
{
  BwUprightLabel *self = g_object_new (BW_TYPE_UPRIGHT_LABEL, NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);

  return GTK_WIDGET (self);
}
