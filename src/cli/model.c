/* The command “model”: a proposed model for any exports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/output.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_model (int    argc,
                         char **argv);

static void
say_guesses (const BwModel *model)
{
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      const BwMetric *metric = bw_model_get_metric (model, i);

      if (!metric->check)
        continue;

      g_printerr (_("Please check “%s”: nothing in its name says whether more of it helps or hurts."), metric->name);
      g_printerr ("\n");
    }
}

BwExit
bw_command_model (int    argc,
                  char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE… -o model.json", NULL))
    return BW_EXIT_USAGE;

  if ((panel = bw_inputs_read_panel (&inputs, &error)) == NULL)
    return bw_fail (error);

  model = bw_model_propose (panel, _("Proposed model"));
  if (!bw_inputs_check_whole (&inputs, &error))
    return bw_fail (error);

  text = bw_model_to_json (model);
  if (!bw_output_write_text (inputs.output, text, -1, &error))
    return bw_fail (error);

  if (bw_model_get_n_metrics (model) == 0)
    bw_say_nothing_to_score ();
  say_guesses (model);

  return BW_EXIT_DONE;
}
