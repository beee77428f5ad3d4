/* The command “chart”: a chart of the customers as a picture. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/picture.h"
#include "cli/chart-find.h"
#include "cli/chart-versions.h"
#include "cli/inputs.h"
#include "cli/judging.h"
#include "cli/output.h"
#include "outcome/validation.h"
#include "score/history.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

BwExit bw_command_chart (int    argc,
                         char **argv);

/* What the options of this command say; all optional. */
typedef struct
{
  char    *baseline;
  char    *segment;
  char    *customer;
  char    *metric;
  char    *since;
  char    *scores_as;
  char    *size;
  char    *theme;
  char    *title;
  char    *subtitle;
  char    *footer;
  gboolean transparent;
  gboolean as_scored_then;
  BwJudgingWishes judging;
} Wishes;

/* What the chart is drawn from; owned here, lent to the view. */
typedef struct
{
  BwPanel   *read;
  BwPanel   *panel;
  BwModel   *model;
  BwResults *results;
  BwResults *baseline;
  BwResults *before;
  BwHistory *history;
  BwChartVersions versions;
  BwValidation *validation;
} Material;

static void
wishes_clear (Wishes *wishes)
{
  g_free (wishes->baseline);
  g_free (wishes->segment);
  g_free (wishes->customer);
  g_free (wishes->metric);
  g_free (wishes->since);
  g_free (wishes->scores_as);
  g_free (wishes->size);
  g_free (wishes->theme);
  g_free (wishes->title);
  g_free (wishes->subtitle);
  g_free (wishes->footer);
  bw_judging_wishes_clear (&wishes->judging);
}

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->read, bw_panel_unref);
  g_clear_pointer (&material->panel, bw_panel_unref);
  g_clear_pointer (&material->model, bw_model_unref);
  g_clear_pointer (&material->results, bw_results_unref);
  g_clear_pointer (&material->baseline, bw_results_unref);
  g_clear_pointer (&material->before, bw_results_unref);
  g_clear_pointer (&material->history, bw_history_unref);
  bw_chart_versions_clear (&material->versions);
  g_clear_pointer (&material->validation, bw_validation_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

static BwResults *
score_snapshot (BwModel *model,
                BwPanel *panel,
                guint    snapshot)
{
  g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, snapshot, NULL, NULL);

  return bw_results_new (prepared, model);
}

/* Panel and model, and how well its scores told who left. */
static gboolean
gather_judged (BwInputs     *inputs,
               const Wishes *wishes,
               Material     *material,
               GError      **error)
{
  g_auto(BwJudged) judged = { 0 };
  g_autoptr(BwResults) results = NULL;

  if (!bw_judging_judge (&wishes->judging, inputs, &judged, error))
    return FALSE;

  results = bw_results_new (judged.prepared, judged.model);
  material->validation = bw_validation_new (judged.cohort, results, NULL);
  material->read = bw_panel_ref (judged.panel);
  material->panel = g_steal_pointer (&judged.panel);
  material->model = g_steal_pointer (&judged.model);

  return TRUE;
}

static gboolean
gather_scored (BwInputs *inputs,
               Material *material,
               GError  **error)
{
  if ((material->read = bw_inputs_read_panel (inputs, error)) == NULL)
    return FALSE;

  material->panel = bw_inputs_hide_names (inputs, material->read);
  material->model = bw_inputs_load_model (inputs, material->panel, error);

  return material->model != NULL;
}

static gboolean
gather (BwInputs      *inputs,
        const BwChart *chart,
        const Wishes  *wishes,
        Material      *material,
        GError       **error)
{
  BwPanel *panel;
  guint newest, before;

  if (chart->needs_outcome ? !gather_judged (inputs, wishes, material, error)
                           : !gather_scored (inputs, material, error))
    return FALSE;

  panel = material->panel;

  newest = bw_panel_get_n_snapshots (panel) - 1;
  if (wishes->baseline != NULL)
    {
      g_autoptr(BwModel) model = bw_load_model_for (wishes->baseline, panel, error);

      if (model == NULL)
        return FALSE;
      material->baseline = score_snapshot (model, panel, newest);
    }

  material->results = score_snapshot (material->model, panel, newest);
  if (!bw_chart_find_since (panel, material->model, wishes->since, &before, error))
    return FALSE;
  if (before != BW_NONE)
    material->before = score_snapshot (material->model, panel, before);
  if (!bw_chart_versions_read (&material->versions, inputs, panel, error))
    return FALSE;
  material->history = wishes->as_scored_then
    ? bw_chart_versions_score (&material->versions, inputs, material->model, panel, error)
    : bw_history_new (material->model, panel, NULL);

  return material->history != NULL && bw_inputs_check_whole (inputs, error);
}

