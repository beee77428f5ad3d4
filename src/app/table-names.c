/* Names for a screen reader that GTK gives no call for: the parts and rows of a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/table-names.h"

#include <glib/gi18n-lib.h>

/**
 * bw_table_name:
 * @name: what is in the table
 *
 * Names the table, and the header and the list inside of it.
 */
void
bw_table_name (GtkColumnView *view,
               const char    *name)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (view));

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (header),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bw_table_name_row:
 * @list_item: a bound cell of the row
 * @name: what the row is called
 */
void
bw_table_name_row (GtkListItem *list_item,
                   const char  *name)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  GtkWidget *row = cell == NULL ? NULL : gtk_widget_get_parent (cell);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
