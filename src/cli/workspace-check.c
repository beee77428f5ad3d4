/* The command “workspace check”: what of a workspace is damaged, one a line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/workspace.h"

#include "cli/output.h"
#include "store/damage.h"

#include <glib/gi18n-lib.h>

BwExit
bw_command_workspace_check (int    argc,
                            char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(BwStore) store = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) lines = g_string_new (NULL);
  g_auto(GStrv) damage = NULL;

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE.bellwether", NULL))
    return BW_EXIT_USAGE;
  if (inputs.files[1] != NULL)
    return bw_wrong_usage (inputs.command, _("give one workspace"));
  if ((store = bw_open_workspace (inputs.files[0], BW_ACCESS_READ, &error)) == NULL)
    return bw_fail (error);

  damage = bw_store_find_damage (store, NULL);
  for (char **what = damage; *what != NULL; what++)
    {
      /* TRANSLATORS: a file’s name, and a part of it, such as “The notes” */
      g_string_append_printf (lines, _("%s: %s: damaged"), inputs.files[0], *what);
      g_string_append_c (lines, '\n');
    }
  if (!bw_output_write_text (inputs.output, lines->str, lines->len, &error))
    return bw_fail (error);
  if (damage[0] == NULL)
    g_printerr ("%s\n", _("The workspace is not damaged."));

  return damage[0] == NULL ? BW_EXIT_DONE : BW_EXIT_INPUT;
}
