/* Scores through time as they were then: each snapshot under the version of its date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/scored-then.h"

#include "score/then.h"
#include "workspace/lent-keeper.h"
#include "workspace/versions.h"
#include "workspace/workspace-private.h"

#define KEY  "bw-scored-then" /* under which a workspace keeps it */
#define VIEW "as-scored-then" /* and a file whether it is shown */

struct _BwScoredThen
{
  GObject parent_instance;

  BwWorkspace  *workspace; /* whose it is; NULL when that is gone */
  gboolean      shown;
  BwHistory    *history;
  BwModel      *today;       /* whose segments and bands @history has */
  guint         first;       /* the first version that fits the data */
  guint         n_misfits;
  GCancellable *cancellable; /* of the worker, or NULL */
};

typedef enum
{
  PROP_SHOWN = 1,
} BwScoredThenProperty;

static GParamSpec *properties[PROP_SHOWN + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwScoredThen, bw_scored_then, G_TYPE_OBJECT)

/* Values that the worker reads, and what it makes of them. */
typedef struct
{
  BwPanel   *panel;
  BwModel   *today;
  GPtrArray *models; /* of the versions, in their order */
  double    *days;
  BwHistory *history;
  guint      first;
  guint      n_misfits;
} Work;

static void
work_free (Work *self)
{
  bw_panel_unref (self->panel);
  bw_model_unref (self->today);
  g_ptr_array_unref (self->models);
  g_free (self->days);
  g_clear_pointer (&self->history, bw_history_unref);
  g_free (self);
}

/* Runs in a worker thread: it sees values and never the object. */
static void
score_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *self = task_data;
  const BwThen today = { 0, self->today };
  g_autofree BwThen *thens = g_new (BwThen, self->models->len + 1);
  guint n = 0;

  self->first = BW_NONE;
  for (guint i = 0; i < self->models->len; i++)
    {
      BwModel *model = g_ptr_array_index (self->models, i);

      if (!bw_model_check (model, self->panel, NULL))
        continue;
      self->first = MIN (self->first, i);
      thens[n++] = (BwThen) { self->days[i], model };
    }
  self->n_misfits = self->models->len - n;
  if (n == 0)
    thens[n++] = today;

  self->history = bw_history_new_as_scored_then (thens, n, self->today, self->panel, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, self->history != NULL);
}

static void
tell (BwScoredThen *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (BwScoredThen *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget (BwScoredThen *self)
{
  stop (self);
  g_clear_pointer (&self->history, bw_history_unref);
  g_clear_pointer (&self->today, bw_model_unref);
  self->first = BW_NONE;
  self->n_misfits = 0;
}

static void
on_scored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwScoredThen) self = user_data;
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, NULL) ||
      self->cancellable != g_task_get_cancellable (task))
    return;

  forget (self);
  self->history = g_steal_pointer (&work->history);
  self->today = bw_model_ref (work->today);
  self->first = work->first;
  self->n_misfits = work->n_misfits;
  tell (self);
}

static void
start (BwScoredThen *self,
       BwKeeper     *keeper)
{
  const guint n = bw_keeper_get_n_versions (keeper);
  Work *work = g_new0 (Work, 1);
  g_autoptr(GTask) task = NULL;

  work->panel = bw_panel_ref (bw_workspace_get_panel (self->workspace));
  work->today = bw_model_ref (bw_workspace_get_model (self->workspace));
  work->models = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_model_unref);
  work->days = g_new (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const BwVersion *version = bw_keeper_get_version (keeper, i);

      g_ptr_array_add (work->models, bw_model_ref (version->model));
      work->days[i] = bw_then_day (version->at);
    }

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_scored, g_object_ref (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, score_in_thread);
}

static BwKeeper *
get_keeper (BwScoredThen *self)
{
  return self->workspace != NULL ? bw_keeper_of (self->workspace) : NULL;
}

static void
on_data_changed (BwScoredThen *self)
{
  forget (self);
  tell (self);
}

/* Scores of then stay what they were; only other segments or bands to count them by are news. */
static void
on_model_changed (BwScoredThen *self)
{
  BwModel *model = bw_workspace_get_model (self->workspace);

  if (self->cancellable == NULL &&
      (self->today == NULL || model == NULL || bw_workspace_has_same_frame (self->today, model)))
    return;

  forget (self);
  tell (self);
}

