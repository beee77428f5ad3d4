/* What type a column is, decided from all its cells together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column is of a type if nearly all of its cells read as that type; the few others are then listed
 * as misfits. Where that would lose something (codes among numbers, a third answer beside yes and
 * no) the column stays what it is: texts. */

#include "import/judge.h"

#include "cells/currency.h"
#include "cells/hints.h"
#include "import/judge-dates.h"
#include "cells/words.h"

#include <string.h>

#define CODE_SHARE        0.01 /* of codes from which all are codes */
#define FEW_ROWS          3
#define FLAG_MISFIT_SHARE 0.001 /* of other answers than yes and no that are slips */
#define SMALL_CATEGORY    12 /* texts: one that comes again is enough */
#define MANY_CATEGORIES   200 /* texts: each has to come twice */
#define MOST_CATEGORIES   5000 /* texts: each has to come OFTEN times */
#define OFTEN             20
#define MEAN_CATEGORY     60 /* bytes */
#define ID_CATEGORY       30 /* texts where the header speaks of ids */

static BwMark
better_mark (const BwTally *tally)
{
  return tally->n_numbers[BW_MARK_COMMA] > tally->n_numbers[BW_MARK_DOT] ? BW_MARK_COMMA
                                                                         : BW_MARK_DOT;
}

static gsize
n_numbers_best (const BwTally *tally)
{
  return tally->n_numbers[better_mark (tally)];
}

static gboolean
tells_mark (const BwTally *tally)
{
  return tally->n_numbers[BW_MARK_DOT] != tally->n_numbers[BW_MARK_COMMA];
}

/* Numbers but for a few misfits. Texts of letters and digits are codes: where they are one in a
 * hundred, what looks like a number among them is a code too. What a failed formula left is neither. */
static gboolean
is_number_column (const BwTally *tally)
{
  const gsize n_judged = tally->n_present - tally->n_errors;

  return bw_are_nearly_all (n_numbers_best (tally), n_judged)
         && tally->n_codes <= CODE_SHARE * n_judged;
}

/* Yes and no but for one in a thousand, which are misfits; a third answer makes a category, other
* numbers beside 1 and 0 a column of numbers. Letters have to come in both and in one language. */
static gboolean
is_flag_column (const BwTally *tally,
                const char    *header)
{
  const gsize n_misfits = tally->n_present - tally->n_flags;
  const gboolean both = tally->flag_yes && tally->flag_no;

  if (tally->n_flags == 0 || n_misfits > FLAG_MISFIT_SHARE * tally->n_present)
    return FALSE;
  if (bw_flag_pair_is_numeric (tally->pairs_common))
    return both && !bw_header_counts (header) && n_numbers_best (tally) <= tally->n_flags;
  if (tally->flag_letters)
    return both && tally->pairs_common != 0;

  return TRUE;
}

/* Marks, and cells without one. Of a few rows they say nothing: there an x may be all that somebody
 * wrote into a column of remarks. */
static gboolean
is_tick_column (const BwTally *tally)
{
  return tally->n_rows > FEW_ROWS && tally->n_ticks > 0 && tally->n_ticks == tally->n_present && tally->n_blank > 0
         && tally->n_marked == 0;
}

/* Digits that name things: ids, postcodes, whatever has useless zeros or more digits than count. */
static gboolean
is_naming_column (const BwTally *tally,
                  const char    *header)
{
  const BwMark mark = better_mark (tally);

  if (tally->n_zero_led > 0 && tally->n_integers == n_numbers_best (tally))
    return TRUE;
  if (tally->n_long > 0 && tally->n_integers == n_numbers_best (tally))
    return TRUE;
  if (!bw_header_names_things (header) || tally->n_moneys > 0 || tally->n_percents > 0)
    return FALSE;

  return tally->n_fractions[mark] == 0 || bw_header_versions (header)
         || tally->n_integers + tally->n_exponents >= n_numbers_best (tally);
}

/* Texts of letters and digits, and no word in the header that says they are for people. */
static gboolean
looks_like_key (const BwTally *tally,
                const char    *header)
{
  return tally->n_codes + tally->n_integers + tally->n_exponents == tally->n_present
         && tally->n_codes + tally->n_integers > 0 && tally->n_spaced == 0
         && !bw_header_titles (header);
}

static BwColumnType
judge_coded (const BwTally *tally,
             const char    *header)
{
  const gsize n_texts = tally->n_named_texts;
  const gsize n = tally->n_named;
  const gboolean names = bw_header_names_things (header);
  const gboolean unique = n > 0 && n_texts == n && n == tally->n_rows;

  if (unique && (names || (n > 1 && looks_like_key (tally, header))))
    return BW_COLUMN_KEY;
  if (n == 0 || tally->n_bytes > (guint64) MEAN_CATEGORY * n
      || bw_header_names_customers (header))
    return BW_COLUMN_TEXT;
  if (names && (n_texts > ID_CATEGORY || n_texts * 3 > n))
    return BW_COLUMN_TEXT;
  if (n_texts < n && n_texts <= SMALL_CATEGORY)
    return BW_COLUMN_CATEGORY;
  if (n_texts * 2 <= n && n_texts <= MANY_CATEGORIES)
    return BW_COLUMN_CATEGORY;

  return n_texts * OFTEN <= n && n_texts <= MOST_CATEGORIES ? BW_COLUMN_CATEGORY : BW_COLUMN_TEXT;
}

