/* Days of the Gregorian calendar, counted from 1970-01-01. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
