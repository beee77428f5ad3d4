/* The table of commands, and which of them runs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/command.h"

#include <glib/gi18n-lib.h>

extern BwExit bw_command_inspect (int    argc,
                                  char **argv);
extern BwExit bw_command_check (int    argc,
                                char **argv);
extern BwExit bw_command_table (int    argc,
                                char **argv);
extern BwExit bw_command_panel (int    argc,
                                char **argv);
extern BwExit bw_command_model (int    argc,
                                char **argv);
extern BwExit bw_command_score (int    argc,
                                char **argv);
extern BwExit bw_command_chart (int    argc,
                                char **argv);
extern BwExit bw_command_compare (int    argc,
                                  char **argv);
extern BwExit bw_command_validate (int    argc,
                                   char **argv);
extern BwExit bw_command_suggest (int    argc,
                                  char **argv);
extern BwExit bw_command_sql (int    argc,
                              char **argv);
extern BwExit bw_command_workspace (int    argc,
                                    char **argv);

static const BwCommand commands[] = {
  { "inspect", "FILE… [-o mapping.json]", N_("Show what would be read: dialect, columns, types, roles, shape"),
    bw_command_inspect },
  { "check", "FILE…", N_("List every problem of the files, one a line"), bw_command_check },
  { "table", "FILE [--raw|--typed]", N_("Write one export as it is understood, as CSV"), bw_command_table },
  { "panel", "FILE… [-o panel.csv]", N_("Write customers × snapshots as the model sees them"),
    bw_command_panel },
  { "model", "FILE… -o model.json", N_("Propose a model for these exports"), bw_command_model },
  { "score", "[--model M] FILE… [-o scores.csv]", N_("Score every customer"), bw_command_score },
  { "chart", "KIND [--model M] FILE… -o out.png|svg|pdf", N_("Draw a chart as a picture"),
    bw_command_chart },
  { "compare", "--from A.json --to B.json FILE… [-o movers.csv]",
    N_("Compare two models over the same customers"), bw_command_compare },
  { "validate", "--outcome COLUMN [--model M] FILE… [--json]",
    N_("Show how well the score told who left"), bw_command_validate },
  { "suggest", "--outcome COLUMN [--model M] FILE… [-o model.json]",
    N_("Suggest weights from who left"), bw_command_suggest },
  { "sql", "--dialect D [--table T] [--key COL] [--date COL] model.json",
    N_("Write a model as one SELECT for a warehouse"), bw_command_sql },
  { "workspace", "new|add|info|export|check FILE.bellwether …", N_("Make, fill, show, unpack and check a workspace"),
    bw_command_workspace },
};

const BwCommand *
bw_commands (gsize *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: bellwether-cli COMMAND [OPTIONS] FILE…"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i].name, commands[i].arguments, _(commands[i].summary));

  g_print ("\n%s\n", _("“bellwether-cli COMMAND --help” shows the options of a command."));
}

/**
 * bw_cli_main:
 *
 * Returns: the exit status: 0 done, 1 the input could not be used, 2 wrong usage
 */
int
bw_cli_main (int    argc,
             char **argv)
{
  const char *name = argc > 1 ? argv[1] : "";

  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      print_help ();
      return BW_EXIT_DONE;
    }

  if (g_str_equal (name, "--version"))
    {
      g_print ("bellwether-cli %s\n", BW_VERSION);
      return BW_EXIT_DONE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (name, commands[i].name))
        return commands[i].run (argc - 1, argv + 1);
    }

  g_printerr ("bellwether-cli: ");
  if (*name == '\0')
    g_printerr (_("no command is given; “bellwether-cli --help” lists them"));
  else
    g_printerr (_("there is no command “%s”; “bellwether-cli --help” lists them"), name);
  g_printerr ("\n");

  return BW_EXIT_USAGE;
}
