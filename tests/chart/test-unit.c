/* Values of a scale as they are shown and as they are typed: units, decimals, thousands, dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/unit.h"

#include <math.h>

/* What is typed, and the raw value that it stands for; NaN where it stands for none. */
typedef struct
{
  const char *name;
  BwUnitKind  kind;
  const char *typed;
  double      raw;
} Typed;

static const Typed typed[] = {
  { "whole", BW_UNIT_NUMBER, "12", 12 },
  { "decimals", BW_UNIT_NUMBER, "12.5", 12.5 },
  { "decimal-comma", BW_UNIT_NUMBER, "12,5", 12.5 },
  { "thousands", BW_UNIT_NUMBER, "1,250", 1250 },
  { "millions", BW_UNIT_NUMBER, "1,250,000", 1250000 },
  { "leading-nought", BW_UNIT_NUMBER, "0,125", 0.125 },
  { "minus", BW_UNIT_NUMBER, "−3", -3 },
  { "hyphen", BW_UNIT_NUMBER, "-3", -3 },
  { "spaces", BW_UNIT_NUMBER, " 1 000 ", 1000 },
  { "percent", BW_UNIT_FRACTION, "45 %", 0.45 },
  { "percent-bare", BW_UNIT_FRACTION, "45", 0.45 },
  { "change-in-percent", BW_UNIT_PERCENT, "-12.5 %", -12.5 },
  { "days", BW_UNIT_DAYS, "30 days", 30 },
  { "date", BW_UNIT_DATE, "1970-03-01", 59 },
  { "no-date", BW_UNIT_DATE, "2026-13-01", NAN },
  { "empty", BW_UNIT_NUMBER, "", NAN },
  { "word", BW_UNIT_NUMBER, "many", NAN },
  { "thousands-in-short", BW_UNIT_NUMBER, "20 k", NAN },
  { "date-for-a-number", BW_UNIT_NUMBER, "2026-02-03", NAN },
  { "number-for-a-date", BW_UNIT_DATE, "2026", NAN },
  { "rest", BW_UNIT_NUMBER, "12 or so", NAN },
  { "percent-for-days", BW_UNIT_DAYS, "45 %", NAN },
  { "money", BW_UNIT_MONEY, "−$1,200.50", -1200.5 },
  { "money-minus-behind", BW_UNIT_MONEY, "$ -5", -5 },
  { "one-day", BW_UNIT_DAYS, "1 day", 1 },
  { "infinite", BW_UNIT_NUMBER, "1e999", NAN },
};

static void
test_typed (gconstpointer data)
{
  const Typed *row = data;
  const BwUnit unit = { row->kind, NULL };
  double raw = NAN;

  g_assert_cmpint (bw_unit_from_text (&unit, row->typed, &raw), ==, !isnan (row->raw));
  if (!isnan (row->raw))
    g_assert_cmpfloat_with_epsilon (raw, row->raw, 1e-12);
}

/* How a value stands at a handle, and in the field where it is typed. */
typedef struct
{
  const char *name;
  BwUnit      unit;
  double      raw;
  const char *shown;
  const char *field;
} Shown;

static const Shown shown[] = {
  { "number", { BW_UNIT_NUMBER }, 12.5, "12.5", "12.5" },
  { "fraction", { BW_UNIT_FRACTION }, 0.45, "45\u00a0%", "45" },
  { "change", { BW_UNIT_PERCENT }, 12, "12\u00a0%", "12" },
  { "one-day", { BW_UNIT_DAYS }, 1, "1 day", "1" },
  { "days", { BW_UNIT_DAYS }, 21, "21 days", "21" },
  { "all-digits", { BW_UNIT_NUMBER }, 1e12, NULL, "1000000000000" },
  { "nought", { BW_UNIT_NUMBER }, -0.0, "0", "0" },
  { "yes", { BW_UNIT_FLAG }, 1, "yes", "1" },
  { "date", { BW_UNIT_DATE }, 59, NULL, "1970-03-01" },
};

static void
test_shown (gconstpointer data)
{
  const Shown *row = data;
  g_autofree char *text = bw_unit_format (&row->unit, row->raw, 0);
  g_autofree char *field = bw_unit_to_text (&row->unit, row->raw);
  double again;

  if (row->shown != NULL)
    g_assert_cmpstr (text, ==, row->shown);
  g_assert_cmpstr (field, ==, row->field);
  g_assert_true (bw_unit_from_text (&row->unit, field, &again));
  g_assert_cmpfloat_with_epsilon (again, row->raw, 1e-12);
}

/* As many decimals as tell the numbers of an axis apart. */
static void
test_step (void)
{
  static const struct
  {
    double      raw, step;
    const char *text;
  } rows[] = {
    { 20, 5, "20" }, { 0.5, 0.25, "0.50" }, { 3e-7, 1e-7, "0.0000003" }, { 0.02, 0.002, "0.020" },
  };
  const BwUnit number = { BW_UNIT_NUMBER, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = bw_unit_format (&number, rows[i].raw, rows[i].step);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* A value in a field that has no room for all of its decimals. */
typedef struct
{
  const char *name;
  BwUnit      unit;
  double      raw;
  const char *text; /* in ten letters */
} Short;

static const Short shorts[] = {
  { "fits", { BW_UNIT_NUMBER }, 1234567.5, "1234567.5" },
  { "third", { BW_UNIT_NUMBER }, 1 / 3.0, "0.33333333" },
  { "minus", { BW_UNIT_NUMBER }, -200 / 3.0, "-66.666667" },
  { "share", { BW_UNIT_FRACTION }, 1 / 3.0, "33.3333333" },
  { "large", { BW_UNIT_NUMBER }, 123456789012.5, "123456789013" },
  { "tiny", { BW_UNIT_NUMBER }, 1 / 3e9, "3.333333333e-10" },
  { "whole-is-never-cut", { BW_UNIT_NUMBER }, 123456789012.0, "123456789012" },
  { "date", { BW_UNIT_DATE }, 59, "1970-03-01" },
};

static void
test_short (gconstpointer data)
{
  const Short *row = data;
  g_autofree char *text = bw_unit_to_short_text (&row->unit, row->raw, 10);

  g_assert_cmpstr (text, ==, row->text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/unit/typed/%s", typed[i].name);

      g_test_add_data_func (path, &typed[i], test_typed);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *path = g_strdup_printf ("/unit/shown/%s", shown[i].name);

      g_test_add_data_func (path, &shown[i], test_shown);
    }
  g_test_add_func ("/unit/step", test_step);
  for (gsize i = 0; i < G_N_ELEMENTS (shorts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/unit/short/%s", shorts[i].name);

      g_test_add_data_func (path, &shorts[i], test_short);
    }

  return g_test_run ();
}
