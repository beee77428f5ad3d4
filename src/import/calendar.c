/* Days of the Gregorian calendar, counted from 1970-01-01. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/calendar.h"

static gboolean
is_leap (guint year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static guint
days_in_month (guint year,
               guint month)
{
  static const guint8 days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap (year));
}

/* Days since 1970-01-01 in the Gregorian calendar; years are counted from March. */
static double
days_from_civil (guint year,
                 guint month,
                 guint day)
{
  const int y = (int) year - (month <= 2);
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * ((int) month + (month > 2 ? -3 : 9)) + 2) / 5 + (int) day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (double) era * 146097 + day_of_era - 719468;
}

/**
 * bw_calendar_day:
 * @year: 1000 to 9999
 * @days: (out): days since 1970-01-01, where there is such a day
 *
 * Returns: whether there is such a day
 */
gboolean
bw_calendar_day (guint   year,
                 guint   month,
                 guint   day,
                 double *days)
{
  if (year < 1000 || year > 9999 || month < 1 || month > 12
      || day < 1 || day > days_in_month (year, month))
    return FALSE;

  *days = days_from_civil (year, month, day);

  return TRUE;
}
