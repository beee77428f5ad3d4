/* Weights of the chosen segment: the slider that is held, locks, use, and the reset. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While a slider is held the draft stands still and the live engine says what the nudge makes of
 * it; nothing else runs. What stands after the release is worked out anew in full. */

#include "workspace/workspace-private.h"

#include "model/shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_THREADS 8

/* The key under which a lock of the chosen segment is kept: ids, so that it survives edits. */
char *
bw_workspace_lock_key (BwWorkspace *self,
                       guint        metric)
{
  return g_strconcat (bw_model_get_segment (self->model, self->segment)->id, "\n",
                      bw_model_get_metric (self->model, metric)->id, NULL);
}

/**
 * bw_workspace_get_locked:
 * @metric: of the draft
 *
 * Returns: whether the metric's share in the chosen segment stays as it is while others are moved
 */
gboolean
bw_workspace_get_locked (BwWorkspace *self,
                         guint        metric)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (BW_IS_WORKSPACE (self), FALSE);

  if (!bw_workspace_knows_segment (self) || metric >= bw_model_get_n_metrics (self->model))
    return FALSE;

  key = bw_workspace_lock_key (self, metric);

  return g_hash_table_contains (self->locks, key);
}

/**
 * bw_workspace_set_locked:
 * @metric: of the draft
 *
 * Locks the metric's share in the chosen segment, or sets it free. Locks are no part of the model
 * and of undo. They are kept by segment and metric id, also through edits and other models.
 */
void
bw_workspace_set_locked (BwWorkspace *self,
                         guint        metric,
                         gboolean     locked)
{
  char *key;
  gboolean changed;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (bw_workspace_knows_segment (self));
  g_return_if_fail (metric < bw_model_get_n_metrics (self->model));

  key = bw_workspace_lock_key (self, metric);
  if (locked)
    changed = g_hash_table_add (self->locks, key);
  else
    {
      changed = g_hash_table_remove (self->locks, key);
      g_free (key);
    }

  if (changed)
    bw_workspace_emit (self, BW_WORKSPACE_LOCKS_CHANGED);
}

