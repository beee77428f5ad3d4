/* The command “table”: one export as it is understood, as CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/output.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_table (int    argc,
                         char **argv);

#define BLOCK 65536 /* bytes that are gathered before they are written */

typedef struct
{
  GOutputStream *stream;
  GString       *out;
  GError        *error;
} Writer;

static gboolean
flush (Writer *writer,
       gsize   least)
{
  if (writer->out->len < least)
    return TRUE;

  if (!g_output_stream_write_all (writer->stream, writer->out->str, writer->out->len, NULL, NULL,
                                  &writer->error))
    return FALSE;

  g_string_truncate (writer->out, 0);

  return TRUE;
}

static gboolean
write_record (const char *const *fields,
              const gsize       *lengths,
              guint              n_fields,
              gsize              line,
              gpointer           user_data)
{
  Writer *writer = user_data;

  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, ',');
      bw_csv_append_text (writer->out, fields[i]);
    }
  g_string_append_c (writer->out, '\n');

  return flush (writer, BLOCK);
}

static gboolean
write_raw (GFile           *file,
           const BwReading *reading,
           Writer          *writer,
           GError         **error)
{
  if (!bw_source_read_raw (file, reading, write_record, writer, NULL, error))
    return FALSE;

  if (writer->error == NULL && flush (writer, 0))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&writer->error));

  return FALSE;
}

static void
append_row (GString       *out,
            const BwTable *table,
            gsize          row)
{
  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      bw_csv_append_cell (out, bw_table_get_column (table, i), row, FALSE);
    }
  g_string_append_c (out, '\n');
}

static gboolean
write_typed (const BwTable *table,
             Writer        *writer,
             GError       **error)
{
  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, ',');
      bw_csv_append_text (writer->out, bw_column_get_name (bw_table_get_column (table, i)));
    }
  g_string_append_c (writer->out, '\n');

  for (gsize row = 0; row < bw_table_get_n_rows (table); row++)
    {
      append_row (writer->out, table, row);
      if (!flush (writer, BLOCK))
        break;
    }

  if (writer->error == NULL && flush (writer, 0))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&writer->error));

  return FALSE;
}

static gboolean
write_table (const BwInputs *inputs,
             gboolean        typed,
             Writer         *writer,
             GError        **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (inputs->files[0]);
  g_autoptr(BwMapping) mapping = NULL;
  g_autoptr(BwSource) source = NULL;
  const BwReading *reading;

  if (inputs->mapping != NULL && (mapping = bw_inputs_load_mapping (inputs, error)) == NULL)
    return FALSE;

  reading = bw_inputs_find_reading (inputs, mapping, file);
  if (!typed)
    return write_raw (file, reading, writer, error);

  source = bw_source_read (file, reading, NULL, NULL, NULL, error);

  return source != NULL && write_typed (bw_source_get_table (source), writer, error);
}

BwExit
bw_command_table (int    argc,
                  char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_sized_new (2 * BLOCK);
  Writer writer = { .out = out };
  gboolean raw = FALSE, typed = FALSE, done;
  const GOptionEntry own[] = {
    { "raw", 0, 0, G_OPTION_ARG_NONE, &raw, N_("Every record with its text unchanged (the default)"), NULL },
    { "typed", 0, 0, G_OPTION_ARG_NONE, &typed, N_("Header and values as typed"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE", own))
    return BW_EXIT_USAGE;
  if (raw && typed)
    return bw_wrong_usage ("table", _("--raw and --typed exclude each other"));
  if (inputs.files[1] != NULL)
    return bw_wrong_usage ("table", _("one file at a time"));

  if ((writer.stream = bw_output_open (inputs.output, &error)) == NULL)
    return bw_fail (error);

  done = write_table (&inputs, typed, &writer, &error);
  if (!bw_output_close (writer.stream, done, done ? &error : NULL))
    return bw_fail (error);

  return BW_EXIT_DONE;
}