static gboolean
parse_size (const char *text,
            guint      *width,
            guint      *height,
            GError    **error)
{
  int end = 0;

  *width = 1920;
  *height = 1080;
  if (text == NULL)
    return TRUE;

  if (sscanf (text, "%5ux%5u%n", width, height, &end) == 2 && text[end] == '\0' &&
      *width >= 200 && *height >= 150 && *width <= 16384 && *height <= 16384)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is no size; write it as 1920x1080, from 200x150 to 16384x16384"), text);

  return FALSE;
}

/* The format that the file's name asks for, or NULL. */
static const char *
format_of (const char *path)
{
  const char *ending = path != NULL ? strrchr (path, '.') : NULL;
  gsize n_formats;
  const BwPictureFormat *formats = bw_picture_formats (&n_formats);

  for (gsize i = 0; ending != NULL && i < n_formats; i++)
    {
      if (g_ascii_strcasecmp (ending + 1, formats[i].id) == 0)
        return formats[i].id;
    }

  return NULL;
}

/* What the footer calls the model. */
static char *
name_model (const BwInputs *inputs,
            const BwModel  *model)
{
  if (inputs->model != NULL)
    return g_path_get_basename (inputs->model);

  return g_strdup (inputs->workspace != NULL ? bw_model_get_name (model) : _("proposed model"));
}

static gboolean
draw (const BwChart  *chart,
      const BwInputs *inputs,
      const Wishes   *wishes,
      const Material *material,
      GError        **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (inputs->output);
  g_autofree char *baseline = wishes->baseline == NULL ? NULL : g_path_get_basename (wishes->baseline);
  g_autofree char *name = name_model (inputs, material->model);
  BwPicture picture = {
    .chart = chart,
    .palette = bw_palette_find (wishes->theme != NULL ? wishes->theme : "light"),
    .transparent = wishes->transparent,
    .title = wishes->title,
    .subtitle = wishes->subtitle,
    .footer = wishes->footer,
  };
  BwView view = {
    .results = material->results,
    .baseline = material->baseline,
    .before = material->before,
    .history = material->history,
    .baseline_name = baseline,
    .name = name,
    .metric = BW_NONE,
    .marks = material->versions.marks,
    .then = wishes->as_scored_then,
    .then_first = wishes->as_scored_then
      ? g_ptr_array_index (material->versions.marks, material->versions.first) : NULL,
    .validation = material->validation,
  };

  if (picture.palette == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("there is no theme “%s”; the themes are light, dark and print"), wishes->theme);
      return FALSE;
    }

  return parse_size (wishes->size, &picture.width, &picture.height, error) &&
         bw_chart_find_segment (material->model, wishes->segment, &view.segment, error) &&
         bw_chart_find_customer (material->read, wishes->customer, &view.customer, error) &&
         bw_chart_find_metric (material->model, wishes->metric, &view.metric, error) &&
         bw_chart_find_shown (wishes->scores_as, &view.shown_as, error) &&
         bw_output_blame (inputs->output, bw_picture_save (&picture, &view, file, format_of (inputs->output), error),
                          error);
}

