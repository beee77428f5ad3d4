/* Numbers, percents and scores as a person reads them, in the locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The locale's decimal sign and grouping come from the C library. The C locale groups nothing; its
 * messages are English, so numbers are grouped in English there too. Minus is a real minus. */

#include "format/format.h"
#include "format/number.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS        "\342\210\222" /* U+2212 */
#define DASH         "\342\200\223" /* U+2013: there is no number */
#define MOST_DECIMALS 9 /* a score has no more */

/* 10 to the power of @decimals. */
static double
power (int decimals)
{
  return pow (10, decimals);
}

/* @value with halves away from zero, as people round; very large numbers have no decimals to
 * round. */
static double
round_to (double value,
          int    decimals)
{
  const double factor = power (decimals);

  return fabs (value) < 1e15 / factor ? round (value * factor) / factor : value;
}

static gboolean
is_c_locale (void)
{
  const char *name = setlocale (LC_NUMERIC, NULL);

  return name == NULL || g_str_equal (name, "POSIX") || g_str_equal (name, "C") ||
         g_str_has_prefix (name, "C.");
}

/* A comma before every third digit left of the decimal point. */
static char *
group_in_english (const char *digits)
{
  const gsize n_whole = strcspn (digits, ".");
  GString *text = g_string_sized_new (strlen (digits) * 4 / 3 + 1);

  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  g_string_append (text, digits + n_whole);

  return g_string_free (text, FALSE);
}

/* The digits of @value, which is finite and not negative, without a sign. */
static char *
magnitude (double value,
           int    decimals)
{
  g_autofree char *digits = NULL;

  if (!is_c_locale ())
    return g_strdup_printf ("%'.*f", decimals, value);

  digits = g_strdup_printf ("%.*f", decimals, value);

  return group_in_english (digits);
}

/**
 * bw_number_split:
 * @value: finite
 * @decimals: 0 and more
 * @digits: (out): the rounded magnitude in the locale
 *
 * Returns: −1, 0 or 1: the sign of what @digits say, so that −0.3 without decimals is 0
 */
int
bw_number_split (double value,
                 int    decimals,
                 char **digits)
{
  const double rounded = round_to (value, decimals);

  *digits = magnitude (fabs (rounded), decimals);

  return (rounded > 0) - (rounded < 0);
}

/**
 * bw_format_number:
 * @decimals: how many are shown, 0 and more
 *
 * Returns: (transfer full): "1,234.50"; a dash where @value is no number
 */
char *
bw_format_number (double value,
                  int    decimals)
{
  g_autofree char *digits = NULL;

  if (!isfinite (value))
    return g_strdup (DASH);

  if (bw_number_split (value, decimals, &digits) < 0)
    return g_strconcat (MINUS, digits, NULL);

  return g_steal_pointer (&digits);
}

/**
 * bw_format_number_plain:
 *
 * As many decimals as say something: none for a whole number and from 1,000 on, else up to three
 * digits that count, at least one decimal.
 *
 * Returns: (transfer full): "74", "0.034", "12.5", "1,234"
 */
char *
bw_format_number_plain (double value)
{
  int decimals = 0;

  if (!isfinite (value))
    return g_strdup (DASH);

  if (fabs (value) < 1000 && value != round (value))
    decimals = CLAMP (2 - (int) floor (log10 (fabs (value))), 1, 6);
  while (decimals > 0 && round_to (value, decimals) == round_to (value, decimals - 1))
    decimals--;

  return bw_format_number (value, decimals);
}

/**
 * bw_format_signed:
 *
 * Returns: (transfer full): "+1.9", "−11.2", "0"
 */
char *
bw_format_signed (double value,
                  int    decimals)
{
  g_autofree char *digits = NULL;
  int sign;

  if (!isfinite (value))
    return g_strdup (DASH);

  sign = bw_number_split (value, decimals, &digits);
  if (sign == 0)
    return g_strdup ("0");

  return g_strconcat (sign < 0 ? MINUS : "+", digits, NULL);
}

/**
 * bw_format_percent:
 * @fraction: 0.45 for 45 %
 *
 * Returns: (transfer full): "45 %" with a no-break space
 */
char *
bw_format_percent (double fraction,
                   int    decimals)
{
  g_autofree char *number = bw_format_number (fraction * 100, decimals);

  if (!isfinite (fraction))
    return g_steal_pointer (&number);

  /* TRANSLATORS: a percentage: the number, a no-break space, the sign */
  return g_strdup_printf (_("%s\302\240%%"), number);
}

/* Whether @score and @shown are on the same side of every edge. */
static gboolean
is_on_its_side (double        score,
                double        shown,
                const double *edges,
                guint         n_edges)
{
  for (guint i = 0; i < n_edges; i++)
    {
      if ((score < edges[i]) != (shown < edges[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_format_score:
 * @score: 0 to 100, or NaN for none
 * @edges: (array length=n_edges): least scores of bands or grades
 *
 * As many decimals as keep the score on its side of every edge: 69.6 below 70, else whole.
 *
 * Returns: (transfer full): "38", "69.6", a dash for none
 */
char *
bw_format_score (double        score,
                 const double *edges,
                 guint         n_edges)
{
  int decimals = 0;

  while (isfinite (score) && decimals < MOST_DECIMALS &&
         !is_on_its_side (score, round_to (score, decimals), edges, n_edges))
    decimals++;

  return bw_format_number (score, decimals);
}

/**
 * bw_format_bytes:
 *
 * Returns: (transfer full): "1.2 MB"
 */
char *
bw_format_bytes (gint64 n_bytes)
{
  return g_format_size ((guint64) MAX (n_bytes, 0));
}
