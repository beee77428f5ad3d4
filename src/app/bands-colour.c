/* The colour of a band, chosen from swatches. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button shows the swatch alone; its tip, its name and the list say what the colour is called. */

#include "app/bands-colour.h"

#include "chart/palette.h"
#include "widgets/style-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SIZE 16

/* What a band's colour may be, and what it is called. */
static const struct
{
  const char *id;
  const char *name;
} colours[] = {
  { "red", N_("Red") }, { "orange", N_("Orange") }, { "amber", N_("Amber") },
  { "green", N_("Green") }, { "blue", N_("Blue") }, { "grey", N_("Grey") },
};

static const char *
name_of (guint colour)
{
  return g_dgettext (GETTEXT_PACKAGE, colours[MIN (colour, G_N_ELEMENTS (colours) - 1)].name);
}

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  const guint colour = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "colour"));
  const double x = floor ((width - SIZE) / 2.0), y = floor ((height - SIZE) / 2.0), round = 4;
  GdkRGBA rgba;

  bw_style_ink (bw_ink_of_colour (colours[MIN (colour, G_N_ELEMENTS (colours) - 1)].id), &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_arc (cr, x + SIZE - round, y + round, round, -G_PI / 2, 0);
  cairo_arc (cr, x + SIZE - round, y + SIZE - round, round, 0, G_PI / 2);
  cairo_arc (cr, x + round, y + SIZE - round, round, G_PI / 2, G_PI);
  cairo_arc (cr, x + round, y + round, round, G_PI, 1.5 * G_PI);
  cairo_fill (cr);
}

static GtkWidget *
make_swatch (void)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, NULL, NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  bw_style_redraw_on_change (area);

  return area;
}

static void
show_swatch (GtkWidget *swatch,
             guint      colour)
{
  g_object_set_data (G_OBJECT (swatch), "colour", GUINT_TO_POINTER (colour));
  gtk_widget_queue_draw (swatch);
}

static void
set_up_button (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, make_swatch ());
}

static void
bind_button (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  show_swatch (gtk_list_item_get_child (item), gtk_list_item_get_position (item));
}

static void
set_up_line (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), make_swatch ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_line (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const guint colour = gtk_list_item_get_position (item);

  show_swatch (gtk_widget_get_first_child (box), colour);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), name_of (colour));
}

static GtkListItemFactory *
make_factory (GCallback set_up,
              GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", bind, NULL);

  return factory;
}

/**
 * bw_bands_colour_new:
 *
 * Returns: a drop-down of swatches; "notify::selected" tells that another was chosen
 */
GtkWidget *
bw_bands_colour_new (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *colour;
  g_autoptr(GtkListItemFactory) button = make_factory (G_CALLBACK (set_up_button),
                                                       G_CALLBACK (bind_button));
  g_autoptr(GtkListItemFactory) lines = make_factory (G_CALLBACK (set_up_line),
                                                      G_CALLBACK (bind_line));

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    gtk_string_list_append (names, name_of (i));
  colour = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (colour), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (colour), lines);
  gtk_widget_set_valign (colour, GTK_ALIGN_CENTER);

  return colour;
}

/**
 * bw_bands_colour_get:
 *
 * Returns: the id of the chosen colour
 */
const char *
bw_bands_colour_get (GtkDropDown *colour)
{
  return colours[MIN (gtk_drop_down_get_selected (colour), G_N_ELEMENTS (colours) - 1)].id;
}

/**
 * bw_bands_colour_set:
 * @id: of a colour
 * @band: whose colour it is
 */
void
bw_bands_colour_set (GtkDropDown *colour,
                     const char  *id,
                     const char  *band)
{
  g_autofree char *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      if (g_str_equal (colours[i].id, id) && gtk_drop_down_get_selected (colour) != i)
        gtk_drop_down_set_selected (colour, i);
    }

  /* TRANSLATORS: the name of a field: a band, and its colour */
  label = g_strdup_printf (_("Colour of %s: %s"), band,
                           name_of (gtk_drop_down_get_selected (colour)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (colour), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (colour), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
