/* Whether the score tells who leaves: churn rates by score, band, segment and metric. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_VALIDATE_PAGE (bw_validate_page_get_type ())

G_DECLARE_FINAL_TYPE (BwValidatePage, bw_validate_page, BW, VALIDATE_PAGE, BwLive)

/* Signals: "customer-activated" (uint): a customer of the panel was asked for. */

void bw_validate_page_suggest (BwValidatePage *self);

G_END_DECLS
