/* Sums of money in the currency of the data, placed as the locale does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "format/format.h"
#include "format/number.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS "\342\210\222"
#define SPACE "\302\240" /* no break */

/* Signs that stand for one currency wherever English is read; all others are shown by their code. */
static const struct
{
  const char *code;
  const char *sign;
  gboolean    whole; /* has no smaller unit */
} currencies[] = {
  { "USD", "$", FALSE },
  { "EUR", "€", FALSE },
  { "GBP", "£", FALSE },
  { "JPY", "¥", TRUE },
  { "INR", "₹", FALSE },
  { "KRW", "₩", TRUE },
  { "ILS", "₪", FALSE },
  { "TRY", "₺", FALSE },
  { "UAH", "₴", FALSE },
  { "VND", "₫", TRUE },
  { "PHP", "₱", FALSE },
  { "NGN", "₦", FALSE },
  { "AUD", "A$", FALSE },
  { "CAD", "CA$", FALSE },
  { "NZD", "NZ$", FALSE },
  { "MXN", "MX$", FALSE },
  { "BRL", "R$", FALSE },
  { "HUF", "HUF", TRUE },
  { "CLP", "CLP", TRUE },
  { "ISK", "ISK", TRUE },
};

static const char *
sign_of (const char *currency,
         gboolean   *whole)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      if (g_ascii_strcasecmp (currencies[i].code, currency) == 0 ||
          g_strcmp0 (currencies[i].sign, currency) == 0)
        {
          *whole = currencies[i].whole;
          return currencies[i].sign;
        }
    }

  *whole = FALSE;

  return currency;
}

/* The sign before or after @number as the locale has it; a sign that ends in a letter never touches
 * the number. A locale that does not say (that of C) reads English: before. */
static char *
place (int         sign,
       const char *number,
       const char *currency)
{
  const struct lconv *locale = localeconv ();
  const char *minus = sign < 0 ? MINUS : "";
  const char *last = g_utf8_find_prev_char (currency, currency + strlen (currency));
  const gboolean is_word = last != NULL && g_unichar_isalpha (g_utf8_get_char (last));
  const gboolean apart = locale->p_sep_by_space != CHAR_MAX && locale->p_sep_by_space != 0;

  if (locale->p_cs_precedes == 0)
    return g_strconcat (minus, number, SPACE, currency, NULL);

  return g_strconcat (minus, currency, is_word || apart ? SPACE : "", number, NULL);
}

/* @number with its currency and sign, or without where the currency is not known. */
static char *
finish (int         sign,
        const char *number,
        const char *currency)
{
  gboolean whole;

  if (currency == NULL || *currency == '\0')
    return g_strconcat (sign < 0 ? MINUS : "", number, NULL);

  return place (sign, number, sign_of (currency, &whole));
}

/**
 * bw_format_money:
 * @currency: (nullable): ISO code or sign; %NULL for a plain number
 *
 * Cents are shown below 1,000 and only where there are some.
 *
 * Returns: (transfer full): "$182,000", "402,84 €", a dash where @value is no number
 */
char *
bw_format_money (double      value,
                 const char *currency)
{
  g_autofree char *digits = NULL;
  gboolean whole = FALSE;
  int sign;

  if (!isfinite (value))
    return bw_format_number (value, 0);

  if (currency != NULL)
    sign_of (currency, &whole);
  if (fabs (value) >= 1000 || round (value * 100) == round (value) * 100)
    whole = TRUE;

  sign = bw_number_split (value, whole ? 0 : 2, &digits);

  return finish (sign, digits, currency);
}

static const struct
{
  double      least;
  const char *unit;
} units[] = {
  /* TRANSLATORS: short for a thousand million, behind a sum of money: $1.3 B */
  { 1e9, NC_ ("money", "B") },
  /* TRANSLATORS: short for a million, behind a sum of money: $4.2 M */
  { 1e6, NC_ ("money", "M") },
  /* TRANSLATORS: short for a thousand, behind a sum of money: $510 k */
  { 1e3, NC_ ("money", "k") },
};

/* Up to three digits: 4.2, 52.6, 182; no ".0". */
static char *
short_digits (double value,
              int   *sign)
{
  char *digits;
  int decimals = fabs (value) < 99.95 ? 1 : 0;

  if (round (value * 10) == round (value) * 10)
    decimals = 0;
  *sign = bw_number_split (value, decimals, &digits);

  return digits;
}

/**
 * bw_format_money_short:
 *
 * Returns: (transfer full): "$4.2 M", "$510 k", "$85"
 */
char *
bw_format_money_short (double      value,
                       const char *currency)
{
  if (!isfinite (value))
    return bw_format_number (value, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      /* 999,950 is 1 M, not 1,000 k. */
      if (fabs (value) >= units[i].least * (i + 1 < G_N_ELEMENTS (units) ? 0.9995 : 1))
        {
          int sign;
          g_autofree char *digits = short_digits (value / units[i].least, &sign);
          g_autofree char *number =
            g_strconcat (digits, SPACE, g_dpgettext2 (GETTEXT_PACKAGE, "money", units[i].unit), NULL);

          return finish (sign, number, currency);
        }
    }

  return bw_format_money (fabs (value) < 10 ? value : round (value), currency);
}
