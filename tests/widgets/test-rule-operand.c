/* What a person types into a condition is read in the locale, and shown so that it reads back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-operand.h"

#include <locale.h>

#define ENGLISH "en_US.UTF-8"
#define GERMAN "de_DE.UTF-8"

typedef struct
{
  const char  *name;
  const char  *locale;
  BwColumnType type;
  const char  *typed;
  const char  *operand; /* NULL where it is no value */
} Case;

static const Case cases[] = {
  { "decimal", "C", BW_COLUMN_NUMBER, "1.5", "1.5" },
  { "grouped", "C", BW_COLUMN_NUMBER, "1,234.5", "1234.5" },
  { "grouped-twice", ENGLISH, BW_COLUMN_NUMBER, "1,234,567", "1234567" },
  { "comma-english", ENGLISH, BW_COLUMN_NUMBER, "1,5", "1.5" },
  { "wide-first-group", ENGLISH, BW_COLUMN_NUMBER, "1234,567", NULL },
  { "no-first-group", ENGLISH, BW_COLUMN_NUMBER, ",567", NULL },
  { "wide-group", ENGLISH, BW_COLUMN_NUMBER, "1,2345", NULL },
  { "empty-group", ENGLISH, BW_COLUMN_NUMBER, "1,,234", NULL },
  { "group-behind-point", ENGLISH, BW_COLUMN_NUMBER, "1.234,567", NULL },
  { "two-points", ENGLISH, BW_COLUMN_NUMBER, "1.234.567", NULL },
  { "point-first", ENGLISH, BW_COLUMN_NUMBER, ".5", "0.5" },
  { "negative", ENGLISH, BW_COLUMN_NUMBER, "-1,234.5", "-1234.5" },
  { "minus-sign", ENGLISH, BW_COLUMN_NUMBER, "−3", "-3" },
  { "exponent", ENGLISH, BW_COLUMN_NUMBER, "1e3", "1000" },
  { "spaces", ENGLISH, BW_COLUMN_NUMBER, "  1 234 ", "1234" },
  { "thin-spaces", ENGLISH, BW_COLUMN_NUMBER, "1\342\200\257234\342\200\257567", "1234567" },
  { "words", ENGLISH, BW_COLUMN_NUMBER, "many", NULL },
  { "not-finite", ENGLISH, BW_COLUMN_NUMBER, "1e999", NULL },
  { "nan", ENGLISH, BW_COLUMN_NUMBER, "nan", NULL },
  { "empty", ENGLISH, BW_COLUMN_NUMBER, "   ", NULL },
  { "sign-alone", ENGLISH, BW_COLUMN_NUMBER, "-", NULL },
  { "german", GERMAN, BW_COLUMN_NUMBER, "1,5", "1.5" },
  { "german-grouped", GERMAN, BW_COLUMN_NUMBER, "1.234,5", "1234.5" },
  { "german-group-alone", GERMAN, BW_COLUMN_NUMBER, "1.234", "1234" },
  { "german-point", GERMAN, BW_COLUMN_NUMBER, "1.5", "1.5" },
  { "german-english", GERMAN, BW_COLUMN_NUMBER, "1,234.5", NULL },
  { "german-comma-first", GERMAN, BW_COLUMN_NUMBER, ",5", "0.5" },
  { "german-two-commas", GERMAN, BW_COLUMN_NUMBER, "1,2,3", NULL },

  { "percent", ENGLISH, BW_COLUMN_PERCENT, "45", "0.45" },
  { "percent-sign", ENGLISH, BW_COLUMN_PERCENT, "45 %", "0.45" },
  { "percent-exact", ENGLISH, BW_COLUMN_PERCENT, "0.7", "0.007" },
  { "percent-small", ENGLISH, BW_COLUMN_PERCENT, "29", "0.29" },
  { "percent-over", ENGLISH, BW_COLUMN_PERCENT, "1,250%", "12.5" },
  { "percent-negative", ENGLISH, BW_COLUMN_PERCENT, "-3", "-0.03" },
  { "percent-german", GERMAN, BW_COLUMN_PERCENT, "12,5 %", "0.125" },
  { "percent-text", GERMAN, BW_COLUMN_PERCENT, "%", NULL },

  { "money", ENGLISH, BW_COLUMN_MONEY, "$1,200.50", "1200.5" },
  { "money-code", ENGLISH, BW_COLUMN_MONEY, "USD 1,200", "1200" },
  { "money-german", GERMAN, BW_COLUMN_MONEY, "1.200,50 €", "1200.5" },

  { "date", ENGLISH, BW_COLUMN_DATE, "2026-01-31", "2026-01-31" },
  { "date-short", ENGLISH, BW_COLUMN_DATE, "2026-1-5", "2026-01-05" },
  { "date-slashes", ENGLISH, BW_COLUMN_DATE, "2026/01/05", "2026-01-05" },
  { "date-english", ENGLISH, BW_COLUMN_DATE, "01/02/2026", "2026-01-02" },
  { "date-english-day-first", ENGLISH, BW_COLUMN_DATE, "31/01/2026", "2026-01-31" },
  { "date-german", GERMAN, BW_COLUMN_DATE, "1.2.2026", "2026-02-01" },
  { "date-german-long", GERMAN, BW_COLUMN_DATE, "31.12.2026", "2026-12-31" },
  { "date-german-month-first", GERMAN, BW_COLUMN_DATE, "01/31/2026", "2026-01-31" },
  { "date-two-digits", GERMAN, BW_COLUMN_DATE, "31.12.26", NULL },
  { "date-impossible", ENGLISH, BW_COLUMN_DATE, "2026-02-30", NULL },
  { "date-leap", ENGLISH, BW_COLUMN_DATE, "29/02/2028", "2028-02-29" },
  { "date-no-leap", ENGLISH, BW_COLUMN_DATE, "29/02/2026", NULL },
  { "date-year-nought", ENGLISH, BW_COLUMN_DATE, "0000-01-01", NULL },
  { "date-both-over-12", ENGLISH, BW_COLUMN_DATE, "13/13/2026", NULL },
  { "date-parts", ENGLISH, BW_COLUMN_DATE, "2026-01", NULL },
  { "date-signed", ENGLISH, BW_COLUMN_DATE, "-026-01-01", NULL },
  { "date-words", ENGLISH, BW_COLUMN_DATE, "yesterday", NULL },
  { "date-time", GERMAN, BW_COLUMN_DATE_TIME, "1.2.2026", "2026-02-01" },

  { "flag", ENGLISH, BW_COLUMN_FLAG, "Yes", "yes" },
  { "flag-true", ENGLISH, BW_COLUMN_FLAG, "false", "no" },
  { "flag-number", ENGLISH, BW_COLUMN_FLAG, "1", "yes" },
  { "flag-other", ENGLISH, BW_COLUMN_FLAG, "2", NULL },

  { "text-as-typed", GERMAN, BW_COLUMN_CATEGORY, " 1,5 ", " 1,5 " },
  { "text-blank", GERMAN, BW_COLUMN_CATEGORY, "   ", NULL },
};

