/* Weights put into another order with the mouse: a row is dragged to the place of another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dragged is the metric's id, so that an edit meanwhile does no harm. */

#include "widgets/weight-drag.h"

#include "widgets/metric-place.h"

typedef struct
{
  BwWorkspace *workspace;
  guint        metric;
} Place;

/* An id in a type of its own: text from elsewhere is no metric. */
typedef struct
{
  char id[256];
} BwMetricId;

GType bw_metric_id_get_type (void);

static gpointer
copy_id (gpointer id)
{
  return g_memdup2 (id, sizeof (BwMetricId));
}

G_DEFINE_BOXED_TYPE (BwMetricId, bw_metric_id, copy_id, g_free)

static void
free_place (gpointer  data,
            GClosure *closure)
{
  g_object_unref (((Place *) data)->workspace);
  g_free (data);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  const Place *place = user_data;
  BwModel *model = bw_workspace_get_model (place->workspace);
  GtkWidget *row = gtk_widget_get_ancestor (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)),
                                            g_type_from_name ("BwWeightRow"));
  g_autoptr(GdkPaintable) picture = row != NULL ? gtk_widget_paintable_new (row) : NULL;
  BwMetricId id;

  if (place->metric >= bw_model_get_n_metrics (model))
    return NULL;

  g_strlcpy (id.id, bw_model_get_metric (model, place->metric)->id, sizeof id.id);
  if (picture != NULL)
    gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (bw_metric_id_get_type (), &id);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  const Place *place = user_data;
  const BwMetricId *id = g_value_get_boxed (value);
  const guint metric = bw_model_find_metric (bw_workspace_get_model (place->workspace), id->id);

  if (metric == BW_NONE || metric == place->metric)
    return FALSE;

  bw_metric_move_to (place->workspace, metric, place->metric);

  return TRUE;
}

static Place *
make_place (BwWorkspace *workspace,
            guint        metric)
{
  Place *place = g_new (Place, 1);

  *place = (Place) { g_object_ref (workspace), metric };

  return place;
}

/**
 * bw_weight_drag_add:
 * @row: onto which others are dropped
 * @handle: of @row, by which it is dragged
 */
void
bw_weight_drag_add (GtkWidget   *row,
                    GtkWidget   *handle,
                    BwWorkspace *workspace,
                    guint        metric)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (bw_metric_id_get_type (), GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_data (source, "prepare", G_CALLBACK (on_prepare), make_place (workspace, metric),
                         free_place, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_data (target, "drop", G_CALLBACK (on_drop), make_place (workspace, metric),
                         free_place, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
