/* Weights that the outcomes suggest for the draft: asked for, worked out by a worker, taken over or not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who would move is counted in suggesting-count.c. */

#include "workspace/suggesting-private.h"

#include "workspace/workspace-private.h"

#include <glib/gi18n-lib.h>

#define KEY "bw-suggesting" /* under which a workspace keeps it */

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BwSuggesting, bw_suggesting, G_TYPE_OBJECT)

/* Values that the worker reads, and what it makes of them. */
typedef struct
{
  BwCohort     *cohort;
  BwPrepared   *prepared;
  BwModel      *model;
  BwSuggestion *suggestion;
} Work;

static void
work_free (Work *self)
{
  bw_cohort_unref (self->cohort);
  bw_prepared_unref (self->prepared);
  bw_model_unref (self->model);
  g_clear_pointer (&self->suggestion, bw_suggestion_unref);
  g_free (self);
}

void
bw_suggesting_tell (BwSuggesting *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Runs in a worker thread: it sees values and never the object. */
static void
suggest_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Work *self = task_data;

  self->suggestion = bw_suggestion_new (self->cohort, self->prepared, self->model, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, self->suggestion != NULL);
}

static void
stop (BwSuggesting *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * bw_suggesting_forget:
 *
 * There is no suggestion any more, and none is worked out.
 */
void
bw_suggesting_forget (BwSuggesting *self)
{
  gboolean something;

  g_return_if_fail (BW_IS_SUGGESTING (self));

  something = self->suggestion != NULL || self->cancellable != NULL;
  self->wanted = FALSE;
  stop (self);
  bw_suggesting_forget_count (self);
  g_clear_pointer (&self->suggestion, bw_suggestion_unref);
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  if (something)
    bw_suggesting_tell (self);
}

/* Whether the draft has the segments and metrics that the suggestion is of, so that it can be taken over. */
static gboolean
still_fits (BwSuggesting *self)
{
  BwModel *before = bw_suggestion_get_before (self->suggestion);
  BwModel *draft = self->workspace != NULL ? bw_workspace_get_model (self->workspace) : NULL;

  if (draft == NULL || bw_model_get_n_metrics (before) != bw_model_get_n_metrics (draft) ||
      !bw_workspace_has_same_frame (before, draft))
    return FALSE;

  for (guint i = 0; i < bw_model_get_n_metrics (draft); i++)
    {
      if (!g_str_equal (bw_model_get_metric (before, i)->id, bw_model_get_metric (draft, i)->id))
        return FALSE;
    }

  return TRUE;
}

static void
on_suggested (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwSuggesting) self = g_weak_ref_get (ref);
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);

  g_weak_ref_clear (ref);
  g_free (ref);

  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->cancellable != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->cancellable);
  self->suggestion = g_steal_pointer (&work->suggestion);
  if (!still_fits (self))
    g_clear_pointer (&self->suggestion, bw_suggestion_unref);
  bw_suggesting_tell (self);
  bw_suggesting_count (self);
}

/* Other customers, another outcome, or another kind of model: what was learned does not hold. */
static void
on_changed (BwSuggesting *self)
{
  if (self->wanted && bw_suggesting_get_possible (self))
    bw_suggesting_ask (self);
  else if (self->cohort != NULL && (bw_validating_get_cohort (self->validating) != self->cohort ||
                                    (self->suggestion != NULL && !still_fits (self))))
    bw_suggesting_forget (self);
  else
    bw_suggesting_count (self);
}

static void
bw_suggesting_dispose (GObject *object)
{
  BwSuggesting *self = BW_SUGGESTING (object);

  stop (self);
  bw_suggesting_forget_count (self);
  g_clear_pointer (&self->suggestion, bw_suggestion_unref);
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_clear_object (&self->validating);
  g_clear_weak_pointer (&self->workspace);

  G_OBJECT_CLASS (bw_suggesting_parent_class)->dispose (object);
}

static void
bw_suggesting_class_init (BwSuggestingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_suggesting_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
bw_suggesting_init (BwSuggesting *self)
{
}

/**
 * bw_suggesting_of:
 *
 * Returns: (transfer none): the one of @workspace
 */
BwSuggesting *
bw_suggesting_of (BwWorkspace *workspace)
{
  BwSuggesting *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), KEY);
  if (self == NULL)
    {
      self = g_object_new (BW_TYPE_SUGGESTING, NULL);
      g_set_weak_pointer (&self->workspace, workspace);
      self->validating = g_object_ref (bw_validating_of (workspace));
      g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
      g_signal_connect_object (self->validating, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }

  return self;
}

