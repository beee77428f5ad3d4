/* The first steps of a SELECT: the columns as what they are read, and what is derived from them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/sql-parts.h"

#include "model/sql-derivation.h"

#include <glib/gi18n-lib.h>

#define MOST_EARLIER 1000 /* columns with what was before: databases limit how many there are */

/* Whether the metric's value is derived here, and not a column as it stands. */
static gboolean
is_derived (const BwSql *self,
            guint        metric)
{
  return self->raw[metric] &&
         bw_model_get_metric (self->model, metric)->derivation.type != BW_DERIVE_COLUMN;
}

static const BwDerivation *
derivation_of (const BwSql *self,
               guint        metric)
{
  return &bw_model_get_metric (self->model, metric)->derivation;
}

static gboolean
any_derived (const BwSql     *self,
             BwDerivationType type)
{
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (is_derived (self, i) && derivation_of (self, i)->type == type)
        return TRUE;
    }

  return FALSE;
}

static gboolean
needs_period (const BwSql *self)
{
  return any_derived (self, BW_DERIVE_CHANGE) || any_derived (self, BW_DERIVE_MEAN);
}

static gboolean
needs_day (const BwSql *self)
{
  return self->days->len > 0 || any_derived (self, BW_DERIVE_DAYS_SINCE);
}

static void
add_form (BwSql             *self,
          const BwSqlColumn *column,
          const char        *phrase,
          const char        *as)
{
  g_autoptr(GString) name = g_string_new ("t.");
  BwSqlWriter part = { .dialect = self->out.dialect, .text = name };

  bw_sql_name (&part, column->name);
  if (part.error != NULL)
    g_propagate_error (self->out.error == NULL ? &self->out.error : NULL, part.error);

  bw_sql_item (&self->out);
  bw_sql_phrase (&self->out, phrase, name->str, NULL);
  bw_sql_add (&self->out, " AS %s", as);
}

static void
add_column (BwSql             *self,
            const BwSqlColumn *column)
{
  const BwSqlDialectRow *dialect = self->out.dialect;

  switch (column->form)
    {
    case BW_SQL_AS_NUMBER:
      add_form (self, column, dialect->as_number, column->value.number);
      break;
    case BW_SQL_AS_FLAG:
      add_form (self, column, dialect->as_flag, column->value.number);
      break;
    case BW_SQL_AS_AMOUNT:
      add_form (self, column, dialect->as_amount, column->value.number);
      break;
    case BW_SQL_AS_TEXT:
      add_form (self, column, dialect->as_text, column->value.text);
      break;
    case BW_SQL_AS_DATE:
      add_form (self, column, dialect->as_date, column->value.date);
      break;
    case BW_SQL_AS_DAY:
      add_form (self, column, dialect->as_day, column->value.text);
      break;
    case BW_SQL_AS_ANY:
      add_form (self, column, dialect->any_number, column->value.number);
      add_form (self, column, dialect->any_text, column->value.text);
      break;
    case BW_SQL_AS_PRESENT:
    default:
      add_form (self, column, dialect->as_present, column->value.present);
      break;
    }
}

static const char *
or_default (const char *name,
            const char *otherwise)
{
  return name != NULL ? name : otherwise;
}

/**
 * bw_sql_write_rows:
 *
 * Writes the step that reads the table.
 */
void
bw_sql_write_rows (BwSql *self)
{
  const char *key = or_default (self->options->key, BW_SQL_KEY);
  const char *date = or_default (self->options->date, BW_SQL_DATE);
  BwSqlWriter *out = &self->out;
  const BwSqlColumn snapshot = { .name = date };

  self->step = bw_sql_begin_step (self, "The columns that the model looks at, each as what it is "
                                  "compared as.", "read_rows");
  add_form (self, &(BwSqlColumn) { .name = key }, "$1", "customer");
  add_form (self, &snapshot, "$1", "snapshot");
  if (needs_day (self))
    add_form (self, &snapshot, out->dialect->as_date, "snapshot_day");
  if (needs_period (self))
    add_form (self, &snapshot, "DENSE_RANK() OVER (ORDER BY $1)", "period");
  for (guint i = 0; i < self->columns->len; i++)
    add_column (self, &g_array_index (self->columns, BwSqlColumn, i));

  out->depth--;
  bw_sql_line (out);
  bw_sql_add (out, "FROM ");
  bw_sql_table (out, or_default (self->options->table, BW_SQL_TABLE));
  bw_sql_add (out, " AS t");
  bw_sql_end_step (self, NULL);
}

