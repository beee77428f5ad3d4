/* Conditions on raw values, and lists of them: the rules of segments, caps and floors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"

G_BEGIN_DECLS

typedef enum
{
  BW_TEST_IS,
  BW_TEST_IS_NOT,
  BW_TEST_ONE_OF,
  BW_TEST_CONTAINS,
  BW_TEST_LESS,
  BW_TEST_AT_MOST,
  BW_TEST_MORE,
  BW_TEST_AT_LEAST,
  BW_TEST_BETWEEN,
  BW_TEST_EMPTY,
} BwTest;

#define BW_N_TESTS (BW_TEST_EMPTY + 1)

typedef enum
{
  BW_SUBJECT_COLUMN,
  BW_SUBJECT_METRIC,
  BW_SUBJECT_DAYS_SINCE,
} BwSubject;

/**
 * BwOperand:
 *
 * @text is the operand as a text (a number in C form, a date as ISO, "yes" or "no"); @number is
 * NaN where the text is no number, date (in days) or yes/no.
 */
typedef struct
{
  const char *text;
  double      number;
} BwOperand;

/**
 * BwCondition:
 * @name: the column, or the metric's id
 * @operands: (array length=n_operands): one; two for between; any number for one-of
 * @empty: for %BW_TEST_EMPTY, whether a missing value is what is asked for
 */
typedef struct
{
  BwSubject        subject;
  const char      *name;
  BwTest           test;
  const BwOperand *operands;
  guint            n_operands;
  gboolean         empty;
} BwCondition;

/**
 * BwConditions:
 * @any: whether one is enough, else all have to hold
 * @conditions: (array length=n_conditions): at least one
 */
typedef struct
{
  gboolean           any;
  const BwCondition *conditions;
  guint              n_conditions;
} BwConditions;

const char *bw_test_get_id (BwTest test);

G_END_DECLS