static BwColumnType
judge_numbers (const BwTally *tally,
               const char    *header)
{
  const gsize n = n_numbers_best (tally);

  if (tally->n_percents * 2 >= n)
    return BW_COLUMN_PERCENT;
  if (tally->n_moneys * 2 >= n)
    return BW_COLUMN_MONEY;

  return tally->n_percents == 0 && bw_currency_of_header (header) != NULL ? BW_COLUMN_MONEY
                                                                          : BW_COLUMN_NUMBER;
}

/* Whether a header that names things speaks against dates: 2024-01 and 20240131 may be the numbers of
 * invoices, 31 January 2024 may not. */
static gboolean
are_named_numbers (const BwTally *tally,
                   const char    *header)
{
  return bw_header_names_things (header)
         && (tally->n_periods + tally->n_dates_digits) * 2 >= tally->n_dates_any;
}

static BwColumnType
judge_type (const BwTally *tally,
            const char    *header,
            BwDateUnit    *unit)
{
  const gboolean names = are_named_numbers (tally, header);

  *unit = BW_DATE_UNIT_NONE;
  if (tally->n_present == 0)
    return tally->n_marked > 0 ? BW_COLUMN_CATEGORY : BW_COLUMN_TEXT;
  if (is_tick_column (tally))
    return BW_COLUMN_FLAG;
  if (!names)
    *unit = bw_judge_unit (tally, header);
  if (!names && (*unit != BW_DATE_UNIT_NONE || bw_judge_is_dates (tally, header)))
    return bw_judge_has_times (tally, *unit) ? BW_COLUMN_DATE_TIME : BW_COLUMN_DATE;
  if (is_flag_column (tally, header))
    return BW_COLUMN_FLAG;
  if (!is_number_column (tally) || is_naming_column (tally, header))
    return judge_coded (tally, header);

  return judge_numbers (tally, header);
}

static const BwForcedType *
find_forced (const BwReading *reading,
             const char      *header)
{
  for (guint i = 0; i < reading->n_forced; i++)
    {
      if (g_strcmp0 (reading->forced[i].column, header) == 0)
        return &reading->forced[i];
    }

  return NULL;
}

/* The order of the column's dates: the one that the user chose for it, else that of the only
 * reading, else that of the file. */
static void
judge_order (BwJudgement        *judgement,
             const BwTally      *tally,
             const BwReading    *reading,
             const BwForcedType *forced,
             const BwManners    *manners)
{
  const gsize dmy = tally->n_dates[BW_DATE_ORDER_DMY], mdy = tally->n_dates[BW_DATE_ORDER_MDY];
  const gsize ymd = tally->n_dates[BW_DATE_ORDER_YMD];
  const gboolean open = dmy == mdy && tally->n_dates_ordered > 0;

  if (forced != NULL && forced->date_order != BW_DATE_ORDER_FIND)
    {
      judgement->order = forced->date_order;
      return;
    }

  if (open)
    judgement->order = manners->order;
  else if (dmy == mdy || (ymd > dmy && ymd > mdy))
    judgement->order = BW_DATE_ORDER_YMD;
  else
    judgement->order = dmy > mdy ? BW_DATE_ORDER_DMY : BW_DATE_ORDER_MDY;

  judgement->order_open = open && reading->date_order == BW_DATE_ORDER_FIND;
}

/* The mark under which what stands before three digits parts thousands: amounts of money and counts
 * hardly have three decimals. */
static BwMark
mark_of_groups (const BwTally *tally)
{
  return strchr (tally->split.text, ',') != NULL ? BW_MARK_DOT : BW_MARK_COMMA;
}

/* The decimal mark: the one that the user chose for the column, else that which most numbers fit,
 * else that of the file, if its columns tell; else as the type suggests. */
static void
judge_mark (BwJudgement        *judgement,
            const BwTally      *tally,
            const BwReading    *reading,
            const BwForcedType *forced,
            const BwManners    *manners,
            gboolean            counts)
{
  if (forced != NULL && forced->decimal != BW_CHOOSE)
    {
      judgement->mark = forced->decimal == ',' ? BW_MARK_COMMA : BW_MARK_DOT;
      return;
    }

  judgement->mark = tells_mark (tally) ? better_mark (tally) : manners->mark;
  if (!tells_mark (tally) && tally->n_numbers_split > 0 && !manners->mark_known
      && (judgement->type == BW_COLUMN_MONEY || counts))
    judgement->mark = mark_of_groups (tally);
  judgement->mark_open = reading->decimal == BW_CHOOSE && !tells_mark (tally)
                         && tally->n_numbers_split > 0;
}

