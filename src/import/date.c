/* One cell as a date, with or without a time, in the ways people's tools write dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date is two or three parts (numbers, or the name of a month) with something between them; a
 * time may follow. The parts are found first, then read in every order that they allow. */

#include "import/date.h"

#include "import/calendar.h"
#include "import/clock.h"
#include "import/months.h"

#include <string.h>

#define MIN_LENGTH   6
#define MAX_LENGTH   48
#define CENTURY_TURN 70 /* 69 is 2069, 70 is 1970 */
#define FIRST_YEAR   1900 /* where a date is not written in full */
#define LAST_YEAR    2100
#define DAY_SECONDS  86400.0

typedef struct
{
  guint    value;
  guint    n_digits; /* 0 for the name of a month */
} Part;

typedef struct
{
  const char *p;
  const char *end;
  Part        parts[3];
  guint       n_parts;
  char        separator; /* between the first two parts: '-', '/', '.', ' ' */
} Scan;

static gboolean
year_of (const Part *part,
         guint      *year)
{
  if (part->n_digits == 4)
    *year = part->value;
  else if (part->n_digits == 2)
    *year = part->value + (part->value < CENTURY_TURN ? 2000 : 1900);
  else
    return FALSE;

  return TRUE;
}

static guint
read_digits (Scan  *scan,
             guint *n_digits)
{
  guint value = 0;

  *n_digits = 0;
  while (scan->p < scan->end && g_ascii_isdigit (*scan->p) && *n_digits < 9)
    {
      value = value * 10 + (*scan->p++ - '0');
      (*n_digits)++;
    }

  return value;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

static gsize
word_length (const Scan *scan)
{
  const char *p = scan->p;

  while (p < scan->end && is_letter (*p))
    p++;

  return p - scan->p;
}

static gboolean
is_word (const Scan *scan,
         gsize       length,
         const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (scan->p, word, length) == 0;
}

/* The ending of a day's number: 1st, 2nd, 3rd, 4th, 1er, 1º. */
static void
skip_ordinal (Scan *scan)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "º", "°", "ª" };
  const gsize length = word_length (scan);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (is_word (scan, length, endings[i]))
        scan->p += length;
    }
}

static gboolean
read_part (Scan *scan)
{
  Part *part = &scan->parts[scan->n_parts];
  gsize length;

  if (g_ascii_isdigit (*scan->p))
    {
      part->value = read_digits (scan, &part->n_digits);
      if (part->n_digits == 3 || part->n_digits > 4)
        return FALSE;
      skip_ordinal (scan);
      scan->n_parts++;
      return TRUE;
    }

  length = word_length (scan);
  part->value = bw_month_from_word (scan->p, length);
  part->n_digits = 0;
  if (part->value == 0)
    return FALSE;
  scan->p += length;
  if (scan->p < scan->end && *scan->p == '.')
    scan->p++;
  scan->n_parts++;

  return TRUE;
}

/* "31 de enero de 2026": a word between the parts that says nothing. */
static gboolean
skip_filler (Scan *scan)
{
  static const char *const fillers[] = { "de", "del", "of", "di" };
  const gsize length = word_length (scan);

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      if (is_word (scan, length, fillers[i]))
        {
          scan->p += length;
          return TRUE;
        }
    }

  return FALSE;
}

/* What stands between two parts: one of - / . with blanks around, or blanks, commas, an apostrophe.
 * Returns: its most telling character, or 0 where there is none */
static char
read_separator (Scan *scan)
{
  char separator = 0;

  for (; scan->p < scan->end; scan->p++)
    {
      const char c = *scan->p;

      if (c == ' ' || c == ',' || c == '\'')
        {
          separator = separator == 0 ? ' ' : separator;
          continue;
        }
      if (c != '-' && c != '/' && c != '.')
        break;
      if (separator != 0 && separator != ' ')
        return 0;
      separator = c;
    }
  if (separator == ' ' && skip_filler (scan))
    return read_separator (scan);

  return separator;
}

/* "Sat, 31 Jan 2026": the day of the week says nothing new. */
static void
skip_weekday (Scan *scan)
{
  const gsize length = word_length (scan);

  if (length == 0 || !bw_is_weekday (scan->p, length))
    return;

  scan->p += length;
  while (scan->p < scan->end && (*scan->p == ' ' || *scan->p == ',' || *scan->p == '.'))
    scan->p++;
}

static gboolean
fits_all (BwDate *date,
          double  days)
{
  for (guint order = 0; order < BW_N_DATE_ORDERS; order++)
    {
      date->fits[order] = TRUE;
      date->days[order] = days;
    }

  return TRUE;
}

/* 2026-01, 01/2026, Jan 2026, Jan-26: the first day of that month. Between two numbers there has to
 * be a sign that numbers do not bear. */
static gboolean
read_month (const Scan *scan,
            BwDate     *date)
{
  const Part *a = &scan->parts[0], *b = &scan->parts[1];
  const gboolean parted = scan->separator == '/' || scan->separator == '-';
  const Part *month = a->n_digits == 4 ? b : a;
  const Part *year_part = a->n_digits == 4 ? a : b;
  guint year;
  double days;

  if (month->n_digits > 2 || (month->n_digits > 0 && (!parted || year_part->n_digits != 4)))
    return FALSE;

  return year_of (year_part, &year) && year >= FIRST_YEAR && year <= LAST_YEAR
         && bw_calendar_day (year, month->value, 1, &days) && fits_all (date, days);
}

