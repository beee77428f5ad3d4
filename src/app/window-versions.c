/* The window's actions for versions of the model and for notes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

#include "app/version-dialog.h"
#include "app/versions-dialog.h"
#include "workspace/customer-notes.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

/* Where nothing changed since the newest version there is nothing to ask. */
static void
save_version (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  BwWindow *self = user_data;
  BwKeeper *keeper = self->keeper;
  guint n;
  const BwVersion *newest;
  g_autofree char *text = NULL;

  if (bw_workspace_get_model (self->workspace) == NULL)
    return;

  bw_workspace_drag_end (self->workspace);
  n = bw_keeper_get_n_versions (keeper);
  newest = n > 0 ? bw_keeper_get_version (keeper, n - 1) : NULL;
  if (newest == NULL || !bw_model_equal (newest->model, bw_workspace_get_model (self->workspace)))
    {
      bw_version_dialog_present (GTK_WINDOW (self), keeper);
      return;
    }

  /* TRANSLATORS: %s is the name of a version */
  text = g_strdup_printf (_("Nothing changed since “%s”"), newest->name);
  bw_window_say (self, text);
}

static void
list_versions (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BwWindow *self = user_data;
  BwKeeper *keeper = self->keeper;

  if (bw_workspace_get_model (self->workspace) == NULL)
    return;

  bw_workspace_drag_end (self->workspace);
  bw_versions_dialog_present (GTK_WINDOW (self), keeper);
}

/* Shows a version beside the draft. */
static void
look_at_version (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  BwWindow *self = user_data;
  BwComparing *comparing;

  bw_editor_host_close (self->host);
  bw_window_show_page (self, "compare");
  comparing = bw_compare_page_begin (self->compare);
  bw_comparing_choose_version (comparing, BW_SIDE_FROM, g_variant_get_int64 (parameter));
  bw_comparing_set_choice (comparing, BW_SIDE_TO, BW_CHOICE_DRAFT);
}

/* For the pane of a customer, which knows no window. */
static void
say_note_removed (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  bw_window_say_note_removed (user_data, g_variant_get_int64 (parameter));
}

static void
put_back_note (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BwWindow *self = user_data;

  bw_keeper_put_back_note (self->keeper, g_variant_get_int64 (parameter));
}

/**
 * bw_window_add_version_actions:
 *
 * Gives the window its actions for versions and notes.
 */
void
bw_window_add_version_actions (BwWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save-version", .activate = save_version },
    { .name = "versions", .activate = list_versions },
    { .name = "look-at-version", .parameter_type = "x", .activate = look_at_version },
    { .name = "say-note-removed", .parameter_type = "x", .activate = say_note_removed },
    { .name = "put-back-note", .parameter_type = "x", .activate = put_back_note },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
