/* One customer: score and band, the way there, the reasons, and what changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_CUSTOMER_PANE (bw_customer_pane_get_type ())

G_DECLARE_FINAL_TYPE (BwCustomerPane, bw_customer_pane, BW, CUSTOMER_PANE, BwLive)

G_END_DECLS
