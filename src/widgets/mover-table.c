/* The table of those who stand in another band: any number of them, sorted by a click. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/mover-table.h"

#include "widgets/mover-columns.h"
#include "widgets/slot-view.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>

#define ROWS_AT_ONCE 12 /* there is place for fewer */

struct _BwMoverTable
{
  AdwBin parent_instance;

  BwSlotView     *view;
  GtkNoSelection *selection;
  BwMoverList    *list;
};

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwMoverTable, bw_mover_table, ADW_TYPE_BIN)

static void
fill_cell (gpointer    owner,
           BwSlotCell *cell)
{
  BwMoverTable *self = owner;
  const BwMoverPlace place = { self->list, bw_slot_cell_get_position (cell) };

  if (self->list != NULL && bw_mover_list_get (place.list, place.position) != NULL)
    bw_slot_cell_fill (cell, &place);
}

static void
on_refresh (BwMoverTable *self)
{
  BwWorkspace *workspace = bw_comparing_get_workspace (bw_mover_list_get_comparing (self->list));

  if (bw_workspace_get_panel (workspace) != NULL)
    bw_slot_view_show_titles (self->view, workspace);
  bw_slot_view_refresh (self->view);
}

static void
on_sorted (BwMoverTable *self)
{
  gboolean descending;
  const BwSlotColumn *column = bw_slot_view_get_sorted (self->view, &descending);

  if (self->list == NULL)
    return;

  if (column == NULL)
    bw_mover_list_set_order (self->list, BW_MOVERS_BY_MONEY, TRUE);
  else
    bw_mover_list_set_order (self->list, column->order, descending);
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
bw_mover_table_dispose (GObject *object)
{
  BwMoverTable *self = BW_MOVER_TABLE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

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
  const BwSlotColumn *columns = bw_mover_columns (&n_columns);
  GtkWidget *view = bw_slot_view_new (columns, n_columns, _("Customers that move"), ROWS_AT_ONCE,
                                      fill_cell, self);

  self->view = BW_SLOT_VIEW (view);
  self->selection = gtk_no_selection_new (NULL);
  bw_slot_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (view, "sorted", G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), view);
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
  g_signal_connect_object (bw_shown_of (bw_comparing_get_workspace (bw_mover_list_get_comparing (list))),
                           "notify::choice", G_CALLBACK (on_refresh), self, G_CONNECT_SWAPPED);
  gtk_no_selection_set_model (self->selection, bw_slot_view_bring (self->view, G_LIST_MODEL (list)));
  on_refresh (self);
}
