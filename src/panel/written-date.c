/* Dates that people write into the names of files and of columns side by side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date is tried at every place where a number or a word begins, the longest form first. A year
 * has four digits, 1990 to 2099; after a month's name two digits are enough. A year alone is no
 * date, and neither is what follows the v of a version. */

#include "panel/written-date.h"

#include "cells/calendar.h"
#include "panel/written-parts.h"

#include <string.h>

/* 2026-08-31, 2026_8_31, 20260831, 20260831120000 up to its end, 2026 Aug 31 */
static gboolean
try_year_month_day (const char **at,
                    double      *date)
{
  const char *p = *at;
  const gboolean apart = strspn (p, "0123456789") == 4;
  gboolean doubtful;
  int year, month, day;
  char separator;

  if (!bw_take_digits (&p, 4, &year))
    return FALSE;
  separator = bw_is_separator (*p) ? *p++ : '\0';
  if (apart && bw_take_month (&p, &month, &doubtful))
    {
      if (*p++ != separator || !bw_take_number (&p, 1, 2, &day) || !bw_written_is_date (year, month, day))
        return FALSE;
    }
  else if (apart)
    {
      if (separator == '\0' || !bw_take_number (&p, 1, 2, &month) || *p++ != separator ||
          !bw_take_digits (&p, MIN (strspn (p, "0123456789"), 2), &day) || g_ascii_isdigit (*p) ||
          !bw_written_is_date (year, month, day))
        return FALSE;
    }
  else
    {
      if (!bw_take_digits (&p, 2, &month) || !bw_take_digits (&p, 2, &day) || !bw_written_is_date (year, month, day))
        return FALSE;
      if (strspn (p, "0123456789") == 6 || strspn (p, "0123456789") == 4)
        p += strspn (p, "0123456789"); /* the time of day */
      if (g_ascii_isdigit (*p))
        return FALSE;
    }
  *date = bw_days_from_civil (year, month, day);
  *at = p;

  return TRUE;
}

/* 31.08.2026, 1.8.2026, 31.08.26; where both ways fit, a point means day first, else the month is. */
static gboolean
try_day_month_year (const char **at,
                    double      *date)
{
  const char *p = *at;
  int first, second, year;
  gboolean day_first, full;
  char separator;

  full = strspn (p, "0123456789") == 2;
  if (!bw_take_number (&p, 1, 2, &first) || !bw_is_separator (separator = *p++))
    return FALSE;
  full &= strspn (p, "0123456789") == 2;
  if (!bw_take_number (&p, 1, 2, &second) || *p++ != separator ||
      !bw_take_year (&p, full && separator == '.', &year))
    return FALSE;
  day_first = first > 12 || (second <= 12 && separator == '.');
  if (!bw_written_is_date (year, day_first ? second : first, day_first ? first : second))
    return FALSE;
  *date = bw_days_from_civil (year, day_first ? second : first, day_first ? first : second);
  *at = p;

  return TRUE;
}

/* 31082026, 08312026 */
static gboolean
try_together (const char **at,
              double      *date)
{
  const char *p = *at;
  int first, second, year;
  gboolean day_first;

  if (strspn (p, "0123456789") != 8 || !bw_take_digits (&p, 2, &first) || !bw_take_digits (&p, 2, &second) ||
      !bw_take_digits (&p, 4, &year))
    return FALSE;
  day_first = first > 12;
  if (!bw_written_is_date (year, day_first ? second : first, day_first ? first : second))
    return FALSE;
  *date = bw_days_from_civil (year, day_first ? second : first, day_first ? first : second);
  *at = p;

  return TRUE;
}

/* 31 Aug 2026, 31aug26, 5. Aug 2026 */
static gboolean
try_day_name_year (const char **at,
                   double      *date)
{
  const char *p = *at;
  gboolean doubtful;
  int year, month, day;

  if (!bw_take_number (&p, 1, 2, &day))
    return FALSE;
  bw_skip_separator (&p);
  if (!bw_take_month (&p, &month, &doubtful))
    return FALSE;
  bw_skip_separator (&p);
  if (!bw_take_year (&p, TRUE, &year) || !bw_written_is_date (year, month, day))
    return FALSE;
  *date = bw_days_from_civil (year, month, day);
  *at = p;

  return TRUE;
}

/* August 31 2026, Aug 5, 2026 */
static gboolean
try_name_day_year (const char **at,
                   double      *date)
{
  const char *p = *at;
  gboolean doubtful;
  int year, month, day;

  if (!bw_take_month (&p, &month, &doubtful))
    return FALSE;
  bw_skip_separator (&p);
  if (!bw_take_number (&p, 1, 2, &day) || (!bw_is_separator (*p) && *p != ','))
    return FALSE;
  bw_skip_separator (&p);
  if (!bw_take_year (&p, FALSE, &year) || !bw_written_is_date (year, month, day))
    return FALSE;
  *date = bw_days_from_civil (year, month, day);
  *at = p;

  return TRUE;
}

