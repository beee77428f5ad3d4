/* Shaping a scale by hand: the pointer and the keys that move, add and remove its handles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/scale-chart-private.h"

#include "widgets/metric-edits.h"

#include <math.h>

#define BEND       4     /* pixels that the line is dragged before it bends: a click is no edit */
#define LARGE_STEP 10    /* of those, with Shift or Page Up */

static const BwHandle *
start_of (BwScaleChart *self)
{
  return bw_scale_hold_get_start (self->hold);
}

static double
turn (BwScaleChart *self,
      double        score)
{
  return bw_scale_chart_get_value (self)->hurts ? 100 - score : score;
}

static void
take (BwScaleChart *self,
      guint         handle)
{
  if (bw_scale_chart_get_value (self) == NULL || self->scene == NULL)
    return;

  /* From here on the axis stands still. */
  bw_scene_get_across_ends (self->scene, &self->raw_from, &self->raw_to);
  self->hold = bw_scale_hold_new (GTK_WIDGET (self), self->workspace, self->metric, handle);
}

/* The nearest place along the axis that is still between the points beside the one that is held,
 * where there is one. What was typed between two places stays until it is another. */
static double
find_place (BwScaleChart *self,
            double        raw)
{
  const double step = bw_scale_chart_find_step (self);
  const double place = bw_scale_chart_to_step (self, raw);
  double low, high;

  bw_scale_hold_get_room (self->hold, &low, &high);
  low = bw_scale_chart_to_step (self, low + step);
  high = bw_scale_chart_to_step (self, high - step);

  if (place == bw_scale_chart_to_step (self, start_of (self)->raw))
    return start_of (self)->raw;

  return low <= high ? CLAMP (place, low, high) : place;
}

static void
want (BwScaleChart *self,
      double        raw,
      double        score)
{
  const BwHandle *start = start_of (self);

  bw_scale_hold_want (self->hold, start->moves_raw ? find_place (self, raw) : start->raw,
                      start->moves_score ? CLAMP (score, 0, 100) : start->score);
}

/**
 * bw_scale_chart_let_go:
 *
 * Keeps what the handle that is held was moved to, if one is.
 */
void
bw_scale_chart_let_go (BwScaleChart *self)
{
  BwScaleHold *hold = g_steal_pointer (&self->hold);

  self->key_down = 0;
  if (hold == NULL)
    return;

  bw_scale_hold_end (hold);
  bw_scale_hold_free (hold);
  bw_scale_chart_refresh (self);
}

/* Something else made the workspace let go: an undo, another edit. */
void
bw_scale_chart_give_up (BwScaleChart *self)
{
  if (self->hold == NULL || bw_workspace_get_dragging (self->workspace))
    return;

  g_clear_pointer (&self->hold, bw_scale_hold_free);
  self->key_down = 0;
  bw_scale_chart_refresh (self);
}

static void
cancel (BwScaleChart *self)
{
  BwScaleHold *hold = g_steal_pointer (&self->hold);

  self->key_down = 0;
  bw_scale_hold_cancel (hold);
  bw_scale_hold_free (hold);
  bw_scale_chart_refresh (self);
}

