/* What is worked out beside the scores while nobody waits: hints, influence, firmness, free play of sliders. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of things, the quickest first; a worker makes the first that is lacking, and when that is
 * there the next. Each is kept with the results it was made of, so that it is lent for these alone:
 * a slider that is let go where it was has everything back at once. */

#include "workspace/insights.h"

#include "workspace/insight-work.h"

#define STILL_MS 150
#define SHARED   "bw-insights" /* under which a workspace knows the one that is shared */

struct _BwInsights
{
  GObject parent_instance;

  BwWorkspace  *workspace;
  GCancellable *cancellable; /* NULL where no worker runs */
  guint         timeout;

  BwResults       *results;  /* what all below are made of */
  guint            segment;  /* what hints, metrics and ranges are made of */
  GArray          *hints;
  BwMetricInsight *metrics;
  BwShareRange    *ranges;
  BwFirmness      *firmness;
  gboolean         told;     /* whether anything stood when it was last told of */
};

static guint changed_signal;

static void make_next (BwInsights *self);

G_DEFINE_FINAL_TYPE (BwInsights, bw_insights, G_TYPE_OBJECT)

/* All customers have no sliders of their own. */
static gboolean
lacks (BwInsights   *self,
       BwInsightKind kind)
{
  switch (kind)
    {
    case BW_INSIGHT_HINTS:
      return self->hints == NULL;
    case BW_INSIGHT_RANGES:
      return self->ranges == NULL &&
             bw_workspace_get_segment (self->workspace) != BW_ALL_SEGMENTS;
    case BW_INSIGHT_FIRMNESS:
    default:
      return self->firmness == NULL;
    }
}

/* Runs in a worker thread: it sees values and never the workspace. */
static void
make_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const gboolean made = bw_insight_work_run (task_data, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, made);
}

static void
take (BwInsights    *self,
      BwInsightWork *work)
{
  if (work->hints != NULL)
    {
      self->hints = g_steal_pointer (&work->hints);
      self->metrics = g_steal_pointer (&work->metrics);
    }
  if (work->ranges != NULL)
    self->ranges = g_steal_pointer (&work->ranges);
  if (work->firmness != NULL)
    self->firmness = g_steal_pointer (&work->firmness);
}

/* Whether what is kept is of the results that are shown. */
static gboolean
stands (BwInsights *self)
{
  return self->results != NULL && self->results == bw_workspace_get_results (self->workspace);
}

/* Tells of a change, unless nothing stood before and nothing stands now. */
static void
tell (BwInsights *self)
{
  const gboolean something = stands (self) && (self->hints != NULL || self->firmness != NULL);

  if (something || self->told)
    {
      self->told = something;
      g_signal_emit (self, changed_signal, 0);
    }
}

static void
made (GObject      *source,
      GAsyncResult *result,
      gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwInsights) self = g_weak_ref_get (ref);
  GTask *task = G_TASK (result);

  g_weak_ref_clear (ref);
  g_free (ref);

  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->cancellable != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->cancellable);
  take (self, g_task_get_task_data (task));
  tell (self);
  make_next (self);
}

