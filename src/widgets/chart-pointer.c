/* What the pointer finds in a chart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/chart-pointer.h"

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
