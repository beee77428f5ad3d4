/* What a workbook's number formats say a number is: a date, a share, an amount of money. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code has up to four sections, parted by semicolons; the first is that of ordinary numbers and
 * decides. In it letters stand for parts of dates, unless they are quoted, escaped or in brackets. */

#include "bytes/number-format.h"

#include "cells/currency.h"

#include <string.h>

#define SIGN_MAX 16 /* bytes of a currency's sign */

/* Formats that a workbook refers to by number without writing them down. Those of money are in the
 * reader's own currency, whatever that is, and so are plain. */
static const struct
{
  guint        first;
  guint        last;
  BwFormatKind kind;
} built_in[] = {
  { 9, 10, BW_FORMAT_PERCENT },
  { 14, 17, BW_FORMAT_DATE },
  { 18, 21, BW_FORMAT_TIME },
  { 22, 22, BW_FORMAT_DATE },
  { 27, 31, BW_FORMAT_DATE },
  { 32, 33, BW_FORMAT_TIME },
  { 34, 36, BW_FORMAT_DATE },
  { 45, 47, BW_FORMAT_TIME },
  { 50, 58, BW_FORMAT_DATE },
};

/* Signs that several currencies share, told apart by the place (an LCID) that stands with them. */
static const struct
{
  const char *sign;
  guint       place;
  const char *code;
} places[] = {
  { "$", 0x1009, "CAD" }, { "$", 0x0C0C, "CAD" }, { "$", 0x0C09, "AUD" }, { "$", 0x1409, "NZD" },
  { "$", 0x4809, "SGD" }, { "$", 0x0C04, "HKD" }, { "$", 0x080A, "MXN" }, { "$", 0x2C0A, "ARS" },
  { "$", 0x340A, "CLP" }, { "$", 0x240A, "COP" },
  { "¥", 0x0804, "CNY" }, { "￥", 0x0804, "CNY" },
  { "kr", 0x041D, "SEK" }, { "kr", 0x0414, "NOK" }, { "kr", 0x0814, "NOK" }, { "kr", 0x0406, "DKK" },
  { "kr.", 0x0406, "DKK" },
};

typedef struct
{
  gboolean    day;     /* y, d, or a month's name */
  gboolean    time;    /* h or s */
  gboolean    month;   /* m, which may be minutes */
  gboolean    elapsed; /* [h], [mm], [ss] */
  gboolean    percent;
  gboolean    digits;  /* 0, # or ? */
  const char *sign;
} Traits;

/* The sign as the currencies know it, or %NULL. A dollar of a place that is not known stays one. */
static const char *
known_sign (const char *text,
            gsize       length,
            guint       place)
{
  char sign[SIGN_MAX + 1];
  gsize n_used;

  while (length > 0 && *text == ' ')
    {
      text++;
      length--;
    }
  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (length == 0 || length > SIGN_MAX)
    return NULL;

  memcpy (sign, text, length);
  sign[length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (places[i].place == place && strcmp (places[i].sign, sign) == 0)
        return places[i].code;
    }
  if (bw_currency_at_end (sign, length, &n_used) == NULL || n_used != length)
    return NULL;

  return g_intern_string (sign);
}

/* [Red], [>100], [h], [$€-407], [$-409]
 * Returns: behind it */
static const char *
read_bracket (const char *p,
              Traits     *traits)
{
  const char *close = strchr (p, ']');
  const char *start = p + 1;
  gsize length;

  if (close == NULL)
    return p + strlen (p);

  length = close - start;
  if (length > 0 && *start == '$')
    {
      const char *dash = memchr (start, '-', length);
      const char *end = dash != NULL ? dash : close;
      const guint64 place = dash != NULL ? g_ascii_strtoull (dash + 1, NULL, 16) : 0;

      if (end > start + 1)
        traits->sign = known_sign (start + 1, end - start - 1, place & 0xFFFF);
    }
  else if (length > 0 && strspn (start, "hHmMsS") == length)
    {
      traits->elapsed = TRUE;
    }

  return close + 1;
}

