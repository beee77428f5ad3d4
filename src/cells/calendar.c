/* Days of the Gregorian calendar, counted from 1970-01-01. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/calendar.h"

#include <math.h>

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

  *days = bw_days_from_civil ((int) year, (int) month, (int) day);

  return TRUE;
}

/**
 * bw_calendar_month_end:
 * @days: (out): the last day of that month, as bw_calendar_day() counts
 *
 * Returns: whether there is such a month
 */
gboolean
bw_calendar_month_end (guint   year,
                       guint   month,
                       double *days)
{
  return month >= 1 && month <= 12
         && bw_calendar_day (year, month, days_in_month (year, month), days);
}

/**
 * bw_calendar_week_day:
 * @week: 1 to 52 or 53, as ISO 8601 counts
 * @weekday: 1 is Monday, 7 is Sunday
 * @days: (out): that day, as bw_calendar_day() counts
 *
 * Returns: whether the year has such a week
 */
gboolean
bw_calendar_week_day (guint   year,
                      guint   week,
                      guint   weekday,
                      double *days)
{
  double fourth, next;
  int monday;

  if (week < 1 || weekday < 1 || weekday > 7 || year > 9998
      || !bw_calendar_day (year, 1, 4, &fourth) || !bw_calendar_day (year + 1, 1, 4, &next))
    return FALSE;

  /* 4 January is always in week 1; 1970-01-01 was a Thursday. */
  monday = (int) fourth - (((int) fourth + 3) % 7 + 7) % 7;
  *days = monday + 7.0 * (week - 1) + weekday - 1;

  return monday + 7 * (int) week <= (int) next - (((int) next + 3) % 7 + 7) % 7;
}