static void
on_view_opened (BwScoredThen *self,
                BwKeeper     *keeper)
{
  const gboolean shown = g_strcmp0 (bw_keeper_get_view (keeper, VIEW), "yes") == 0;

  if (shown == self->shown)
    return;

  self->shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
  tell (self);
}

static void
bw_scored_then_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((BwScoredThenProperty) property_id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, BW_SCORED_THEN (object)->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_scored_then_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((BwScoredThenProperty) property_id)
    {
    case PROP_SHOWN:
      bw_scored_then_set_shown (BW_SCORED_THEN (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_scored_then_dispose (GObject *object)
{
  BwScoredThen *self = BW_SCORED_THEN (object);

  forget (self);
  g_clear_weak_pointer (&self->workspace);

  G_OBJECT_CLASS (bw_scored_then_parent_class)->dispose (object);
}

static void
bw_scored_then_class_init (BwScoredThenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_scored_then_get_property;
  object_class->set_property = bw_scored_then_set_property;
  object_class->dispose = bw_scored_then_dispose;

  properties[PROP_SHOWN] =
    g_param_spec_boolean ("shown", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_SCORED_THEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bw_scored_then_init (BwScoredThen *self)
{
  self->first = BW_NONE;
}

static void
follow (BwScoredThen *self,
        BwKeeper     *keeper)
{
  g_signal_connect_object (self->workspace, "data-changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "model-changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  if (keeper == NULL)
    return;

  g_signal_connect_object (keeper, "versions-changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "view-opened", G_CALLBACK (on_view_opened), self,
                           G_CONNECT_SWAPPED);
  on_view_opened (self, keeper);
}

/**
 * bw_scored_then_of:
 *
 * Returns: (transfer none): the one of @workspace, whose keeper is lent already if it has one
 */
BwScoredThen *
bw_scored_then_of (BwWorkspace *workspace)
{
  BwScoredThen *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), KEY);
  if (self == NULL)
    {
      self = g_object_new (BW_TYPE_SCORED_THEN, NULL);
      g_set_weak_pointer (&self->workspace, workspace);
      g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
      follow (self, bw_keeper_of (workspace));
    }

  return self;
}

/**
 * bw_scored_then_get_shown:
 *
 * Returns: whether scores are to be shown as they were then, and there are several versions
 */
gboolean
bw_scored_then_get_shown (BwScoredThen *self)
{
  BwKeeper *keeper;

  g_return_val_if_fail (BW_IS_SCORED_THEN (self), FALSE);

  keeper = get_keeper (self);

  return self->shown && keeper != NULL && bw_keeper_get_n_versions (keeper) > 1;
}

void
bw_scored_then_set_shown (BwScoredThen *self,
                          gboolean      shown)
{
  BwKeeper *keeper;

  g_return_if_fail (BW_IS_SCORED_THEN (self));

  if (shown == self->shown)
    return;

  self->shown = shown;
  keeper = get_keeper (self);
  if (keeper != NULL)
    bw_keeper_set_view (keeper, VIEW, shown ? "yes" : "no");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
  tell (self);
}

/**
 * bw_scored_then_get_history:
 *
 * Returns: (transfer none) (nullable): with the segments and bands of the draft; %NULL where it is
 *   not shown, or while it is worked out: "changed" tells when it is there
 */
BwHistory *
bw_scored_then_get_history (BwScoredThen *self)
{
  g_return_val_if_fail (BW_IS_SCORED_THEN (self), NULL);

  if (!bw_scored_then_get_shown (self) || bw_workspace_get_panel (self->workspace) == NULL)
    return NULL;

  if (self->history == NULL && self->cancellable == NULL)
    start (self, get_keeper (self));

  return self->history;
}

/**
 * bw_scored_then_get_first:
 *
 * Returns: the version that snapshots before it are shown under; %BW_NONE where none fits the data,
 *   and before the scores are there
 */
guint
bw_scored_then_get_first (BwScoredThen *self)
{
  g_return_val_if_fail (BW_IS_SCORED_THEN (self), BW_NONE);

  return self->first;
}

/**
 * bw_scored_then_get_n_misfits:
 *
 * Returns: how many versions were passed over, since they need columns that the data does not have
 */
guint
bw_scored_then_get_n_misfits (BwScoredThen *self)
{
  g_return_val_if_fail (BW_IS_SCORED_THEN (self), 0);

  return self->n_misfits;
}
