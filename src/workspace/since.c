/* Which earlier snapshot the change of a customer is told since, and its scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores are worked out when somebody asks for them, by a worker; a newer question cancels it. */

#include "workspace/since.h"

#define KEY "bw-since" /* under which a workspace keeps it */

struct _BwSince
{
  GObject parent_instance;

  BwWorkspace  *workspace; /* whose it is; NULL when that is gone */
  BwPanel      *panel;     /* in which @chosen was chosen */
  guint         chosen;    /* or BW_NONE */
  BwResults    *results;
  GCancellable *cancellable; /* of the worker, or NULL */
  BwModel      *asked;       /* for which it works */
  guint         asked_snapshot;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwSince, bw_since, G_TYPE_OBJECT)

static void
stop (BwSince *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->asked, bw_model_unref);
}

static void
bw_since_dispose (GObject *object)
{
  BwSince *self = BW_SINCE (object);

  stop (self);
  g_clear_weak_pointer (&self->workspace);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->results, bw_results_unref);

  G_OBJECT_CLASS (bw_since_parent_class)->dispose (object);
}

static void
bw_since_class_init (BwSinceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_since_dispose;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_SINCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bw_since_init (BwSince *self)
{
  self->chosen = BW_NONE;
}

/**
 * bw_since_of:
 *
 * Returns: (transfer none): the one of @workspace
 */
BwSince *
bw_since_of (BwWorkspace *workspace)
{
  BwSince *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), KEY);
  if (self == NULL)
    {
      self = g_object_new (BW_TYPE_SINCE, NULL);
      g_set_weak_pointer (&self->workspace, workspace);
      g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
    }

  return self;
}

/**
 * bw_since_get_snapshot:
 *
 * Returns: the chosen snapshot, else that which trends compare with, else the last but one; BW_NONE
 *   where there is no earlier one
 */
guint
bw_since_get_snapshot (BwSince *self)
{
  BwPanel *panel;
  guint n, trend;

  g_return_val_if_fail (BW_IS_SINCE (self), BW_NONE);

  panel = self->workspace != NULL ? bw_workspace_get_panel (self->workspace) : NULL;
  if (panel == NULL)
    return BW_NONE;
  if (panel == self->panel && self->chosen != BW_NONE)
    return self->chosen;

  n = bw_panel_get_n_snapshots (panel);
  trend = bw_trend_snapshot (bw_workspace_get_model (self->workspace), panel);
  if (trend != BW_NONE)
    return trend;

  return n < 2 ? BW_NONE : n - 2;
}

/**
 * bw_since_get_chosen:
 *
 * Returns: the snapshot that a person chose, in the data there is now; BW_NONE where nobody did
 */
guint
bw_since_get_chosen (BwSince *self)
{
  g_return_val_if_fail (BW_IS_SINCE (self), BW_NONE);

  if (self->workspace == NULL || self->panel == NULL ||
      self->panel != bw_workspace_get_panel (self->workspace))
    return BW_NONE;

  return self->chosen;
}

/**
 * bw_since_set_snapshot:
 * @snapshot: of the panel, before the newest
 */
void
bw_since_set_snapshot (BwSince *self,
                       guint    snapshot)
{
  BwPanel *panel;

  g_return_if_fail (BW_IS_SINCE (self));
  g_return_if_fail (self->workspace != NULL);
  panel = bw_workspace_get_panel (self->workspace);
  g_return_if_fail (panel != NULL && snapshot + 1 < bw_panel_get_n_snapshots (panel));

  if (snapshot == bw_since_get_snapshot (self))
    return;

  g_clear_pointer (&self->panel, bw_panel_unref);
  self->panel = bw_panel_ref (panel);
  self->chosen = snapshot;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whether @results are those that are wanted now. */
static gboolean
is_wanted (BwSince   *self,
           BwResults *results)
{
  return results != NULL &&
         bw_results_get_model (results) == bw_workspace_get_model (self->workspace) &&
         bw_prepared_get_panel (bw_results_get_prepared (results)) ==
         bw_workspace_get_panel (self->workspace) &&
         bw_prepared_get_snapshot (bw_results_get_prepared (results)) ==
         bw_since_get_snapshot (self);
}

static void
on_scored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwSince) self = user_data;
  g_autoptr(BwResults) results =
    bw_workspace_get_results_at_finish (BW_WORKSPACE (source), result, NULL);

  if (results == NULL || self->workspace == NULL || !is_wanted (self, results))
    return;

  stop (self);
  g_clear_pointer (&self->results, bw_results_unref);
  self->results = g_steal_pointer (&results);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Sets a worker to the snapshot, unless one is at it already. */
static void
ask (BwSince *self,
     guint    snapshot)
{
  BwModel *model = bw_workspace_get_model (self->workspace);

  if (self->cancellable != NULL && self->asked == model && self->asked_snapshot == snapshot)
    return;

  stop (self);
  self->cancellable = g_cancellable_new ();
  self->asked = bw_model_ref (model);
  self->asked_snapshot = snapshot;
  bw_workspace_get_results_at_async (self->workspace, snapshot, self->cancellable, on_scored,
                                     g_object_ref (self));
}

/**
 * bw_since_get_results:
 *
 * Returns: (transfer none) (nullable): the snapshot under the draft; %NULL where there is none, or
 *   while it is worked out: "changed" tells when it is there. While something is held it is %NULL too.
 */
BwResults *
bw_since_get_results (BwSince *self)
{
  guint snapshot;
  BwResults *before;

  g_return_val_if_fail (BW_IS_SINCE (self), NULL);

  snapshot = bw_since_get_snapshot (self);
  if (snapshot == BW_NONE)
    return NULL;
  if (is_wanted (self, self->results))
    return self->results;

  before = bw_workspace_get_before (self->workspace);
  if (is_wanted (self, before))
    return before;
  if (!bw_workspace_get_dragging (self->workspace))
    ask (self, snapshot);

  return NULL;
}
