/* The tests of conditions, one row each: what they compare with, and when they hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/condition-row.h"

#include "model/parts.h"
#include "model/sql-condition.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
number_is_one_of (const BwCondition *self,
                  double             value)
{
  for (guint i = 0; i < self->n_operands; i++)
    {
      if (self->operands[i].number == value)
        return TRUE;
    }

  return FALSE;
}

static gboolean
number_is_none_of (const BwCondition *self,
                   double             value)
{
  return !number_is_one_of (self, value);
}

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

static gboolean
number_is_less (const BwCondition *self,
                double             value)
{
  return value < self->operands[0].number;
}

static gboolean
number_is_at_most (const BwCondition *self,
                   double             value)
{
  return value <= self->operands[0].number;
}

static gboolean
number_is_more (const BwCondition *self,
                double             value)
{
  return value > self->operands[0].number;
}

static gboolean
number_is_at_least (const BwCondition *self,
                    double             value)
{
  return value >= self->operands[0].number;
}

static gboolean
number_is_between (const BwCondition *self,
                   double             value)
{
  return value >= self->operands[0].number && value <= self->operands[1].number;
}

static const BwTestRow rows[BW_N_TESTS] = {
  [BW_TEST_IS] = { "is", BW_TAKES_VALUE, 1, 1, FALSE, number_is_one_of, text_is_one_of,
                   bw_sql_test_is },
  [BW_TEST_IS_NOT] = { "is-not", BW_TAKES_VALUE, 1, 1, TRUE, number_is_none_of, text_is_none_of,
                       bw_sql_test_is_not },
  [BW_TEST_ONE_OF] = { "one-of", BW_TAKES_VALUE, 1, BW_MAX_OPERANDS, FALSE,
                       number_is_one_of, text_is_one_of, bw_sql_test_is },
  [BW_TEST_CONTAINS] = { "contains", BW_TAKES_TEXT, 1, 1, FALSE, NULL, text_contains,
                         bw_sql_test_contains },
  [BW_TEST_LESS] = { "less", BW_TAKES_ORDER, 1, 1, FALSE, number_is_less, NULL, bw_sql_test_less },
  [BW_TEST_AT_MOST] = { "at-most", BW_TAKES_ORDER, 1, 1, FALSE, number_is_at_most, NULL,
                        bw_sql_test_at_most },
  [BW_TEST_MORE] = { "more", BW_TAKES_ORDER, 1, 1, FALSE, number_is_more, NULL, bw_sql_test_more },
  [BW_TEST_AT_LEAST] = { "at-least", BW_TAKES_ORDER, 1, 1, FALSE, number_is_at_least, NULL,
                         bw_sql_test_at_least },
  [BW_TEST_BETWEEN] = { "between", BW_TAKES_ORDER, 2, 2, FALSE, number_is_between, NULL,
                        bw_sql_test_between },
  [BW_TEST_EMPTY] = { "empty", BW_TAKES_NOTHING, 0, 0, FALSE, NULL, NULL, bw_sql_test_empty },
};

const BwTestRow *
bw_test_get_row (BwTest test)
{
  return &rows[test];
}

/**
 * Values:
 *
 * What a condition looks at, in one snapshot: numbers, or codes of a dictionary, or nothing at all
 * where the panel does not have it.
 */
typedef struct
{
  const double  *numbers;
  double        *own_numbers;
  const guint32 *codes;
  BwDictionary  *dictionary;
} Values;

static void
values_of_column (BwPanel    *panel,
                  guint       snapshot,
                  const char *name,
                  Values     *out)
{
  const guint column = bw_panel_find_column (panel, name);
  BwColumn *values;

  if (column == BW_NONE)
    return;

  values = bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot), column);
  out->numbers = bw_column_get_numbers (values);
  out->codes = bw_column_get_codes (values);
  out->dictionary = bw_column_get_dictionary (values);

  /* A date is compared by its day, whatever the time. */
  if (bw_column_get_type (values) == BW_COLUMN_DATE_TIME)
    {
      const gsize n_rows = bw_column_get_n_rows (values);

      out->own_numbers = g_new (double, MAX (n_rows, 1));
      for (gsize row = 0; row < n_rows; row++)
        out->own_numbers[row] = floor (out->numbers[row]);
      out->numbers = out->own_numbers;
    }
}

static void
values_of_derivation (BwPanel            *panel,
                      guint               snapshot,
                      const BwDerivation *derivation,
                      Values             *out)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));

  if (derivation->type == BW_DERIVE_COLUMN)
    {
      values_of_column (panel, snapshot, derivation->column, out);
      return;
    }

  out->own_numbers = g_new (double, MAX (n_rows, 1));
  out->numbers = out->own_numbers;
  bw_derivation_get_raw (derivation, panel, snapshot, out->own_numbers);
}

