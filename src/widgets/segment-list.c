/* All customers and the segments of the model, to choose from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A segment is moved in the order by dragging it, or with Alt and an arrow; Return, F2 and a double
 * click open its editor. */

#include "widgets/segment-list.h"

#include "widgets/segment-edit.h"
#include "widgets/segment-row.h"
#include "workspace/shown.h"

struct _BwSegmentList
{
  BwLive parent_instance;

  GtkListBox *list;
  GtkWidget  *add;
  gboolean    filling;
};

G_DEFINE_FINAL_TYPE (BwSegmentList, bw_segment_list, BW_TYPE_LIVE)

/* The row of a segment stands below "All customers". */
static int
row_of_segment (guint segment)
{
  return segment == BW_ALL_SEGMENTS ? 0 : (int) segment + 1;
}

static void
set_n_segments (BwSegmentList *self,
                guint          n_segments)
{
  const int n_rows = (int) n_segments + 1;
  GtkListBoxRow *extra;

  while ((extra = gtk_list_box_get_row_at_index (self->list, n_rows)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (extra));
  for (int i = 0; i < n_rows; i++)
    if (gtk_list_box_get_row_at_index (self->list, i) == NULL)
      gtk_list_box_append (self->list,
                           bw_segment_row_new (i == 0 ? BW_ALL_SEGMENTS : (guint) i - 1));
}

static void
bw_segment_list_refresh (BwLive  *live,
                         BwChange changes)
{
  BwSegmentList *self = BW_SEGMENT_LIST (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwModel *model = bw_workspace_get_model (workspace);
  GtkListBoxRow *row;

  self->filling = TRUE;
  set_n_segments (self, bw_model_get_n_segments (model));
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_RESULTS))
    for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
      bw_segment_row_set_results (BW_SEGMENT_ROW (row), model,
                                  bw_workspace_get_results (workspace),
                                  bw_shown_get_as (bw_shown_of (workspace)));

  row = gtk_list_box_get_row_at_index (self->list,
                                       row_of_segment (bw_workspace_get_segment (workspace)));
  if (row != gtk_list_box_get_selected_row (self->list))
    gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
}

static void
on_row_selected (BwSegmentList *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && !self->filling)
    bw_workspace_set_segment (bw_live_get_workspace (BW_LIVE (self)),
                              bw_segment_row_get_segment (BW_SEGMENT_ROW (row)));
}

static void
on_row_activated (BwSegmentList *self,
                  GtkListBoxRow *row)
{
  bw_segment_row_edit (BW_SEGMENT_ROW (row));
}

/* Moves a segment and takes the focus with it. */
static void
move (BwSegmentList *self,
      guint          segment,
      guint          to)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  GtkListBoxRow *row;

  if (!bw_segment_can_move (bw_workspace_get_model (workspace), segment, to))
    return;

  bw_segment_move (workspace, segment, to);
  row = gtk_list_box_get_row_at_index (self->list, row_of_segment (to));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_key (BwSegmentList  *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  const gboolean alt = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;
  guint segment;

  if (focus == NULL || !BW_IS_SEGMENT_ROW (focus))
    return GDK_EVENT_PROPAGATE;

  segment = bw_segment_row_get_segment (BW_SEGMENT_ROW (focus));
  if (key == GDK_KEY_F2)
    bw_segment_row_edit (BW_SEGMENT_ROW (focus));
  else if (alt && segment != BW_ALL_SEGMENTS && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    move (self, segment, segment - 1);
  else if (alt && segment != BW_ALL_SEGMENTS && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    move (self, segment, segment + 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* The place that a segment comes to when it is dropped at @y. */
static guint
find_place (BwSegmentList *self,
            guint          dragged,
            double         y)
{
  BwModel *model = bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)));
  const guint n_ruled = bw_model_get_n_segments (model) - 1;
  guint before = 0;

  while (before < n_ruled)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, row_of_segment (before));
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds) ||
          y < bounds.origin.y + bounds.size.height / 2)
        break;
      before++;
    }

  return before > dragged ? before - 1 : before;
}

static gboolean
on_drop (BwSegmentList *self,
         const GValue  *value,
         double         x,
         double         y)
{
  BwSegmentRow *row = g_value_get_object (value);
  guint segment;

  gtk_list_box_drag_unhighlight_row (self->list);
  if (row == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) != GTK_WIDGET (self->list))
    return FALSE;

  segment = bw_segment_row_get_segment (row);
  move (self, segment, find_place (self, segment, y));

  return TRUE;
}

static GdkDragAction
on_drag_motion (BwSegmentList *self,
                double         x,
                double         y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL && gtk_list_box_row_get_index (row) > 0)
    gtk_list_box_drag_highlight_row (self->list, row);

  return GDK_ACTION_MOVE;
}

static void
on_drag_leave (BwSegmentList *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

/* Tab comes to the chosen segment and leaves it chosen, then to the button below; the arrows
 * choose another. */
static gboolean
bw_segment_list_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  BwSegmentList *self = BW_SEGMENT_LIST (widget);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  const gboolean tab = forward || direction == GTK_DIR_TAB_BACKWARD;
  const gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  GtkWidget *stops[] = { GTK_WIDGET (chosen), self->add };

  if (!tab || chosen == NULL)
    return GTK_WIDGET_CLASS (bw_segment_list_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (stops[forward ? 0 : 1]);
  if (in_list == forward)
    return gtk_widget_grab_focus (stops[forward ? 1 : 0]);

  return FALSE;
}

static void
bw_segment_list_class_init (BwSegmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_segment_list_refresh;
  widget_class->focus = bw_segment_list_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/segment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSegmentList, list);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentList, add);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
bw_segment_list_init (BwSegmentList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (BW_TYPE_SEGMENT_ROW, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drag_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drag_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}
