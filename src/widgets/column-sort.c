/* By which column a table is sorted, and which way round: what GTK 4.8 does not tell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asked to compare any two items, the view's sorter asks the sorter of the column that it is
 * sorted by, and turns the answer round where that column is sorted the other way. */

#include "widgets/column-sort.h"

#define ASKED "bw-asked"

/* Never sorts anything: it only notes that the column was asked. */
static int
note_asked (gconstpointer a,
            gconstpointer b,
            gpointer      column)
{
  g_object_set_data (column, ASKED, GINT_TO_POINTER (TRUE));

  return -1;
}

/**
 * bw_column_sort_offer:
 *
 * Lets people sort by @column with a click on its title.
 */
void
bw_column_sort_offer (GtkColumnViewColumn *column)
{
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_asked, column, NULL));

  gtk_column_view_column_set_sorter (column, sorter);
}

/**
 * bw_column_sort_read:
 * @descending: (out): whether the column is sorted the other way round
 *
 * Returns: (transfer none) (nullable): the column that @view is sorted by
 */
GtkColumnViewColumn *
bw_column_sort_read (GtkColumnView *view,
                     gboolean      *descending)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  const guint n = g_list_model_get_n_items (columns);
  g_autoptr(GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkColumnViewColumn *found = NULL;

  *descending =
    gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b) == GTK_ORDERING_LARGER;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_object_steal_data (G_OBJECT (column), ASKED) != NULL)
        found = column; /* the view holds it */
    }

  return found;
}
