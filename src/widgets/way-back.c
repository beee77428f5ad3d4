/* Shift+Tab out of a flow box, which would keep the focus. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On its way back the focus is given to the child of a flow box before it leaves it, and a child that
 * takes no focus itself hands it to the first widget in it: that is where it came from. Here it goes
 * to what stands before in the order of the tree, inside the window or popover that it is in. */

#include "widgets/way-back.h"

static gboolean
go_back (GtkWidget *from)
{
  for (GtkWidget *at = from; !GTK_IS_NATIVE (at); at = gtk_widget_get_parent (at))
    {
      for (GtkWidget *before = gtk_widget_get_prev_sibling (at); before != NULL;
           before = gtk_widget_get_prev_sibling (before))
        {
          if (gtk_widget_get_mapped (before) && gtk_widget_child_focus (before, GTK_DIR_TAB_BACKWARD))
            return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key (GtkWidget *widget,
        guint      key)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return key == GDK_KEY_ISO_Left_Tab && focus != NULL ? go_back (focus) : GDK_EVENT_PROPAGATE;
}

/**
 * bw_way_back_add:
 * @widget: has a flow box whose children take no focus themselves
 *
 * Lets Shift+Tab go back through it and out of it.
 */
void
bw_way_back_add (GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), widget);
  gtk_widget_add_controller (widget, keys);
}
