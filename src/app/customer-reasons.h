/* The reasons for a customer's score by group, each of which unfolds to its metrics. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_CUSTOMER_REASONS (bw_customer_reasons_get_type ())

G_DECLARE_FINAL_TYPE (BwCustomerReasons, bw_customer_reasons, BW, CUSTOMER_REASONS, BwLive)

char *bw_customer_reasons_get_text (BwCustomerReasons *self);

G_END_DECLS
