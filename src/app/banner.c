/* A line across the window that stays until what it says is no longer so, with one thing to do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/banner.h"

struct _BwBanner
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkWidget   *box;
  GtkImage    *image;
  GtkLabel    *title;
  GtkLabel    *text;
  GtkButton   *button;
};

typedef enum
{
  PROP_BUTTON = 1,
  PROP_ACTION,
  PROP_ICON,
  PROP_GRAVE,
} BwBannerProperty;

static GParamSpec *properties[PROP_GRAVE + 1];

G_DEFINE_FINAL_TYPE (BwBanner, bw_banner, ADW_TYPE_BIN)

/* Nothing of a banner that is away can be reached by Tab or is read out. */
static void
on_revealed (BwBanner *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer) &&
      !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
}

static void
set_grave (BwBanner *self,
           gboolean  grave)
{
  if (grave)
    gtk_widget_add_css_class (self->box, "grave");
  else
    gtk_widget_remove_css_class (self->box, "grave");
}

static void
bw_banner_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BwBanner *self = BW_BANNER (object);

  switch ((BwBannerProperty) property_id)
    {
    case PROP_BUTTON:
      gtk_button_set_label (self->button, g_value_get_string (value));
      break;
    case PROP_ACTION:
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button),
                                               g_value_get_string (value));
      break;
    case PROP_ICON:
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;
    case PROP_GRAVE:
      set_grave (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_banner_class_init (BwBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    BwBannerProperty property;
    const char      *name;
  } rows[] = { { PROP_BUTTON, "button" }, { PROP_ACTION, "action" }, { PROP_ICON, "icon" } };

  G_OBJECT_CLASS (klass)->set_property = bw_banner_set_property;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    properties[rows[i].property] =
      g_param_spec_string (rows[i].name, NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_GRAVE] = g_param_spec_boolean ("grave", NULL, NULL, FALSE,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/banner.ui");
  gtk_widget_class_bind_template_child (widget_class, BwBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, BwBanner, box);
  gtk_widget_class_bind_template_child (widget_class, BwBanner, image);
  gtk_widget_class_bind_template_child (widget_class, BwBanner, title);
  gtk_widget_class_bind_template_child (widget_class, BwBanner, text);
  gtk_widget_class_bind_template_child (widget_class, BwBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
}

static void
bw_banner_init (BwBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
}

/**
 * bw_banner_show:
 * @title: what is the matter, in a few words
 * @text: (nullable): why, and what to do; the banner goes where it is %NULL
 */
void
bw_banner_show (BwBanner   *self,
                const char *title,
                const char *text)
{
  g_return_if_fail (BW_IS_BANNER (self));

  if (text != NULL)
    {
      gtk_label_set_label (self->title, title);
      gtk_label_set_label (self->text, text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), text);
      gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
    }
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
  on_revealed (self);
}
