/* A number with a title above and a caption below, as a card. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-fact.h"

#define CAPTION_LINES 3

struct _BwImportFact
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *caption;
};

typedef enum
{
  PROP_TITLE = 1,
} BwImportFactProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (BwImportFact, bw_import_fact, ADW_TYPE_BIN)

static void
bw_import_fact_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((BwImportFactProperty) property_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (BW_IMPORT_FACT (object)->title, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_import_fact_class_init (BwImportFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bw_import_fact_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL,
                         NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
bw_import_fact_init (BwImportFact *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "stat");
  self->title = add_label (GTK_BOX (box), "caption");
  self->value = add_label (GTK_BOX (box), "import-value");
  self->caption = add_label (GTK_BOX (box), "caption");
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_lines (self->caption, CAPTION_LINES);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  adw_bin_set_child (ADW_BIN (self), box);
}

void
bw_import_fact_show (BwImportFact *self,
                     const char   *value,
                     const char   *caption)
{
  g_return_if_fail (BW_IS_IMPORT_FACT (self));

  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), caption);
}
