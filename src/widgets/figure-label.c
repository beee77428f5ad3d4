/* A label for a number that changes while something is dragged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A GtkLabel asks for a new layout of the whole window with each text, which was a seventh of a
 * frame. This one asks only when the new text takes another place; digits are all of one width. */

#include "widgets/figure-label.h"

#define LEAST_CHARS 3 /* a cut text shows so many */

struct _BwFigureLabel
{
  GtkWidget parent_instance;

  char        *text;
  PangoLayout *layout;
  int          width_chars;
  gboolean     fixed;
  float        xalign;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_WIDTH_CHARS,
  PROP_FIXED,
  PROP_XALIGN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BwFigureLabel, bw_figure_label, GTK_TYPE_WIDGET)

/* What the whole text takes. */
static void
get_size (BwFigureLabel *self,
          int           *width,
          int           *height)
{
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, width, height);
}

static int
get_width_of_chars (BwFigureLabel *self,
                    int            n_chars)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                         pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (width * n_chars);
}

/* What is asked for: the text's room, or that of its number of characters. */
static void
get_asked (BwFigureLabel *self,
           int           *least,
           int           *width,
           int           *height)
{
  *least = get_width_of_chars (self, MAX (self->width_chars, LEAST_CHARS));
  get_size (self, width, height);
  if (self->fixed)
    *width = *least;
  else if (self->width_chars > 0)
    *width = MAX (*width, *least);
}

static void
bw_figure_label_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  BwFigureLabel *self = BW_FIGURE_LABEL (widget);
  int least, width, height;

  get_asked (self, &least, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = width;
      *minimum = MIN (least, width);
    }
  else
    {
      *minimum = *natural = height;
      *minimum_baseline = *natural_baseline =
        PANGO_PIXELS (pango_layout_get_baseline (self->layout));
    }
}

static void
bw_figure_label_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BwFigureLabel *self = BW_FIGURE_LABEL (widget);
  const int room = gtk_widget_get_width (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width, height;

  get_size (self, &width, &height);
  if (width > room)
    {
      pango_layout_set_width (self->layout, room * PANGO_SCALE);
      pango_layout_get_pixel_size (self->layout, &width, &height);
    }
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              (int) ((room - width) * (mirrored ? 1 - self->xalign : self->xalign)),
                              (gtk_widget_get_height (widget) - height) / 2, self->layout);
}

static void
bw_figure_label_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BwFigureLabel *self = BW_FIGURE_LABEL (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->text);
      break;

    case PROP_WIDTH_CHARS:
      g_value_set_int (value, self->width_chars);
      break;

    case PROP_FIXED:
      g_value_set_boolean (value, self->fixed);
      break;

    case PROP_XALIGN:
      g_value_set_float (value, self->xalign);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bw_figure_label_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BwFigureLabel *self = BW_FIGURE_LABEL (object);

  switch (id)
    {
    case PROP_LABEL:
      bw_figure_label_set_text (self, g_value_get_string (value));
      break;

    case PROP_WIDTH_CHARS:
      self->width_chars = g_value_get_int (value);
      break;

    case PROP_FIXED:
      self->fixed = g_value_get_boolean (value);
      break;

    case PROP_XALIGN:
      self->xalign = g_value_get_float (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bw_figure_label_finalize (GObject *object)
{
  BwFigureLabel *self = BW_FIGURE_LABEL (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (bw_figure_label_parent_class)->finalize (object);
}

static void
bw_figure_label_class_init (BwFigureLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_figure_label_get_property;
  object_class->set_property = bw_figure_label_set_property;
  object_class->finalize = bw_figure_label_finalize;
  widget_class->measure = bw_figure_label_measure;
  widget_class->snapshot = bw_figure_label_snapshot;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  /* So much room at least, in digits; 0 for what the text takes */
  properties[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 0, 1000, 0, flags);
  /* No more room than that is asked for, whatever the text */
  properties[PROP_FIXED] = g_param_spec_boolean ("fixed", NULL, NULL, FALSE, flags);
  properties[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
bw_figure_label_init (BwFigureLabel *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  self->text = g_strdup ("");
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

const char *
bw_figure_label_get_text (BwFigureLabel *self)
{
  g_return_val_if_fail (BW_IS_FIGURE_LABEL (self), NULL);

  return self->text;
}

/**
 * bw_figure_label_set_text:
 * @text: one line; what there is no room for is cut, with an ellipsis
 *
 * Returns: whether @text is another than before
 */
gboolean
bw_figure_label_set_text (BwFigureLabel *self,
                          const char    *text)
{
  int least, old_width, old_height, width, height;

  g_return_val_if_fail (BW_IS_FIGURE_LABEL (self), FALSE);

  if (g_str_equal (text, self->text))
    return FALSE;

  get_asked (self, &least, &old_width, &old_height);
  g_free (self->text);
  self->text = g_strdup (text);
  pango_layout_set_text (self->layout, text, -1);
  get_asked (self, &least, &width, &height);
  if (width != old_width || height != old_height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return TRUE;
}
