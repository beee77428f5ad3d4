/* One data point of a chart as a screen reader and the keyboard know it: a place and a sentence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/chart-point.h"

#include <math.h>

#define LEAST_SIDE 8.0 /* of the ring round a focused point */

struct _BwChartPoint
{
  GtkWidget parent_instance;

  char  *tip;
  char  *handle; /* or NULL */
  guint  row;
  double x, y, width, height;
};

G_DEFINE_FINAL_TYPE (BwChartPoint, bw_chart_point, GTK_TYPE_WIDGET)

static void
bw_chart_point_finalize (GObject *object)
{
  g_free (BW_CHART_POINT (object)->tip);
  g_free (BW_CHART_POINT (object)->handle);

  G_OBJECT_CLASS (bw_chart_point_parent_class)->finalize (object);
}

static void
bw_chart_point_class_init (BwChartPointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_chart_point_finalize;
  gtk_widget_class_set_css_name (widget_class, "chartpoint");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
bw_chart_point_init (BwChartPoint *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bw_chart_point_new (void)
{
  return g_object_new (BW_TYPE_CHART_POINT, NULL);
}

/* Where a mark is: a box as it stands, anything else round its middle. */
static void
place_round (BwChartPoint *self,
             const BwMark *mark)
{
  const gboolean box = mark->kind == BW_MARK_BOX || mark->kind == BW_MARK_TOUCH;
  const double radius = MAX (mark->radius, LEAST_SIDE / 2);
  double left = box ? mark->x : mark->x - radius, right = box ? left + mark->width : mark->x + radius;
  double top = box ? mark->y : mark->y - radius, bottom = box ? top + mark->height : mark->y + radius;

  for (guint i = 0; i < mark->n_points; i++)
    {
      const double x = mark->points[2 * i], y = mark->points[2 * i + 1];

      left = i == 0 ? x : MIN (left, x);
      right = i == 0 ? x : MAX (right, x);
      top = i == 0 ? y : MIN (top, y);
      bottom = i == 0 ? y : MAX (bottom, y);
    }

  self->width = MAX (right - left, LEAST_SIDE);
  self->height = MAX (bottom - top, LEAST_SIDE);
  self->x = left - MAX (0, LEAST_SIDE - (right - left)) / 2;
  self->y = bottom - self->height;
}

/**
 * bw_chart_point_set_mark:
 * @mark: with a tip; borrowed for the call
 */
void
bw_chart_point_set_mark (BwChartPoint *self,
                         const BwMark *mark)
{
  g_return_if_fail (BW_IS_CHART_POINT (self));
  g_return_if_fail (mark->tip != NULL);

  place_round (self, mark);
  self->row = mark->row;
  if (g_strcmp0 (self->handle, mark->handle) != 0)
    {
      g_free (self->handle);
      self->handle = g_strdup (mark->handle);
    }
  if (g_strcmp0 (self->tip, mark->tip) == 0)
    return;

  g_free (self->tip);
  self->tip = g_strdup (mark->tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, mark->tip, -1);
}

const char *
bw_chart_point_get_tip (BwChartPoint *self)
{
  g_return_val_if_fail (BW_IS_CHART_POINT (self), NULL);

  return self->tip;
}

guint
bw_chart_point_get_row (BwChartPoint *self)
{
  g_return_val_if_fail (BW_IS_CHART_POINT (self), BW_NO_ROW);

  return self->row;
}

/**
 * bw_chart_point_get_handle:
 *
 * Returns: (nullable): what the point moves
 */
const char *
bw_chart_point_get_handle (BwChartPoint *self)
{
  g_return_val_if_fail (BW_IS_CHART_POINT (self), NULL);

  return self->handle;
}

/**
 * bw_chart_point_allocate:
 * @width: of the chart, which the point does not leave
 */
void
bw_chart_point_allocate (BwChartPoint *self,
                         int           width,
                         int           height)
{
  const int x = CLAMP (floor (self->x), 0, MAX (0, width - 1));
  const int y = CLAMP (floor (self->y), 0, MAX (0, height - 1));
  int least_width, least_height;
  GtkAllocation place;

  g_return_if_fail (BW_IS_CHART_POINT (self));

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &least_width,
                      NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &least_height,
                      NULL, NULL, NULL);
  place = (GtkAllocation) {
    x, y,
    MAX (least_width, MIN (ceil (self->width), width - x)),
    MAX (least_height, MIN (ceil (self->height), height - y)),
  };
  gtk_widget_size_allocate (GTK_WIDGET (self), &place, -1);
}
