/* What a validation is worked out from, step by step in workers: candidates, who is judged, figures. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step that is lacking is made, and when it is there the next; each is kept until what it is
 * made of changes. */

#include "workspace/validating-private.h"

#include "score/then.h"

#include <glib/gi18n-lib.h>

#define STILL_MS 120 /* without a change before the next step begins */

typedef enum
{
  STEP_LIST,
  STEP_JUDGE,
  STEP_TELL,
  N_STEPS,
} Step;

/* Values that a worker reads, and what it makes of them. */
typedef struct
{
  Step       step;
  BwPanel   *panel;
  GPtrArray *candidates;

  char      *column; /* NULL: vanished */
  char     **gone;
  char      *date;
  int        lead;
  gboolean   every;
  BwOutcome *outcome;
  BwCohort  *cohort;
  char      *error;

  BwModel      *model;
  BwModel      *baseline_model;
  BwPrepared   *prepared;
  BwPrepared   *baseline_prepared;
  BwResults    *results;
  BwValidation *validation;
  BwGlance      baseline;
  BwGlance      told;
} Work;

static void begin_next (BwValidating *self);

static void
work_free (Work *self)
{
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_free (self->column);
  g_free (self->date);
  g_strfreev (self->gone);
  g_clear_pointer (&self->outcome, bw_outcome_unref);
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_free (self->error);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_clear_pointer (&self->baseline_prepared, bw_prepared_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->validation, bw_validation_unref);
  g_free (self);
}

static gboolean
list (Work         *self,
      GCancellable *cancellable)
{
  self->candidates = bw_outcome_list_candidates (self->panel);

  return TRUE;
}

static gboolean
judge (Work         *self,
       GCancellable *cancellable)
{
  const BwOutcomeChoice choice = { self->column, (const char *const *) self->gone, self->date,
                                   bw_then_day (g_get_real_time ()) };
  const BwCohortChoice judging = { self->every ? BW_JUDGE_EVERY : BW_JUDGE_ONCE, self->lead, BW_COHORT_SPAN };
  g_autoptr(GError) error = NULL;

  if (self->gone != NULL && self->gone[0] == NULL)
    {
      self->error = g_strdup (_("No value is ticked, so nobody counts as gone. Tick at “Gone” those that mean that a "
                                "customer left."));
      return TRUE;
    }

  self->outcome = bw_outcome_new (self->panel, &choice, &error);
  if (self->outcome != NULL)
    self->cohort = bw_cohort_new (self->outcome, &judging, &error);
  if (error != NULL)
    self->error = g_strdup (error->message);

  return TRUE;
}

/* Prepares @model in place of @prepared, which serves as far as it can. */
static gboolean
prepare (BwCohort     *cohort,
         BwModel      *model,
         BwPrepared  **prepared,
         GCancellable *cancellable)
{
  BwPrepared *made = bw_cohort_prepare (cohort, model, *prepared, cancellable);

  if (made == NULL)
    return FALSE;

  g_clear_pointer (prepared, bw_prepared_unref);
  *prepared = made;

  return TRUE;
}

/* What the baseline makes of the cohort, at a glance. */
static gboolean
tell_baseline (Work         *self,
               GCancellable *cancellable)
{
  g_autoptr(BwResults) results = NULL;
  g_autoptr(BwScoreboard) scoreboard = NULL;

  if (self->baseline_model == self->model)
    {
      self->baseline = self->told;
      return TRUE;
    }
  if (self->baseline_prepared == NULL)
    self->baseline_prepared = bw_prepared_ref (self->prepared);
  if (!prepare (self->cohort, self->baseline_model, &self->baseline_prepared, cancellable))
    return FALSE;

  results = bw_results_new (self->baseline_prepared, self->baseline_model);
  scoreboard = bw_scoreboard_new (self->cohort, self->baseline_prepared);
  bw_scoreboard_measure (scoreboard, results, &self->baseline);

  return TRUE;
}

static gboolean
tell (Work         *self,
      GCancellable *cancellable)
{
  g_autoptr(BwScoreboard) scoreboard = NULL;

  if (!prepare (self->cohort, self->model, &self->prepared, cancellable))
    return FALSE;

  self->results = bw_results_new (self->prepared, self->model);
  self->validation = bw_validation_new (self->cohort, self->results, cancellable);
  if (self->validation == NULL)
    return FALSE;

  scoreboard = bw_scoreboard_new (self->cohort, self->prepared);
  bw_scoreboard_measure (scoreboard, self->results, &self->told);

  return tell_baseline (self, cancellable);
}

static gboolean (*const steps[N_STEPS])(Work *self, GCancellable *cancellable) = {
  [STEP_LIST] = list,
  [STEP_JUDGE] = judge,
  [STEP_TELL] = tell,
};

/* Runs in a worker thread: it sees values and never the object. */
static void
work_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *self = task_data;
  const gboolean made = steps[self->step](self, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, made);
}

void
bw_validating_forget_figures (BwValidating *self)
{
  bw_validating_let_go (self);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_clear_pointer (&self->baseline_prepared, bw_prepared_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->validation, bw_validation_unref);
  self->glanced = FALSE;
}

