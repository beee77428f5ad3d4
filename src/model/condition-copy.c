/* Conditions of their own, outside of any model: what a person builds a rule with. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/matching.h"

#include "model/parts.h"

#include <math.h>

static void
copy_condition (const BwCondition *from,
                BwCondition       *to)
{
  BwOperand *operands = g_new0 (BwOperand, MAX (from->n_operands, 1));

  for (guint i = 0; i < from->n_operands; i++)
    {
      const char *text = from->operands[i].text;

      operands[i].text = g_strdup (text);
      operands[i].number = text != NULL ? bw_text_to_operand_number (text) : NAN;
    }

  *to = *from;
  to->name = g_strdup (from->name);
  to->operands = operands;
}

/**
 * bw_conditions_copy:
 * @self: in any state: without conditions, operands or texts; numbers of operands are not looked at
 *
 * Returns: (transfer full): a copy, each operand's number worked out from its text
 */
BwConditions *
bw_conditions_copy (const BwConditions *self)
{
  BwConditions *copy = g_new0 (BwConditions, 1);
  BwCondition *conditions = g_new0 (BwCondition, MAX (self->n_conditions, 1));

  for (guint i = 0; i < self->n_conditions; i++)
    copy_condition (&self->conditions[i], &conditions[i]);
  *copy = (BwConditions) { self->any, conditions, self->n_conditions };

  return copy;
}

/**
 * bw_conditions_free:
 * @self: (nullable): of bw_conditions_copy()
 */
void
bw_conditions_free (BwConditions *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_conditions; i++)
    {
      const BwCondition *condition = &self->conditions[i];

      for (guint j = 0; j < condition->n_operands; j++)
        g_free ((char *) condition->operands[j].text);
      g_free ((BwOperand *) condition->operands);
      g_free ((char *) condition->name);
    }
  g_free ((BwCondition *) self->conditions);
  g_free (self);
}

static gboolean
is_same (const BwCondition *a,
         const BwCondition *b)
{
  if (a->subject != b->subject || a->test != b->test || a->n_operands != b->n_operands ||
      !g_str_equal (a->name, b->name) || (a->test == BW_TEST_EMPTY && a->empty != b->empty))
    return FALSE;

  for (guint i = 0; i < a->n_operands; i++)
    {
      if (!g_str_equal (a->operands[i].text, b->operands[i].text))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_conditions_equal:
 *
 * Returns: whether both say the same in the same words and order
 */
gboolean
bw_conditions_equal (const BwConditions *a,
                     const BwConditions *b)
{
  if (a->any != b->any || a->n_conditions != b->n_conditions)
    return FALSE;

  for (guint i = 0; i < a->n_conditions; i++)
    {
      if (!is_same (&a->conditions[i], &b->conditions[i]))
        return FALSE;
    }

  return TRUE;
}
