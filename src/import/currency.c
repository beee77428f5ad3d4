/* The signs and codes that people put before or behind an amount, and what they stand for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No sign begins with one that stands before it, so that the first that matches is the longest; at
 * the end of a text that has to be found. */

#include "import/currency.h"

#include <string.h>

typedef struct
{
  const char *sign;
  const char *code; /* ISO 4217, or "" where several currencies share the sign */
} Currency;

static const Currency currencies[] = {
  { "$", "USD" }, { "€", "EUR" }, { "£", "GBP" },
  { "US$", "USD" }, { "CA$", "CAD" }, { "AU$", "AUD" }, { "NZ$", "NZD" }, { "HK$", "HKD" },
  { "MX$", "MXN" }, { "R$", "BRL" }, { "C$", "CAD" }, { "A$", "AUD" }, { "S$", "SGD" },
  { "¥", "JPY" }, { "￥", "JPY" },
  { "₹", "INR" }, { "₺", "TRY" }, { "₽", "RUB" }, { "₩", "KRW" }, { "₪", "ILS" },
  { "₴", "UAH" }, { "₫", "VND" }, { "₱", "PHP" }, { "฿", "THB" }, { "₦", "NGN" },
  { "zł", "PLN" }, { "Kč", "CZK" }, { "Ft", "HUF" }, { "TL", "TRY" }, { "руб.", "RUB" },
  { "SFr.", "CHF" }, { "Fr.", "CHF" }, { "Rs.", "INR" }, { "Rs", "INR" }, { "lei", "RON" },
  { "kr.", "" }, { "kr", "" }, { "Euro", "EUR" },
  { "USD", "USD" }, { "EUR", "EUR" }, { "GBP", "GBP" }, { "CHF", "CHF" }, { "JPY", "JPY" },
  { "CAD", "CAD" }, { "AUD", "AUD" }, { "NZD", "NZD" }, { "SEK", "SEK" }, { "NOK", "NOK" },
  { "DKK", "DKK" }, { "PLN", "PLN" }, { "CZK", "CZK" }, { "HUF", "HUF" }, { "RON", "RON" },
  { "BGN", "BGN" }, { "TRY", "TRY" }, { "RUB", "RUB" }, { "UAH", "UAH" }, { "ILS", "ILS" },
  { "AED", "AED" }, { "SAR", "SAR" }, { "INR", "INR" }, { "CNY", "CNY" }, { "RMB", "CNY" },
  { "HKD", "HKD" }, { "SGD", "SGD" }, { "KRW", "KRW" }, { "TWD", "TWD" }, { "THB", "THB" },
  { "IDR", "IDR" }, { "MYR", "MYR" }, { "PHP", "PHP" }, { "VND", "VND" }, { "ZAR", "ZAR" },
  { "NGN", "NGN" }, { "KES", "KES" }, { "EGP", "EGP" }, { "BRL", "BRL" }, { "MXN", "MXN" },
  { "ARS", "ARS" }, { "CLP", "CLP" }, { "COP", "COP" }, { "PEN", "PEN" },
};

/* Codes that headers bear, in lower case ("refund_amount_usd"), without words such as "try". */
static const Currency in_headers[] = {
  { "usd", "USD" }, { "eur", "EUR" }, { "euro", "EUR" }, { "gbp", "GBP" }, { "chf", "CHF" },
  { "jpy", "JPY" }, { "cad", "CAD" }, { "aud", "AUD" }, { "nzd", "NZD" }, { "sek", "SEK" },
  { "nok", "NOK" }, { "dkk", "DKK" }, { "pln", "PLN" }, { "czk", "CZK" }, { "inr", "INR" },
  { "cny", "CNY" }, { "brl", "BRL" }, { "mxn", "MXN" }, { "zar", "ZAR" }, { "sgd", "SGD" },
};

/* Whether @text begins with @sign in any case. Most texts begin with none, which is told first. */
static gboolean
is_sign (const char *text,
         gsize       length,
         const char *sign)
{
  const gsize n = (text[0] | 0x20) == (sign[0] | 0x20) ? strlen (sign) : 0;

  return n > 0 && n <= length && g_ascii_strncasecmp (text, sign, n) == 0;
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
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      if (is_sign (text, length, currencies[i].sign))
        {
          *n_used = strlen (currencies[i].sign);
          return currencies[i].code;
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

  *n_used = 0;
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      const gsize n = strlen (currencies[i].sign);

      if (n > *n_used && n <= length && is_sign (text + length - n, n, currencies[i].sign))
        {
          *n_used = n;
          found = currencies[i].code;
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
      const gsize n = strlen (in_headers[i].sign);

      for (const char *at = strstr (lower, in_headers[i].sign); at != NULL;
           at = strstr (at + n, in_headers[i].sign))
        {
          if ((at == lower || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[n]))
            return in_headers[i].code;
        }
    }

  return sign_in_header (header);
}
