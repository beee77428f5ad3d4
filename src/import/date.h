/* One cell as a date, with or without a time, in the ways people's tools write dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/reading.h"

#include <glib.h>

G_BEGIN_DECLS

#define BW_N_DATE_ORDERS (BW_DATE_ORDER_MDY + 1)

/**
 * BwDate:
 * @fits: by #BwDateOrder: whether the cell is a date in that order; a date that reads one way only
 *   (2026-01-31, 31 Jan 2026) fits all of them
 * @days: by #BwDateOrder: days since 1970-01-01, the time of day as a fraction
 * @ordered: the order of its numbers matters: 3/4/2026
 * @has_time: a time of day other than midnight
 * @zone: the time bears a zone other than UTC
 * @digits_only: eight digits and nothing else
 */
typedef struct
{
  gboolean fits[BW_N_DATE_ORDERS];
  double   days[BW_N_DATE_ORDERS];
  gboolean ordered;
  gboolean has_time;
  gboolean zone;
  gboolean digits_only;
} BwDate;

gboolean bw_date_scan (const char *text,
                       gsize       length,
                       BwDate     *date);

G_END_DECLS
