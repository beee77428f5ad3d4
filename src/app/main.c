/* Starts the application. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(BwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = bw_application_new (BW_PKGDATADIR);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
