/* What the window opens: workspaces, exports, models, the sample; told apart by what is in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

#include "app/file-dialog.h"
#include "app/import-flow.h"
#include "app/imports-dialog.h"
#include "app/message.h"
#include "app/recent.h"
#include "workspace/file-sort.h"

#include <glib/gi18n-lib.h>

static const BwFileKind workspaces = { N_("Workspaces"), { "*.bellwether" } };

typedef struct
{
  BwWindow  *self;
  GPtrArray *files;
} Opening;

static void
on_imported (gpointer user_data)
{
  BwWindow *self = user_data;

  self->sample = FALSE;
  bw_window_show_state (self);
  switch (bw_workspace_get_taken (self->workspace))
    {
    case BW_TAKEN_PROPOSED:
      bw_window_say (self, _("A model was proposed for this data"));
      break;
    case BW_TAKEN_REPLACED:
      bw_message_show (GTK_WINDOW (self), _("The Model Did Not Fit, Another Was Proposed"),
                       bw_workspace_get_taken_reason (self->workspace));
      break;
    case BW_TAKEN_NOTHING:
    case BW_TAKEN_GIVEN:
    case BW_TAKEN_KEPT:
    default:
      break;
    }
}

static void
on_sample_imported (gpointer user_data)
{
  BwWindow *self = user_data;

  self->sample = TRUE;
  bw_keeper_set_passing (self->keeper, TRUE);
  bw_window_show_state (self);
}

static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

/* Files of several sorts, or several workspaces: what cannot be opened in one go, and what to do. */
static void
refuse_mixture (BwWindow     *self,
                GPtrArray    *files,
                BwFileSort    sort,
                const GArray *sorts)
{
  g_autofree char *body = NULL;
  g_autofree char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    {
      if (g_array_index (sorts, BwFileSort, i) != sort)
        continue;
      if (n++ == 0)
        name = name_of (files->pdata[i]);
    }

  if (sort == BW_FILE_MODEL)
    body = g_strdup_printf (_("“%s” is a model. Import the exports first, then open the model "
                              "alone."), name);
  else if (n > 1)
    body = g_strdup_printf (_("“%s” and others are workspaces. Only one is open at a time: open "
                              "them one after the other."), name);
  else
    body = g_strdup_printf (_("“%s” is a workspace. Open it alone, then import the other files "
                              "into it."), name);
  bw_message_show (GTK_WINDOW (self), _("These Files Cannot Be Opened Together"), body);
}

static gboolean
has_sort (const GArray *sorts,
          BwFileSort    sort)
{
  for (guint i = 0; i < sorts->len; i++)
    {
      if (g_array_index (sorts, BwFileSort, i) == sort)
        return TRUE;
    }

  return FALSE;
}

static void
open_sorted (BwWindow     *self,
             GPtrArray    *files,
             const GArray *sorts)
{
  const gboolean workspace = has_sort (sorts, BW_FILE_WORKSPACE);
  const gboolean model = has_sort (sorts, BW_FILE_MODEL);

  if (files->len > 1 && (workspace || model))
    refuse_mixture (self, files, workspace ? BW_FILE_WORKSPACE : BW_FILE_MODEL, sorts);
  else if (workspace)
    bw_window_open_workspace (self, files->pdata[0]);
  else if (model)
    bw_window_open_model (self, files->pdata[0]);
  else
    bw_import_files (GTK_WINDOW (self), self->keeper, self->sample,
                     (GFile *const *) files->pdata, files->len, on_imported, self);
}

static void
on_sorted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr(GArray) sorts = bw_file_sort_finish (result);

  if (opening->self->workspace != NULL && gtk_widget_get_realized (GTK_WIDGET (opening->self)))
    open_sorted (opening->self, opening->files, sorts);
  g_ptr_array_unref (opening->files);
  g_object_unref (opening->self);
  g_free (opening);
}

/**
 * bw_window_open_files:
 * @files: (array length=n_files): a workspace, a model, or exports that belong together
 *
 * Opens a workspace or a model; of exports it shows what was understood, before anything changes.
 */
void
bw_window_open_files (BwWindow     *self,
                      GFile *const *files,
                      guint         n_files)
{
  Opening *opening;

  g_return_if_fail (BW_IS_WINDOW (self));
  g_return_if_fail (n_files > 0);

  opening = g_new0 (Opening, 1);
  opening->self = g_object_ref (self);
  opening->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (opening->files, g_object_ref (files[i]));
  bw_file_sort_async (files, n_files, on_sorted, opening);
}

/**
 * bw_window_open_sample:
 * @folder: with the exports and the model of the sample
 */
void
bw_window_open_sample (BwWindow *self,
                       GFile    *folder)
{
  g_return_if_fail (BW_IS_WINDOW (self));

  bw_import_sample (GTK_WINDOW (self), self->keeper, folder, on_sample_imported, self);
}

/**
 * bw_window_open_workspace:
 *
 * Opens the workspace in place of what is open, which is written to its end first. What is open for
 * reading only is opened again: whoever had it may have left.
 */
void
bw_window_open_workspace (BwWindow *self,
                          GFile    *file)
{
  GFile *open = bw_keeper_get_file (self->keeper);

  g_return_if_fail (BW_IS_WINDOW (self));

  if (bw_import_is_busy (GTK_WINDOW (self)))
    {
      bw_message_show (GTK_WINDOW (self), _("An Import Is Under Way"),
                       _("Import the files or cancel first, then open the workspace."));
      return;
    }
  if (open != NULL && g_file_equal (open, file) && !bw_keeper_get_read_only (self->keeper))
    {
      bw_window_say (self, _("This workspace is open already"));
      return;
    }

  bw_window_go_on (self, BW_NEXT_OPEN, file);
}

static void
on_files_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  bw_window_open_files (user_data, files, n_files);
}

static void
open_any (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  bw_file_dialog_open (user_data, _("Open Workspace"), &workspaces, FALSE, on_files_chosen,
                       user_data);
}

static void
open_this (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  bw_window_open_workspace (user_data, file);
}

static void
start_new (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  BwWindow *self = user_data;

  if (!bw_import_is_busy (GTK_WINDOW (self)))
    bw_window_go_on (self, BW_NEXT_NEW, NULL);
}

static void
list_imports (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  BwWindow *self = user_data;

  bw_workspace_drag_end (self->workspace);
  bw_imports_dialog_present (GTK_WINDOW (self), self->keeper);
}

static void
show_recent (BwWindow *self)
{
  g_autoptr(GPtrArray) recents = bw_recent_list (10);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; i < recents->len; i++)
    {
      const BwRecent *recent = recents->pdata[i];
      g_autofree char *uri = g_file_get_uri (recent->file);
      g_autoptr(GString) label = g_string_new (recent->name);
      g_autoptr(GMenuItem) item = NULL;

      g_string_replace (label, "_", "__", 0);
      item = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (item, "win.open-this", "s", uri);
      g_menu_append_item (self->recent_menu, item);
    }
  if (recents->len == 0)
    g_menu_append (self->recent_menu, _("No Workspaces Yet"), "win.nothing");
}

/**
 * bw_window_add_file_actions:
 *
 * Gives the window the actions that open something, and the menu of recent workspaces.
 */
void
bw_window_add_file_actions (BwWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = start_new },
    { .name = "open", .activate = open_any },
    { .name = "imports", .activate = list_imports },
    { .name = "open-this", .parameter_type = "s", .activate = open_this },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (show_recent),
                           self, G_CONNECT_SWAPPED);
  show_recent (self);
}
