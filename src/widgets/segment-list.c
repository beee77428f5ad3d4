/* All customers and the segments of the model, to choose from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/segment-list.h"

#include "widgets/segment-row.h"

struct _BwSegmentList
{
  BwLive parent_instance;

  GtkListBox *list;
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
                                  bw_workspace_get_results (workspace));

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

/* Tab comes to the chosen segment and leaves it chosen; the arrows choose another. */
static gboolean
bw_segment_list_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  BwSegmentList *self = BW_SEGMENT_LIST (widget);
  const gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);

  if (!tab || chosen == NULL)
    return GTK_WIDGET_CLASS (bw_segment_list_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (chosen));
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
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
bw_segment_list_init (BwSegmentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
