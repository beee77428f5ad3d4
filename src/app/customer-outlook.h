/* What would lift a customer, how firm its band is, and its score under other segments' weights. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_CUSTOMER_OUTLOOK (bw_customer_outlook_get_type ())

G_DECLARE_FINAL_TYPE (BwCustomerOutlook, bw_customer_outlook, BW, CUSTOMER_OUTLOOK, BwLive)

char *bw_customer_outlook_get_text (BwCustomerOutlook *self);

G_END_DECLS
