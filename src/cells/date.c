/* One cell as a date, with or without a time, in the ways people's tools write dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date is two or three parts (numbers, or the name of a month) with something between them; a
 * time may follow. The parts are found first, then read in every order that they allow. A month
 * without a day stands for its last day, as the dates in file names do. */

#include "cells/date.h"

#include "cells/calendar.h"
#include "cells/date-digits.h"
#include "cells/date-parts.h"
#include "cells/foreign.h"
#include "cells/period.h"
#include "cells/quick.h"

#include <string.h>

#define MIN_LENGTH   4
#define MAX_LENGTH   72 /* bytes: names of weekday, month and zone in other scripts */

static gboolean
year_of (const BwDatePart *part,
         guint             pivot,
         guint            *year)
{
  if (part->n_digits == 4)
    *year = part->value;
  else if (part->n_digits == 2)
    *year = part->value + (part->value < pivot ? 2000 : 1900);
  else
    return FALSE;

  return TRUE;
}

/* 2026-01, 01/2026, Jan 2026, Jan-26: the last day of that month. Between two numbers there has to
 * be a sign that numbers do not bear, or a year and two digits on either side of a dot. A name
 * behind two digits is a day without a year: 26-Jan. */
static gboolean
read_month (const BwDateParts *scan,
            guint              pivot,
            BwDate            *date)
{
  const BwDatePart *a = &scan->parts[0], *b = &scan->parts[1];
  const BwDatePart *month = a->n_digits == 4 ? b : a;
  const BwDatePart *year_part = a->n_digits == 4 ? a : b;
  const gboolean parted = scan->separator == '/' || scan->separator == '-'
                          || (scan->separator == '.' && month->n_digits == 2);
  guint year;
  double days;

  if (month->n_digits > 2 || (month->n_digits > 0 && (!parted || year_part->n_digits != 4))
      || !year_of (year_part, pivot, &year) || year < BW_FIRST_YEAR || year > BW_LAST_YEAR
      || !bw_calendar_month_end (year, month->value, &days))
    return FALSE;

  date->period = TRUE;
  date->short_month = year_part->n_digits == 2;
  date->short_year = date->short_month ? (int) year_part->value : -1;

  return bw_date_fits_all (date, days);
}

/* 31 Jan 2026, Jan 31 2026, 2026 Jan 31. */
static gboolean
read_named (const BwDateParts *scan,
            guint              pivot,
            BwDate            *date)
{
  const BwDatePart *a = &scan->parts[0], *b = &scan->parts[1], *c = &scan->parts[2];
  guint year;
  double days;

  date->short_year = c->n_digits == 2 && a->n_digits != 4 ? (int) c->value : -1;
  if (a->n_digits == 0 && b->n_digits != 0 && c->n_digits != 0)
    return year_of (c, pivot, &year) && bw_calendar_day (year, a->value, b->value, &days)
           && bw_date_fits_all (date, days);
  if (b->n_digits != 0 || a->n_digits == 0 || c->n_digits == 0)
    return FALSE;
  if (a->n_digits == 4)
    return bw_calendar_day (a->value, b->value, c->value, &days)
           && bw_date_fits_all (date, days);

  return year_of (c, pivot, &year) && bw_calendar_day (year, b->value, a->value, &days)
         && bw_date_fits_all (date, days);
}

/* 2026-01-31, 31.1.2026, 1/31/26. Dots are for days first. */
static gboolean
read_numeric (const BwDateParts *scan,
              guint              pivot,
              BwDate            *date)
{
  const guint a = scan->parts[0].value, b = scan->parts[1].value, c = scan->parts[2].value;
  guint year;
  double days;

  if (scan->parts[0].n_digits == 4)
    return scan->parts[2].n_digits <= 2 && bw_calendar_day (a, b, c, &days)
           && bw_date_fits_all (date, days);
  if (scan->separator == ' ' || !year_of (&scan->parts[2], pivot, &year))
    return FALSE;

  date->short_year = scan->parts[2].n_digits == 2 ? (int) c : -1;
  date->ordered = scan->separator != '.';
  date->fits[BW_DATE_ORDER_DMY] = bw_calendar_day (year, b, a, &date->days[BW_DATE_ORDER_DMY]);
  if (date->ordered)
    date->fits[BW_DATE_ORDER_MDY] = bw_calendar_day (year, a, b, &date->days[BW_DATE_ORDER_MDY]);
  if (scan->parts[0].n_digits == 2 && scan->parts[2].n_digits == 2 && date->ordered
      && year_of (&scan->parts[0], pivot, &year))
    date->fits[BW_DATE_ORDER_YMD] = bw_calendar_day (year, b, c, &date->days[BW_DATE_ORDER_YMD]);

  return date->fits[BW_DATE_ORDER_DMY] || date->fits[BW_DATE_ORDER_MDY]
         || date->fits[BW_DATE_ORDER_YMD];
}

static gboolean
read_parts (BwDateParts *parts,
            guint        pivot,
            BwDate      *date)
{
  if (!bw_date_parts_scan (parts))
    return FALSE;
  if (parts->n_parts == 2)
    return read_month (parts, pivot, date);
  if (parts->parts[0].n_digits == 0 || parts->parts[1].n_digits == 0)
    return read_named (parts, pivot, date);

  return parts->parts[2].n_digits != 0 && read_numeric (parts, pivot, date);
}

