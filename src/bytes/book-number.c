/* A number as a workbook stores it becomes text: plain, percent, money, a date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks store doubles with up to 17 digits (0.45000000000000001). The shortest text that means
 * the same double is what was typed, and its digits can be shifted without a loss. */

#include "bytes/book-number.h"

#include <math.h>
#include <string.h>

#define DIGITS_MAX 17 /* that tell any double from all others */
#define SHORT_MAX  15 /* digits that any double keeps */
#define PLAIN_MAX  21 /* digits before or zeros behind the mark that are written out */
#define DAY_MAX    2958465 /* 9999-12-31, the last that Excel knows */
#define DAY_LEAP   60 /* 29 February 1900, which never was */

/* Ordinals of days, 1 January of the year 1 being 1. */
#define ORIGIN_1900 693594 /* 30 December 1899 */
#define ORIGIN_1904 695056

#define MS_PER_DAY 86400000

typedef struct
{
  gboolean negative;
  char     digits[DIGITS_MAX + 1];
  int      n_digits;
  int      point; /* the value is 0.DIGITS times ten to that power */
} Decimal;

/* Whether @text is the shortest way to write its double already: few digits and no exponent. */
static gboolean
is_plain (const char *text)
{
  gsize n_digits = 0;
  const char *p = text + (*text == '-');

  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    n_digits++;
  if (*p == '.')
    {
      for (p++; g_ascii_isdigit (*p); p++)
        n_digits++;
      if (p[-1] == '.')
        return FALSE;
    }

  return *p == '\0' && n_digits <= SHORT_MAX;
}

static gboolean
read_double (const char *text,
             double     *value)
{
  char *end;

  while (g_ascii_isspace (*text))
    text++;
  if (*text == '\0' || g_ascii_isalpha (*text) || strpbrk (text, "xX") != NULL) /* 0x10 is a text */
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  while (g_ascii_isspace (*end))
    end++;

  return *end == '\0' && isfinite (*value);
}

/* The fewest digits that mean just @value. */
static void
decimal_set (Decimal *self,
             double   value)
{
  static const char *const formats[] = { "%.14e", "%.15e", "%.16e" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *p = text;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }

  self->negative = *p == '-';
  self->n_digits = 0;
  for (p += self->negative; *p != 'e'; p++)
    {
      if (*p != '.')
        self->digits[self->n_digits++] = *p;
    }
  self->point = atoi (p + 1) + 1;
  while (self->n_digits > 1 && self->digits[self->n_digits - 1] == '0')
    self->n_digits--;
  if (self->digits[0] == '0')
    self->point = 1;
}

static void
append_zeros (GString *fields,
              int      n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (fields, '0');
}

/* The number without its sign. */
static void
append_digits (GString       *fields,
               const Decimal *decimal)
{
  const char *digits = decimal->digits;
  const int n = decimal->n_digits, point = decimal->point;

  if (point > PLAIN_MAX || point < -PLAIN_MAX)
    {
      g_string_append_c (fields, digits[0]);
      if (n > 1)
        g_string_append_c (fields, '.');
      g_string_append_len (fields, digits + 1, n - 1);
      g_string_append_printf (fields, "E%+d", point - 1);
    }
  else if (point <= 0)
    {
      g_string_append (fields, "0.");
      append_zeros (fields, -point);
      g_string_append_len (fields, digits, n);
    }
  else
    {
      g_string_append_len (fields, digits, MIN (n, point));
      append_zeros (fields, point - n);
      if (n > point)
        g_string_append_c (fields, '.');
      g_string_append_len (fields, digits + MIN (n, point), MAX (n - point, 0));
    }
}

static void
append_number (GString *fields,
               double   value,
               int      shift)
{
  Decimal decimal;

  decimal_set (&decimal, value);
  decimal.point += value != 0.0 ? shift : 0;
  if (decimal.negative && value != 0.0)
    g_string_append_c (fields, '-');
  append_digits (fields, &decimal);
}

/* Signs of letters stand behind the number, others before it: 5 SEK, -$5. */
static void
append_money (GString    *fields,
              double      value,
              const char *sign)
{
  const gboolean behind = g_ascii_isalpha (sign[0]);

  if (value < 0.0)
    g_string_append_c (fields, '-');
  if (!behind)
    g_string_append (fields, sign);
  append_number (fields, fabs (value), 0);
  if (behind)
    g_string_append_printf (fields, " %s", sign);
}

static void
append_clock (GString *fields,
              guint    ms)
{
  const guint seconds = ms / 1000;

  g_string_append_printf (fields, " %02u:%02u:%02u", seconds / 3600, seconds / 60 % 60,
                          seconds % 60);
  if (ms % 1000 > 0)
    g_string_append_printf (fields, ".%03u", ms % 1000);
}

/* The day as a workbook shows it, two that never were among them. */
static void
append_day (GString *fields,
            guint    day,
            gboolean from_1904)
{
  GDate date;

  if (!from_1904 && (day == 0 || day == DAY_LEAP))
    {
      g_string_append (fields, day == 0 ? "1900-01-00" : "1900-02-29");
      return;
    }

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day + (from_1904 ? ORIGIN_1904 : ORIGIN_1900)
                     + (!from_1904 && day < DAY_LEAP));
  g_string_append_printf (fields, "%04u-%02u-%02u", g_date_get_year (&date),
                          (guint) g_date_get_month (&date), g_date_get_day (&date));
}

/* Returns: whether @value counts days that a workbook can show */
static gboolean
append_date (GString *fields,
             double   value,
             gboolean from_1904)
{
  guint64 ms;

  if (value < 0.0 || value >= DAY_MAX + 1)
    return FALSE;

  ms = llround (value * MS_PER_DAY);
  append_day (fields, ms / MS_PER_DAY, from_1904);
  if (ms % MS_PER_DAY > 0)
    append_clock (fields, ms % MS_PER_DAY);

  return TRUE;
}

/**
 * bw_book_number_append:
 * @text: as it is stored, in C's own form
 *
 * Appends the number as its cell means it: 2026-01-31, 45%, $12.5, 1200. What is no number is
 * appended as it stands.
 */
void
bw_book_number_append (GString              *fields,
                       const char           *text,
                       const BwNumberFormat *format,
                       gboolean              from_1904)
{
  const gboolean plain = format->kind == BW_FORMAT_PLAIN || format->kind == BW_FORMAT_TIME;
  double value;

  if ((plain && is_plain (text)) || !read_double (text, &value))
    {
      g_string_append (fields, text);
      return;
    }
  if (format->kind == BW_FORMAT_DATE && append_date (fields, value, from_1904))
    return;

  switch (format->kind)
    {
    case BW_FORMAT_PERCENT:
      append_number (fields, value, 2);
      g_string_append_c (fields, '%');
      return;

    case BW_FORMAT_MONEY:
      append_money (fields, value, format->sign);
      return;

    case BW_FORMAT_PLAIN:
    case BW_FORMAT_DATE:
    case BW_FORMAT_TIME:
    default:
      append_number (fields, value, 0);
    }
}
