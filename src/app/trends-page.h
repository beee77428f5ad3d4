/* The segment through time: shares of bands, and who fell or recovered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_TRENDS_PAGE (bw_trends_page_get_type ())

G_DECLARE_FINAL_TYPE (BwTrendsPage, bw_trends_page, BW, TRENDS_PAGE, BwLive)

/* Signals: "customer-activated" (uint): a customer of the panel was asked for. */

G_END_DECLS
