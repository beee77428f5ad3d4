/* From files to an open workspace: read them, show what was understood, take it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing of the workspace changes before the last step. */

#include "app/import-flow.h"

#include "app/import-dialog.h"
#include "app/message.h"
#include "app/progress.h"

#include <glib/gi18n-lib.h>

#define MOST_SAMPLE_FILES 100

typedef struct
{
  GtkWindow     *parent;
  BwWorkspace   *workspace;
  BwModel       *model; /* or NULL: that of the workspace, else a proposed one */
  gboolean       ask;   /* whether to show what was understood */
  BwImportedFunc imported;
  gpointer       user_data;

  GCancellable *cancellable;
  BwProgress   *progress; /* while something is under way */
  gpointer      counter;
} Flow;

static Flow *
flow_new (GtkWindow     *parent,
          BwWorkspace   *workspace,
          BwImportedFunc imported,
          gpointer       user_data)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->parent = g_object_ref (parent);
  flow->workspace = g_object_ref (workspace);
  flow->imported = imported;
  flow->user_data = user_data;
  flow->cancellable = g_cancellable_new ();

  return flow;
}

static void
flow_free (Flow *flow)
{
  g_clear_pointer (&flow->model, bw_model_unref);
  g_clear_object (&flow->cancellable);
  g_clear_object (&flow->workspace);
  g_clear_object (&flow->parent);
  g_free (flow);
}

static void
show_progress (Flow       *flow,
               const char *heading)
{
  flow->progress = bw_progress_new (flow->parent, heading, flow->cancellable);
  flow->counter = bw_progress_dup_counter (flow->progress);
}

static void
end_progress (Flow *flow)
{
  g_clear_pointer (&flow->counter, bw_progress_release_counter);
  g_clear_pointer (&flow->progress, bw_progress_free);
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Flow *flow = user_data;
  g_autoptr(GError) error = NULL;

  end_progress (flow);
  if (bw_workspace_take_finish (flow->workspace, result, &error))
    flow->imported (flow->user_data);
  else
    bw_message_show_error (flow->parent, _("Could Not Use the Files"), error);
  flow_free (flow);
}

static void
take (Flow     *flow,
      BwIntake *intake)
{
  show_progress (flow, _("Scoring Customers"));
  bw_workspace_take_async (flow->workspace, intake, flow->model, flow->cancellable,
                           on_taken, flow);
}

static void
on_answered (BwIntake *intake,
             gpointer  user_data)
{
  Flow *flow = user_data;

  if (intake == NULL)
    flow_free (flow);
  else
    take (flow, intake);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Flow *flow = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = bw_workspace_read_finish (flow->workspace, result, &error);

  end_progress (flow);
  if (intake == NULL)
    {
      bw_message_show_error (flow->parent, _("Could Not Import"), error);
      flow_free (flow);
    }
  else if (flow->ask)
    bw_import_dialog_ask (flow->parent, flow->workspace, intake, on_answered, flow);
  else
    take (flow, intake);
}

static void
read_files (Flow         *flow,
            GFile *const *files,
            guint         n_files)
{
  show_progress (flow, ngettext ("Reading the File", "Reading the Files", n_files));
  bw_workspace_read_async (flow->workspace, files, n_files,
                           bw_progress_count, flow->counter,
                           flow->cancellable, on_read, flow);
}

/**
 * bw_import_files:
 * @files: (array length=n_files): what to read, together
 * @imported: called at the end, where it went well; @user_data has to live as long as @parent
 */
void
bw_import_files (GtkWindow     *parent,
                 BwWorkspace   *workspace,
                 GFile *const  *files,
                 guint          n_files,
                 BwImportedFunc imported,
                 gpointer       user_data)
{
  Flow *flow = flow_new (parent, workspace, imported, user_data);

  flow->ask = TRUE;
  read_files (flow, files, n_files);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile *const *) b);

  return strcmp (name_a, name_b);
}

/* The tables of @folder, in the order of their names. */
static GPtrArray *
list_tables (GFile   *folder,
             GError **error)
{
  g_autoptr(GFileEnumerator) entries =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE,
                               NULL, error);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GFile *file = NULL;

  if (entries == NULL)
    return NULL;
  while (g_file_enumerator_iterate (entries, NULL, &file, NULL, NULL) && file != NULL &&
         files->len < MOST_SAMPLE_FILES)
    {
      g_autofree char *name = g_file_get_basename (file);

      if (g_str_has_suffix (name, ".csv"))
        g_ptr_array_add (files, g_object_ref (file));
    }
  if (files->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("The folder “%s” has no sample data. Installing Bellwether again brings it "
                     "back."), g_file_peek_path (folder));
      return NULL;
    }

  g_ptr_array_sort (files, compare_files);

  return g_steal_pointer (&files);
}

/**
 * bw_import_sample:
 * @folder: with the exports and the model of the sample
 *
 * Opens the sample as it is meant to be opened, without a question.
 */
void
bw_import_sample (GtkWindow     *parent,
                  BwWorkspace   *workspace,
                  GFile         *folder,
                  BwImportedFunc imported,
                  gpointer       user_data)
{
  g_autoptr(GFile) model_file = g_file_get_child (folder, "model.json");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = list_tables (folder, &error);
  g_autoptr(BwModel) model = NULL;
  Flow *flow;

  if (files != NULL)
    model = bw_model_load (model_file, &error);
  if (model == NULL)
    {
      bw_message_show_error (parent, _("Could Not Open the Sample Data"), error);
      return;
    }

  flow = flow_new (parent, workspace, imported, user_data);
  flow->model = g_steal_pointer (&model);
  read_files (flow, (GFile *const *) files->pdata, files->len);
}
