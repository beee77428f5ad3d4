/* The command “score”: every customer scored, as CSV or JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/score-json.h"
#include "score/export.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_score (int    argc,
                         char **argv);

static BwResults *
score_snapshot (BwModel *model,
                BwPanel *panel,
                guint    snapshot)
{
  g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, snapshot, NULL, NULL);

  return bw_results_new (prepared, model);
}

static gboolean
write_csv (BwModel       *model,
           BwPanel       *panel,
           guint          first,
           gboolean       explain,
           GOutputStream *stream,
           GError       **error)
{
  g_autoptr(GString) header = g_string_new (NULL);

  bw_scores_append_header (header, model, explain);
  if (!g_output_stream_write_all (stream, header->str, header->len, NULL, NULL, error))
    return FALSE;

  for (guint i = first; i < bw_panel_get_n_snapshots (panel); i++)
    {
      g_autoptr(BwResults) results = score_snapshot (model, panel, i);

      if (!bw_scores_write (results, explain, stream, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_json (BwModel       *model,
            BwPanel       *panel,
            guint          first,
            gboolean       explain,
            GOutputStream *stream,
            GError       **error)
{
  g_autoptr(GString) out = g_string_new (NULL);

  bw_score_json_begin (out, model);
  for (guint i = first; i < bw_panel_get_n_snapshots (panel); i++)
    {
      g_autoptr(BwResults) results = score_snapshot (model, panel, i);

      if (!bw_score_json_write (out, results, explain, stream, error))
        return FALSE;
    }
  bw_score_json_end (out);

  return g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error);
}

/* A segment whose shares are all 0 scores nobody: that has to be said. */
static void
say_silent_segments (const BwModel *model)
{
  for (guint i = 0; bw_model_get_n_metrics (model) > 0 && i < bw_model_get_n_segments (model); i++)
    {
      const BwSegment *segment = bw_model_get_segment (model, i);
      double total = 0.0;

      for (guint j = 0; j < bw_model_get_n_metrics (model); j++)
        total += segment->shares[j] > 0.0 ? segment->shares[j] : 0.0;
      if (total > 0.0)
        continue;

      g_printerr (_("Every weight of the segment “%s” is zero: none of its customers gets a score."), segment->name);
      g_printerr ("\n");
    }
}

BwExit
bw_command_score (int    argc,
                  char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(BwPanel) read = NULL;
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(GError) error = NULL;
  GOutputStream *stream;
  gboolean json = FALSE, all = FALSE, explain = FALSE, done;
  guint first;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON with all digits"), NULL },
    { "all-snapshots", 0, 0, G_OPTION_ARG_NONE, &all, N_("Write the history, not the newest snapshot alone"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &explain, N_("Add the points of each group and metric"), NULL },
    { "hide-names", 0, 0, G_OPTION_ARG_NONE, &inputs.hides_names, N_("Number the customers instead of naming them"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE… [-o scores.csv]", own))
    return BW_EXIT_USAGE;

  if ((read = bw_inputs_read_panel (&inputs, &error)) == NULL)
    return bw_fail (error);

  panel = bw_inputs_hide_names (&inputs, read);
  if ((model = bw_inputs_load_model (&inputs, panel, &error)) == NULL ||
      (stream = bw_output_open (inputs.output, &error)) == NULL)
    return bw_fail (error);

  first = all ? 0 : bw_panel_get_n_snapshots (panel) - 1;
  done = json ? write_json (model, panel, first, explain, stream, &error)
              : write_csv (model, panel, first, explain, stream, &error);
  done = done && bw_inputs_check_whole (&inputs, &error);
  if (!bw_output_close (stream, done, done ? &error : NULL))
    return bw_fail (error);

  bw_inputs_say_model (&inputs, model);
  say_silent_segments (model);

  return BW_EXIT_DONE;
}