/* Starts a worker on the first that is lacking, unless one runs or is about to. */
static void
make_next (BwInsights *self)
{
  g_autoptr(GTask) task = NULL;
  BwInsightKind kind = BW_INSIGHT_HINTS;
  GWeakRef *ref;

  if (self->cancellable != NULL || self->timeout != 0 || self->results == NULL)
    return;

  while (kind < BW_N_INSIGHTS && !lacks (self, kind))
    kind++;
  if (kind == BW_N_INSIGHTS)
    return;

  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, made, ref);
  g_task_set_source_tag (task, make_next);
  g_task_set_task_data (task, bw_insight_work_new (kind, self->workspace),
                        (GDestroyNotify) bw_insight_work_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
stop (BwInsights *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget_segment (BwInsights *self)
{
  g_clear_pointer (&self->hints, g_array_unref);
  g_clear_pointer (&self->metrics, g_free);
  g_clear_pointer (&self->ranges, g_free);
}

static void
forget_all (BwInsights *self)
{
  forget_segment (self);
  g_clear_pointer (&self->firmness, bw_firmness_unref);
  g_clear_pointer (&self->results, bw_results_unref);
}

static gboolean
begin (gpointer data)
{
  BwInsights *self = data;
  BwResults *results = bw_workspace_get_results (self->workspace);

  self->timeout = 0;
  if (self->results == NULL && results != NULL)
    self->results = bw_results_ref (results);
  make_next (self);

  return G_SOURCE_REMOVE;
}

/* Stops the worker; while nothing is held another one begins in a moment. What is of other results
 * or another segment is forgotten then, and is lent no more until then. */
static void
follow (BwInsights *self)
{
  stop (self);
  if (!bw_workspace_get_dragging (self->workspace))
    {
      const guint segment = bw_workspace_get_segment (self->workspace);

      if (self->results != bw_workspace_get_results (self->workspace))
        forget_all (self);
      if (self->segment != segment)
        forget_segment (self);
      self->segment = segment;
      self->timeout = g_timeout_add (STILL_MS, begin, self);
    }

  tell (self);
}

static void
follow_locks (BwInsights *self)
{
  g_clear_pointer (&self->ranges, g_free);
  follow (self);
}

static void
bw_insights_dispose (GObject *object)
{
  BwInsights *self = BW_INSIGHTS (object);

  stop (self);
  forget_all (self);
  if (self->workspace != NULL && g_object_get_data (G_OBJECT (self->workspace), SHARED) == self)
    g_object_set_data (G_OBJECT (self->workspace), SHARED, NULL);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_insights_parent_class)->dispose (object);
}

static void
bw_insights_class_init (BwInsightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_insights_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_insights_init (BwInsights *self)
{
  self->segment = BW_ALL_SEGMENTS;
}

/**
 * bw_insights_new:
 *
 * Returns: (transfer full): what follows @workspace, beginning in a moment
 */
BwInsights *
bw_insights_new (BwWorkspace *workspace)
{
  BwInsights *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (BW_TYPE_INSIGHTS, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "results-changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::segment", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dragging", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "locks-changed", G_CALLBACK (follow_locks), self,
                           G_CONNECT_SWAPPED);
  follow (self);

  return self;
}

static gboolean
stands_for_segment (BwInsights *self)
{
  return stands (self) && self->segment == bw_workspace_get_segment (self->workspace);
}

/**
 * bw_insights_get_hints:
 *
 * Returns: (transfer none) (nullable) (element-type BwHint): of the chosen segment, the gravest
 *   first; good until "changed"
 */
GArray *
bw_insights_get_hints (BwInsights *self)
{
  g_return_val_if_fail (BW_IS_INSIGHTS (self), NULL);

  return stands_for_segment (self) ? self->hints : NULL;
}

/**
 * bw_insights_get_metrics:
 *
 * Returns: (transfer none) (nullable) (array): of the chosen segment, one a metric; good until
 *   "changed"
 */
const BwMetricInsight *
bw_insights_get_metrics (BwInsights *self)
{
  g_return_val_if_fail (BW_IS_INSIGHTS (self), NULL);

  return stands_for_segment (self) ? self->metrics : NULL;
}

/**
 * bw_insights_get_ranges:
 *
 * Returns: (transfer none) (nullable) (array): of the chosen segment, one a metric; %NULL for all
 *   customers, who have no sliders; good until "changed"
 */
const BwShareRange *
bw_insights_get_ranges (BwInsights *self)
{
  g_return_val_if_fail (BW_IS_INSIGHTS (self), NULL);

  return stands_for_segment (self) ? self->ranges : NULL;
}

/**
 * bw_insights_get_firmness:
 *
 * Returns: (transfer none) (nullable): of all segments; good until "changed"
 */
BwFirmness *
bw_insights_get_firmness (BwInsights *self)
{
  g_return_val_if_fail (BW_IS_INSIGHTS (self), NULL);

  return stands (self) ? self->firmness : NULL;
}

/**
 * bw_insights_dup_for:
 *
 * Returns: (transfer full): the one of @workspace that others use too
 */
BwInsights *
bw_insights_dup_for (BwWorkspace *workspace)
{
  BwInsights *shared = g_object_get_data (G_OBJECT (workspace), SHARED);

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  if (shared != NULL)
    return g_object_ref (shared);

  shared = bw_insights_new (workspace);
  g_object_set_data (G_OBJECT (workspace), SHARED, shared);

  return shared;
}
