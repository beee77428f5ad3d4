/* What type a column is, decided from all its cells together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column is of a type if nearly all of its cells read as that type; the few others are then listed
 * as misfits. Where that would lose something (codes among numbers, a third answer beside yes and
 * no) the column stays what it is: texts. */

#include "import/judge.h"

#include "import/currency.h"
#include "import/hints.h"
#include "import/words.h"

#include <string.h>

#define MISFIT_SHARE      0.05
#define FLAG_MISFIT_SHARE 0.001
#define SMALL_CATEGORY    12
#define MANY_CATEGORIES   200
#define MEAN_CATEGORY     60 /* bytes */
#define ID_CATEGORY       30

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

static gsize
n_dates_best (const BwTally *tally)
{
  return MAX (tally->n_dates[BW_DATE_ORDER_DMY],
              MAX (tally->n_dates[BW_DATE_ORDER_MDY], tally->n_dates[BW_DATE_ORDER_YMD]));
}

/* Whether @n_fit of @n cells are enough to call the others misfits: 95 in 100, in short columns all
 * but one or two. */
static gboolean
are_nearly_all (gsize n_fit,
                gsize n)
{
  const gsize n_misfits = n - MIN (n_fit, n);

  if (n_fit == 0)
    return FALSE;

  return n_misfits <= MISFIT_SHARE * n || (n_misfits == 1 && n >= 4) || (n_misfits == 2 && n >= 12);
}

static gboolean
is_date_column (const BwTally *tally)
{
  return are_nearly_all (n_dates_best (tally), tally->n_present);
}

static gboolean
is_number_column (const BwTally *tally)
{
  const gsize n = n_numbers_best (tally);

  if (!are_nearly_all (n, tally->n_present))
    return FALSE;

  return tally->n_codes == 0 || tally->n_codes <= 0.01 * tally->n_present;
}

static gboolean
is_flag_column (const BwTally *tally,
                const char    *header)
{
  const gsize n_misfits = tally->n_present - tally->n_flags;
  const gboolean both = tally->flag_yes && tally->flag_no;

  if (tally->n_flags == 0 || n_misfits > FLAG_MISFIT_SHARE * tally->n_present)
    return FALSE;
  if (bw_flag_pair_is_numeric (tally->pairs_common))
    return both && !bw_header_counts (header);
  if (tally->flag_letters)
    return both && tally->pairs_common != 0;

  return TRUE;
}

/* Digits that name things: ids, postcodes, whatever has useless zeros or more digits than count. */
static gboolean
is_naming_column (const BwTally *tally,
                  const char    *header)
{
  if (tally->n_zero_led > 0 && tally->n_integers == n_numbers_best (tally))
    return TRUE;
  if (tally->n_long > 0 && tally->n_integers == n_numbers_best (tally))
    return TRUE;
  if (!bw_header_names_things (header))
    return FALSE;

  return tally->n_integers + tally->n_exponents >= n_numbers_best (tally)
         && tally->n_moneys == 0 && tally->n_percents == 0;
}

static gboolean
is_serial_column (const BwTally *tally,
                  const char    *header)
{
  return tally->n_serials == tally->n_present && tally->n_moneys == 0 && tally->n_percents == 0
         && bw_header_dates (header) && !bw_header_counts (header);
}

