/* Which columns a model looks at, and as what: all that its uses of a column allow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A model does not say of which type a column is, but each use of it rules some types out: days are
 * counted from dates, a curve takes numbers or yes and no, “contains” takes texts. What is left is
 * read so that every type that is left gives what the engine gives. */

#include "model/sql-parts.h"

#include "model/condition-row.h"
#include "model/parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  CAN_NUMBER = 1 << 0,
  CAN_FLAG = 1 << 1,
  CAN_DATE = 1 << 2,
  CAN_TEXT = 1 << 3,
  CAN_ALL = CAN_NUMBER | CAN_FLAG | CAN_DATE | CAN_TEXT,
};

static void
use_column (BwSql      *self,
            const char *name,
            guint       can)
{
  BwSqlColumn *column = (BwSqlColumn *) bw_sql_find_column (self, name);

  if (column == NULL)
    {
      const BwSqlColumn fresh = { .name = name, .can = CAN_ALL };

      g_array_append_val (self->columns, fresh);
      column = &g_array_index (self->columns, BwSqlColumn, self->columns->len - 1);
    }

  if ((column->can & can) == 0)
    bw_sql_fail (&self->out, BW_SQL_ERROR_MODEL,
                 _("the model uses the column “%s” in ways that no type of column allows, as number "
                   "and as text or date; no data could fit it"), name);
  column->can &= can;
}

/* Yes and no are compared as 1 and 0, and with no other number. */
static guint
can_be_amount (double number)
{
  return number == 0 || number == 1 ? CAN_NUMBER | CAN_FLAG : CAN_NUMBER;
}

static guint
can_be_category (const char *text)
{
  const double number = bw_text_to_number (text);

  if (!isnan (number))
    return CAN_TEXT | can_be_amount (number);

  return isnan (bw_text_to_flag (text)) ? CAN_TEXT : CAN_TEXT | CAN_FLAG;
}

static guint
can_be_scaled (const BwScale *scale)
{
  guint can = CAN_ALL;

  if (scale->type != BW_SCALE_CATEGORIES)
    return CAN_NUMBER | CAN_FLAG;

  for (guint i = 0; i < scale->n_categories; i++)
    can &= can_be_category (scale->categories[i].text);

  return can;
}

static guint
can_be_compared (const BwOperand *operand,
                 BwTakes          takes)
{
  const gboolean date = bw_operand_is_date (operand);

  if (takes == BW_TAKES_TEXT)
    return CAN_TEXT;
  if (takes == BW_TAKES_ORDER)
    return date ? CAN_DATE : can_be_amount (operand->number);

  return date ? CAN_DATE | CAN_TEXT : can_be_category (operand->text);
}

static void
use_derivation (BwSql              *self,
                const BwDerivation *derivation,
                guint               can)
{
  switch (derivation->type)
    {
    case BW_DERIVE_COLUMN:
      use_column (self, derivation->column, can);
      break;
    case BW_DERIVE_DAYS_SINCE:
    case BW_DERIVE_DAYS_BETWEEN:
      use_column (self, derivation->column, CAN_DATE);
      if (derivation->other != NULL)
        use_column (self, derivation->other, CAN_DATE);
      break;
    case BW_DERIVE_CHANGE:
    case BW_DERIVE_MEAN:
    case BW_DERIVE_RATIO:
    default:
      use_column (self, derivation->column, CAN_NUMBER | CAN_FLAG);
      if (derivation->other != NULL)
        use_column (self, derivation->other, CAN_NUMBER | CAN_FLAG);
      break;
    }
}

static void
note_days (BwSql      *self,
           const char *column)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->days, i), column))
        return;
    }

  g_ptr_array_add (self->days, (gpointer) column);
}

static void
use_condition (BwSql             *self,
               const BwCondition *condition)
{
  const BwTestRow *test = bw_test_get_row (condition->test);
  BwDerivation derivation = { BW_DERIVE_COLUMN, condition->name };
  guint can = CAN_ALL;

  for (guint i = 0; i < condition->n_operands; i++)
    can &= can_be_compared (&condition->operands[i], test->takes);

  if (condition->subject == BW_SUBJECT_METRIC)
    {
      const guint metric = bw_model_find_metric (self->model, condition->name);

      self->raw[metric] = TRUE;
      derivation = bw_model_get_metric (self->model, metric)->derivation;
    }
  else if (condition->subject == BW_SUBJECT_DAYS_SINCE)
    {
      note_days (self, condition->name);
      derivation.type = BW_DERIVE_DAYS_SINCE;
    }
  use_derivation (self, &derivation, can);
}

