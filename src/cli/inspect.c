/* The command “inspect”: what would be read of each file, and how the files hang together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/output.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

BwExit bw_command_inspect (int    argc,
                           char **argv);

/* @guess: where it most likely is */
static const BwMappedColumn *
find_mapped (const BwMappedSource *mapped,
             const char           *header,
             guint                 guess)
{
  if (guess < mapped->n_columns && g_str_equal (mapped->columns[guess].header, header))
    return &mapped->columns[guess];

  for (guint i = 0; i < mapped->n_columns; i++)
    {
      if (g_str_equal (mapped->columns[i].header, header))
        return &mapped->columns[i];
    }

  return NULL;
}

static char *
name_of_char (char character)
{
  if (character == '\t')
    return g_strdup ("tab");
  if (character == BW_QUOTE_NONE || character == BW_CHOOSE)
    return g_strdup ("none");

  return g_strndup (&character, 1);
}

static void
set_number (JsonBuilder *json,
            const char  *member,
            gint64       number)
{
  json_builder_set_member_name (json, member);
  json_builder_add_int_value (json, number);
}

/* Nothing where there is no @text. */
static void
set_text (JsonBuilder *json,
          const char  *member,
          const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

static void
build_column (JsonBuilder          *json,
              const BwSource       *source,
              const BwMappedSource *mapped,
              guint                 index)
{
  const BwColumn *column = bw_table_get_column (bw_source_get_table (source), index);
  const BwColumnFacts *facts = bw_source_get_facts (source, index);
  const BwMappedColumn *as = find_mapped (mapped, bw_column_get_name (column), index);

  json_builder_begin_object (json);
  set_text (json, "name", bw_column_get_name (column));
  set_text (json, "type", bw_column_type_get_id (bw_column_get_type (column)));
  set_text (json, "currency", bw_column_get_currency (column));
  set_text (json, "role", bw_role_get_id (as != NULL ? as->role : BW_ROLE_IGNORE));
  set_text (json, "reason", as != NULL ? as->reason : NULL);
  set_text (json, "remark", as != NULL ? as->remark : NULL);
  set_number (json, "missing", facts->n_missing);
  set_number (json, "distinct", facts->n_distinct);
  set_number (json, "misfits", facts->n_misfits);
  if (facts->ambiguous)
    {
      json_builder_set_member_name (json, "ambiguous");
      json_builder_add_boolean_value (json, TRUE);
    }
  json_builder_end_object (json);
}

static void
build_source (JsonBuilder          *json,
              const BwSource       *source,
              const BwMappedSource *mapped)
{
  const BwReading *reading = bw_source_get_reading (source);
  g_autofree char *delimiter = name_of_char (reading->delimiter);
  g_autofree char *quote = name_of_char (reading->quote);

  json_builder_begin_object (json);
  set_text (json, "file", bw_source_get_file_name (source));
  set_text (json, "sheet", reading->sheet);
  set_text (json, "encoding", reading->encoding);
  set_text (json, "delimiter", delimiter);
  set_text (json, "quote", quote);
  json_builder_set_member_name (json, "header");
  if (reading->header == BW_HEADER_NONE)
    json_builder_add_null_value (json);
  else
    json_builder_add_int_value (json, reading->header);
  set_number (json, "header_rows", reading->header_rows);
  set_number (json, "first_row", reading->first_row);
  set_number (json, "rows", bw_table_get_n_rows (bw_source_get_table (source)));
  set_text (json, "shape", bw_shape_get_id (mapped->shape));
  set_number (json, "problems", bw_report_get_n_problems (bw_source_get_report (source)));
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < bw_table_get_n_columns (bw_source_get_table (source)); i++)
    build_column (json, source, mapped, i);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* The part of the mapping that a file fell under; each file has one. */
static const BwMappedSource *
mapped_of (const BwIntake *intake,
           guint           file)
{
  const guint mapped = bw_intake_get_mapped (intake, file);

  return bw_mapping_get_source (bw_intake_get_mapping (intake), mapped == BW_NONE ? 0 : mapped);
}

static gboolean
write_json (const BwIntake *intake,
            GError        **error)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "files");
  json_builder_begin_array (json);
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    build_source (json, bw_intake_get_source (intake, i), mapped_of (intake, i));
  json_builder_end_array (json);
  set_number (json, "customers", bw_panel_get_n_customers (bw_intake_get_panel (intake)));
  set_number (json, "snapshots", bw_panel_get_n_snapshots (bw_intake_get_panel (intake)));
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);
  line = g_strconcat (text, "\n", NULL);

  return bw_output_write_text (NULL, line, -1, error);
}

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
  g_autofree char *delimiter = name_of_char (reading->delimiter);
  g_autofree char *quote = name_of_char (reading->quote);

  g_string_append_printf (out, "%s\n", bw_source_get_file_name (source));
  g_string_append_printf (out, _("  %zu rows · %s · delimiter %s · quote %s · shape: %s\n"),
                          bw_table_get_n_rows (table), reading->encoding, delimiter, quote,
                          bw_shape_get_title (mapped->shape));

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      const BwColumn *column = bw_table_get_column (table, i);

      append_column (out, column, bw_source_get_facts (source, i),
                     find_mapped (mapped, bw_column_get_name (column), i));
    }
  append_notes (out, bw_source_get_report (source));
}

static gboolean
write_text (const BwIntake *intake,
            GError        **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const BwPanel *panel = bw_intake_get_panel (intake);

  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    append_source (out, bw_intake_get_source (intake, i), mapped_of (intake, i));

  /* TRANSLATORS: what the files amount to together */
  g_string_append_printf (out, _("Together: %u customers, %u snapshots, %u columns\n"),
                          bw_panel_get_n_customers (panel), bw_panel_get_n_snapshots (panel),
                          bw_panel_get_n_columns (panel));

  return bw_output_write_text (NULL, out->str, out->len, error);
}

BwExit
bw_command_inspect (int    argc,
                    char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(GError) error = NULL;
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

  if (!(as_json ? write_json (intake, &error) : write_text (intake, &error)))
    return bw_fail (error);

  if (inputs.output == NULL)
    return BW_EXIT_DONE;

  mapping = bw_mapping_to_json (bw_intake_get_mapping (intake));
  if (!bw_output_write_text (inputs.output, mapping, -1, &error))
    return bw_fail (error);

  return BW_EXIT_DONE;
}
