/* The tests of conditions, one row each: what they compare with, and when they hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/condition-row.h"

#include "model/parts.h"
#include "model/sql-condition.h"

#include <math.h>
#include <string.h>

static gboolean
text_is_one_of (const BwCondition *self,
                const char        *value)
{
  for (guint i = 0; i < self->n_operands; i++)
    {
      if (strcmp (self->operands[i].text, value) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
text_is_none_of (const BwCondition *self,
                 const char        *value)
{
  return !text_is_one_of (self, value);
}

static gboolean
text_contains (const BwCondition *self,
               const char        *value)
{
  return strstr (value, self->operands[0].text) != NULL;
}

/* Numbers are finite, so what is not reached is one number away. */
static BwRange
range_is (const BwCondition *self)
{
  return (BwRange) { self->operands[0].number, self->operands[0].number };
}

static BwRange
range_less (const BwCondition *self)
{
  return (BwRange) { -INFINITY, nextafter (self->operands[0].number, -INFINITY) };
}

static BwRange
range_at_most (const BwCondition *self)
{
  return (BwRange) { -INFINITY, self->operands[0].number };
}

static BwRange
range_more (const BwCondition *self)
{
  return (BwRange) { nextafter (self->operands[0].number, INFINITY), INFINITY };
}

static BwRange
range_at_least (const BwCondition *self)
{
  return (BwRange) { self->operands[0].number, INFINITY };
}

static BwRange
range_between (const BwCondition *self)
{
  return (BwRange) { self->operands[0].number, self->operands[1].number };
}

static const BwTestRow rows[BW_N_TESTS] = {
  [BW_TEST_IS] = { "is", BW_TAKES_VALUE, 1, 1, FALSE, range_is, text_is_one_of,
                   bw_sql_test_is },
  [BW_TEST_IS_NOT] = { "is-not", BW_TAKES_VALUE, 1, 1, TRUE, range_is, text_is_none_of,
                       bw_sql_test_is_not },
  [BW_TEST_ONE_OF] = { "one-of", BW_TAKES_VALUE, 1, BW_MAX_OPERANDS, FALSE,
                       NULL, text_is_one_of, bw_sql_test_is },
  [BW_TEST_CONTAINS] = { "contains", BW_TAKES_TEXT, 1, 1, FALSE, NULL, text_contains,
                         bw_sql_test_contains },
  [BW_TEST_LESS] = { "less", BW_TAKES_ORDER, 1, 1, FALSE, range_less, NULL, bw_sql_test_less },
  [BW_TEST_AT_MOST] = { "at-most", BW_TAKES_ORDER, 1, 1, FALSE, range_at_most, NULL,
                        bw_sql_test_at_most },
  [BW_TEST_MORE] = { "more", BW_TAKES_ORDER, 1, 1, FALSE, range_more, NULL, bw_sql_test_more },
  [BW_TEST_AT_LEAST] = { "at-least", BW_TAKES_ORDER, 1, 1, FALSE, range_at_least, NULL,
                         bw_sql_test_at_least },
  [BW_TEST_BETWEEN] = { "between", BW_TAKES_ORDER, 2, 2, FALSE, range_between, NULL,
                        bw_sql_test_between },
  [BW_TEST_EMPTY] = { "empty", BW_TAKES_NOTHING, 0, 0, FALSE, NULL, NULL, bw_sql_test_empty },
};

const BwTestRow *
bw_test_get_row (BwTest test)
{
  return &rows[test];
}

/**
 * bw_test_number:
 * @value: one that is there
 *
 * Returns: whether a condition holds for @value
 */
gboolean
bw_test_number (const BwCondition *self,
                double             value)
{
  const BwTestRow *row = &rows[self->test];

  if (self->test == BW_TEST_EMPTY)
    return !self->empty;
  if (row->range != NULL)
    {
      const BwRange range = row->range (self);

      return (value >= range.low && value <= range.high) != row->holds_if_missing;
    }

  for (guint i = 0; self->test == BW_TEST_ONE_OF && i < self->n_operands; i++)
    {
      if (self->operands[i].number == value)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_test_text:
 * @value: one that is there
 *
 * Returns: whether a condition holds for @value
 */
gboolean
bw_test_text (const BwCondition *self,
              const char        *value)
{
  const BwTestRow *row = &rows[self->test];

  if (self->test == BW_TEST_EMPTY)
    return !self->empty;

  return row->text != NULL && row->text (self, value);
}
