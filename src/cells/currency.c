/* The signs and codes that people put before or behind an amount, and what they stand for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No sign begins with one that stands before it, so that the first that matches is the longest; at
 * the end of a text that has to be found. */

#include "cells/currency.h"

#include <string.h>

typedef struct
{
  const char *sign;
  gsize       length;
  const char *code; /* ISO 4217, or "" where several currencies share the sign */
} Currency;

#define SIGN(sign, code) { sign, sizeof sign - 1, code }

static const Currency currencies[] = {
  SIGN ("$", "USD"), SIGN ("€", "EUR"), SIGN ("£", "GBP"), SIGN ("US$", "USD"),
  SIGN ("CA$", "CAD"), SIGN ("AU$", "AUD"), SIGN ("NZ$", "NZD"), SIGN ("HK$", "HKD"),
  SIGN ("MX$", "MXN"), SIGN ("R$", "BRL"), SIGN ("C$", "CAD"), SIGN ("A$", "AUD"),
  SIGN ("S$", "SGD"), SIGN ("¥", "JPY"), SIGN ("￥", "JPY"), SIGN ("₹", "INR"), SIGN ("₺", "TRY"),
  SIGN ("₽", "RUB"), SIGN ("₩", "KRW"), SIGN ("₪", "ILS"), SIGN ("₴", "UAH"), SIGN ("₫", "VND"),
  SIGN ("₱", "PHP"), SIGN ("฿", "THB"), SIGN ("₦", "NGN"), SIGN ("zł", "PLN"), SIGN ("Kč", "CZK"),
  SIGN ("Ft", "HUF"), SIGN ("TL", "TRY"), SIGN ("руб.", "RUB"), SIGN ("SFr.", "CHF"),
  SIGN ("Fr.", "CHF"), SIGN ("Rs.", "INR"), SIGN ("RSD", "RSD"), SIGN ("Rs", "INR"),
  SIGN ("lei", "RON"), SIGN ("kr.", ""), SIGN ("KRW", "KRW"), SIGN ("kr", ""),
  SIGN ("Euros", "EUR"), SIGN ("Euro", "EUR"), SIGN ("USD", "USD"), SIGN ("EUR", "EUR"),
  SIGN ("GBP", "GBP"), SIGN ("CHF", "CHF"), SIGN ("JPY", "JPY"), SIGN ("CAD", "CAD"),
  SIGN ("AUD", "AUD"), SIGN ("NZD", "NZD"), SIGN ("SEK", "SEK"), SIGN ("NOK", "NOK"),
  SIGN ("DKK", "DKK"), SIGN ("PLN", "PLN"), SIGN ("CZK", "CZK"), SIGN ("HUF", "HUF"),
  SIGN ("RON", "RON"), SIGN ("BGN", "BGN"), SIGN ("TRY", "TRY"), SIGN ("RUB", "RUB"),
  SIGN ("UAH", "UAH"), SIGN ("ILS", "ILS"), SIGN ("AED", "AED"), SIGN ("SAR", "SAR"),
  SIGN ("INR", "INR"), SIGN ("CNY", "CNY"), SIGN ("RMB", "CNY"), SIGN ("HKD", "HKD"),
  SIGN ("SGD", "SGD"), SIGN ("TWD", "TWD"), SIGN ("THB", "THB"), SIGN ("IDR", "IDR"),
  SIGN ("MYR", "MYR"), SIGN ("PHP", "PHP"), SIGN ("VND", "VND"), SIGN ("ZAR", "ZAR"),
  SIGN ("NGN", "NGN"), SIGN ("KES", "KES"), SIGN ("EGP", "EGP"), SIGN ("BRL", "BRL"),
  SIGN ("MXN", "MXN"), SIGN ("ARS", "ARS"), SIGN ("CLP", "CLP"), SIGN ("COP", "COP"),
  SIGN ("PEN", "PEN"), SIGN ("Dollars", "USD"), SIGN ("Dollar", "USD"), SIGN ("Pounds", "GBP"),
  SIGN ("Lira", "TRY"), SIGN ("Franken", "CHF"), SIGN ("QAR", "QAR"), SIGN ("KWD", "KWD"),
  SIGN ("BHD", "BHD"), SIGN ("OMR", "OMR"), SIGN ("JOD", "JOD"), SIGN ("LBP", "LBP"),
  SIGN ("MAD", "MAD"), SIGN ("TND", "TND"), SIGN ("ISK", "ISK"), SIGN ("GEL", "GEL"),
  SIGN ("KZT", "KZT"), SIGN ("PKR", "PKR"), SIGN ("BDT", "BDT"), SIGN ("LKR", "LKR"),
  SIGN ("UYU", "UYU"), SIGN ("GHS", "GHS"),
};

