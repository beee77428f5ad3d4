/* The slider of one weight: it holds the workspace's drag while the pointer or a key is down. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/weight-scale.h"

#include "widgets/weight-mark.h"

#include <math.h>

#define TICK_HEIGHT 16
#define RANGE_HEIGHT 10
#define GHOST_HEIGHT 22

struct _BwWeightScale
{
  GtkScale parent_instance;

  BwWorkspace *workspace;
  guint        metric;
  double       baseline; /* share, or NaN */
  double       least, most; /* shares between which bands hardly change, or NaN */
  double       suggested;   /* share, or NaN */

  gboolean filling;      /* shows what the workspace has: no wish of the user's */
  gboolean pointer_down;
  guint    key_down;     /* its key value, 0 without */
  gboolean cancelled;    /* until the pointer or the key is let go */
  gboolean dragging;
  double   wanted;
  double   share;        /* what the workspace has */
  guint    tick_id;
};

G_DEFINE_FINAL_TYPE (BwWeightScale, bw_weight_scale, GTK_TYPE_SCALE)

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BwWeightScale *self = BW_WEIGHT_SCALE (widget);

  const gint64 begin = g_get_monotonic_time ();

  self->tick_id = 0;
  bw_workspace_drag_to (self->workspace, self->wanted);
  g_debug ("nudge took %.2f ms", (g_get_monotonic_time () - begin) / 1000.0);

  return G_SOURCE_REMOVE;
}

static void
stop_tick (BwWeightScale *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static void
let_go (BwWeightScale *self)
{
  const gboolean flush = self->tick_id != 0;

  self->pointer_down = FALSE;
  self->key_down = 0;
  self->cancelled = FALSE;
  stop_tick (self);
  if (!self->dragging)
    return;

  self->dragging = FALSE;
  if (flush)
    bw_workspace_drag_to (self->workspace, self->wanted);
  bw_workspace_drag_end (self->workspace);
}

/* Makes the slider forget the pointer that still holds it. */
static void
forget_pointer (BwWeightScale *self)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_reset (controller);
    }
}

/* From here to its release the pointer or the key does nothing. */
static void
give_up (BwWeightScale *self)
{
  stop_tick (self);
  self->dragging = FALSE;
  self->cancelled = TRUE;
  forget_pointer (self);
}

static void
cancel (BwWeightScale *self)
{
  const gboolean dragging = self->dragging;

  give_up (self);
  if (dragging)
    bw_workspace_drag_cancel (self->workspace);
}

/* Something else made the workspace let go: an undo, another segment. */
static void
on_let_go (BwWeightScale *self)
{
  if (self->dragging && !bw_workspace_get_dragging (self->workspace))
    give_up (self);
}

static void
show_share (BwWeightScale *self)
{
  self->filling = TRUE;
  gtk_range_set_value (GTK_RANGE (self), self->share * 100);
  self->filling = FALSE;
}

