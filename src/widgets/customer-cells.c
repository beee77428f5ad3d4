/* All cells of the table of customers, and which of them have to be filled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK keeps some two hundred rows, of which a few dozen are in view. Those are filled after every
 * change; the others are marked, and filled when they come into view. */

#include "widgets/customer-cells.h"

#include <math.h>

#define MARGIN_ROWS 3 /* filled beyond what is in view */

static void
forget_cell (gpointer cells,
             GObject *cell)
{
  g_ptr_array_remove_fast (cells, cell);
  g_ptr_array_unref (cells);
}

/**
 * bw_customer_cells_add:
 * @cells: (element-type BwCustomerCell): borrowed cells; each goes when it is destroyed
 *
 * Adds a cell to those that are filled.
 */
void
bw_customer_cells_add (GPtrArray      *cells,
                       BwCustomerCell *cell)
{
  g_ptr_array_add (cells, cell);
  g_object_weak_ref (G_OBJECT (cell), forget_cell, g_ptr_array_ref (cells));
}

/**
 * bw_customer_cells_fill_one:
 *
 * Shows the customer that stands at the cell's position in @list.
 */
void
bw_customer_cells_fill_one (BwCustomerCell *cell,
                            BwCustomerList *list,
                            BwWorkspace    *workspace)
{
  const guint customer = bw_customer_list_get_customer (list, bw_customer_cell_get_position (cell));
  BwCustomerFacts facts;

  if (customer == BW_NONE)
    return;

  bw_customer_facts_init (&facts, workspace, customer);
  bw_customer_cell_fill (cell, &facts);
}

/**
 * bw_rows_find_view:
 * @scrolled: how far @n_rows rows of one height are scrolled
 * @first: (out): the first position that is in view, or a few before
 * @last: (out): the last, or a few after
 */
void
bw_rows_find_view (GtkAdjustment *scrolled,
                   guint          n_rows,
                   guint         *first,
                   guint         *last)
{
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

/**
 * bw_customer_cells_fill:
 * @cells: (element-type BwCustomerCell)
 * @scrolled: how far the rows are scrolled
 * @all: whether all cells are out of date, else only those that are marked
 *
 * Fills the cells in view that are out of date.
 */
void
bw_customer_cells_fill (GPtrArray      *cells,
                        BwCustomerList *list,
                        BwWorkspace    *workspace,
                        GtkAdjustment  *scrolled,
                        gboolean        all)
{
  guint first, last;

  bw_rows_find_view (scrolled, g_list_model_get_n_items (G_LIST_MODEL (list)), &first, &last);
  for (guint i = 0; i < cells->len; i++)
    {
      BwCustomerCell *cell = g_ptr_array_index (cells, i);
      const guint position = bw_customer_cell_get_position (cell);

      if (position == BW_NONE)
        continue;
      if (all)
        bw_customer_cell_set_stale (cell);
      if (position >= first && position <= last && bw_customer_cell_get_stale (cell))
        bw_customer_cells_fill_one (cell, list, workspace);
    }
}
