/* How scores are spread: key figures, the distribution, bands over time, and who moves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_DISTRIBUTION_PAGE (bw_distribution_page_get_type ())

G_DECLARE_FINAL_TYPE (BwDistributionPage, bw_distribution_page, BW, DISTRIBUTION_PAGE, BwLive)

/* Signals: "customer-activated" (uint): a customer was chosen to be shown. */

G_END_DECLS
