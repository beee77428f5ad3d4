/* How many cells of a column read as what: the facts on which its type is decided. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/cells.h"
#include "import/date.h"
#include "import/number.h"

G_BEGIN_DECLS

#define BW_TALLY_MAX_CURRENCIES 8

typedef struct
{
  const char *code;
  gsize       count;
} BwCurrencyCount;

/**
 * BwTally:
 * @n_rows: all cells; each is blank, marked or present
 * @n_marked: those that say in words that there is no value
 * @n_marked_category: those of @n_marked that say so in a category column too
 * @n_present: the rest
 * @n_named: cells that are a text where the column is one: @n_present, and @n_marked but for
 *   @n_marked_category
 * @n_named_texts: distinct texts among @n_named
 * @n_numbers: by #BwMark
 * @n_numbers_both: numbers under both marks
 * @n_numbers_split: numbers under both marks, but not the same one
 * @n_integers: of digits only
 * @n_zero_led: of digits only, the first of them a useless 0
 * @n_long: of digits only, more than a double can tell apart
 * @n_serials: whole numbers that Excel would show as a date of 1954 to 2119
 * @n_dates: by #BwDateOrder
 * @n_dates_ordered: dates whose order matters and that fit month first and day first
 * @n_flags: words for yes or no
 * @pairs_common: pairs of words that all of @n_flags share
 * @flag_yes: some say yes
 * @flag_no: some say no
 * @n_codes: other texts of letters and digits, without a blank
 * @n_present_texts: distinct texts among @n_present
 * @n_bytes: of all cells that are present
 */
typedef struct
{
  gsize           n_rows;
  gsize           n_blank;
  gsize           n_marked;
  gsize           n_marked_category;
  gsize           n_present;
  gsize           n_named;
  gsize           n_named_texts;
  gsize           n_numbers[BW_N_MARKS];
  gsize           n_numbers_both;
  gsize           n_numbers_split;
  gsize           n_percents;
  gsize           n_moneys;
  BwCurrencyCount currencies[BW_TALLY_MAX_CURRENCIES];
  gsize           n_integers;
  gsize           n_zero_led;
  gsize           n_long;
  gsize           n_exponents;
  gsize           n_serials;
  gsize           n_dates[BW_N_DATE_ORDERS];
  gsize           n_dates_any;
  gsize           n_dates_ordered;
  gsize           n_dates_digits;
  gsize           n_times;
  gsize           n_zones;
  gsize           n_flags;
  guint32         pairs_common;
  gboolean        flag_yes;
  gboolean        flag_no;
  gboolean        flag_letters;
  gsize           n_codes;
  gsize           n_spaced;
  gsize           n_present_texts;
  guint64         n_bytes;
} BwTally;

void bw_tally_count (BwTally       *self,
                     const BwCells *cells);

G_END_DECLS
