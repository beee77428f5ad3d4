/* Lets a window be made narrower than its content is, for the content to follow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window manager keeps to the least width that a window names. Panes that go where there is no room for
 * them would keep it so wide that they never have to go, as when it is put into half of the screen. So
 * a lesser width is named while they stand; what is too wide for the moment is cut at its end. */

#include "app/yielding-layout.h"

#define PATIENCE 250 /* ms in which the content has followed: what is in it finds its place step by step */

struct _BwYieldingLayout
{
  GtkLayoutManager parent_instance;

  int   least;  /* that is named in place of a larger one; 0 for none */
  guint end_id; /* waits to name the child's own */
};

G_DEFINE_FINAL_TYPE (BwYieldingLayout, bw_yielding_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static void
bw_yielding_layout_measure (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  BwYieldingLayout *self = BW_YIELDING_LAYOUT (layout);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, get_width (child));
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->least > 0)
    *minimum = MIN (*minimum, self->least);
}

static void
bw_yielding_layout_allocate (GtkLayoutManager *layout,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, MAX (width, get_width (child)), height, baseline, NULL);
}

static void
bw_yielding_layout_finalize (GObject *object)
{
  BwYieldingLayout *self = BW_YIELDING_LAYOUT (object);

  g_clear_handle_id (&self->end_id, g_source_remove);

  G_OBJECT_CLASS (bw_yielding_layout_parent_class)->finalize (object);
}

static void
bw_yielding_layout_class_init (BwYieldingLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_yielding_layout_finalize;
  layout_class->measure = bw_yielding_layout_measure;
  layout_class->allocate = bw_yielding_layout_allocate;
}

static void
bw_yielding_layout_init (BwYieldingLayout *self)
{
}

static void
name (BwYieldingLayout *self,
      int               least)
{
  if (least == self->least)
    return;

  self->least = least;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
end (gpointer user_data)
{
  BwYieldingLayout *self = user_data;

  self->end_id = 0;
  name (self, 0);
}

/**
 * bw_yielding_layout_set_least:
 * @least: the width in pixels that may be named in place of a larger one of the child; 0 to name the
 *   child's own, once it has followed
 */
void
bw_yielding_layout_set_least (BwYieldingLayout *self,
                              int               least)
{
  g_return_if_fail (BW_IS_YIELDING_LAYOUT (self));

  g_clear_handle_id (&self->end_id, g_source_remove);
  if (least > 0)
    name (self, least);
  else
    self->end_id = g_timeout_add_once (PATIENCE, end, self);
}
