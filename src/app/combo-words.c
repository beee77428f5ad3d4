/* A row with choices that shows them in full where there is room. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit cuts words after twenty letters, however wide the row is. */

#include "app/combo-words.h"

static GtkWidget *
make_label (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);

  return label;
}

static void
show_words (GtkWidget   *label,
            GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (label),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
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
  show_words (gtk_list_item_get_child (item), item);
}

/* Words, and the mark of what is chosen. */
static void
setup_line (AdwComboRow *row,
            GtkListItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (0);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_list_item_set_child (item, line);
}

static void
show_mark (GtkListItem *item,
           GParamSpec  *pspec,
           AdwComboRow *row)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (mark, gtk_list_item_get_position (item) ==
                          adw_combo_row_get_selected (row));
}

static void
bind_line (AdwComboRow *row,
           GtkListItem *item)
{
  show_words (gtk_widget_get_first_child (gtk_list_item_get_child (item)), item);
  show_mark (item, NULL, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (show_mark), item, G_CONNECT_SWAPPED);
}

static void
unbind_line (AdwComboRow *row,
             GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (row, item);
}

/**
 * bw_combo_words_show_whole:
 * @row: whose choices are a #GtkStringList
 */
void
bw_combo_words_show_whole (AdwComboRow *row)
{
  g_autoptr(GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) lines = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (chosen, "setup", G_CALLBACK (setup_chosen), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (chosen, "bind", G_CALLBACK (bind_chosen), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "setup", G_CALLBACK (setup_line), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "bind", G_CALLBACK (bind_line), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "unbind", G_CALLBACK (unbind_line), row, G_CONNECT_SWAPPED);
  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, lines);
}
