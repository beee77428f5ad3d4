/* Model files and versions that are compared: read, checked and scored by a worker. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/comparing-private.h"
#include "workspace/workspace-private.h"

#include <glib/gi18n-lib.h>

/**
 * bw_opened_new:
 * @results: (nullable): where it is not scored yet
 */
BwOpened *
bw_opened_new (GFile     *file,
               BwModel   *model,
               BwResults *results)
{
  BwOpened *self = g_new0 (BwOpened, 1);
  g_autofree char *base = g_file_get_basename (file);

  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base);
  self->model = bw_model_ref (model);
  self->results = results != NULL ? bw_results_ref (results) : NULL;

  return self;
}

/**
 * bw_opened_new_version:
 *
 * Returns: (transfer full): a version that is not scored yet; 0 is a model that is proposed
 */
BwOpened *
bw_opened_new_version (gint64      version,
                       const char *name,
                       BwModel    *model)
{
  BwOpened *self = g_new0 (BwOpened, 1);

  self->version = version;
  self->name = g_strdup (name);
  self->model = bw_model_ref (model);

  return self;
}

void
bw_opened_free (BwOpened *self)
{
  g_clear_object (&self->file);
  g_free (self->name);
  bw_model_unref (self->model);
  g_clear_pointer (&self->results, bw_results_unref);
  g_free (self);
}

/**
 * bw_opened_is_proposed:
 *
 * Returns: whether nobody opened it and nothing keeps it
 */
gboolean
bw_opened_is_proposed (const BwOpened *self)
{
  return self->version == 0 && self->file == NULL;
}

/* What a worker scores; of a file that is to be opened, or of all that are open. */
typedef struct
{
  BwSide     side;
  GFile     *file;   /* NULL for those that are open */
  BwPanel   *panel;
  BwResults *known;  /* of the panel, under another model */
  GPtrArray *opened; /* of BwOpened: scored, or without results where they do not fit */
  char      *misfit; /* why the first of these does not fit, or NULL */
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->known, bw_results_unref);
  g_ptr_array_unref (self->opened);
  g_free (self->misfit);
  g_free (self);
}

static Opening *
opening_new (BwComparing *self)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->panel = bw_panel_ref (bw_workspace_get_panel (self->workspace));
  opening->known = bw_results_ref (bw_workspace_get_baseline (self->workspace));
  opening->opened = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_opened_free);

  return opening;
}

/* Runs in a worker thread: it sees values and never the object. */
static void
open_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Opening *self = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_load (self->file, &error);
  g_autoptr(BwResults) results = NULL;

  if (model == NULL || !bw_model_check (model, self->panel, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  results = bw_workspace_score (model, self->panel, self->known, cancellable);
  if (g_task_return_error_if_cancelled (task))
    return;

  g_ptr_array_add (self->opened, bw_opened_new (self->file, model, results));
  g_task_return_boolean (task, TRUE);
}

/**
 * bw_comparing_open_async:
 * @file: a model
 *
 * Reads a model for @side and scores it over the panel that is open. A file that cannot be read, or
 * does not fit the data, is an error that says what is wrong and changes nothing.
 */
void
bw_comparing_open_async (BwComparing        *self,
                         BwSide              side,
                         GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (BW_IS_COMPARING (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_comparing_open_async);
  if (bw_workspace_get_panel (self->workspace) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                               _("A model is opened onto data: import customers first."));
      return;
    }

  opening = opening_new (self);
  opening->side = side;
  opening->file = g_object_ref (file);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

static gboolean
is_file (const BwOpened *opened,
         GFile          *file)
{
  return opened->file != NULL && g_file_equal (opened->file, file);
}

/* The place of @file among those that are open, or their number. */
static guint
find_file (BwComparing *self,
           GFile       *file)
{
  guint i = 0;

  while (i < self->opened->len && !is_file (g_ptr_array_index (self->opened, i), file))
    i++;

  return i;
}

/**
 * bw_comparing_open_finish:
 *
 * Chooses the file for its side. One that was open already is read anew and keeps its place.
 *
 * Returns: whether it was opened
 */
gboolean
bw_comparing_open_finish (BwComparing  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  Opening *opening;
  guint place;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, bw_comparing_open_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  opening = g_task_get_task_data (G_TASK (result));
  if (opening->panel != bw_workspace_get_panel (self->workspace))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _("Other data was imported meanwhile. Open the model again."));
      return FALSE;
    }

  place = find_file (self, opening->file);
  if (place < self->opened->len)
    {
      bw_opened_free (g_ptr_array_index (self->opened, place));
      g_ptr_array_index (self->opened, place) = g_ptr_array_steal_index (opening->opened, 0);
    }
  else
    g_ptr_array_add (self->opened, g_ptr_array_steal_index (opening->opened, 0));

  self->choices[opening->side] = BW_CHOICE_FILES + place;
  bw_comparing_set_notice (self, NULL);
  bw_comparing_choices_changed (self);
  bw_comparing_update (self);

  return TRUE;
}

