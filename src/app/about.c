/* The window that says what the program is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/about.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* What a developer asks first: versions, renderer, locale; nothing of the data. */
static char *
write_debug_info (GtkWindow *parent)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (parent));
  const char *locale = setlocale (LC_MESSAGES, NULL);

  return g_strdup_printf ("Bellwether %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n"
                          "Renderer %s\nDisplay %s\nLocale %s\n",
                          BW_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          renderer == NULL ? "–" : G_OBJECT_TYPE_NAME (renderer),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_display (GTK_WIDGET (parent))),
                          locale == NULL ? "–" : locale);
}

void
bw_about_present (GtkWindow *parent)
{
  static const char *const developers[] = { "The Bellwether developers", NULL };
  g_autofree char *debug_info = write_debug_info (parent);

  adw_show_about_window (parent,
                         "application-name", "Bellwether",
                         "application-icon", "org.bellwether.bellwether",
                         "version", BW_VERSION,
                         "developer-name", _("The Bellwether developers"),
                         "developers", developers,
                         "comments", _("See which customers need care. Bellwether scores customers "
                                       "with a model that is tuned by hand, and shows at once what "
                                       "each weight does. Nothing is ever sent anywhere."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* TRANSLATORS: the names of the translators, one a line */
                         "translator-credits", _("translator-credits"),
                         "debug-info", debug_info,
                         "debug-info-filename", "bellwether-debug.txt",
                         NULL);
}
