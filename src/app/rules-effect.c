/* What each cap and floor does by itself: who would be in another band without it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/rules-effect.h"

#include "model/editing.h"

#include <math.h>

static void
add_up (const BwResults *without,
        const BwResults *with,
        BwRulesEffect   *effect)
{
  const BwPrepared *prepared = bw_results_get_prepared (with);

  for (gsize row = 0; row < bw_results_get_n_rows (with); row++)
    {
      const guint from = bw_results_get_band (without, row);
      const guint to = bw_results_get_band (with, row);
      const double money = from == to ? NAN : bw_prepared_get_money (prepared, row);

      if (from == to)
        continue;
      effect->counts[from][to]++;
      effect->money[from][to] += isnan (money) ? 0 : money;
    }
}

/* Runs in a worker thread: it sees results, which never change. */
static void
work (GTask        *task,
      gpointer      source_object,
      gpointer      task_data,
      GCancellable *cancellable)
{
  BwResults *results = task_data;
  BwPrepared *prepared = bw_results_get_prepared (results);
  BwModel *model = bw_results_get_model (results);
  g_autoptr(GArray) effects = g_array_new (FALSE, TRUE, sizeof (BwRulesEffect));

  g_array_set_size (effects, bw_model_get_n_rules (model));
  for (guint rule = 0; rule < effects->len; rule++)
    {
      g_autoptr(BwModel) without = bw_model_without_rule (model, rule, NULL);
      g_autoptr(BwPrepared) other = without == NULL ? NULL :
                                    bw_prepared_new (without, bw_prepared_get_panel (prepared),
                                                     bw_prepared_get_snapshot (prepared),
                                                     prepared, cancellable);
      g_autoptr(BwResults) others = other == NULL ? NULL : bw_results_new (other, without);

      if (g_task_return_error_if_cancelled (task))
        return;
      if (others != NULL)
        add_up (others, results, &g_array_index (effects, BwRulesEffect, rule));
    }

  g_task_return_pointer (task, g_steal_pointer (&effects), (GDestroyNotify) g_array_unref);
}

/**
 * bw_rules_effect_async:
 *
 * Begins to work out what the rules of the model of @results do, in a worker.
 */
void
bw_rules_effect_async (BwResults          *results,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_name (task, "effects of rules");
  g_task_set_task_data (task, bw_results_ref (results), (GDestroyNotify) bw_results_unref);
  g_task_run_in_thread (task, work);
}

/**
 * bw_rules_effect_finish:
 *
 * Returns: (transfer full) (nullable) (element-type BwRulesEffect): one a rule; %NULL where it was
 *   cancelled
 */
GArray *
bw_rules_effect_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
