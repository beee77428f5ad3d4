/* The tests of conditions, one row each: what they compare with, and when they hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/condition.h"
#include "model/sql-parts.h"

G_BEGIN_DECLS

/**
 * BwTakes:
 * @BW_TAKES_VALUE: a value of the column's own type
 * @BW_TAKES_ORDER: a number or a date, on a column that has an order
 * @BW_TAKES_TEXT: a part of a text, on a column of texts
 * @BW_TAKES_NOTHING: no operand
 */
typedef enum
{
  BW_TAKES_VALUE,
  BW_TAKES_ORDER,
  BW_TAKES_TEXT,
  BW_TAKES_NOTHING,
} BwTakes;

/* Numbers from @low to @high, both of them in it; none where an end is NaN. */
typedef struct
{
  double low;
  double high;
} BwRange;

/**
 * BwTestRow:
 * @holds_if_missing: whether it holds for a missing value; such a test holds for numbers outside of
 *   its range, else for those in it
 * @range: (nullable): the numbers that it asks about
 * @text: (nullable): whether it holds for a text
 */
typedef struct
{
  const char *id;
  BwTakes     takes;
  guint       least_operands;
  guint       most_operands;
  gboolean    holds_if_missing;
  BwRange   (*range)(const BwCondition *self);
  gboolean  (*text)(const BwCondition *self,
                    const char        *value);
  void      (*sql)(const BwCondition *self,
                   const BwSqlValue  *value,
                   BwSqlWriter       *out);
} BwTestRow;

const BwTestRow *bw_test_get_row (BwTest test);
gboolean         bw_test_number (const BwCondition *self,
                                 double             value);
gboolean         bw_test_text (const BwCondition *self,
                               const char        *value);

G_END_DECLS
