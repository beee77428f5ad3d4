/* Whether today's customers are still those that a score was made for: how far it and its metrics moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/stability.h"

/* Returns: (transfer full): the scores of all rows; those of @metric, or of the whole for BW_NONE */
static double *
list_scores (const BwResults *results,
             guint            metric)
{
  const gsize n_rows = bw_results_get_n_rows (results);
  double *scores = g_new (double, MAX (n_rows, 1));

  for (gsize row = 0; row < n_rows; row++)
    scores[row] = metric == BW_NONE
                  ? bw_results_get_score (results, row)
                  : bw_prepared_get_score (bw_results_get_prepared (results), row, metric);

  return scores;
}

static double
psi_of (const BwResults *from,
        const BwResults *to,
        guint            metric)
{
  g_autofree double *then = list_scores (from, metric);
  g_autofree double *now = list_scores (to, metric);

  return bw_psi (then, bw_results_get_n_rows (from), now, bw_results_get_n_rows (to));
}

/**
 * bw_stability_new:
 * @from: the earlier snapshot
 * @to: a later one, under the same model
 *
 * Cost: a sort of each metric.
 *
 * Returns: (transfer full): how far the score and each metric moved between them
 */
BwStability *
bw_stability_new (const BwResults *from,
                  const BwResults *to)
{
  BwStability *self = g_new0 (BwStability, 1);

  self->from = bw_prepared_get_snapshot (bw_results_get_prepared (from));
  self->to = bw_prepared_get_snapshot (bw_results_get_prepared (to));
  self->score = psi_of (from, to, BW_NONE);
  self->n_metrics = bw_model_get_n_metrics (bw_results_get_model (to));
  self->metrics = g_new (double, MAX (self->n_metrics, 1));
  for (guint i = 0; i < self->n_metrics; i++)
    self->metrics[i] = psi_of (from, to, i);

  return self;
}

/**
 * bw_stability_since:
 * @to: of a snapshot
 * @from: an earlier one
 *
 * Cost: scores the earlier snapshot under the same model.
 *
 * Returns: (transfer full) (nullable): how far the score and each metric moved; %NULL only where cancelled
 */
BwStability *
bw_stability_since (BwResults    *to,
                    guint         from,
                    GCancellable *cancellable)
{
  BwModel *model = bw_results_get_model (to);
  BwPanel *panel = bw_prepared_get_panel (bw_results_get_prepared (to));
  g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, from, NULL, cancellable);
  g_autoptr(BwResults) then = NULL;

  if (prepared == NULL)
    return NULL;

  then = bw_results_new (prepared, model);

  return bw_stability_new (then, to);
}

void
bw_stability_free (BwStability *self)
{
  g_free (self->metrics);
  g_free (self);
}
