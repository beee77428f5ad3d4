/* Numbers, money and dates as people read them, row by row, in each locale that is there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "format/format.h"

#include <locale.h>
#include <math.h>

#define NBSP  "\302\240"
#define MINUS "\342\210\222"
#define DASH  "\342\200\223"

typedef struct
{
  const char *name;
  const char *locale;
  double      value;
  int         decimals;
  const char *expected;
} NumberCase;

static const NumberCase numbers[] = {
  { "whole", "C", 1234567, 0, "1,234,567" },
  { "three-digits", "C", 412, 0, "412" },
  { "decimals", "C", 1234.5, 2, "1,234.50" },
  { "half-up", "C", 42.5, 0, "43" },
  { "half-down", "C", -42.5, 0, MINUS "43" },
  { "no-minus-zero", "C", -0.3, 0, "0" },
  { "missing", "C", NAN, 0, DASH },
  { "infinite", "C", INFINITY, 0, DASH },
  { "large", "C", 1e15, 0, "1,000,000,000,000,000" },
  { "american", "en_US.UTF-8", 1234567.25, 1, "1,234,567.3" },
  { "german", "de_DE.UTF-8", 1234567.25, 1, "1.234.567,3" },
};

static const NumberCase plains[] = {
  { "whole", "C", 74, 0, "74" },
  { "tenths", "C", 12.5, 0, "12.5" },
  { "hundredths", "C", 1.256, 0, "1.26" },
  { "small", "C", 0.03449, 0, "0.0345" },
  { "tiny", "C", 0.0000001, 0, "0" },
  { "thousands", "C", 1234.56, 0, "1,235" },
  { "zero", "C", 0, 0, "0" },
  { "negative", "C", -2.5, 0, MINUS "2.5" },
  { "german", "de_DE.UTF-8", 12.5, 0, "12,5" },
};

static const NumberCase signs[] = {
  { "up", "C", 1.94, 1, "+1.9" },
  { "down", "C", -11.2, 1, MINUS "11.2" },
  { "none", "C", 0, 1, "0" },
  { "nearly-none", "C", -0.04, 1, "0" },
  { "missing", "C", NAN, 1, DASH },
  { "german", "de_DE.UTF-8", -11.2, 1, MINUS "11,2" },
};

static const NumberCase percents[] = {
  { "whole", "C", 0.62, 0, "62" NBSP "%" },
  { "tenths", "C", 0.1234, 1, "12.3" NBSP "%" },
  { "negative", "C", -0.05, 0, MINUS "5" NBSP "%" },
  { "missing", "C", NAN, 0, DASH },
  { "american", "en_US.UTF-8", 0.62, 0, "62" NBSP "%" },
  { "german", "de_DE.UTF-8", 0.625, 1, "62,5" NBSP "%" },
};

typedef struct
{
  const char *name;
  const char *locale;
  double      value;
  const char *currency;
  const char *expected;
  const char *expected_short;
} MoneyCase;

static const MoneyCase sums[] = {
  { "dollars", "C", 182000, "USD", "$182,000", "$182" NBSP "k" },
  { "millions", "C", 4211000, "USD", "$4,211,000", "$4.2" NBSP "M" },
  { "tens-of-millions", "C", 52640000, "USD", "$52,640,000", "$52.6" NBSP "M" },
  { "billions", "C", 1.3e9, "USD", "$1,300,000,000", "$1.3" NBSP "B" },
  { "even-million", "C", 4e6, "USD", "$4,000,000", "$4" NBSP "M" },
  { "rolls-over", "C", 999950, "USD", "$999,950", "$1" NBSP "M" },
  { "thousands", "C", 9640, "USD", "$9,640", "$9.6" NBSP "k" },
  { "cents", "C", 4.2, "USD", "$4.20", "$4.20" },
  { "no-cents", "C", 85, "USD", "$85", "$85" },
  { "short-without-cents", "C", 85.4, "USD", "$85.40", "$85" },
  { "negative", "C", -1200, "USD", MINUS "$1,200", MINUS "$1.2" NBSP "k" },
  { "zero", "C", 0, "USD", "$0", "$0" },
  { "code", "C", 1200, "CHF", "CHF" NBSP "1,200", "CHF" NBSP "1.2" NBSP "k" },
  { "sign", "C", 402.84, "€", "€402.84", "€403" },
  { "yen", "C", 402.84, "JPY", "¥403", "¥403" },
  { "unknown-currency", "C", 182000, NULL, "182,000", "182" NBSP "k" },
  { "empty-currency", "C", 182000, "", "182,000", "182" NBSP "k" },
  { "missing", "C", NAN, "USD", DASH, DASH },
  { "american", "en_US.UTF-8", 182000, "USD", "$182,000", "$182" NBSP "k" },
  { "american-euros", "en_US.UTF-8", 402.84, "EUR", "€402.84", "€403" },
  { "german", "de_DE.UTF-8", 402.84, "EUR", "402,84" NBSP "€", "403" NBSP "€" },
  { "german-dollars", "de_DE.UTF-8", 4211000, "USD", "4.211.000" NBSP "$",
    "4,2" NBSP "M" NBSP "$" },
  { "german-unknown", "de_DE.UTF-8", 4211000, NULL, "4.211.000", "4,2" NBSP "M" },
};

typedef struct
{
  const char *name;
  const char *locale;
  double      days;
  BwDateStyle style;
  const char *expected;
} DateCase;

static const DateCase dates[] = {
  { "full", "C", 20863, BW_DATE_FULL, "14 Feb 2027" },
  { "first", "C", 0, BW_DATE_FULL, "1 Jan 1970" },
  { "before", "C", -1, BW_DATE_FULL, "31 Dec 1969" },
  { "time-of-day", "C", 20863.9, BW_DATE_FULL, "14 Feb 2027" },
  { "day", "C", 20863, BW_DATE_DAY, "14 Feb" },
  { "month", "C", 20863, BW_DATE_MONTH, "Feb" },
  { "month-year", "C", 20863, BW_DATE_MONTH_YEAR, "February 2027" },
  { "month-year-short", "C", 20863, BW_DATE_MONTH_YEAR_SHORT, "Feb 2027" },
  { "missing", "C", NAN, BW_DATE_FULL, DASH },
  { "beyond", "C", 1e12, BW_DATE_FULL, DASH },
  { "american", "en_US.UTF-8", 20863, BW_DATE_FULL, "14 Feb 2027" },
  { "german", "de_DE.UTF-8", 20863, BW_DATE_MONTH_YEAR, "Februar 2027" },
};

typedef struct
{
  const char *name;
  double      score;
  const char *expected;
} ScoreCase;

/* Edges at 40 and 70. */
static const ScoreCase scores[] = {
  { "whole", 38.2, "38" },
  { "just-below", 69.6, "69.6" },
  { "nearly", 69.96, "69.96" },
  { "all-but", 69.999999999, "69.999999999" },
  { "on-the-edge", 70, "70" },
  { "just-above", 70.4, "70" },
  { "below-the-lower", 39.5, "39.5" },
  { "hundred", 100, "100" },
  { "none", NAN, DASH },
};

