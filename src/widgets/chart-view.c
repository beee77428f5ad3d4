/* A chart of the workspace on screen: laid out as a scene, painted, pointed at, read out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget is in this file, its scene in chart-scene.c. */

#include "widgets/chart-view-private.h"

#include "chart/paint.h"
#include "widgets/chart-copy.h"
#include "widgets/chart-hold.h"
#include "widgets/chart-pointer.h"
#include "widgets/style-palette.h"
#include "widgets/text-scale.h"
#include "workspace/scored-then.h"
#include "workspace/validating.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_CHART,
} BwChartViewProperty;

static GParamSpec *properties[PROP_CHART + 1];

enum
{
  ACTIVATED,
  HANDLE_ACTIVATED,
  HANDLE_HELD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwChartView, bw_chart_view, GTK_TYPE_WIDGET)

static void
on_history_changed (BwChartView *self)
{
  if (self->chart != NULL && (self->chart->needs_history || self->chart->needs_customer))
    bw_chart_view_mark_stale (self);
}

static void
on_validation_changed (BwChartView *self)
{
  if (self->chart != NULL && self->chart->needs_outcome)
    bw_chart_view_mark_stale (self);
}

static void
on_customer_changed (BwChartView *self)
{
  if (self->chart != NULL && self->chart->needs_customer)
    bw_chart_view_mark_stale (self);
}

static void
bw_chart_view_map (GtkWidget *widget)
{
  BwChartView *self = BW_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (bw_chart_view_parent_class)->map (widget);

  self->stale = TRUE;
  bw_chart_view_settle_later (self);
}

static void
bw_chart_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  const double scale = bw_text_scale (widget);

  *minimum = ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 110) * scale);
  *natural = ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : 180) * scale);
}

static void
bw_chart_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  BwChartView *self = BW_CHART_VIEW (widget);

  if (self->scene != NULL && (bw_scene_get_width (self->scene) != width ||
                              bw_scene_get_height (self->scene) != height))
    bw_chart_view_settle_later (self);
  gtk_widget_size_allocate (GTK_WIDGET (self->reader), &(GtkAllocation) { 0, 0, width, height },
                            -1);
}

static void
bw_chart_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BwChartView *self = BW_CHART_VIEW (widget);
  g_autoptr(cairo_t) cr = NULL;

  bw_chart_view_ensure_scene (self);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                       gtk_widget_get_height (widget)));
  bw_paint_scene (self->scene, bw_style_palette (), bw_chart_view_get_font (self), cr);

  GTK_WIDGET_CLASS (bw_chart_view_parent_class)->snapshot (widget, snapshot);
}

static gboolean
bw_chart_view_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  return !keyboard && bw_chart_show_tip (BW_CHART_VIEW (widget)->scene, x, y, tooltip);
}

/* A mark was clicked, or Enter pressed on its point. */
static void
on_pressed (BwChartView *self,
            guint        row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row);
}

static void
on_handle_pressed (BwChartView *self,
                   const char  *handle)
{
  g_signal_emit (self, signals[HANDLE_ACTIVATED], 0, handle);
}

/* Says which edge is held now, NULL for none. */
void
bw_chart_view_tell_held (BwChartView *self,
                         const char  *handle)
{
  g_signal_emit (self, signals[HANDLE_HELD], 0, handle);
}

static void
on_released (BwChartView *self,
             int          n_press,
             double       x,
             double       y)
{
  const BwMark *handle = bw_chart_find_handle (self->scene, x, y);
  const guint row = bw_chart_find_row (self->scene, x, y);
  guint band;

  if (handle != NULL && !bw_chart_read_band (handle->handle, &band))
    on_handle_pressed (self, handle->handle);
  else if (row != BW_NO_ROW)
    on_pressed (self, row);
}

static void
copy_picture (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BwChartView *self = BW_CHART_VIEW (widget);
  BwView view;

  if (bw_chart_view_fill (self, &view))
    bw_chart_copy (self->chart, &view, widget);
}

