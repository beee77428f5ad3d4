/* A drop-down with its name before it, whose entries are cut where there is no room. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/choice-list.h"

#include "widgets/choice-words.h"
#include "widgets/same-strings.h"
#include "widgets/short-name.h"

#define MOST_CHARS 30

/* Names of any length are cut where there is no room. */
static void
setup_item (GtkDropDown *list,
            GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_item (GtkDropDown *list,
           GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (label, text);
  gtk_label_set_ellipsize (label,
                           bw_is_short_name (text) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/* The list that unfolds is as narrow as its button, if its lines do not want more. */
static void
bind_line (GtkDropDown *list,
           GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  bind_item (list, item);
  bw_choice_words_name (item, gtk_label_get_label (label));
  gtk_label_set_width_chars (label, MIN (g_utf8_strlen (gtk_label_get_label (label), -1), MOST_CHARS));
}

/* Returns: (transfer full): of items that @bind fills in */
static GtkListItemFactory *
make_factory (GtkWidget *list,
              GCallback  bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_item), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, list, G_CONNECT_SWAPPED);

  return factory;
}

/**
 * bw_choice_list_new:
 * @box: what it is added to
 * @name: for people
 *
 * Returns: (transfer none): an empty one
 */
GtkDropDown *
bw_choice_list_new (GtkBox     *box,
                    const char *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);
  GtkWidget *button = gtk_widget_get_first_child (list);
  g_autoptr(GtkListItemFactory) chosen = make_factory (list, G_CALLBACK (bind_item));
  g_autoptr(GtkListItemFactory) lines = make_factory (list, G_CALLBACK (bind_line));

  gtk_drop_down_set_factory (GTK_DROP_DOWN (list), chosen);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (list), lines);
  gtk_widget_add_css_class (label, "dim-label");
  /* The button inside is what takes the focus, and has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, list);

  return GTK_DROP_DOWN (list);
}

/**
 * bw_choice_list_set:
 *
 * Offers @names. A list that says the same is left alone: it may be about to close.
 */
void
bw_choice_list_set (GtkDropDown   *list,
                    GtkStringList *names,
                    guint          selected)
{
  if (!bw_same_strings (gtk_drop_down_get_model (list), G_LIST_MODEL (names)))
    gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (list, selected);
}
