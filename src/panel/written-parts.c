/* What written dates are made of: numbers, years, months by name, weeks and quarters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each function takes its part from a text and moves on behind it, or leaves the text alone. */

#include "panel/written-parts.h"

#include "cells/calendar.h"
#include "cells/months.h"

#include <string.h>

typedef struct
{
  const char *name;
  BwYearUnit        unit;
  int         most;
} UnitRow;

static const UnitRow unit_rows[] = {
  { "w", BW_UNIT_WEEK, 53 },
  { "wk", BW_UNIT_WEEK, 53 },
  { "week", BW_UNIT_WEEK, 53 },
  { "kw", BW_UNIT_WEEK, 53 },
  { "woche", BW_UNIT_WEEK, 53 },
  { "semaine", BW_UNIT_WEEK, 53 },
  { "sem", BW_UNIT_WEEK, 53 },
  { "semana", BW_UNIT_WEEK, 53 },
  { "settimana", BW_UNIT_WEEK, 53 },
  { "q", BW_UNIT_QUARTER, 4 },
  { "t", BW_UNIT_QUARTER, 4 },
  { "quarter", BW_UNIT_QUARTER, 4 },
  { "quartal", BW_UNIT_QUARTER, 4 },
  { "trimestre", BW_UNIT_QUARTER, 4 },
  { "kwartaal", BW_UNIT_QUARTER, 4 },
  { "h", BW_UNIT_HALF, 2 },
  { "hj", BW_UNIT_HALF, 2 },
};

/* Names of months that are other words too: with two digits behind them they are no month, as in
 * out24 and set12. */
static const char *const other_words[] = { "set", "out", "mag", "gen", "ago", "mar", "may", "mai" };

/* Turkish short names that stand for something else in most names of files. */
static const char *const no_months[] = { "sub", "ara", "tem", "haz", "kas", "eki", "oca", "nis", "agu" };

gboolean
bw_written_is_date (int year,
                    int month,
                    int day)
{
  int y, m, d;

  if (year < BW_FIRST_NAMED_YEAR || year > BW_LAST_NAMED_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  bw_civil_from_days (bw_days_from_civil (year, month, day), &y, &m, &d);

  return m == month;
}

/* Takes a number of @least to @most digits, all that are there, or nothing. */
gboolean
bw_take_number (const char **at,
                guint        least,
                guint        most,
                int         *value)
{
  const guint there = strspn (*at, "0123456789");
  int taken = 0;

  if (there < least || there > most)
    return FALSE;
  for (guint i = 0; i < there; i++)
    taken = taken * 10 + (*at)[i] - '0';
  *at += there;
  *value = taken;

  return TRUE;
}

/* Takes exactly @n_digits from @*at, whatever follows, or nothing. */
gboolean
bw_take_digits (const char **at,
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

gboolean
bw_is_separator (char c)
{
  return c != '\0' && strchr ("-_. /", c) != NULL;
}

/* One separator, and a blank behind it: "Aug. 2026", "Aug 5, 2026". */
void
bw_skip_separator (const char **at)
{
  const char before = **at;

  *at += bw_is_separator (before) || before == ',';
  *at += (before == '.' || before == ',') && **at == ' ';
}

/* Bytes of the letters at @text, with the accents that stand behind them in names from a Mac. A
 * word ends where a small letter meets a capital. */
static gsize
word_length (const char *text)
{
  const char *end = text;
  gboolean small = FALSE;

  while (*end != '\0')
    {
      const gunichar here = g_utf8_get_char (end);

      if (!g_unichar_isalpha (here) && !g_unichar_ismark (here))
        break;
      if (small && g_unichar_isupper (here))
        break;
      small = g_unichar_islower (here);
      end = g_utf8_next_char (end);
    }

  return end - text;
}

static gboolean
is_among (const char        *word,
          const char *const *words,
          gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_ascii_strcasecmp (word, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* @doubtful: (out): whether the word may as well be another */
gboolean
bw_take_month (const char **at,
               int         *month,
               gboolean    *doubtful)
{
  const gsize length = word_length (*at);
  g_autofree char *word = g_utf8_normalize (*at, length, G_NORMALIZE_NFC);

  if (word == NULL || is_among (word, no_months, G_N_ELEMENTS (no_months)))
    return FALSE;
  *month = bw_month_from_word (word, strlen (word));
  if (*month == 0)
    return FALSE;
  *doubtful = is_among (word, other_words, G_N_ELEMENTS (other_words));
  *at += length;

  return TRUE;
}

/* A year of four digits, or where @short_too of two. */
gboolean
bw_take_year (const char **at,
              gboolean     short_too,
              int         *year)
{
  const char *p = *at;

  if (bw_take_number (&p, 4, 4, year) && *year >= BW_FIRST_NAMED_YEAR && *year <= BW_LAST_NAMED_YEAR)
    {
      *at = p;
      return TRUE;
    }
  p = *at + (**at == '\'');
  if (short_too && bw_take_number (&p, 2, 2, year))
    {
      *at = p;
      *year += 2000;
      return TRUE;
    }

  return FALSE;
}

/* The last day of a week, quarter or half of a year. */
double
bw_unit_end (BwYearUnit unit,
             int        number,
             int        year)
{
  const double fourth = bw_days_from_civil (year, 1, 4); /* always in week 1 */
  double weekday = fourth + 3;                           /* 1970-01-01 was a Thursday */

  if (unit == BW_UNIT_QUARTER)
    return bw_month_end (bw_days_from_civil (year, number * 3, 1));
  if (unit == BW_UNIT_HALF)
    return bw_month_end (bw_days_from_civil (year, number * 6, 1));
  weekday -= 7 * (double) (gint64) (weekday / 7); /* Monday is 0 */

  return fourth - weekday + 7 * number - 1;
}

/* KW35, KW 35, Q3, 3Q */
gboolean
bw_take_unit (const char **at,
              BwYearUnit  *unit,
              int         *number)
{
  const char *p = *at;
  const gboolean number_first = g_ascii_isdigit (*p);
  gsize length;

  if (number_first && !bw_take_number (&p, 1, 1, number))
    return FALSE;
  length = word_length (p);
  for (guint i = 0; i < G_N_ELEMENTS (unit_rows); i++)
    {
      const UnitRow *row = &unit_rows[i];
      const char *after = p + length;

      if (strlen (row->name) != length || g_ascii_strncasecmp (p, row->name, length) != 0)
        continue;
      *unit = row->unit;
      if (number_first)
        {
          *at = after;
          return row->unit != BW_UNIT_WEEK && *number >= 1 && *number <= row->most;
        }
      after += *after == ' ' || *after == '_';
      if (!bw_take_number (&after, 1, 2, number) || *number < 1 || *number > row->most)
        return FALSE;
      *at = after;
      return TRUE;
    }

  return FALSE;
}
