/* What a condition is held to: as the model writes it, as a person types it, as a person reads it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model writes numbers in C form, dates as ISO, a percentage as a fraction. A person types and
 * reads numbers in the locale, and a percentage in percent. */

#include "widgets/rule-operand.h"

#include "format/format.h"
#include "model/json-writer.h"
#include "model/parts.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS "\342\210\222"

static gboolean
is_date (BwColumnType type)
{
  return type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME;
}

static double
read_flag (const char *text)
{
  const double flag = bw_text_to_flag (text);

  return isnan (flag) ? bw_text_to_number (text) : flag;
}

/**
 * bw_rule_operand_to_number:
 * @text: an operand as the model writes it
 *
 * Returns: what values of @type are compared with: a number, a date in days, 1 or 0; NaN for a text
 *   and for what is none of these
 */
double
bw_rule_operand_to_number (const char  *text,
                           BwColumnType type)
{
  if (bw_column_type_is_coded (type))
    return NAN;
  if (is_date (type))
    return bw_text_to_date (text);

  return type == BW_COLUMN_FLAG ? read_flag (text) : bw_text_to_number (text);
}

/* Decimals that @text, a number in C form, is written with; -1 where it has an exponent. */
static int
count_decimals (const char *text)
{
  const char *point = strchr (text, '.');

  if (strpbrk (text, "eE") != NULL)
    return -1;

  return point == NULL ? 0 : (int) strlen (point + 1);
}

/* A number as it is edited: all its digits, in the locale. */
static char *
number_to_entry (double   number,
                 gboolean percent)
{
  char text[BW_NUMBER_LENGTH];
  const int decimals = count_decimals (bw_number_to_text (number, text));

  if (decimals < 0)
    return g_strdup (bw_number_to_text (percent ? number * 100 : number, text));
  if (percent)
    return bw_format_number (number * 100, MAX (decimals - 2, 0));

  return bw_format_number (number, decimals);
}

/**
 * bw_rule_operand_to_entry:
 * @text: an operand as the model writes it
 *
 * Returns: (transfer full): as a person edits it; bw_rule_operand_from_entry() gives @text again
 */
char *
bw_rule_operand_to_entry (const char  *text,
                          BwColumnType type)
{
  const double number = bw_rule_operand_to_number (text, type);

  if (isnan (number) || is_date (type) || type == BW_COLUMN_FLAG)
    return g_strdup (text);

  return number_to_entry (number, type == BW_COLUMN_PERCENT);
}

/**
 * bw_rule_operand_to_words:
 * @text: an operand as the model writes it
 * @currency: (nullable)
 *
 * Returns: (transfer full): as a person reads it: "45 %", "$1,200", "31 Jan 2026", "yes"
 */
char *
bw_rule_operand_to_words (const char  *text,
                          BwColumnType type,
                          const char  *currency)
{
  const double number = bw_rule_operand_to_number (text, type);
  g_autofree char *entry = NULL;

  if (isnan (number))
    return g_strdup (text);
  if (is_date (type))
    return bw_format_date (number, BW_DATE_FULL);
  if (type == BW_COLUMN_FLAG)
    return g_strdup (number != 0 ? _("yes") : _("no"));
  if (type == BW_COLUMN_MONEY && fabs (number) >= 1000 && number == floor (number))
    return bw_format_money (number, currency);

  entry = number_to_entry (number, type == BW_COLUMN_PERCENT);
  if (type == BW_COLUMN_PERCENT)
    /* TRANSLATORS: a percentage: the number, a no-break space, the sign */
    return g_strdup_printf (_("%s\302\240%%"), entry);

  return g_steal_pointer (&entry);
}

static gsize
count_digits (const char *text)
{
  return strspn (text + strspn (text, "+-"), "0123456789");
}

static gboolean
is_within (gsize n,
           gsize least,
           gsize most)
{
  return n >= least && n <= most;
}

/* Whether each group of digits behind a separator has three, and the first one to three. */
static gboolean
is_grouped (const char *text,
            const char *separator,
            const char *point)
{
  g_auto(GStrv) halves = g_strsplit (text, point, 2);
  g_auto(GStrv) groups = g_strsplit (halves[0] != NULL ? halves[0] : "", separator, -1);

  for (guint i = 1; groups[i] != NULL; i++)
    if (strlen (groups[i]) != 3)
      return FALSE;
  if (groups[0] != NULL && groups[1] != NULL && !is_within (count_digits (groups[0]), 1, 3))
    return FALSE;

  return halves[0] != NULL && (halves[1] == NULL || strstr (halves[1], separator) == NULL);
}

static void
take_away (GString    *text,
           const char *what)
{
  if (what != NULL && *what != '\0')
    g_string_replace (text, what, "", 0);
}

