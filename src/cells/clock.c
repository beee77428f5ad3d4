/* The time of day behind a date: 14:30, 2:30 PM, T14:30:00.000Z. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/clock.h"

#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
} Clock;

typedef struct
{
  const char *name;
  int         minutes; /* ahead of UTC */
} Zone;

/* Names that several zones share stand for the one that exports mean most. */
static const Zone zones[] = {
  { "Z", 0 }, { "UTC", 0 }, { "GMT", 0 }, { "WET", 0 }, { "WEST", 60 }, { "BST", 60 },
  { "CET", 60 }, { "CEST", 120 }, { "MEZ", 60 }, { "MESZ", 120 }, { "EET", 120 }, { "EEST", 180 },
  { "MSK", 180 }, { "TRT", 180 }, { "IST", 330 }, { "SGT", 480 }, { "HKT", 480 }, { "JST", 540 },
  { "AEST", 600 }, { "AEDT", 660 }, { "NZST", 720 }, { "NZDT", 780 }, { "BRT", -180 },
  { "ART", -180 }, { "EST", -300 }, { "EDT", -240 }, { "ET", -300 }, { "CST", -360 },
  { "CDT", -300 }, { "MST", -420 }, { "MDT", -360 }, { "PST", -480 }, { "PDT", -420 },
  { "PT", -480 },
};

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

/* What stands between hours and minutes: a colon, or an h as the French write. */
static gboolean
is_hour_mark (char c)
{
  return c == ':' || c == 'h' || c == 'H';
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
  if (p + 2 < end && g_ascii_isdigit (p[0]) && is_hour_mark (p[1]) && g_ascii_isdigit (p[2]))
    return TRUE;

  return p + 3 < end && g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && is_hour_mark (p[2])
         && g_ascii_isdigit (p[3]);
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

/* "14:30 Uhr", and the long name of a zone that a browser adds in brackets. */
static void
drop_tail (Clock *clock)
{
  static const char hours[] = "uhr";
  const char *p;

  if (clock->end > clock->p && clock->end[-1] == ')')
    {
      for (p = clock->p; p < clock->end && *p != '('; p++)
        ;
      clock->end = p;
    }
  while (clock->end > clock->p && clock->end[-1] == ' ')
    clock->end--;
  if ((gsize) (clock->end - clock->p) >= strlen (hours)
      && g_ascii_strncasecmp (clock->end - strlen (hours), hours, strlen (hours)) == 0)
    clock->end -= strlen (hours);
  while (clock->end > clock->p && clock->end[-1] == ' ')
    clock->end--;
}

static gboolean
read_zone_name (const Clock *clock,
                int         *minutes)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      if (!is_rest (clock, zones[i].name))
        continue;
      *minutes = zones[i].minutes;
      return TRUE;
    }

  return FALSE;
}

/* +02:00, +0200, +2, also behind UTC or GMT */
static gboolean
read_offset (Clock *clock,
             int   *minutes)
{
  guint n_digits, offset;
  gboolean west;

  if (clock->end - clock->p > 3 && (g_ascii_strncasecmp (clock->p, "UTC", 3) == 0
                                    || g_ascii_strncasecmp (clock->p, "GMT", 3) == 0))
    clock->p += 3;
  if (*clock->p != '+' && *clock->p != '-')
    return FALSE;

  west = *clock->p++ == '-';
  offset = read_digits (clock, &n_digits);
  if (n_digits == 4)
    offset = offset / 100 * 60 + offset % 100;
  else if (n_digits == 1 || n_digits == 2)
    offset *= 60;
  else
    return FALSE;
  if (n_digits <= 2 && clock->p < clock->end && *clock->p == ':')
    {
      clock->p++;
      offset += read_digits (clock, &n_digits);
      if (n_digits != 2)
        return FALSE;
    }
  *minutes = west ? -(int) offset : (int) offset;

  return clock->p == clock->end && offset <= 14 * 60;
}

static gboolean
read_zone (Clock *clock,
           int   *minutes)
{
  while (clock->p < clock->end && *clock->p == ' ')
    clock->p++;
  if (clock->p == clock->end)
    return TRUE;

  return read_zone_name (clock, minutes) || read_offset (clock, minutes);
}

/**
 * bw_clock_scan:
 * @seconds: (out): since midnight
 * @zone: (out): minutes by which its zone is ahead of UTC, which are told and not applied, so that a
 *   day stays that day; or %BW_CLOCK_NO_ZONE
 *
 * Returns: whether all from @p to @end is a time
 */
gboolean
bw_clock_scan (const char *p,
               const char *end,
               double     *seconds,
               int        *zone)
{
  Clock state = { p, end };
  Clock *clock = &state;
  guint hour, minute, n_digits, second = 0;
  char mark;

  *seconds = 0.0;
  *zone = BW_CLOCK_NO_ZONE;
  drop_tail (clock);
  while (clock->p < clock->end && (*clock->p == ' ' || *clock->p == ',' || *clock->p == 'T'
                                   || *clock->p == 't'))
    clock->p++;
  hour = read_digits (clock, &n_digits);
  if (n_digits < 1 || n_digits > 2 || clock->p == clock->end)
    return FALSE;
  mark = *clock->p++;
  if (mark != '.' && !is_hour_mark (mark)) /* 14.30, as in the north, behind a whole date alone */
    return FALSE;
  minute = read_digits (clock, &n_digits);
  if (n_digits != 2)
    return FALSE;
  if (clock->p < clock->end && (*clock->p == ':' || (mark == '.' && *clock->p == '.')))
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
