/* Days and the Gregorian calendar. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/file-date.h"

#include <math.h>

/**
 * bw_days_from_civil:
 *
 * Returns: days since 1970-01-01 of a date of the Gregorian calendar
 */
double
bw_days_from_civil (int year,
                    int month,
                    int day)
{
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int of_era = y - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097.0 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/**
 * bw_civil_from_days:
 * @days: finite; a time of day is cut off
 * @year: (out): of the Gregorian calendar; so are the others
 */
void
bw_civil_from_days (double days,
                    int   *year,
                    int   *month,
                    int   *day)
{
  const gint64 z = (gint64) floor (days) + 719468;
  const gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  const int of_era = (int) (z - era * 146097);
  const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int m = (5 * of_year + 2) / 153;

  *day = of_year - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = (int) (year_of_era + era * 400) + (*month <= 2);
}

/**
 * bw_month_end:
 *
 * Returns: the last day of the month in which @days falls
 */
double
bw_month_end (double days)
{
  int year, month, day;

  bw_civil_from_days (days, &year, &month, &day);

  return bw_days_from_civil (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - 1;
}
