/* Work without a name that nobody has open: left by closing the program, or by a crash. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include "store/holder.h"
#include "store/kept-imports.h"
#include "store/kept-models.h"
#include "store/kept-panel.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
bw_left_work_free (BwLeftWork *self)
{
  g_object_unref (self->file);
  g_free (self->title);
  g_free (self);
}

/* What the work is called: by its model, unless nobody named that; then by its first export. */
static char *
dup_title (BwStore *store)
{
  g_autoptr(BwKeptDraft) draft = bw_store_get_draft (store, NULL);
  g_autoptr(GPtrArray) imports = bw_store_list_imports (store, NULL);
  const char *name = draft != NULL ? bw_model_get_name (draft->model) : NULL;

  if (name != NULL && !g_str_equal (name, _("Customer health")))
    return g_strdup (name);
  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      const BwKeptImport *import = g_ptr_array_index (imports, i);

      if (import->files->len > 0)
        return g_strdup (((BwKeptFile *) import->files->pdata[0])->name);
    }

  return g_strdup (name != NULL ? name : _("Untitled"));
}

static gint64
get_modified (const char *path)
{
  GStatBuf there;

  return g_stat (path, &there) == 0 ? (gint64) there.st_mtime * G_USEC_PER_SEC : 0;
}

/* Whether nobody has the file open. */
static gboolean
is_left (const char *path)
{
  g_autoptr(BwHolder) holder = bw_holder_take (path, NULL, NULL);

  return holder != NULL;
}

/* The work at @path, or NULL where somebody has it open, or it is none. */
static BwLeftWork *
look_at (const char *path)
{
  g_autoptr(BwStore) store = is_left (path) ? bw_store_open (path, BW_ACCESS_READ, NULL) : NULL;
  g_autoptr(BwPanel) panel = store != NULL ? bw_store_get_panel (store, NULL) : NULL;
  BwLeftWork *left;

  if (store == NULL)
    return NULL;

  left = g_new0 (BwLeftWork, 1);
  left->file = g_file_new_for_path (path);
  left->title = dup_title (store);
  left->modified = get_modified (path);
  left->n_customers = panel != NULL ? bw_panel_get_n_customers (panel) : 0;

  return left;
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  const BwLeftWork *x = *(const BwLeftWork *const *) a, *y = *(const BwLeftWork *const *) b;

  return x->modified > y->modified ? -1 : x->modified < y->modified;
}

/* Runs in a worker thread: it sees the folder and never the keeper. */
static void
list_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *folder = task_data;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_left_work_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL); /* there is none before it is needed */
  const char *name;

  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      BwLeftWork *left = g_str_has_prefix (name, BW_UNTITLED_BEGINNING) &&
                         g_str_has_suffix (name, BW_WORKSPACE_ENDING) ? look_at (path) : NULL;

      if (left != NULL)
        g_ptr_array_add (found, left);
    }
  if (g_task_return_error_if_cancelled (task))
    return;

  g_ptr_array_sort (found, compare_ages);
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * bw_keeper_list_left_async:
 *
 * Looks in a worker for work without a name that nobody has open.
 */
void
bw_keeper_list_left_async (BwKeeper           *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr(GTask) listing = NULL;
  GTask *task;

  g_return_if_fail (BW_IS_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_keeper_list_left_async);
  listing = g_task_new (NULL, cancellable, listed, task); /* a worker never holds the keeper */
  g_task_set_task_data (listing, g_file_get_path (self->folder), g_free);
  g_task_run_in_thread (listing, list_in_thread);
}

/**
 * bw_keeper_list_left_finish:
 *
 * Returns: (transfer full) (nullable) (element-type BwLeftWork): what was left, the newest first, or
 *   %NULL with @error set
 */
GPtrArray *
bw_keeper_list_left_finish (BwKeeper     *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * bw_keeper_throw_away:
 * @left: of the folder of work without a name
 *
 * Deletes work for good, unless somebody has it open.
 *
 * Returns: whether it is gone
 */
gboolean
bw_keeper_throw_away (BwKeeper *self,
                      GFile    *left,
                      GError  **error)
{
  g_autoptr(BwHolder) holder = NULL;

  g_return_val_if_fail (BW_IS_KEEPER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (left), FALSE);
  g_return_val_if_fail (g_file_has_parent (left, self->folder), FALSE);

  holder = bw_holder_take (g_file_peek_path (left), NULL, error);

  return holder != NULL && bw_desk_remove (g_file_peek_path (left), error);
}
