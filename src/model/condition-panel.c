/* Conditions over a panel: the values that they look at, and the rows for which they hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/condition-row.h"

#include "model/parts.h"
#include "stats/sort.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

/**
 * Test:
 * @word: which of up to 64 rows it holds for, from @start on; the first is the lowest bit
 * @outside: whether it holds outside of @range, and for what is missing
 * @listed: (array length=n_listed): in order
 * @of_code: whether it holds for each code of a dictionary, and at the end if the text is missing
 *
 * A condition made ready to run over a column.
 */
typedef struct _Test Test;

struct _Test
{
  guint64  (*word) (const Test   *self,
                    const Values *values,
                    gsize         start,
                    gsize         n);
  BwRange  range;
  gboolean outside;
  double  *listed;
  gsize    n_listed;
  guint8  *of_code;
  guint32  n_codes;
};

static guint64
word_of_range (const Test   *self,
               const Values *values,
               gsize         start,
               gsize         n)
{
  const double *numbers = values->numbers + start;
  guint64 word = 0;

  for (gsize i = 0; i < n; i++)
    word |= (guint64) ((numbers[i] >= self->range.low) & (numbers[i] <= self->range.high)) << i;

  return self->outside ? ~word : word;
}

/* NaN is not equal to itself. */
static guint64
word_of_missing (const Test   *self,
                 const Values *values,
                 gsize         start,
                 gsize         n)
{
  const double *numbers = values->numbers + start;
  guint64 word = 0;

  for (gsize i = 0; i < n; i++)
    word |= (guint64) (numbers[i] == numbers[i]) << i;

  return self->outside ? ~word : word;
}

static guint64
word_of_list (const Test   *self,
              const Values *values,
              gsize         start,
              gsize         n)
{
  guint64 word = 0;

  for (gsize i = 0; i < n; i++)
    {
      const double value = values->numbers[start + i];
      gsize found = 0;

      /* The last that is not more. */
      for (gsize left = self->n_listed; left > 1; left -= left / 2)
        found += self->listed[found + left / 2] <= value ? left / 2 : 0;
      word |= (guint64) (self->n_listed > 0 && self->listed[found] == value) << i;
    }

  return word;
}

static guint64
word_of_codes (const Test   *self,
               const Values *values,
               gsize         start,
               gsize         n)
{
  guint64 word = 0;

  for (gsize i = 0; i < n; i++)
    word |= (guint64) self->of_code[MIN (values->codes[start + i], self->n_codes)] << i;

  return word;
}

/* The same for every row: the panel does not have the column, or it is of texts and cannot be so. */
static guint64
word_of_nothing (const Test   *self,
                 const Values *values,
                 gsize         start,
                 gsize         n)
{
  return self->outside ? ~G_GUINT64_CONSTANT (0) : 0;
}

static void
list_operands (const BwCondition *condition,
               Test              *out)
{
  g_autofree double *numbers = g_new (double, MAX (condition->n_operands, 1));

  for (guint i = 0; i < condition->n_operands; i++)
    numbers[i] = condition->operands[i].number;
  out->listed = g_new (double, MAX (condition->n_operands, 1));
  out->n_listed = bw_sort (numbers, condition->n_operands, out->listed);
}

/* Every text of the dictionary is tested once, and each row looks its own up. */
static void
test_dictionary (const BwCondition *condition,
                 BwDictionary      *dictionary,
                 gboolean           if_missing,
                 Test              *out)
{
  out->n_codes = bw_dictionary_size (dictionary);
  out->of_code = g_new (guint8, (gsize) out->n_codes + 1);
  for (guint32 code = 0; code < out->n_codes; code++)
    out->of_code[code] = bw_test_text (condition, bw_dictionary_get (dictionary, code)) != FALSE;
  out->of_code[out->n_codes] = if_missing != FALSE;
}

static Test
test_of (const BwCondition *condition,
         const Values      *values)
{
  const BwTestRow *row = bw_test_get_row (condition->test);
  const gboolean empty = condition->test == BW_TEST_EMPTY;
  Test test = { word_of_nothing, .outside = empty ? condition->empty : row->holds_if_missing };

  if (values->codes != NULL)
    {
      test.word = word_of_codes;
      test_dictionary (condition, values->dictionary, test.outside, &test);
    }
  else if (values->numbers != NULL && empty)
    {
      test.word = word_of_missing;
    }
  else if (values->numbers != NULL && condition->test == BW_TEST_ONE_OF)
    {
      test.word = word_of_list;
      list_operands (condition, &test);
    }
  else if (values->numbers != NULL && row->range != NULL)
    {
      test.word = word_of_range;
      test.range = row->range (condition);
    }

  return test;
}

/**
 * bw_condition_find_bits:
 * @model: (nullable): whose metric the condition may be on
 * @bits: (out) (array): a bit a row of the snapshot, 64 to a word, the first row lowest; 0 behind
 *   the last
 *
 * A subject that the panel does not have is missing in every row.
 */
void
bw_condition_find_bits (const BwCondition *self,
                        const BwModel     *model,
                        BwPanel           *panel,
                        guint              snapshot,
                        guint64           *bits)
{
  const BwDerivation subject = subject_of (self, model);
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  Values values = { NULL };
  Test test;

  values_of_derivation (panel, snapshot, &subject, &values);
  test = test_of (self, &values);
  for (gsize start = 0; start < n_rows; start += BW_WORD_BITS)
    {
      const gsize n = MIN (n_rows - start, BW_WORD_BITS);
      const guint64 rows = ~G_GUINT64_CONSTANT (0) >> (BW_WORD_BITS - n);

      bits[start / BW_WORD_BITS] = test.word (&test, &values, start, n) & rows;
    }
  g_free (test.listed);
  g_free (test.of_code);
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
