/* Dates that people write into the names of files and of columns side by side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date is tried at every place where a number or a word begins, the longest form first. A year
 * has four digits, 1990 to 2099; after a month's name two digits are enough. */

#include "panel/file-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  int         month;
} MonthRow;

/* The longest name that fits is taken. */
static const MonthRow month_rows[] = {
  { "jan", 1 }, { "january", 1 }, { "januar", 1 }, { "janvier", 1 }, { "enero", 1 }, { "ene", 1 },
  { "janeiro", 1 }, { "gennaio", 1 }, { "gen", 1 }, { "januari", 1 }, { "janv", 1 },
  { "feb", 2 }, { "february", 2 }, { "februar", 2 }, { "fevrier", 2 }, { "fev", 2 },
  { "febrero", 2 }, { "fevereiro", 2 }, { "febbraio", 2 }, { "februari", 2 }, { "fevr", 2 }, { "février", 2 }, { "févr", 2 },
  { "mar", 3 }, { "march", 3 }, { "marz", 3 }, { "maerz", 3 }, { "mars", 3 }, { "marzo", 3 },
  { "marco", 3 }, { "maart", 3 }, { "mrt", 3 }, { "mrz", 3 }, { "märz", 3 }, { "março", 3 },
  { "apr", 4 }, { "april", 4 }, { "avril", 4 }, { "avr", 4 }, { "abril", 4 }, { "abr", 4 },
  { "aprile", 4 },
  { "may", 5 }, { "mai", 5 }, { "mayo", 5 }, { "maio", 5 }, { "maggio", 5 }, { "mag", 5 },
  { "mei", 5 },
  { "jun", 6 }, { "june", 6 }, { "juni", 6 }, { "juin", 6 }, { "junio", 6 }, { "junho", 6 },
  { "giugno", 6 }, { "giu", 6 },
  { "jul", 7 }, { "july", 7 }, { "juli", 7 }, { "juillet", 7 }, { "juil", 7 }, { "julio", 7 },
  { "julho", 7 }, { "luglio", 7 }, { "lug", 7 },
  { "aug", 8 }, { "august", 8 }, { "aout", 8 }, { "août", 8 }, { "agosto", 8 }, { "ago", 8 }, { "augustus", 8 },
  { "sep", 9 }, { "sept", 9 }, { "september", 9 }, { "septembre", 9 }, { "septiembre", 9 },
  { "setembro", 9 }, { "set", 9 }, { "settembre", 9 },
  { "oct", 10 }, { "october", 10 }, { "okt", 10 }, { "oktober", 10 }, { "octobre", 10 },
  { "octubre", 10 }, { "outubro", 10 }, { "out", 10 }, { "ottobre", 10 }, { "ott", 10 },
  { "nov", 11 }, { "november", 11 }, { "novembre", 11 }, { "noviembre", 11 }, { "novembro", 11 },
  { "dec", 12 }, { "december", 12 }, { "dez", 12 }, { "dezember", 12 }, { "decembre", 12 }, { "décembre", 12 }, { "déc", 12 },
  { "diciembre", 12 }, { "dic", 12 }, { "dezembro", 12 }, { "dicembre", 12 },
};

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

static gboolean
is_date (int year,
         int month,
         int day)
{
  int y, m, d;

  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  bw_civil_from_days (bw_days_from_civil (year, month, day), &y, &m, &d);

  return m == month;
}

/* Takes exactly @n_digits from @*at, or nothing. */
static gboolean
take_digits (const char **at,
             guint        n_digits,
             int         *value)
{
  int taken = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      taken = taken * 10 + (*at)[i] - '0';
    }
  *at += n_digits;
  *value = taken;

  return TRUE;
}

static gboolean
is_separator (char c)
{
  return c != '\0' && strchr ("-_. /", c) != NULL;
}

static void
skip_separator (const char **at)
{
  *at += is_separator (**at);
}

static gboolean
take_month_name (const char **at,
                 int         *month)
{
  gsize best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (month_rows); i++)
    {
      const gsize length = strlen (month_rows[i].name);

      if (length > best && g_ascii_strncasecmp (*at, month_rows[i].name, length) == 0 &&
          !g_ascii_isalpha ((*at)[length]))
        {
          best = length;
          *month = month_rows[i].month;
        }
    }
  *at += best;

  return best > 0;
}

/* A year of four digits, or where @short_too of two. */
static gboolean
take_year (const char **at,
           gboolean     short_too,
           int         *year)
{
  const char *p = *at;

  if (take_digits (&p, 4, year) && !g_ascii_isdigit (*p) && *year >= 1990 && *year <= 2099)
    {
      *at = p;
      return TRUE;
    }
  p = *at + (**at == '\'');
  if (short_too && take_digits (&p, 2, year) && !g_ascii_isdigit (*p))
    {
      *at = p;
      *year += 2000;
      return TRUE;
    }

  return FALSE;
}

static gboolean
ends_number (const char *at)
{
  return !g_ascii_isdigit (*at);
}

