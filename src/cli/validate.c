/* The command “validate”: how well the score told who left. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/chart-find.h"
#include "cli/output.h"
#include "cli/validate-said.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_validate (int    argc,
                            char **argv);

/* How far the customers moved since the snapshot of @since, else since the oldest. */
static gboolean
find_stability (const BwJudged *judged,
                const char     *since,
                BwStability   **stability,
                GError        **error)
{
  const guint n = bw_panel_get_n_snapshots (judged->panel);
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwResults) newest = NULL;
  guint from = 0;

  if (since != NULL && !bw_chart_find_since (judged->panel, judged->model, since, &from, error))
    return FALSE;
  if (n < 2)
    return TRUE;

  prepared = bw_prepared_new (judged->model, judged->panel, n - 1, NULL, NULL);
  newest = bw_results_new (prepared, judged->model);
  *stability = bw_stability_since (newest, from, NULL);

  return TRUE;
}

static gboolean
validate (const BwInputs *inputs,
          const BwJudged *judged,
          gboolean        json,
          const char     *since,
          GError        **error)
{
  g_autoptr(BwResults) results = bw_results_new (judged->prepared, judged->model);
  g_autoptr(BwValidation) validation = bw_validation_new (judged->cohort, results, NULL);
  g_autoptr(BwStability) stability = NULL;
  g_autofree char *said = NULL;

  if (!find_stability (judged, since, &stability, error))
    return FALSE;

  said = json ? bw_validation_to_json (validation, judged, stability)
              : bw_validation_to_text (validation, judged, stability);

  return bw_output_write_text (inputs->output, said, -1, error);
}

BwExit
bw_command_validate (int    argc,
                     char **argv)
{
  g_auto(BwInputs) inputs = { .judges = TRUE };
  g_auto(BwJudgingWishes) wishes = { .lead = -1 };
  g_auto(BwJudged) judged = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *since = NULL;
  gboolean json = FALSE;
  const char *fault;
  GOptionEntry own[BW_N_JUDGING_ENTRIES + 4] = {
    [BW_N_JUDGING_ENTRIES] = { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON with every figure"), NULL },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_("The earlier snapshot that the stability of score and metrics is told since (the oldest)"), "DATE" },
    { "hide-names", 0, 0, G_OPTION_ARG_NONE, &inputs.hides_names, N_("Number the customers instead of naming them"), NULL },
    G_OPTION_ENTRY_NULL
  };

  bw_judging_fill_entries (&wishes, own);
  if (!bw_inputs_parse (&inputs, argc, argv, "--outcome COLUMN FILE… [-o figures]", own))
    return BW_EXIT_USAGE;
  if ((fault = bw_judging_find_fault (&wishes, &inputs)) != NULL)
    return bw_wrong_usage ("validate", fault);

  if (!bw_judging_judge (&wishes, &inputs, &judged, &error) || !validate (&inputs, &judged, json, since, &error))
    return bw_fail (error);

  bw_inputs_say_model (&inputs, judged.model);

  return BW_EXIT_DONE;
}
