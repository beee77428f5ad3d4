/* What the pointer finds in a chart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/chart-pointer.h"

#include <string.h>

#define REACH 6 /* of the pointer, across, to what can be taken hold of */

/**
 * bw_chart_show_tip:
 * @scene: (nullable): what is drawn
 *
 * Returns: whether there is something to say about the place
 */
gboolean
bw_chart_show_tip (const BwScene *scene,
                   double         x,
                   double         y,
                   GtkTooltip    *tooltip)
{
  const BwMark *mark = scene != NULL ? bw_scene_pick (scene, x, y) : NULL;

  if (mark == NULL || mark->tip == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, mark->tip);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });
  return TRUE;
}

/**
 * bw_chart_find_row:
 * @scene: (nullable): what is drawn
 *
 * Returns: what the mark at the place stands for, or %BW_NO_ROW
 */
guint
bw_chart_find_row (const BwScene *scene,
                   double         x,
                   double         y)
{
  const BwMark *mark = scene != NULL ? bw_scene_pick (scene, x, y) : NULL;

  return mark != NULL ? mark->row : BW_NO_ROW;
}

/**
 * bw_chart_find_handle:
 * @scene: (nullable): what is drawn
 *
 * Returns: (nullable) (transfer none): the mark with a handle that is nearest to the place, across,
 *   and in reach of it
 */
const BwMark *
bw_chart_find_handle (const BwScene *scene,
                      double         x,
                      double         y)
{
  const BwMark *nearest = NULL;
  const BwMark *marks;
  double least = REACH;
  gsize n_marks;

  if (scene == NULL)
    return NULL;

  marks = bw_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    {
      double left, top, width, height, away;

      if (marks[i].handle == NULL)
        continue;
      bw_mark_get_bounds (&marks[i], &left, &top, &width, &height);
      away = MAX (MAX (left - x, x - left - width), 0);
      if (y < top - 1 || y > top + height + 1 || away > least)
        continue;
      if (nearest == NULL || away < least || marks[i].kind == BW_MARK_BOX)
        nearest = &marks[i];
      least = away;
    }

  return nearest;
}

/**
 * bw_chart_read_band:
 * @handle: (nullable): of a mark
 * @band: (out): the band whose edge it moves
 *
 * Returns: whether it is the edge of a band
 */
gboolean
bw_chart_read_band (const char *handle,
                    guint      *band)
{
  guint64 number;

  if (handle == NULL || !g_str_has_prefix (handle, "band-") ||
      !g_ascii_string_to_unsigned (handle + strlen ("band-"), 10, 1, G_MAXUINT8, &number, NULL))
    return FALSE;

  *band = number;
  return TRUE;
}

/**
 * bw_chart_add_press:
 * @released: gets @widget, the number of presses and the place
 *
 * Lets clicks on @widget be heard.
 */
void
bw_chart_add_press (GtkWidget *widget,
                    GCallback  released)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", released, widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
