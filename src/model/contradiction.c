/* Whether conditions can hold at all, whatever the data. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value is missing, a text or a number (a date or yes/no is one). The conditions on one column
 * contradict each other where no value of any of these kinds would satisfy them all. */

#include "model/matching.h"

#include "model/condition-row.h"
#include "model/parts.h"

#include <math.h>

/* Beyond so many operands nobody is told of contradictions. */
#define MOST_OPERANDS 2000

static gboolean
is_complete (const BwCondition *self)
{
  const BwTestRow *row = bw_test_get_row (self->test);

  if (self->name == NULL || *self->name == '\0')
    return FALSE;
  if (self->test != BW_TEST_EMPTY &&
      (self->n_operands < row->least_operands || self->n_operands > row->most_operands))
    return FALSE;

  for (guint i = 0; i < self->n_operands; i++)
    {
      if (self->operands[i].text == NULL || *self->operands[i].text == '\0')
        return FALSE;
      if (row->takes == BW_TAKES_ORDER && isnan (self->operands[i].number))
        return FALSE;
    }

  return TRUE;
}

static gboolean
missing_satisfies (GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const BwCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->test == BW_TEST_EMPTY ? !condition->empty
          : !bw_test_get_row (condition->test)->holds_if_missing)
        return FALSE;
    }

  return TRUE;
}

/* Returns: (nullable): a condition that lists the only values there can be */
static const BwCondition *
find_list (GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const BwCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->test == BW_TEST_IS || condition->test == BW_TEST_ONE_OF)
        return condition;
    }

  return NULL;
}

static gboolean
this_text_satisfies (GPtrArray  *conditions,
                     const char *text)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const BwCondition *condition = g_ptr_array_index (conditions, i);

      if (!bw_test_text (condition, text))
        return FALSE;
    }

  return TRUE;
}

/* Whether some text satisfies all: of those listed, where any list says what there can be; else
 * there is always one that holds all that is looked for, and is none of what it may not be. */
static gboolean
some_text_satisfies (GPtrArray *conditions)
{
  const BwCondition *list = find_list (conditions);

  for (guint i = 0; i < conditions->len; i++)
    {
      const BwCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->subject == BW_SUBJECT_DAYS_SINCE ||
          (condition->test == BW_TEST_EMPTY ? condition->empty
           : bw_test_get_row (condition->test)->text == NULL))
        return FALSE;
    }

  for (guint i = 0; list != NULL && i < list->n_operands; i++)
    {
      if (this_text_satisfies (conditions, list->operands[i].text))
        return TRUE;
    }

  return list == NULL;
}

static gboolean
this_number_satisfies (GPtrArray *conditions,
                       double     number)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const BwCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->subject == BW_SUBJECT_DAYS_SINCE && number != floor (number))
        return FALSE;
      if (!bw_test_number (condition, number))
        return FALSE;
    }

  return TRUE;
}

/* Whether some number satisfies all. Where the range that is left is one number wide it is tried;
 * in a wider one there are more than any list of what it may not be. */
static gboolean
some_number_satisfies (GPtrArray *conditions)
{
  const BwCondition *first = g_ptr_array_index (conditions, 0);
  const BwCondition *list = find_list (conditions);
  double low = -G_MAXDOUBLE, high = G_MAXDOUBLE;

  for (guint i = 0; list != NULL && i < list->n_operands; i++)
    {
      if (!isnan (list->operands[i].number) &&
          this_number_satisfies (conditions, list->operands[i].number))
        return TRUE;
    }
  if (list != NULL)
    return FALSE;

  for (guint i = 0; i < conditions->len; i++)
    {
      const BwCondition *condition = g_ptr_array_index (conditions, i);

      const BwTestRow *row = bw_test_get_row (condition->test);

      if (condition->test == BW_TEST_CONTAINS ||
          (condition->test == BW_TEST_EMPTY && condition->empty))
        return FALSE;
      if (row->takes == BW_TAKES_ORDER)
        {
          low = MAX (low, row->range (condition).low);
          high = MIN (high, row->range (condition).high);
        }
    }
  if (first->subject == BW_SUBJECT_DAYS_SINCE)
    {
      low = ceil (low);
      high = floor (high);
    }

  return low < high || (low == high && this_number_satisfies (conditions, low));
}

