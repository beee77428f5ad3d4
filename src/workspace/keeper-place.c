/* Which file is open: its place, its name, and leaving it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PATIENCE G_TIME_SPAN_SECOND /* for making a file smaller before it is closed */

/* The name of a file for a person: without its ending. */
static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, BW_WORKSPACE_ENDING) && !g_str_equal (name, BW_WORKSPACE_ENDING))
    name[strlen (name) - strlen (BW_WORKSPACE_ENDING)] = '\0';

  return name;
}

/* Makes @desk what is open. */
void
bw_keeper_set_place (BwKeeper *self,
                     BwDesk   *desk,
                     gboolean  untitled)
{
  g_autoptr(GFile) file = g_file_new_for_path (desk->path);
  g_autofree char *name = untitled ? g_strdup (_("Untitled")) : dup_name (file);

  bw_desk_ref (desk);
  g_clear_pointer (&self->desk, bw_desk_unref);
  self->desk = desk;
  if (untitled)
    g_clear_object (&file);
  if (g_set_object (&self->file, file))
    bw_keeper_notify (self, BW_KEEPER_FILE);
  bw_keeper_set_flag (self, BW_KEEPER_UNTITLED, &self->untitled, untitled);
  bw_keeper_set_text (self, BW_KEEPER_NAME, &self->name, name);
}

/* Makes a file without a name what is open; it is there with the first batch. */
void
bw_keeper_begin_untitled (BwKeeper *self)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (BW_UNTITLED_BEGINNING, random, BW_WORKSPACE_ENDING, NULL);
  g_autoptr(GFile) file = g_file_get_child (self->folder, name);
  g_autoptr(BwDesk) desk = bw_desk_new (g_file_peek_path (file), NULL);

  bw_keeper_set_place (self, desk, TRUE);
}

/* Lets go of what was kept with the open file, and of what was on its way there. Tells of the place
 * alone. */
void
bw_keeper_forget (BwKeeper *self)
{
  g_clear_handle_id (&self->start, g_source_remove);
  g_clear_handle_id (&self->again, g_source_remove);
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_ptr_array_set_size (self->data, 0);
  g_ptr_array_set_size (self->versions, 0);
  g_ptr_array_set_size (self->notes, 0);
  g_hash_table_remove_all (self->views);
  g_hash_table_remove_all (self->problems);
  bw_keeper_set_imports (self, NULL);
  g_clear_pointer (&self->kept_panel, bw_panel_unref);
  g_clear_pointer (&self->draft, bw_model_unref);
  g_clear_pointer (&self->baseline, bw_model_unref);
  self->draft_changed = 0;
  self->flying = NULL;
  self->taking = NULL;
  self->checking = NULL;
  self->looking = NULL;
  self->opened = FALSE;
  self->counting = NULL;
  bw_keeper_stop_warming (self);
  self->passing = FALSE;
  self->pause = 0;
  if (g_set_object (&self->file, NULL))
    bw_keeper_notify (self, BW_KEEPER_FILE);
  bw_keeper_set_flag (self, BW_KEEPER_UNTITLED, &self->untitled, FALSE);
  bw_keeper_set_flag (self, BW_KEEPER_READ_ONLY, &self->read_only, FALSE);
  bw_keeper_set_flag (self, BW_KEEPER_SAVING, &self->saving, FALSE);
  bw_keeper_set_flag (self, BW_KEEPER_CHANGED, &self->changed, FALSE);
  bw_keeper_set_text (self, BW_KEEPER_WHY_READ_ONLY, &self->why_read_only, NULL);
  bw_keeper_set_text (self, BW_KEEPER_DAMAGE, &self->damage, NULL);
  bw_keeper_set_text (self, BW_KEEPER_TROUBLE, &self->trouble, NULL);
  bw_keeper_set_text (self, BW_KEEPER_NAME, &self->name, NULL);
}

typedef struct
{
  BwDesk  *desk;
  gboolean remove;
} Leaving;

static void
leaving_free (Leaving *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_free (self);
}

/* Runs in the writer's thread: closing a file may wait for the disk. */
static void
leave_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Leaving *leaving = task_data;
  g_autofree char *path = g_strdup (leaving->desk->path);

  if (leaving->desk->store != NULL && bw_store_may_write (leaving->desk->store) && !leaving->remove)
    bw_store_tidy_for (leaving->desk->store, PATIENCE, NULL); /* a failure is of no consequence */
  g_clear_pointer (&leaving->desk, bw_desk_unref);
  if (leaving->remove)
    bw_desk_remove (path, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Whether the open work was of no importance, and nothing was done with it. */
gboolean
bw_keeper_is_idle_work (BwKeeper *self)
{
  BwWorkspace *workspace = self->workspace;

  return self->untitled && self->passing && self->versions->len <= 1 && self->notes->len == 0 &&
         workspace->undo->len == 0 && workspace->redo->len == 0 && !self->changed;
}

/* Closes the file of @desk, which the keeper has let go of, behind what is on its way to it, and
 * deletes it where @remove says so. */
void
bw_keeper_leave (BwKeeper           *self,
                 BwDesk             *desk,
                 gboolean            remove,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Leaving *leaving = g_new (Leaving, 1);

  leaving->desk = desk;
  leaving->remove = remove;
  g_task_set_source_tag (task, bw_keeper_leave);
  g_task_set_task_data (task, leaving, (GDestroyNotify) leaving_free);
  bw_queue_push (self->queue, task, leave_in_thread);
}