/* A number typed in the locale's way, or in C form, with spaces and signs of money or percent. */
static double
number_from_entry (const char *typed,
                   const char *currency)
{
  static const char *const noise[] = {
    " ", "\302\240", "\342\200\257", "\342\200\211", "%", "$", "€", "£", "¥",
  };
  const struct lconv *locale = localeconv ();
  const char *point = *locale->decimal_point != '\0' ? locale->decimal_point : ".";
  const char *separator = *locale->thousands_sep != '\0' ? locale->thousands_sep :
                          g_str_equal (point, ".") ? "," : ".";
  g_autoptr(GString) text = g_string_new (typed);

  take_away (text, currency);
  for (gsize i = 0; i < G_N_ELEMENTS (noise); i++)
    take_away (text, noise[i]);
  g_string_replace (text, MINUS, "-", 0);
  if (is_grouped (text->str, separator, point))
    {
      take_away (text, separator);
      g_string_replace (text, point, ".", 1);
    }

  return text->len > 0 && strspn (text->str, "0123456789+-.eE") == text->len ?
         bw_text_to_number (text->str) : NAN;
}

/* A hundredth of @number, as the nearest to what was typed in decimals. */
static double
from_percent (double number)
{
  char text[BW_NUMBER_LENGTH];
  g_autofree char *hundredth = NULL;

  if (strpbrk (bw_number_to_text (number, text), "eE") != NULL)
    return number / 100;
  hundredth = g_strconcat (text, "e-2", NULL);

  return g_ascii_strtod (hundredth, NULL);
}

/* Whether the locale writes the day before the month: 31.1.2026. */
static gboolean
is_day_first (void)
{
  GDate date;
  char text[64];

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 28, G_DATE_NOVEMBER, 1999);
  g_date_strftime (text, sizeof text, "%x", &date);

  return strstr (text, "28") != NULL && strstr (text, "11") != NULL &&
         strstr (text, "28") < strstr (text, "11");
}

/* The ISO date that is written as three numbers: 2026-1-31; with the year last, day and month stand
 * in the order of the locale, unless only the other makes a date. NULL where it is none. */
static char *
date_from_entry (const char *typed)
{
  g_auto(GStrv) parts = g_strsplit_set (typed, "-./", -1);
  guint numbers[3], year, month, day;

  if (g_strv_length (parts) != 3)
    return NULL;

  for (guint i = 0; i < 3; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (!is_within (strlen (part), 1, 4) || count_digits (part) != strlen (part))
        return NULL;
      numbers[i] = (guint) g_ascii_strtoull (part, NULL, 10);
    }
  if (strlen (parts[0]) != 4 && strlen (parts[2]) != 4)
    return NULL;

  year = strlen (parts[0]) == 4 ? 0 : 2;
  day = year == 0 ? 2 : numbers[1] <= 12 && (numbers[0] > 12 || is_day_first ()) ? 0 : 1;
  month = 3 - year - day;
  if (!g_date_valid_dmy (numbers[day], numbers[month], numbers[year]))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", numbers[year], numbers[month], numbers[day]);
}

/**
 * bw_rule_operand_from_entry:
 * @typed: what a person wrote
 * @currency: (nullable)
 *
 * Returns: (transfer full) (nullable): the operand as the model writes it; %NULL where @typed is
 *   empty or no value of @type
 */
char *
bw_rule_operand_from_entry (const char  *typed,
                            BwColumnType type,
                            const char  *currency)
{
  g_autofree char *clean = g_strstrip (g_strdup (typed));
  char text[BW_NUMBER_LENGTH];
  double number;

  if (*clean == '\0')
    return NULL;
  if (bw_column_type_is_coded (type))
    return g_strdup (typed);
  if (is_date (type))
    return date_from_entry (clean);
  if (type == BW_COLUMN_FLAG)
    {
      number = g_utf8_collate (clean, _("yes")) == 0 ? 1 :
               g_utf8_collate (clean, _("no")) == 0 ? 0 : read_flag (clean);
      return number == 1 ? g_strdup ("yes") : number == 0 ? g_strdup ("no") : NULL;
    }

  number = number_from_entry (clean, currency);
  if (isnan (number))
    return NULL;

  return g_strdup (bw_number_to_text (type == BW_COLUMN_PERCENT ? from_percent (number) : number,
                                      text));
}

/**
 * bw_rule_operand_say_wrong:
 *
 * Returns: what to do where an entry holds no value of @type
 */
const char *
bw_rule_operand_say_wrong (BwColumnType type)
{
  if (is_date (type))
    return _("Write a date as year-month-day, such as 2026-01-31");
  if (type == BW_COLUMN_FLAG)
    return _("Write yes or no");
  if (type == BW_COLUMN_PERCENT)
    return _("Write a percentage, such as 45");
  if (!bw_column_type_is_coded (type))
    return _("Write a number");

  return _("Choose or write a value");
}