/* Whether a day that there is not follows: 2026-02-30 is no February. */
static gboolean
day_follows (const char *at,
             char        separator)
{
  return bw_is_separator (separator) && *at == separator && g_ascii_isdigit (at[1]) &&
         g_ascii_isdigit (at[2]) && !g_ascii_isdigit (at[3]);
}

/* 2026-08, 2026_8, 202608, 2026-Aug, 2026Q3, 2026-W35 */
static gboolean
try_year_part (const char **at,
               double      *date)
{
  const char *p = *at;
  gboolean doubtful;
  int year, part;
  char separator;
  BwYearUnit unit;

  if (!bw_take_digits (&p, 4, &year) || year < BW_FIRST_NAMED_YEAR || year > BW_LAST_NAMED_YEAR)
    return FALSE;
  separator = *p;
  if (!g_ascii_isdigit (*p))
    bw_skip_separator (&p);
  if (!g_ascii_isdigit (*p) && bw_take_unit (&p, &unit, &part))
    {
      *date = bw_unit_end (unit, part, year);
      *at = p;
      return TRUE;
    }
  if (!bw_take_month (&p, &part, &doubtful) &&
      !bw_take_number (&p, bw_is_separator (separator) ? 1 : 2, 2, &part))
    return FALSE;
  if (!bw_written_is_date (year, part, 1) || day_follows (p, separator))
    return FALSE;
  *date = bw_month_end (bw_days_from_civil (year, part, 1));
  *at = p;

  return TRUE;
}

/* 08-2026, Aug 2026, aug26, Q3 2026, KW35_2026, 3Q26 */
static gboolean
try_part_year (const char **at,
               double      *date)
{
  const char *p = *at;
  gboolean doubtful = FALSE;
  int year, part;
  BwYearUnit unit;

  if (bw_take_unit (&p, &unit, &part))
    {
      const gboolean known = g_ascii_toupper (**at) != 'T' && g_ascii_toupper (**at) != 'H' &&
                             g_ascii_toupper (**at) != 'W';

      bw_skip_separator (&p);
      if (!bw_take_year (&p, known, &year))
        return FALSE;
      *date = bw_unit_end (unit, part, year);
      *at = p;
      return TRUE;
    }
  if (bw_take_month (&p, &part, &doubtful))
    {
      bw_skip_separator (&p);
      if (!bw_take_year (&p, !doubtful || bw_is_separator (p[-1]), &year))
        return FALSE;
    }
  else if (!bw_take_number (&p, 1, 2, &part) || !bw_is_separator (*p++) || !bw_take_year (&p, FALSE, &year))
    {
      return FALSE;
    }
  if (!bw_written_is_date (year, part, 1))
    return FALSE;
  *date = bw_month_end (bw_days_from_civil (year, part, 1));
  *at = p;

  return TRUE;
}

typedef gboolean (*TryFunc) (const char **at,
                             double      *date);

static const TryFunc forms[] = {
  try_year_month_day, try_day_month_year, try_together, try_day_name_year, try_name_day_year,
  try_year_part, try_part_year,
};

/* Whether the number at @p is of a version: v2, v1.12.3 */
static gboolean
is_version (const char *text,
            const char *p)
{
  while (p > text && (g_ascii_isdigit (p[-1]) || p[-1] == '.'))
    p--;

  return p > text && (p[-1] == 'v' || p[-1] == 'V') &&
         (p - 1 == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p - 1))));
}

/* Whether the few digits at @p belong to the letters before them: Q3, out24 */
static gboolean
hangs_on (const char *p)
{
  const gsize n = strspn (p, "0123456789");

  return n < 4 && !(bw_is_separator (p[n]) && g_ascii_isdigit (p[n + 1]));
}

/* Whether a number or a word begins at @p. */
static gboolean
may_begin (const char *text,
           const char *p)
{
  const gunichar here = g_utf8_get_char (p);
  gunichar before;

  if (!g_unichar_isalnum (here))
    return FALSE;
  if (p == text)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (p));
  if (g_unichar_isdigit (here))
    return !g_unichar_isdigit (before) && !is_version (text, p) &&
           !(g_unichar_isalpha (before) && hangs_on (p));
  if (g_unichar_ismark (before))
    return FALSE;

  return !g_unichar_isalpha (before) || (g_unichar_isupper (here) && g_unichar_islower (before));
}

/**
 * bw_written_date_find:
 * @from: bytes of @text to leave out
 * @found: (out): left alone where there is none
 *
 * Returns: whether @text has a date after @from
 */
gboolean
bw_written_date_find (const char    *text,
                      gsize          from,
                      BwWrittenDate *found)
{
  for (const char *p = text + from; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!may_begin (text, p))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          const char *end = p;

          if (forms[i] (&end, &found->date))
            {
              found->start = p - text;
              found->end = end - text;
              return TRUE;
            }
        }
    }

  return FALSE;
}
