/* Values written as CSV: comma, double quotes, UTF-8, LF; numbers in C form, dates as ISO. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table/csv.h"

#include <math.h>
#include <string.h>

#define MS_PER_DAY 86400000.0

/**
 * bw_csv_append_text:
 * @text: UTF-8, kept to the byte; quoted where it has to be
 *
 * Appends one field. Fields are parted by the caller. Only-blank and empty texts stay as they are.
 */
void
bw_csv_append_text (GString    *out,
                    const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

/**
 * bw_csv_append_guarded:
 *
 * As bw_csv_append_text(), with an apostrophe before a text that a spreadsheet would run as a
 * formula: one that begins with =, +, -, @, a tab or a carriage return.
 */
void
bw_csv_append_guarded (GString    *out,
                       const char *text)
{
  g_autofree char *guarded = NULL;

  if (*text == '\0' || strchr ("=+-@\t\r", *text) == NULL)
    {
      bw_csv_append_text (out, text);
      return;
    }

  guarded = g_strconcat ("'", text, NULL);
  bw_csv_append_text (out, guarded);
}

/**
 * bw_csv_append_number:
 * @value: finite, or NaN for an empty field
 *
 * Appends the fewest digits that read back as the very same double.
 */
void
bw_csv_append_number (GString *out,
                      double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return;

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }

  g_string_append (out, text);
}

/**
 * bw_csv_append_fixed:
 * @value: finite, or NaN for an empty field
 * @decimals: 0 to 9
 */
void
bw_csv_append_fixed (GString *out,
                     double   value,
                     int      decimals)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE * 8];

  if (isnan (value))
    return;

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, format, value);
  g_string_append (out, text);
}

/**
 * bw_csv_append_date:
 * @days: since 1970-01-01; a fraction is a time of day; NaN for an empty field
 *
 * Appends 2026-01-31, or 2026-01-31T13:45:00 (with milliseconds where there are any).
 */
void
bw_csv_append_date (GString *out,
                    double   days)
{
  g_autoptr(GDateTime) moment = NULL;
  g_autofree char *text = NULL;
  gint64 ms;

  if (isnan (days) || fabs (days) > 2.9e6)
    return;

  ms = (gint64) floor (days * MS_PER_DAY + 0.5);
  moment = g_date_time_new_from_unix_utc ((ms - (ms % 1000 + 1000) % 1000) / 1000);
  if (moment == NULL)
    return;

  text = g_date_time_format (moment, days == floor (days) ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S");
  g_string_append (out, text);
  if (ms % 1000 != 0)
    g_string_append_printf (out, ".%03d", (int) ((ms % 1000 + 1000) % 1000));
}

/**
 * bw_csv_append_cell:
 * @guarded: whether texts are guarded against being run as formulas
 *
 * Appends the value of @column at @row as its type is written: numbers and money in C form,
 * percents as fractions, dates as ISO, yes/no as true and false; nothing where it is missing.
 */
void
bw_csv_append_cell (GString        *out,
                    const BwColumn *column,
                    gsize           row,
                    gboolean        guarded)
{
  const BwColumnType type = bw_column_get_type (column);

  if (bw_column_is_missing (column, row))
    return;

  if (bw_column_type_is_coded (type))
    {
      if (guarded)
        bw_csv_append_guarded (out, bw_column_get_text (column, row));
      else
        bw_csv_append_text (out, bw_column_get_text (column, row));
    }
  else if (type == BW_COLUMN_FLAG)
    g_string_append (out, bw_column_get_numbers (column)[row] != 0.0 ? "true" : "false");
  else if (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
    bw_csv_append_date (out, bw_column_get_numbers (column)[row]);
  else
    bw_csv_append_number (out, bw_column_get_numbers (column)[row]);
}
