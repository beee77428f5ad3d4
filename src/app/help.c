/* The manual, in the desktop's viewer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/help.h"

#include "app/message.h"

#include <glib/gi18n-lib.h>

#define HELP_URI "help:bellwether"

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWindow) parent = user_data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && gtk_widget_get_visible (GTK_WIDGET (parent)))
    bw_message_show (parent, _("Could Not Open the Help"),
                     _("No help viewer is installed. With Yelp installed, F1 opens the help."));
}

/**
 * bw_help_show:
 * @parent: the window that says so where there is no viewer
 */
void
bw_help_show (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  g_app_info_launch_default_for_uri_async (HELP_URI, NULL, NULL, on_launched,
                                           g_object_ref (parent));
}
