/* A header that bears a number: what is numbered, and what the number counts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/wide.h"

#include <stdlib.h>
#include <string.h>

#define LOOSE " -_./:()[]"

/* Words before a number that say what it counts. */
typedef struct
{
  const char *word;
  guint       unit;
} UnitWord;

static const UnitWord unit_words[] = {
  { "m", BW_UNIT_MONTH },
  { "mo", BW_UNIT_MONTH },
  { "mth", BW_UNIT_MONTH },
  { "t", BW_UNIT_MONTH },
  { "month", BW_UNIT_MONTH },
  { "monat", BW_UNIT_MONTH },
  { "mois", BW_UNIT_MONTH },
  { "mes", BW_UNIT_MONTH },
  { "mese", BW_UNIT_MONTH },
  { "maand", BW_UNIT_MONTH },
  { "w", BW_UNIT_WEEK },
  { "wk", BW_UNIT_WEEK },
  { "week", BW_UNIT_WEEK },
  { "kw", BW_UNIT_WEEK },
  { "woche", BW_UNIT_WEEK },
  { "semaine", BW_UNIT_WEEK },
  { "semana", BW_UNIT_WEEK },
  { "settimana", BW_UNIT_WEEK },
  { "quarter", BW_UNIT_QUARTER },
  { "quartal", BW_UNIT_QUARTER },
  { "qtr", BW_UNIT_QUARTER },
};

/**
 * bw_wide_cut:
 *
 * Returns: (transfer full): @header without bytes @start to @end, and without what hangs loose then
 */
char *
bw_wide_cut (const char *header,
             gsize       start,
             gsize       end)
{
  g_autofree char *rest = g_strdup_printf ("%.*s%s", (int) start, header, header + end);
  char *from = rest + strspn (rest, LOOSE);
  gsize length = strlen (from);

  while (length > 0 && strchr (LOOSE, from[length - 1]) != NULL)
    length--;

  return g_strndup (from, length);
}

static gboolean
find_unit (const char *word,
           gsize       length,
           guint      *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    {
      if (strlen (unit_words[i].word) == length &&
          g_ascii_strncasecmp (unit_words[i].word, word, length) == 0)
        {
          *unit = unit_words[i].unit;
          return TRUE;
        }
    }

  return FALSE;
}

/* Bytes of the letters that end at @end in @header. */
static gsize
letters_before (const char *header,
                gsize       end)
{
  gsize n = 0;

  while (n < end && g_ascii_isalpha (header[end - n - 1]))
    n++;

  return n;
}

/* The one or two digits of @header that could number it, at its end or before a gap. */
static gboolean
find_number (const char *header,
             gsize      *start,
             gsize      *end)
{
  const gsize length = strlen (header);
  gsize n = 0;

  while (n < length && g_ascii_isdigit (header[length - n - 1]))
    n++;
  if (n == 0)
    {
      const gsize word = strspn (header, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
      const gsize gap = strspn (header + word, "-_ ");
      guint unit;

      n = strspn (header + word + gap, "0123456789");
      *start = word + gap;
      *end = *start + n;
      return n > 0 && n <= 2 && strchr ("-_ ", header[*end]) != NULL && header[*end] != '\0' &&
             find_unit (header, word, &unit);
    }
  *start = length - n;
  *end = length;

  return n <= 2 && *start > 0;
}

/**
 * bw_wide_read_number:
 * @column: (out): stem, number, unit and direction are filled where @header bears a number that may
 *   be a time; else left alone
 */
void
bw_wide_read_number (const char   *header,
                     BwWideColumn *column)
{
  static const char *const gaps = "-_ .";
  gsize start, end, before, word;
  gboolean minus;

  if (!find_number (header, &start, &end))
    return;
  column->number = atoi (header + start);
  before = start;
  minus = header[start - 1] == '-';
  while (before > 0 && strchr (gaps, header[before - 1]) != NULL)
    before--;
  word = letters_before (header, before);
  column->unit = BW_UNIT_MONTH;
  if (word > 0 && find_unit (header + before - word, word, &column->unit))
    {
      column->back = minus;
      before -= word;
    }
  column->stem = bw_wide_cut (header, before, end);
}
