/* What is plain to see in a number or a date is just what a closer look finds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closer look is had by writing the same in another way: a blank behind a number, slashes in a
 * date, a comma before a time. */

#include "cells/quick.h"

#include "cells/date.h"
#include "cells/number.h"

#include <string.h>

#define N_TEXTS 200000

static void
compare_number (const char *text)
{
  g_autofree char *parted = g_strconcat (text, " ", NULL);
  BwNumber quick = { 0 }, close;

  if (!bw_quick_number (text, strlen (text), &quick))
    {
      const BwNumber zero = { 0 };

      g_assert_cmpmem (&quick, sizeof quick, &zero, sizeof zero);
      return;
    }

  g_assert_true (bw_number_scan (parted, strlen (parted), &close));
  for (guint mark = 0; mark < BW_N_MARKS; mark++)
    {
      g_assert_cmpint (quick.fits[mark], ==, close.fits[mark]);
      if (close.fits[mark])
        g_assert_cmpmem (&quick.values[mark], sizeof (double), &close.values[mark], sizeof (double));
    }
  g_assert_cmpstr (quick.currency, ==, close.currency);
  g_assert_cmpint (quick.percent, ==, close.percent);
  g_assert_cmpint (quick.exponent, ==, close.exponent);
  g_assert_cmpuint (quick.n_digits, ==, close.n_digits);
  g_assert_cmpuint (quick.fractions, ==, close.fractions);
  g_assert_cmpuint (quick.scale, ==, close.scale);
  g_assert_cmpint (quick.scale_sure, ==, close.scale_sure);
  g_assert_cmpint (quick.credit, ==, close.credit);
  g_assert_cmpint (quick.lossy, ==, close.lossy);
  g_assert_cmpint (quick.digits_only, ==, strspn (text, "0123456789") == strlen (text));
  g_assert_cmpint (quick.leading_zero, ==, quick.digits_only && text[0] == '0' && text[1] != '\0');
}

static void
test_numbers (void)
{
  static const char *const pieces[] = {
    "0", "0", "1", "5", "9", "12", "123", "500", "000", ".", ".", ",", ",", "-", "$", "e", " ", "%",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      const guint n = g_rand_int_range (rand, 1, 9);

      g_string_truncate (text, 0);
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_string_append_c (text, g_rand_boolean (rand) ? '-' : '$');
      for (guint k = 0; k < n; k++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      compare_number (text->str);
    }
}

/* What has to be plain, so that it is quick. */
static void
test_plain_numbers (void)
{
  static const struct { const char *text; double value; BwMark mark; } cases[] = {
    { "0", 0.0, BW_MARK_DOT }, { "123456", 123456.0, BW_MARK_COMMA }, { "-7", -7.0, BW_MARK_DOT },
    { "12.5", 12.5, BW_MARK_DOT }, { "12,50", 12.5, BW_MARK_COMMA }, { "-0.25", -0.25, BW_MARK_DOT },
    { "1,234.56", 1234.56, BW_MARK_DOT }, { "1.234,56", 1234.56, BW_MARK_COMMA },
    { "$999,123.05", 999123.05, BW_MARK_DOT }, { "$4", 4.0, BW_MARK_COMMA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BwNumber number = { 0 };

      g_assert_true (bw_quick_number (cases[i].text, strlen (cases[i].text), &number));
      g_assert_true (number.fits[cases[i].mark]);
      g_assert_cmpfloat (number.values[cases[i].mark], ==, cases[i].value);
      compare_number (cases[i].text);
    }
}

/* 2026-01-31 14:30:00 as 2026/01/31, 14:30:00 */
static char *
rewrite_date (const char *text)
{
  g_autofree char *day = g_strndup (text, MIN (strlen (text), 10));

  g_strdelimit (day, "-", '/');

  return strlen (text) > 10 ? g_strconcat (day, ", ", text + 11, NULL) : g_steal_pointer (&day);
}

static void
compare_date (const char *text)
{
  g_autofree char *written = rewrite_date (text);
  BwDate quick, close, none;

  memset (&none, 0, sizeof none);
  none.short_year = -1;
  quick = none;
  if (!bw_quick_date (text, strlen (text), &quick))
    {
      g_assert_cmpmem (&quick, sizeof quick, &none, sizeof none);
      return;
    }

  g_assert_true (bw_date_scan (written, strlen (written), &close));
  g_assert_cmpmem (&quick, sizeof quick, &close, sizeof close);
}

static void
test_dates (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  guint n_quick = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text =
        g_strdup_printf ("%04d-%02d-%02d%c%02d:%02d:%02d", g_rand_int_range (rand, 950, 10001),
                         g_rand_int_range (rand, 0, 14), g_rand_int_range (rand, 0, 33),
                         g_rand_boolean (rand) ? ' ' : 'T', g_rand_int_range (rand, 0, 26),
                         g_rand_int_range (rand, 0, 62), g_rand_int_range (rand, 0, 62));
      BwDate date = { .short_year = -1 };

      if (g_rand_int_range (rand, 0, 8) == 0)
        text[g_rand_int_range (rand, 0, strlen (text))] = "x0:- "[g_rand_int_range (rand, 0, 5)];
      compare_date (text);
      n_quick += bw_quick_date (text, strlen (text), &date);
      text[10] = '\0';
      compare_date (text);
    }
  g_assert_cmpuint (n_quick, >, N_TEXTS / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quick/numbers", test_numbers);
  g_test_add_func ("/quick/plain-numbers", test_plain_numbers);
  g_test_add_func ("/quick/dates", test_dates);

  return g_test_run ();
}
