/* Lists to choose from that show their words in full where there is room, and have a name each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit cuts words after twenty letters, however wide a row is, and names no item of a list. */

#include "widgets/choice-words.h"

#define WIDEST 50 /* letters of a line of a list */

static GtkWidget *
make_label (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);

  return label;
}

static const char *
get_words (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

static void
setup_chosen (AdwComboRow *row,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, make_label (1));
}

static void
bind_chosen (AdwComboRow *row,
             GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), get_words (item));
}

/* Words, and the mark of what is chosen. */
static void
setup_line (GtkWidget   *owner,
            GtkListItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (0);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_list_item_set_child (item, line);
}

static void
show_mark (GtkListItem *item,
           GParamSpec  *pspec,
           GtkWidget   *owner)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  guint selected;

  g_object_get (owner, "selected", &selected, NULL);
  gtk_widget_set_opacity (mark, gtk_list_item_get_position (item) == selected);
}

static void
bind_line (GtkWidget   *owner,
           GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item)));

  gtk_label_set_label (label, get_words (item));
  if (GTK_IS_DROP_DOWN (owner)) /* else its list is as narrow as its button */
    gtk_label_set_width_chars (label, (int) MIN (g_utf8_strlen (get_words (item), -1), WIDEST));
  bw_choice_words_name (item, get_words (item));
  show_mark (item, NULL, owner);
  g_signal_connect_object (owner, "notify::selected", G_CALLBACK (show_mark), item,
                           G_CONNECT_SWAPPED);
}

static void
unbind_line (GtkWidget   *owner,
             GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (owner, item);
}

/* Returns: (transfer full): of the lines of the list that @owner unfolds */
static GtkListItemFactory *
make_lines (gpointer owner)
{
  GtkListItemFactory *lines = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (lines, "setup", G_CALLBACK (setup_line), owner, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "bind", G_CALLBACK (bind_line), owner, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "unbind", G_CALLBACK (unbind_line), owner, G_CONNECT_SWAPPED);

  return lines;
}

/**
 * bw_choice_words_name:
 * @item: of a list, with its child
 * @name: what a screen reader says
 */
void
bw_choice_words_name (GtkListItem *item,
                      const char  *name)
{
  GtkWidget *line = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bw_choice_words_show_in_row:
 * @row: whose choices are a #GtkStringList
 */
void
bw_choice_words_show_in_row (AdwComboRow *row)
{
  g_autoptr(GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) lines = make_lines (row);

  g_signal_connect_object (chosen, "setup", G_CALLBACK (setup_chosen), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (chosen, "bind", G_CALLBACK (bind_chosen), row, G_CONNECT_SWAPPED);
  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, lines);
}

/**
 * bw_choice_words_show_in_list:
 * @list: whose choices are a #GtkStringList
 * @name: what is chosen, for a screen reader
 */
void
bw_choice_words_show_in_list (GtkDropDown *list,
                              const char  *name)
{
  /* The button inside is what takes the focus, and has no name of its own. */
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (list));
  g_autoptr(GtkListItemFactory) lines = make_lines (list);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_drop_down_set_list_factory (list, lines);
}
