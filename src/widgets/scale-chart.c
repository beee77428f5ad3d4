/* A metric's scale over its real values, to be shaped by mouse and keys. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/scale-chart-private.h"

#include "chart/paint.h"
#include "widgets/chart-point.h"
#include "widgets/style-palette.h"
#include "widgets/text-scale.h"
#include "widgets/workspace-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_WIDTH  200
#define LEAST_HEIGHT 200

G_DEFINE_FINAL_TYPE (BwScaleChart, bw_scale_chart, GTK_TYPE_WIDGET)

/* The metric that is shaped, or NULL where nothing is open. */
const BwMetric *
bw_scale_chart_get_value (BwScaleChart *self)
{
  BwModel *model = self->workspace != NULL ? bw_workspace_get_model (self->workspace) : NULL;

  if (model == NULL || self->metric >= bw_model_get_n_metrics (model))
    return NULL;

  return bw_model_get_metric (model, self->metric);
}

static const char *
get_font (BwScaleChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_get_family (pango_context_get_font_description (context));
}

/* Shaping a scale changes no value: what was counted serves the next frame too. */
static void
keep_values (BwScaleChart  *self,
             BwView        *view,
             const BwSheet *sheet)
{
  const BwMetric *value = bw_scale_chart_get_value (self);
  g_autoptr(BwValues) before = g_steal_pointer (&self->values);

  if (value->scale.type == BW_SCALE_CATEGORIES)
    return;

  self->values = bw_values_new (view, value, sheet, before);
  view->values = self->values;
}

static void
ensure_scene (BwScaleChart *self,
              int           width,
              int           height)
{
  const BwSheet sheet = {
    width, height, bw_text_scale (GTK_WIDGET (self)), FALSE, get_font (self)
  };
  BwView view;

  if (!self->stale && self->scene != NULL && bw_scene_get_width (self->scene) == width &&
      bw_scene_get_height (self->scene) == height)
    return;

  g_clear_pointer (&self->scene, bw_scene_free);
  self->scene = bw_scene_new (width, height);
  self->stale = FALSE;
  if (bw_scale_chart_get_value (self) == NULL)
    return;

  bw_workspace_fill_view (self->workspace, &view);
  view.metric = self->metric;
  if (self->hold != NULL)
    {
      view.raw_from = self->raw_from;
      view.raw_to = self->raw_to;
    }
  keep_values (self, &view, &sheet);
  bw_chart_find ("metric")->layout (self->scene, &view, &sheet);
}

/* The number of the handle that a mark is, or BW_NONE. */
static guint
handle_of (const BwMark *mark)
{
  return mark->handle != NULL && g_str_has_prefix (mark->handle, "handle-") ?
         (guint) atoi (mark->handle + strlen ("handle-")) : BW_NONE;
}

/* Returns: (nullable) (transfer none): where the handle stands */
const BwMark *
bw_scale_chart_find_handle (BwScaleChart *self,
                            guint         handle)
{
  const BwMark *marks;
  gsize n_marks;

  if (self->scene == NULL)
    return NULL;

  marks = bw_scene_get_marks (self->scene, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    {
      if (handle_of (&marks[i]) == handle)
        return &marks[i];
    }

  return NULL;
}

static void
set_n_points (BwScaleChart *self,
              guint         n_points)
{
  while (self->points->len > n_points)
    {
      gtk_widget_unparent (g_ptr_array_index (self->points, self->points->len - 1));
      g_ptr_array_set_size (self->points, self->points->len - 1);
    }
  while (self->points->len < n_points)
    {
      GtkWidget *point = bw_chart_point_new ();

      gtk_widget_set_parent (point, GTK_WIDGET (self));
      g_ptr_array_add (self->points, point);
    }

  self->chosen = n_points == 0 ? 0 : MIN (self->chosen, n_points - 1);
}

/* Those that can be moved; the points of a percentile cannot. */
static guint
count_handles (BwScaleChart *self)
{
  const BwMetric *value = bw_scale_chart_get_value (self);
  g_autoptr(GArray) handles = NULL;

  if (value == NULL || value->scale.type == BW_SCALE_PERCENTILE)
    return 0;

  handles = bw_scale_get_handles (&value->scale);

  return handles->len;
}

/**
 * bw_scale_chart_refresh:
 *
 * Shows the draft as it is now, in the next frame.
 */
void
bw_scale_chart_refresh (BwScaleChart *self)
{
  g_return_if_fail (BW_IS_SCALE_CHART (self));

  self->stale = TRUE;
  set_n_points (self, count_handles (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), self->points->len == 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bw_scale_chart_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  const double scale = bw_text_scale (widget);
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = ceil ((across ? LEAST_WIDTH : LEAST_HEIGHT) * scale);
  *natural = ceil ((across ? 1.6 * LEAST_WIDTH : 1.2 * LEAST_HEIGHT) * scale);
}

static void
bw_scale_chart_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  BwScaleChart *self = BW_SCALE_CHART (widget);

  ensure_scene (self, width, height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  bw_scene_get_description (self->scene), -1);
  for (guint i = 0; i < self->points->len; i++)
    {
      BwChartPoint *point = g_ptr_array_index (self->points, i);
      const BwMark *mark = bw_scale_chart_find_handle (self, i);

      if (mark != NULL && mark->tip != NULL)
        bw_chart_point_set_mark (point, mark);
      bw_chart_point_allocate (point, width, height);
    }
}

static void
bw_scale_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BwScaleChart *self = BW_SCALE_CHART (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  ensure_scene (self, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  bw_paint_scene (self->scene, bw_style_palette (), get_font (self), cr);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (bw_scale_chart_parent_class)->snapshot (widget, snapshot);
}

static gboolean
bw_scale_chart_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  BwScaleChart *self = BW_SCALE_CHART (widget);
  const BwMark *mark = NULL;

  if (!keyboard && self->scene != NULL && self->hold == NULL)
    mark = bw_scene_pick (self->scene, x, y);
  if (mark == NULL || mark->tip == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, mark->tip);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });

  return TRUE;
}

