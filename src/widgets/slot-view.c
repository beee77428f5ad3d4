/* A table of any number of rows that are slots: sorted by any column, filled as far as it is seen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are slots: "row p of the present order". After a change of the order no row is another,
 * only what it shows. GTK keeps some two hundred rows, of which a few dozen are in view: those are
 * filled at once, the others are marked, and filled when they come into view. */

#include "widgets/slot-view.h"

#include "widgets/column-sort.h"
#include "widgets/slot-rows.h"
#include "widgets/slot-titles.h"
#include "workspace/customer-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN_ROWS 3 /* filled beyond what is in view */

struct _BwSlotView
{
  AdwBin parent_instance;

  GtkScrolledWindow *window;
  GtkColumnView     *view;
  GPtrArray         *cells; /* of BwSlotCell, borrowed: all there are */
  BwSlotRows        *rows;  /* what there is of the list so far */
  BwSlotFill         fill;
  gpointer           owner; /* of the view, so that it outlives it */
};

enum
{
  SORTED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwSlotView, bw_slot_view, ADW_TYPE_BIN)

static void
forget_cell (gpointer cells,
             GObject *cell)
{
  g_ptr_array_remove_fast (cells, cell);
  g_ptr_array_unref (cells);
}

/* The first and the last position in view, and a few beyond; all while rows have no height. */
static void
find_view (BwSlotView *self,
           guint      *first,
           guint      *last)
{
  GtkAdjustment *scrolled = gtk_scrolled_window_get_vadjustment (self->window);
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  const guint n_rows = model == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (model));
  const double upper = gtk_adjustment_get_upper (scrolled);
  const double top = gtk_adjustment_get_value (scrolled);
  const double page = gtk_adjustment_get_page_size (scrolled);

  *first = 0;
  *last = G_MAXUINT;
  if (upper <= page || n_rows == 0)
    return;

  *first = MAX (floor (top / upper * n_rows) - MARGIN_ROWS, 0);
  *last = ceil ((top + page) / upper * n_rows) + MARGIN_ROWS;
}

static void
fill_cells (BwSlotView *self,
            gboolean    all)
{
  guint first, last;

  find_view (self, &first, &last);
  for (guint i = 0; i < self->cells->len; i++)
    {
      BwSlotCell *cell = g_ptr_array_index (self->cells, i);
      const guint position = bw_slot_cell_get_position (cell);

      if (position == BW_NONE)
        continue;
      if (all)
        bw_slot_cell_set_stale (cell);
      if (position >= first && position <= last && bw_slot_cell_get_stale (cell))
        self->fill (self->owner, cell);
    }
}

static void
on_scrolled (BwSlotView *self)
{
  fill_cells (self, FALSE);
}

static void
on_setup (BwSlotView               *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *cell = bw_slot_cell_new (bw_slot_column_of (factory));

  g_ptr_array_add (self->cells, cell);
  g_object_weak_ref (G_OBJECT (cell), forget_cell, g_ptr_array_ref (self->cells));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (BwSlotView               *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  BwSlotCell *cell = BW_SLOT_CELL (gtk_list_item_get_child (item));
  const guint position = bw_customer_slot_get_position (gtk_list_item_get_item (item));
  guint first, last;

  bw_slot_cell_set_position (cell, position);
  find_view (self, &first, &last);
  if (position >= first && position <= last)
    self->fill (self->owner, cell);
}

static void
on_unbind (BwSlotView               *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL)
    bw_slot_cell_set_position (BW_SLOT_CELL (cell), BW_NONE);
}

static void
on_sorted (BwSlotView *self)
{
  g_signal_emit (self, signals[SORTED], 0);
}

static void
on_activated (BwSlotView *self,
              guint       position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
add_column (BwSlotView         *self,
            const BwSlotColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) added = gtk_column_view_column_new (NULL, factory);

  bw_slot_column_attach (column, factory);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);

  bw_slot_column_attach (column, added);
  gtk_column_view_column_set_expand (added, column->expands);
  gtk_column_view_column_set_resizable (added, TRUE);
  bw_column_sort_offer (added);
  gtk_column_view_append_column (self->view, added);
}

static void
bw_slot_view_map (GtkWidget *widget)
{
  BwSlotView *self = BW_SLOT_VIEW (widget);

  GTK_WIDGET_CLASS (bw_slot_view_parent_class)->map (widget);
  bw_slot_rows_grow (self->rows);
}

static void
name_part (GtkWidget  *part,
           const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bw_slot_view_dispose (GObject *object)
{
  BwSlotView *self = BW_SLOT_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->rows, bw_slot_rows_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_slot_view_parent_class)->dispose (object);
}

