/* Rules of a model as a person says them: "ARR is at least $100,000 and Plan is Enterprise". */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-words.h"

#include "format/format.h"
#include "model/matching.h"
#include "widgets/rule-operand.h"

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

/* Likewise where values are dates. */
static const char *const date_sentences[BW_N_TESTS] = {
  /* TRANSLATORS: conditions on a date; leave {what}, {value} and {second} as they are */
  [BW_TEST_LESS] = N_("{what} is before {value}"),
  [BW_TEST_AT_MOST] = N_("{what} is on or before {value}"),
  [BW_TEST_MORE] = N_("{what} is after {value}"),
  [BW_TEST_AT_LEAST] = N_("{what} is on or after {value}"),
};

/* What the values are that a condition is on. */
typedef struct
{
  BwColumnType type;
  const char  *currency;
  gboolean     days;
} Kind;

static Kind
kind_of (const BwModel     *model,
         BwPanel           *panel,
         const BwCondition *condition)
{
  const guint metric = condition->subject != BW_SUBJECT_METRIC ?
                       BW_NONE : bw_model_find_metric (model, condition->name);
  const BwDerivation *derivation = metric == BW_NONE ?
                                   NULL : &bw_model_get_metric (model, metric)->derivation;
  const char *name = derivation == NULL ? condition->name : derivation->column;
  guint column;
  Kind kind = { BW_COLUMN_NUMBER, NULL, FALSE };

  if (condition->subject == BW_SUBJECT_DAYS_SINCE)
    {
      kind.days = TRUE;
      return kind;
    }
  if (derivation != NULL && derivation->type != BW_DERIVE_COLUMN)
    {
      kind.days = derivation->type == BW_DERIVE_DAYS_SINCE ||
                  derivation->type == BW_DERIVE_DAYS_BETWEEN;
      return kind;
    }

  column = bw_panel_find_column (panel, name);
  if (column == BW_NONE)
    kind.type = BW_COLUMN_TEXT;
  else
    {
      kind.type = bw_panel_get_column (panel, column)->type;
      kind.currency = bw_panel_get_column (panel, column)->currency;
    }

  return kind;
}

static char *
operand_to_words (const BwOperand *operand,
                  const Kind      *kind)
{
  g_autofree char *words = bw_rule_operand_to_words (operand->text, kind->type, kind->currency);
  const double number = bw_rule_operand_to_number (operand->text, kind->type);

  if (!kind->days)
    return g_steal_pointer (&words);

  /* TRANSLATORS: %s is a number of days */
  return g_strdup_printf (ngettext ("%s day", "%s days", number == 1 ? 1 : 2), words);
}

static const char *
get_sentence (const BwCondition *condition,
              const Kind        *kind)
{
  const gboolean date = kind->type == BW_COLUMN_DATE || kind->type == BW_COLUMN_DATE_TIME;

  if (condition->test == BW_TEST_EMPTY && !condition->empty)
    return _("{what} is not empty");
  if (date && date_sentences[condition->test] != NULL)
    return _(date_sentences[condition->test]);

  return _(sentences[condition->test]);
}

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
                    BwPanel           *panel,
                    const BwCondition *condition)
{
  const Kind kind = kind_of (model, panel, condition);
  g_autoptr(GString) words = g_string_new (get_sentence (condition, &kind));
  g_autoptr(GString) value = g_string_new (NULL);
  g_autofree char *what = name_subject (model, condition);
  g_autofree char *second = condition->n_operands < 2 ?
                            NULL : operand_to_words (&condition->operands[1], &kind);
  const guint n_listed = condition->test == BW_TEST_ONE_OF ?
                         condition->n_operands : MIN (1, condition->n_operands);

  for (guint i = 0; i < n_listed; i++)
    {
      g_autofree char *operand = operand_to_words (&condition->operands[i], &kind);

      g_string_append_printf (value, "%s%s", i == 0 ? "" : ", ", operand);
    }

  /* The operands last: a column's name may hold anything, an operand too. */
  g_string_replace (words, "{what}", what, 1);
  g_string_replace (words, "{value}", value->str, 1);
  if (second != NULL)
    g_string_replace (words, "{second}", second, 1);

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
                        BwPanel            *panel,
                        const BwConditions *where)
{
  GString *words;

  if (where == NULL)
    return g_strdup (_("everyone else"));

  words = g_string_new (NULL);
  for (guint i = 0; i < where->n_conditions; i++)
    {
      g_autofree char *condition = condition_to_words (model, panel, &where->conditions[i]);

      if (i > 0)
        /* TRANSLATORS: between two conditions, with the spaces round it */
        g_string_append (words, where->any ? _(" or ") : _(" and "));
      g_string_append (words, condition);
    }

  return g_string_free (words, FALSE);
}

/* A sentence on the conditions at @places, which can never hold together. */
static char *
contradiction_to_words (const BwModel      *model,
                        BwPanel            *panel,
                        const BwConditions *where,
                        GArray             *places)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const guint place = g_array_index (places, guint, i);
      g_autofree char *condition = condition_to_words (model, panel, &where->conditions[place]);

      if (i > 0)
        /* TRANSLATORS: between two conditions of a contradiction, with the spaces round it */
        g_string_append (words, _(" and "));
      /* TRANSLATORS: quotes a condition: “ARR is less than $5” */
      g_string_append_printf (words, _("“%s”"), condition);
    }

  /* TRANSLATORS: %s is a condition, or several: “ARR is less than $5” and “ARR is more than $9” */
  return g_strdup_printf (places->len == 1 ? _("%s can never hold") :
                          _("%s can never hold together"), words->str);
}

/**
 * bw_conditions_make_remark:
 * @n: for how many customers of the newest snapshot @where holds
 *
 * Returns: (transfer full) (nullable): what is odd about it: that it can never hold, or holds for
 *   nobody or for everybody at present; without a full stop
 */
char *
bw_conditions_make_remark (const BwModel      *model,
                           BwPanel            *panel,
                           const BwConditions *where,
                           gsize               n)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  g_autoptr(GArray) contradiction = bw_conditions_find_contradiction (where);

  if (contradiction != NULL)
    return contradiction_to_words (model, panel, where, contradiction);
  if (n == 0)
    return g_strdup (_("No customer is like this at present"));

  return n == bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, newest)) ?
         g_strdup (_("Every customer is like this at present")) : NULL;
}

/**
 * bw_rule_to_words:
 *
 * Returns: (transfer full): "At most 49 while delinquent is yes"
 */
char *
bw_rule_to_words (const BwModel *model,
                  BwPanel       *panel,
                  const BwRule  *rule)
{
  g_autofree char *bound = bw_format_number_plain (rule->bound);
  g_autofree char *where = bw_conditions_to_words (model, panel, rule->where);

  /* TRANSLATORS: a cap or a floor: the bound of the score, then the condition */
  return g_strdup_printf (rule->cap ? _("At most %s while %s") : _("At least %s while %s"),
                          bound, where);
}