/* Likewise. */
static void
rescore_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Opening *self = task_data;

  for (guint i = 0; i < self->opened->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      BwOpened *opened = g_ptr_array_index (self->opened, i);
      g_autoptr(GError) error = NULL;

      if (bw_model_check (opened->model, self->panel, &error))
        opened->results = bw_workspace_score (opened->model, self->panel, self->known, cancellable);
      else if (self->misfit == NULL)
        /* TRANSLATORS: a file's name, and why it cannot be used */
        self->misfit = g_strdup_printf (_("“%s” does not fit the data and was left out: %s"),
                                        opened->name, error->message);
    }

  g_task_return_boolean (task, TRUE);
}

/* Leaves out what stands at @place; a side where it was chosen goes back to what it was at first. A
 * version stays in the list: other data may have its columns again. */
static void
leave_out (BwComparing *self,
           guint        place)
{
  const gboolean gone = ((BwOpened *) g_ptr_array_index (self->opened, place))->version == 0;

  for (guint side = 0; side < BW_N_SIDES; side++)
    {
      if (self->choices[side] == BW_CHOICE_FILES + place)
        self->choices[side] = side == BW_SIDE_FROM ? BW_CHOICE_SAVED : BW_CHOICE_DRAFT;
      else if (gone && self->choices[side] > BW_CHOICE_FILES + place)
        self->choices[side]--;
    }
  if (gone)
    g_ptr_array_remove_index (self->opened, place);
}

/* The place of what @scored was made from, or BW_NONE where it was read anew or is gone. */
static guint
find_scored (BwComparing    *self,
             const BwOpened *scored)
{
  for (guint i = 0; i < self->opened->len; i++)
    {
      const BwOpened *opened = g_ptr_array_index (self->opened, i);

      if (opened->model == scored->model && opened->version == scored->version &&
          (scored->file == NULL || is_file (opened, scored->file)))
        return i;
    }

  return BW_NONE;
}

static void
on_rescored (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(BwComparing) self = g_weak_ref_get (ref);
  GTask *task = G_TASK (result);
  Opening *opening = g_task_get_task_data (task);

  g_weak_ref_clear (ref);
  g_free (ref);
  if (!g_task_propagate_boolean (task, NULL) || self == NULL ||
      self->rescoring != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->rescoring);
  for (guint i = 0; i < opening->opened->len; i++)
    {
      BwOpened *scored = g_ptr_array_index (opening->opened, i);
      const guint place = find_scored (self, scored);

      if (place == BW_NONE)
        continue;
      if (scored->results != NULL)
        ((BwOpened *) g_ptr_array_index (self->opened, place))->results =
          g_steal_pointer (&scored->results);
      else
        leave_out (self, place);
    }
  if (opening->misfit != NULL)
    bw_comparing_set_notice (self, g_steal_pointer (&opening->misfit));
  bw_comparing_choices_changed (self);
  bw_comparing_update (self);
}

/* Whether somebody waits for the scores of what stands at @place: a version is scored when it is
 * chosen. */
static gboolean
is_wanted (BwComparing *self,
           guint        place)
{
  const BwOpened *opened = g_ptr_array_index (self->opened, place);

  return opened->results == NULL &&
         (opened->version == 0 || self->choices[BW_SIDE_FROM] == BW_CHOICE_FILES + place ||
          self->choices[BW_SIDE_TO] == BW_CHOICE_FILES + place);
}

/* Scores what is open and wanted, and has no scores over the panel yet. */
void
bw_comparing_rescore (BwComparing *self)
{
  g_autoptr(GTask) task = NULL;
  Opening *opening;
  GWeakRef *ref;

  if (self->rescoring != NULL)
    g_cancellable_cancel (self->rescoring);
  g_clear_object (&self->rescoring);
  if (bw_workspace_get_results (self->workspace) == NULL)
    return;

  opening = opening_new (self);
  for (guint i = 0; i < self->opened->len; i++)
    {
      const BwOpened *opened = g_ptr_array_index (self->opened, i);

      if (!is_wanted (self, i))
        continue;
      g_ptr_array_add (opening->opened, opened->file == NULL
                       ? bw_opened_new_version (opened->version, opened->name, opened->model)
                       : bw_opened_new (opened->file, opened->model, NULL));
    }
  if (opening->opened->len == 0)
    {
      opening_free (opening);
      return;
    }

  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  self->rescoring = g_cancellable_new ();
  task = g_task_new (NULL, self->rescoring, on_rescored, ref);
  g_task_set_source_tag (task, bw_comparing_rescore);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, rescore_in_thread);
}