static void
use_conditions (BwSql              *self,
                const BwConditions *where)
{
  for (guint i = 0; where != NULL && i < where->n_conditions; i++)
    use_condition (self, &where->conditions[i]);
}

static BwSqlForm
form_of (const BwSqlColumn *column)
{
  switch (column->can)
    {
    case CAN_NUMBER:
      return BW_SQL_AS_NUMBER;
    case CAN_FLAG:
      return BW_SQL_AS_FLAG;
    case CAN_NUMBER | CAN_FLAG:
      return BW_SQL_AS_AMOUNT;
    case CAN_DATE:
      return BW_SQL_AS_DATE;
    case CAN_TEXT:
      return BW_SQL_AS_TEXT;
    case CAN_DATE | CAN_TEXT:
      return BW_SQL_AS_DAY;
    case CAN_ALL:
      return BW_SQL_AS_PRESENT;
    default:
      return BW_SQL_AS_ANY;
    }
}

static void
settle (BwSql       *self,
        BwSqlColumn *column)
{
  const char *word = bw_sql_word (self, "col_", column->name);

  column->form = form_of (column);
  switch (column->form)
    {
    case BW_SQL_AS_TEXT:
    case BW_SQL_AS_DAY:
      column->value.text = word;
      break;
    case BW_SQL_AS_DATE:
      column->value.date = word;
      break;
    case BW_SQL_AS_PRESENT:
      column->value.present = word;
      break;
    case BW_SQL_AS_ANY:
      column->value.number = bw_sql_kept (self, "number_%s", word + 4);
      column->value.text = bw_sql_kept (self, "text_%s", word + 4);
      break;
    case BW_SQL_AS_NUMBER:
    case BW_SQL_AS_FLAG:
    case BW_SQL_AS_AMOUNT:
    default:
      column->value.number = word;
      break;
    }
}

/**
 * bw_sql_find_columns:
 *
 * Finds the columns that the model looks at, and how each is to be read.
 */
void
bw_sql_find_columns (BwSql *self)
{
  for (guint i = 0; i < bw_model_get_n_segments (self->model); i++)
    use_conditions (self, bw_model_get_segment (self->model, i)->where);
  for (guint i = 0; i < bw_model_get_n_rules (self->model); i++)
    use_conditions (self, bw_model_get_rule (self->model, i)->where);

  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      const BwMetric *metric = bw_model_get_metric (self->model, i);

      self->raw[i] |= self->scored[i];
      if (!self->scored[i])
        continue;

      use_derivation (self, &metric->derivation, can_be_scaled (&metric->scale));
    }

  for (guint i = 0; i < self->columns->len; i++)
    settle (self, &g_array_index (self->columns, BwSqlColumn, i));
}

/**
 * bw_sql_find_column:
 *
 * Returns: (nullable): the column of that name that the model looks at
 */
const BwSqlColumn *
bw_sql_find_column (const BwSql *self,
                    const char  *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const BwSqlColumn *column = &g_array_index (self->columns, BwSqlColumn, i);

      if (g_str_equal (column->name, name))
        return column;
    }

  return NULL;
}

/**
 * bw_sql_value_of_metric:
 *
 * Returns: where the raw value of the metric is found after the step that derives it
 */
BwSqlValue
bw_sql_value_of_metric (BwSql *self,
                        guint  metric)
{
  const BwDerivation *derivation = &bw_model_get_metric (self->model, metric)->derivation;
  BwSqlValue value = { NULL };

  if (derivation->type == BW_DERIVE_COLUMN)
    return bw_sql_find_column (self, derivation->column)->value;

  value.number = bw_sql_kept (self, "raw_%s", self->metrics[metric]);

  return value;
}

/**
 * bw_sql_value_of_subject:
 *
 * Returns: where a condition finds what it looks at
 */
BwSqlValue
bw_sql_value_of_subject (BwSql             *self,
                         const BwCondition *condition)
{
  BwSqlValue value = { NULL };

  switch (condition->subject)
    {
    case BW_SUBJECT_METRIC:
      return bw_sql_value_of_metric (self, bw_model_find_metric (self->model, condition->name));
    case BW_SUBJECT_DAYS_SINCE:
      value.number = bw_sql_kept (self, "days_since_%s",
                                  bw_sql_find_column (self, condition->name)->value.date + 4);
      return value;
    case BW_SUBJECT_COLUMN:
    default:
      return bw_sql_find_column (self, condition->name)->value;
    }
}
