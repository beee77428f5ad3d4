/* What one cell is as a date: the orders in which it is one, and the day that it is in each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/dated.h"

#include "cells/calendar.h"
#include "cells/clock.h"

/**
 * bw_date_fits_all:
 *
 * Fills in a date that reads one way only.
 *
 * Returns: %TRUE
 */
gboolean
bw_date_fits_all (BwDate *date,
                  double  days)
{
  for (guint order = 0; order < BW_N_DATE_ORDERS; order++)
    {
      date->fits[order] = TRUE;
      date->days[order] = days;
    }

  return TRUE;
}

/**
 * bw_date_take_time:
 * @date: a day
 *
 * Adds the time from @p to @end.
 *
 * Returns: whether it is one
 */
gboolean
bw_date_take_time (BwDate     *date,
                   const char *p,
                   const char *end)
{
  double seconds;
  int zone;

  if (!bw_clock_scan (p, end, &seconds, &zone))
    return FALSE;

  date->has_time = seconds > 0.0;
  date->has_zone = zone != BW_CLOCK_NO_ZONE;
  date->zone_minutes = date->has_zone ? zone : 0;
  date->zone = date->zone_minutes != 0;
  for (guint order = 0; order < BW_N_DATE_ORDERS; order++)
    date->days[order] += seconds / BW_DAY_SECONDS;

  return TRUE;
}
