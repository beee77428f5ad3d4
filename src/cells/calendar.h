/* Days of the Gregorian calendar, counted from 1970-01-01. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BW_FIRST_YEAR   1900 /* in which a date may lie that is not written in full */
#define BW_LAST_YEAR    2100
#define BW_DAY_SECONDS  86400.0

double   bw_days_from_civil (int year,
                             int month,
                             int day);
void     bw_civil_from_days (double days,
                             int   *year,
                             int   *month,
                             int   *day);
double   bw_month_end (double days);

gboolean bw_calendar_day (guint   year,
                          guint   month,
                          guint   day,
                          double *days);
gboolean bw_calendar_month_end (guint   year,
                                guint   month,
                                double *days);
gboolean bw_calendar_week_day (guint   year,
                               guint   week,
                               guint   weekday,
                               double *days);

G_END_DECLS
