/* Weeks, quarters and half years as people write them: 2026-W05, Q1 2026, 1Q26, 2. Halbjahr 2026. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwPeriod:
 * @days: its last day, counted from 1970-01-01; the day itself where one is written (2026-W05-3)
 * @is_day: one day of a week is written
 * @short_year: the two digits that the year was written with, or -1
 */
typedef struct
{
  double   days;
  gboolean is_day;
  int      short_year;
} BwPeriod;

gboolean bw_period_scan (const char *text,
                         gsize       length,
                         guint       pivot,
                         BwPeriod   *period);

G_END_DECLS
