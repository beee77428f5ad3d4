/* Days of the Gregorian calendar, counted from 1970-01-01. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
