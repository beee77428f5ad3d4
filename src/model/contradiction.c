/* Whether conditions can hold at all, whatever the data. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value is missing, a text or a number (a date or yes/no is one). The conditions on one column
 * contradict each other where no value of any of these kinds would satisfy them all. */

#include "model/matching.h"

#include "model/condition-row.h"
#include "model/parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Beyond so many operands nobody is told of contradictions. */
#define MOST_OPERANDS 2000

/* One phrase a test; {value} and {second} are what it is held to. */
static const char *const phrases[BW_N_TESTS] = {
  /* TRANSLATORS: what a value cannot be: “ARR” cannot be both less than 5 and more than 9 */
  [BW_TEST_IS] = N_("“{value}”"),
  /* TRANSLATORS: “Plan” cannot be both “Basic” and other than “Basic” */
  [BW_TEST_IS_NOT] = N_("other than “{value}”"),
  [BW_TEST_ONE_OF] = N_("one of those listed"),
  [BW_TEST_CONTAINS] = N_("a text with “{value}” in it"),
  [BW_TEST_LESS] = N_("less than {value}"),
  [BW_TEST_AT_MOST] = N_("at most {value}"),
  [BW_TEST_MORE] = N_("more than {value}"),
  [BW_TEST_AT_LEAST] = N_("at least {value}"),
  [BW_TEST_BETWEEN] = N_("between {value} and {second}"),
  [BW_TEST_EMPTY] = N_("empty"),
};

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

static char *
dup_phrase (const BwCondition *condition)
{
  const gboolean filled = condition->test == BW_TEST_EMPTY && !condition->empty;
  g_autoptr(GString) phrase = g_string_new (filled ? _("filled") : _(phrases[condition->test]));

  if (condition->n_operands > 0)
    g_string_replace (phrase, "{value}", condition->operands[0].text, 1);
  if (condition->n_operands > 1)
    g_string_replace (phrase, "{second}", condition->operands[1].text, 1);

  return g_strdup (phrase->str);
}

static char *
dup_subject (const BwCondition *condition)
{
  if (condition->subject == BW_SUBJECT_DAYS_SINCE)
    /* TRANSLATORS: a column of dates, as a subject: “days since Start” cannot be … */
    return g_strdup_printf (_("days since %s"), condition->name);

  return g_strdup (condition->name);
}

/* Says why conditions on one subject cannot hold: the two of them that cannot, or all. */
static char *
explain (GPtrArray *conditions)
{
  g_autofree char *subject = dup_subject (g_ptr_array_index (conditions, 0));
  g_autoptr(GPtrArray) two = g_ptr_array_new ();

  for (guint j = 0; j < conditions->len; j++)
    {
      for (guint i = 0; i <= j; i++)
        {
          g_autofree char *first = dup_phrase (g_ptr_array_index (conditions, i));
          g_autofree char *second = dup_phrase (g_ptr_array_index (conditions, j));

          g_ptr_array_set_size (two, 0);
          g_ptr_array_add (two, g_ptr_array_index (conditions, i));
          if (i < j)
            g_ptr_array_add (two, g_ptr_array_index (conditions, j));
          if (can_hold (two))
            continue;
          if (i == j)
            /* TRANSLATORS: a column, what it is held to (between 9 and 5) */
            return g_strdup_printf (_("“%s” can never be %s"), subject, first);

          /* TRANSLATORS: a column, and two things that it is held to (less than 5, more than 9) */
          return g_strdup_printf (_("“%s” cannot be both %s and %s"), subject, first, second);
        }
    }

  return g_strdup_printf (_("The conditions on “%s” can never hold together"), subject);
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

static char *
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
        return explain (conditions);
    }

  return NULL;
}

/* Of alternatives each has to be impossible; then the first says why. */
static char *
find_in_any (const BwConditions *where)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < where->n_conditions; i++)
    {
      const BwConditions one = { FALSE, &where->conditions[i], 1 };
      g_autofree char *why = find_in_all (&one);

      if (why == NULL)
        return NULL;
      if (first == NULL)
        first = g_steal_pointer (&why);
    }

  return g_steal_pointer (&first);
}

/**
 * bw_conditions_find_contradiction:
 * @where: in any state; conditions that are not complete are passed over, as are what several
 *   columns say of each other and lists of more than 2000 values
 *
 * Returns: (nullable) (transfer full): why the conditions can never hold, whatever the data: a
 *   sentence without a full stop; %NULL where they can
 */
char *
bw_conditions_find_contradiction (const BwConditions *where)
{
  g_autoptr(BwConditions) own = bw_conditions_copy (where);

  return own->any ? find_in_any (own) : find_in_all (own);
}
