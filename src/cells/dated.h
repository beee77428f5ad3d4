/* What one cell is as a date: the orders in which it is one, and the day that it is in each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cells/date-order.h"

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
 * @digits_only: digits and nothing else
 * @month_digits: @digits_only, of which six are a year and a month
 * @period: a month, a quarter, a half year or a week; @days is its last day
 * @short_month: a month's name with a year of two digits, which might be a day: May 12
 * @short_year: the two digits that its year was written with, or -1
 * @has_zone: the time bears a zone
 * @zone_minutes: by which that zone is ahead of UTC
 */
typedef struct
{
  gboolean fits[BW_N_DATE_ORDERS];
  double   days[BW_N_DATE_ORDERS];
  gboolean ordered;
  gboolean has_time;
  gboolean zone;
  gboolean digits_only;
  gboolean month_digits;
  gboolean period;
  gboolean short_month;
  int      short_year;
  gboolean has_zone;
  int      zone_minutes;
} BwDate;

gboolean bw_date_fits_all (BwDate *date,
                           double  days);
gboolean bw_date_take_time (BwDate     *date,
                            const char *p,
                            const char *end);

G_END_DECLS
