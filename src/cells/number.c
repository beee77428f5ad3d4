/* One cell as a number, in the ways people's tools write numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the digits (sign, currency, percent, brackets) is taken off from both ends; the
 * body that is left is read twice, with dot and with comma as the decimal mark. Which of the two is
 * meant is decided for the column as a whole, elsewhere. */

#include "cells/number.h"

#include "cells/affixes.h"
#include "cells/foreign.h"
#include "cells/quick.h"

#include <math.h>
#include <string.h>

#define MAX_LENGTH     64 /* longer texts are no numbers */
#define MAX_LETTERS    6  /* before the digits too */
#define MAX_TAIL       14 /* letters behind digits: "Milliarden EUR" */
#define EXACT_DIGITS   15 /* that any double keeps */
#define EXACT_POWER    22 /* the last power of ten that is a double */
#define MAX_MANTISSA   18 /* digits that fit guint64 for sure */
#define TOLD_DIGITS    17 /* that a double can tell apart */
#define PHONE_DIGITS   10 /* from which on + leads a phone number */

typedef struct
{
  guint64 mantissa;
  int     power;     /* of ten */
  guint   n_digits;  /* significant ones */
  guint   n_told;    /* of these, zeros at the end left out */
  int     n_dropped; /* of these, such that @mantissa has no room for */
  guint   n_whole;   /* before the decimal mark */
  gboolean exponent;
  gboolean fraction; /* has a decimal mark */
} Body;

static const double powers[EXACT_POWER + 1] = {
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

/* Whether a thousands separator stands at @p: its bytes, or 0. @id tells separators apart. */
static gsize
separator_at (const char *p,
              gsize       length,
              char        decimal,
              int        *id)
{
  gsize n;

  if ((*p == '.' || *p == ',') && *p != decimal)
    {
      *id = *p;
      return 1;
    }
  if (*p == '\'')
    {
      *id = '\'';
      return 1;
    }
  if (length >= 3 && memcmp (p, "’", 3) == 0)
    {
      *id = '\'';
      return 3;
    }

  n = bw_blank_at_start (p, length);
  *id = ' ';

  return *p == '\t' ? 0 : n;
}

static void
add_digit (Body    *body,
           char     digit,
           gboolean fraction)
{
  if (body->n_digits > 0 || digit != '0')
    body->n_digits++;
  if (digit != '0')
    body->n_told = body->n_digits;
  if (body->n_digits <= MAX_MANTISSA)
    {
      body->mantissa = body->mantissa * 10 + (digit - '0');
      body->power -= fraction;
    }
  else
    {
      body->n_dropped++;
      body->power += !fraction;
    }
  body->n_whole += !fraction;
}

static gboolean
read_exponent (const char *p,
               const char *end,
               Body       *body)
{
  gboolean negative = FALSE;
  int power = 0;

  if (p < end && (*p == '-' || *p == '+'))
    negative = *p++ == '-';
  if (p == end || end - p > 4)
    return FALSE;

  for (; p < end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      power = power * 10 + (*p - '0');
    }

  body->exponent = TRUE;
  body->power += negative ? -power : power;

  return TRUE;
}

/* Groups are of three digits, the first of one to three and not a lone 0; between commas also of
 * two, as in India, but for the last. */
static gboolean
group_ends_well (guint    n_in_group,
                 gboolean first,
                 gboolean last,
                 int      separator)
{
  if (first)
    return n_in_group >= 1 && n_in_group <= 3;

  return n_in_group == 3 || (!last && separator == ',' && n_in_group == 2);
}

static gboolean
read_body (const char *text,
           gsize       length,
           char        decimal,
           Body       *body)
{
  const char *end = text + length;
  guint n_in_group = 0, n_groups = 0, n_all = 0;
  gboolean fraction = FALSE;
  int separator = 0;

  for (const char *p = text; p < end; p++)
    {
      int id;
      gsize n;

      if (g_ascii_isdigit (*p))
        {
          add_digit (body, *p, fraction);
          n_in_group++;
          n_all++;
          continue;
        }
      if ((*p == 'e' || *p == 'E') && n_all > 0 && n_groups == 0)
        return read_exponent (p + 1, end, body);
      if (fraction)
        return FALSE;
      if (*p == decimal)
        {
          if (n_groups > 0 && !group_ends_well (n_in_group, FALSE, TRUE, separator))
            return FALSE;
          fraction = TRUE;
          body->fraction = TRUE;
          continue;
        }

      n = separator_at (p, end - p, decimal, &id);
      if (n == 0 || (separator != 0 && separator != id) || (n_groups == 0 && *text == '0')
          || !group_ends_well (n_in_group, n_groups == 0, FALSE, id))
        return FALSE;
      separator = id;
      n_groups++;
      n_in_group = 0;
      p += n - 1;
    }

  return n_all > 0 && (fraction || n_groups == 0
                       || group_ends_well (n_in_group, FALSE, TRUE, separator));
}

/* The nearest double: exact arithmetic where that suffices, else the C library's, of all digits. */
static double
value_of (const Body *body,
          const char *text,
          gsize       length)
{
  char written[MAX_LENGTH + 32];
  gsize used = 0;

  if (body->mantissa == 0)
    return 0.0;
  if (body->n_digits <= EXACT_DIGITS && ABS (body->power) <= EXACT_POWER)
    return body->power < 0 ? (double) body->mantissa / powers[-body->power]
                           : (double) body->mantissa * powers[body->power];

  for (gsize i = 0; i < length && (text[i] | 0x20) != 'e'; i++)
    {
      if (g_ascii_isdigit (text[i]))
        written[used++] = text[i];
    }
  g_snprintf (written + used, sizeof written - used, "e%d", body->power - body->n_dropped);

  return g_ascii_strtod (written, NULL);
}

static gboolean
read_under (const BwAffixes *t,
            BwMark           mark,
            BwNumber        *number)
{
  Body body = { 0 };
  double value;

  if (!read_body (t->text, t->length, mark == BW_MARK_DOT ? '.' : ',', &body))
    return FALSE;

  body.power += (int) t->scale - (int) t->per;
  value = value_of (&body, t->text, t->length);
  number->fits[mark] = isfinite (value);
  number->values[mark] = t->negative && value != 0.0 ? -value : value;
  number->exponent = body.exponent;
  number->n_digits = body.n_whole;
  number->fractions |= body.fraction ? 1u << mark : 0;
  number->lossy |= body.n_told > TOLD_DIGITS;

  return number->fits[mark];
}

static gboolean
all_digits (const char *text,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return length > 0;
}

/* "EUR 1.2 million": a code of three capitals may stand before longer words. */
static gboolean
begins_with_code (const char *text,
                  gsize       length)
{
  return length > 4 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1])
         && g_ascii_isupper (text[2]) && !g_ascii_isalpha (text[3]);
}

