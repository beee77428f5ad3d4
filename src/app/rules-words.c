/* What is said of a cap or floor: for how many it holds, and what it moves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/rules-words.h"

#include "chart/words.h"
#include "format/format.h"
#include "score/insight.h"
#include "widgets/rule-words.h"

#include <glib/gi18n-lib.h>

/**
 * bw_rules_say_reason:
 * @value: a cap or floor as it is about to be
 * @rule: which one it is in the model, or more than there are
 *
 * Returns: (transfer full): the reason that is written in it; where there is none, or one that was
 * made so before, its conditions in words
 */
char *
bw_rules_say_reason (BwWorkspace  *workspace,
                     const BwRule *value,
                     guint         rule)
{
  BwModel *model = bw_workspace_get_model (workspace);
  BwPanel *panel = bw_workspace_get_panel (workspace);
  g_autofree char *before = rule >= bw_model_get_n_rules (model) ? NULL :
                            bw_conditions_to_words (model, panel,
                                                    bw_model_get_rule (model, rule)->where);

  return *value->reason == '\0' || g_strcmp0 (value->reason, before) == 0 ?
         bw_conditions_to_words (model, panel, value->where) : g_strdup (value->reason);
}

/**
 * bw_rules_say_counts:
 *
 * Returns: (transfer full): "Holds for 37 customers with a score and decides that of 22"
 */
char *
bw_rules_say_counts (const BwResults *results,
                     guint            rule)
{
  BwRuleCount count;
  g_autofree char *holds = NULL, *binds = NULL;

  bw_results_count_rule (results, rule, &count);
  if (count.n_holds == 0)
    return g_strdup (_("Holds for nobody at present."));

  holds = bw_format_number (count.n_holds, 0);
  binds = bw_format_number (count.n_binds, 0);

  /* TRANSLATORS: a cap or floor: for how many it holds, and for how many of them it matters */
  return g_strdup_printf (ngettext ("Holds for %s customer with a score and decides that of %s.",
                                    "Holds for %s customers with a score and decides that of %s.",
                                    count.n_holds), holds, binds);
}

static char *
count_to_words (BwPanel *panel,
                gsize    n,
                double   money)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  g_autofree char *customers = bw_words_customers (n);
  g_autofree char *sum = column == BW_NONE ? NULL :
                         bw_format_money_short (money,
                                                bw_panel_get_column (panel, column)->currency);

  /* TRANSLATORS: "12 customers, $410 k" */
  return sum == NULL ? g_steal_pointer (&customers) : g_strdup_printf (_("%s, %s"), customers, sum);
}

/**
 * bw_rules_say_effect:
 *
 * Returns: (transfer full): whom the rule brings into another band, and with how much money
 */
char *
bw_rules_say_effect (const BwModel       *model,
                     BwPanel             *panel,
                     const BwRulesEffect *effect)
{
  g_autoptr(GString) moves = g_string_new (NULL);

  for (guint from = 0; from <= BW_NO_BAND; from++)
    for (guint to = 0; to <= BW_NO_BAND; to++)
      {
        const gsize n = effect->counts[from][to];
        g_autofree char *words = n == 0 ? NULL :
                                 count_to_words (panel, n, effect->money[from][to]);

        if (n > 0)
          /* TRANSLATORS: two bands, and who a cap or floor brings from one to the other:
           * "Watch → At risk: 12 customers, $410 k" */
          g_string_append_printf (moves, _("%s%s → %s: %s"), moves->len > 0 ? " · " : "",
                                  bw_words_band (model, from), bw_words_band (model, to), words);
      }

  return moves->len > 0 ? g_strdup (moves->str) : g_strdup (_("It brings nobody to another band."));
}
