/* The command “workspace export”: all of a workspace as files that other programs read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/workspace.h"

#include "cli/output.h"
#include "cli/panel-csv.h"
#include "score/export.h"
#include "store/kept-imports.h"
#include "store/kept-notes.h"
#include "store/shelf.h"
#include "table/csv.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What is written, and from what. */
typedef struct
{
  BwInputs   *inputs;
  BwStore    *store;
  BwPanel    *panel;
  BwModel    *model;
  const char *folder;
} Job;

static gboolean
write_text (const Job  *job,
            const char *name,
            const char *text,
            GError    **error)
{
  g_autofree char *path = g_build_filename (job->folder, name, NULL);

  return bw_output_write_text (path, text, -1, error);
}

static gboolean
write_table (const Job   *job,
             const char  *name,
             gboolean  ( *write ) (const Job     *job,
                                   GOutputStream *stream,
                                   GError       **error),
             GError     **error)
{
  g_autofree char *path = g_build_filename (job->folder, name, NULL);
  GOutputStream *stream = bw_output_open (path, error);

  return stream != NULL &&
         bw_output_close (stream, write (job, stream, error) && bw_inputs_check_whole (job->inputs, error), error);
}

static gboolean
write_panel (const Job     *job,
             GOutputStream *stream,
             GError       **error)
{
  return bw_write_panel (job->panel, FALSE, stream, error);
}

static gboolean
write_scores (const Job     *job,
              GOutputStream *stream,
              GError       **error)
{
  const guint newest = bw_panel_get_n_snapshots (job->panel) - 1;
  g_autoptr(BwPrepared) prepared = bw_prepared_new (job->model, job->panel, newest, NULL, NULL);
  g_autoptr(BwResults) results = bw_results_new (prepared, job->model);
  g_autoptr(GString) header = g_string_new (NULL);

  bw_scores_append_header (header, job->model, FALSE);

  return g_output_stream_write_all (stream, header->str, header->len, NULL, NULL, error) &&
         bw_scores_write (results, FALSE, stream, NULL, error);
}

static gboolean
write_notes (const Job     *job,
             GOutputStream *stream,
             GError       **error)
{
  g_autoptr(GPtrArray) notes = bw_store_list_notes (job->store, error);
  g_autoptr(GString) out = g_string_new ("customer,written,author,note\n");

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      const BwKeptNote *note = notes->pdata[i];
      g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (note->at / G_USEC_PER_SEC);
      g_autofree char *at = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");

      bw_csv_append_guarded (out, note->customer);
      g_string_append_printf (out, ",%s,", at);
      bw_csv_append_guarded (out, note->author);
      g_string_append_c (out, ',');
      bw_csv_append_guarded (out, note->text);
      g_string_append_c (out, '\n');
    }

  return g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error);
}

static gboolean
make_folder (const char *path,
             GError    **error)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));

  return FALSE;
}

/* One imported file; files of one name stand in folders that are called by numbers. */
static gboolean
write_file (const Job        *job,
            const BwKeptFile *file,
            GHashTable       *names,
            GError          **error)
{
  const gboolean again = g_hash_table_contains (names, file->read_as);
  g_autofree char *number = again ? g_strdup_printf ("%" G_GINT64_FORMAT, file->id) : NULL;
  g_autofree char *path = number != NULL ? g_build_filename (job->folder, "files", number, NULL)
                                         : g_build_filename (job->folder, "files", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GFile) there = g_file_get_child (folder, file->read_as);
  g_autoptr(GFile) written = NULL;

  if (!make_folder (path, error))
    return FALSE;
  if (g_file_query_exists (there, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("%s: there is such a file; export into another folder"),
                   g_file_peek_path (there));
      return FALSE;
    }
  g_hash_table_add (names, file->read_as);
  written = bw_store_extract_as (job->store, file->id, file->read_as, folder, NULL, error);

  return written != NULL;
}

static gboolean
write_files (const Job *job,
             GError   **error)
{
  g_autoptr(GPtrArray) imports = bw_store_list_imports (job->store, error);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      const BwKeptImport *import = imports->pdata[i];

      for (guint j = 0; j < import->files->len; j++)
        {
          const BwKeptFile *file = import->files->pdata[j];

          if (!file->removed && !write_file (job, file, names, error))
            return FALSE;
        }
    }

  return imports != NULL;
}

static gboolean
run (BwInputs   *inputs,
     const char *folder,
     gboolean    with_files,
     GError    **error)
{
  g_autoptr(BwPanel) panel = bw_inputs_read_panel (inputs, error);
  g_autoptr(BwModel) model = panel != NULL ? bw_inputs_get_draft (inputs, FALSE, panel, error) : NULL;
  const Job job = { inputs, inputs->store, panel, model, folder };
  g_autofree char *text = model != NULL ? bw_model_to_json (model) : NULL;
  g_autofree char *mapping = model != NULL ? bw_store_dup_mapping (inputs->store) : NULL;

  return model != NULL && make_folder (folder, error) && write_text (&job, "model.json", text, error) &&
         (mapping == NULL || write_text (&job, "mapping.json", mapping, error)) &&
         write_table (&job, "panel.csv", write_panel, error) &&
         write_table (&job, "scores.csv", write_scores, error) &&
         write_table (&job, "notes.csv", write_notes, error) &&
         (!with_files || write_files (&job, error));
}

BwExit
bw_command_workspace_export (int    argc,
                             char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = NULL;
  gboolean with_files = FALSE;
  const GOptionEntry own[] = {
    { "files", 0, 0, G_OPTION_ARG_NONE, &with_files, N_("Also the imported files, as they were"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE.bellwether FOLDER", own))
    return BW_EXIT_USAGE;
  if (inputs.files[1] == NULL || inputs.files[2] != NULL || inputs.output != NULL)
    return bw_wrong_usage (inputs.command, _("give a workspace and a folder to write into"));
  folder = g_strdup (inputs.files[1]);
  g_clear_pointer (&inputs.files[1], g_free);
  inputs.workspace = g_strdup (inputs.files[0]);

  return run (&inputs, folder, with_files, &error) ? BW_EXIT_DONE : bw_fail (error);
}