/* Returns: whether the handle has the focus now */
gboolean
bw_scale_chart_choose (BwScaleChart *self,
                       guint         handle)
{
  if (handle >= self->points->len)
    return FALSE;

  self->chosen = handle;

  return gtk_widget_grab_focus (g_ptr_array_index (self->points, handle));
}

static gboolean
tab_visits_all (BwScaleChart *self)
{
  const BwMetric *value = bw_scale_chart_get_value (self);

  return value != NULL && value->scale.type != BW_SCALE_CATEGORIES;
}

/* Tab visits the handles one by one; categories, where left and right have nothing to move, are one
 * stop and are walked with these. */
static gboolean
bw_scale_chart_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  BwScaleChart *self = BW_SCALE_CHART (widget);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  if (self->points->len == 0)
    return gtk_widget_is_focus (widget) ? FALSE : gtk_widget_grab_focus (widget);
  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (gtk_widget_get_focus_child (widget) == NULL)
    return bw_scale_chart_choose (self, !tab_visits_all (self) ? self->chosen :
                                  forward ? 0 : self->points->len - 1);
  if (!tab_visits_all (self) || (!forward && self->chosen == 0))
    return FALSE;

  return bw_scale_chart_choose (self, forward ? self->chosen + 1 : self->chosen - 1);
}

static gboolean
bw_scale_chart_grab_focus (GtkWidget *widget)
{
  BwScaleChart *self = BW_SCALE_CHART (widget);

  if (self->points->len == 0)
    return GTK_WIDGET_CLASS (bw_scale_chart_parent_class)->grab_focus (widget);

  return bw_scale_chart_choose (self, self->chosen);
}

static void
bw_scale_chart_unmap (GtkWidget *widget)
{
  bw_scale_chart_let_go (BW_SCALE_CHART (widget));
  g_clear_pointer (&BW_SCALE_CHART (widget)->values, bw_values_unref);

  GTK_WIDGET_CLASS (bw_scale_chart_parent_class)->unmap (widget);
}

static void
bw_scale_chart_dispose (GObject *object)
{
  BwScaleChart *self = BW_SCALE_CHART (object);

  if (self->points != NULL)
    set_n_points (self, 0);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->hold, bw_scale_hold_free);
  g_clear_pointer (&self->scene, bw_scene_free);
  g_clear_pointer (&self->values, bw_values_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_scale_chart_parent_class)->dispose (object);
}

static void
bw_scale_chart_class_init (BwScaleChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_scale_chart_dispose;
  widget_class->measure = bw_scale_chart_measure;
  widget_class->size_allocate = bw_scale_chart_size_allocate;
  widget_class->snapshot = bw_scale_chart_snapshot;
  widget_class->query_tooltip = bw_scale_chart_query_tooltip;
  widget_class->focus = bw_scale_chart_focus;
  widget_class->grab_focus = bw_scale_chart_grab_focus;
  widget_class->unmap = bw_scale_chart_unmap;

  gtk_widget_class_set_css_name (widget_class, "scalechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bw_scale_chart_init (BwScaleChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->metric = BW_NONE;
  self->bend_at = NAN;
  self->points = g_ptr_array_new ();
  self->stale = TRUE;
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  bw_scale_chart_add_controllers (self);
  bw_style_redraw_on_change (widget);
}

/**
 * bw_scale_chart_set_metric:
 * @metric: of the workspace's draft
 *
 * Shows another metric; what follows from edits is told with bw_scale_chart_refresh().
 */
void
bw_scale_chart_set_metric (BwScaleChart *self,
                           BwWorkspace  *workspace,
                           guint         metric)
{
  const BwMetric *value;

  g_return_if_fail (BW_IS_SCALE_CHART (self));

  if (metric != self->metric || workspace != self->workspace)
    bw_scale_chart_let_go (self);
  if (workspace != self->workspace && self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (g_set_object (&self->workspace, workspace) && workspace != NULL)
    g_signal_connect_object (workspace, "notify::dragging", G_CALLBACK (bw_scale_chart_give_up), self,
                             G_CONNECT_SWAPPED);
  self->metric = metric;
  value = bw_scale_chart_get_value (self);
  if (value != NULL)
    {
      /* TRANSLATORS: %s is a metric's name */
      g_autofree char *name = g_strdup_printf (_("Scale of %s"), value->name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  bw_scale_chart_refresh (self);
}
