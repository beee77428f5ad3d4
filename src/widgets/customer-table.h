/* The table of customers: any number of them, sorted by a click, one of them chosen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"
#include "workspace/customer-list.h"

G_BEGIN_DECLS

#define BW_TYPE_CUSTOMER_TABLE (bw_customer_table_get_type ())

G_DECLARE_FINAL_TYPE (BwCustomerTable, bw_customer_table, BW, CUSTOMER_TABLE, BwLive)

/* Signals: "activated": a row was double-clicked, or Enter pressed on it; "counted": another number
 * of customers is listed.
 * Properties: "order" (string): the column that it is sorted by, and "-descending" where that is so:
 * "score", "money-descending". */

BwCustomerList *bw_customer_table_get_list (BwCustomerTable *self);
void            bw_customer_table_focus_list (BwCustomerTable *self);

G_END_DECLS
