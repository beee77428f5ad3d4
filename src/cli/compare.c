/* The command “compare”: two models over the same customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/compare-text.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "score/movers-export.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_compare (int    argc,
                           char **argv);

/* What the options of this command say, and what comes of them. */
typedef struct
{
  char      *from;
  char      *to;
  char      *segment;
  gboolean   json;
  BwPanel   *panel;
  BwResults *baseline;
  BwResults *results;
} Wishes;

static void
wishes_clear (Wishes *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->segment);
  g_clear_pointer (&self->baseline, bw_results_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

/* The newest snapshot under the model of the file at @path, or else under one of the workspace. */
static BwResults *
score_under (BwInputs   *inputs,
             const char *path,
             gboolean    baseline,
             BwPanel    *panel,
             BwResults  *known,
             GError    **error)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  g_autoptr(BwModel) model = path != NULL ? bw_load_model_for (path, panel, error)
                                          : bw_inputs_get_draft (inputs, baseline, panel, error);
  g_autoptr(BwPrepared) prepared = NULL;

  if (model == NULL)
    return NULL;

  prepared = bw_prepared_new (model, panel, newest,
                              known != NULL ? bw_results_get_prepared (known) : NULL, NULL);

  return bw_results_new (prepared, model);
}

static gboolean
gather (BwInputs *inputs,
        Wishes   *wishes,
        GError  **error)
{
  g_autoptr(BwPanel) read = bw_inputs_read_panel (inputs, error);

  if (read == NULL)
    return FALSE;

  wishes->panel = bw_inputs_hide_names (inputs, read);

  return (wishes->baseline = score_under (inputs, wishes->from, TRUE, wishes->panel, NULL, error)) != NULL &&
         (wishes->results = score_under (inputs, wishes->to, FALSE, wishes->panel, wishes->baseline,
                                         error)) != NULL &&
         bw_inputs_check_whole (inputs, error);
}

/* A segment of the model "to", by its id or its name. */
static gboolean
find_segment (const Wishes *wishes,
              guint        *segment,
              GError      **error)
{
  const BwModel *model = bw_results_get_model (wishes->results);

  *segment = BW_ALL_SEGMENTS;
  if (wishes->segment == NULL)
    return TRUE;

  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    {
      if (g_str_equal (bw_model_get_segment (model, i)->id, wishes->segment) ||
          g_str_equal (bw_model_get_segment (model, i)->name, wishes->segment))
        {
          *segment = i;
          return TRUE;
        }
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s: the model has no segment “%s”"),
               wishes->to != NULL ? wishes->to : bw_model_get_name (model), wishes->segment);

  return FALSE;
}

static gboolean
write_movers (const Wishes *wishes,
              GArray       *movers,
              const char   *path,
              GError      **error)
{
  GOutputStream *stream = bw_output_open (path, error);
  gboolean done;

  if (stream == NULL)
    return FALSE;

  done = bw_movers_write (wishes->baseline, wishes->results,
                          (const BwMover *) (gpointer) movers->data, movers->len, NULL, stream,
                          NULL, error);

  return bw_output_close (stream, done, done ? error : NULL) && done;
}

static char *
name_side (const char *path,
           const char *of_workspace)
{
  return path != NULL ? g_path_get_basename (path) : g_strdup (of_workspace);
}

static gboolean
compare (const BwInputs *inputs,
         const Wishes   *wishes,
         GError        **error)
{
  g_autofree char *from = name_side (wishes->from, _("the baseline"));
  g_autofree char *to = name_side (wishes->to, _("the draft"));
  g_autofree char *said = NULL;
  g_autoptr(GArray) movers = NULL;
  BwComparison comparison;
  BwView view = {
    .results = wishes->results, .baseline = wishes->baseline, .baseline_name = from, .name = to,
    .customer = BW_NONE, .metric = BW_NONE, .comparison = &comparison,
  };

  if (!find_segment (wishes, &view.segment, error))
    return FALSE;

  bw_results_compare (wishes->baseline, wishes->results, view.segment, &comparison);
  movers = bw_results_list_movers (wishes->baseline, wishes->results, view.segment, G_MAXUINT);
  if (inputs->output != NULL && !write_movers (wishes, movers, inputs->output, error))
    return FALSE;

  said = wishes->json ? bw_compare_to_json (&view, movers) : bw_compare_to_text (&view, movers);

  return bw_output_write_text (NULL, said, -1, error);
}

static gboolean
is_file (const char *path,
         const char *output)
{
  g_autoptr(GFile) a = g_file_new_for_commandline_arg (path);
  g_autoptr(GFile) b = g_file_new_for_commandline_arg (output);

  return g_file_equal (a, b);
}

/* What is wrong with the call, or NULL. */
static const char *
find_fault (const BwInputs *inputs,
            const Wishes   *wishes)
{
  if (inputs->workspace == NULL && (wishes->from == NULL || wishes->to == NULL))
    return _("give two models: --from A.json --to B.json");
  if (inputs->model != NULL)
    return _("--model has no meaning here: give --from and --to");
  if (inputs->output != NULL &&
      ((wishes->from != NULL && is_file (wishes->from, inputs->output)) ||
       (wishes->to != NULL && is_file (wishes->to, inputs->output))))
    return _("-o names a file that is read; write to another one");

  return NULL;
}

BwExit
bw_command_compare (int    argc,
                    char **argv)
{
  const char *fault;
  g_auto(BwInputs) inputs = { 0 };
  g_auto(Wishes) wishes = { 0 };
  g_autoptr(GError) error = NULL;
  const GOptionEntry own[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &wishes.from, N_("The model that is compared with"), "A.json" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &wishes.to, N_("The model that is compared"), "B.json" },
    { "segment", 0, 0, G_OPTION_ARG_STRING, &wishes.segment, N_("Customers of this segment only"), "SEGMENT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wishes.json, N_("Write JSON with all digits"), NULL },
    { "hide-names", 0, 0, G_OPTION_ARG_NONE, &inputs.hides_names, N_("Number the customers instead of naming them"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "--from A.json --to B.json FILE… [-o movers.csv]", own))
    return BW_EXIT_USAGE;
  if ((fault = find_fault (&inputs, &wishes)) != NULL)
    return bw_wrong_usage ("compare", fault);

  if (!gather (&inputs, &wishes, &error) || !compare (&inputs, &wishes, &error))
    return bw_fail (error);

  return BW_EXIT_DONE;
}