static gboolean
use_locale (const char *name)
{
  const char *found = setlocale (LC_ALL, g_str_equal (name, "C") ? "C.UTF-8" : name);

  if (found == NULL)
    g_test_skip_printf ("there is no locale %s here", name);

  return found != NULL;
}

static void
test_number (gconstpointer data)
{
  const NumberCase *c = data;
  g_autofree char *text = NULL;

  if (!use_locale (c->locale))
    return;

  text = bw_format_number (c->value, c->decimals);
  g_assert_cmpstr (text, ==, c->expected);
}

static void
test_plain (gconstpointer data)
{
  const NumberCase *c = data;
  g_autofree char *text = NULL;

  if (!use_locale (c->locale))
    return;

  text = bw_format_number_plain (c->value);
  g_assert_cmpstr (text, ==, c->expected);
}

static void
test_signed (gconstpointer data)
{
  const NumberCase *c = data;
  g_autofree char *text = NULL;

  if (!use_locale (c->locale))
    return;

  text = bw_format_signed (c->value, c->decimals);
  g_assert_cmpstr (text, ==, c->expected);
}

static void
test_percent (gconstpointer data)
{
  const NumberCase *c = data;
  g_autofree char *text = NULL;

  if (!use_locale (c->locale))
    return;

  text = bw_format_percent (c->value, c->decimals);
  g_assert_cmpstr (text, ==, c->expected);
}

static void
test_money (gconstpointer data)
{
  const MoneyCase *c = data;
  g_autofree char *text = NULL;
  g_autofree char *text_short = NULL;

  if (!use_locale (c->locale))
    return;

  text = bw_format_money (c->value, c->currency);
  text_short = bw_format_money_short (c->value, c->currency);
  g_assert_cmpstr (text, ==, c->expected);
  g_assert_cmpstr (text_short, ==, c->expected_short);
}

static void
test_date (gconstpointer data)
{
  const DateCase *c = data;
  g_autofree char *text = NULL;

  if (!use_locale (c->locale))
    return;

  text = bw_format_date (c->days, c->style);
  g_assert_cmpstr (text, ==, c->expected);
}

static void
test_score (gconstpointer data)
{
  const ScoreCase *c = data;
  const double edges[] = { 40, 70 };
  g_autofree char *text = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  text = bw_format_score (c->score, edges, G_N_ELEMENTS (edges));
  g_assert_cmpstr (text, ==, c->expected);
}

static void
test_bytes (void)
{
  g_autofree char *text = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  text = bw_format_bytes (1200000);
  g_assert_cmpstr (text, ==, "1.2" NBSP "MB");
}

#define ADD(kind, cases, test)                                                          \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                                \
    {                                                                               \
      g_autofree char *path = g_strdup_printf ("/format/%s/%s", kind, cases[i].name); \
      g_test_add_data_func (path, &cases[i], test);                                 \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("number", numbers, test_number);
  ADD ("plain", plains, test_plain);
  ADD ("signed", signs, test_signed);
  ADD ("percent", percents, test_percent);
  ADD ("money", sums, test_money);
  ADD ("date", dates, test_date);
  ADD ("score", scores, test_score);
  g_test_add_func ("/format/bytes", test_bytes);

  return g_test_run ();
}
