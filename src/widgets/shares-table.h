/* Every segment's shares side by side, to read and to compare. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"
#include "workspace/insights.h"

G_BEGIN_DECLS

#define BW_TYPE_SHARES_TABLE (bw_shares_table_get_type ())

G_DECLARE_FINAL_TYPE (BwSharesTable, bw_shares_table, BW, SHARES_TABLE, BwLive)

void bw_shares_table_show_insights (BwSharesTable *self,
                                    BwInsights    *insights);

G_END_DECLS
