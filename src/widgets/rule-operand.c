/* What a condition is held to: as the model writes it, as a person types it, as a person reads it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model writes numbers in C form, dates as ISO, a percentage as a fraction. A person types and
 * reads numbers in the locale, and a percentage in percent. */

#include "widgets/rule-operand.h"

#include "chart/unit.h"
#include "format/format.h"
#include "model/json-writer.h"
#include "model/parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

/* In what values of @type are typed; a percentage as it stands. */
static BwUnit
unit_of_type (BwColumnType type,
              const char  *currency)
{
  const BwUnit unit = {
    .kind = is_date (type) ? BW_UNIT_DATE : type == BW_COLUMN_PERCENT ? BW_UNIT_PERCENT :
            type == BW_COLUMN_MONEY ? BW_UNIT_MONEY : BW_UNIT_NUMBER,
    .currency = currency,
  };

  return unit;
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
  const BwUnit unit = unit_of_type (type, currency);
  g_autofree char *clean = g_strstrip (g_strdup (typed));
  char text[BW_NUMBER_LENGTH];
  double number;

  if (*clean == '\0')
    return NULL;
  if (bw_column_type_is_coded (type))
    return g_strdup (typed);
  if (type == BW_COLUMN_FLAG)
    {
      number = g_utf8_collate (clean, _("yes")) == 0 ? 1 :
               g_utf8_collate (clean, _("no")) == 0 ? 0 : read_flag (clean);
      return number == 1 ? g_strdup ("yes") : number == 0 ? g_strdup ("no") : NULL;
    }

  if (!bw_unit_from_text (&unit, clean, &number))
    return NULL;
  if (is_date (type))
    return bw_unit_to_text (&unit, number);

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
  const BwUnit unit = unit_of_type (type, NULL);

  if (type == BW_COLUMN_FLAG)
    return _("Write yes or no");
  if (bw_column_type_is_coded (type))
    return _("Choose or write a value");

  return bw_unit_say_wrong (&unit);
}
