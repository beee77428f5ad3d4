/* How each test of a condition is written as SQL, and lists of conditions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On a missing value a comparison is neither true nor false, which in a WHEN is as good as false;
 * no NOT stands before it that could turn it round. */

#include "model/sql-condition.h"

#include "model/condition-row.h"

#include <math.h>

#define MOST_IN_A_ROW 100 /* an OR is a tree, and SQLite limits how deep one grows */

/* What a row's value is compared as: the name of its column, and how an operand is written. */
typedef struct
{
  const char *name;
  void      (*write)(BwSqlWriter     *out,
                     const BwOperand *operand);
  gboolean  (*fits)(const BwOperand *operand);
} Side;

#define N_SIDES 3

static void
write_number (BwSqlWriter     *out,
              const BwOperand *operand)
{
  bw_sql_number (out, operand->number);
}

static void
write_text (BwSqlWriter     *out,
            const BwOperand *operand)
{
  bw_sql_text (out, operand->text);
}

static void
write_date (BwSqlWriter     *out,
            const BwOperand *operand)
{
  bw_sql_date (out, operand->text);
}

static gboolean
has_number (const BwOperand *operand)
{
  return !isnan (operand->number);
}

static gboolean
has_text (const BwOperand *operand)
{
  return TRUE;
}

static void
find_sides (const BwSqlValue *value,
            Side             *sides)
{
  sides[0] = (Side) { value->text, write_text, has_text };
  sides[1] = (Side) { value->number, write_number, has_number };
  sides[2] = (Side) { value->date, write_date, has_text };
}

static guint
count_fitting (const Side        *side,
               const BwCondition *self)
{
  guint n = 0;

  for (guint i = 0; side->name != NULL && i < self->n_operands; i++)
    n += side->fits (&self->operands[i]) ? 1 : 0;

  return n;
}

static void
write_list (const Side        *side,
            const BwCondition *self,
            const char        *between,
            BwSqlWriter       *out)
{
  const char *before = "";

  for (guint i = 0; i < self->n_operands; i++)
    {
      if (!side->fits (&self->operands[i]))
        continue;

      bw_sql_add (out, "%s", before);
      side->write (out, &self->operands[i]);
      before = between;
    }
}

/**
 * bw_sql_test_is:
 *
 * Also for one-of.
 */
void
bw_sql_test_is (const BwCondition *self,
                const BwSqlValue  *value,
                BwSqlWriter       *out)
{
  const char *before = "(";
  Side sides[N_SIDES];

  find_sides (value, sides);
  for (guint i = 0; i < N_SIDES; i++)
    {
      const guint n = count_fitting (&sides[i], self);

      if (n == 0)
        continue;

      bw_sql_add (out, n == 1 ? "%s%s = " : "%s%s IN (", before, sides[i].name);
      write_list (&sides[i], self, ", ", out);
      bw_sql_add (out, n == 1 ? "" : ")");
      before = " OR ";
    }
  bw_sql_add (out, *before == '(' ? "(1 = 0)" : ")"); /* no number is that text */
}

void
bw_sql_test_is_not (const BwCondition *self,
                    const BwSqlValue  *value,
                    BwSqlWriter       *out)
{
  const char *before = "(";
  Side sides[N_SIDES];

  find_sides (value, sides);
  for (guint i = 0; i < N_SIDES; i++)
    {
      if (count_fitting (&sides[i], self) == 0)
        continue;

      bw_sql_add (out, "%s(%s IS NULL OR %s <> ", before, sides[i].name, sides[i].name);
      write_list (&sides[i], self, "", out);
      bw_sql_add (out, ")");
      before = " AND ";
    }
  bw_sql_add (out, *before == '(' ? "(1 = 1)" : ")");
}

void
bw_sql_test_contains (const BwCondition *self,
                      const BwSqlValue  *value,
                      BwSqlWriter       *out)
{
  g_autoptr(GString) text = g_string_new (NULL);
  BwSqlWriter part = { .dialect = out->dialect, .text = text };

  if (value->text == NULL)
    {
      bw_sql_add (out, "(1 = 0)"); /* no number contains a text */
      return;
    }

  bw_sql_text (&part, self->operands[0].text);
  bw_sql_phrase (out, out->dialect->contains, value->text, text->str);
}

/* A date is compared with dates and a number with numbers. */
static void
write_order (const BwCondition *self,
             const BwSqlValue  *value,
             const char        *sign,
             guint              operand,
             BwSqlWriter       *out)
{
  bw_sql_add (out, "%s %s ", value->date != NULL ? value->date : value->number, sign);
  if (value->date != NULL)
    write_date (out, &self->operands[operand]);
  else
    write_number (out, &self->operands[operand]);
}

void
bw_sql_test_less (const BwCondition *self,
                  const BwSqlValue  *value,
                  BwSqlWriter       *out)
{
  write_order (self, value, "<", 0, out);
}

void
bw_sql_test_at_most (const BwCondition *self,
                     const BwSqlValue  *value,
                     BwSqlWriter       *out)
{
  write_order (self, value, "<=", 0, out);
}

void
bw_sql_test_more (const BwCondition *self,
                  const BwSqlValue  *value,
                  BwSqlWriter       *out)
{
  write_order (self, value, ">", 0, out);
}

void
bw_sql_test_at_least (const BwCondition *self,
                      const BwSqlValue  *value,
                      BwSqlWriter       *out)
{
  write_order (self, value, ">=", 0, out);
}

void
bw_sql_test_between (const BwCondition *self,
                     const BwSqlValue  *value,
                     BwSqlWriter       *out)
{
  bw_sql_add (out, "(");
  write_order (self, value, ">=", 0, out);
  bw_sql_add (out, " AND ");
  write_order (self, value, "<=", 1, out);
  bw_sql_add (out, ")");
}

void
bw_sql_test_empty (const BwCondition *self,
                   const BwSqlValue  *value,
                   BwSqlWriter       *out)
{
  const char *names[] = { value->text, value->number, value->date, value->present };
  const char *before = "(";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] == NULL)
        continue;

      bw_sql_add (out, self->empty ? "%s%s IS NULL" : "%s%s IS NOT NULL", before, names[i]);
      before = self->empty ? " AND " : " OR ";
    }
  bw_sql_add (out, ")");
}

/**
 * bw_sql_conditions:
 *
 * Writes whether conditions hold, each on a line of its own.
 */
void
bw_sql_conditions (BwSql              *self,
                   const BwConditions *where)
{
  BwSqlWriter *out = &self->out;
  const gboolean grouped = where->n_conditions > MOST_IN_A_ROW;

  if (grouped)
    bw_sql_add (out, "(");
  out->depth++;
  for (guint i = 0; i < where->n_conditions; i++)
    {
      const BwCondition *condition = &where->conditions[i];
      const BwSqlValue value = bw_sql_value_of_subject (self, condition);

      if (i > 0)
        {
          const gboolean apart = i % MOST_IN_A_ROW == 0;

          bw_sql_line (out);
          bw_sql_add (out, "%s%s %s", apart ? ") " : "", where->any ? "OR" : "AND",
                      apart ? "(" : "");
        }
      bw_test_get_row (condition->test)->sql (condition, &value, out);
    }
  out->depth--;
  if (grouped)
    bw_sql_add (out, ")");
}
