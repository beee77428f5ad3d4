/* Which earlier snapshot a trend compares with, and what it makes of a customer's scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor; bw_trend_snapshot() stands in history.h. */

#pragma once

#include "score/history.h"

G_BEGIN_DECLS

/* A slope looks at so many of the newest snapshots, and needs so many scores among them. */
#define BW_SLOPE_SNAPSHOTS 6
#define BW_SLOPE_SCORES 3

double bw_trend_slope (const double *dates,
                       const double *scores,
                       guint         n);

G_END_DECLS