/**
 * bw_suggesting_get_possible:
 *
 * Returns: whether there is a validation of the draft to learn from
 */
gboolean
bw_suggesting_get_possible (BwSuggesting *self)
{
  BwValidation *validation;

  g_return_val_if_fail (BW_IS_SUGGESTING (self), FALSE);

  validation = bw_validating_get_validation (self->validating);

  return validation != NULL && self->workspace != NULL &&
         bw_results_get_model (bw_validation_get_results (validation)) ==
         bw_workspace_get_model (self->workspace);
}

/**
 * bw_suggesting_get_busy:
 *
 * Returns: whether a suggestion is being worked out
 */
gboolean
bw_suggesting_get_busy (BwSuggesting *self)
{
  g_return_val_if_fail (BW_IS_SUGGESTING (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * bw_suggesting_ask:
 *
 * Has a suggestion for the draft worked out, in place of the one there is; "changed" tells when it is
 * there. Where there is nothing to learn from yet, it is begun as soon as there is.
 */
void
bw_suggesting_ask (BwSuggesting *self)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref;
  Work *work;

  g_return_if_fail (BW_IS_SUGGESTING (self));

  self->wanted = !bw_suggesting_get_possible (self) && bw_validating_get_busy (self->validating);
  if (!bw_suggesting_get_possible (self))
    return;

  bw_suggesting_forget (self);
  work = g_new0 (Work, 1);
  work->cohort = bw_cohort_ref (bw_validating_get_cohort (self->validating));
  work->prepared = bw_prepared_ref (bw_validating_get_prepared (self->validating));
  work->model = bw_model_ref (bw_workspace_get_model (self->workspace));
  self->cohort = bw_cohort_ref (work->cohort);

  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_suggested, ref);
  g_task_set_source_tag (task, bw_suggesting_ask);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, suggest_in_thread);
  bw_suggesting_tell (self);
}

/**
 * bw_suggesting_get_suggestion:
 *
 * Returns: (transfer none) (nullable): what was asked for; good until "changed"
 */
BwSuggestion *
bw_suggesting_get_suggestion (BwSuggesting *self)
{
  g_return_val_if_fail (BW_IS_SUGGESTING (self), NULL);

  return self->suggestion;
}

/**
 * bw_suggesting_offers:
 *
 * Returns: whether there are weights to take over, for the metrics and segments that the draft has now
 */
gboolean
bw_suggesting_offers (BwSuggesting *self)
{
  BwSuggestVerdict verdict;

  g_return_val_if_fail (BW_IS_SUGGESTING (self), FALSE);

  if (self->suggestion == NULL || !still_fits (self))
    return FALSE;

  verdict = bw_suggestion_get_verdict (self->suggestion);

  return verdict == BW_SUGGEST_BETTER || verdict == BW_SUGGEST_ALIKE;
}

/* The draft with a part of the suggestion, or NULL where there is nothing to take over. */
static BwModel *
apply (BwSuggesting   *self,
       double          part,
       const gboolean *metrics)
{
  bw_workspace_drag_end (self->workspace);

  return !bw_suggesting_offers (self) ? NULL
         : bw_suggestion_apply (self->suggestion, bw_workspace_get_model (self->workspace), part, metrics);
}

/**
 * bw_suggesting_make_model:
 * @part: how far to go, 0…1
 * @metrics: (array length=n_metrics): by metric, whether its weight is taken over
 *
 * Returns: (transfer full) (nullable): the draft as it would be; %NULL where there is nothing to take
 *   over, or other metrics
 */
BwModel *
bw_suggesting_make_model (BwSuggesting   *self,
                          double          part,
                          const gboolean *metrics,
                          gsize           n_metrics)
{
  g_return_val_if_fail (BW_IS_SUGGESTING (self), NULL);

  return !bw_suggesting_offers (self) ||
         n_metrics < bw_model_get_n_metrics (bw_suggestion_get_before (self->suggestion))
         ? NULL : apply (self, part, metrics);
}

/**
 * bw_suggesting_take_over:
 * @part: how far to go, 0…1
 * @metrics: (nullable): by metric, whether its weight is taken over; %NULL for all
 *
 * Moves the draft's weights, as one step of undo.
 */
void
bw_suggesting_take_over (BwSuggesting   *self,
                         double          part,
                         const gboolean *metrics)
{
  g_autoptr(BwModel) model = NULL;

  g_return_if_fail (BW_IS_SUGGESTING (self));

  model = apply (self, part, metrics);
  if (model != NULL)
    bw_workspace_edit (self->workspace, model, part < 1 ? _("Go Half Way to the Suggested Weights")
                                                        : _("Take Over the Suggested Weights"));
}
