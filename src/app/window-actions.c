/* The window's actions: what its menu, its buttons and its keys do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

#include "app/export-dialog.h"
#include "app/file-dialog.h"
#include "app/message.h"
#include "app/metric-editor.h"
#include "app/model-taking.h"
#include "app/saving.h"
#include "app/sql-dialog.h"
#include "app/tables.h"
#include "files/replace.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const BwFileKind models = { N_("Models"), { "*.json" } };
static const BwFileKind score_tables = { N_("CSV tables"), { "*.csv" } };

static void
on_tables_chosen (GFile *const *files,
                  guint         n_files,
                  gpointer      user_data)
{
  bw_window_open_files (user_data, files, n_files);
}

static void
import (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  bw_file_dialog_open (user_data, _("Import Exports"), &bw_table_files, TRUE, on_tables_chosen, user_data);
}

/**
 * bw_window_open_model:
 *
 * Makes the model of a file the draft where that is wanted, once it was said what differs; or says
 * why it cannot be.
 */
void
bw_window_open_model (BwWindow *self,
                      GFile    *file)
{
  if (bw_workspace_get_panel (self->workspace) == NULL)
    bw_message_show (GTK_WINDOW (self), _("Could Not Open the Model"),
                     _("A model is opened onto data: import customers first."));
  else
    bw_model_taking_ask (GTK_WINDOW (self), self->workspace, file);
}

static void
on_model_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  bw_window_open_model (user_data, files[0]);
}

static void
open_model (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  bw_file_dialog_open (user_data, _("Open Model"), &models, FALSE, on_model_chosen, user_data);
}

static void
on_model_place_chosen (GFile *const *files,
                       guint         n_files,
                       gpointer      user_data)
{
  BwWindow *self = user_data;
  g_autofree char *json = bw_model_to_json (bw_workspace_get_model (self->workspace));
  g_autoptr(GError) error = NULL;

  if (bw_replace_text (files[0], json, &error))
    bw_window_say (self, _("Model saved"));
  else
    bw_message_show_error (GTK_WINDOW (self), _("Could Not Save the Model"), error);
}

static void
save_model (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  BwWindow *self = user_data;
  BwModel *model = bw_workspace_get_model (self->workspace);
  g_autofree char *name = bw_file_dialog_name (bw_model_get_name (model), ".json");

  bw_file_dialog_save (GTK_WINDOW (self), _("Save Model"), &models, name,
                       on_model_place_chosen, self);
}

static void
on_scores_saved (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(BwWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean saved = bw_save_finish (result, &error);

  self->saving = FALSE;
  if (self->workspace == NULL)
    return;

  bw_window_update_actions (self);
  if (saved)
    bw_window_say (self, _("Scores exported"));
  else
    bw_message_show_error (GTK_WINDOW (self), _("Could Not Export the Scores"), error);
}

static void
on_scores_place_chosen (GFile *const *files,
                        guint         n_files,
                        gpointer      user_data)
{
  BwWindow *self = user_data;

  self->saving = TRUE;
  bw_workspace_drag_end (self->workspace);
  bw_window_update_actions (self);
  bw_scores_save_async (bw_workspace_get_results (self->workspace), files[0],
                        on_scores_saved, g_object_ref (self));
}

static void
export_scores (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  bw_file_dialog_save_list (user_data, _("Export Scores"), &score_tables, _("scores.csv"), NULL,
                            on_scores_place_chosen, user_data);
}

static void
export_sql (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  BwWindow *self = user_data;

  bw_workspace_drag_end (self->workspace);
  bw_sql_dialog_present (GTK_WINDOW (self), self->workspace, self->settings);
}

static void
undo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  bw_window_hush (BW_WINDOW (user_data)); /* a button there would undo another step */
  bw_workspace_undo (BW_WINDOW (user_data)->workspace);
}

static void
redo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  bw_workspace_redo (BW_WINDOW (user_data)->workspace);
}

static void
reset (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  bw_workspace_reset (BW_WINDOW (user_data)->workspace);
}

static void
search (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  BwWindow *self = user_data;

  bw_window_show_page (self, "customers");
  bw_customers_page_search (self->customers);
}

static void
export_chart (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  BwWindow *self = user_data;
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  BwComparing *comparing = g_strcmp0 (page, "compare") == 0
                           ? bw_compare_page_get_comparing (self->compare) : NULL;
  BwEditor *editor = bw_editor_host_get_editor (self->host);
  const char *metric = BW_IS_METRIC_EDITOR (editor)
                       ? bw_metric_editor_get_metric (BW_METRIC_EDITOR (editor)) : NULL;

  bw_export_dialog_present (GTK_WINDOW (self), self->workspace, self->settings, comparing, metric,
                            page);
}