static const char *
read_quoted (const char *p,
             Traits     *traits)
{
  const char *close = strchr (p + 1, '"');
  const char *sign;

  if (close == NULL)
    return p + strlen (p);

  sign = known_sign (p + 1, close - p - 1, 0);
  if (sign != NULL)
    traits->sign = sign;

  return close + 1;
}

/* A letter of a date, or one that stands for itself.
 * Returns: behind it */
static const char *
read_letter (const char *p,
             Traits     *traits)
{
  gsize n = 1;

  switch (g_ascii_tolower (*p))
    {
    case 'y':
    case 'd':
    case 'b':
    case 'g':
      traits->day = TRUE;
      return p + 1;

    case 'e':
      traits->day |= !traits->digits;
      return p + 1 + (p[1] == '+' || p[1] == '-');

    case 'h':
    case 's':
      traits->time = TRUE;
      return p + 1;

    case 'm':
      while (g_ascii_tolower (p[n]) == 'm')
        n++;
      traits->month = TRUE;
      traits->day |= n >= 3;
      return p + n;

    case 'a':
      if (g_ascii_strncasecmp (p, "am/pm", 5) == 0)
        return p + 5;
      return p + (g_ascii_strncasecmp (p, "a/p", 3) == 0 ? 3 : 1);

    default:
      return p + 1;
    }
}

/* A character that stands for itself; it may be a currency's sign, as € and £ are.
 * Returns: behind it */
static const char *
read_literal (const char *p,
              Traits     *traits)
{
  const char *next = g_utf8_next_char (p);
  const char *sign = g_ascii_isalnum (*p) ? NULL : known_sign (p, next - p, 0);

  if (sign != NULL)
    traits->sign = sign;

  return next;
}

static const char *
skip_character (const char *p)
{
  return *p != '\0' ? g_utf8_next_char (p) : p;
}

/* Returns: behind the section */
static const char *
read_section (const char *p,
              Traits     *traits)
{
  while (*p != '\0' && *p != ';')
    {
      switch (*p)
        {
        case '[':
          p = read_bracket (p, traits);
          break;

        case '"':
          p = read_quoted (p, traits);
          break;

        case '\\':
          p = p[1] != '\0' ? read_literal (p + 1, traits) : p + 1;
          break;

        case '_':
        case '*':
          p = skip_character (p + 1);
          break;

        case '%':
          traits->percent = TRUE;
          p++;
          break;

        case '0':
        case '#':
        case '?':
          traits->digits = TRUE;
          p++;
          break;

        default:
          p = g_ascii_isalpha (*p) ? read_letter (p, traits) : read_literal (p, traits);
          break;
        }
    }

  return p;
}

/**
 * bw_number_format_read:
 * @format: (out): what @code means
 * @code: valid UTF-8, as a workbook writes it: `[$-409]d\-mmm\-yy;@`
 */
void
bw_number_format_read (BwNumberFormat *format,
                       const char     *code)
{
  Traits traits = { 0 };

  format->kind = BW_FORMAT_PLAIN;
  format->sign = NULL;
  if (g_ascii_strncasecmp (code, "General", strlen ("General")) == 0)
    return;

  read_section (code, &traits);
  if (traits.elapsed)
    format->kind = BW_FORMAT_TIME;
  else if (traits.day || (traits.month && !traits.time))
    format->kind = BW_FORMAT_DATE;
  else if (traits.time)
    format->kind = BW_FORMAT_TIME;
  else if (traits.percent)
    format->kind = BW_FORMAT_PERCENT;
  else if (traits.sign != NULL && traits.digits)
    format->kind = BW_FORMAT_MONEY;
  format->sign = format->kind == BW_FORMAT_MONEY ? traits.sign : NULL;
}

/**
 * bw_number_format_find:
 * @format: (out): what the format of that number means where the workbook does not say
 */
void
bw_number_format_find (BwNumberFormat *format,
                       guint           id)
{
  format->kind = BW_FORMAT_PLAIN;
  format->sign = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      if (id >= built_in[i].first && id <= built_in[i].last)
        format->kind = built_in[i].kind;
    }
}
