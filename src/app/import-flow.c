/* From files to an open workspace: read them, show what was understood, take it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing of the workspace changes before the last step. The sample is taken without a question. What
 * is to be a workspace of its own is taken when what is open is in its file and closed. */

#include "app/import-flow.h"

#include "app/import-assistant.h"
#include "app/message.h"
#include "app/progress.h"
#include "app/sample.h"
#include "workspace/imports.h"

#include <glib/gi18n-lib.h>

#define FLOW_KEY          "bw-import-flow" /* on a window: the Flow that asks or is about to */

typedef struct
{
  GtkWindow     *parent;
  BwKeeper      *keeper;
  BwWorkspace   *workspace;
  gboolean       passing;   /* what is open makes room without a question */
  GPtrArray     *files;     /* of GFile: to read, or NULL */
  BwModel       *model;     /* or NULL: that of the workspace, else a proposed one */
  BwIntake      *intake;    /* to take when there is room, or NULL */
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
          BwKeeper      *keeper,
          BwImportedFunc imported,
          gpointer       user_data)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->parent = g_object_ref (parent);
  flow->keeper = g_object_ref (keeper);
  flow->workspace = g_object_ref (bw_keeper_get_workspace (keeper));
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
  g_clear_pointer (&flow->files, g_ptr_array_unref);
  g_clear_pointer (&flow->intake, bw_intake_unref);
  g_clear_object (&flow->workspace);
  g_clear_object (&flow->keeper);
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
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Flow *flow = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = g_steal_pointer (&flow->intake);

  end_progress (flow);
  if (bw_keeper_close_finish (flow->keeper, result, &error))
    {
      take (flow, intake);
      return;
    }

  bw_message_show_error (flow->parent, _("Could Not Use the Files"), error);
  flow_free (flow);
}

/* Closes what is open, if anything, and takes @intake as something new. */
static void
take_alone (Flow     *flow,
            BwIntake *intake)
{
  if (bw_keeper_get_name (flow->keeper) == NULL)
    {
      take (flow, intake);
      return;
    }

  flow->intake = bw_intake_ref (intake);
  show_progress (flow, _("Closing the Workspace"));
  bw_keeper_close_async (flow->keeper, NULL, on_closed, flow);
}

static void
on_answered (gboolean      accepted,
             BwImportPlace place,
             gpointer      user_data)
{
  Flow *flow = user_data;

  g_object_set_data (G_OBJECT (flow->parent), FLOW_KEY, NULL);
  flow->assistant = NULL;
  if (!accepted)
    flow_free (flow);
  else if (flow->passing || place == BW_PLACE_NEW)
    take_alone (flow, bw_importing_get_intake (flow->importing));
  else
    take (flow, bw_importing_get_intake (flow->importing));
}

static void
on_failed (BwImporting  *importing,
           const GError *error,
           Flow         *flow)
{
  g_clear_error (&flow->trouble);
  flow->trouble = g_error_copy (error);
}

