/* What differs in the caps and floors of two models, in sentences; and whether two rules are the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Caps and floors have no ids. Those that are the same in both models are put aside first; of the rest
 * those with the same reason are held to be one that was changed. */

#include "model/differences-private.h"

#include <glib/gi18n-lib.h>

static gboolean
same_condition (const BwCondition *a,
                const BwCondition *b)
{
  if (a->subject != b->subject || a->test != b->test || g_strcmp0 (a->name, b->name) != 0 ||
      a->n_operands != b->n_operands || (a->test == BW_TEST_EMPTY && a->empty != b->empty))
    return FALSE;

  for (guint i = 0; i < a->n_operands; i++)
    {
      if (g_strcmp0 (a->operands[i].text, b->operands[i].text) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether two rules (nullable: that of Everyone else) ask the same in the same words. */
gboolean
bw_differences_same_conditions (const BwConditions *a,
                                const BwConditions *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->any != b->any || a->n_conditions != b->n_conditions)
    return FALSE;

  for (guint i = 0; i < a->n_conditions; i++)
    {
      if (!same_condition (&a->conditions[i], &b->conditions[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same (const BwRule *a,
         const BwRule *b)
{
  return a->cap == b->cap && a->bound == b->bound && g_strcmp0 (a->reason, b->reason) == 0 &&
         bw_differences_same_conditions (a->where, b->where);
}

/* Whether one is the other after it was changed. */
static gboolean
is_akin (const BwRule *a,
         const BwRule *b)
{
  if (a->cap != b->cap)
    return FALSE;

  return g_strcmp0 (a->reason, b->reason) == 0 || bw_differences_same_conditions (a->where, b->where);
}

typedef gboolean (*Match) (const BwRule *a,
                           const BwRule *b);

/* Pairs what is not paired yet: partners[i] of @to is one of @from, or BW_NONE. */
static void
pair (BwDifferences *self,
      Match          match,
      guint         *partners,
      gboolean      *taken)
{
  for (guint i = 0; i < bw_model_get_n_rules (self->to); i++)
    {
      for (guint j = 0; partners[i] == BW_NONE && j < bw_model_get_n_rules (self->from); j++)
        {
          if (taken[j] || !match (bw_model_get_rule (self->from, j), bw_model_get_rule (self->to, i)))
            continue;
          partners[i] = j;
          taken[j] = TRUE;
        }
    }
}

static void
add_rule (BwDifferences *self,
          const BwRule  *rule,
          const char    *cap,
          const char    *floor)
{
  g_autofree char *bound = bw_differences_dup_number (rule->bound);

  bw_differences_add_text (self, BW_ABOUT_RULES, rule->cap ? cap : floor,
                           rule->reason != NULL ? rule->reason : "", bound, bound);
}

static void
compare (BwDifferences *self,
         const BwRule  *before,
         const BwRule  *after)
{
  const char *reason = after->reason != NULL ? after->reason : "";

  bw_differences_compare_numbers (self, BW_ABOUT_RULES,
                                  after->cap ? _("Cap “{name}”: at most {after} instead of {before}")
                                             : _("Floor “{name}”: at least {after} instead of {before}"),
                                  reason, before->bound, after->bound);
  if (!bw_differences_same_conditions (before->where, after->where))
    bw_differences_add_text (self, BW_ABOUT_RULES, after->cap ? _("The conditions of the cap “{name}” changed")
                                                              : _("The conditions of the floor “{name}” changed"),
                             reason, NULL, NULL);
  bw_differences_compare_texts (self, BW_ABOUT_NAMES,
                                after->cap ? _("The reason of a cap is “{after}” instead of “{before}”")
                                           : _("The reason of a floor is “{after}” instead of “{before}”"),
                                NULL, before->reason, after->reason);
}

static gboolean
is_in_order (const guint *partners,
             guint        n)
{
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      if (partners[i] == BW_NONE)
        continue;
      if (partners[i] < last)
        return FALSE;
      last = partners[i];
    }

  return TRUE;
}

/* What differs in caps and floors. */
void
bw_differences_of_rules (BwDifferences *self)
{
  const guint n_to = bw_model_get_n_rules (self->to), n_from = bw_model_get_n_rules (self->from);
  g_autofree guint *partners = g_new (guint, n_to + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n_from + 1);

  for (guint i = 0; i < n_to; i++)
    partners[i] = BW_NONE;
  pair (self, is_same, partners, taken);
  pair (self, is_akin, partners, taken);

  for (guint i = 0; i < n_to; i++)
    {
      const BwRule *rule = bw_model_get_rule (self->to, i);

      if (partners[i] != BW_NONE)
        compare (self, bw_model_get_rule (self->from, partners[i]), rule);
      else
        add_rule (self, rule, _("Cap at {after} added: {name}"), _("Floor at {after} added: {name}"));
    }
  for (guint i = 0; i < n_from; i++)
    {
      if (!taken[i])
        add_rule (self, bw_model_get_rule (self->from, i), _("Cap at {before} removed: {name}"),
                  _("Floor at {before} removed: {name}"));
    }
  if (!is_in_order (partners, n_to))
    bw_differences_add (self, BW_ABOUT_ORDER, 0, g_strdup (_("Caps and floors stand in another order")));
}