/* "Sat Jan 31 14:30:00 UTC 2026", as Unix writes it: the year behind the time. */
static gboolean
read_year_behind (BwDateParts *parts,
                  BwDate      *date)
{
  const char *year = parts->end - 4;
  guint value = 0;
  double days;

  if (parts->n_parts != 2 || parts->parts[0].n_digits != 0 || parts->parts[1].n_digits == 0
      || parts->end - parts->p < 10 || year[-1] != ' ')
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (year[i]))
        return FALSE;
      value = value * 10 + (year[i] - '0');
    }
  date->period = FALSE;
  date->short_year = -1;

  return bw_calendar_day (value, parts->parts[0].value, parts->parts[1].value, &days)
         && bw_date_fits_all (date, days) && bw_date_take_time (date, parts->p, year - 1);
}

static gboolean
scan_period (const char *text,
             gsize       length,
             guint       pivot,
             BwDate     *date)
{
  BwPeriod period;

  if (!bw_period_scan (text, length, pivot, &period))
    return FALSE;

  memset (date, 0, sizeof *date);
  date->period = !period.is_day;
  date->short_year = period.short_year;

  return bw_date_fits_all (date, period.days);
}

/* Whether there is a number besides that of a year, or one that may be a year behind the name of a
 * month; told cheaply, since most texts are no dates. */
static gboolean
has_numbers_enough (const char *text,
                    gsize       length)
{
  guint n_numbers = 0, n_digits = 0;

  for (gsize i = 0; i < length && n_numbers < 2; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        continue;
      if (i > 0 && g_ascii_isdigit (text[i - 1]))
        n_digits++;
      else
        n_digits = 1, n_numbers++;
    }

  return n_numbers >= 2 || (n_numbers == 1 && (n_digits == 2 || n_digits == 4));
}

static gboolean
scan_text (const char *text,
           gsize       length,
           guint       pivot,
           BwDate     *date)
{
  BwDateParts scan = { .p = text, .end = text + length };
  gsize n_digits = 0;

  memset (date, 0, sizeof *date);
  date->short_year = -1;
  if (bw_quick_date (text, length, date))
    return TRUE;

  while (n_digits < length && g_ascii_isdigit (text[n_digits]))
    n_digits++;
  if (n_digits > 4)
    return bw_date_digits_scan (text, length, n_digits, date);
  if (n_digits == length || n_digits == 3 || !has_numbers_enough (text, length))
    return FALSE;
  if (!read_parts (&scan, pivot, date))
    return scan_period (text, length, pivot, date);
  if (scan.p == scan.end)
    return TRUE;

  return scan.n_parts == 3 ? bw_date_take_time (date, scan.p, scan.end)
                           : read_year_behind (&scan, date);
}

static inline gboolean
may_stand_in_date (guchar c)
{
  switch (c)
    {
    case ' ':
    case '-':
    case '/':
    case '.':
    case ',':
    case ':':
    case '+':
    case '\'':
    case '_':
    case '(':
    case ')':
      return TRUE;

    default:
      return c >= 0x80 || (guchar) ((c | 0x20) - 'a') < 26 || (guchar) (c - '0') < 10;
    }
}

/* Whether there is no sign in it that no date bears; told cheaply, since most texts are no dates. */
static gboolean
has_signs_of_dates (const char *text,
                    gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!may_stand_in_date (text[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_date_scan_pivot:
 * @text: UTF-8
 * @pivot: years of two digits from this on are of the century before
 * @date: (out): filled whatever comes of it
 *
 * Reads 2026-01-31, 2026-01-31T14:30:00.000Z, 31/1/2026, 1/31/26, 31.01.2026, 2026/1/31, 20260131,
 * 31 January 2026, Jan 31, 2026, 31-Jan-26, 2026-01, 01/2026, 2026-W05, Q1 2026, 1H26 and the like.
 *
 * Returns: whether the cell is a date in at least one order
 */
gboolean
bw_date_scan_pivot (const char *text,
                    gsize       length,
                    guint       pivot,
                    BwDate     *date)
{
  char folded[BW_FOREIGN_SIZE];
  char decimal;
  gsize n;

  while (length > 0 && *text == ' ')
    text++, length--;
  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (length < MIN_LENGTH || length > MAX_LENGTH || !has_signs_of_dates (text, length))
    {
      memset (date, 0, sizeof *date);
      return FALSE;
    }
  if (scan_text (text, length, pivot, date))
    return TRUE;
  if (!bw_foreign_may_be (text, length))
    return FALSE;

  n = bw_foreign_fold (text, length, folded, &decimal);

  return n > 0 && scan_text (folded, n, pivot, date);
}

/**
 * bw_date_scan:
 *
 * As bw_date_scan_pivot() with %BW_DATE_PIVOT.
 *
 * Returns: whether the cell is a date in at least one order
 */
gboolean
bw_date_scan (const char *text,
              gsize       length,
              BwDate     *date)
{
  return bw_date_scan_pivot (text, length, BW_DATE_PIVOT, date);
}
