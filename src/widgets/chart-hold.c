/* A band's edge that the pointer or a key holds, in a chart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/chart-hold.h"

#include "widgets/chart-pointer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALL_STEP 1  /* of an arrow, in tenths with Shift or Alt */
#define LARGE_STEP 5  /* of Page Up and Page Down */

struct _BwChartHold
{
  BwChartView *view; /* whose part this is */
  BwWorkspace *workspace;
  BwModel     *model; /* as it was when the edge was taken; NULL while nothing is held */
  guint        band;
  double       wanted;
  double       away;     /* from the pointer to the edge */
  guint        key_down; /* its key value, 0 without */
  guint        tick_id;
};

static const GdkModifierType fine_mask = GDK_SHIFT_MASK | GDK_ALT_MASK;

static void
stop_tick (BwChartHold *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  self->tick_id = 0;
}

static void
try_it (BwChartHold *self)
{
  g_autoptr(BwModel) model = bw_model_with_band_edge (self->model, self->band, self->wanted);

  bw_workspace_try (self->workspace, model);
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BwChartHold *self = user_data;

  self->tick_id = 0;
  try_it (self);

  return G_SOURCE_REMOVE;
}

/* Nothing is held any more. */
static void
forget (BwChartHold *self)
{
  stop_tick (self);
  self->key_down = 0;
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_object (&self->workspace);
  bw_chart_view_tell_held (self->view, NULL);
}

/* Something else made the workspace let go: an undo, another edit. */
static void
on_dragging_changed (BwWorkspace *workspace,
                     GParamSpec  *pspec,
                     BwChartHold *self)
{
  if (bw_workspace_get_dragging (workspace))
    return;

  g_signal_handlers_disconnect_by_data (workspace, self);
  forget (self);
}

static gboolean
take (BwChartHold *self,
      guint        band)
{
  BwWorkspace *workspace = self->view->workspace;
  g_autofree char *handle = g_strdup_printf ("band-%u", band);

  bw_chart_hold_let_go (self);
  if (self->view->comparing != NULL || workspace == NULL ||
      band >= bw_model_get_n_bands (bw_workspace_get_model (workspace)))
    return FALSE;

  self->workspace = g_object_ref (workspace);
  self->model = bw_model_ref (bw_workspace_get_model (workspace));
  self->band = band;
  self->wanted = bw_model_get_band (self->model, band)->from;
  bw_workspace_try_begin (workspace);
  g_signal_connect (workspace, "notify::dragging", G_CALLBACK (on_dragging_changed), self);
  bw_chart_view_tell_held (self->view, handle);

  return TRUE;
}

/* Keeps a whole score, or a tenth, between the edges beside; where there is no such room, what the
 * model allows. */
static void
want (BwChartHold *self,
      double       score,
      double       step)
{
  const guint n_bands = bw_model_get_n_bands (self->model);
  const double before = bw_model_get_band (self->model, self->band - 1)->from;
  const double next = self->band + 1 < n_bands
                      ? bw_model_get_band (self->model, self->band + 1)->from : 100 + step;
  const double least = step * (floor (before / step + 1e-9) + 1);
  const double most = step * (ceil (next / step - 1e-9) - 1);

  if (least <= most)
    self->wanted = CLAMP (step * round (score / step), least, most);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_tick, self, NULL);
}

/**
 * bw_chart_hold_let_go:
 *
 * Keeps what the edge was moved to, if one is held.
 */
void
bw_chart_hold_let_go (BwChartHold *self)
{
  g_autoptr(BwWorkspace) workspace = NULL;
  g_autofree char *step = NULL;

  if (self->model == NULL)
    return;

  workspace = g_object_ref (self->workspace);
  /* TRANSLATORS: a step of undo; %s is a band's name */
  step = g_strdup_printf (_("Edge of %s"), bw_model_get_band (self->model, self->band)->name);
  if (self->tick_id != 0)
    try_it (self);
  g_signal_handlers_disconnect_by_data (workspace, self);
  forget (self);
  bw_workspace_try_end (workspace, step);
}

static void
cancel (BwChartHold *self)
{
  g_autoptr(BwWorkspace) workspace = g_object_ref (self->workspace);

  g_signal_handlers_disconnect_by_data (workspace, self);
  forget (self);
  bw_workspace_try_cancel (workspace);
}

/* Whole scores, or tenths while Shift or Alt is down. */
static double
step_for (GdkModifierType state)
{
  return state & fine_mask ? 0.1 : 1;
}

static void
on_drag_begin (BwChartHold    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  const BwMark *mark = bw_chart_find_handle (self->view->scene, x, y);
  guint band;

  bw_chart_hold_let_go (self);
  if (mark == NULL || !bw_chart_read_band (mark->handle, &band) || !take (self, band))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->away = self->wanted - bw_scene_get_across (self->view->scene, x);
  bw_chart_reader_choose (self->view->reader, mark->handle);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (BwChartHold    *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double x, y, score;

  if (self->model == NULL || self->view->scene == NULL ||
      !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  score = bw_scene_get_across (self->view->scene, x + offset_x) + self->away;
  if (isfinite (score))
    want (self, score, step_for (state));
}

static void
on_drag_end (BwChartHold *self)
{
  bw_chart_hold_let_go (self);
}

/* What can be taken hold of says so under the pointer. */
static void
on_motion (BwChartHold *self,
           double       x,
           double       y)
{
  const BwMark *mark = bw_chart_find_handle (self->view->scene, x, y);
  guint band;
  const gboolean edge = mark != NULL && bw_chart_read_band (mark->handle, &band);
  const gboolean still = self->view->comparing != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view),
                                   self->model != NULL || (edge && !still) ? "col-resize" :
                                   mark != NULL && !still ? "pointer" : NULL);
}

/* Which way a key moves an edge, in steps. Charts are drawn the same way in every language. */
static int
read_key (guint key)
{
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      return SMALL_STEP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return -SMALL_STEP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return LARGE_STEP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return -LARGE_STEP;
    default:
      return 0;
    }
}

static gboolean
on_key_pressed (BwChartHold    *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  const int steps = read_key (key);
  const char *handle = bw_chart_reader_get_handle (self->view->reader);
  guint band;

  if (key == GDK_KEY_Escape && self->model != NULL)
    {
      cancel (self);
      return GDK_EVENT_STOP;
    }
  if (steps == 0 || state & GDK_CONTROL_MASK || !bw_chart_read_band (handle, &band))
    return GDK_EVENT_PROPAGATE;

  if (self->model == NULL || key != self->key_down || band != self->band)
    {
      if (!take (self, band))
        return GDK_EVENT_PROPAGATE;
    }
  self->key_down = key;
  want (self, self->wanted + steps * step_for (state), step_for (state));

  return GDK_EVENT_STOP;
}

static void
on_key_released (BwChartHold *self)
{
  if (self->key_down != 0)
    bw_chart_hold_let_go (self);
}

/**
 * bw_chart_hold_new:
 * @view: lives longer
 *
 * Lets edges of bands in @view be moved.
 *
 * Returns: (transfer full): the hold, which holds nothing yet
 */
BwChartHold *
bw_chart_hold_new (BwChartView *view)
{
  BwChartHold *self = g_new0 (BwChartHold, 1);
  GtkWidget *widget = GTK_WIDGET (view);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = view;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, focus);

  return self;
}

/**
 * bw_chart_hold_free:
 *
 * Nothing is held any more, and the chart is gone with all that it listens to.
 */
void
bw_chart_hold_free (BwChartHold *self)
{
  g_assert (self->model == NULL);

  g_free (self);
}