/* Codes that headers bear, in lower case ("refund_amount_usd"), without words such as "try". */
static const Currency in_headers[] = {
  SIGN ("usd", "USD"), SIGN ("eur", "EUR"), SIGN ("euro", "EUR"), SIGN ("gbp", "GBP"),
  SIGN ("chf", "CHF"), SIGN ("jpy", "JPY"), SIGN ("cad", "CAD"), SIGN ("aud", "AUD"),
  SIGN ("nzd", "NZD"), SIGN ("sek", "SEK"), SIGN ("nok", "NOK"), SIGN ("dkk", "DKK"),
  SIGN ("pln", "PLN"), SIGN ("czk", "CZK"), SIGN ("inr", "INR"), SIGN ("cny", "CNY"),
  SIGN ("brl", "BRL"), SIGN ("mxn", "MXN"), SIGN ("zar", "ZAR"), SIGN ("sgd", "SGD"),
  SIGN ("hkd", "HKD"), SIGN ("ars", "ARS"), SIGN ("clp", "CLP"), SIGN ("huf", "HUF"),
  SIGN ("ron", "RON"), SIGN ("ils", "ILS"), SIGN ("aed", "AED"), SIGN ("krw", "KRW"),
};

/* The letters of a sign may be in either case. */
static gboolean
is_sign (const char     *text,
         const Currency *currency)
{
  return g_ascii_strncasecmp (text, currency->sign, currency->length) == 0;
}

/**
 * bw_currency_at_start:
 * @n_used: (out): bytes of the sign
 *
 * Returns: (nullable): the code of the currency that @text begins with
 */
const char *
bw_currency_at_start (const char *text,
                      gsize       length,
                      gsize      *n_used)
{
  const char first = length > 0 ? text[0] | 0x20 : 0;

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      const Currency *currency = &currencies[i];

      if ((currency->sign[0] | 0x20) == first && currency->length <= length
          && is_sign (text, currency))
        {
          *n_used = currency->length;
          return currency->code;
        }
    }

  return NULL;
}

/**
 * bw_currency_at_end:
 * @n_used: (out): bytes of the sign
 *
 * Returns: (nullable): the code of the currency that @text ends with
 */
const char *
bw_currency_at_end (const char *text,
                    gsize       length,
                    gsize      *n_used)
{
  const char *found = NULL;
  const char last = length > 0 ? text[length - 1] | 0x20 : 0;

  *n_used = 0;
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      const Currency *currency = &currencies[i];
      const gsize n = currency->length;

      if ((currency->sign[n - 1] | 0x20) == last && n > *n_used && n <= length
          && is_sign (text + length - n, currency))
        {
          *n_used = n;
          found = currency->code;
        }
    }

  return found;
}

/* A sign in a header stands at its end or in brackets: "ARR €", "Revenue ($)". */
static const char *
sign_in_header (const char *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      const char *sign = currencies[i].sign;

      if (!g_ascii_isalpha (sign[0]) && strstr (header, sign) != NULL)
        return currencies[i].code;
    }

  return NULL;
}

/**
 * bw_currency_of_header:
 *
 * Returns: (nullable): the currency that a header names, as "refund_amount_usd" or "ARR (€)" do
 */
const char *
bw_currency_of_header (const char *header)
{
  g_autofree char *lower = g_ascii_strdown (header, -1);

  for (guint i = 0; i < G_N_ELEMENTS (in_headers); i++)
    {
      const gsize n = in_headers[i].length;

      for (const char *at = strstr (lower, in_headers[i].sign); at != NULL;
           at = strstr (at + n, in_headers[i].sign))
        {
          if ((at == lower || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[n]))
            return in_headers[i].code;
        }
    }

  return sign_in_header (header);
}
