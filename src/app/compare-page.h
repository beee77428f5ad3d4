/* Two models over the same customers: distributions, bands, ranks, how firm they are, and who moves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"
#include "workspace/comparing.h"

G_BEGIN_DECLS

#define BW_TYPE_COMPARE_PAGE (bw_compare_page_get_type ())

G_DECLARE_FINAL_TYPE (BwComparePage, bw_compare_page, BW, COMPARE_PAGE, BwLive)

/* Signals: "customer-activated" (uint): a customer was chosen; "said" (string): something was done,
 *   to be told in passing. */

BwComparing *bw_compare_page_get_comparing (BwComparePage *self);
BwComparing *bw_compare_page_begin (BwComparePage *self);

G_END_DECLS
