/* What the open file keeps of its imports, read in the writer's thread: the intake, and reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include "store/kept-imports.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BwDesk        *desk;
  BwProgressFunc progress;
  gpointer       progress_data;
  gint64         import;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_free (self);
}

/* Whether there is a file to read from; else @task has its answer. */
static gboolean
has_file (BwKeeper *self,
          GTask    *task)
{
  if (self->desk != NULL)
    return TRUE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, _("No workspace is open."));

  return FALSE;
}

static void
give_back (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else if (reading->import == 0)
    g_task_return_pointer (task, found, (GDestroyNotify) bw_intake_unref);
  else
    g_task_return_pointer (task, found, (GDestroyNotify) bw_report_unref);
}

/* Runs @func behind what is on its way to the file, for @task. */
static void
push (BwKeeper       *self,
      GTask          *task,
      const Reading  *reading,
      GTaskThreadFunc func)
{
  g_autoptr(GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), give_back, g_object_ref (task));
  Reading *copy = g_memdup2 (reading, sizeof *reading);

  copy->desk = bw_desk_ref (self->desk);
  g_task_set_task_data (inner, copy, (GDestroyNotify) reading_free);
  bw_queue_push (self->queue, inner, func);
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Reading *self = task_data;
  g_autoptr(GError) error = NULL;
  BwShelf *shelf = self->desk->store != NULL ? bw_desk_get_shelf (self->desk, &error) : NULL;
  BwIntake *intake = NULL;

  if (shelf != NULL)
    bw_shelf_read (shelf, self->progress, self->progress_data, cancellable, &intake, &error);
  if (intake != NULL)
    g_task_return_pointer (task, intake, (GDestroyNotify) bw_intake_unref);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _("The workspace holds no exports to add to."));
}

/**
 * bw_keeper_get_intake_async:
 * @progress: (nullable): called now and then **from a worker's thread**
 * @progress_data: for @progress; lives until @callback
 *
 * Changes wait for their way to the file while exports are read.
 */
void
bw_keeper_get_intake_async (BwKeeper           *self,
                            BwProgressFunc      progress,
                            gpointer            progress_data,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  const Reading reading = { .progress = progress, .progress_data = progress_data };
  g_autoptr(GTask) task = NULL;
  BwIntake *open;

  g_return_if_fail (BW_IS_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_keeper_get_intake_async);
  open = bw_workspace_get_intake (self->workspace);
  if (open != NULL)
    g_task_return_pointer (task, bw_intake_ref (open), (GDestroyNotify) bw_intake_unref);
  else if (has_file (self, task))
    push (self, task, &reading, read_in_thread);
}

/**
 * bw_keeper_get_intake_finish:
 *
 * Returns: (transfer full) (nullable): the intake, or %NULL with @error set
 */
BwIntake *
bw_keeper_get_intake_finish (BwKeeper     *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
report_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Reading *self = task_data;
  g_autoptr(GError) error = NULL;
  BwReport *report = self->desk->store != NULL
    ? bw_store_get_report (self->desk->store, self->import, &error) : NULL;

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) bw_report_unref);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _("The report of this import cannot be read."));
}

/**
 * bw_keeper_get_report_async:
 * @import: its id
 *
 * Reads what was said of all files when @import came.
 */
void
bw_keeper_get_report_async (BwKeeper           *self,
                            gint64              import,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  const Reading reading = { .import = import };
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (import > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_keeper_get_report_async);
  if (has_file (self, task))
    push (self, task, &reading, report_in_thread);
}

/**
 * bw_keeper_get_report_finish:
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with @error set
 */
BwReport *
bw_keeper_get_report_finish (BwKeeper     *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * Counting:
 * @imports: (element-type gint64): of which to count
 * @problems: (element-type guint): of each, what needs a look
 */
typedef struct
{
  BwDesk *desk;
  GArray *imports;
  GArray *problems;
} Counting;

static void
counting_free (Counting *self)
{
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_array_unref (self->imports);
  g_array_unref (self->problems);
  g_free (self);
}

/* Runs in the writer's thread: it sees the file and never the keeper. */
static void
count_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Counting *self = task_data;

  for (guint i = 0; i < self->imports->len; i++)
    {
      g_autoptr(BwReport) report =
        bw_store_get_report (self->desk->store, g_array_index (self->imports, gint64, i), NULL);
      guint n = 0;

      for (gsize j = 0; report != NULL && j < bw_report_get_n_problems (report); j++)
        n += bw_report_get_problem (report, j)->severity != BW_SEVERITY_NOTE;
      g_array_append_val (self->problems, n);
    }
  g_clear_pointer (&self->desk, bw_desk_unref);
  g_task_return_boolean (task, TRUE);
}

static void
problems_counted (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwKeeper) self = g_weak_ref_get (ref);
  Counting *counting = g_task_get_task_data (G_TASK (result));
  g_autoptr(GPtrArray) imports = NULL;

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self == NULL || self->counting != result)
    return;

  self->counting = NULL;
  for (guint i = 0; i < counting->problems->len; i++)
    g_hash_table_insert (self->problems, g_memdup2 (&g_array_index (counting->imports, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (g_array_index (counting->problems, guint, i)));
  imports = g_ptr_array_ref (self->imports);
  bw_keeper_set_imports (self, imports);
  bw_keeper_emit (self, BW_KEEPER_IMPORTS_CHANGED);
}

/* Counts what needs a look in the reports of the imports that are listed, where that is not known;
 * reports may be long. */
void
bw_keeper_count_problems (BwKeeper *self)
{
  g_autoptr(GTask) task = NULL;
  Counting *counting;
  GWeakRef *ref;
  g_autoptr(GArray) unknown = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->imports->len; i++)
    {
      const BwKeptImport *import = g_ptr_array_index (self->imports, i);

      if (!g_hash_table_contains (self->problems, &import->id))
        g_array_append_val (unknown, import->id);
    }
  if (unknown->len == 0)
    return;

  counting = g_new0 (Counting, 1);
  counting->desk = bw_desk_ref (self->desk);
  counting->imports = g_steal_pointer (&unknown);
  counting->problems = g_array_new (FALSE, FALSE, sizeof (guint));
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, problems_counted, ref);
  g_task_set_task_data (task, counting, (GDestroyNotify) counting_free);
  self->counting = G_ASYNC_RESULT (task);
  bw_queue_push (self->queue, task, count_in_thread);
}
