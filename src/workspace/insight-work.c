/* One of the things that stand beside the scores, made by a worker. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/insight-work.h"

/* Fewer customers than one in a hundred may change band while a slider is in its range. */
#define TOLERANCE 0.01

/**
 * bw_insight_work_new:
 * @workspace: in which nothing is held; its results, chosen segment and locks are taken down
 */
BwInsightWork *
bw_insight_work_new (BwInsightKind kind,
                     BwWorkspace  *workspace)
{
  BwInsightWork *self = g_new0 (BwInsightWork, 1);
  BwResults *results = bw_workspace_get_results (workspace);

  self->kind = kind;
  self->results = bw_results_ref (results);
  self->segment = bw_workspace_get_segment (workspace);
  self->n_metrics = bw_model_get_n_metrics (bw_results_get_model (results));
  self->locked = g_new0 (gboolean, MAX (self->n_metrics, 1));
  for (guint i = 0; i < self->n_metrics; i++)
    self->locked[i] = bw_workspace_get_locked (workspace, i);

  return self;
}

void
bw_insight_work_free (BwInsightWork *self)
{
  bw_results_unref (self->results);
  g_clear_pointer (&self->hints, g_array_unref);
  g_clear_pointer (&self->firmness, bw_firmness_unref);
  g_free (self->locked);
  g_free (self->metrics);
  g_free (self->ranges);
  g_free (self);
}

static gboolean
find_hints (BwInsightWork *self,
            GCancellable  *cancellable)
{
  self->metrics = g_new0 (BwMetricInsight, MAX (self->n_metrics, 1));
  if (!bw_results_survey (self->results, self->segment, cancellable, self->metrics))
    return FALSE;

  self->hints = bw_hints_find (self->results, self->segment, cancellable);

  return self->hints != NULL;
}

static gboolean
find_ranges (BwInsightWork *self,
             GCancellable  *cancellable)
{
  self->ranges = g_new0 (BwShareRange, MAX (self->n_metrics, 1));

  return bw_results_find_share_ranges (self->results, self->segment, self->locked, TOLERANCE,
                                       cancellable, self->ranges);
}

static gboolean
find_firmness (BwInsightWork *self,
               GCancellable  *cancellable)
{
  self->firmness = bw_firmness_new (self->results, BW_N_DRAWS, BW_DRAW_SPREAD, BW_DRAW_SEED,
                                    cancellable);

  return self->firmness != NULL;
}

/**
 * bw_insight_work_run:
 *
 * Runs in a worker thread: it sees values and never the workspace.
 *
 * Returns: whether it came to an end, and was not cancelled
 */
gboolean
bw_insight_work_run (BwInsightWork *self,
                     GCancellable  *cancellable)
{
  switch (self->kind)
    {
    case BW_INSIGHT_HINTS:
      return find_hints (self, cancellable);
    case BW_INSIGHT_RANGES:
      return find_ranges (self, cancellable);
    case BW_INSIGHT_FIRMNESS:
    default:
      return find_firmness (self, cancellable);
    }
}