/* What is open is called by its name, or by its title where it has none; NULL where nothing is. */
static const char *
name_open (Flow *flow)
{
  return bw_keeper_get_untitled (flow->keeper) ? bw_workspace_get_title (flow->workspace)
                                               : bw_keeper_get_name (flow->keeper);
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
      flow->assistant = bw_import_assistant_ask (flow->parent, importing,
                                                 flow->passing ? NULL : name_open (flow),
                                                 flow->counter, on_answered, flow);
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

static void
add_to (GPtrArray    *list,
        GFile *const *files,
        guint         n_files)
{
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (list, g_object_ref (files[i]));
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
  else if (flow->importing != NULL)
    bw_importing_add_files (flow->importing, files, n_files);
  else
    add_to (flow->files, files, n_files);

  return TRUE;
}

/* @open is what the files may add to, or NULL. */
static void
read_files (Flow     *flow,
            BwIntake *open)
{
  g_autoptr(GFile) memory = find_memory ();

  flow->importing = bw_importing_new (open, memory);
  bw_importing_set_progress (flow->importing, bw_progress_count,
                             bw_progress_counter_ref (flow->counter),
                             (GDestroyNotify) bw_progress_counter_unref);
  show_progress (flow, ngettext ("Reading the File", "Reading the Files", flow->files->len));
  g_signal_connect (flow->importing, "failed", G_CALLBACK (on_failed), flow);
  g_signal_connect (flow->importing, "ended", G_CALLBACK (on_ended), flow);
  g_signal_connect (flow->cancellable, "cancelled", G_CALLBACK (on_cancelled), flow->importing);
  bw_importing_read (flow->importing, (GFile *const *) flow->files->pdata, flow->files->len);
}

/* Where what is open cannot be read again, the files cannot add to it, but still replace it or stand
 * alone. */
static void
on_open_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Flow *flow = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) open = bw_keeper_get_intake_finish (flow->keeper, result, &error);

  end_progress (flow);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_object_set_data (G_OBJECT (flow->parent), FLOW_KEY, NULL);
      flow_free (flow);
      return;
    }
  if (error != NULL)
    bw_message_show_error (flow->parent, _("Nothing Can Be Added to This Workspace"), error);
  read_files (flow, open);
}

/**
 * bw_import_files:
 * @passing: whether what is open makes room for the files without a question
 * @files: (array length=n_files): what to read, together; while other files are read or asked about
 *   for the same window, these come to them
 * @imported: called at the end, where it went well; @user_data has to live as long as @parent
 */
void
bw_import_files (GtkWindow     *parent,
                 BwKeeper      *keeper,
                 gboolean       passing,
                 GFile *const  *files,
                 guint          n_files,
                 BwImportedFunc imported,
                 gpointer       user_data)
{
  Flow *flow;
  BwIntake *open;

  if (add_files (parent, files, n_files))
    return;

  flow = flow_new (parent, keeper, imported, user_data);
  flow->passing = passing;
  flow->files = g_ptr_array_new_with_free_func (g_object_unref);
  add_to (flow->files, files, n_files);
  g_object_set_data (G_OBJECT (parent), FLOW_KEY, flow);
  open = passing ? NULL : bw_workspace_get_intake (flow->workspace);
  if (open != NULL || passing || bw_keeper_get_name (keeper) == NULL)
    {
      read_files (flow, open);
      return;
    }

  show_progress (flow, _("Reading the Workspace"));
  bw_keeper_get_intake_async (keeper, bw_progress_count, flow->counter, flow->cancellable,
                              on_open_read, flow);
}

/**
 * bw_import_is_busy:
 *
 * Returns: whether files are read or asked about for the window
 */
gboolean
bw_import_is_busy (GtkWindow *parent)
{
  return g_object_get_data (G_OBJECT (parent), FLOW_KEY) != NULL;
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
      take_alone (flow, intake);
      return;
    }

  bw_message_show_error (flow->parent, _("Could Not Import"), error);
  flow_free (flow);
}

/**
 * bw_import_sample:
 * @folder: with the exports and the model of the sample
 *
 * Opens the sample as it is meant to be opened, without a question; what is open is closed first.
 */
void
bw_import_sample (GtkWindow     *parent,
                  BwKeeper      *keeper,
                  GFile         *folder,
                  BwImportedFunc imported,
                  gpointer       user_data)
{
  g_autoptr(GFile) model_file = g_file_get_child (folder, "model.json");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = bw_sample_list (folder, &error);
  g_autoptr(BwModel) model = NULL;
  Flow *flow;

  if (files != NULL)
    model = bw_model_load (model_file, &error);
  if (model == NULL)
    {
      bw_message_show_error (parent, _("Could Not Open the Sample Data"), error);
      return;
    }

  flow = flow_new (parent, keeper, imported, user_data);
  flow->model = g_steal_pointer (&model);
  show_progress (flow, ngettext ("Reading the File", "Reading the Files", files->len));
  bw_workspace_read_async (flow->workspace, (GFile *const *) files->pdata, files->len,
                           bw_progress_count, flow->counter, flow->cancellable, on_read, flow);
}
