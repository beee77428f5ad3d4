/* Tooltips that are set again and again while something is dragged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/tip.h"

/**
 * bw_tip_set:
 * @text: (nullable): %NULL for no tooltip
 *
 * Gives @widget a tooltip, where it has another: GTK tells the screen reader of each that is set,
 * the same or not, which was a twentieth of a frame.
 */
void
bw_tip_set (GtkWidget  *widget,
            const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
