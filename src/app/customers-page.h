/* All customers of the chosen segment in a table, and one of them in a pane. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/customer-table.h"

G_BEGIN_DECLS

#define BW_TYPE_CUSTOMERS_PAGE (bw_customers_page_get_type ())

G_DECLARE_FINAL_TYPE (BwCustomersPage, bw_customers_page, BW, CUSTOMERS_PAGE, BwLive)

BwCustomerTable *bw_customers_page_get_table (BwCustomersPage *self);
void bw_customers_page_search (BwCustomersPage *self);

G_END_DECLS
