/* Conditions over a panel: the values that they look at, and the rows for which they hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/condition-row.h"

#include "model/parts.h"
#include "stats/sort.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

/* Holds for the numbers in a range, or for all others and what is missing. */
static void
test_range (BwRange       range,
            gboolean      outside,
            const double *values,
            gsize         n_rows,
            gboolean     *holds)
{
  for (gsize row = 0; row < n_rows; row++)
    holds[row] = ((values[row] >= range.low) & (values[row] <= range.high)) != outside;
}

static void
test_empty (gboolean      empty,
            const double *values,
            gsize         n_rows,
            gboolean     *holds)
{
  for (gsize row = 0; row < n_rows; row++)
    holds[row] = (isnan (values[row]) != 0) == empty;
}

/* Holds for the numbers of a list, which may be long. */
static void
test_list (const BwCondition *self,
           const double      *values,
           gsize              n_rows,
           gboolean          *holds)
{
  g_autofree double *listed = g_new (double, MAX (self->n_operands, 1));
  g_autofree double *numbers = g_new (double, MAX (self->n_operands, 1));
  gsize n;

  for (guint i = 0; i < self->n_operands; i++)
    listed[i] = self->operands[i].number;
  n = bw_sort (listed, self->n_operands, numbers);

  for (gsize row = 0; row < n_rows; row++)
    {
      gsize start = 0;

      /* The last that is not more. */
      for (gsize left = n; left > 1; left -= left / 2)
        start += numbers[start + left / 2] <= values[row] ? left / 2 : 0;
      holds[row] = n > 0 && numbers[start] == values[row];
    }
}

static void
test_numbers (const BwCondition *self,
              const double      *values,
              gsize              n_rows,
              gboolean          *holds)
{
  const BwTestRow *test = bw_test_get_row (self->test);

  if (self->test == BW_TEST_EMPTY)
    test_empty (self->empty != FALSE, values, n_rows, holds);
  else if (self->test == BW_TEST_ONE_OF)
    test_list (self, values, n_rows, holds);
  else if (test->range != NULL)
    test_range (test->range (self), test->holds_if_missing, values, n_rows, holds);
  else
    memset (holds, 0, n_rows * sizeof *holds);
}

/* Every text of the dictionary is tested once, and each row looks its own up. */
static void
test_codes (const BwCondition *self,
            const guint32     *codes,
            BwDictionary      *dictionary,
            gsize              n_rows,
            gboolean          *holds)
{
  const gboolean if_missing = self->test == BW_TEST_EMPTY ? self->empty
                              : bw_test_get_row (self->test)->holds_if_missing;
  const guint32 size = bw_dictionary_size (dictionary);
  g_autofree gboolean *of_code = g_new (gboolean, MAX (size, 1));

  for (guint32 code = 0; code < size; code++)
    of_code[code] = bw_test_text (self, bw_dictionary_get (dictionary, code));

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
      gboolean one;

      test_numbers (self, &nothing, 1, &one);
      for (gsize row = 0; row < n_rows; row++)
        holds[row] = one;
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
               _("“%s” cannot be tested with “%s”: %s"), self->name, bw_test_get_row (self->test)->id, what);

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
  if (bw_test_get_row (self->test)->takes == BW_TAKES_ORDER && bw_column_type_is_coded (type))
    return wrong_operand (self, _("it holds texts; use “is”, “one-of” or “contains”"), error);
  if (bw_test_get_row (self->test)->takes == BW_TAKES_TEXT && !bw_column_type_is_coded (type))
    return wrong_operand (self, _("it holds no texts; use “is”, “less” or “at-least”"), error);

  for (guint i = 0; i < self->n_operands; i++)
    {
      if (!check_operand (self, &self->operands[i], type, error))
        return FALSE;
    }

  return TRUE;
}
