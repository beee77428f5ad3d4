/* How each test of a condition is written as SQL, and lists of conditions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On a missing value a comparison is neither true nor false, which in a WHEN is as good as false;
 * no NOT stands before it that could turn it round. */

#include "model/sql-condition.h"

#include "model/condition-row.h"

#include <math.h>

#define MOST_IN_A_ROW 100 /* an OR is a tree, and SQLite limits how deep one grows */

/* What a row is compared with: the name of a column, and literals of its type. */
typedef struct
{
  const char *name;
  GPtrArray  *literals;
} Side;

#define N_SIDES 3

static void
add_literal (Side               *side,
             const BwSqlWriter  *out,
             void             ( *write )(BwSqlWriter *to,
                                         const char  *text),
             const char         *text)
{
  BwSqlWriter part = { .dialect = out->dialect, .text = g_string_new (NULL) };
  char *literal;

  write (&part, text);
  literal = g_string_free (part.text, FALSE);
  if (g_ptr_array_find_with_equal_func (side->literals, literal, g_str_equal, NULL))
    g_free (literal);
  else
    g_ptr_array_add (side->literals, literal);
}

static void
write_digits (BwSqlWriter *out,
              const char  *digits)
{
  bw_sql_number (out, g_ascii_strtod (digits, NULL));
}

static void
add_operand (Side              *sides,
             const BwSqlValue  *value,
             const BwOperand   *operand,
             const BwSqlWriter *out)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (value->text != NULL)
    add_literal (&sides[0], out, bw_sql_text, operand->text);
  if (value->number != NULL && !isnan (operand->number))
    add_literal (&sides[1], out, write_digits,
                 g_ascii_dtostr (digits, sizeof digits, operand->number));
  if (value->date != NULL)
    add_literal (&sides[2], out, bw_sql_date, operand->text);
}

static void
sides_init (Side              *sides,
            const BwCondition *condition,
            const BwSqlValue  *value,
            const BwSqlWriter *out)
{
  const char *names[N_SIDES] = { value->text, value->number, value->date };

  for (guint i = 0; i < N_SIDES; i++)
    sides[i] = (Side) { names[i], g_ptr_array_new_with_free_func (g_free) }
  ;
  for (guint i = 0; i < condition->n_operands; i++)
    add_operand (sides, value, &condition->operands[i], out);
}

static guint
sides_count (const Side *sides)
{
  guint n = 0;

  for (guint i = 0; i < N_SIDES; i++)
    n += sides[i].literals->len > 0 ? 1 : 0;

  return n;
}

static void
sides_clear (Side *sides)
{
  for (guint i = 0; i < N_SIDES; i++)
    g_ptr_array_unref (sides[i].literals);
}

/* "= 'a'", or "IN ('a', 'b')". */
static void
write_side (const Side  *side,
            const char  *one,
            const char  *many,
            BwSqlWriter *out)
{
  g_string_append_printf (out->text, "%s %s ", side->name, side->literals->len == 1 ? one : many);
  for (guint i = 0; i < side->literals->len; i++)
    {
      if (side->literals->len > 1)
        g_string_append (out->text, i == 0 ? "(" : ", ");
      g_string_append (out->text, g_ptr_array_index (side->literals, i));
    }
  if (side->literals->len > 1)
    g_string_append_c (out->text, ')');
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
  Side sides[N_SIDES];
  const char *between = "";
  guint n;

  sides_init (sides, self, value, out);
  n = sides_count (sides);
  bw_sql_add (out, n > 1 ? "(" : n == 0 ? "1 = 0" : ""); /* no number is that text */
  for (guint i = 0; i < N_SIDES; i++)
    {
      if (sides[i].literals->len == 0)
        continue;

      bw_sql_add (out, "%s", between);
      write_side (&sides[i], "=", "IN", out);
      between = " OR ";
    }
  bw_sql_add (out, n > 1 ? ")" : "");
  sides_clear (sides);
}

void
bw_sql_test_is_not (const BwCondition *self,
                    const BwSqlValue  *value,
                    BwSqlWriter       *out)
{
  Side sides[N_SIDES];
  const char *between = "";

  sides_init (sides, self, value, out);
  bw_sql_add (out, sides_count (sides) == 0 ? "1 = 1" : "");
  for (guint i = 0; i < N_SIDES; i++)
    {
      if (sides[i].literals->len == 0)
        continue;

      bw_sql_add (out, "%s(%s IS NULL OR ", between, sides[i].name);
      write_side (&sides[i], "<>", "NOT IN", out);
      bw_sql_add (out, ")");
      between = " AND ";
    }
  sides_clear (sides);
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
    bw_sql_date (out, self->operands[operand].text);
  else
    bw_sql_number (out, self->operands[operand].number);
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
  const char *before = value->text != NULL && value->number != NULL ? "(" : "";
  const char *after = *before == '(' ? ")" : "";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] == NULL)
        continue;

      bw_sql_add (out, self->empty ? "%s%s IS NULL" : "%s%s IS NOT NULL", before, names[i]);
      before = self->empty ? " AND " : " OR ";
    }
  bw_sql_add (out, "%s", after);
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