/* 2026-08-31, 2026_08_31, 20260831, and 20260831120000 up to its eighth digit. */
static gboolean
try_year_month_day (const char **at,
                    double      *date)
{
  const char *p = *at;
  int year, month, day;
  char separator;

  if (!take_digits (&p, 4, &year))
    return FALSE;
  separator = is_separator (*p) ? *p++ : '\0';
  if (!take_digits (&p, 2, &month) || (separator != '\0' && *p++ != separator) ||
      !take_digits (&p, 2, &day) || !is_date (year, month, day))
    return FALSE;
  if (separator == '\0' && strspn (p, "0123456789") == 6)
    p += 6;
  if (!ends_number (p))
    return FALSE;
  *date = bw_days_from_civil (year, month, day);
  *at = p;

  return TRUE;
}

/* 31.08.2026; where both ways fit, a point means day first, else the month is first. */
static gboolean
try_day_month_year (const char **at,
                    double      *date)
{
  const char *p = *at;
  int first, second, year;
  char separator;
  gboolean day_first;

  if (!take_digits (&p, 2, &first) || !is_separator (separator = *p++) ||
      !take_digits (&p, 2, &second) || *p++ != separator || !take_year (&p, FALSE, &year))
    return FALSE;
  day_first = first > 12 || (second <= 12 && separator == '.');
  if (!is_date (year, day_first ? second : first, day_first ? first : second))
    return FALSE;
  *date = bw_days_from_civil (year, day_first ? second : first, day_first ? first : second);
  *at = p;

  return TRUE;
}

/* 31 Aug 2026, 31aug26 */
static gboolean
try_day_name_year (const char **at,
                   double      *date)
{
  const char *p = *at;
  int year, month, day;

  if (!take_digits (&p, 2, &day))
    return FALSE;
  skip_separator (&p);
  if (!take_month_name (&p, &month))
    return FALSE;
  skip_separator (&p);
  if (!take_year (&p, TRUE, &year) || !is_date (year, month, day))
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
  return is_separator (separator) && *at == separator && g_ascii_isdigit (at[1]) &&
         g_ascii_isdigit (at[2]) && ends_number (at + 3);
}

/* 2026-08, 2026_08, 202608, 2026-Aug, 2026Q3, 2026-W35 */
static gboolean
try_year_part (const char **at,
               double      *date)
{
  const char *p = *at;
  int year, part;
  char separator;

  if (!take_digits (&p, 4, &year) || year < 1990 || year > 2099)
    return FALSE;
  separator = *p;
  skip_separator (&p);
  if (g_ascii_toupper (*p) == 'Q' && p[1] >= '1' && p[1] <= '4' && ends_number (p + 2))
    {
      *date = bw_month_end (bw_days_from_civil (year, (p[1] - '0') * 3, 1));
      p += 2;
    }
  else if (g_ascii_toupper (*p) == 'W' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]))
    {
      const double fourth = bw_days_from_civil (year, 1, 4); /* always in week 1 */
      const int weekday = (int) fmod (fourth + 3, 7);        /* Monday is 0 */

      *date = fourth - weekday + 7 * ((p[1] - '0') * 10 + p[2] - '0') - 1;
      p += 3;
    }
  else if (take_month_name (&p, &part) || (take_digits (&p, 2, &part) && ends_number (p)))
    {
      if (!is_date (year, part, 1) || day_follows (p, separator))
        return FALSE;
      *date = bw_month_end (bw_days_from_civil (year, part, 1));
    }
  else
    {
      return FALSE;
    }
  *at = p;

  return TRUE;
}

/* 08-2026, Aug 2026, aug26, August 31 2026, Q3 2026 */
static gboolean
try_part_year (const char **at,
               double      *date)
{
  const char *p = *at;
  int year, month;

  if (g_ascii_toupper (*p) == 'Q' && p[1] >= '1' && p[1] <= '4')
    {
      month = (p[1] - '0') * 3;
      p += 2;
      skip_separator (&p);
      if (!take_year (&p, FALSE, &year))
        return FALSE;
    }
  else if (take_month_name (&p, &month))
    {
      skip_separator (&p);
      if (!take_year (&p, TRUE, &year))
        return FALSE;
    }
  else if (!take_digits (&p, 2, &month) || !is_separator (*p++) || !take_year (&p, FALSE, &year))
    {
      return FALSE;
    }
  if (!is_date (year, month, 1))
    return FALSE;
  *date = bw_month_end (bw_days_from_civil (year, month, 1));
  *at = p;

  return TRUE;
}

typedef gboolean (*TryFunc) (const char **at,
                             double      *date);

static const TryFunc forms[] = {
  try_year_month_day, try_day_month_year, try_day_name_year, try_year_part, try_part_year,
};

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
  for (const char *p = text + from; *p != '\0'; p++)
    {
      const gboolean digit = g_ascii_isdigit (*p);

      if (!digit && !g_ascii_isalpha (*p))
        continue;
      if (p > text && (digit ? g_ascii_isdigit (p[-1]) : g_ascii_isalpha (p[-1])))
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