void
bw_validating_forget_judged (BwValidating *self)
{
  bw_validating_forget_figures (self);
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_clear_pointer (&self->outcome, bw_outcome_unref);
  g_clear_pointer (&self->error, g_free);
  self->judged = FALSE;
}

void
bw_validating_forget_all (BwValidating *self)
{
  bw_validating_forget_judged (self);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
}

static void
take_figures (BwValidating *self,
              Work         *work)
{
  bw_validating_forget_figures (self);
  self->model = g_steal_pointer (&work->model);
  self->baseline_model = g_steal_pointer (&work->baseline_model);
  self->prepared = g_steal_pointer (&work->prepared);
  self->baseline_prepared = g_steal_pointer (&work->baseline_prepared);
  self->results = g_steal_pointer (&work->results);
  self->validation = g_steal_pointer (&work->validation);
  self->baseline = work->baseline;
  self->told = work->told;
  self->glance = work->told;
  self->glanced = TRUE;
}

static void
take (BwValidating *self,
      Work         *work)
{
  switch (work->step)
    {
    case STEP_LIST:
      self->candidates = g_steal_pointer (&work->candidates);
      break;

    case STEP_JUDGE:
      self->judged = TRUE;
      self->outcome = g_steal_pointer (&work->outcome);
      self->cohort = g_steal_pointer (&work->cohort);
      self->error = g_steal_pointer (&work->error);
      break;

    case STEP_TELL:
    case N_STEPS:
    default:
      take_figures (self, work);
      break;
    }
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwValidating) self = g_weak_ref_get (ref);
  GTask *task = G_TASK (result);

  g_weak_ref_clear (ref);
  g_free (ref);

  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->cancellable != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->cancellable);
  take (self, g_task_get_task_data (task));
  begin_next (self);
  bw_validating_tell (self);
}

/* Whether the figures are those of the draft and the baseline as they are. */
gboolean
bw_validating_stands (BwValidating *self)
{
  return self->validation != NULL && self->model == bw_workspace_get_model (self->workspace) &&
         self->baseline_model == bw_workspace_get_baseline_model (self->workspace);
}

static Step
find_step (BwValidating *self)
{
  if (self->candidates == NULL)
    return STEP_LIST;
  if (bw_validating_get_chosen (self) == NULL)
    return N_STEPS;
  if (!self->judged)
    return STEP_JUDGE;

  return self->cohort == NULL || bw_validating_stands (self) ? N_STEPS : STEP_TELL;
}

static void
fill_choice (BwValidating *self,
             Work         *work)
{
  const BwOutcomeCandidate *chosen = bw_validating_get_chosen (self);

  if (chosen->column != BW_NONE)
    work->column = g_strdup (bw_panel_get_column (work->panel, chosen->column)->name);
  work->gone = g_strdupv (self->gone);
  if (chosen->column != BW_NONE && self->date != NULL &&
      (*self->date == '\0' || bw_panel_find_column (work->panel, self->date) != BW_NONE))
    work->date = g_strdup (self->date);
  work->lead = self->lead;
  work->every = self->every;
}

static void
fill_models (BwValidating *self,
             Work         *work)
{
  work->cohort = bw_cohort_ref (self->cohort);
  work->model = bw_model_ref (bw_workspace_get_model (self->workspace));
  work->baseline_model = bw_model_ref (bw_workspace_get_baseline_model (self->workspace));
  if (self->prepared != NULL)
    work->prepared = bw_prepared_ref (self->prepared);
  if (self->baseline_prepared != NULL)
    work->baseline_prepared = bw_prepared_ref (self->baseline_prepared);
}

/* Starts a worker on the first step that is lacking, unless one runs. */
static void
begin_next (BwValidating *self)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref;
  Work *work;
  Step step;

  if (self->cancellable != NULL || self->workspace == NULL ||
      bw_workspace_get_results (self->workspace) == NULL ||
      bw_workspace_get_dragging (self->workspace) || (step = find_step (self)) == N_STEPS)
    return;

  work = g_new0 (Work, 1);
  work->step = step;
  work->panel = bw_panel_ref (bw_workspace_get_panel (self->workspace));
  if (step == STEP_JUDGE)
    fill_choice (self, work);
  else if (step == STEP_TELL)
    fill_models (self, work);

  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_made, ref);
  g_task_set_source_tag (task, begin_next);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_in_thread);
}

void
bw_validating_stop (BwValidating *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
on_still (gpointer user_data)
{
  BwValidating *self = user_data;

  self->timeout = 0;
  begin_next (self);

  return G_SOURCE_REMOVE;
}

/* Whatever is lacking is made when the workspace has stood still for a moment. */
void
bw_validating_begin_later (BwValidating *self)
{
  bw_validating_stop (self);
  if (self->workspace != NULL && bw_workspace_get_results (self->workspace) != NULL &&
      !bw_workspace_get_dragging (self->workspace) && find_step (self) != N_STEPS)
    self->timeout = g_timeout_add (STILL_MS, on_still, self);
}
