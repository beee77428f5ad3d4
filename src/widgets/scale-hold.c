/* A handle of a scale while it is held: what the pointer or a key wants, tried once a frame. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/scale-hold.h"

#include "widgets/metric-edits.h"

#include <math.h>

struct _BwScaleHold
{
  GtkWidget   *widget; /* whose frames are waited for; it outlives the hold */
  BwWorkspace *workspace;
  guint        metric;
  guint        handle;
  BwScale     *scale;  /* as it was when the handle was taken */
  BwHandle     start;
  double       raw, score; /* wanted, before direction */
  guint        tick_id;
};

/* Takes @scale. */
static BwScaleHold *
hold (GtkWidget   *widget,
      BwWorkspace *workspace,
      guint        metric,
      BwScale     *scale,
      guint        handle)
{
  BwScaleHold *self = g_new0 (BwScaleHold, 1);
  g_autoptr(GArray) handles = bw_scale_get_handles (scale);

  self->widget = widget;
  self->workspace = g_object_ref (workspace);
  self->metric = metric;
  self->handle = handle;
  self->scale = scale;
  self->start = g_array_index (handles, BwHandle, handle);
  self->raw = self->start.raw;
  self->score = self->start.score;
  bw_workspace_try_begin (workspace);

  return self;
}

static const BwScale *
get_scale (BwWorkspace *workspace,
           guint        metric)
{
  return &bw_model_get_metric (bw_workspace_get_model (workspace), metric)->scale;
}

/**
 * bw_scale_hold_new:
 * @widget: that is on screen
 * @handle: of the metric's scale in the draft
 *
 * Returns: (transfer full): the hold, to be ended or cancelled, then freed
 */
BwScaleHold *
bw_scale_hold_new (GtkWidget   *widget,
                   BwWorkspace *workspace,
                   guint        metric,
                   guint        handle)
{
  return hold (widget, workspace, metric, bw_scale_copy (get_scale (workspace, metric)), handle);
}

/**
 * bw_scale_hold_new_point:
 * @raw: where the scale has no point yet
 * @handle: (out): which one it becomes
 *
 * Holds a point that comes into being with the first move.
 *
 * Returns: (transfer full) (nullable): the hold; %NULL where the scale takes no point there
 */
BwScaleHold *
bw_scale_hold_new_point (GtkWidget   *widget,
                         BwWorkspace *workspace,
                         guint        metric,
                         double       raw,
                         guint       *handle)
{
  g_autoptr(BwScale) scale = bw_scale_with_point (get_scale (workspace, metric), raw);

  if (bw_scale_equal (scale, get_scale (workspace, metric)))
    return NULL;

  *handle = 0;
  while (*handle + 1 < scale->n_points && scale->points[*handle].raw < raw)
    *handle += 1;

  return hold (widget, workspace, metric, g_steal_pointer (&scale), *handle);
}

static void
stop_tick (BwScaleHold *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
}

void
bw_scale_hold_free (BwScaleHold *self)
{
  stop_tick (self);
  bw_scale_free (self->scale);
  g_object_unref (self->workspace);
  g_free (self);
}

/**
 * bw_scale_hold_get_start:
 *
 * Returns: (transfer none): the handle as it was when it was taken
 */
const BwHandle *
bw_scale_hold_get_start (const BwScaleHold *self)
{
  return &self->start;
}

static void
try_it (BwScaleHold *self)
{
  g_autoptr(BwScale) scale = bw_scale_with_handle (self->scale, self->handle, self->raw,
                                                   self->score);

  bw_metric_try_scale (self->workspace, self->metric, scale);
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BwScaleHold *self = user_data;
  const gint64 begin = g_get_monotonic_time ();

  self->tick_id = 0;
  try_it (self);
  g_debug ("try took %.2f ms", (g_get_monotonic_time () - begin) / 1000.0);

  return G_SOURCE_REMOVE;
}

/**
 * bw_scale_hold_want:
 * @raw: where the handle is to be; kept between its neighbours
 * @score: before direction
 *
 * Any number of wishes between two frames become one try.
 */
void
bw_scale_hold_want (BwScaleHold *self,
                    double       raw,
                    double       score)
{
  self->raw = raw;
  self->score = score;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (self->widget, on_tick, self, NULL);
}

/**
 * bw_scale_hold_get_room:
 * @low: (out): the value of the point before, or −∞
 * @high: (out): of the point behind, or ∞
 *
 * Between them a point of a curve, or a step, may be. Goalposts may meet.
 */
void
bw_scale_hold_get_room (const BwScaleHold *self,
                        double            *low,
                        double            *high)
{
  const gboolean points = self->scale->type != BW_SCALE_LINEAR;

  *low = points && self->handle > 0 ? self->scale->points[self->handle - 1].raw : -INFINITY;
  *high = points && self->handle + 1 < self->scale->n_points ?
          self->scale->points[self->handle + 1].raw : INFINITY;
}

void
bw_scale_hold_get_wanted (const BwScaleHold *self,
                          double            *raw,
                          double            *score)
{
  *raw = self->raw;
  *score = self->score;
}

/**
 * bw_scale_hold_end:
 *
 * Keeps what was wanted last, as one step of undo.
 */
void
bw_scale_hold_end (BwScaleHold *self)
{
  g_autofree char *step = bw_metric_name_scale_step (self->workspace, self->metric);

  if (self->tick_id != 0)
    try_it (self);
  stop_tick (self);
  bw_workspace_try_end (self->workspace, step);
}

/**
 * bw_scale_hold_cancel:
 *
 * Makes the scale what it was when the handle was taken.
 */
void
bw_scale_hold_cancel (BwScaleHold *self)
{
  stop_tick (self);
  bw_workspace_try_cancel (self->workspace);
}