static void
bw_slot_view_class_init (BwSlotViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_slot_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = bw_slot_view_map;

  signals[SORTED] = g_signal_new ("sorted", BW_TYPE_SLOT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", BW_TYPE_SLOT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bw_slot_view_init (BwSlotView *self)
{
  GtkAdjustment *scrolled;

  self->cells = g_ptr_array_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);

  self->window = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->window, GTK_WIDGET (self->view));
  scrolled = gtk_scrolled_window_get_vadjustment (self->window);
  g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->window));
}

/**
 * bw_slot_view_new:
 * @columns: (array length=n_columns): static
 * @name: what the rows are, for a screen reader
 * @at_once: how many rows there is place for: the others come when there is time
 * @fill: called for the cells in view that are out of date
 * @owner: the widget that the view is a child of; given to @fill
 *
 * Returns: a table without rows and titles
 */
GtkWidget *
bw_slot_view_new (const BwSlotColumn *columns,
                  gsize               n_columns,
                  const char         *name,
                  guint               at_once,
                  BwSlotFill          fill,
                  gpointer            owner)
{
  BwSlotView *self = g_object_new (BW_TYPE_SLOT_VIEW, NULL);
  GtkWidget *view = GTK_WIDGET (self->view);

  self->rows = bw_slot_rows_new (at_once);
  self->fill = fill;
  self->owner = owner;
  for (gsize i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  bw_slot_titles_align (self->view);

  /* Header and list inside of a column view have no names of their own. */
  name_part (view, name);
  name_part (gtk_widget_get_first_child (view), _("Columns"));
  name_part (gtk_widget_get_last_child (view), name);

  return GTK_WIDGET (self);
}

/**
 * bw_slot_view_set_model:
 * @model: of #BwCustomerSlot
 */
void
bw_slot_view_set_model (BwSlotView        *self,
                        GtkSelectionModel *model)
{
  g_return_if_fail (BW_IS_SLOT_VIEW (self));

  gtk_column_view_set_model (self->view, model);
}

/**
 * bw_slot_view_bring:
 * @list: of #BwCustomerSlot
 *
 * Returns: (transfer none): @list as far as it is shown yet: what the table's model is to be made of
 */
GListModel *
bw_slot_view_bring (BwSlotView *self,
                    GListModel *list)
{
  g_return_val_if_fail (BW_IS_SLOT_VIEW (self), NULL);

  return bw_slot_rows_bring (self->rows, list);
}

/**
 * bw_slot_view_reach:
 * @position: of a row that is about to be chosen, or %BW_NONE
 *
 * Brings all rows at once where @position is not among those that are there yet.
 */
void
bw_slot_view_reach (BwSlotView *self,
                    guint       position)
{
  bw_slot_rows_reach (self->rows, position);
}

/**
 * bw_slot_view_sort_by:
 * @order: of the column to sort by; of several the last
 * @descending: whether the greatest comes first
 */
void
bw_slot_view_sort_by (BwSlotView *self,
                      guint       order,
                      gboolean    descending)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (bw_slot_column_of (column)->order != order)
        continue;

      /* Else GTK 4.8 leaves the arrow over the column that was sorted by before. */
      g_signal_handlers_block_by_func (sorter, on_sorted, self);
      gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
      g_signal_handlers_unblock_by_func (sorter, on_sorted, self);
      gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING :
                                      GTK_SORT_ASCENDING);
      return;
    }
}

/**
 * bw_slot_view_get_sorted:
 * @descending: (out): whether it is sorted the other way round
 *
 * Returns: (nullable): the column that the table is sorted by
 */
const BwSlotColumn *
bw_slot_view_get_sorted (BwSlotView *self,
                         gboolean   *descending)
{
  GtkColumnViewColumn *column = bw_column_sort_read (self->view, descending);

  return column == NULL ? NULL : bw_slot_column_of (column);
}

/**
 * bw_slot_view_show_titles:
 *
 * Titles the columns as the data has them now; those that it has nothing for are not shown.
 */
void
bw_slot_view_show_titles (BwSlotView  *self,
                          BwWorkspace *workspace)
{
  bw_slot_titles_show (self->view, workspace);
}

/**
 * bw_slot_view_refresh:
 *
 * All that is shown is out of date: what is in view is filled at once, the rest when it comes into
 * view.
 */
void
bw_slot_view_refresh (BwSlotView *self)
{
  fill_cells (self, TRUE);
}

/**
 * bw_slot_view_scroll_to:
 *
 * Brings a row into view.
 */
void
bw_slot_view_scroll_to (BwSlotView *self,
                        guint       position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", position);
}

/**
 * bw_slot_view_focus_rows:
 *
 * Gives the keyboard to the rows.
 */
void
bw_slot_view_focus_rows (BwSlotView *self)
{
  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view)), GTK_DIR_TAB_FORWARD);
}
