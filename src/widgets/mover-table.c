/* The table of those who stand in another band: any number of them, sorted by a click. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As in the table of customers rows are slots; after a change the cells in view are filled at once,
 * the others when they come into view. */

#include "widgets/mover-table.h"

#include "widgets/column-sort.h"
#include "widgets/customer-cells.h"
#include "widgets/mover-cell.h"

#include <glib/gi18n-lib.h>

struct _BwMoverTable
{
  AdwBin parent_instance;

  GtkScrolledWindow *window;
  GtkColumnView     *view;
  GtkNoSelection    *selection;
  GPtrArray         *cells; /* of BwMoverCell, borrowed: all there are */
  BwMoverList       *list;
  BwPanel           *panel; /* that the titles are of; borrowed, never read */
};

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwMoverTable, bw_mover_table, ADW_TYPE_BIN)

static void
forget_cell (gpointer cells,
             GObject *cell)
{
  g_ptr_array_remove_fast (cells, cell);
  g_ptr_array_unref (cells);
}

static const BwMoverColumn *
column_of (gpointer object)
{
  return g_object_get_data (object, "bw-column");
}

static void
fill_cells (BwMoverTable *self)
{
  guint first, last;

  if (self->list == NULL)
    return;

  bw_rows_find_view (gtk_scrolled_window_get_vadjustment (self->window),
                     g_list_model_get_n_items (G_LIST_MODEL (self->list)), &first, &last);
  for (guint i = 0; i < self->cells->len; i++)
    {
      BwMoverCell *cell = g_ptr_array_index (self->cells, i);
      const guint position = bw_mover_cell_get_position (cell);

      if (position != BW_NONE && position >= first && position <= last &&
          bw_mover_cell_get_stale (cell))
        bw_mover_cell_fill (cell, self->list);
    }
}

/* Columns that this data has nothing for are not shown. */
static void
update_columns (BwMoverTable *self)
{
  BwPanel *panel = bw_workspace_get_panel (
    bw_comparing_get_workspace (bw_mover_list_get_comparing (self->list)));
  GListModel *columns = gtk_column_view_get_columns (self->view);

  if (panel == self->panel || panel == NULL)
    return;

  self->panel = panel;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *title = bw_mover_column_make_title (column_of (column), panel);

      if (title != NULL)
        gtk_column_view_column_set_title (column, title);
      gtk_column_view_column_set_visible (column, title != NULL);
    }
}

static void
on_refresh (BwMoverTable *self)
{
  update_columns (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (bw_mover_cell_get_position (g_ptr_array_index (self->cells, i)) != BW_NONE)
        bw_mover_cell_set_stale (g_ptr_array_index (self->cells, i));
    }
  fill_cells (self);
}

static void
on_setup (BwMoverTable             *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *cell = bw_mover_cell_new (column_of (factory));

  g_ptr_array_add (self->cells, cell);
  g_object_weak_ref (G_OBJECT (cell), forget_cell, g_ptr_array_ref (self->cells));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (BwMoverTable             *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  BwMoverCell *cell = BW_MOVER_CELL (gtk_list_item_get_child (item));

  bw_mover_cell_set_position (cell, bw_customer_slot_get_position (gtk_list_item_get_item (item)));
  bw_mover_cell_fill (cell, self->list);
}

static void
on_unbind (BwMoverTable             *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL)
    bw_mover_cell_set_position (BW_MOVER_CELL (cell), BW_NONE);
}

static void
on_sorted (BwMoverTable *self)
{
  gboolean descending;
  GtkColumnViewColumn *column = bw_column_sort_read (self->view, &descending);

  if (self->list == NULL)
    return;

  if (column == NULL)
    bw_mover_list_set_order (self->list, BW_MOVERS_BY_MONEY, TRUE);
  else
    bw_mover_list_set_order (self->list, column_of (column)->order, descending);
}

static void
on_activated (BwMoverTable *self,
              guint         position)
{
  const guint customer = bw_mover_list_get_customer (self->list, position);

  if (customer != BW_NONE)
    g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0, customer);
}

static void
add_column (BwMoverTable        *self,
            const BwMoverColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) added = gtk_column_view_column_new (NULL, factory);

  g_object_set_data (G_OBJECT (factory), "bw-column", (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);

  g_object_set_data (G_OBJECT (added), "bw-column", (gpointer) column);
  gtk_column_view_column_set_expand (added, column->expands);
  gtk_column_view_column_set_resizable (added, TRUE);
  bw_column_sort_offer (added);
  gtk_column_view_append_column (self->view, added);
}

/* Puts the titles of numbers over the numbers. GTK has no call for it; a header that is built in
 * another way stays as it is. */
static void
align_titles (BwMoverTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (
                                                   GTK_WIDGET (self->view)));

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (column_of (column)->number && GTK_IS_BOX (box))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

/* Header and list inside of a column view have no names of their own. */
static void
name_parts (BwMoverTable *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers that move"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers that move"), -1);
}

static void
bw_mover_table_dispose (GObject *object)
{
  BwMoverTable *self = BW_MOVER_TABLE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_mover_table_parent_class)->dispose (object);
}

static void
bw_mover_table_class_init (BwMoverTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_mover_table_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "movertable");

  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_MOVER_TABLE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bw_mover_table_init (BwMoverTable *self)
{
  gsize n_columns;
  const BwMoverColumn *columns = bw_mover_columns (&n_columns);
  GtkAdjustment *scrolled;

  self->cells = g_ptr_array_new ();
  self->selection = gtk_no_selection_new (NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  for (gsize i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  align_titles (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  name_parts (self);

  self->window = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->window, GTK_WIDGET (self->view));
  scrolled = gtk_scrolled_window_get_vadjustment (self->window);
  g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (fill_cells), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (fill_cells), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->window));
}

/**
 * bw_mover_table_set_list:
 *
 * Shows @list, once and for all.
 */
void
bw_mover_table_set_list (BwMoverTable *self,
                         BwMoverList  *list)
{
  g_return_if_fail (BW_IS_MOVER_TABLE (self));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "refresh", G_CALLBACK (on_refresh), self, G_CONNECT_SWAPPED);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (list));
  on_refresh (self);
}
