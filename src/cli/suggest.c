/* The command “suggest”: weights that the outcomes suggest. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/output.h"
#include "cli/suggest-said.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_suggest (int    argc,
                           char **argv);

/* What the options of this command alone say. */
typedef struct
{
  gboolean json;
  double   part;
} Wishes;

/* Writes the model with the suggested weights, where there are some. */
static gboolean
write_model (const BwInputs     *inputs,
             const BwJudged     *judged,
             const BwSuggestion *suggestion,
             double              part,
             GError            **error)
{
  const BwSuggestVerdict verdict = bw_suggestion_get_verdict (suggestion);
  g_autoptr(BwModel) model = NULL;
  g_autofree char *text = NULL;

  if (inputs->output == NULL)
    return TRUE;
  if (verdict == BW_SUGGEST_NOTHING || verdict == BW_SUGGEST_TOO_FEW)
    {
      /* TRANSLATORS: a file */
      g_printerr (_("Nothing is suggested, so %s was not written."), inputs->output);
      g_printerr ("\n");
      return TRUE;
    }

  model = bw_suggestion_apply (suggestion, judged->model, part, NULL);
  text = bw_model_to_json (model);

  return bw_output_write_text (inputs->output, text, -1, error);
}

static gboolean
suggest (const BwInputs *inputs,
         const BwJudged *judged,
         const Wishes   *wishes,
         GError        **error)
{
  g_autoptr(BwSuggestion) suggestion =
    bw_suggestion_new (judged->cohort, judged->prepared, judged->model, NULL);
  g_autofree char *said = wishes->json ? bw_suggestion_to_json (suggestion, judged)
                                       : bw_suggestion_to_text (suggestion, judged);

  return write_model (inputs, judged, suggestion, wishes->part, error) &&
         bw_output_write_text (NULL, said, -1, error);
}

BwExit
bw_command_suggest (int    argc,
                    char **argv)
{
  g_auto(BwInputs) inputs = { .judges = TRUE };
  g_auto(BwJudgingWishes) judging = { .lead = -1 };
  g_auto(BwJudged) judged = { 0 };
  g_autoptr(GError) error = NULL;
  Wishes wishes = { FALSE, 1 };
  const char *fault;
  GOptionEntry own[BW_N_JUDGING_ENTRIES + 3] = {
    [BW_N_JUDGING_ENTRIES] = { "part", 0, 0, G_OPTION_ARG_DOUBLE, &wishes.part, N_("How far the written model goes: 1 wholly, 0.5 half way"), "PART" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wishes.json, N_("Write JSON with every figure"), NULL },
    G_OPTION_ENTRY_NULL
  };

  bw_judging_fill_entries (&judging, own);
  if (!bw_inputs_parse (&inputs, argc, argv, "--outcome COLUMN FILE… [-o model.json]", own))
    return BW_EXIT_USAGE;
  if ((fault = bw_judging_find_fault (&judging, &inputs)) != NULL)
    return bw_wrong_usage ("suggest", fault);
  if (!(wishes.part >= 0 && wishes.part <= 1))
    return bw_wrong_usage ("suggest", _("--part is a number from 0 to 1"));

  if (!bw_judging_judge (&judging, &inputs, &judged, &error) || !suggest (&inputs, &judged, &wishes, &error))
    return bw_fail (error);

  bw_inputs_say_model (&inputs, judged.model);

  return BW_EXIT_DONE;
}