/* Texts of letters and digits, and no word in the header that says they are for people. */
static gboolean
looks_like_key (const BwTally *tally,
                const char    *header)
{
  return tally->n_codes + tally->n_integers == tally->n_present && tally->n_spaced == 0
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
  if (n == 0 || tally->n_bytes > (guint64) MEAN_CATEGORY * n)
    return BW_COLUMN_TEXT;
  if (names && (n_texts > ID_CATEGORY || n_texts * 3 > n))
    return BW_COLUMN_TEXT;
  if (n_texts < n && n_texts <= SMALL_CATEGORY)
    return BW_COLUMN_CATEGORY;
  if (n_texts * 2 <= n && n_texts <= MANY_CATEGORIES)
    return BW_COLUMN_CATEGORY;

  return n_texts * 20 <= n && n_texts <= 5000 ? BW_COLUMN_CATEGORY : BW_COLUMN_TEXT;
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

static BwColumnType
judge_type (const BwTally *tally,
            const char    *header,
            gboolean      *serial)
{
  *serial = FALSE;
  if (tally->n_present == 0)
    return tally->n_marked > 0 ? BW_COLUMN_CATEGORY : BW_COLUMN_TEXT;
  if (is_flag_column (tally, header))
    return BW_COLUMN_FLAG;
  if (is_date_column (tally))
    return tally->n_times > 0 ? BW_COLUMN_DATE_TIME : BW_COLUMN_DATE;
  if (!is_number_column (tally) || is_naming_column (tally, header))
    return judge_coded (tally, header);

  *serial = is_serial_column (tally, header);

  return *serial ? BW_COLUMN_DATE : judge_numbers (tally, header);
}

static gboolean
forced_type (const BwReading *reading,
             const char      *header,
             BwColumnType    *type)
{
  for (guint i = 0; i < reading->n_forced; i++)
    {
      if (g_strcmp0 (reading->forced[i].column, header) == 0)
        {
          *type = reading->forced[i].type;
          return TRUE;
        }
    }

  return FALSE;
}

/* The order of the column's dates: that of the only reading, else that of the file. */
static void
judge_order (BwJudgement     *judgement,
             const BwTally   *tally,
             const BwReading *reading,
             const BwManners *manners)
{
  const gsize dmy = tally->n_dates[BW_DATE_ORDER_DMY], mdy = tally->n_dates[BW_DATE_ORDER_MDY];
  const gsize ymd = tally->n_dates[BW_DATE_ORDER_YMD];

  if (reading->date_order != BW_DATE_ORDER_FIND)
    judgement->order = reading->date_order;
  else if (dmy == mdy && tally->n_dates_ordered > 0)
    judgement->order = manners->order;
  else if (dmy == mdy || (ymd > dmy && ymd > mdy))
    judgement->order = BW_DATE_ORDER_YMD;
  else
    judgement->order = dmy > mdy ? BW_DATE_ORDER_DMY : BW_DATE_ORDER_MDY;

  judgement->order_open = dmy == mdy && tally->n_dates_ordered > 0
                          && reading->date_order == BW_DATE_ORDER_FIND;
}

static void
judge_mark (BwJudgement     *judgement,
            const BwTally   *tally,
            const BwReading *reading,
            const BwManners *manners)
{
  if (reading->decimal != BW_CHOOSE || !tells_mark (tally))
    judgement->mark = manners->mark;
  else
    judgement->mark = better_mark (tally);

  judgement->mark_open = reading->decimal == BW_CHOOSE && !tells_mark (tally)
                         && tally->n_numbers_split > 0;
}

static const char *
judge_currency (const BwTally *tally,
                const char    *header)
{
  const BwCurrencyCount *best = &tally->currencies[0];

  for (guint i = 1; i < BW_TALLY_MAX_CURRENCIES; i++)
    {
      if (tally->currencies[i].count > best->count)
        best = &tally->currencies[i];
    }
  if (best->count > 0 && best->code[0] != '\0')
    return best->code;

  return bw_currency_of_header (header) != NULL ? bw_currency_of_header (header) : "";
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
      dmy += is_date_column (tally)
             && tally->n_dates[BW_DATE_ORDER_DMY] > tally->n_dates[BW_DATE_ORDER_MDY];
      mdy += is_date_column (tally)
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
  memset (judgement, 0, sizeof *judgement);
  judgement->forced = forced_type (reading, header, &judgement->type);
  if (judgement->forced)
    judgement->serial = tally->n_dates_any == 0 && tally->n_serials > 0;
  else
    judgement->type = judge_type (tally, header, &judgement->serial);

  judge_order (judgement, tally, reading, manners);
  judge_mark (judgement, tally, reading, manners);
  if (judgement->type == BW_COLUMN_MONEY)
    judgement->currency = judge_currency (tally, header);
}
