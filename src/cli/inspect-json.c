/* What was understood of each file, as JSON for other programs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inspect-json.h"

#include "cli/json-parts.h"

/**
 * bw_inspect_find:
 * @guess: where it most likely is
 *
 * Returns: (nullable): how the column of that header is mapped
 */
const BwMappedColumn *
bw_inspect_find (const BwMappedSource *mapped,
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

/**
 * bw_inspect_name_of:
 * @character: a delimiter or a quote
 *
 * Returns: (transfer full): what it is called in files
 */
char *
bw_inspect_name_of (char character)
{
  if (character == '\t')
    return g_strdup ("tab");
  if (character == BW_QUOTE_NONE || character == BW_CHOOSE)
    return g_strdup ("none");

  return g_strndup (&character, 1);
}

/**
 * bw_inspect_mapped:
 *
 * Returns: the part of the mapping that a file fell under; each file has one
 */
const BwMappedSource *
bw_inspect_mapped (const BwIntake *intake,
                   guint           file)
{
  const guint mapped = bw_intake_get_mapped (intake, file);

  return bw_mapping_get_source (bw_intake_get_mapping (intake), mapped == BW_NONE ? 0 : mapped);
}

/* A column that can be read in two ways, or could but for a few rows. */
static void
build_readings (JsonBuilder         *json,
                const BwColumnFacts *facts)
{
  json_builder_set_member_name (json, "readings");
  json_builder_begin_object (json);
  bw_json_set_text (json, "open", facts->open == BW_OPEN_DECIMAL ? "decimal" : "date-order");
  bw_json_set_number (json, "telling", facts->n_telling);
  bw_json_set_number (json, "line", facts->example_line);
  bw_json_set_text (json, "text", facts->example);
  bw_json_set_text (json, "read", facts->as_read);
  bw_json_set_text (json, "other", facts->as_other);
  json_builder_end_object (json);
}

static void
build_column (JsonBuilder          *json,
              const BwSource       *source,
              const BwMappedSource *mapped,
              guint                 index)
{
  const BwColumn *column = bw_table_get_column (bw_source_get_table (source), index);
  const BwColumnFacts *facts = bw_source_get_facts (source, index);
  const BwMappedColumn *as = bw_inspect_find (mapped, bw_column_get_name (column), index);

  json_builder_begin_object (json);
  bw_json_set_text (json, "name", bw_column_get_name (column));
  bw_json_set_text (json, "type", bw_column_type_get_id (bw_column_get_type (column)));
  bw_json_set_text (json, "currency", bw_column_get_currency (column));
  bw_json_set_text (json, "role", bw_role_get_id (as != NULL ? as->role : BW_ROLE_IGNORE));
  bw_json_set_text (json, "reason", as != NULL ? as->reason : NULL);
  bw_json_set_text (json, "remark", as != NULL ? as->remark : NULL);
  bw_json_set_number (json, "missing", facts->n_missing);
  bw_json_set_number (json, "distinct", facts->n_distinct);
  bw_json_set_number (json, "misfits", facts->n_misfits);
  if (facts->open != BW_OPEN_NOTHING)
    build_readings (json, facts);
  json_builder_end_object (json);
}

static void
build_source (JsonBuilder          *json,
              const BwSource       *source,
              const BwMappedSource *mapped)
{
  const BwReading *reading = bw_source_get_reading (source);
  g_autofree char *delimiter = bw_inspect_name_of (reading->delimiter);
  g_autofree char *quote = bw_inspect_name_of (reading->quote);

  json_builder_begin_object (json);
  bw_json_set_text (json, "file", bw_source_get_file_name (source));
  bw_json_set_text (json, "sheet", reading->sheet);
  bw_json_set_text (json, "encoding", reading->encoding);
  bw_json_set_text (json, "delimiter", delimiter);
  bw_json_set_text (json, "quote", quote);
  json_builder_set_member_name (json, "header");
  if (reading->header == BW_HEADER_NONE)
    json_builder_add_null_value (json);
  else
    json_builder_add_int_value (json, reading->header);
  bw_json_set_number (json, "header_rows", reading->header_rows);
  bw_json_set_number (json, "first_row", reading->first_row);
  bw_json_set_number (json, "rows", bw_table_get_n_rows (bw_source_get_table (source)));
  bw_json_set_text (json, "shape", bw_shape_get_id (mapped->shape));
  bw_json_set_number (json, "problems", bw_report_get_n_problems (bw_source_get_report (source)));
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < bw_table_get_n_columns (bw_source_get_table (source)); i++)
    build_column (json, source, mapped, i);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/**
 * bw_inspect_as_json:
 *
 * Returns: (transfer full): what was understood of each file, and what the files come to
 */
char *
bw_inspect_as_json (const BwIntake *intake)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "files");
  json_builder_begin_array (json);
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    build_source (json, bw_intake_get_source (intake, i), bw_inspect_mapped (intake, i));
  json_builder_end_array (json);
  bw_json_set_number (json, "customers", bw_panel_get_n_customers (bw_intake_get_panel (intake)));
  bw_json_set_number (json, "snapshots", bw_panel_get_n_snapshots (bw_intake_get_panel (intake)));
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}
