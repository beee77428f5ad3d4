/* The time of day behind a date: 14:30, 2:30 PM, T14:30:00.000Z. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/clock.h"

#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
} Clock;

static guint
read_digits (Clock *clock,
             guint *n_digits)
{
  guint value = 0;

  *n_digits = 0;
  while (clock->p < clock->end && g_ascii_isdigit (*clock->p) && *n_digits < 9)
    {
      value = value * 10 + (*clock->p++ - '0');
      (*n_digits)++;
    }

  return value;
}

static gboolean
is_rest (const Clock *clock,
         const char  *word)
{
  const gsize n = strlen (word);

  return (gsize) (clock->end - clock->p) == n && g_ascii_strncasecmp (clock->p, word, n) == 0;
}

/**
 * bw_clock_begins:
 *
 * Returns: whether the text looks like a time from @p on, blanks and a T before it aside
 */
gboolean
bw_clock_begins (const char *p,
                 const char *end)
{
  while (p < end && (*p == ' ' || *p == ','))
    p++;
  if (p < end && (*p == 'T' || *p == 't'))
    p++;
  if (p + 2 < end && g_ascii_isdigit (p[0]) && p[1] == ':')
    return TRUE;

  return p + 3 < end && g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && p[2] == ':';
}

static gboolean
read_fraction (Clock  *clock,
               double *seconds)
{
  double unit = 0.1;

  if (clock->p == clock->end || (*clock->p != '.' && *clock->p != ','))
    return TRUE;
  clock->p++;
  if (clock->p == clock->end || !g_ascii_isdigit (*clock->p))
    return FALSE;

  for (; clock->p < clock->end && g_ascii_isdigit (*clock->p); clock->p++, unit /= 10)
    *seconds += (*clock->p - '0') * unit;

  return TRUE;
}

static gboolean
read_half (Clock *clock,
           guint *hour)
{
  const char *p = clock->p;
  gboolean pm;

  while (p < clock->end && *p == ' ')
    p++;
  if (clock->end - p < 2 || !strchr ("aApP", *p))
    return TRUE;

  pm = *p == 'p' || *p == 'P';
  p++;
  p += *p == '.';
  if (p == clock->end || (*p != 'm' && *p != 'M') || *hour < 1 || *hour > 12)
    return FALSE;
  p++;
  p += p < clock->end && *p == '.';
  clock->p = p;
  *hour = *hour % 12 + (pm ? 12 : 0);

  return TRUE;
}

static gboolean
read_zone (Clock    *clock,
           gboolean *zone)
{
  guint n_digits, offset;

  while (clock->p < clock->end && *clock->p == ' ')
    clock->p++;
  if (clock->p == clock->end)
    return TRUE;
  if (is_rest (clock, "Z") || is_rest (clock, "UTC") || is_rest (clock, "GMT"))
    return TRUE;
  if (*clock->p != '+' && *clock->p != '-')
    return FALSE;

  clock->p++;
  offset = read_digits (clock, &n_digits);
  if (n_digits != 2 && n_digits != 4)
    return FALSE;
  if (n_digits == 2 && clock->p < clock->end && *clock->p == ':')
    {
      clock->p++;
      offset += read_digits (clock, &n_digits);
    }
  *zone = offset != 0;

  return clock->p == clock->end && (n_digits == 2 || n_digits == 4);
}

/**
 * bw_clock_scan:
 * @seconds: (out): since midnight
 * @zone: (out): whether it bears a zone other than UTC, which is noted and not applied, so that a
 *   day stays that day
 *
 * Returns: whether all from @p to @end is a time
 */
gboolean
bw_clock_scan (const char *p,
               const char *end,
               double     *seconds,
               gboolean   *zone)
{
  Clock state = { p, end };
  Clock *clock = &state;
  guint hour, minute, n_digits, second = 0;

  *seconds = 0.0;
  *zone = FALSE;
  while (clock->p < clock->end && (*clock->p == ' ' || *clock->p == ',' || *clock->p == 'T'
                                   || *clock->p == 't'))
    clock->p++;
  hour = read_digits (clock, &n_digits);
  if (n_digits > 2 || clock->p == clock->end || *clock->p++ != ':')
    return FALSE;
  minute = read_digits (clock, &n_digits);
  if (n_digits != 2)
    return FALSE;
  if (clock->p < clock->end && *clock->p == ':')
    {
      clock->p++;
      second = read_digits (clock, &n_digits);
      if (n_digits != 2 || !read_fraction (clock, seconds))
        return FALSE;
    }
  if (!read_half (clock, &hour) || !read_zone (clock, zone))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;

  *seconds += hour * 3600.0 + minute * 60.0 + second;

  return TRUE;
}
