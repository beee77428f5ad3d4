/* The columns of the table of customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each fills its cells with a #BwCustomerFacts. */

#pragma once

#include "widgets/slot-column.h"

G_BEGIN_DECLS

const BwSlotColumn *bw_customer_columns (gsize *n_columns);

G_END_DECLS
