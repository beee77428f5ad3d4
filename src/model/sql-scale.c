/* How each kind of scale is written as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of scale-row.c in the same order, so that the last digit is the same. A comparison
 * with a missing value never holds, so that it is led to no branch, or through the arithmetic. */

#include "model/sql-scale.h"

#include "model/parts.h"
#include "model/sql-condition.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far the value is from @from on the way to @to; nothing is written that changes nothing. */
static void
add_part (double            from,
          double            to,
          const BwSqlValue *value,
          BwSqlWriter      *out)
{
  bw_sql_add (out, from != 0 ? "(%s %c " : "%s", value->number, from < 0 ? '+' : '-');
  if (from != 0)
    {
      bw_sql_number (out, fabs (from));
      bw_sql_add (out, ")");
    }
  if (to - from != 1)
    {
      bw_sql_add (out, " / ");
      bw_sql_number (out, to - from);
    }
}

void
bw_sql_scale_linear (const BwScale    *self,
                     const BwSqlValue *value,
                     BwSqlWriter      *out)
{
  const gboolean gate = self->to == self->from;

  bw_sql_double_case (out);
  bw_sql_when (out);
  bw_sql_add (out, gate ? "%s < " : "%s <= ", value->number);
  bw_sql_number (out, self->from);
  bw_sql_add (out, " THEN ");
  bw_sql_number (out, 0);
  bw_sql_when (out);
  bw_sql_add (out, "%s >= ", value->number);
  bw_sql_number (out, self->to);
  bw_sql_add (out, " THEN ");
  bw_sql_number (out, 100);
  if (!gate)
    {
      bw_sql_else (out);
      bw_sql_number (out, 100);
      bw_sql_add (out, " * (");
      add_part (self->from, self->to, value, out);
      bw_sql_add (out, ")");
    }
  bw_sql_double_end (out);
}

/* Between two points, and below the second of them. */
static void
add_stretch (const BwPoint    *a,
             const BwPoint    *b,
             const BwSqlValue *value,
             BwSqlWriter      *out)
{
  bw_sql_when (out);
  bw_sql_add (out, "%s < ", value->number);
  bw_sql_number (out, b->raw);
  bw_sql_add (out, " THEN ");
  if (a->score != 0 || a->score == b->score)
    bw_sql_number (out, a->score);
  if (a->score == b->score)
    return;

  bw_sql_add (out, "%s", a->score != 0 ? " + " : "");
  add_part (a->raw, b->raw, value, out);
  bw_sql_add (out, " * ");
  bw_sql_number (out, b->score - a->score);
}

static void
add_first (const BwPoint    *point,
           double            below,
           const BwSqlValue *value,
           BwSqlWriter      *out)
{
  bw_sql_when (out);
  bw_sql_add (out, "%s < ", value->number);
  bw_sql_number (out, below);
  bw_sql_add (out, " THEN ");
  bw_sql_number (out, point->score);
}

static void
add_last (const BwPoint    *point,
          const BwSqlValue *value,
          BwSqlWriter      *out)
{
  bw_sql_when (out);
  bw_sql_add (out, "%s IS NOT NULL THEN ", value->number);
  bw_sql_number (out, point->score);
}

void
bw_sql_scale_curve (const BwScale    *self,
                    const BwSqlValue *value,
                    BwSqlWriter      *out)
{
  const BwPoint *points = self->points;

  bw_sql_double_case (out);
  if (self->n_points > 1)
    add_first (&points[0], points[0].raw, value, out);
  for (guint i = 1; i < self->n_points; i++)
    add_stretch (&points[i - 1], &points[i], value, out);
  add_last (&points[self->n_points - 1], value, out);
  bw_sql_double_end (out);
}

void
bw_sql_scale_steps (const BwScale    *self,
                    const BwSqlValue *value,
                    BwSqlWriter      *out)
{
  bw_sql_double_case (out);
  for (guint i = 1; i < self->n_points; i++)
    add_first (&self->points[i - 1], self->points[i].raw, value, out);
  add_last (&self->points[self->n_points - 1], value, out);
  bw_sql_double_end (out);
}

/* Returns: whether a value can be of this category */
static gboolean
add_category (const BwCategoryScore *category,
              const BwSqlValue      *value,
              BwSqlWriter           *out)
{
  BwOperand operand = { category->text, bw_text_to_number (category->text) };
  const BwCondition is = { .test = BW_TEST_IS, .operands = &operand, .n_operands = 1 };

  if (isnan (operand.number))
    operand.number = bw_text_to_flag (category->text);
  if (value->text == NULL && (value->number == NULL || isnan (operand.number)))
    return FALSE; /* no number is this text */

  bw_sql_when (out);
  bw_sql_test_is (&is, value, out);
  bw_sql_add (out, " THEN ");
  bw_sql_number (out, category->score);

  return TRUE;
}

static void
add_other (double       score,
           const char  *name,
           BwSqlWriter *out)
{
  if (name == NULL)
    return;

  bw_sql_when (out);
  bw_sql_add (out, "%s IS NOT NULL THEN ", name);
  bw_sql_number (out, score);
}

void
bw_sql_scale_categories (const BwScale    *self,
                         const BwSqlValue *value,
                         BwSqlWriter      *out)
{
  gboolean any = FALSE;

  bw_sql_double_case (out);
  for (guint i = 0; i < self->n_categories; i++)
    any |= add_category (&self->categories[i], value, out);

  if (!isnan (self->other))
    {
      add_other (self->other, value->text, out);
      add_other (self->other, value->number, out);
    }
  else if (!any)
    {
      bw_sql_when (out);
      bw_sql_add (out, "1 = 0 THEN ");
      bw_sql_number (out, 0);
    }
  bw_sql_double_end (out);
}

void
bw_sql_scale_percentile (const BwScale    *self,
                         const BwSqlValue *value,
                         BwSqlWriter      *out)
{
  if (self->n_points > 0)
    bw_sql_scale_curve (self, value, out);
  else
    bw_sql_fail (out, BW_SQL_ERROR_MODEL,
                 _("its percentile scale has no “points”, so it would mean something else in every "
                   "table; choose percentiles anew in the window, over your data, and save the "
                   "model, or take another scale"));
}
