/* Naming what is open, and copies of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

#include "app/file-dialog.h"
#include "app/message.h"
#include "app/recent.h"

#include <glib/gi18n-lib.h>

static const BwFileKind workspaces = { N_("Workspaces"), { "*.bellwether" } };

/* A copy that is asked for or written. */
typedef struct
{
  BwWindow    *window;
  GFile       *file;
  BwCopiedFunc func; /* or NULL */
  gpointer     user_data;
} Copying;

static Copying *
copying_new (BwWindow    *window,
             BwCopiedFunc func,
             gpointer     user_data)
{
  Copying *self = g_new0 (Copying, 1);

  self->window = g_object_ref (window);
  self->func = func;
  self->user_data = user_data;

  return self;
}

/* Answers whoever asked, and goes. */
static void
copying_end (Copying *self,
             gboolean saved)
{
  if (self->func != NULL)
    self->func (self->window, saved, self->user_data);
  g_clear_object (&self->file);
  g_clear_object (&self->window);
  g_free (self);
}

static void
on_saved_as (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BwWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bw_keeper_save_as_finish (BW_KEEPER (source), result, &error))
    {
      if (!self->closed)
        bw_message_show_error (GTK_WINDOW (self), _("Could Not Save the Workspace"), error);
      return;
    }

  self->sample = FALSE;
  bw_recent_add (bw_keeper_get_file (self->keeper));
  if (self->closed)
    return;

  text = g_strdup_printf (_("Saved as “%s”. From now on changes are saved automatically."),
                          bw_keeper_get_name (self->keeper));
  bw_window_say (self, text);
  bw_window_show_state (self);
}

static void
on_place_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwWindow *self = user_data;

  bw_workspace_drag_end (self->workspace);
  bw_keeper_save_as_async (self->keeper, files[0], NULL, on_saved_as, g_object_ref (self));
}

static char *
propose_name (BwWindow *self)
{
  return bw_file_dialog_name (bw_keeper_get_untitled (self->keeper)
                              ? bw_workspace_get_title (self->workspace)
                              : bw_keeper_get_name (self->keeper), ".bellwether");
}

/* Whether what is open is in no file of its own that takes changes. */
static gboolean
needs_place (BwKeeper *keeper)
{
  return bw_keeper_get_untitled (keeper) || bw_keeper_get_read_only (keeper) ||
         bw_keeper_get_trouble (keeper) != NULL || bw_keeper_get_damage (keeper) != NULL;
}

static void
save (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  BwWindow *self = user_data;
  g_autofree char *name = NULL;

  if (!needs_place (self->keeper))
    {
      bw_window_say (self, _("Everything is saved already"));
      return;
    }

  name = propose_name (self);
  bw_file_dialog_save (GTK_WINDOW (self), _("Save As"), &workspaces, name, on_place_chosen, self);
}

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Copying *copying = user_data;
  BwWindow *self = copying->window;
  g_autoptr(GError) error = NULL;
  const gboolean saved = bw_keeper_save_copy_finish (BW_KEEPER (source), result, &error);

  if (saved)
    bw_recent_add (copying->file);
  if (saved && !self->closed)
    bw_window_say_copied (self, copying->file);
  if (!saved && !self->closed)
    bw_message_show_error (GTK_WINDOW (self), _("Could Not Save the Copy"), error);
  copying_end (copying, saved);
}

static void
on_copy_place_chosen (GFile *const *files,
                      guint         n_files,
                      gpointer      user_data)
{
  Copying *copying = user_data;

  copying->file = g_object_ref (files[0]);
  bw_keeper_save_copy_async (copying->window->keeper, files[0], NULL, on_copied, copying);
}

static void
on_copy_cancelled (gpointer user_data)
{
  copying_end (user_data, FALSE);
}

/**
 * bw_window_ask_for_copy:
 * @func: (nullable): called once, with whether a copy was written
 *
 * Asks where a copy of what is open is to go, and writes it.
 */
void
bw_window_ask_for_copy (BwWindow    *self,
                        BwCopiedFunc func,
                        gpointer     user_data)
{
  g_autofree char *plain = propose_name (self);
  g_autofree char *stem = g_strndup (plain, strlen (plain) - strlen (".bellwether"));
  /* TRANSLATORS: name of a file that is a copy of another */
  g_autofree char *name = g_strdup_printf (_("%s (copy).bellwether"), stem);

  bw_workspace_drag_end (self->workspace);
  bw_file_dialog_save_or_not (GTK_WINDOW (self), _("Save a Copy"), &workspaces, name,
                              on_copy_place_chosen, on_copy_cancelled,
                              copying_new (self, func, user_data));
}

static void
save_copy (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  bw_window_ask_for_copy (user_data, NULL, NULL);
}

/**
 * bw_window_add_saving_actions:
 *
 * Gives the window the actions that name and copy what is open.
 */
void
bw_window_add_saving_actions (BwWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save },
    { .name = "save-copy", .activate = save_copy },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
