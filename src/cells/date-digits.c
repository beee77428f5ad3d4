/* Dates without any sign between their numbers: 20260131, 202601, 20260131143000, 20260131T143000Z. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/date-digits.h"

#include "cells/calendar.h"

#define TIME_SIZE  24

static guint
value_of (const char *text,
          guint       n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    value = value * 10 + (text[i] - '0');

  return value;
}

/* 143000Z as 14:30:00Z */
static gboolean
take_joined_time (BwDate     *date,
                  const char *p,
                  const char *end)
{
  char written[TIME_SIZE];
  gsize n_digits = 0, used = 0;

  while (p + n_digits < end && g_ascii_isdigit (p[n_digits]))
    n_digits++;
  if ((n_digits != 4 && n_digits != 6) || (gsize) (end - p) + 2 >= sizeof written)
    return FALSE;

  for (gsize i = 0; p + i < end; i++)
    {
      if (i == 2 || (i == 4 && n_digits == 6))
        written[used++] = ':';
      written[used++] = p[i];
    }

  return bw_date_take_time (date, written, written + used);
}

static gboolean
take_day (const char *text,
          BwDate     *date)
{
  const guint year = value_of (text, 4);
  double days;

  return year >= BW_FIRST_YEAR && year <= BW_LAST_YEAR
         && bw_calendar_day (year, value_of (text + 4, 2), value_of (text + 6, 2), &days)
         && bw_date_fits_all (date, days);
}

static gboolean
take_month (const char *text,
            BwDate     *date)
{
  const guint year = value_of (text, 4);
  double days;

  date->digits_only = TRUE;
  date->month_digits = TRUE;
  date->period = TRUE;

  return year >= BW_FIRST_YEAR && year <= BW_LAST_YEAR
         && bw_calendar_month_end (year, value_of (text + 4, 2), &days)
         && bw_date_fits_all (date, days);
}

/**
 * bw_date_digits_scan:
 * @n_digits: that @text begins with
 * @date: all zero
 *
 * Returns: whether all of @text is a date, with or without a time
 */
gboolean
bw_date_digits_scan (const char *text,
                     gsize       length,
                     gsize       n_digits,
                     BwDate     *date)
{
  if (n_digits == 6 && length == 6)
    return take_month (text, date);
  if ((n_digits != 8 && n_digits != 12 && n_digits != 14) || !take_day (text, date))
    return FALSE;

  date->digits_only = n_digits == length;
  if (n_digits == 8 && length == 8)
    return TRUE;
  if (n_digits > 8)
    return length == n_digits && take_joined_time (date, text + 8, text + length);
  if (text[8] == 'T' && length > 12 && g_ascii_isdigit (text[11]))
    return take_joined_time (date, text + 9, text + length);

  return bw_date_take_time (date, text + 8, text + length);
}