static gboolean
set_locale (const char *name)
{
  return setlocale (LC_ALL, g_str_equal (name, "C") ? "C.UTF-8" : name) != NULL;
}

/* What is read is also what stands there after it was shown again. */
static void
test_typed (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *operand = NULL, *shown = NULL, *again = NULL;

  if (!set_locale (c->locale))
    {
      g_test_skip_printf ("no locale %s", c->locale);
      return;
    }

  operand = bw_rule_operand_from_entry (c->typed, c->type, "USD");
  if (operand != NULL)
    {
      shown = bw_rule_operand_to_entry (operand, c->type);
      again = bw_rule_operand_from_entry (shown, c->type, "USD");
    }
  setlocale (LC_ALL, "C.UTF-8");

  g_assert_cmpstr (operand, ==, c->operand);
  g_assert_cmpstr (again, ==, c->operand);
}

typedef struct
{
  const char  *name;
  const char  *locale;
  BwColumnType type;
  const char  *operand;
  const char  *entry;
} Shown;

static const Shown shown[] = {
  { "number", ENGLISH, BW_COLUMN_NUMBER, "1234.5", "1,234.5" },
  { "number-german", GERMAN, BW_COLUMN_NUMBER, "1234.5", "1.234,5" },
  { "percent", ENGLISH, BW_COLUMN_PERCENT, "0.007", "0.7" },
  { "percent-whole", ENGLISH, BW_COLUMN_PERCENT, "0.45", "45" },
  { "percent-german", GERMAN, BW_COLUMN_PERCENT, "0.125", "12,5" },
  { "date", GERMAN, BW_COLUMN_DATE, "2026-01-31", "2026-01-31" },
  { "flag", ENGLISH, BW_COLUMN_FLAG, "yes", "yes" },
  { "text", GERMAN, BW_COLUMN_CATEGORY, "1234.5", "1234.5" },
  { "no-number", ENGLISH, BW_COLUMN_NUMBER, "many", "many" },
};

static void
test_shown (gconstpointer data)
{
  const Shown *c = data;
  g_autofree char *entry = NULL;

  if (!set_locale (c->locale))
    {
      g_test_skip_printf ("no locale %s", c->locale);
      return;
    }

  entry = bw_rule_operand_to_entry (c->operand, c->type);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpstr (entry, ==, c->entry);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rule-operand/typed/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_typed);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *path = g_strconcat ("/rule-operand/shown/", shown[i].name, NULL);

      g_test_add_data_func (path, &shown[i], test_shown);
    }

  return g_test_run ();
}