/* The subject of a condition as a derivation; a metric's is its own. */
static BwDerivation
subject_of (const BwCondition *self,
            const BwModel     *model)
{
  BwDerivation derivation = { BW_DERIVE_COLUMN, self->name };
  guint metric;

  if (self->subject == BW_SUBJECT_DAYS_SINCE)
    derivation.type = BW_DERIVE_DAYS_SINCE;
  if (self->subject != BW_SUBJECT_METRIC)
    return derivation;

  metric = bw_model_find_metric (model, self->name);

  return metric != BW_NONE ? bw_model_get_metric (model, metric)->derivation : derivation;
}

static void
test_numbers (const BwCondition *self,
              const double      *values,
              gsize              n_rows,
              gboolean          *holds)
{
  const BwTestRow *test = &rows[self->test];

  for (gsize row = 0; row < n_rows; row++)
    {
      if (self->test == BW_TEST_EMPTY)
        holds[row] = isnan (values[row]) ? self->empty : !self->empty;
      else if (isnan (values[row]))
        holds[row] = test->holds_if_missing;
      else
        holds[row] = test->number != NULL && test->number (self, values[row]);
    }
}

/* Every text of the dictionary is tested once, and each row looks its own up. */
static void
test_codes (const BwCondition *self,
            const guint32     *codes,
            BwDictionary      *dictionary,
            gsize              n_rows,
            gboolean          *holds)
{
  const BwTestRow *test = &rows[self->test];
  const gboolean empty = self->test == BW_TEST_EMPTY;
  const gboolean if_missing = empty ? self->empty : test->holds_if_missing;
  const guint32 size = bw_dictionary_size (dictionary);
  g_autofree gboolean *of_code = g_new (gboolean, MAX (size, 1));

  for (guint32 code = 0; code < size; code++)
    {
      if (empty)
        of_code[code] = !self->empty;
      else
        of_code[code] = test->text != NULL &&
                        test->text (self, bw_dictionary_get (dictionary, code));
    }

  for (gsize row = 0; row < n_rows; row++)
    holds[row] = codes[row] == BW_NO_CODE ? if_missing : of_code[codes[row]];
}

/**
 * bw_condition_find_rows:
 * @holds: (out): one a row of the snapshot
 *
 * A subject that the panel does not have is missing in every row.
 */
void
bw_condition_find_rows (const BwCondition *self,
                        const BwModel     *model,
                        BwPanel           *panel,
                        guint              snapshot,
                        gboolean          *holds)
{
  const BwDerivation subject = subject_of (self, model);
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  const double nothing = NAN;
  Values values = { NULL };

  values_of_derivation (panel, snapshot, &subject, &values);
  if (values.codes != NULL)
    {
      test_codes (self, values.codes, values.dictionary, n_rows, holds);
    }
  else if (values.numbers != NULL)
    {
      test_numbers (self, values.numbers, n_rows, holds);
    }
  else
    {
      for (gsize row = 0; row < n_rows; row++)
        test_numbers (self, &nothing, 1, &holds[row]);
    }
  g_free (values.own_numbers);
}

static gboolean
wrong_operand (const BwCondition *self,
               const char        *what,
               GError           **error)
{
  g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN,
               /* TRANSLATORS: a column or metric, the id of a test (at-least), what is wrong */
               _("“%s” cannot be tested with “%s”: %s"), self->name, rows[self->test].id, what);

  return FALSE;
}

static gboolean
check_operand (const BwCondition *self,
               const BwOperand   *operand,
               BwColumnType       type,
               GError           **error)
{
  const gboolean dates = type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME;

  if (bw_column_type_is_coded (type))
    return TRUE;
  if (dates && !bw_operand_is_date (operand))
    return wrong_operand (self, _("it holds dates; compare with a date such as 2026-01-31"), error);
  if (type == BW_COLUMN_FLAG && !bw_operand_is_flag (operand))
    return wrong_operand (self, _("it holds yes and no; compare with “yes” or “no”"), error);
  if (!dates && type != BW_COLUMN_FLAG && !bw_operand_is_number (operand))
    return wrong_operand (self, _("it holds numbers; compare with a number"), error);

  return TRUE;
}

/**
 * bw_condition_check:
 *
 * Returns: whether @panel has the subject, and the operands are of its type
 */
gboolean
bw_condition_check (const BwCondition *self,
                    const BwModel     *model,
                    BwPanel           *panel,
                    GError           **error)
{
  const BwDerivation subject = subject_of (self, model);
  BwColumnType type = BW_COLUMN_NUMBER;
  guint column;

  if (!bw_derivation_check (&subject, panel, error))
    return FALSE;

  if (subject.type == BW_DERIVE_COLUMN &&
      bw_panel_has_column (panel, subject.column, &column, NULL))
    type = bw_panel_get_column (panel, column)->type;
  if (rows[self->test].takes == BW_TAKES_ORDER && bw_column_type_is_coded (type))
    return wrong_operand (self, _("it holds texts; use “is”, “one-of” or “contains”"), error);
  if (rows[self->test].takes == BW_TAKES_TEXT && !bw_column_type_is_coded (type))
    return wrong_operand (self, _("it holds no texts; use “is”, “less” or “at-least”"), error);

  for (guint i = 0; i < self->n_operands; i++)
    {
      if (!check_operand (self, &self->operands[i], type, error))
        return FALSE;
    }

  return TRUE;
}