static void
on_drag_begin (BwScaleChart   *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  const BwMark *mark = self->scene != NULL ? bw_scene_pick (self->scene, x, y) : NULL;

  bw_scale_chart_let_go (self);
  self->bend_at = NAN;
  if (mark == NULL || mark->handle == NULL)
    {
      if (bw_scale_chart_is_on_line (self, x, y))
        self->bend_at = bw_scene_get_across (self->scene, x);
      else
        gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->away_x = mark->x - x;
  self->away_y = mark->y - y;
  bw_scale_chart_choose (self, mark->row);
  take (self, mark->row);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Takes a point of the line that is not there yet. */
static void
take_line (BwScaleChart *self)
{
  guint handle;

  bw_scene_get_across_ends (self->scene, &self->raw_from, &self->raw_to);
  self->hold = bw_scale_hold_new_point (GTK_WIDGET (self), self->workspace, self->metric,
                                        bw_scale_chart_to_step (self, self->bend_at), &handle);
  self->bend_at = NAN;
  self->away_x = self->away_y = 0;
  if (self->hold != NULL)
    self->chosen = handle;
}

static void
on_drag_update (BwScaleChart   *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  double x, y, raw, score;

  if (!isnan (self->bend_at) && self->scene != NULL && hypot (offset_x, offset_y) >= BEND)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      take_line (self);
    }
  if (self->hold == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  raw = CLAMP (bw_scene_get_across (self->scene, x + offset_x + self->away_x),
               self->raw_from, self->raw_to);
  score = bw_scene_get_upright (self->scene, y + offset_y + self->away_y);
  want (self, raw, turn (self, round (score)));
}

static void
on_double_click (BwScaleChart *self,
                 int           n_press,
                 double        x,
                 double        y)
{
  const BwMark *mark = self->scene != NULL ? bw_scene_pick (self->scene, x, y) : NULL;

  if (n_press == 2 && (mark == NULL || mark->handle == NULL))
    bw_scale_chart_add_point (self, bw_scene_get_across (self->scene, x));
}

/* What can be taken hold of says so under the pointer. */
static void
on_motion (BwScaleChart *self,
           double        x,
           double        y)
{
  const BwMark *mark = self->scene != NULL ? bw_scene_pick (self->scene, x, y) : NULL;
  const gboolean over = self->hold != NULL || (mark != NULL && mark->handle != NULL) ||
                        bw_scale_chart_is_on_line (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "grab" : NULL);
}

static void
remove_chosen (BwScaleChart *self)
{
  const BwMetric *value;
  g_autoptr(BwScale) scale = NULL;

  bw_scale_chart_let_go (self); /* which may make another draft */
  value = bw_scale_chart_get_value (self);
  if (value == NULL || self->points->len == 0)
    return;

  scale = bw_scale_without_handle (&value->scale, self->chosen);
  if (bw_scale_equal (scale, &value->scale))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  bw_metric_edit_scale (self->workspace, self->metric, scale);
  bw_scale_chart_choose (self, self->chosen);
}

/* Which way a key moves: along the values, or along the scores. */
static gboolean
read_key (guint           key,
          GdkModifierType state,
          int            *across,
          int            *up)
{
  const int size = state & GDK_SHIFT_MASK ? LARGE_STEP : 1;

  *across = key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? size :
            key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -size : 0;
  *up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? size :
        key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? -size :
        key == GDK_KEY_Page_Up ? LARGE_STEP : key == GDK_KEY_Page_Down ? -LARGE_STEP : 0;

  return *across != 0 || *up != 0;
}

static void
move_by (BwScaleChart *self,
         int           across,
         int           up)
{
  const double step = bw_scale_chart_find_step (self);
  double raw, score;

  if (!start_of (self)->moves_score && across == 0)
    across = up;
  bw_scale_hold_get_wanted (self->hold, &raw, &score);
  want (self, across != 0 ? raw + across * step : raw,
        turn (self, CLAMP (turn (self, score) + up, 0, 100)));
}

static gboolean
on_move_key (BwScaleChart *self,
             guint         key,
             int           across,
             int           up)
{
  if (across != 0 && isnan (bw_scene_get_across (self->scene, 0)))
    return bw_scale_chart_choose (self, across > 0 ? self->chosen + 1 :
                                  self->chosen - MIN (1, self->chosen));

  if (key != self->key_down)
    bw_scale_chart_let_go (self);
  if (self->hold == NULL)
    take (self, self->chosen);
  if (self->hold == NULL)
    return GDK_EVENT_PROPAGATE;
  self->key_down = key;
  move_by (self, across, up);

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (BwScaleChart   *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  int across, up;

  if (key == GDK_KEY_Escape && self->hold != NULL)
    {
      cancel (self);
      return GDK_EVENT_STOP;
    }
  if (self->points->len == 0 || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL ||
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (read_key (key, state, &across, &up))
    return on_move_key (self, key, across, up);
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    remove_chosen (self);
  else if (key == GDK_KEY_Insert || key == GDK_KEY_KP_Insert)
    bw_scale_chart_add_behind (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
on_key_released (BwScaleChart *self)
{
  if (self->key_down != 0)
    bw_scale_chart_let_go (self);
}

/* Gives the chart its ways of being handled. */
void
bw_scale_chart_add_controllers (BwScaleChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (bw_scale_chart_let_go), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (bw_scale_chart_let_go), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_double_click), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, focus);
}
