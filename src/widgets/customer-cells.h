/* All cells of the table of customers, and which of them have to be filled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/customer-cell.h"

G_BEGIN_DECLS

void bw_rows_find_view (GtkAdjustment *scrolled,
                        guint          n_rows,
                        guint         *first,
                        guint         *last);
void bw_customer_cells_add (GPtrArray      *cells,
                            BwCustomerCell *cell);
void bw_customer_cells_fill_one (BwCustomerCell *cell,
                                 BwCustomerList *list,
                                 BwWorkspace    *workspace);
void bw_customer_cells_fill (GPtrArray      *cells,
                             BwCustomerList *list,
                             BwWorkspace    *workspace,
                             GtkAdjustment  *scrolled,
                             gboolean        all);

G_END_DECLS
