/* From files to an open workspace: read them, show what was understood, take it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing of the workspace changes before the last step. The sample is taken without a question. */

#include "app/import-flow.h"

#include "app/import-assistant.h"
#include "app/message.h"
#include "app/progress.h"

#include <glib/gi18n-lib.h>

#define MOST_SAMPLE_FILES 100
#define FLOW_KEY          "bw-import-flow" /* on a window: the Flow that asks or is about to */

typedef struct
{
  GtkWindow     *parent;
  BwWorkspace   *workspace;
  BwModel       *model;     /* or NULL: that of the workspace, else a proposed one */
  BwImporting   *importing; /* or NULL: nothing is asked, the files are taken as they are */
  BwImportedFunc imported;
  gpointer       user_data;

  GCancellable      *cancellable;
  BwProgress        *progress; /* while something is under way */
  BwProgressCounter *counter;
  BwImportAssistant *assistant; /* that is on show, or NULL */
  GError            *trouble;   /* or NULL */
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
  flow->counter = bw_progress_counter_new ();
  /* A window that goes takes what was begun for it along. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (g_cancellable_cancel),
                           flow->cancellable, G_CONNECT_SWAPPED);

  return flow;
}

static void
flow_free (Flow *flow)
{
  g_clear_pointer (&flow->model, bw_model_unref);
  g_clear_object (&flow->importing);
  g_clear_object (&flow->cancellable);
  g_clear_pointer (&flow->counter, bw_progress_counter_unref);
  g_clear_error (&flow->trouble);
  g_clear_object (&flow->workspace);
  g_clear_object (&flow->parent);
  g_free (flow);
}

static void
show_progress (Flow       *flow,
               const char *heading)
{
  flow->progress = bw_progress_new (flow->parent, heading, flow->cancellable, flow->counter);
}

static void
end_progress (Flow *flow)
{
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
  if (!bw_workspace_take_finish (flow->workspace, result, &error))
    {
      bw_message_show_error (flow->parent, _("Could Not Use the Files"), error);
    }
  else
    {
      flow->imported (flow->user_data);
      if (flow->importing != NULL && !bw_importing_remember (flow->importing, &error))
        bw_message_show_error (flow->parent, _("Could Not Remember How the Files Are Read"), error);
    }
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
on_answered (gboolean accepted,
             gpointer user_data)
{
  Flow *flow = user_data;

  g_object_set_data (G_OBJECT (flow->parent), FLOW_KEY, NULL);
  flow->assistant = NULL;
  if (accepted)
    take (flow, bw_importing_get_intake (flow->importing));
  else
    flow_free (flow);
}

static void
on_failed (BwImporting  *importing,
           const GError *error,
           Flow         *flow)
{
  g_clear_error (&flow->trouble);
  flow->trouble = g_error_copy (error);
}

static void
on_ended (BwImporting *importing,
          Flow        *flow)
{
  g_signal_handlers_disconnect_by_data (importing, flow);
  g_signal_handlers_disconnect_by_data (flow->cancellable, importing);
  end_progress (flow);
  if (bw_importing_get_intake (importing) != NULL || bw_importing_get_n_unread (importing) > 0)
    {
      flow->assistant = bw_import_assistant_ask (flow->parent, importing, flow->counter,
                                                 on_answered, flow);
      return;
    }

  g_object_set_data (G_OBJECT (flow->parent), FLOW_KEY, NULL);
  if (flow->trouble != NULL)
    bw_message_show_error (flow->parent, _("Could Not Import"), flow->trouble);
  flow_free (flow);
}

static void
on_cancelled (GCancellable *cancellable,
              BwImporting  *importing)
{
  bw_importing_cancel (importing);
}

/* Where mappings are remembered for the next files of the same shape. */
static GFile *
find_memory (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "bellwether", "mappings", NULL);
}

/* Whether an import that is under way took the files. */
static gboolean
add_files (GtkWindow    *parent,
           GFile *const *files,
           guint         n_files)
{
  Flow *flow = g_object_get_data (G_OBJECT (parent), FLOW_KEY);

  if (flow == NULL)
    return FALSE;

  if (flow->assistant != NULL)
    bw_import_assistant_add_files (flow->assistant, files, n_files);
  else
    bw_importing_add_files (flow->importing, files, n_files);

  return TRUE;
}

/**
 * bw_import_files:
 * @open: (nullable): what is open and the files may add to
 * @files: (array length=n_files): what to read, together; while other files are read or asked about
 *   for the same window, these come to them
 * @imported: called at the end, where it went well; @user_data has to live as long as @parent
 */
void
bw_import_files (GtkWindow     *parent,
                 BwWorkspace   *workspace,
                 BwIntake      *open,
                 GFile *const  *files,
                 guint          n_files,
                 BwImportedFunc imported,
                 gpointer       user_data)
{
  g_autoptr(GFile) memory = NULL;
  Flow *flow;

  if (add_files (parent, files, n_files))
    return;

  memory = find_memory ();
  flow = flow_new (parent, workspace, imported, user_data);
  g_object_set_data (G_OBJECT (parent), FLOW_KEY, flow);
  flow->importing = bw_importing_new (open, memory);
  bw_importing_set_progress (flow->importing, bw_progress_count,
                             bw_progress_counter_ref (flow->counter),
                             (GDestroyNotify) bw_progress_counter_unref);
  show_progress (flow, ngettext ("Reading the File", "Reading the Files", n_files));
  g_signal_connect (flow->importing, "failed", G_CALLBACK (on_failed), flow);
  g_signal_connect (flow->importing, "ended", G_CALLBACK (on_ended), flow);
  g_signal_connect (flow->cancellable, "cancelled", G_CALLBACK (on_cancelled), flow->importing);
  bw_importing_read (flow->importing, files, n_files);
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
  if (intake != NULL)
    {
      take (flow, intake);
      return;
    }

  bw_message_show_error (flow->parent, _("Could Not Import"), error);
  flow_free (flow);
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
  show_progress (flow, ngettext ("Reading the File", "Reading the Files", files->len));
  bw_workspace_read_async (workspace, (GFile *const *) files->pdata, files->len,
                           bw_progress_count, flow->counter, flow->cancellable, on_read, flow);
}
