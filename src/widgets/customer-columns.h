/* The columns of the table of customers, one row each: to add one is a function and a row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/customer-cell.h"

G_BEGIN_DECLS

const BwCustomerColumn *bw_customer_columns (gsize *n_columns);
char                   *bw_customer_column_make_title (const BwCustomerColumn *self,
                                                       BwWorkspace            *workspace);

G_END_DECLS
