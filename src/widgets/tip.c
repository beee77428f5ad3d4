/* Tooltips that are set again and again while something is dragged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/tip.h"

static GQuark
text_quark (void)
{
  return g_quark_from_static_string ("bw-tip");
}

static gboolean
on_query_tooltip (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  const char *text = g_object_get_qdata (G_OBJECT (widget), text_quark ());

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/**
 * bw_tip_set:
 * @widget: has no tooltip but those that this function gave it
 * @text: (nullable): %NULL for no tooltip; copied
 *
 * Gives @widget a tooltip, and the screen reader the same text as its description. The text is
 * handed to GTK when the pointer rests on @widget: gtk_widget_set_tooltip_text() asks the display
 * where the pointer is and waits for the answer, each time, which was a twentieth of a frame.
 *
 * Returns: whether it is another than before
 */
gboolean
bw_tip_set (GtkWidget  *widget,
            const char *text)
{
  const char *old = g_object_get_qdata (G_OBJECT (widget), text_quark ());

  if (g_strcmp0 (old, text) == 0)
    return FALSE;

  if (old == NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  if (text == NULL)
    g_signal_handlers_disconnect_by_func (widget, on_query_tooltip, NULL);
  g_object_set_qdata_full (G_OBJECT (widget), text_quark (), g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);

  return TRUE;
}
