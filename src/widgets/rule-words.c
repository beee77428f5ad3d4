/* Rules of a model as a person says them: "ARR at least 100000 and Plan is Enterprise". */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

/* One sentence a test; {what} is the column or metric, {value} and {second} what it is held to. */
static const char *const sentences[BW_N_TESTS] = {
  /* TRANSLATORS: conditions of a rule; leave {what}, {value} and {second} as they are */
  [BW_TEST_IS] = N_("{what} is {value}"),
  [BW_TEST_IS_NOT] = N_("{what} is not {value}"),
  [BW_TEST_ONE_OF] = N_("{what} is one of {value}"),
  [BW_TEST_CONTAINS] = N_("{what} contains {value}"),
  [BW_TEST_LESS] = N_("{what} is less than {value}"),
  [BW_TEST_AT_MOST] = N_("{what} is at most {value}"),
  [BW_TEST_MORE] = N_("{what} is more than {value}"),
  [BW_TEST_AT_LEAST] = N_("{what} is at least {value}"),
  [BW_TEST_BETWEEN] = N_("{what} is between {value} and {second}"),
  [BW_TEST_EMPTY] = N_("{what} is empty"),
};

static char *
name_subject (const BwModel     *model,
              const BwCondition *condition)
{
  guint metric;

  switch (condition->subject)
    {
    case BW_SUBJECT_METRIC:
      metric = bw_model_find_metric (model, condition->name);
      return g_strdup (metric == BW_NONE ?
                       condition->name : bw_model_get_metric (model, metric)->name);
    case BW_SUBJECT_DAYS_SINCE:
      /* TRANSLATORS: %s is a date column */
      return g_strdup_printf (_("days since %s"), condition->name);
    case BW_SUBJECT_COLUMN:
    default:
      return g_strdup (condition->name);
    }
}

static char *
condition_to_words (const BwModel     *model,
                    const BwCondition *condition)
{
  const gboolean filled = condition->test == BW_TEST_EMPTY && !condition->empty;
  g_autoptr(GString) words = g_string_new (filled ? _("{what} is not empty") :
                                           _(sentences[condition->test]));
  g_autoptr(GString) value = g_string_new (NULL);
  g_autofree char *what = name_subject (model, condition);
  const guint n_listed = condition->test == BW_TEST_ONE_OF ?
                         condition->n_operands : MIN (1, condition->n_operands);

  for (guint i = 0; i < n_listed; i++)
    g_string_append_printf (value, "%s%s", i == 0 ? "" : ", ", condition->operands[i].text);

  /* The operands last: a column's name may hold anything, an operand too. */
  g_string_replace (words, "{what}", what, 1);
  g_string_replace (words, "{value}", value->str, 1);
  if (condition->n_operands > 1)
    g_string_replace (words, "{second}", condition->operands[1].text, 1);

  return g_strdup (words->str);
}

/**
 * bw_conditions_to_words:
 * @where: (nullable): %NULL for a segment that takes everybody else
 *
 * Returns: (transfer full): a phrase without a full stop
 */
char *
bw_conditions_to_words (const BwModel      *model,
                        const BwConditions *where)
{
  GString *words;

  if (where == NULL)
    return g_strdup (_("everyone else"));

  words = g_string_new (NULL);
  for (guint i = 0; i < where->n_conditions; i++)
    {
      g_autofree char *condition = condition_to_words (model, &where->conditions[i]);

      if (i > 0)
        /* TRANSLATORS: between two conditions, with the spaces round it */
        g_string_append (words, where->any ? _(" or ") : _(" and "));
      g_string_append (words, condition);
    }

  return g_string_free (words, FALSE);
}

/**
 * bw_rule_to_words:
 *
 * Returns: (transfer full): "At most 49 while delinquent is yes"
 */
char *
bw_rule_to_words (const BwModel *model,
                  const BwRule  *rule)
{
  g_autofree char *bound = bw_format_number_plain (rule->bound);
  g_autofree char *where = bw_conditions_to_words (model, rule->where);

  /* TRANSLATORS: a cap or a floor: the bound of the score, then the condition */
  return g_strdup_printf (rule->cap ? _("At most %s while %s") : _("At least %s while %s"),
                          bound, where);
}
