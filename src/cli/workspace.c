/* The command “workspace”: one of several things that are done with a workspace file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/workspace.h"

#include "cli/output.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

BwExit bw_command_workspace (int    argc,
                             char **argv);

/* Rows as those of the commands: @name is the second word. */
static const BwCommand commands[] = {
  { "new", "FILE.bellwether EXPORT… [--mapping M] [--model M]", N_("Make a workspace of exports"), bw_command_workspace_new },
  { "add", "FILE.bellwether EXPORT… [--as-of DATE]", N_("Import more exports, such as next month’s"),
    bw_command_workspace_add },
  { "info", "FILE.bellwether [--json]", N_("Show what is in a workspace"), bw_command_workspace_info },
  { "export", "FILE.bellwether FOLDER [--files]",
    N_("Write its model, mapping, panel, scores and notes into a folder"), bw_command_workspace_export },
  { "check", "FILE.bellwether", N_("List what of a workspace is damaged"), bw_command_workspace_check },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: bellwether-cli workspace COMMAND [OPTIONS] FILE.bellwether…"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i].name, commands[i].arguments, _(commands[i].summary));
  g_print ("\n%s\n", _("“bellwether-cli workspace COMMAND --help” shows the options of a command."));
}

BwExit
bw_command_workspace (int    argc,
                      char **argv)
{
  const char *name = argc > 1 ? argv[1] : "";
  g_autofree char *what = NULL;

  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    {
      print_help ();
      return BW_EXIT_DONE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *both = NULL;

      if (!g_str_equal (name, commands[i].name))
        continue;
      both = g_strconcat ("workspace ", name, NULL);
      argv[1] = both; /* what it is called when something is said of it */
      return commands[i].run (argc - 1, argv + 1);
    }

  what = *name == '\0' ? g_strdup (_("no command is given; there are new, add, info, export and check"))
                       : g_strdup_printf (_("there is no “%s”; there are new, add, info, export and check"), name);

  return bw_wrong_usage ("workspace", what);
}

/**
 * bw_take_first:
 *
 * Takes the first of the files out of those that are read: it is the workspace.
 *
 * Returns: (transfer full): as it was given
 */
char *
bw_take_first (BwInputs *inputs)
{
  char **rest = g_strdupv (inputs->files + 1);
  char *first = g_strdup (inputs->files[0]);

  g_strfreev (inputs->files);
  inputs->files = rest;

  return first;
}

/**
 * bw_say_amounts:
 *
 * Writes what there is of customers and snapshots, in one line.
 */
gboolean
bw_say_amounts (BwPanel *panel,
                GError **error)
{
  const guint n_customers = bw_panel_get_n_customers (panel);
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  const double newest = bw_snapshot_get_date (bw_panel_get_snapshot (panel, n_snapshots - 1));
  g_autofree char *customers = g_strdup_printf (ngettext ("%u customer", "%u customers", n_customers), n_customers);
  g_autofree char *snapshots = g_strdup_printf (ngettext ("%u snapshot", "%u snapshots", n_snapshots), n_snapshots);
  g_autoptr(GString) date = g_string_new (NULL);
  g_autofree char *line = NULL;

  if (isnan (newest))
    {
      /* TRANSLATORS: numbers of customers and of snapshots */
      line = g_strdup_printf (_("Together: %s, %s\n"), customers, snapshots);
    }
  else
    {
      bw_csv_append_date (date, newest);
      /* TRANSLATORS: numbers of customers and of snapshots, and a date */
      line = g_strdup_printf (_("Together: %s, %s, the newest of %s\n"), customers, snapshots, date->str);
    }

  return bw_output_write_text (NULL, line, -1, error);
}
