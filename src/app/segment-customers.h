/* A few of the customers that a segment takes, the largest first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SEGMENT_CUSTOMERS (bw_segment_customers_get_type ())

G_DECLARE_FINAL_TYPE (BwSegmentCustomers, bw_segment_customers, BW, SEGMENT_CUSTOMERS, AdwBin)

void bw_segment_customers_show (BwSegmentCustomers *self,
                                BwWorkspace        *workspace,
                                guint               segment);

G_END_DECLS
