/* Numbers as people's tools write them, and what only looks like one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/number.h"

#include <math.h>
#include <string.h>

/* NAN where the text is no number under that mark. */
typedef struct
{
  const char *text;
  double      dot;
  double      comma;
  gboolean    percent;
  const char *currency;
} Case;

static const Case cases[] = {
  { "0", 0, 0 },
  { "42", 42, 42 },
  { "-42", -42, -42 },
  { "+42", 42, 42 },
  { "\u221242", -42, -42 },
  { "1234.5", 1234.5, NAN },
  { "1234,5", NAN, 1234.5 },
  { "1,234.5", 1234.5, NAN },
  { "1.234,5", NAN, 1234.5 },
  { "1.234", 1.234, 1234 },
  { "1,234", 1234, 1.234 },
  { "0.123", 0.123, NAN },
  { "1 234,5", NAN, 1234.5 },
  { "1\u202f234,5", NAN, 1234.5 },
  { "1\u00a0234\u00a0567", 1234567, 1234567 },
  { "1'234.50", 1234.5, NAN },
  { "1’234’567", 1234567, 1234567 },
  { "12,34,567.00", 1234567, NAN },
  { ".5", 0.5, NAN },
  { ",5", NAN, 0.5 },
  { "5.", 5, NAN },
  { "(12.50)", -12.5, NAN },
  { "$(12.50)", -12.5, NAN, FALSE, "USD" },
  { "12-", -12, -12 },
  { "$4.2", 4.2, NAN, FALSE, "USD" },
  { "-$4.20", -4.2, NAN, FALSE, "USD" },
  { "$-4.20", -4.2, NAN, FALSE, "USD" },
  { "402,84 €", NAN, 402.84, FALSE, "EUR" },
  { "€1.000,00", NAN, 1000, FALSE, "EUR" },
  { "EUR 1.000,00", NAN, 1000, FALSE, "EUR" },
  { "1,000.00 USD", 1000, NAN, FALSE, "USD" },
  { "CHF 1'234.50", 1234.5, NAN, FALSE, "CHF" },
  { "R$ 10,00", NAN, 10, FALSE, "BRL" },
  { "100 kr", 100, 100, FALSE, "" },
  { "45 %", 0.45, 0.45, TRUE },
  { "4.7%", 0.047, NAN, TRUE },
  { "-4,7 %", NAN, -0.047, TRUE },
  { "1e3", 1000, 1000 },
  { "1.5E-3", 0.0015, NAN },
  { " 7 ", 7, 7 },
  { "12345678901234567890", 12345678901234567890.0, 12345678901234567890.0 },
  { "0.1", 0.1, NAN },
  { "1e999", NAN, NAN },
  { "", NAN, NAN },
  { "-", NAN, NAN },
  { "%", NAN, NAN },
  { "$", NAN, NAN },
  { "abc", NAN, NAN },
  { "1.2.3", NAN, NAN },
  { "1,2,3", NAN, NAN },
  { "192.168.1.1", NAN, NAN },
  { "12 apples", NAN, NAN },
  { "1 2", NAN, NAN },
  { "2026-01-31", NAN, NAN },
  { "0x10", NAN, NAN },
  { "nan", NAN, NAN },
  { "inf", NAN, NAN },
  { "--5", NAN, NAN },
  { "1,23.4", NAN, NAN },
  { "01,234", NAN, 1.234 },
  { "7590-VHVEG", NAN, NAN },
  { "%45", 0.45, 0.45, TRUE },
  { "45 percent", 0.45, 0.45, TRUE },
  { "12,5 Prozent", NAN, 0.125, TRUE },
  { "25 bps", 0.0025, 0.0025, TRUE },
  { "3 ‰", 0.003, 0.003, TRUE },
  { "4.2k", 4200, NAN },
  { "5k", 5000, 5000 },
  { "1.2M", 1200000, NAN },
  { "2B", 2e9, 2e9 },
  { "$4.2k", 4200, NAN, FALSE, "USD" },
  { "-$1.5M", -1500000, NAN, FALSE, "USD" },
  { "1,2 Mio. €", NAN, 1200000, FALSE, "EUR" },
  { "3 Tsd.", 3000, 3000 },
  { "12 TEUR", 12000, 12000, FALSE, "EUR" },
  { "EUR 1.2 million", 1200000, NAN, FALSE, "EUR" },
  { "USD 3 billion", 3e9, 3e9, FALSE, "USD" },
  { "2 milyar", 2e9, 2e9 },
  { "5 lakh", 500000, 500000 },
  { "12T", NAN, NAN },
  { "12 mm", NAN, NAN },
  { "$12 mm", 12e6, 12e6, FALSE, "USD" },
  { "3 mi", NAN, NAN },
  { "100.50 CR", -100.5, NAN },
  { "100 Dr.", 100, 100 },
  { "1'234'567,5", NAN, 1234567.5 },
  { "1\u2009234.5", 1234.5, NAN },
  { "１２３．５", 123.5, NAN },
  { "（１２）", -12, -12 },
  { "١٢٣٫٥", 123.5, NAN },
  { "١٬٢٣٤", 1234, NAN },
  { "۱۲۳", 123, 123 },
  { "+491701234567", NAN, NAN },
  { "+49 170 123 456", NAN, NAN },
  { "PEN0012", NAN, NAN },
  { "PEN 12", 12, 12, FALSE, "PEN" },
  { "50 dollars", 50, 50, FALSE, "USD" },
  { "1_234", NAN, NAN },
  { "12 Main Street", NAN, NAN },
  { "3rd", NAN, NAN },
  { "12abc", NAN, NAN },
  { "5 %%", NAN, NAN },
  { "5 % €", NAN, NAN },
  { "1.5kk", NAN, NAN },
  { "k", NAN, NAN },
  { "1e5k", 1e8, 1e8 },
  { "99999999999999999999999999999999999999", 99999999999999999999999999999999999999.0,
    99999999999999999999999999999999999999.0 },
};

