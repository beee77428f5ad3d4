/* How many customers a cap or floor holds, and how many of them it binds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/insight.h"

#include "score/results-parts.h"

#include <math.h>

/* Whether the score of the customer at a place is what it is because of the rule, given its sum
 * before rules. */
static gboolean
binds (const BwResults *results,
       gsize            place,
       guint            rule,
       double           sum)
{
  const BwBounds *bounds = results->prepared->bounds;
  const double before = bw_round_score (sum);
  const double after = results->scores[place];

  if (before == after)
    return FALSE;
  if (bounds->caps[place] != BW_NO_RULE && MAX (before, bounds->least[place]) > after)
    return bounds->caps[place] == rule;

  return bounds->floors[place] == rule;
}

/* Counts whom the rule binds among the places of a run. */
static gsize
count_bound (const BwResults *results,
             BwWeighing      *weighing,
             const BwRun     *run,
             guint            rule)
{
  const BwBounds *bounds = results->prepared->bounds;
  const gsize end = (gsize) run->first + run->n;
  double effective[BW_MAX_METRICS];
  gsize n_bound = 0;

  if (!bw_weighing_weigh (weighing, bw_results_get_shares (results, run->segment), run->known,
                          effective))
    return 0;

  for (gsize place = run->first; place < end; place++)
    {
      double sum = 0;

      if (bounds->caps[place] != rule && bounds->floors[place] != rule)
        continue;

      for (guint i = 0; i < results->n_metrics; i++)
        {
          if (effective[i] > 0)
            sum += effective[i] * results->prepared->columns[i]->scores[place];
        }
      n_bound += binds (results, place, rule, sum);
    }

  return n_bound;
}

/**
 * bw_results_count_rule:
 * @rule: of the model
 * @count: (out): of all segments; of rules with one bound that hold together the first binds
 *
 * Cost: the conditions of the rule, and the scores of those whom it may bind.
 */
void
bw_results_count_rule (const BwResults *results,
                       guint            rule,
                       BwRuleCount     *count)
{
  const BwPrepared *prepared = results->prepared;
  const BwPlaces *places = prepared->places;
  g_autofree gboolean *holds = g_new (gboolean, MAX (places->n_rows, 1));
  g_auto(BwWeighing) weighing = { 0 };

  *count = (BwRuleCount) { 0 };
  g_return_if_fail (rule < bw_model_get_n_rules (results->model));

  bw_model_find_rows (results->model, bw_model_get_rule (results->model, rule)->where,
                      prepared->panel, prepared->snapshot, holds);
  for (gsize row = 0; row < places->n_rows; row++)
    count->n_holds += holds[row] && !isnan (results->scores[places->places[row]]);

  if (prepared->bounds == NULL || count->n_holds == 0)
    return;

  bw_weighing_init (&weighing, results->model);
  for (gsize i = 0; i < places->n_runs; i++)
    count->n_binds += count_bound (results, &weighing, &places->runs[i], rule);
}
