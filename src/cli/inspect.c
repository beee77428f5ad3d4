/* The command “inspect”: what would be read of each file, and how the files hang together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/inspect-json.h"
#include "cli/output.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_inspect (int    argc,
                           char **argv);

static void
append_column (GString              *out,
               const BwColumn       *column,
               const BwColumnFacts  *facts,
               const BwMappedColumn *as)
{
  g_string_append_printf (out, "  %-28s %-10s %-10s ", bw_column_get_name (column),
                          bw_column_type_get_id (bw_column_get_type (column)),
                          bw_role_get_id (as != NULL ? as->role : BW_ROLE_IGNORE));
  /* TRANSLATORS: missing cells and distinct values of a column */
  g_string_append_printf (out, _("%zu missing, %zu distinct\n"), facts->n_missing, facts->n_distinct);
  if (as != NULL && as->remark != NULL)
    g_string_append_printf (out, "    %s\n", as->remark);
}

/* What could be read otherwise than it was. */
static void
append_notes (GString        *out,
              const BwReport *report)
{
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      if (problem->kind == BW_PROBLEM_TWO_READINGS || problem->kind == BW_PROBLEM_ENCODING)
        {
          g_autofree char *line = bw_problem_to_line (problem);

          g_string_append_printf (out, "  %s\n", line);
        }
    }
}

static void
append_source (GString              *out,
               const BwSource       *source,
               const BwMappedSource *mapped)
{
  const BwReading *reading = bw_source_get_reading (source);
  BwTable *table = bw_source_get_table (source);
  g_autofree char *delimiter = bw_inspect_name_of (reading->delimiter);
  g_autofree char *quote = bw_inspect_name_of (reading->quote);

  g_string_append_printf (out, "%s\n", bw_source_get_file_name (source));
  g_string_append_printf (out, _("  %zu rows · %s · delimiter %s · quote %s · shape: %s\n"),
                          bw_table_get_n_rows (table), reading->encoding, delimiter, quote,
                          bw_shape_get_title (mapped->shape));

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      const BwColumn *column = bw_table_get_column (table, i);

      append_column (out, column, bw_source_get_facts (source, i),
                     bw_inspect_find (mapped, bw_column_get_name (column), i));
    }
  append_notes (out, bw_source_get_report (source));
}

static char *
as_text (const BwIntake *intake)
{
  GString *out = g_string_new (NULL);
  const BwPanel *panel = bw_intake_get_panel (intake);
  const guint n_customers = bw_panel_get_n_customers (panel);
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  const guint n_columns = bw_panel_get_n_columns (panel);
  g_autofree char *customers = NULL;
  g_autofree char *snapshots = NULL;
  g_autofree char *columns = NULL;

  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    append_source (out, bw_intake_get_source (intake, i), bw_inspect_mapped (intake, i));

  customers = g_strdup_printf (ngettext ("%u customer", "%u customers", n_customers), n_customers);
  snapshots = g_strdup_printf (ngettext ("%u snapshot", "%u snapshots", n_snapshots), n_snapshots);
  columns = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns), n_columns);
  /* TRANSLATORS: what the files amount to together: customers, snapshots, columns */
  g_string_append_printf (out, _("Together: %s, %s, %s\n"), customers, snapshots, columns);

  return g_string_free (out, FALSE);
}

BwExit
bw_command_inspect (int    argc,
                    char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *mapping = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE… [-o mapping.json]", own))
    return BW_EXIT_USAGE;

  if ((intake = bw_inputs_read (&inputs, &error)) == NULL)
    return bw_fail (error);

  told = as_json ? bw_inspect_as_json (intake) : as_text (intake);
  if (!bw_output_write_text (NULL, told, -1, &error))
    return bw_fail (error);

  if (inputs.output == NULL)
    return BW_EXIT_DONE;

  mapping = bw_mapping_to_json (bw_intake_get_mapping (intake));
  if (!bw_output_write_text (inputs.output, mapping, -1, &error))
    return bw_fail (error);

  return BW_EXIT_DONE;
}
