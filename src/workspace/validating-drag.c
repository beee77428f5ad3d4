/* The glance that follows a weight, a band's edge or any other edit while it is held. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second drag, over the customers that are judged, is nudged by a worker beside that of the workspace,
 * so that no frame waits for it: a nudge that comes while one is measured is measured next, and what comes
 * between is passed over. An edit that is tried, such as a scale, is scored by the worker likewise. An edge
 * asks the validation, which knows what lies below any score. */

#include "workspace/validating-private.h"

#include "score/gathered.h"
#include "workspace/workspace-private.h"

#include <string.h>

/* What the worker reads and what it makes of it; one pass at a time, until the slider is let go. */
struct _BwGlancing
{
  gatomicrefcount ref_count;

  BwCohort     *cohort;
  BwModel      *model;      /* that is tried; NULL for a weight, which all below to @share are of */
  BwResults    *results;
  guint         segment;
  guint         metric;
  gboolean     *locked;
  BwDrag       *drag;       /* made in the first pass, as is the next */
  BwScoreboard *scoreboard;
  double        share;
  BwGlance      glance;
};

static void
glancing_unref (BwGlancing *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->drag, bw_drag_free);
  g_clear_pointer (&self->scoreboard, bw_scoreboard_free);
  g_clear_pointer (&self->model, bw_model_unref);
  bw_results_unref (self->results);
  bw_cohort_unref (self->cohort);
  g_free (self->locked);
  g_free (self);
}

/* Scores what is tried; what is prepared for that serves the next try. */
static void
measure_try (BwGlancing *self)
{
  g_autoptr(BwPrepared) prepared =
    bw_cohort_prepare (self->cohort, self->model, bw_results_get_prepared (self->results), NULL);
  g_autoptr(BwScoreboard) scoreboard = bw_scoreboard_new (self->cohort, prepared);

  bw_results_unref (self->results);
  self->results = bw_results_new (prepared, self->model);
  bw_scoreboard_measure (scoreboard, self->results, &self->glance);
}

static void
measure_weight (BwGlancing *self)
{
  if (self->drag == NULL)
    {
      self->drag = bw_drag_new (self->results, self->segment, self->metric, self->locked, NULL, 1);
      self->scoreboard = bw_scoreboard_new (self->cohort, bw_results_get_prepared (self->results));
    }
  bw_drag_nudge (self->drag, self->share);
  bw_scoreboard_measure (self->scoreboard, bw_drag_get_results (self->drag), &self->glance);
}

/* Runs in a worker thread: it sees values and never the object. */
static void
measure_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  BwGlancing *self = task_data;

  if (self->model != NULL)
    measure_try (self);
  else
    measure_weight (self);
  g_task_return_boolean (task, TRUE);
}

static void measure (BwValidating *self);

/* Whether what is held was moved since it was measured. */
static gboolean
is_behind (BwValidating     *self,
           const BwGlancing *glancing)
{
  if (glancing->model == NULL)
    return self->share != glancing->share;

  return self->workspace != NULL && self->workspace->tried != NULL &&
         self->workspace->model != glancing->model;
}

static void
on_measured (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwValidating) self = g_weak_ref_get (ref);
  BwGlancing *glancing = g_task_get_task_data (G_TASK (result));

  g_weak_ref_clear (ref);
  g_free (ref);

  if (self == NULL || self->glancing != glancing)
    return;

  self->measuring = FALSE;
  self->glance = glancing->glance;
  bw_validating_glance_changed (self);
  if (is_behind (self, glancing))
    measure (self);
}

/* Has a worker find out what that which is held makes of those who are judged, unless one is at it. */
static void
measure (BwValidating *self)
{
  g_autoptr(GTask) task = NULL;
  GWeakRef *ref;

  if (self->measuring)
    return;

  self->measuring = TRUE;
  self->glancing->share = self->share;
  if (self->glancing->model != NULL)
    {
      bw_model_unref (self->glancing->model);
      self->glancing->model = bw_model_ref (self->workspace->model);
    }
  g_atomic_ref_count_inc (&self->glancing->ref_count);
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, on_measured, ref);
  g_task_set_source_tag (task, measure);
  g_task_set_task_data (task, self->glancing, (GDestroyNotify) glancing_unref);
  g_task_run_in_thread (task, measure_in_thread);
}

/* Whether @a and @b differ in the edges of their bands at most, as far as scores go. */
static gboolean
scores_alike (BwModel *a,
              BwModel *b)
{
  const gsize size = bw_model_get_n_metrics (a) * sizeof (double);

  if (bw_model_get_n_segments (a) != bw_model_get_n_segments (b) ||
      bw_model_get_n_metrics (a) != bw_model_get_n_metrics (b))
    return FALSE;

  for (guint i = 0; i < bw_model_get_n_segments (a); i++)
    {
      if (memcmp (bw_model_get_segment (a, i)->shares, bw_model_get_segment (b, i)->shares, size) != 0)
        return FALSE;
    }

  return TRUE;
}

/* What the validated scores tell with the lowest band's end at @edge. */
static void
glance_at_edge (BwValidating *self,
                double        edge)
{
  const BwEdgeFigures figures = bw_validation_at_edge (self->validation, BW_ALL_SEGMENTS, edge);

  self->glance = self->told;
  self->glance.n_caught = figures.n_gone;
  self->glance.n_false_alarms = figures.n - figures.n_gone;
  self->glance.caught = figures.recall;
  self->glance.false_alarms = 1 - figures.precision;
}

static BwGlancing *
glancing_new (BwValidating *self)
{
  BwGlancing *glancing = g_new0 (BwGlancing, 1);

  g_atomic_ref_count_init (&glancing->ref_count);
  glancing->cohort = bw_cohort_ref (self->cohort);
  glancing->results = bw_results_ref (self->results);
  glancing->share = self->share;

  return glancing;
}

/**
 * bw_validating_take_hold:
 *
 * A slider was taken hold of: the glance follows it, where it is of the draft.
 */
void
bw_validating_take_hold (BwValidating *self)
{
  BwWorkspace *workspace = self->workspace;
  const guint n = bw_model_get_n_metrics (workspace->model);
  BwGlancing *glancing;

  bw_validating_let_go (self);
  if (workspace->drag == NULL || self->results == NULL || self->model != workspace->model)
    return;

  glancing = self->glancing = glancing_new (self);
  glancing->segment = workspace->segment;
  glancing->metric = workspace->dragged;
  glancing->locked = g_new0 (gboolean, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    glancing->locked[i] = bw_workspace_get_locked (workspace, i);
}

/**
 * bw_validating_nudge:
 *
 * What is held was moved.
 */
void
bw_validating_nudge (BwValidating *self)
{
  BwWorkspace *workspace = self->workspace;

  if (self->glancing != NULL && self->glancing->model == NULL && workspace->drag != NULL)
    {
      self->share = workspace->shares[workspace->dragged];
      measure (self);
      return;
    }

  if (workspace->tried == NULL || self->validation == NULL || self->model != workspace->tried)
    return;

  if (bw_prepared_serves (self->prepared, workspace->model) && scores_alike (self->model, workspace->model))
    {
      glance_at_edge (self, bw_model_get_band (workspace->model, 1)->from);
      bw_validating_glance_changed (self);
      return;
    }

  if (self->glancing == NULL)
    {
      self->glancing = glancing_new (self);
      self->glancing->model = bw_model_ref (workspace->model);
    }
  measure (self);
}

void
bw_validating_let_go (BwValidating *self)
{
  g_clear_pointer (&self->glancing, glancing_unref);
  self->measuring = FALSE;
}
