/* The program bellwether-cli: does headless what the window does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return bw_cli_main (argc, argv);
}
