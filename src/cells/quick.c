/* The plainest numbers and dates, told without a closer look. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most cells of most files are such. What is told here is the very same as the closer look of number.c
 * and date.c would find; a test holds them to that. */

#include "cells/quick.h"

#include "cells/calendar.h"

#define EXACT_DIGITS 15 /* that any double keeps */

typedef struct
{
  guint64 value; /* of all digits */
  guint   n_whole;
  guint   n_fraction;
  guint   n_groups; /* separators before the decimal mark */
  char    mark;     /* the decimal mark, or 0 */
} Digits;

static const double powers[EXACT_DIGITS + 1] = {
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
};

static inline gboolean
is_digit (char c)
{
  return (guchar) (c - '0') < 10;
}

/* Digits up to something else, which is where @p is then. */
static inline guint
take_digits (const char **p,
             const char  *end,
             guint64     *value)
{
  const char *start = *p;

  for (; *p < end && is_digit (**p) && *p - start <= EXACT_DIGITS; (*p)++)
    *value = *value * 10 + (guint) (**p - '0');

  return *p - start;
}

/* 1234, 1234.5, 1,234.56 and the same with the other mark. */
static inline gboolean
take_number (const char *p,
             const char *end,
             Digits     *digits)
{
  digits->n_whole = take_digits (&p, end, &digits->value);
  if (digits->n_whole == 0 || p == end)
    return p == end && digits->n_whole > 0;

  if (end - p > 4 && p[4] != *p && (p[4] == '.' || p[4] == ',') && (*p == ',' || *p == '.'))
    {
      const char separator = *p;

      if (digits->n_whole > 3 || digits->value == 0)
        return FALSE;
      for (; p < end && *p == separator; digits->n_groups++, digits->n_whole += 3)
        {
          p++;
          if (take_digits (&p, end, &digits->value) != 3)
            return FALSE;
        }
    }
  if (p == end || (*p != '.' && *p != ','))
    return FALSE;

  digits->mark = *p++;
  digits->n_fraction = take_digits (&p, end, &digits->value);

  return p == end && digits->n_fraction > 0;
}

/**
 * bw_quick_number:
 * @number: (inout): all zero
 *
 * Returns: whether it is a number of few digits that is plain to see: digits alone, or with decimals
 *   that cannot be thousands, after a minus or a dollar; where %FALSE, @number is as it was
 */
gboolean
bw_quick_number (const char *text,
                 gsize       length,
                 BwNumber   *number)
{
  const char *end = text + length, *start = text;
  const gboolean negative = length > 0 && *text == '-', dollar = length > 0 && *text == '$';
  Digits digits = { 0 };
  double value;
  BwMark mark;

  if (negative || dollar)
    start++;
  if (start == end || !is_digit (*start) || !take_number (start, end, &digits)
      || digits.n_whole + digits.n_fraction > EXACT_DIGITS)
    return FALSE;
  if (digits.n_groups > 0 ? *start == '0' : digits.n_fraction == 3)
    return FALSE; /* 1.234 may be either */
  if (dollar && *start == '0' && digits.n_whole > 1)
    return FALSE; /* a code */

  value = (double) digits.value / powers[digits.n_fraction];
  if (negative && value != 0.0)
    value = -value;
  if (dollar)
    number->currency = "USD";
  number->n_digits = digits.n_whole;
  if (digits.mark == 0)
    {
      number->digits_only = !negative && !dollar;
      number->leading_zero = number->digits_only && length > 1 && *text == '0';
      number->fits[BW_MARK_DOT] = number->fits[BW_MARK_COMMA] = TRUE;
      number->values[BW_MARK_DOT] = number->values[BW_MARK_COMMA] = value;
      return TRUE;
    }

  mark = digits.mark == '.' ? BW_MARK_DOT : BW_MARK_COMMA;
  number->fits[mark] = TRUE;
  number->values[mark] = value;
  number->fractions = 1u << mark;

  return TRUE;
}

/* A number of two digits, or one above all others. */
static inline guint
two_digits (const char *p)
{
  return is_digit (p[0]) && is_digit (p[1]) ? (guint) (p[0] - '0') * 10 + (guint) (p[1] - '0')
                                            : G_MAXUINT;
}

/* hh:mm:ss as seconds. */
static gboolean
take_time (const char *p,
           double     *seconds)
{
  const guint hour = two_digits (p), minute = two_digits (p + 3), second = two_digits (p + 6);

  if (p[2] != ':' || p[5] != ':' || hour > 23 || minute > 59 || second > 59)
    return FALSE;

  *seconds = hour * 3600.0 + minute * 60.0 + second;

  return TRUE;
}

/**
 * bw_quick_date:
 * @date: (inout): all zero, but for @short_year
 *
 * Returns: whether it is 2026-01-31, 2026-01-31 14:30:00 or 2026-01-31T14:30:00
 */
gboolean
bw_quick_date (const char *text,
               gsize       length,
               BwDate     *date)
{
  const gboolean timed = length == 19 && (text[10] == ' ' || text[10] == 'T');
  double days, seconds = 0.0;
  guint century, year, month, day;

  if ((length != 10 && !timed) || text[4] != '-' || text[7] != '-')
    return FALSE;

  century = two_digits (text);
  year = two_digits (text + 2);
  month = two_digits (text + 5);
  day = two_digits (text + 8);
  if (century > 99 || year > 99 || month > 12 || day > 31
      || !bw_calendar_day (century * 100 + year, month, day, &days)
      || (timed && !take_time (text + 11, &seconds)))
    return FALSE;

  date->has_time = seconds > 0.0;

  return bw_date_fits_all (date, days + seconds / BW_DAY_SECONDS);
}
