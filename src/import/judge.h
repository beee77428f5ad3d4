/* What type a column is, decided from all its cells together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/reading.h"
#include "import/tally.h"
#include "table/column.h"

G_BEGIN_DECLS

/**
 * BwManners:
 * @mark: the decimal mark of columns that fit both
 * @mark_known: @mark was told by the user or by another column
 * @mark_agreed: @mark_known, and no column says otherwise
 * @order: the date order of columns that fit both
 * @order_known: @order was told by the user or by another column
 * @order_agreed: @order_known, and no column says otherwise
 *
 * How numbers and dates are written in one file, as far as its columns tell.
 */
typedef struct
{
  BwMark      mark;
  gboolean    mark_known;
  gboolean    mark_agreed;
  BwDateOrder order;
  gboolean    order_known;
  gboolean    order_agreed;
} BwManners;

/**
 * BwDateUnit:
 * @BW_DATE_UNIT_NONE: dates are written as dates
 * @BW_DATE_UNIT_EXCEL: days as Excel counts them
 * @BW_DATE_UNIT_SECONDS: since 1970 in UTC; so are the next two
 *
 * What plain numbers among dates count.
 */
typedef enum
{
  BW_DATE_UNIT_NONE,
  BW_DATE_UNIT_EXCEL,
  BW_DATE_UNIT_SECONDS,
  BW_DATE_UNIT_MILLISECONDS,
  BW_DATE_UNIT_MICROSECONDS,
} BwDateUnit;

/**
 * BwJudgement:
 * @forced: the user chose the type
 * @currency: (nullable): ISO 4217, or "" where it is money of an unknown currency
 * @alias: (nullable): another code that stands for @currency here: USD where the header says CAD and
 *   the cells say $
 * @unit: what plain numbers among dates count
 * @pivot: years of two digits from this on are of the century before 2000
 * @pivot_open: years of two digits might be of another century
 * @zero_is_none: dates are written in digits alone, and a 0 says that there is none
 * @scaled: k and M behind a number multiply it
 * @blank_is_no: a mark says yes and an empty cell no
 * @mark_open: the numbers fit both marks, and differ
 * @order_open: the dates fit both orders
 */
typedef struct
{
  BwColumnType type;
  gboolean     forced;
  BwMark       mark;
  BwDateOrder  order;
  const char  *currency;
  const char  *alias;
  BwDateUnit   unit;
  guint        pivot;
  gboolean     pivot_open;
  gboolean     zero_is_none;
  gboolean     scaled;
  gboolean     blank_is_no;
  gboolean     mark_open;
  gboolean     order_open;
} BwJudgement;

void bw_manners_find (BwManners       *manners,
                      const BwReading *reading,
                      char             delimiter,
                      const BwTally   *tallies,
                      guint            n_tallies);
void bw_judge (BwJudgement     *judgement,
               const BwTally   *tally,
               const char      *header,
               const BwReading *reading,
               const BwManners *manners);

G_END_DECLS
