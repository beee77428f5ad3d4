/* Files that are dropped anywhere on the window are imported. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

static gboolean
on_drop (BwWindow     *self,
         const GValue *value)
{
  GSList *list = g_value_get_boxed (value);
  g_autoptr(GPtrArray) files = g_ptr_array_new ();

  gtk_revealer_set_reveal_child (self->drop_hint, FALSE);
  for (GSList *link = list; link != NULL; link = link->next)
    g_ptr_array_add (files, link->data);
  if (files->len == 0)
    return FALSE;

  bw_window_open_files (self, (GFile *const *) files->pdata, files->len);

  return TRUE;
}

static GdkDragAction
on_enter (BwWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_hint, TRUE);

  return GDK_ACTION_COPY;
}

static void
on_leave (BwWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_hint, FALSE);
}

/**
 * bw_window_add_drop_target:
 *
 * Lets the window take files.
 */
void
bw_window_add_drop_target (BwWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (self->overlay, GTK_EVENT_CONTROLLER (target));
}