static void
check_value (const BwNumber *number,
             BwMark          mark,
             double          expected)
{
  g_assert_cmpint (number->fits[mark], ==, !isnan (expected));
  if (number->fits[mark])
    g_assert_cmpfloat (number->values[mark], ==, expected);
}

static void
test_number (gconstpointer data)
{
  const Case *c = data;
  BwNumber number;
  const gboolean is_number = bw_number_scan (c->text, strlen (c->text), &number);

  g_assert_cmpint (is_number, ==, !isnan (c->dot) || !isnan (c->comma));
  check_value (&number, BW_MARK_DOT, c->dot);
  check_value (&number, BW_MARK_COMMA, c->comma);
  if (is_number)
    {
      g_assert_cmpint (number.percent, ==, c->percent);
      g_assert_cmpstr (number.currency, ==, c->currency);
    }
}

static void
test_facts (void)
{
  BwNumber number;

  g_assert_true (bw_number_scan ("007", 3, &number));
  g_assert_true (number.digits_only && number.leading_zero);
  g_assert_true (bw_number_scan ("0", 1, &number));
  g_assert_true (number.digits_only && !number.leading_zero);
  g_assert_true (bw_number_scan ("1234567890123456789012", 22, &number));
  g_assert_true (number.digits_only);
  g_assert_cmpuint (number.n_digits, ==, 22);
  g_assert_true (bw_number_scan ("1E5", 3, &number));
  g_assert_true (number.exponent && !number.digits_only);
  g_assert_true (bw_number_scan ("12M", 3, &number));
  g_assert_cmpuint (number.scale, ==, 6);
  g_assert_false (number.scale_sure);
  g_assert_true (bw_number_scan ("1.2M", 4, &number));
  g_assert_true (number.scale_sure);
  g_assert_true (bw_number_scan ("7 CR", 4, &number));
  g_assert_true (number.credit);
  g_assert_true (bw_number_scan ("0.30000000000000004", 19, &number));
  g_assert_false (number.lossy);
  g_assert_true (bw_number_scan ("0.500000000000000000000000", 26, &number));
  g_assert_false (number.lossy);
  g_assert_true (bw_number_scan ("0.1234567890123456789", 21, &number));
  g_assert_true (number.lossy);
}

/* Every double written with 17 digits reads back the same. */
static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      const double value = g_rand_double_range (rand, -1e6, 1e6);
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      BwNumber number;

      g_ascii_formatd (text, sizeof text, "%.14g", value);
      g_assert_true (bw_number_scan (text, strlen (text), &number));
      g_assert_cmpfloat (number.values[BW_MARK_DOT], ==, g_ascii_strtod (text, NULL));
    }
}

/* Numbers of more digits than a double holds become the nearest one, as the C library says. */
static void
test_many_digits (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 20000; i++)
    {
      char text[48];
      const guint n = g_rand_int_range (rand, 17, 40), dot = g_rand_int_range (rand, 1, n);
      BwNumber number;

      for (guint k = 0; k < n; k++)
        text[k] = k == dot ? '.' : '0' + g_rand_int_range (rand, k == 0 ? 1 : 0, 10);
      text[n] = '\0';
      g_assert_true (bw_number_scan (text, n, &number));
      g_assert_cmpfloat (number.values[BW_MARK_DOT], ==, g_ascii_strtod (text, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/number/%03u", i);

      g_test_add_data_func (path, &cases[i], test_number);
    }
  g_test_add_func ("/number/facts", test_facts);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/many-digits", test_many_digits);

  return g_test_run ();
}
