/* What a person types is read in the locale as a whole, or refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "format/format.h"
#include "format/read.h"

#include <locale.h>
#include <math.h>

#define C "C.UTF-8"
#define ENGLISH "en_US.UTF-8"
#define GERMAN "de_DE.UTF-8"

static const char *const units[] = { "%", "EUR", "", NULL };

/* What is typed, and the number that it is; NaN where it is none. */
typedef struct
{
  const char *locale;
  const char *typed;
  double      number;
} Case;

static const Case cases[] = {
  { C, "1,234,567.5", 1234567.5 },
  { C, "12,34,567", 1234567 },
  { C, "12,34,56", NAN },
  { C, "1 234.5", 1234.5 },
  { C, "1'234.5", 1234.5 },
  { C, "1’234’567", 1234567 },
  { C, "1 2", NAN },
  { C, "1 234,567", NAN },
  { C, "5.", 5 },
  { C, ".", NAN },
  { C, "1.5.2", NAN },
  { C, "12,50", 12.5 },
  { C, "0,500", 0.5 },
  { C, "1234,567", NAN },
  { C, "+3", 3 },
  { C, "--3", NAN },
  { C, "3-", NAN },
  { C, "1-2", NAN },
  { C, "2026-02-03", NAN },
  { C, "20 k", NAN },
  { C, "0x10", NAN },
  { C, "inf", NAN },
  { C, "1e", NAN },
  { C, "1e5-3", NAN },
  { C, "2.5e-7", 2.5e-7 },
  { C, "% 12", 12 },
  { C, "12%%", NAN },
  { C, "%", NAN },
  { C, "", NAN },
  { GERMAN, "1.500", 1500 },
  { GERMAN, "1.500.000", 1500000 },
  { GERMAN, "1.500,5", 1500.5 },
  { GERMAN, "0.500", 0.5 },
  { GERMAN, "1.5", 1.5 },
  { GERMAN, "1.5000", NAN },
  { GERMAN, "1.50.000", NAN },
  { GERMAN, "1,500", 1.5 },
  { GERMAN, "1,500.5", NAN },
  { GERMAN, "EUR 1.500", 1500 },
  { GERMAN, "-1.500 EUR", -1500 },
  { GERMAN, "2026-02-03", NAN },
  { GERMAN, "1.5e-7", 1.5e-7 },
  { ENGLISH, "1.500", 1.5 },
  { ENGLISH, "1,500", 1500 },
};

static gboolean
use_locale (const char *name)
{
  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;

  g_test_skip_printf ("no locale %s", name);

  return FALSE;
}

static void
test_number (gconstpointer data)
{
  const Case *c = data;
  double number = NAN;
  gboolean read;

  if (!use_locale (c->locale))
    return;

  read = bw_read_number (c->typed, units, &number);
  setlocale (LC_ALL, C);

  g_assert_cmpint (read, ==, !isnan (c->number));
  if (read)
    g_assert_cmpfloat (number, ==, c->number);
}

/* What the program writes is read as the same. */
static void
test_written (gconstpointer data)
{
  static const double numbers[] = { 0, 7, -3.25, 999, 1000, 1234.5, -98765.25, 1234567, 1e9 };

  if (!use_locale (data))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = bw_format_number (numbers[i], 2);
      g_autofree char *whole = bw_format_number_plain (numbers[i]);
      double number = NAN;

      g_assert_true (bw_read_number (text, NULL, &number));
      g_assert_cmpfloat (number, ==, numbers[i]);
      g_assert_true (bw_read_number (whole, NULL, &number));
    }
  setlocale (LC_ALL, C);
}

static void
test_date (void)
{
  double days = NAN;

  g_assert_true (bw_read_date ("1970-01-01", &days));
  g_assert_cmpfloat (days, ==, 0);
  g_assert_true (bw_read_date ("1969-12-31", &days));
  g_assert_cmpfloat (days, ==, -1);
  g_assert_true (bw_read_date ("2000-3-1", &days));
  g_assert_cmpfloat (days, ==, 11017);
  g_assert_true (bw_read_date (" 2000 / 03 / 01 ", &days));
  g_assert_cmpfloat (days, ==, 11017);
  g_assert_false (bw_read_date ("2000-03", &days));
  g_assert_false (bw_read_date ("2000-02-30", &days));
  g_assert_false (bw_read_date ("2000-03-01 or so", &days));
  g_assert_false (bw_read_date ("1500", &days));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, C);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/number/%s/%02" G_GSIZE_FORMAT,
                                               cases[i].locale, i);

      g_test_add_data_func (path, &cases[i], test_number);
    }
  g_test_add_data_func ("/read/written/c", C, test_written);
  g_test_add_data_func ("/read/written/english", ENGLISH, test_written);
  g_test_add_data_func ("/read/written/german", GERMAN, test_written);
  g_test_add_func ("/read/date", test_date);

  return g_test_run ();
}
