/* The numbers and the name of a month that a date is made of, and what parts them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/date-parts.h"

#include "cells/clock.h"
#include "cells/months.h"

#include <string.h>

static guint
read_digits (BwDateParts *scan,
             guint       *n_digits)
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
word_length (const BwDateParts *scan)
{
  const char *p = scan->p;

  while (p < scan->end && is_letter (*p))
    p++;

  return p - scan->p;
}

static gboolean
is_word (const BwDateParts *scan,
         gsize              length,
         const char        *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (scan->p, word, length) == 0;
}

/* The ending of a day's number: 1st, 2nd, 3rd, 4th, 1er, 1º. */
static void
skip_ordinal (BwDateParts *scan)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "º", "°", "ª" };
  const gsize length = word_length (scan);

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (endings); i++)
    {
      if (is_word (scan, length, endings[i]))
        scan->p += length;
    }
}

static gboolean
read_part (BwDateParts *scan)
{
  BwDatePart *part = &scan->parts[scan->n_parts];
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
skip_filler (BwDateParts *scan)
{
  static const char *const fillers[] = { "de", "del", "of", "di", "van" };
  const gsize length = word_length (scan);

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (fillers); i++)
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
read_separator (BwDateParts *scan)
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
skip_weekday (BwDateParts *scan)
{
  const gsize length = word_length (scan);

  if (length == 0 || !bw_is_weekday (scan->p, length))
    return;

  scan->p += length;
  if (scan->end - scan->p > 6 && g_ascii_strncasecmp (scan->p, "-feira", 6) == 0)
    scan->p += 6; /* "sexta-feira" */
  while (scan->p < scan->end && (*scan->p == ' ' || *scan->p == ',' || *scan->p == '.'))
    scan->p++;
}

/* "31 Ocak 2026 Cumartesi" */
static void
skip_weekday_behind (BwDateParts *scan)
{
  BwDateParts behind = *scan;

  while (behind.p < behind.end && (*behind.p == ' ' || *behind.p == ','))
    behind.p++;
  if (behind.p == behind.end || !is_letter (*behind.p))
    return;

  skip_weekday (&behind);
  if (behind.p == behind.end)
    scan->p = behind.p;
}

/* Between digits and letters there need be nothing: 31JAN2026. */
static gboolean
may_join (const BwDateParts *scan)
{
  const gboolean name = scan->parts[scan->n_parts - 1].n_digits == 0;

  return g_ascii_isdigit (*scan->p) ? name : !name && is_letter (*scan->p);
}

/**
 * bw_date_parts_scan:
 * @self: @p and @end set, all else zero
 *
 * Takes two or three parts, a day of the week before or behind them left out, up to the end or to a
 * time.
 *
 * Returns: whether there are two or three, and nothing else between them
 */
gboolean
bw_date_parts_scan (BwDateParts *self)
{
  skip_weekday (self);
  if (self->p == self->end || !read_part (self))
    return FALSE;

  while (self->n_parts < 3 && self->p < self->end && !bw_clock_begins (self->p, self->end))
    {
      const char separator = read_separator (self);

      if (self->n_parts == 1)
        self->separator = separator;
      if (self->p == self->end || (separator == 0 && !may_join (self)) || !read_part (self))
        return FALSE;
    }
  skip_weekday_behind (self);

  return self->n_parts >= 2;
}