/* What a mean looks back at: rows of the customer that are recent enough. */
static void
add_earlier (BwSql *self,
             guint  metric)
{
  const BwDerivation *derivation = derivation_of (self, metric);
  const char *column = bw_sql_find_column (self, derivation->column)->value.number;
  static const char over[] = "OVER (PARTITION BY r.customer ORDER BY r.period)";

  for (guint back = 1; back < derivation->snapshots; back++)
    {
      bw_sql_item (&self->out);
      bw_sql_add (&self->out, "CASE WHEN LAG(r.period, %u) %s > r.period - %u THEN ",
                  back, over, derivation->snapshots);
      bw_sql_add (&self->out, "LAG(r.%s, %u) %s END AS back_%u_%s", column, back, over,
                  back, self->metrics[metric]);
    }
}

static void
write_earlier (BwSql *self)
{
  const char *from = self->step;
  guint n_columns = 0;

  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (is_derived (self, i) && derivation_of (self, i)->type == BW_DERIVE_MEAN)
        n_columns += derivation_of (self, i)->snapshots - 1;
    }
  if (n_columns == 0)
    return;
  if (n_columns > MOST_EARLIER)
    bw_sql_fail (&self->out, BW_SQL_ERROR_MODEL,
                 _("the metrics that are means look back at %u snapshots together, more than SQL can "
                   "hold; let them look back at fewer"), n_columns);

  self->step = bw_sql_begin_step (self, "What was before, at the customer’s earlier snapshots.",
                                  "earlier_rows");
  bw_sql_item (&self->out);
  bw_sql_add (&self->out, "r.*");
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (is_derived (self, i) && derivation_of (self, i)->type == BW_DERIVE_MEAN)
        add_earlier (self, i);
    }
  bw_sql_end_step (self, from);
}

static void
add_derived (BwSql *self,
             guint  metric)
{
  const BwDerivation *derivation = derivation_of (self, metric);
  const BwSqlValue column = bw_sql_find_column (self, derivation->column)->value;
  BwSqlOperands of = { column.number, NULL, self->metrics[metric] };

  if (column.date != NULL)
    of.column = column.date;
  if (derivation->other != NULL)
    {
      const BwSqlValue other = bw_sql_find_column (self, derivation->other)->value;

      of.other = other.date != NULL ? other.date : other.number;
    }

  bw_sql_item (&self->out);
  bw_derivation_write_sql (derivation, &of, &self->out);
  bw_sql_add (&self->out, " AS raw_%s", self->metrics[metric]);
}

static void
add_days (BwSql      *self,
          const char *name)
{
  const BwDerivation derivation = { BW_DERIVE_DAYS_SINCE, name };
  const char *column = bw_sql_find_column (self, name)->value.date;
  const BwSqlOperands of = { column };

  bw_sql_item (&self->out);
  bw_derivation_write_sql (&derivation, &of, &self->out);
  bw_sql_add (&self->out, " AS days_since_%s", column + 4);
}

/* The rows of the same customers so many snapshots before, each number once. */
static void
add_joins (BwSql      *self,
           const char *rows)
{
  g_autoptr(GHashTable) joined = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      const guint back = derivation_of (self, i)->snapshots;

      if (!is_derived (self, i) || derivation_of (self, i)->type != BW_DERIVE_CHANGE ||
          !g_hash_table_add (joined, GUINT_TO_POINTER (back)))
        continue;

      bw_sql_line (&self->out);
      bw_sql_add (&self->out, "LEFT JOIN %s AS back_%u", rows, back);
      bw_sql_line (&self->out);
      bw_sql_add (&self->out, "  ON back_%u.customer = r.customer AND back_%u.period = r.period - %u",
                  back, back, back);
    }
}

/**
 * bw_sql_write_raw:
 *
 * Writes the steps that derive values from columns, where there are any.
 */
void
bw_sql_write_raw (BwSql *self)
{
  const char *rows = self->step;
  gboolean any = self->days->len > 0;
  const char *from;

  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    any |= is_derived (self, i);
  if (!any)
    return;

  write_earlier (self);
  from = self->step;
  self->step = bw_sql_begin_step (self, "Values that are derived from columns.", "raw_values");
  bw_sql_item (&self->out);
  bw_sql_add (&self->out, "r.*");
  for (guint i = 0; i < self->days->len; i++)
    add_days (self, g_ptr_array_index (self->days, i));
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (is_derived (self, i))
        add_derived (self, i);
    }

  self->out.depth--;
  bw_sql_line (&self->out);
  bw_sql_add (&self->out, "FROM %s AS r", from);
  add_joins (self, rows);
  bw_sql_end_step (self, NULL);
}
