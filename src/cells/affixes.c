/* What stands around the digits of a number: signs, brackets, blanks, a currency, a percent sign. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/affixes.h"

#include "cells/currency.h"
#include "cells/scale.h"

#include <string.h>

/* The blanks that stand in and around numbers. */
static const char *const blanks[] = { " ", "\t", "\u00a0", "\u202f", "\u2009", "\u2007", "\u3000" };

/**
 * bw_blank_at_start:
 *
 * Returns: bytes of the blank that @text begins with, or 0
 */
gsize
bw_blank_at_start (const char *text,
                   gsize       length)
{
  if (length > 0 && (guchar) text[0] < 0x80) /* nearly always */
    return text[0] == ' ' || text[0] == '\t';

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      const gsize n = strlen (blanks[i]);

      if (n <= length && memcmp (text, blanks[i], n) == 0)
        return n;
    }

  return 0;
}

static gsize
blank_at_end (const char *text,
              gsize       length)
{
  if (length > 0 && (guchar) text[length - 1] < 0x80) /* nearly always */
    return text[length - 1] == ' ' || text[length - 1] == '\t';

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      const gsize n = strlen (blanks[i]);

      if (n <= length && memcmp (text + length - n, blanks[i], n) == 0)
        return n;
    }

  return 0;
}

static void
drop_start (BwAffixes *t,
            gsize      n)
{
  t->text += n;
  t->length -= n;
}

/* A sign at the start: "-", "+" or the minus of typesetters. */
static gsize
sign_at_start (const BwAffixes *t,
               gboolean        *negative)
{
  static const char minus[] = "\u2212";

  if (t->length > 0 && (t->text[0] == '-' || t->text[0] == '+'))
    {
      *negative = t->text[0] == '-';
      return 1;
    }
  if (t->length >= strlen (minus) && memcmp (t->text, minus, strlen (minus)) == 0)
    {
      *negative = TRUE;
      return strlen (minus);
    }

  return 0;
}

static gboolean
take_brackets (BwAffixes *t)
{
  if (t->has_sign || t->length < 3 || t->text[0] != '(' || t->text[t->length - 1] != ')')
    return FALSE;

  t->has_sign = TRUE;
  t->negative = TRUE;
  t->text++;
  t->length -= 2;

  return TRUE;
}

static gboolean
take_start (BwAffixes *t)
{
  gboolean negative = FALSE;
  const char *currency;
  gsize n;

  if (t->length == 0 || g_ascii_isdigit (t->text[0]))
    return FALSE;

  n = bw_blank_at_start (t->text, t->length);
  if (n > 0)
    {
      drop_start (t, n);
      return TRUE;
    }
  if (take_brackets (t))
    return TRUE;

  n = t->has_sign ? 0 : sign_at_start (t, &negative);
  if (n > 0)
    {
      t->has_sign = TRUE;
      t->negative = negative;
      drop_start (t, n);
      return TRUE;
    }

  if (t->per == 0 && t->text[0] == '%')
    {
      t->per = 2; /* %45, as in Turkish */
      drop_start (t, 1);
      return TRUE;
    }

  currency = t->currency != NULL ? NULL : bw_currency_at_start (t->text, t->length, &n);
  if (currency == NULL)
    return FALSE;

  t->currency = currency;
  drop_start (t, n);

  return TRUE;
}

/* "1,234.50 CR": a credit, which is owed to the customer, is below zero; a debit is above. */
static gboolean
take_credit (BwAffixes *t)
{
  const gsize dot = t->length > 0 && t->text[t->length - 1] == '.';
  const char *end = t->text + (t->length - dot);

  if (t->has_sign || t->length < 3 + dot || (end[-1] | 0x20) != 'r')
    return FALSE;
  if ((end[-2] | 0x20) != 'c' && (end[-2] | 0x20) != 'd')
    return FALSE;
  if (g_ascii_isalpha (end[-3]))
    return FALSE;

  t->has_sign = TRUE;
  t->negative = (end[-2] | 0x20) == 'c';
  t->credit = TRUE;
  t->length -= 2 + dot;

  return TRUE;
}

static gboolean
take_scale (BwAffixes *t)
{
  const BwScale *scale = bw_scale_at_end (t->text, t->length, t->currency != NULL);
  const gboolean small = scale != NULL && t->currency == NULL
                         && bw_scale_is_small (t->text + t->length - scale->length, scale->length);

  if (scale == NULL || (small && scale->length > 1) /* millimetres */
      || (scale->power < 0 ? t->per : t->scale) != 0)
    return FALSE;

  if (scale->power < 0)
    {
      t->per = -scale->power;
    }
  else
    {
      t->scale = scale->power;
      t->scale_sure = scale->sure;
      t->scale_small = small;
    }
  t->length -= scale->length;

  return TRUE;
}

static gboolean
take_end (BwAffixes *t)
{
  const char *currency;
  gsize n;

  if (t->length == 0 || g_ascii_isdigit (t->text[t->length - 1]))
    return FALSE;

  n = blank_at_end (t->text, t->length);
  if (n > 0)
    {
      t->length -= n;
      return TRUE;
    }
  if (take_brackets (t))
    return TRUE;

  if (!t->has_sign && t->length > 1 && t->text[t->length - 1] == '-')
    {
      t->has_sign = TRUE;
      t->negative = TRUE;
      t->length--;
      return TRUE;
    }

  currency = t->currency != NULL ? NULL : bw_currency_at_end (t->text, t->length, &n);
  if (currency == NULL)
    return take_scale (t) || take_credit (t);

  t->currency = currency;
  t->length -= n;

  return TRUE;
}

/**
 * bw_affixes_take:
 * @self: @text and @length set, all else zero
 *
 * Takes off whatever may stand around a number, each at most once; @text and @length are then what
 * is left.
 */
void
bw_affixes_take (BwAffixes *self)
{
  while (take_start (self))
    ;
  while (take_end (self))
    ;
}