static void
set_chart (BwChartView *self,
           const char  *id)
{
  const BwChart *chart = id == NULL ? NULL : bw_chart_find (id);

  g_return_if_fail (id == NULL || chart != NULL);

  if (chart == self->chart)
    return;
  self->chart = chart;
  if (chart != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->reader), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_dgettext (GETTEXT_PACKAGE, chart->title), -1);
  bw_chart_view_mark_stale (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
set_workspace (BwChartView *self,
               BwWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_group_set_target (self->signals, workspace);
  if (workspace != NULL)
    {
      g_signal_connect_object (bw_scored_then_of (workspace), "changed",
                               G_CALLBACK (on_history_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bw_validating_of (workspace), "changed",
                               G_CALLBACK (on_validation_changed), self, G_CONNECT_SWAPPED);
    }
  bw_chart_view_mark_stale (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
bw_chart_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BwChartView *self = BW_CHART_VIEW (object);

  switch ((BwChartViewProperty) property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_CHART:
      g_value_set_string (value, self->chart == NULL ? NULL : self->chart->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_chart_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  BwChartView *self = BW_CHART_VIEW (object);

  switch ((BwChartViewProperty) property_id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      break;
    case PROP_CHART:
      set_chart (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_chart_view_unmap (GtkWidget *widget)
{
  bw_chart_hold_let_go (BW_CHART_VIEW (widget)->hold);

  GTK_WIDGET_CLASS (bw_chart_view_parent_class)->unmap (widget);
}

static void
bw_chart_view_finalize (GObject *object)
{
  bw_chart_hold_free (BW_CHART_VIEW (object)->hold);

  G_OBJECT_CLASS (bw_chart_view_parent_class)->finalize (object);
}

static void
bw_chart_view_dispose (GObject *object)
{
  BwChartView *self = BW_CHART_VIEW (object);

  bw_chart_hold_let_go (self->hold);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->reader != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->reader));
  self->reader = NULL;
  g_clear_object (&self->signals);
  bw_chart_view_set_comparing (self, NULL);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->scene, bw_scene_free);

  G_OBJECT_CLASS (bw_chart_view_parent_class)->dispose (object);
}

static void
bw_chart_view_class_init (BwChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bw_chart_view_dispose;
  object_class->finalize = bw_chart_view_finalize;
  object_class->get_property = bw_chart_view_get_property;
  object_class->set_property = bw_chart_view_set_property;
  widget_class->map = bw_chart_view_map;
  widget_class->unmap = bw_chart_view_unmap;
  widget_class->measure = bw_chart_view_measure;
  widget_class->size_allocate = bw_chart_view_size_allocate;
  widget_class->snapshot = bw_chart_view_snapshot;
  widget_class->query_tooltip = bw_chart_view_query_tooltip;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL,
                         BW_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHART] =
    g_param_spec_string ("chart", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ACTIVATED] = g_signal_new ("activated", BW_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[HANDLE_ACTIVATED] = g_signal_new ("handle-activated", BW_TYPE_CHART_VIEW,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[HANDLE_HELD] = g_signal_new ("handle-held", BW_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_picture);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "chart.copy", NULL);
}

static void
bw_chart_view_init (BwChartView *self)
{
  static const struct
  {
    const char *signal;
    void        (*handler) (BwChartView *self);
  } rows[] = {
    { "data-changed", bw_chart_view_mark_stale },
    { "model-changed", bw_chart_view_mark_stale },
    { "results-changed", bw_chart_view_mark_stale },
    { "notify::segment", bw_chart_view_mark_stale },
    { "history-changed", on_history_changed },
    { "notify::customer", on_customer_changed },
  };
  GtkWidget *widget = GTK_WIDGET (self);

  self->reader = BW_CHART_READER (bw_chart_reader_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->reader), widget);
  g_signal_connect_swapped (self->reader, "activated", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (self->reader, "handle-activated", G_CALLBACK (on_handle_pressed),
                            self);
  bw_chart_add_press (widget, G_CALLBACK (on_released));
  self->hold = bw_chart_hold_new (self);
  self->stale = TRUE;
  self->signals = g_signal_group_new (BW_TYPE_WORKSPACE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_group_connect_swapped (self->signals, rows[i].signal,
                                    G_CALLBACK (rows[i].handler), self);

  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  bw_style_redraw_on_change (widget);
}