/* Whether there is a digit and no more letters than the longest currency, an exponent and a few
 * signs of several bytes have; told cheaply, since most texts are no numbers. */
static gboolean
has_digits_enough (const char *text,
                   gsize       length)
{
  guint n_digits = 0, n_letters = 0;

  if (length > 1 && g_ascii_isalpha (text[0]) && !g_ascii_isalpha (text[1]) && text[1] != '$')
    return FALSE; /* "C-1": no currency is one letter, but for C$ and the like */

  for (gsize i = 0; i < length; i++)
    {
      n_digits += g_ascii_isdigit (text[i]);
      n_letters += g_ascii_isalpha (text[i]);
    }
  if (n_digits == 0 || n_letters > MAX_TAIL)
    return FALSE;

  return n_letters <= MAX_LETTERS || !g_ascii_isalpha (text[0])
         || begins_with_code (text, length);
}

/* "+49 170 1234567": a plus before so many digits is no sign of a number. */
static gboolean
is_phone (const char     *text,
          const BwNumber *number)
{
  return text[0] == '+' && number->n_digits >= PHONE_DIGITS && number->fractions == 0;
}

static gboolean
scan_plain (const char *text,
            gsize       length,
            BwNumber   *number)
{
  BwAffixes t = { .text = text, .length = length };

  if (!has_digits_enough (text, length))
    return FALSE;

  bw_affixes_take (&t);
  if (t.length == 0 || !(g_ascii_isdigit (t.text[0]) || t.text[0] == '.' || t.text[0] == ','))
    return FALSE;
  if (t.per > 0 && (t.currency != NULL || t.scale > 0))
    return FALSE;
  if (t.currency != NULL && t.length > 1 && t.text[0] == '0' && g_ascii_isdigit (t.text[1]))
    return FALSE; /* "PEN0012" is a code */

  number->percent = t.per > 0;
  number->currency = t.currency;
  number->scale = t.scale;
  number->credit = t.credit;
  number->digits_only = all_digits (text, length);
  number->leading_zero = number->digits_only && length > 1 && text[0] == '0';
  read_under (&t, BW_MARK_DOT, number);
  read_under (&t, BW_MARK_COMMA, number);
  if (is_phone (text, number))
    number->fits[BW_MARK_DOT] = number->fits[BW_MARK_COMMA] = FALSE;
  number->scale_sure = t.scale_sure
                       || (t.scale > 0 && (t.currency != NULL
                                           || (number->fractions != 0 && !t.scale_small)));
  number->lossy &= !number->digits_only;

  return number->fits[BW_MARK_DOT] || number->fits[BW_MARK_COMMA];
}

static gboolean
scan_foreign (const char *text,
              gsize       length,
              BwNumber   *number)
{
  char folded[BW_FOREIGN_SIZE];
  char decimal;
  const gsize n = bw_foreign_fold (text, length, folded, &decimal);

  if (n == 0 || !(bw_quick_number (folded, n, number) || scan_plain (folded, n, number)))
    return FALSE;
  if (decimal == '.')
    number->fits[BW_MARK_COMMA] = FALSE;

  return number->fits[BW_MARK_DOT] || number->fits[BW_MARK_COMMA];
}

/**
 * bw_number_scan:
 * @text: UTF-8
 * @number: (out): filled whatever comes of it
 *
 * Reads `1,234.5`, `1.234,5`, `1 234,5`, `1'234.5`, `12,34,567.8`, `(12.50)`, `12-`, `12 CR`, `$4.2`,
 * `402,84 €`, `45 %`, `%45`, `25 bps`, `1e3`, `$4.2k`, `3 Tsd.` and the like, under both decimal
 * marks; digits of other scripts too. Underscores and phone numbers are none.
 *
 * Returns: whether the cell is a number under at least one of them
 */
gboolean
bw_number_scan (const char *text,
                gsize       length,
                BwNumber   *number)
{
  memset (number, 0, sizeof *number);
  if (length == 0 || length > MAX_LENGTH)
    return FALSE;
  if (bw_quick_number (text, length, number) || scan_plain (text, length, number))
    return TRUE;
  if (!bw_foreign_may_be (text, length))
    return FALSE;

  memset (number, 0, sizeof *number);

  return scan_foreign (text, length, number);
}
