/* The points of a chart as a list that the keyboard walks and a screen reader speaks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/chart-reader.h"

#include "widgets/chart-point.h"
#include "widgets/chart-pointer.h"

#define MOST_POINTS 60 /* that the keyboard visits one by one */

struct _BwChartReader
{
  GtkWidget parent_instance;

  GPtrArray *points; /* BwChartPoint, children */
  guint      chosen; /* the point that has or had the focus */
  guint      home;   /* the point, no edge of a band, that the keyboard returns to */
};

enum
{
  ACTIVATED,
  HANDLE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwChartReader, bw_chart_reader, GTK_TYPE_WIDGET)

static guint
count_points (const BwMark *marks,
              gsize         n_marks)
{
  guint n_points = 0;

  for (gsize i = 0; i < n_marks; i++)
    n_points += marks[i].tip != NULL;

  return n_points <= MOST_POINTS ? n_points : 0;
}

static void
set_n_points (BwChartReader *self,
              guint          n_points)
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
  self->home = n_points == 0 ? 0 : MIN (self->home, n_points - 1);
  gtk_widget_set_focusable (GTK_WIDGET (self), n_points == 0);
}

static void
bw_chart_reader_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BwChartReader *self = BW_CHART_READER (widget);

  for (guint i = 0; i < self->points->len; i++)
    bw_chart_point_allocate (g_ptr_array_index (self->points, i), width, height);
}

static const char *
handle_of (BwChartReader *self,
           guint          point)
{
  return bw_chart_point_get_handle (g_ptr_array_index (self->points, point));
}

static gboolean
is_edge (BwChartReader *self,
         guint          point)
{
  guint band;

  return bw_chart_read_band (handle_of (self, point), &band);
}

static gboolean
focus_point (BwChartReader *self,
             guint          point)
{
  self->chosen = MIN (point, self->points->len - 1);
  if (!is_edge (self, self->chosen))
    self->home = self->chosen;
  return gtk_widget_grab_focus (g_ptr_array_index (self->points, self->chosen));
}

static gboolean
step (BwChartReader *self,
      gboolean       forward)
{
  return focus_point (self, forward ? self->chosen + 1 : self->chosen - MIN (1, self->chosen));
}

/* Edges of bands are stops of their own, behind all other points. */
static gboolean
tab_to_edge (BwChartReader *self,
             gboolean       forward)
{
  const guint from = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ? self->chosen
                     : self->points->len;

  if (!forward && from < self->points->len && !is_edge (self, from))
    return FALSE;

  for (guint i = from + (forward ? 1 : -1); i < self->points->len; i += forward ? 1 : -1)
    {
      if (is_edge (self, i))
        return focus_point (self, i);
    }

  return forward ? FALSE : focus_point (self, self->home);
}

/* One stop for Tab, and one more an edge; arrows walk from point to point inside. */
static gboolean
bw_chart_reader_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  BwChartReader *self = BW_CHART_READER (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->points->len == 0)
    return gtk_widget_is_focus (widget) ? FALSE : gtk_widget_grab_focus (widget);
  if (gtk_widget_get_focus_child (widget) == NULL)
    return direction == GTK_DIR_TAB_BACKWARD ? tab_to_edge (self, FALSE)
           : focus_point (self, self->home);

  switch (direction)
    {
    case GTK_DIR_UP:
      return step (self, FALSE);
    case GTK_DIR_DOWN:
      return step (self, TRUE);
    case GTK_DIR_LEFT:
      return step (self, mirrored);
    case GTK_DIR_RIGHT:
      return step (self, !mirrored);
    case GTK_DIR_TAB_FORWARD:
      return tab_to_edge (self, TRUE);
    case GTK_DIR_TAB_BACKWARD:
      return tab_to_edge (self, FALSE);
    default:
      return FALSE;
    }
}

static gboolean
bw_chart_reader_grab_focus (GtkWidget *widget)
{
  BwChartReader *self = BW_CHART_READER (widget);

  if (self->points->len == 0)
    return GTK_WIDGET_CLASS (bw_chart_reader_parent_class)->grab_focus (widget);
  return focus_point (self, self->chosen);
}

static gboolean
go_to_end (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  BwChartReader *self = BW_CHART_READER (widget);

  return self->points->len > 0 && focus_point (self, g_variant_get_boolean (args) ? G_MAXUINT : 0);
}

static gboolean
activate_point (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  BwChartReader *self = BW_CHART_READER (widget);
  const char *handle = bw_chart_reader_get_handle (self);
  guint row;

  if (self->points->len == 0)
    return FALSE;
  if (handle != NULL)
    {
      g_signal_emit (self, signals[HANDLE_ACTIVATED], 0, handle);
      return TRUE;
    }

  row = bw_chart_point_get_row (g_ptr_array_index (self->points, self->chosen));
  if (row != BW_NO_ROW)
    g_signal_emit (self, signals[ACTIVATED], 0, row);
  return row != BW_NO_ROW;
}

static void
bw_chart_reader_dispose (GObject *object)
{
  BwChartReader *self = BW_CHART_READER (object);

  if (self->points != NULL)
    set_n_points (self, 0);
  g_clear_pointer (&self->points, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_chart_reader_parent_class)->dispose (object);
}

static void
bw_chart_reader_class_init (BwChartReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_chart_reader_dispose;
  widget_class->size_allocate = bw_chart_reader_size_allocate;
  widget_class->focus = bw_chart_reader_focus;
  widget_class->grab_focus = bw_chart_reader_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", BW_TYPE_CHART_READER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[HANDLE_ACTIVATED] = g_signal_new ("handle-activated", BW_TYPE_CHART_READER,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chartreader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_point, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_point, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_point, NULL);
}

static void
bw_chart_reader_init (BwChartReader *self)
{
  self->points = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bw_chart_reader_new (void)
{
  return g_object_new (BW_TYPE_CHART_READER, NULL);
}

/**
 * bw_chart_reader_follow:
 * @scene: what is drawn now: each mark with a tip is a point
 */
void
bw_chart_reader_follow (BwChartReader *self,
                        const BwScene *scene)
{
  gsize n_marks;
  const BwMark *marks = bw_scene_get_marks (scene, &n_marks);
  const guint n_points = count_points (marks, n_marks);
  const char *description = bw_scene_get_description (scene);
  guint next = 0;

  g_return_if_fail (BW_IS_CHART_READER (self));

  set_n_points (self, n_points);
  for (gsize i = 0; i < n_marks && next < n_points; i++)
    if (marks[i].tip != NULL)
      bw_chart_point_set_mark (g_ptr_array_index (self->points, next++), &marks[i]);

  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * bw_chart_reader_get_handle:
 *
 * Returns: (nullable): the handle of the point that has the focus
 */
const char *
bw_chart_reader_get_handle (BwChartReader *self)
{
  g_return_val_if_fail (BW_IS_CHART_READER (self), NULL);

  if (self->points->len == 0 || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return NULL;

  return handle_of (self, self->chosen);
}

/**
 * bw_chart_reader_choose:
 *
 * Gives the focus to the point with @handle, where there is one.
 */
void
bw_chart_reader_choose (BwChartReader *self,
                        const char    *handle)
{
  g_return_if_fail (BW_IS_CHART_READER (self));

  for (guint i = 0; i < self->points->len; i++)
    {
      if (g_strcmp0 (handle_of (self, i), handle) == 0)
        focus_point (self, i);
    }
}