static char *
list_kinds (void)
{
  GString *kinds = g_string_new (NULL);
  gsize n_charts;
  const BwChart *const *charts = bw_charts (&n_charts);

  for (gsize i = 0; i < n_charts; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", charts[i]->id);

  return g_string_free (kinds, FALSE);
}

/* The first argument is the kind; it is taken out, so that files remain. */
static const BwChart *
take_kind (BwInputs *inputs)
{
  const BwChart *chart = bw_chart_find (inputs->files[0]);
  g_autofree char *kinds = NULL;
  g_autofree char *what = NULL;

  if (chart != NULL)
    {
      char **rest = g_strdupv (inputs->files + 1);

      g_strfreev (inputs->files);
      inputs->files = rest;

      return chart;
    }

  kinds = list_kinds ();
  what = g_strdup_printf (_("there is no chart “%s”; the kinds are %s"), inputs->files[0], kinds);
  bw_wrong_usage ("chart", what);

  return NULL;
}

static gboolean
usable (const BwInputs *inputs,
        const BwChart  *chart,
        const Wishes   *wishes)
{
  const char *what = NULL;

  if (inputs->files[0] == NULL)
    what = _("no file is given");
  else if (format_of (inputs->output) == NULL)
    what = _("give -o with a name that ends in .png, .svg or .pdf");
  else if (chart->needs_customer && wishes->customer == NULL)
    what = _("this chart shows one customer: give --customer KEY");
  else if (chart->needs_metric && wishes->metric == NULL)
    what = _("this chart shows one metric: give --metric ID");
  else if (chart->needs_outcome)
    what = bw_judging_find_fault (&wishes->judging, inputs);

  if (what != NULL)
    bw_wrong_usage ("chart", what);

  return what == NULL;
}

/* Whether what only a workspace has is not asked of exports. */
static gboolean
fits_workspace (const BwInputs *inputs,
                const Wishes   *wishes)
{
  if (!wishes->as_scored_then || inputs->workspace != NULL)
    return TRUE;
  bw_wrong_usage ("chart", _("--as-scored-then needs a workspace with versions"));

  return FALSE;
}

/* Whether the kind of chart, which comes first of all that are named, needs an outcome. */
static gboolean
asks_outcome (int    argc,
              char **argv)
{
  const BwChart *chart = NULL;

  for (int i = 1; i < argc && chart == NULL; i++)
    chart = bw_chart_find (argv[i]);

  return chart != NULL && chart->needs_outcome;
}

BwExit
bw_command_chart (int    argc,
                  char **argv)
{
  g_auto(BwInputs) inputs = { .judges = asks_outcome (argc, argv) };
  g_auto(Wishes) wishes = { .judging.lead = -1 };
  g_auto(Material) material = { 0 };
  g_autoptr(GError) error = NULL;
  const BwChart *chart;
  GOptionEntry own[BW_N_JUDGING_ENTRIES + 15] = {
    [BW_N_JUDGING_ENTRIES] = { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &wishes.baseline, N_("A model to compare with"), "M.json" },
    { "segment", 0, 0, G_OPTION_ARG_STRING, &wishes.segment, N_("Customers of this segment only"), "SEGMENT" },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &wishes.customer, N_("The customer that is shown"), "KEY" },
    { "metric", 0, 0, G_OPTION_ARG_STRING, &wishes.metric, N_("The metric that is shown, by its id or its name"), "ID" },
    { "since", 0, 0, G_OPTION_ARG_STRING, &wishes.since, N_("The earlier snapshot that a change is told since"), "DATE" },
    { "scores-as", 0, 0, G_OPTION_ARG_STRING, &wishes.scores_as, N_("number, percent, letter, band, rank or percentile"), "FORM" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &wishes.size, N_("Width and height (1920x1080)"), "WxH" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &wishes.theme, N_("light, dark or print"), "THEME" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &wishes.title, N_("In place of the chart’s own title"), "TEXT" },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &wishes.subtitle, N_("In place of the chart’s own subtitle"), "TEXT" },
    { "footer", 0, 0, G_OPTION_ARG_STRING, &wishes.footer, N_("In place of the chart’s own footer"), "TEXT" },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &wishes.transparent, N_("No ground behind the chart"), NULL },
    { "as-scored-then", 0, 0, G_OPTION_ARG_NONE, &wishes.as_scored_then, N_("Each snapshot under the version that stood then"), NULL },
    { "hide-names", 0, 0, G_OPTION_ARG_NONE, &inputs.hides_names, N_("Number the customers instead of naming them"), NULL },
    G_OPTION_ENTRY_NULL
  };

  bw_judging_fill_entries (&wishes.judging, own);
  if (!bw_inputs_parse (&inputs, argc, argv, "KIND FILE… -o out.png|svg|pdf", own) ||
      (chart = take_kind (&inputs)) == NULL || !usable (&inputs, chart, &wishes) ||
      !bw_inputs_take_workspace (&inputs) || !fits_workspace (&inputs, &wishes))
    return BW_EXIT_USAGE;

  if (!gather (&inputs, chart, &wishes, &material, &error) ||
      !draw (chart, &inputs, &wishes, &material, &error))
    return bw_fail (error);

  bw_inputs_say_model (&inputs, material.model);

  return BW_EXIT_DONE;
}