static void
edit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  BwWindow *self = user_data;
  const char *name, *subject;

  g_variant_get (parameter, "(&s&s)", &name, &subject);
  bw_editor_host_open (self->host, name, subject);
}

/* For editors, which know no window. */
static void
say (GSimpleAction *action,
     GVariant      *parameter,
     gpointer       user_data)
{
  bw_window_say (user_data, g_variant_get_string (parameter, NULL));
}

static void
say_done (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  bw_window_say_done (user_data, g_variant_get_string (parameter, NULL));
}

static void
close_editor (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  bw_editor_host_close (BW_WINDOW (user_data)->host);
}

static void
change_page (GSimpleAction *action,
             GVariant      *state,
             gpointer       user_data)
{
  bw_editor_host_close (BW_WINDOW (user_data)->host);
  bw_window_show_page (user_data, g_variant_get_string (state, NULL));
}

static void
fullscreen (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  if (gtk_window_is_fullscreen (user_data))
    gtk_window_unfullscreen (user_data);
  else
    gtk_window_fullscreen (user_data);
}

/* What can be done only when something is open. */
static const char *const needs_data[] = {
  "open-model", "save-model", "search", "export", "export-sql", "page", "segments", "weights",
  "edit", "new", "save", "save-copy", "imports", "save-version", "versions", "look-at-version",
};

static void
set_enabled (BwWindow   *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (G_IS_SIMPLE_ACTION (action))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* "Undo Weight of NPS in Enterprise", for the button's tooltip. */
static void
show_step (GtkWidget  *button,
           const char *step,
           const char *plain,
           const char *format)
{
  g_autofree char *text = step == NULL ? g_strdup (plain) : g_strdup_printf (format, step);

  gtk_widget_set_tooltip_text (button, text);
}

/**
 * bw_window_update_actions:
 *
 * Allows what can be done now.
 */
void
bw_window_update_actions (BwWindow *self)
{
  const gboolean open = bw_workspace_get_results (self->workspace) != NULL;
  gboolean can_undo, can_redo;

  g_object_get (self->workspace, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (needs_data); i++)
    set_enabled (self, needs_data[i], open);
  set_enabled (self, "export-scores", open && !self->saving);
  set_enabled (self, "close-editor", bw_editor_host_get_open (self->host));
  set_enabled (self, "undo", can_undo);
  set_enabled (self, "redo", can_redo);
  set_enabled (self, "reset", open && bw_workspace_get_edited (self->workspace));
  /* TRANSLATORS: %s is a step that can be taken back */
  show_step (self->undo, bw_workspace_get_undo_step (self->workspace), _("Undo"), _("Undo: %s"));
  show_step (self->redo, bw_workspace_get_redo_step (self->workspace), _("Redo"), _("Redo: %s"));
}

static void
add_pane_actions (BwWindow *self)
{
  static const char *const names[] = { "segments", "weights" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GPropertyAction) action = g_property_action_new (names[i], self->panes, names[i]);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

static void
add_shown_action (BwWindow *self)
{
  g_autoptr(GPropertyAction) action =
    g_property_action_new ("show-scores-as", bw_shown_of (self->workspace), "choice");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * bw_window_add_actions:
 *
 * Gives the window its actions.
 */
void
bw_window_add_actions (BwWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "import", .activate = import },
    { .name = "open-model", .activate = open_model },
    { .name = "save-model", .activate = save_model },
    { .name = "export-scores", .activate = export_scores },
    { .name = "export-sql", .activate = export_sql },
    { .name = "undo", .activate = undo },
    { .name = "redo", .activate = redo },
    { .name = "reset", .activate = reset },
    { .name = "search", .activate = search },
    { .name = "export", .activate = export_chart },
    { .name = "page", .parameter_type = "s", .state = "'distribution'",
      .change_state = change_page },
    { .name = "edit", .parameter_type = "(ss)", .activate = edit },
    { .name = "close-editor", .activate = close_editor },
    { .name = "say", .parameter_type = "s", .activate = say },
    { .name = "say-done", .parameter_type = "s", .activate = say_done },
    { .name = "fullscreen", .activate = fullscreen },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_pane_actions (self);
  add_shown_action (self);
}
