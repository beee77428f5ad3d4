/* Any snapshot of the panel under the draft, scored by a worker and kept for the next who asks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/workspace-private.h"

#include <glib/gi18n-lib.h>

/* So many snapshots are kept beside the newest: each holds the scores of all metrics. */
#define MOST_KEPT 2

/* Values that the worker reads. */
typedef struct
{
  BwModel   *model;
  BwPanel   *panel;
  guint      snapshot;
  BwResults *previous; /* the same snapshot under another draft, or NULL */
} Scoring;

static void
scoring_free (Scoring *self)
{
  bw_model_unref (self->model);
  bw_panel_unref (self->panel);
  g_clear_pointer (&self->previous, bw_results_unref);
  g_free (self);
}

/* Runs in a worker thread: it sees values and never the workspace. */
static void
score_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Scoring *self = task_data;
  BwPrepared *old = self->previous != NULL ? bw_results_get_prepared (self->previous) : NULL;
  g_autoptr(BwPrepared) prepared =
    bw_prepared_new (self->model, self->panel, self->snapshot, old, cancellable);

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (task, bw_results_new (prepared, self->model),
                         (GDestroyNotify) bw_results_unref);
}

static gboolean
is_of (BwWorkspace *self,
       BwResults   *results,
       guint        snapshot)
{
  BwPrepared *prepared = results != NULL ? bw_results_get_prepared (results) : NULL;

  return prepared != NULL && bw_prepared_get_panel (prepared) == self->panel &&
         bw_prepared_get_snapshot (prepared) == snapshot;
}

/* Returns: (transfer none) (nullable): what is kept of the snapshot, under whatever draft, one under
 * the present draft before others */
static BwResults *
find_kept (BwWorkspace *self,
           guint        snapshot)
{
  BwResults *places[MOST_KEPT + 2] = { NULL };
  BwResults *found = NULL;
  guint n = 0;

  while (n < self->earlier->len)
    {
      places[n] = g_ptr_array_index (self->earlier, n);
      n++;
    }
  places[n++] = self->before;
  places[n++] = self->results;

  for (guint i = 0; i < n; i++)
    {
      if (!is_of (self, places[i], snapshot))
        continue;
      if (bw_results_get_model (places[i]) == self->model)
        return places[i];

      found = places[i];
    }

  return found;
}

/* Keeps the results in place of others of their snapshot, or of those that were kept first. */
static void
keep (BwWorkspace *self,
      BwResults   *results)
{
  const guint snapshot = bw_prepared_get_snapshot (bw_results_get_prepared (results));

  for (guint i = self->earlier->len; i > 0; i--)
    {
      if (is_of (self, g_ptr_array_index (self->earlier, i - 1), snapshot))
        g_ptr_array_remove_index (self->earlier, i - 1);
    }
  while (self->earlier->len >= MOST_KEPT)
    g_ptr_array_remove_index (self->earlier, 0);
  g_ptr_array_add (self->earlier, bw_results_ref (results));
}

/**
 * bw_workspace_get_results_at_async:
 * @snapshot: of the panel, 0 is the oldest
 *
 * Scores a snapshot under the draft in a worker, unless that is done already. While something is
 * held, it is the draft that stood before; wait for its end instead.
 */
void
bw_workspace_get_results_at_async (BwWorkspace        *self,
                                   guint               snapshot,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  BwResults *kept;
  Scoring *scoring;

  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (self->panel != NULL);
  g_return_if_fail (snapshot < bw_panel_get_n_snapshots (self->panel));

  kept = find_kept (self, snapshot);
  scoring = g_new0 (Scoring, 1);
  scoring->model = bw_model_ref (self->model);
  scoring->panel = bw_panel_ref (self->panel);
  scoring->snapshot = snapshot;
  scoring->previous = kept != NULL ? bw_results_ref (kept) : NULL;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_workspace_get_results_at_async);
  g_task_set_task_data (task, scoring, (GDestroyNotify) scoring_free);
  if (kept != NULL && bw_results_get_model (kept) == self->model)
    g_task_return_pointer (task, bw_results_ref (kept), (GDestroyNotify) bw_results_unref);
  else
    g_task_run_in_thread (task, score_in_thread);
}

/**
 * bw_workspace_get_results_at_finish:
 *
 * Returns: (transfer full) (nullable): the snapshot under the draft; an error where that was
 *   cancelled, or the draft or the data is another by now (%G_IO_ERROR_CANCELLED too)
 */
BwResults *
bw_workspace_get_results_at_finish (BwWorkspace  *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_autoptr(BwResults) results = NULL;
  Scoring *scoring;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, bw_workspace_get_results_at_async), NULL);

  results = g_task_propagate_pointer (G_TASK (result), error);
  if (results == NULL)
    return NULL;

  scoring = g_task_get_task_data (G_TASK (result));
  if (scoring->model != self->model || scoring->panel != self->panel)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("The model was edited meanwhile."));
      return NULL;
    }

  if (results != self->results && results != self->before)
    keep (self, results);

  return g_steal_pointer (&results);
}
