/* One cell as a value of the type that its column was judged to be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/values.h"

#include "cells/absence.h"
#include "cells/calendar.h"
#include "cells/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define EXCEL_EPOCH 25569.0 /* 1970-01-01 as Excel counts */

/* How many of a unit are a day, and how many days 1970-01-01 is from where it counts. */
static const struct
{
  double per_day;
  double epoch;
} units[] = {
  [BW_DATE_UNIT_NONE] = { 1.0, 0.0 },
  [BW_DATE_UNIT_EXCEL] = { 1.0, EXCEL_EPOCH },
  [BW_DATE_UNIT_SECONDS] = { BW_DAY_SECONDS, 0.0 },
  [BW_DATE_UNIT_MILLISECONDS] = { BW_DAY_SECONDS * 1e3, 0.0 },
  [BW_DATE_UNIT_MICROSECONDS] = { BW_DAY_SECONDS * 1e6, 0.0 },
};

static double
misread (BwMisreading *wrong,
         BwProblemKind kind,
         const char   *what)
{
  wrong->kind = kind;
  wrong->what = what;

  return NAN;
}

static gboolean
is_other_currency (const BwJudgement *judgement,
                   const char        *code)
{
  return code != NULL && code[0] != '\0' && strcmp (code, judgement->currency) != 0
         && (judgement->alias == NULL || strcmp (code, judgement->alias) != 0);
}

static double
read_number (const BwJudgement *judgement,
             const char        *text,
             gsize              length,
             BwMisreading      *wrong)
{
  const BwColumnType type = judgement->type;
  BwNumber number;

  if (!bw_number_scan (text, length, &number) || (number.scale > 0 && !judgement->scaled))
    return misread (wrong, BW_PROBLEM_VALUE, N_("Not a number, so taken as missing"));
  if (!number.fits[judgement->mark])
    return misread (wrong, BW_PROBLEM_VALUE,
                    N_("Written with another decimal mark than the column, so taken as missing"));
  if (number.percent && type != BW_COLUMN_PERCENT)
    return misread (wrong, BW_PROBLEM_VALUE,
                    N_("A percentage among plain numbers, so taken as missing"));
  if (number.currency != NULL && type == BW_COLUMN_PERCENT)
    return misread (wrong, BW_PROBLEM_VALUE,
                    N_("Money among percentages, so taken as missing"));
  if (type == BW_COLUMN_MONEY && is_other_currency (judgement, number.currency))
    return misread (wrong, BW_PROBLEM_CURRENCY,
                    N_("In another currency than the column, so taken as missing"));
  if (type == BW_COLUMN_PERCENT && !number.percent && number.values[judgement->mark] != 0.0)
    return misread (wrong, BW_PROBLEM_VALUE,
                    N_("No percent sign in a column of percentages, so taken as missing"));

  return number.values[judgement->mark];
}

/* A number that counts time, or NaN; so it is for a 0 which says that there is no date. */
static double
read_moment (const BwJudgement *judgement,
             const char        *text,
             gsize              length,
             gboolean          *none)
{
  BwNumber number;
  double value;

  if (!bw_number_scan (text, length, &number) || !number.fits[judgement->mark] || number.percent
      || number.currency != NULL || number.scale > 0)
    return NAN;

  value = number.values[judgement->mark];
  *none = value == 0.0 && judgement->zero_is_none;
  if (judgement->unit == BW_DATE_UNIT_NONE || *none)
    return NAN;

  return value / units[judgement->unit].per_day - units[judgement->unit].epoch;
}

static double
read_date (const BwJudgement *judgement,
           const char        *text,
           gsize              length,
           BwMisreading      *wrong)
{
  BwDate date;
  gboolean none = FALSE;
  double days;

  if (bw_date_scan_pivot (text, length, judgement->pivot, &date))
    {
      if (!date.fits[judgement->order])
        return misread (wrong, BW_PROBLEM_VALUE,
                        N_("A date in another order than the column, so taken as missing"));
      days = date.days[judgement->order];
      none = bw_is_never (days);
    }
  else
    {
      days = read_moment (judgement, text, length, &none);
      none |= isnan (days) && bw_is_no_date (text, length);
    }

  if (none)
    return NAN;
  if (isnan (days))
    return misread (wrong, BW_PROBLEM_VALUE, N_("Not a date, so taken as missing"));

  return judgement->type == BW_COLUMN_DATE ? floor (days) : days;
}

static double
read_flag (const BwJudgement *judgement,
           const char        *text,
           gsize              length,
           BwMisreading      *wrong)
{
  gboolean value = FALSE;
  guint32 pairs;

  if (judgement->blank_is_no && bw_is_tick (text, length))
    return 1.0;
  if (bw_flag_scan (text, length, &value, &pairs))
    return value ? 1.0 : 0.0;

  return misread (wrong, BW_PROBLEM_VALUE, N_("Neither yes nor no, so taken as missing"));
}

/**
 * bw_value_read:
 * @judgement: of a type whose values are numbers
 * @wrong: (out): why there is no value
 *
 * Returns: the cell's value, or NaN
 */
double
bw_value_read (const BwJudgement *judgement,
               const char        *text,
               gsize              length,
               BwMisreading      *wrong)
{
  wrong->what = NULL;
  wrong->kind = BW_PROBLEM_OTHER;
  if (bw_is_blank (text, length) || bw_is_missing_value (text, length))
    return judgement->blank_is_no ? 0.0 : NAN;
  if (judgement->type == BW_COLUMN_FLAG)
    return read_flag (judgement, text, length, wrong);
  if (judgement->type == BW_COLUMN_DATE || judgement->type == BW_COLUMN_DATE_TIME)
    return read_date (judgement, text, length, wrong);

  return read_number (judgement, text, length, wrong);
}
