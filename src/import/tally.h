/* How many cells of a column read as what: the facts on which its type is decided. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/cells.h"
#include "cells/date.h"
#include "cells/number.h"

G_BEGIN_DECLS

#define BW_TALLY_MAX_CURRENCIES 8
#define BW_TELLING_CODES        3
#define BW_SAMPLE_SIZE          48
#define BW_NO_SAMPLE            G_MAXSIZE

typedef struct
{
  const char *code;
  gsize       count;
} BwCurrencyCount;

/**
 * BwTelling:
 * @codes: the texts that came first, by their code in the cells
 * @n_codes: how many of them there are
 * @n_rows: all cells
 *
 * Cells that can be read one way only.
 */
typedef struct
{
  gsize codes[BW_TELLING_CODES];
  guint n_codes;
  gsize n_rows;
} BwTelling;

/**
 * BwSample:
 * @code: of the text in the cells, or %BW_NO_SAMPLE
 *
 * The first cell of its sort, to show to a person.
 */
typedef struct
{
  gsize code;
  char  text[BW_SAMPLE_SIZE];
} BwSample;

/**
 * BwMoments:
 * @n: how many
 * @n_within: of these, not at midnight
 * @min: in seconds
 * @max: in seconds
 *
 * Plain numbers that count time since 1970.
 */
typedef struct
{
  gsize  n;
  gsize  n_within;
  double min;
  double max;
} BwMoments;

/**
 * BwEpoch:
 * @BW_EPOCH_SECONDS: ten digits before the decimal mark
 * @BW_EPOCH_MILLISECONDS: thirteen
 * @BW_EPOCH_MICROSECONDS: sixteen
 */
typedef enum
{
  BW_EPOCH_SECONDS,
  BW_EPOCH_MILLISECONDS,
  BW_EPOCH_MICROSECONDS,
} BwEpoch;

#define BW_N_EPOCHS (BW_EPOCH_MICROSECONDS + 1)

/**
 * BwTally:
 * @n_rows: all cells; each is blank, marked or present
 * @n_marked: those that say in words that there is no value
 * @n_marked_category: those of @n_marked that say so in a category column too
 * @n_present: the rest
 * @n_named: cells that are a text where the column is one: @n_present, and @n_marked but for
 *   @n_marked_category
 * @n_named_texts: distinct texts among @n_named
 * @n_numbers: by #BwMark; those with a scale are not among them, see bw_tally_settle()
 * @n_numbers_both: numbers under both marks
 * @n_numbers_split: numbers under both marks, but not the same one
 * @n_fractions: by #BwMark: numbers with a decimal mark
 * @n_integers: of digits only
 * @n_zero_led: of digits only, the first of them a useless 0
 * @n_long: of digits only, more than a double can tell apart
 * @n_zeros: of digits only, all of them 0
 * @n_serials: numbers that Excel would show as a date of 1954 to 2119
 * @n_serials_within: of these, with a time of day
 * @epochs: by #BwEpoch: numbers that count time since 1970
 * @n_scaled: numbers with a letter or word that multiplies them: 4.2k
 * @n_scaled_sure: of these, such that can hardly mean anything else
 * @scales: a bit for each power of ten among them
 * @n_scaled_numbers: by #BwMark
 * @n_credits: numbers with CR or DR behind them
 * @n_lossy: numbers with more digits than a double tells apart
 * @n_errors: what spreadsheets show where a formula failed
 * @n_dates: by #BwDateOrder; dates of a month's digits only (202601, 01.2026) are not among them
 * @n_dates_ordered: dates whose order matters and that fit month first and day first
 * @n_month_digits: months of digits only, or with a dot, which are numbers as well
 * @n_periods: dates that are a month, a quarter, a half year or a week
 * @n_short_months: of these, names of months with a year of two digits
 * @n_nevers: dates that stand for "never"
 * @n_absent: words that say in a date column that there is no date
 * @n_times: dates with a time of day
 * @n_zones: times with a zone other than UTC
 * @n_zoned: times with any zone
 * @zone_minutes: of the first of them
 * @zones_differ: not all times have the same zone, or some have none
 * @short_years: by year of two digits, whether a date has it
 * @n_short_years: dates with such a year
 * @n_flags: words for yes or no
 * @pairs_common: pairs of words that all of @n_flags share
 * @flag_yes: some say yes
 * @flag_no: some say no
 * @n_ticks: marks that say yes where empty cells say no
 * @n_codes: other texts of letters and digits, without a blank
 * @n_present_texts: distinct texts among @n_present
 * @n_bytes: of all cells that are present
 * @split: a number that differs under the two marks
 * @ordered: a date that differs by order
 * @absent: one of @n_absent or @n_nevers
 * @lossy: one of @n_lossy
 * @coded: one of @n_codes
 * @mark_tells: by #BwMark: numbers under that mark alone
 * @order_tells: by #BwDateOrder: dates that are days first, or months first, alone
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
  gsize           n_fractions[BW_N_MARKS];
  gsize           n_percents;
  gsize           n_moneys;
  BwCurrencyCount currencies[BW_TALLY_MAX_CURRENCIES];
  gsize           n_integers;
  gsize           n_zero_led;
  gsize           n_long;
  gsize           n_zeros;
  gsize           n_exponents;
  gsize           n_serials;
  gsize           n_serials_within;
  BwMoments       epochs[BW_N_EPOCHS];
  gsize           n_scaled;
  gsize           n_scaled_sure;
  guint           scales;
  gsize           n_scaled_numbers[BW_N_MARKS];
  gsize           n_credits;
  gsize           n_lossy;
  gsize           n_errors;
  gsize           n_dates[BW_N_DATE_ORDERS];
  gsize           n_dates_any;
  gsize           n_dates_ordered;
  gsize           n_dates_digits;
  gsize           n_month_digits;
  gsize           n_periods;
  gsize           n_short_months;
  gsize           n_nevers;
  gsize           n_absent;
  gsize           n_times;
  gsize           n_zones;
  gsize           n_zoned;
  int             zone_minutes;
  gboolean        zones_differ;
  gboolean        short_years[100];
  gsize           n_short_years;
  gsize           n_flags;
  guint32         pairs_common;
  gboolean        flag_yes;
  gboolean        flag_no;
  gboolean        flag_letters;
  gsize           n_ticks;
  gsize           n_codes;
  gsize           n_spaced;
  gsize           n_present_texts;
  guint64         n_bytes;
  BwSample        split;
  BwSample        ordered;
  BwSample        absent;
  BwSample        lossy;
  BwSample        coded;
  BwTelling       mark_tells[BW_N_MARKS];
  BwTelling       order_tells[BW_N_DATE_ORDERS];
} BwTally;

void bw_tally_count (BwTally       *self,
                     const BwCells *cells);

G_END_DECLS
