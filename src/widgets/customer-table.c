/* The table of customers: any number of them, sorted by a click, one of them chosen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are slots: "row p of the present order". After a change of the order no row is another,
* only what it shows; cells in view are filled at once, the others when they come into view. */

#include "widgets/customer-table.h"

#include "widgets/column-sort.h"
#include "widgets/customer-cells.h"
#include "widgets/customer-columns.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>

struct _BwCustomerTable
{
  BwLive parent_instance;

  GtkScrolledWindow  *window;
  GtkColumnView      *view;
  GtkSingleSelection *selection;
  GPtrArray          *cells; /* of BwCustomerCell, borrowed: all there are */

  BwCustomerList *list;
  gboolean        choosing;  /* the selection is moved by the program */
  guint           scroll_id; /* waits to bring the chosen row into view */
};

enum
{
  ACTIVATED,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwCustomerTable, bw_customer_table, BW_TYPE_LIVE)

static void
fill_cells (BwCustomerTable *self,
            gboolean         all)
{
  if (self->list != NULL)
    bw_customer_cells_fill (self->cells, self->list, bw_live_get_workspace (BW_LIVE (self)),
                            gtk_scrolled_window_get_vadjustment (self->window), all);
}

static void
fill_stale_cells (BwCustomerTable *self)
{
  fill_cells (self, FALSE);
}

static gboolean
scroll_to_chosen (gpointer user_data)
{
  BwCustomerTable *self = user_data;
  const guint position = gtk_single_selection_get_selected (self->selection);

  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                                "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

/* Chooses the row of the workspace's customer, wherever it stands now. */
static void
follow_customer (BwCustomerTable *self,
                 gboolean         scroll)
{
  const guint customer = bw_workspace_get_customer (bw_live_get_workspace (BW_LIVE (self)));
  const guint position = bw_customer_list_find (self->list, customer);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  self->choosing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->choosing = FALSE;
  if (scroll && self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_to_chosen, self); /* the rows need their place first */
}

static void
on_list_refreshed (BwCustomerTable *self)
{
  if (bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) == NULL)
    return;

  fill_cells (self, TRUE);
  follow_customer (self, FALSE);
}

static void
on_counted (BwCustomerTable *self)
{
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
on_selected (BwCustomerTable *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  if (self->choosing || self->list == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  bw_workspace_set_customer (bw_live_get_workspace (BW_LIVE (self)),
                             bw_customer_list_get_customer (self->list, position));
}

static void
on_activated (BwCustomerTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static const BwCustomerColumn *
column_of (gpointer object)
{
  return g_object_get_data (object, "bw-column");
}

static void
on_setup (BwCustomerTable          *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *cell = bw_customer_cell_new (column_of (factory));

  bw_customer_cells_add (self->cells, BW_CUSTOMER_CELL (cell));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (BwCustomerTable          *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  BwCustomerCell *cell = BW_CUSTOMER_CELL (gtk_list_item_get_child (item));

  bw_customer_cell_set_position (cell, bw_customer_slot_get_position (gtk_list_item_get_item (item)));
  bw_customer_cells_fill_one (cell, self->list, bw_live_get_workspace (BW_LIVE (self)));
}

static void
on_unbind (BwCustomerTable          *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL)
    bw_customer_cell_set_position (BW_CUSTOMER_CELL (cell), BW_NONE);
}

static void
on_sorted (BwCustomerTable *self)
{
  gboolean descending;
  GtkColumnViewColumn *column = bw_column_sort_read (self->view, &descending);

  if (self->list == NULL)
    return;

  if (column == NULL)
    bw_customer_list_set_order (self->list, BW_ORDER_NAME, FALSE);
  else
    bw_customer_list_set_order (self->list, column_of (column)->order, descending);
}

static void
add_column (BwCustomerTable        *self,
            const BwCustomerColumn *column)
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
  if (column->order == BW_ORDER_SCORE)
    gtk_column_view_sort_by_column (self->view, added, GTK_SORT_ASCENDING);
}

/* Puts the titles of numbers over the numbers. GTK has no call for it; a header that is built in
 * another way stays as it is. */
static void
align_titles (BwCustomerTable *self)
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

static void
update_columns (BwCustomerTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *title =
        bw_customer_column_make_title (column_of (column), bw_live_get_workspace (BW_LIVE (self)));

      if (title != NULL && g_strcmp0 (gtk_column_view_column_get_title (column), title) != 0)
        gtk_column_view_column_set_title (column, title);
      gtk_column_view_column_set_visible (column, title != NULL);
    }
}

static void
open_list (BwCustomerTable *self)
{
  self->list = bw_customer_list_new (bw_live_get_workspace (BW_LIVE (self)));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_counted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refresh", G_CALLBACK (on_list_refreshed), self,
                           G_CONNECT_SWAPPED);
  on_sorted (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (bw_shown_of (bw_live_get_workspace (BW_LIVE (self))), "notify::choice",
                           G_CALLBACK (on_list_refreshed), self, G_CONNECT_SWAPPED);
  on_counted (self);
}

static void
bw_customer_table_refresh (BwLive  *live,
                           BwChange changes)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (live);

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    update_columns (self);
  if (self->list == NULL)
    open_list (self);
  if (changes & BW_CHANGE_CUSTOMER)
    follow_customer (self, TRUE);
}

static void
bw_customer_table_map (GtkWidget *widget)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (widget);

  if (self->list != NULL)
    bw_customer_list_set_active (self->list, TRUE);

  GTK_WIDGET_CLASS (bw_customer_table_parent_class)->map (widget);
}

static void
bw_customer_table_unmap (GtkWidget *widget)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (widget);

  GTK_WIDGET_CLASS (bw_customer_table_parent_class)->unmap (widget);

  if (self->list != NULL)
    bw_customer_list_set_active (self->list, FALSE);
}

static void
bw_customer_table_dispose (GObject *object)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_customer_table_parent_class)->dispose (object);
}

static void
bw_customer_table_class_init (BwCustomerTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_customer_table_dispose;
  widget_class->map = bw_customer_table_map;
  widget_class->unmap = bw_customer_table_unmap;
  BW_LIVE_CLASS (klass)->refresh = bw_customer_table_refresh;
  gtk_widget_class_set_css_name (widget_class, "customertable");

  signals[ACTIVATED] = g_signal_new ("activated", BW_TYPE_CUSTOMER_TABLE, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", BW_TYPE_CUSTOMER_TABLE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Header and list inside of a column view have no names of their own. */
static void
name_parts (BwCustomerTable *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers"), -1);
}

static void
bw_customer_table_init (BwCustomerTable *self)
{
  gsize n_columns;
  const BwCustomerColumn *columns = bw_customer_columns (&n_columns);
  GtkAdjustment *scrolled;

  self->cells = g_ptr_array_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

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
  g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (fill_stale_cells), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (fill_stale_cells), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->window));
}

/**
 * bw_customer_table_get_list:
 *
 * Returns: (transfer none) (nullable): who is listed, %NULL before the table was first shown
 */
BwCustomerList *
bw_customer_table_get_list (BwCustomerTable *self)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_TABLE (self), NULL);

  return self->list;
}

/**
 * bw_customer_table_focus_list:
 *
 * Gives the keyboard to the rows.
 */
void
bw_customer_table_focus_list (BwCustomerTable *self)
{
  g_return_if_fail (BW_IS_CUSTOMER_TABLE (self));

  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                          GTK_DIR_TAB_FORWARD);
}
