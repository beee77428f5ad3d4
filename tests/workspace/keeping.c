/* A keeper over a folder of its own, waiting for it, and its files looked at from outside. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "keeping.h"

#include "fixture.h"

#include <glib/gstdio.h>

static void
start (Keeping *self)
{
  self->workspace = bw_workspace_new ();
  self->keeper = bw_keeper_new (self->workspace, self->untitled);
}

void
keeping_set_up (Keeping *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *untitled = NULL;

  self->folder = g_dir_make_tmp ("bw-keeper-XXXXXX", &error);
  g_assert_no_error (error);
  untitled = g_build_filename (self->folder, "untitled", NULL);
  self->untitled = g_file_new_for_path (untitled);
  start (self);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
end (Keeping *self)
{
  g_clear_object (&self->keeper);
  g_clear_object (&self->workspace);
  settle ();
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
keeping_tear_down (Keeping *self)
{
  end (self);
  remove_tree (self->folder);
  g_clear_object (&self->untitled);
  g_free (self->folder);
}

/* Ends the keeper as the program's end does, and starts another over the same folder. */
void
keeping_restart (Keeping *self)
{
  end (self);
  start (self);
}

/* Six customers under half usage and half tickets; nothing is open before. */
void
keeping_take (Keeping *self)
{
  g_autoptr(BwPanel) panel = fixture_panel (2);
  g_autoptr(BwModel) model = fixture_model ("Test", "\"usage\": 50, \"tickets\": 50");
  g_autoptr(GError) error = NULL;

  g_assert_true (bw_workspace_take_panel (self->workspace, panel, model, &error));
  g_assert_no_error (error);
}

static gboolean
give_up (gpointer user_data)
{
  g_error ("nothing happened for 20 seconds");

  return G_SOURCE_REMOVE;
}

/* Waits until all is in the file. */
void
keeping_wait (Keeping *self)
{
  const guint id = g_timeout_add_seconds (20, give_up, NULL);

  while (bw_keeper_get_saving (self->keeper))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_cmpstr (bw_keeper_get_trouble (self->keeper), ==, NULL);
}

void
keeping_wait_for_trouble (Keeping *self)
{
  const guint id = g_timeout_add_seconds (20, give_up, NULL);

  while (bw_keeper_get_trouble (self->keeper) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

/* Gives usage @share of the segment Pro, as one drag. */
void
keeping_nudge (Keeping *self,
               double   share)
{
  bw_workspace_set_segment (self->workspace, PRO);
  bw_workspace_drag_begin (self->workspace, USAGE);
  bw_workspace_drag_to (self->workspace, share);
  bw_workspace_drag_end (self->workspace);
}

char *
keeping_path (Keeping    *self,
              const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* The one file without a name that there is, or NULL. */
char *
keeping_find_untitled (Keeping *self)
{
  g_autoptr(GDir) dir = g_dir_open (g_file_peek_path (self->untitled), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, "untitled-") && g_str_has_suffix (name, ".bellwether"))
        return g_build_filename (g_file_peek_path (self->untitled), name, NULL);
    }

  return NULL;
}

static void
note_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  const guint id = g_timeout_add_seconds (20, give_up, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);

  return *result;
}

/* What a call that goes by GTask came to: NULL, or what it said. */
static char *
finish (Keeping *self,
        GAsyncResult *result,
        gboolean     ( *done )(BwKeeper *, GAsyncResult *, GError **))
{
  g_autoptr(GError) error = NULL;
  const gboolean succeeded = done (self->keeper, result, &error);

  g_assert_cmpint (succeeded, ==, error == NULL);

  return error != NULL ? g_strdup (error->message) : NULL;
}

static char *
open_file (Keeping    *self,
           const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  bw_keeper_open_async (self->keeper, file, NULL, note_result, &result);

  return finish (self, wait_for (&result), bw_keeper_open_finish);
}

void
keeping_open (Keeping    *self,
              const char *path)
{
  g_autofree char *said = open_file (self, path);

  g_assert_cmpstr (said, ==, NULL);
}

/* What opening @path says; it must not be possible. */
char *
keeping_open_failing (Keeping    *self,
                      const char *path)
{
  char *said = open_file (self, path);

  g_assert_nonnull (said);

  return said;
}

gboolean
keeping_try_open (Keeping    *self,
                  const char *path)
{
  g_autofree char *said = open_file (self, path);

  return said == NULL;
}

/* The share of usage in Pro after whatever cut off the program that had @path. */
double
keeping_settled_share (Keeping    *self,
                       const char *path)
{
  double share;

  keeping_open (self, path);
  g_assert_false (bw_keeper_get_read_only (self->keeper));
  share = bw_model_get_segment (bw_workspace_get_model (self->workspace), PRO)->shares[USAGE];
  keeping_close (self);

  return share;
}

void
keeping_close (Keeping *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *said = NULL;

  bw_keeper_close_async (self->keeper, NULL, note_result, &result);
  said = finish (self, wait_for (&result), bw_keeper_close_finish);
  g_assert_cmpstr (said, ==, NULL);
}

/* Begins to close, and takes that back while the last changes are on their way. */
void
keeping_close_and_cancel (Keeping *self)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *said = NULL;

  bw_keeper_close_async (self->keeper, cancellable, note_result, &result);
  g_cancellable_cancel (cancellable);
  said = finish (self, wait_for (&result), bw_keeper_close_finish);
  g_assert_nonnull (said);
}

static char *
save_as (Keeping    *self,
         const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  bw_keeper_save_as_async (self->keeper, file, NULL, note_result, &result);

  return finish (self, wait_for (&result), bw_keeper_save_as_finish);
}

void
keeping_save_as (Keeping    *self,
                 const char *path)
{
  g_autofree char *said = save_as (self, path);

  g_assert_cmpstr (said, ==, NULL);
}

/* What saving as @path says; it must not be possible. */
char *
keeping_save_as_failing (Keeping    *self,
                         const char *path)
{
  char *said = save_as (self, path);

  g_assert_nonnull (said);

  return said;
}

void
keeping_save_copy (Keeping    *self,
                   const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *said = NULL;

  bw_keeper_save_copy_async (self->keeper, file, NULL, note_result, &result);
  said = finish (self, wait_for (&result), bw_keeper_save_copy_finish);
  g_assert_cmpstr (said, ==, NULL);
}

GPtrArray *
keeping_list_left (Keeping *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *left;

  bw_keeper_list_left_async (self->keeper, NULL, note_result, &result);
  left = bw_keeper_list_left_finish (self->keeper, wait_for (&result), &error);
  g_assert_no_error (error);

  return left;
}

/* The draft that the file at @path holds, seen by a store of its own. */
static BwModel *
read_draft (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = bw_store_open (path, BW_ACCESS_READ, &error);
  g_autoptr(BwKeptDraft) draft = NULL;

  g_assert_no_error (error);
  draft = bw_store_get_draft (store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (draft);

  return bw_model_ref (draft->model);
}

/* The share of usage in Pro that the file at @path holds. */
double
keeping_read_share (const char *path)
{
  g_autoptr(BwModel) model = read_draft (path);

  return bw_model_get_segment (model, PRO)->shares[USAGE];
}

void
keeping_check_name (const char *path,
                    const char *name)
{
  g_autoptr(BwModel) model = read_draft (path);

  g_assert_cmpstr (bw_model_get_name (model), ==, name);
}