static gboolean
can_hold (GPtrArray *conditions)
{
  return missing_satisfies (conditions) || some_text_satisfies (conditions) ||
         some_number_satisfies (conditions);
}

/* Adds the two of @conditions, or the one, that cannot hold together; all where no two tell. */
static void
add_reason (GPtrArray *conditions,
            GPtrArray *reason)
{
  for (guint j = 0; j < conditions->len; j++)
    {
      for (guint i = 0; i <= j; i++)
        {
          g_ptr_array_set_size (reason, 0);
          g_ptr_array_add (reason, g_ptr_array_index (conditions, i));
          if (i < j)
            g_ptr_array_add (reason, g_ptr_array_index (conditions, j));
          if (!can_hold (reason))
            return;
        }
    }

  g_ptr_array_set_size (reason, 0);
  g_ptr_array_extend (reason, conditions, NULL, NULL);
}

/* Returns: (transfer container): the complete conditions on what @first is on */
static GPtrArray *
collect_subject (const BwConditions *where,
                 const BwCondition  *first)
{
  GPtrArray *conditions = g_ptr_array_new ();
  gsize n_operands = 0;

  for (guint i = 0; i < where->n_conditions; i++)
    {
      const BwCondition *condition = &where->conditions[i];

      if (!is_complete (condition) || condition->subject != first->subject ||
          !g_str_equal (condition->name, first->name))
        continue;

      g_ptr_array_add (conditions, (gpointer) condition);
      n_operands += condition->n_operands;
    }
  if (n_operands > MOST_OPERANDS)
    g_ptr_array_set_size (conditions, 0);

  return conditions;
}

static GPtrArray *
find_in_all (const BwConditions *where)
{
  for (guint i = 0; i < where->n_conditions; i++)
    {
      const BwCondition *condition = &where->conditions[i];
      g_autoptr(GPtrArray) conditions = NULL;

      if (!is_complete (condition))
        continue;

      conditions = collect_subject (where, condition);
      if (conditions->len > 0 && !can_hold (conditions))
        {
          GPtrArray *reason = g_ptr_array_new ();

          add_reason (conditions, reason);
          return reason;
        }
    }

  return NULL;
}

/* Of alternatives each has to be impossible; then the first says why. */
static GPtrArray *
find_in_any (const BwConditions *where)
{
  g_autoptr(GPtrArray) first = NULL;

  for (guint i = 0; i < where->n_conditions; i++)
    {
      const BwConditions one = { FALSE, &where->conditions[i], 1 };
      g_autoptr(GPtrArray) reason = find_in_all (&one);

      if (reason == NULL)
        return NULL;
      if (first == NULL)
        first = g_steal_pointer (&reason);
    }

  return g_steal_pointer (&first);
}

/**
 * bw_conditions_find_contradiction:
 * @where: in any state; conditions that are not complete are passed over, as are what several
 *   columns say of each other and lists of more than 2000 values
 *
 * Returns: (nullable) (transfer full) (element-type guint): where the conditions can never hold,
 *   whatever the data, the places of those that say so: one alone, two, or all on their subject;
 *   %NULL where they can hold
 */
GArray *
bw_conditions_find_contradiction (const BwConditions *where)
{
  g_autoptr(BwConditions) own = bw_conditions_copy (where);
  g_autoptr(GPtrArray) reason = own->any ? find_in_any (own) : find_in_all (own);
  GArray *places = reason == NULL ? NULL : g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; reason != NULL && i < reason->len; i++)
    {
      const BwCondition *condition = g_ptr_array_index (reason, i);
      const guint place = condition - own->conditions;

      g_array_append_val (places, place);
    }

  return places;
}