/* 31 Jan 2026, Jan 31 2026, 2026 Jan 31. */
static gboolean
read_named (const Scan *scan,
            BwDate     *date)
{
  const Part *a = &scan->parts[0], *b = &scan->parts[1], *c = &scan->parts[2];
  guint year;
  double days;

  if (a->n_digits == 0 && b->n_digits != 0 && c->n_digits != 0)
    return year_of (c, &year) && bw_calendar_day (year, a->value, b->value, &days)
           && fits_all (date, days);
  if (b->n_digits != 0 || a->n_digits == 0 || c->n_digits == 0)
    return FALSE;
  if (a->n_digits == 4)
    return bw_calendar_day (a->value, b->value, c->value, &days) && fits_all (date, days);

  return year_of (c, &year) && bw_calendar_day (year, b->value, a->value, &days)
         && fits_all (date, days);
}

/* 2026-01-31, 31.1.2026, 1/31/26. Dots are for days first. */
static gboolean
read_numeric (const Scan *scan,
              BwDate     *date)
{
  const guint a = scan->parts[0].value, b = scan->parts[1].value, c = scan->parts[2].value;
  guint year;
  double days;

  if (scan->parts[0].n_digits == 4)
    return scan->parts[2].n_digits <= 2 && bw_calendar_day (a, b, c, &days)
           && fits_all (date, days);
  if (scan->separator == ' ' || !year_of (&scan->parts[2], &year))
    return FALSE;

  date->ordered = scan->separator != '.';
  date->fits[BW_DATE_ORDER_DMY] = bw_calendar_day (year, b, a, &date->days[BW_DATE_ORDER_DMY]);
  if (date->ordered)
    date->fits[BW_DATE_ORDER_MDY] = bw_calendar_day (year, a, b, &date->days[BW_DATE_ORDER_MDY]);
  if (scan->parts[0].n_digits == 2 && scan->parts[2].n_digits == 2 && date->ordered
      && year_of (&scan->parts[0], &year))
    date->fits[BW_DATE_ORDER_YMD] = bw_calendar_day (year, b, c, &date->days[BW_DATE_ORDER_YMD]);

  return date->fits[BW_DATE_ORDER_DMY] || date->fits[BW_DATE_ORDER_MDY]
         || date->fits[BW_DATE_ORDER_YMD];
}

static gboolean
read_parts (Scan   *scan,
            BwDate *date)
{
  char separator;

  skip_weekday (scan);
  if (scan->p == scan->end || !read_part (scan))
    return FALSE;

  while (scan->n_parts < 3 && scan->p < scan->end && !bw_clock_begins (scan->p, scan->end))
    {
      separator = read_separator (scan);
      if (scan->n_parts == 1)
        scan->separator = separator;
      if (separator == 0 || scan->p == scan->end || !read_part (scan))
        return FALSE;
    }

  if (scan->n_parts == 2)
    return read_month (scan, date);
  if (scan->n_parts < 3)
    return FALSE;
  if (scan->parts[0].n_digits == 0 || scan->parts[1].n_digits == 0)
    return read_named (scan, date);

  return scan->parts[2].n_digits != 0 && read_numeric (scan, date);
}

/* 20260131 */
static gboolean
read_eight_digits (const char *text,
                   BwDate     *date)
{
  guint value = 0;
  double days;

  for (guint i = 0; i < 8; i++)
    value = value * 10 + (text[i] - '0');
  if (value < 19000101 || value > 21001231
      || !bw_calendar_day (value / 10000, value / 100 % 100, value % 100, &days))
    return FALSE;

  date->digits_only = TRUE;

  return fits_all (date, days);
}

/**
 * bw_date_scan:
 * @text: UTF-8
 * @date: (out): filled whatever comes of it
 *
 * Reads 2026-01-31, 2026-01-31T14:30:00.000Z, 31/1/2026, 1/31/26, 31.01.2026, 2026/1/31, 20260131,
 * 31 January 2026, Jan 31, 2026, 31-Jan-26, 2026-01, 01/2026 and the like.
 *
 * Returns: whether the cell is a date in at least one order
 */
gboolean
bw_date_scan (const char *text,
              gsize       length,
              BwDate     *date)
{
  Scan scan = { text, text + length };
  double seconds;
  guint n_digits = 0;

  memset (date, 0, sizeof *date);
  while (scan.p < scan.end && *scan.p == ' ')
    scan.p++;
  while (scan.end > scan.p && scan.end[-1] == ' ')
    scan.end--;
  length = scan.end - scan.p;
  if (length < MIN_LENGTH || length > MAX_LENGTH)
    return FALSE;

  while (n_digits < length && g_ascii_isdigit (scan.p[n_digits]))
    n_digits++;
  if (n_digits == length)
    return length == 8 && read_eight_digits (scan.p, date);
  if (n_digits == 3 || n_digits > 4 || !read_parts (&scan, date))
    return FALSE;
  if (scan.p == scan.end)
    return TRUE;
  if (scan.n_parts < 3 || !bw_clock_begins (scan.p, scan.end)
      || !bw_clock_scan (scan.p, scan.end, &seconds, &date->zone))
    return FALSE;

  date->has_time = seconds > 0.0;
  for (guint order = 0; order < BW_N_DATE_ORDERS; order++)
    date->days[order] += seconds / DAY_SECONDS;

  return TRUE;
}
