/* The command “check”: every problem of the files, one a line, as FILE:LINE:COLUMN: what. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/json-parts.h"
#include "cli/output.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define MOST_ON_SCREEN 100 /* lines of one kind; whoever wants all writes them to a file */

BwExit bw_command_check (int    argc,
                         char **argv);

static const char *const severity_ids[] = {
  [BW_SEVERITY_NOTE] = "note",
  [BW_SEVERITY_CELL] = "cell",
  [BW_SEVERITY_ROW] = "row",
};

static void
build_problem (JsonBuilder     *json,
               const BwProblem *problem)
{
  json_builder_begin_object (json);
  bw_json_set_text (json, "severity", severity_ids[problem->severity]);
  bw_json_set_text (json, "kind", bw_problem_kind_get_id (problem->kind));
  bw_json_set_text (json, "file", problem->file);
  bw_json_set_number (json, "line", problem->line);
  bw_json_set_number (json, "column", problem->column);
  bw_json_set_text (json, "header", problem->header);
  bw_json_set_text (json, "text", problem->text);
  bw_json_set_text (json, "what", problem->what);
  json_builder_end_object (json);
}

static char *
report_as_json (const BwReport *report)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (json);
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    build_problem (json, bw_report_get_problem (report, i));
  json_builder_end_array (json);

  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}

/* Says of each kind how many there are more than @most. */
static void
append_rest (GString     *out,
             const gsize *counts,
             gsize        most)
{
  for (guint kind = 0; kind < BW_N_PROBLEM_KINDS; kind++)
    {
      if (counts[kind] <= most)
        continue;
      /* TRANSLATORS: a kind of problem, and how many lines of it are left out */
      g_string_append_printf (out, ngettext ("%s: and %zu more; “-o FILE” writes all of them to a file",
                                             "%s: and %zu more; “-o FILE” writes all of them to a file",
                                             counts[kind] - most),
                              bw_problem_kind_get_title (kind), counts[kind] - most);
      g_string_append_c (out, '\n');
    }
}

/* @most: of one kind */
static char *
report_as_lines (const BwReport *report,
                 gsize           most)
{
  GString *out = g_string_new (NULL);
  gsize counts[BW_N_PROBLEM_KINDS] = { 0 };

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);
      g_autofree char *line = NULL;

      if (++counts[problem->kind] > most)
        continue;
      line = bw_problem_to_line (problem);
      g_string_append_printf (out, "%s\n", line);
    }
  append_rest (out, counts, most);

  return g_string_free (out, FALSE);
}

/* Only what a person reads on a screen has an end: a file or another program gets all. */
static gsize
get_most (const BwInputs *inputs)
{
  return inputs->output == NULL && isatty (STDOUT_FILENO) ? MOST_ON_SCREEN : G_MAXSIZE;
}

static gboolean
write_report (const BwInputs *inputs,
              gboolean        as_json,
              const BwReport *report,
              GError        **error)
{
  g_autofree char *text = as_json ? report_as_json (report) :
                          report_as_lines (report, get_most (inputs));

  return bw_output_write_text (inputs->output, text, -1, error);
}

/* What is wrong with files that cannot be put together, and then why they cannot. */
static BwExit
check_apart (const BwInputs *inputs,
             gboolean        as_json,
             const GError   *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwReport) report = bw_inputs_read_apart (inputs, why->message);

  if (!write_report (inputs, as_json, report, &error))
    return bw_fail (error);

  return bw_fail (why);
}

BwExit
bw_command_check (int    argc,
                  char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(GError) error = NULL;
  BwReport *report;
  gboolean as_json = FALSE;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE…", own))
    return BW_EXIT_USAGE;

  if ((intake = bw_inputs_read (&inputs, &error)) == NULL)
    return check_apart (&inputs, as_json, error);

  report = bw_intake_get_report (intake);
  if (!write_report (&inputs, as_json, report, &error))
    return bw_fail (error);

  if (bw_report_count (report, BW_SEVERITY_CELL) + bw_report_count (report, BW_SEVERITY_ROW) > 0)
    return BW_EXIT_INPUT;

  if (!as_json && bw_report_get_n_problems (report) == 0)
    g_printerr ("%s\n", _("No problems found."));

  return BW_EXIT_DONE;
}