static gboolean *
list_locks (BwWorkspace *self)
{
  const guint n = bw_model_get_n_metrics (self->model);
  gboolean *locked = g_new0 (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    locked[i] = bw_workspace_get_locked (self, i);

  return locked;
}

/* The name of a step of undo: @format with the metric's and the segment's name. */
static char *
name_step (BwWorkspace *self,
           const char  *format,
           guint        metric)
{
  g_autoptr(GString) name = g_string_new (format);

  g_string_replace (name, "{metric}", bw_model_get_metric (self->model, metric)->name, 1);
  g_string_replace (name, "{segment}",
                    bw_model_get_segment (self->model, self->segment)->name, 1);

  return g_strdup (name->str);
}

/* Makes @shares those of the chosen segment, as one step of undo. */
static void
edit_shares (BwWorkspace  *self,
             const double *shares,
             const char   *step)
{
  g_autoptr(BwModel) model = bw_model_with_shares (self->model, self->segment, shares);

  bw_workspace_edit (self, model, step);
}

/**
 * bw_workspace_drag_begin:
 * @metric: of the draft, used in the chosen segment
 *
 * Takes hold of a slider. Whatever the worker is at is stopped: until the release nothing but the
 * pass over the nudged segment runs.
 */
void
bw_workspace_drag_begin (BwWorkspace *self,
                         guint        metric)
{
  BwWorkspaceFacts facts;
  g_autofree gboolean *locked = NULL;
  const double *shares;
  gsize size;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (bw_workspace_knows_segment (self));
  g_return_if_fail (metric < bw_model_get_n_metrics (self->model));

  bw_workspace_drag_end (self);

  shares = bw_model_get_segment (self->model, self->segment)->shares;
  g_return_if_fail (!isnan (shares[metric]));

  bw_workspace_note_facts (self, &facts);
  bw_workspace_stop_catching_up (self);
  locked = list_locks (self);
  self->drag = bw_drag_new (self->results, self->segment, metric, locked, self->baseline,
                            MIN (g_get_num_processors (), MOST_THREADS));
  self->dragged = metric;
  self->told = FALSE;
  size = bw_model_get_n_metrics (self->model) * sizeof (double);
  g_free (self->shares);
  self->shares = g_memdup2 (shares, size);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_drag_to:
 * @share: where the slider is, 0…1
 *
 * Moves the slider that is held. "results-changed" is emitted where that moves a share, even back
 * to where it was.
 */
void
bw_workspace_drag_to (BwWorkspace *self,
                      double       share)
{
  BwWorkspaceFacts facts;
  const double *shares;
  gsize size;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (isfinite (share));

  if (self->drag == NULL)
    return;

  bw_drag_nudge (self->drag, share);
  shares = bw_drag_get_shares (self->drag);
  size = bw_model_get_n_metrics (self->model) * sizeof (double);
  if (memcmp (shares, self->shares, size) == 0)
    return;

  bw_workspace_note_facts (self, &facts);
  memcpy (self->shares, shares, size);
  g_clear_pointer (&self->nudged, bw_model_unref);
  self->told = TRUE;
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/* Puts the slider down; what stands is the draft, as before the drag. */
static void
let_go (BwWorkspace *self)
{
  g_clear_pointer (&self->nudged, bw_model_unref);
  g_clear_pointer (&self->drag, bw_drag_free);
  g_clear_pointer (&self->shares, g_free);
  self->told = FALSE;
}

/**
 * bw_workspace_drag_end:
 *
 * Lets go of the slider, or of what else is tried out: what it did becomes one step of undo, if it
 * did anything. Does nothing where none is held.
 */
void
bw_workspace_drag_end (BwWorkspace *self)
{
  g_autoptr(BwModel) model = NULL;
  BwWorkspaceFacts facts;
  gboolean told;

  g_return_if_fail (BW_IS_WORKSPACE (self));

  bw_workspace_keep_try (self);
  if (self->drag == NULL)
    return;

  told = self->told;
  if (told)
    model = bw_model_with_shares (self->model, self->segment, self->shares);
  if (!told || bw_model_equal (model, self->model))
    {
      bw_workspace_drag_cancel (self);
      return;
    }

  bw_workspace_note_facts (self, &facts);
  {
    /* TRANSLATORS: a step of undo; leave {metric} and {segment} as they are */
    g_autofree char *step = name_step (self, _("Weight of {metric} in {segment}"), self->dragged);

    let_go (self);
    bw_workspace_push_undo (self, self->model, step);
  }
  bw_workspace_set_draft (self, model, self->baseline_model);
  bw_workspace_emit (self, BW_WORKSPACE_MODEL_CHANGED);
  bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_drag_cancel:
 *
 * Lets go of the slider, or of what else is tried out, and leaves the model as it was before.
 */
void
bw_workspace_drag_cancel (BwWorkspace *self)
{
  BwWorkspaceFacts facts;
  gboolean told;

  g_return_if_fail (BW_IS_WORKSPACE (self));

  bw_workspace_try_cancel (self);
  if (self->drag == NULL)
    return;

  bw_workspace_note_facts (self, &facts);
  told = self->told;
  let_go (self);
  if (self->behind)
    bw_workspace_catch_up (self);
  if (told)
    bw_workspace_emit (self, BW_WORKSPACE_RESULTS_CHANGED);
  bw_workspace_notify_facts (self, &facts);
}

/**
 * bw_workspace_set_used:
 * @metric: of the draft
 *
 * Takes the metric into use in the chosen segment, with a share of 0 (100 % where it is alone), or
 * out of it, when the others take over its share. One step of undo.
 */
void
bw_workspace_set_used (BwWorkspace *self,
                       guint        metric,
                       gboolean     used)
{
  g_autofree double *out = NULL;
  g_autofree char *step = NULL;
  const double *shares;
  guint n;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (bw_workspace_knows_segment (self));
  g_return_if_fail (metric < bw_model_get_n_metrics (self->model));

  bw_workspace_drag_end (self);
  shares = bw_model_get_segment (self->model, self->segment)->shares;
  if (used == !isnan (shares[metric]))
    return;

  n = bw_model_get_n_metrics (self->model);
  out = g_new0 (double, n);
  if (used)
    {
      bw_shares_use (shares, n, metric, out);
      /* TRANSLATORS: a step of undo; leave {metric} and {segment} as they are */
      step = name_step (self, _("Use {metric} in {segment}"), metric);
    }
  else
    {
      g_autofree gboolean *locked = list_locks (self);

      bw_shares_leave_out (shares, locked, n, metric, out);
      /* TRANSLATORS: a step of undo; leave {metric} and {segment} as they are */
      step = name_step (self, _("Leave {metric} out of {segment}"), metric);
    }

  edit_shares (self, out, step);
}

/**
 * bw_workspace_reset_segment:
 *
 * Gives the metrics of the chosen segment the shares that they have in the baseline, as one step
 * of undo. Segment and metrics are found by id; a segment that the baseline does not have stays
 * as it is.
 */
void
bw_workspace_reset_segment (BwWorkspace *self)
{
  const BwSegment *segment;
  g_autofree double *shares = NULL;
  g_autofree char *step = NULL;
  guint n, there;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (bw_workspace_knows_segment (self));

  bw_workspace_drag_end (self);
  segment = bw_model_get_segment (self->model, self->segment);
  there = bw_model_find_segment (self->baseline_model, segment->id);
  if (there == BW_NONE)
    return;

  n = bw_model_get_n_metrics (self->model);
  shares = g_new (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const char *id = bw_model_get_metric (self->model, i)->id;
      const guint metric = bw_model_find_metric (self->baseline_model, id);

      shares[i] = metric == BW_NONE
                  ? NAN
                  : bw_model_get_segment (self->baseline_model, there)->shares[metric];
    }

  /* TRANSLATORS: a step of undo; %s is the name of a segment */
  step = g_strdup_printf (_("Reset %s"), segment->name);
  edit_shares (self, shares, step);
}
