/* Who would move to another band with a suggestion, or with the part of it that is ticked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker counts anew whenever the draft, which stands still, or what is ticked is another. */

#include "workspace/suggesting-private.h"

#include "workspace/workspace-private.h"

/* Values that the worker reads, and what it makes of them. */
typedef struct
{
  BwSuggestion *suggestion;
  gboolean     *ticked; /* or NULL */
  BwModel      *model;
  BwPanel      *panel;
  BwResults    *results;
  gboolean      moves;
  BwMovement    wholly;
  BwMovement    half;
} Work;

static void
work_free (Work *self)
{
  bw_suggestion_unref (self->suggestion);
  bw_model_unref (self->model);
  bw_panel_unref (self->panel);
  bw_results_unref (self->results);
  g_free (self->ticked);
  g_free (self);
}

/* Who would stand in another band with a part of what is ticked. */
static gboolean
count (Work         *self,
       double        part,
       BwMovement   *movement,
       GCancellable *cancellable)
{
  g_autoptr(BwModel) model = bw_suggestion_apply (self->suggestion, self->model, part, self->ticked);
  g_autoptr(BwResults) results = bw_workspace_score (model, self->panel, self->results, cancellable);

  if (results == NULL)
    return FALSE;

  self->moves |= model != self->model;
  *movement = bw_results_count_movers (self->results, results, BW_ALL_SEGMENTS);

  return TRUE;
}

/* Runs in a worker thread: it sees values and never the object. */
static void
count_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *self = task_data;
  const gboolean made = count (self, 1, &self->wholly, cancellable) &&
                        count (self, 0.5, &self->half, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, made);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwSuggesting) self = g_weak_ref_get (ref);
  GTask *task = G_TASK (result);
  const Work *work = g_task_get_task_data (task);

  g_weak_ref_clear (ref);
  g_free (ref);

  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->counting != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->counting);
  self->known = TRUE;
  self->moves = work->moves;
  self->wholly = work->wholly;
  self->half = work->half;
  bw_suggesting_tell (self);
}

/* What was counted, or is being, is of no use any more. */
static void
forget (BwSuggesting *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->counted, bw_model_unref);
  self->known = FALSE;
}

/* Forgets what was counted, and what was ticked. */
void
bw_suggesting_forget_count (BwSuggesting *self)
{
  forget (self);
  g_clear_pointer (&self->ticked, g_free);
  self->n_ticked = 0;
}

static Work *
work_new (BwSuggesting *self)
{
  Work *work = g_new0 (Work, 1);

  work->suggestion = bw_suggestion_ref (self->suggestion);
  work->model = bw_model_ref (self->counted);
  work->panel = bw_panel_ref (bw_workspace_get_panel (self->workspace));
  work->results = bw_results_ref (bw_workspace_get_results (self->workspace));
  if (self->ticked != NULL)
    work->ticked = g_memdup2 (self->ticked, self->n_ticked * sizeof *self->ticked);

  return work;
}

/* Has it counted who would move, unless that is known of the draft as it is, or is being counted. */
void
bw_suggesting_count (BwSuggesting *self)
{
  g_autoptr(GTask) task = NULL;
  BwModel *draft;
  GWeakRef *ref;

  if (self->workspace == NULL || bw_workspace_get_dragging (self->workspace) ||
      !bw_suggesting_offers (self) || bw_workspace_get_results (self->workspace) == NULL)
    return;

  draft = bw_workspace_get_model (self->workspace);
  if (self->counted == draft)
    return;

  forget (self);
  self->counted = bw_model_ref (draft);
  self->counting = g_cancellable_new ();
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, self->counting, on_counted, ref);
  g_task_set_source_tag (task, bw_suggesting_count);
  g_task_set_task_data (task, work_new (self), (GDestroyNotify) work_free);
  g_task_run_in_thread (task, count_in_thread);
}

/**
 * bw_suggesting_tick:
 * @metrics: (array length=n_metrics): by metric, whether its weight is to be taken over
 *
 * What would move is counted anew; "changed" tells when it is known. A new suggestion begins with all.
 */
void
bw_suggesting_tick (BwSuggesting   *self,
                    const gboolean *metrics,
                    guint           n_metrics)
{
  g_return_if_fail (BW_IS_SUGGESTING (self));

  if (!bw_suggesting_offers (self) ||
      n_metrics != bw_model_get_n_metrics (bw_suggestion_get_before (self->suggestion)))
    return;

  bw_suggesting_forget_count (self);
  self->ticked = g_memdup2 (metrics, n_metrics * sizeof *metrics);
  self->n_ticked = n_metrics;
  bw_suggesting_count (self);
}

/**
 * bw_suggesting_get_ticked:
 *
 * Returns: (transfer none) (nullable): by metric, whether its weight is to be taken over; %NULL for all
 */
const gboolean *
bw_suggesting_get_ticked (BwSuggesting *self)
{
  g_return_val_if_fail (BW_IS_SUGGESTING (self), NULL);

  return self->ticked;
}

/**
 * bw_suggesting_get_movement:
 * @moves: (out): whether any weight of the draft would move
 * @wholly: (out): who would come to another band, all that is ticked taken over
 * @half: (out): likewise, half of it
 *
 * Returns: whether that is known of the draft as it is
 */
gboolean
bw_suggesting_get_movement (BwSuggesting *self,
                            gboolean     *moves,
                            BwMovement   *wholly,
                            BwMovement   *half)
{
  g_return_val_if_fail (BW_IS_SUGGESTING (self), FALSE);

  if (!self->known || self->workspace == NULL || self->counted != bw_workspace_get_model (self->workspace))
    return FALSE;

  *moves = self->moves;
  *wholly = self->wholly;
  *half = self->half;

  return TRUE;
}
