/* The titles over the columns of a table of slots. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/slot-titles.h"

#define COLUMN "bw-column" /* of whatever stands for a column */

/**
 * bw_slot_column_attach:
 * @object: what stands for @column in GTK
 */
void
bw_slot_column_attach (const BwSlotColumn *column,
                       gpointer            object)
{
  g_object_set_data (object, COLUMN, (gpointer) column);
}

/**
 * bw_slot_column_of:
 *
 * Returns: the column that @object stands for
 */
const BwSlotColumn *
bw_slot_column_of (gpointer object)
{
  return g_object_get_data (object, COLUMN);
}

/**
 * bw_slot_titles_align:
 *
 * Puts the titles of numbers over the numbers. GTK has no call for it; a header that is built in
 * another way stays as it is.
 */
void
bw_slot_titles_align (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (
                                                   GTK_WIDGET (view)));

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (bw_slot_column_of (column)->number && GTK_IS_BOX (box))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

/**
 * bw_slot_titles_show:
 *
 * Titles the columns as the data has them now; those that it has nothing for are not shown.
 */
void
bw_slot_titles_show (GtkColumnView *view,
                     BwWorkspace   *workspace)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *title = bw_slot_column_make_title (bw_slot_column_of (column), workspace);

      if (title != NULL && g_strcmp0 (gtk_column_view_column_get_title (column), title) != 0)
        gtk_column_view_column_set_title (column, title);
      gtk_column_view_column_set_visible (column, title != NULL);
    }
}
