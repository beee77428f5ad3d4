/* The glance that follows a weight, or a band's edge, while it is held. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second drag, over the customers that are judged, is nudged beside that of the workspace. An edge asks
 * the validation, which knows what lies below any score. */

#include "workspace/validating-private.h"

#include "score/gathered.h"
#include "workspace/workspace-private.h"

#include <string.h>

#define MOST_THREADS 8

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
  g_autofree gboolean *locked = NULL;

  bw_validating_let_go (self);
  if (workspace->drag == NULL || self->results == NULL || self->model != workspace->model)
    return;

  locked = g_new0 (gboolean, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    locked[i] = bw_workspace_get_locked (workspace, i);
  self->drag = bw_drag_new (self->results, workspace->segment, workspace->dragged, locked, NULL,
                            MIN (g_get_num_processors (), MOST_THREADS));
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

  if (self->drag != NULL)
    {
      bw_drag_nudge (self->drag, workspace->shares[workspace->dragged]);
      bw_scoreboard_measure (self->scoreboard, bw_drag_get_results (self->drag), &self->glance);
    }
  else if (workspace->tried != NULL && self->validation != NULL && self->model == workspace->tried &&
           bw_prepared_serves (self->prepared, workspace->model) &&
           scores_alike (self->model, workspace->model))
    glance_at_edge (self, bw_model_get_band (workspace->model, 1)->from);
  else
    return;

  bw_validating_glance_changed (self);
}

void
bw_validating_let_go (BwValidating *self)
{
  g_clear_pointer (&self->drag, bw_drag_free);
}