/* Currencies that share a sign with another one, which the sign stands for by itself. */
static const struct
{
  const char *code;
  const char *by_itself;
} shared_signs[] = {
  { "CAD", "USD" }, { "AUD", "USD" }, { "NZD", "USD" }, { "SGD", "USD" }, { "HKD", "USD" },
  { "MXN", "USD" }, { "ARS", "USD" }, { "CLP", "USD" }, { "COP", "USD" }, { "CNY", "JPY" },
};

/* The currency of most cells; where they bear a sign that is shared, the header may say which. */
static void
judge_currency (BwJudgement   *judgement,
                const BwTally *tally,
                const char    *header)
{
  const char *said = bw_currency_of_header (header);
  const BwCurrencyCount *best = &tally->currencies[0];

  for (guint i = 1; i < BW_TALLY_MAX_CURRENCIES; i++)
    {
      if (tally->currencies[i].count > best->count)
        best = &tally->currencies[i];
    }
  if (best->count == 0 || best->code[0] == '\0')
    {
      judgement->currency = said != NULL ? said : "";
      return;
    }

  judgement->currency = best->code;
  for (guint i = 0; i < G_N_ELEMENTS (shared_signs) && said != NULL; i++)
    {
      if (strcmp (shared_signs[i].code, said) == 0
          && strcmp (shared_signs[i].by_itself, best->code) == 0)
        {
          judgement->currency = said;
          judgement->alias = best->code;
        }
    }
}

/**
 * bw_manners_find:
 * @tallies: (array length=n_tallies): of all columns
 *
 * Finds how the file writes numbers and dates, from those columns that fit one way only.
 */
void
bw_manners_find (BwManners       *manners,
                 const BwReading *reading,
                 char             delimiter,
                 const BwTally   *tallies,
                 guint            n_tallies)
{
  gsize dot = 0, comma = 0, dmy = 0, mdy = 0;

  for (guint i = 0; i < n_tallies; i++)
    {
      const BwTally *tally = &tallies[i];

      if (is_number_column (tally) && tells_mark (tally))
        *(better_mark (tally) == BW_MARK_COMMA ? &comma : &dot) += 1;
      dmy += bw_judge_is_dates (tally, NULL)
             && tally->n_dates[BW_DATE_ORDER_DMY] > tally->n_dates[BW_DATE_ORDER_MDY];
      mdy += bw_judge_is_dates (tally, NULL)
             && tally->n_dates[BW_DATE_ORDER_MDY] > tally->n_dates[BW_DATE_ORDER_DMY];
    }

  manners->mark_known = reading->decimal != BW_CHOOSE || dot != comma;
  manners->mark_agreed = manners->mark_known && MIN (dot, comma) == 0;
  if (reading->decimal != BW_CHOOSE)
    manners->mark = reading->decimal == ',' ? BW_MARK_COMMA : BW_MARK_DOT;
  else if (dot != comma)
    manners->mark = comma > dot ? BW_MARK_COMMA : BW_MARK_DOT;
  else
    manners->mark = delimiter == ';' ? BW_MARK_COMMA : BW_MARK_DOT;

  manners->order_known = reading->date_order != BW_DATE_ORDER_FIND || dmy != mdy;
  manners->order_agreed = manners->order_known && MIN (dmy, mdy) == 0;
  if (reading->date_order != BW_DATE_ORDER_FIND)
    manners->order = reading->date_order;
  else
    manners->order = dmy > mdy ? BW_DATE_ORDER_DMY : BW_DATE_ORDER_MDY;
}

/**
 * bw_judge:
 * @judgement: (out): the type, and how cells of that type are to be read
 */
void
bw_judge (BwJudgement     *judgement,
          const BwTally   *tally,
          const char      *header,
          const BwReading *reading,
          const BwManners *manners)
{
  const BwForcedType *forced = find_forced (reading, header);

  memset (judgement, 0, sizeof *judgement);
  judgement->forced = forced != NULL;
  if (forced == NULL)
    {
      judgement->type = judge_type (tally, header, &judgement->unit);
    }
  else
    {
      judgement->type = forced->type;
      judgement->unit = bw_judge_forced_unit (tally);
    }

  judge_order (judgement, tally, reading, forced, manners);
  judge_mark (judgement, tally, reading, forced, manners, bw_header_counts (header));
  judgement->pivot = bw_judge_pivot (tally, header, &judgement->pivot_open);
  judgement->zero_is_none = judgement->unit != BW_DATE_UNIT_NONE || tally->n_dates_digits > 0
                            || tally->n_month_digits > 0;
  judgement->scaled = forced != NULL || tally->n_scaled > 0;
  judgement->blank_is_no = judgement->type == BW_COLUMN_FLAG && is_tick_column (tally);
  if (judgement->type == BW_COLUMN_MONEY)
    judge_currency (judgement, tally, header);
}
