/* What lies between two models, and how firm the bands of one are: at once, or in workers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Up to so many customers the comparison follows every nudge at once. With more it waits until the
 * slider is let go, and a worker does it. Firmness always waits until nothing changes any more; that
 * of the draft is drawn once for the whole window, by its insights. */

#include "workspace/comparing-private.h"

#define MOST_AT_ONCE 20000
#define STILL_MS     400 /* without a change before the draws begin */

/* Values that the workers read, and what they make of them. */
typedef struct
{
  BwResults   *from; /* NULL for firmness */
  BwResults   *to;
  guint        segment;
  BwComparison comparison;
  GArray      *movers;
  BwFirmness  *firmness;
} Work;

static void
work_free (Work *self)
{
  g_clear_pointer (&self->from, bw_results_unref);
  g_clear_pointer (&self->to, bw_results_unref);
  g_clear_pointer (&self->movers, g_array_unref);
  g_clear_pointer (&self->firmness, bw_firmness_unref);
  g_free (self);
}

/* Returns: whether it came to an end */
static gboolean
do_compare (Work         *self,
            GCancellable *cancellable)
{
  bw_results_compare (self->from, self->to, self->segment, &self->comparison);
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;

  self->movers = bw_results_list_movers (self->from, self->to, self->segment, G_MAXUINT);

  return TRUE;
}

/* Runs in a worker thread: it sees values and never the object. */
static void
compare_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  g_task_return_boolean (task, do_compare (task_data, cancellable));
}

/* Likewise. */
static void
firm_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *self = task_data;

  self->firmness = bw_firmness_new (self->to, BW_N_DRAWS, BW_DRAW_SPREAD, BW_DRAW_SEED,
                                    cancellable);
  g_task_return_boolean (task, self->firmness != NULL);
}

static void
take_comparison (BwComparing *self,
                 Work        *work)
{
  self->comparison = work->comparison;
  g_clear_pointer (&self->movers, g_array_unref);
  self->movers = g_steal_pointer (&work->movers);
  bw_comparing_changed (self);
}

/* The object that asked for the work of @task, unless it has asked for other work since. */
static BwComparing *
steal_asker (GWeakRef *ref)
{
  BwComparing *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);

  return self;
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BwComparing) self = steal_asker (user_data);
  GTask *task = G_TASK (result);

  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->comparing != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->comparing);
  take_comparison (self, g_task_get_task_data (task));
}

static void
on_firmed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwComparing) self = steal_asker (user_data);
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->firming != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->firming);
  g_clear_pointer (&self->firmness, bw_firmness_unref);
  g_clear_pointer (&self->firmed, bw_results_unref);
  self->firmness = g_steal_pointer (&work->firmness);
  self->firmed = g_steal_pointer (&work->to);
  bw_comparing_firmness_changed (self);
}

/* Takes @work. */
static GCancellable *
start (BwComparing        *self,
       Work               *work,
       GTaskThreadFunc     func,
       GAsyncReadyCallback callback)
{
  GCancellable *cancellable = g_cancellable_new ();
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  g_autoptr(GTask) task = NULL;

  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, cancellable, callback, ref);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, func);

  return cancellable;
}

void
bw_comparing_stop_comparing (BwComparing *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
}

void
bw_comparing_stop_firming (BwComparing *self)
{
  g_clear_handle_id (&self->firm_id, g_source_remove);
  if (self->firming != NULL)
    g_cancellable_cancel (self->firming);
  g_clear_object (&self->firming);
}

static gboolean
on_still (gpointer user_data)
{
  BwComparing *self = user_data;
  BwResults *to = bw_comparing_get_results (self, BW_SIDE_TO);
  Work *work;

  self->firm_id = 0;
  if (to == NULL || bw_workspace_get_dragging (self->workspace))
    return G_SOURCE_REMOVE;

  work = g_new0 (Work, 1);
  work->to = bw_results_ref (to);
  self->firming = start (self, work, firm_in_thread, on_firmed);

  return G_SOURCE_REMOVE;
}

/* Takes the draws over the draft where they have been made since, and are wanted. */
void
bw_comparing_take_draws (BwComparing *self)
{
  BwResults *to = bw_comparing_get_results (self, BW_SIDE_TO);
  BwFirmness *firmness = bw_insights_get_firmness (self->insights);

  if (!self->active || firmness == NULL || to == NULL || to == self->firmed ||
      to != bw_workspace_get_results (self->workspace))
    return;

  bw_comparing_stop_firming (self);
  g_clear_pointer (&self->firmness, bw_firmness_unref);
  g_clear_pointer (&self->firmed, bw_results_unref);
  self->firmness = bw_firmness_ref (firmness);
  self->firmed = bw_results_ref (to);
  bw_comparing_firmness_changed (self);
}

/* Begins the draws when nothing has changed for a moment, unless they are known. What is known of
 * other scores is forgotten. */
void
bw_comparing_firm_later (BwComparing *self)
{
  BwResults *to = bw_comparing_get_results (self, BW_SIDE_TO);
  const gboolean dragging = bw_workspace_get_dragging (self->workspace);

  if (!dragging && to != NULL && to == self->firmed)
    return;

  bw_comparing_stop_firming (self);
  if (self->firmness != NULL)
    {
      g_clear_pointer (&self->firmness, bw_firmness_unref);
      g_clear_pointer (&self->firmed, bw_results_unref);
      bw_comparing_firmness_changed (self);
    }
  if (!self->active || to == NULL || dragging)
    return;
  if (to == bw_workspace_get_results (self->workspace))
    bw_comparing_take_draws (self);
  else
    self->firm_id = g_timeout_add (STILL_MS, on_still, self);
}

/* Works out what lies between the sides as they are now. */
void
bw_comparing_compare (BwComparing *self)
{
  BwResults *from = bw_comparing_get_results (self, BW_SIDE_FROM);
  BwResults *to = bw_comparing_get_results (self, BW_SIDE_TO);
  Work *work;

  bw_comparing_firm_later (self);
  if (from == NULL || to == NULL)
    {
      bw_comparing_stop_comparing (self);
      g_clear_pointer (&self->movers, g_array_unref);
      bw_comparing_changed (self);
      return;
    }
  if (bw_workspace_get_dragging (self->workspace) && bw_results_get_n_rows (to) > MOST_AT_ONCE)
    {
      self->stale = TRUE; /* until the slider is let go */
      return;
    }

  bw_comparing_stop_comparing (self);
  work = g_new0 (Work, 1);
  work->from = bw_results_ref (from);
  work->to = bw_results_ref (to);
  work->segment = bw_comparing_get_segment (self);
  if (bw_results_get_n_rows (to) > MOST_AT_ONCE)
    {
      self->comparing = start (self, work, compare_in_thread, on_compared);
      return;
    }

  do_compare (work, NULL);
  take_comparison (self, work);
  work_free (work);
}