static void
on_value_changed (BwWeightScale *self)
{
  if (self->filling || self->workspace == NULL)
    return;
  if (self->cancelled)
    {
      show_share (self);
      return;
    }

  self->wanted = round (gtk_range_get_value (GTK_RANGE (self))) / 100;
  if (!self->dragging)
    {
      bw_workspace_drag_begin (self->workspace, self->metric);
      self->dragging = TRUE;
    }
  if (!self->pointer_down && self->key_down == 0)
    {
      bw_workspace_drag_to (self->workspace, self->wanted);
      let_go (self);
    }
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static gboolean
on_event (BwWeightScale *self,
          GdkEvent      *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    self->pointer_down = TRUE;
  else if (type == GDK_TOUCH_CANCEL || type == GDK_GRAB_BROKEN)
    {
      cancel (self);
      let_go (self);
    }
  else if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END)
    let_go (self);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key_pressed (BwWeightScale  *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (key == GDK_KEY_Escape && self->dragging)
    {
      cancel (self);
      return GDK_EVENT_STOP;
    }
  if (key != self->key_down && !self->pointer_down)
    {
      let_go (self);
      self->key_down = key;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
on_key_released (BwWeightScale *self)
{
  if (!self->pointer_down)
    let_go (self);
}

/* The wheel scrolls the panel; it changes no weight on the way. */
static void
leave_wheel_alone (BwWeightScale *self)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
add_controllers (BwWeightScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  leave_wheel_alone (self);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (widget, events);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, focus);
}

/* The range in which bands hardly change, the tick at the baseline's share, and the ghost of one at the
 * suggested share, stand behind trough and knob. */
static void
bw_weight_scale_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BwWeightScale *self = BW_WEIGHT_SCALE (widget);

  if (self->least <= self->most)
    bw_weight_mark_draw (GTK_RANGE (self), snapshot, self->least, self->most, RANGE_HEIGHT, 0.16f);
  if (!isnan (self->suggested))
    bw_weight_mark_draw (GTK_RANGE (self), snapshot, self->suggested, self->suggested, GHOST_HEIGHT, 0.4f);
  if (!isnan (self->baseline))
    bw_weight_mark_draw (GTK_RANGE (self), snapshot, self->baseline, self->baseline, TICK_HEIGHT, 0.8f);

  GTK_WIDGET_CLASS (bw_weight_scale_parent_class)->snapshot (widget, snapshot);
}

/* A pointer that still held the slider would keep widgets of a closed window alive. */
static void
bw_weight_scale_unmap (GtkWidget *widget)
{
  forget_pointer (BW_WEIGHT_SCALE (widget));
  let_go (BW_WEIGHT_SCALE (widget));

  GTK_WIDGET_CLASS (bw_weight_scale_parent_class)->unmap (widget);
}

/* The adjustment is a property that construction sets, and so comes last. */
static void
bw_weight_scale_constructed (GObject *object)
{
  G_OBJECT_CLASS (bw_weight_scale_parent_class)->constructed (object);

  gtk_range_set_adjustment (GTK_RANGE (object), gtk_adjustment_new (0, 0, 100, 1, 5, 0));
}

static void
bw_weight_scale_dispose (GObject *object)
{
  BwWeightScale *self = BW_WEIGHT_SCALE (object);

  stop_tick (self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_weight_scale_parent_class)->dispose (object);
}

static void
bw_weight_scale_class_init (BwWeightScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bw_weight_scale_constructed;
  G_OBJECT_CLASS (klass)->dispose = bw_weight_scale_dispose;
  widget_class->snapshot = bw_weight_scale_snapshot;
  widget_class->unmap = bw_weight_scale_unmap;
}

static void
bw_weight_scale_init (BwWeightScale *self)
{
  self->baseline = NAN;
  self->least = NAN;
  self->most = NAN;
  self->suggested = NAN;
  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  add_controllers (self);
  g_signal_connect (self, "value-changed", G_CALLBACK (on_value_changed), NULL);
}

/**
 * bw_weight_scale_set_metric:
 * @metric: of the workspace's draft, whose share in the chosen segment the slider moves
 */
void
bw_weight_scale_set_metric (BwWeightScale *self,
                            BwWorkspace   *workspace,
                            guint          metric)
{
  g_return_if_fail (BW_IS_WEIGHT_SCALE (self));

  let_go (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, on_let_go, self);
  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (workspace, "notify::dragging", G_CALLBACK (on_let_go), self,
                           G_CONNECT_SWAPPED);
  self->metric = metric;
}

/**
 * bw_weight_scale_set_share:
 * @share: what the metric has now, 0…1
 * @baseline: what it had as opened, or NaN
 */
void
bw_weight_scale_set_share (BwWeightScale *self,
                           double         share,
                           double         baseline)
{
  g_return_if_fail (BW_IS_WEIGHT_SCALE (self));

  self->share = share;
  show_share (self);

  if (baseline != self->baseline && !(isnan (baseline) && isnan (self->baseline)))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->baseline = baseline;
}

/**
 * bw_weight_scale_set_range:
 * @least: the share down to which fewer than 1 % of customers change band, or NaN
 * @most: likewise up to which
 */
void
bw_weight_scale_set_range (BwWeightScale *self,
                           double         least,
                           double         most)
{
  g_return_if_fail (BW_IS_WEIGHT_SCALE (self));

  if ((self->least == least || (isnan (self->least) && isnan (least))) &&
      (self->most == most || (isnan (self->most) && isnan (most))))
    return;

  self->least = least;
  self->most = most;
  bw_weight_mark_say_range (GTK_RANGE (self), least, most);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bw_weight_scale_set_suggested:
 * @suggested: the share that outcomes suggest, or NaN
 */
void
bw_weight_scale_set_suggested (BwWeightScale *self,
                               double         suggested)
{
  g_return_if_fail (BW_IS_WEIGHT_SCALE (self));

  if (self->suggested == suggested || (isnan (self->suggested) && isnan (suggested)))
    return;

  self->suggested = suggested;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
