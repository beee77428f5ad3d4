/* One row of a list to choose from: its mark, what it is, and a note. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/choice-row.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_mark (gboolean chosen)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "bw-check-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_opacity (mark, chosen ? 1 : 0);

  return mark;
}

static void
name_row (GtkWidget      *row,
          const BwChoice *choice)
{
  /* TRANSLATORS: one of a list: what it is called, and its type or how many have it */
  g_autofree char *name = choice->note == NULL ? g_strdup (choice->title) :
                          g_strdup_printf (_("%s, %s"), choice->title, choice->note);
  /* TRANSLATORS: one of a list that is chosen */
  g_autofree char *marked = choice->chosen ? g_strdup_printf (_("%s, chosen"), name) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  marked != NULL ? marked : name, -1);
}

/**
 * bw_choice_row_new:
 * @choice: borrowed for as long as the row is in a list
 * @several: whether each choice has a mark of its own
 */
GtkWidget *
bw_choice_row_new (BwChoice *choice,
                   gboolean  several)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (choice->title);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 36);
  gtk_widget_set_hexpand (title, TRUE);
  if (several || choice->chosen)
    gtk_box_append (GTK_BOX (box), make_mark (choice->chosen));
  gtk_box_append (GTK_BOX (box), title);
  if (choice->note != NULL)
    {
      GtkWidget *note = gtk_label_new (choice->note);

      gtk_widget_add_css_class (note, "dim-label");
      gtk_widget_add_css_class (note, "caption");
      gtk_widget_add_css_class (note, "numeric");
      gtk_box_append (GTK_BOX (box), note);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "choice", choice);
  name_row (row, choice);

  return row;
}

/**
 * bw_choice_row_turn:
 *
 * Turns the mark of a choice, and says so.
 */
void
bw_choice_row_turn (GtkListBoxRow *row,
                    BwChoice      *choice)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);

  choice->chosen = !choice->chosen;
  gtk_widget_set_opacity (gtk_widget_get_first_child (box), choice->chosen ? 1 : 0);
  name_row (GTK_WIDGET (row), choice);
}
