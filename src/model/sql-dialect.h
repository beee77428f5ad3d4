/* The dialects of SQL, one row each: how they quote, and what they call things. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sql.h"

G_BEGIN_DECLS

/**
 * BwSqlQuoting:
 * @BW_SQL_DOUBLED: a quote inside is written twice, all else stands for itself
 * @BW_SQL_ESCAPED: quotes, backslashes and control characters get a backslash
 * @BW_SQL_MARKED: doubled, but a text with a backslash or a control character is marked with an E
 *   and escaped
 */
typedef enum
{
  BW_SQL_DOUBLED,
  BW_SQL_ESCAPED,
  BW_SQL_MARKED,
} BwSqlQuoting;

/**
 * BwSqlDialectRow:
 * @name: as its maker writes it
 * @name_quote: what stands around the name of a table or column
 * @substitutes: whether $name and ${…} are replaced before the text is read, also in quotes
 * @number: a number, of which $1 has the digits; @whole where they are without a point, @exponent
 *   where they end in an exponent
 * @text_type: the type of texts
 * @double_open: begins an expression that is to be of double precision, whatever its numbers are
 * @double_close: ends it
 * @as_number: a column as a double, likewise the others; $1 is the column
 * @as_flag: of yes and no, as 1 and 0
 * @as_amount: of numbers, or of yes and no
 * @as_text: compared character by character
 * @as_date: without the time of the day
 * @as_day: of dates, or of texts that may be ISO dates: as text
 * @any_number: of any of numbers, yes and no, or texts: the double, missing for a text
 * @any_text: likewise the text, missing for all others
 * @as_present: missing where the column is; any type
 * @date: a date from its ISO text $1
 * @days: days from $2 to $1, as a double
 * @contains: whether text $1 contains $2
 * @floor: the greatest whole number that is not above $1, which is not negative, as a double
 * @whole_part: of $1 divided by $2, both whole and positive
 * @apart_open: begins a step whose columns are worked out once, not in each place that uses them
 * @apart_close: (nullable): ends it
 */
typedef struct
{
  const char  *id;
  const char  *name;
  char         name_quote;
  BwSqlQuoting names;
  BwSqlQuoting texts;
  gboolean     substitutes;
  const char  *number;
  const char  *whole;
  const char  *exponent;
  const char  *text_type;
  const char  *double_open;
  const char  *double_close;
  const char  *as_number;
  const char  *as_flag;
  const char  *as_amount;
  const char  *as_text;
  const char  *as_date;
  const char  *as_day;
  const char  *any_number;
  const char  *any_text;
  const char  *as_present;
  const char  *date;
  const char  *days;
  const char  *contains;
  const char  *floor;
  const char  *whole_part;
  const char  *apart_open;
  const char  *apart_close;
} BwSqlDialectRow;

const BwSqlDialectRow *bw_sql_dialect_get_row (BwSqlDialect dialect);

G_END_DECLS
