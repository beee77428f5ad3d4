/* The worker of an import in the making: files and wishes in, another state out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It runs in its own thread and sees values alone. */

#include "workspace/importing-private.h"

#include <math.h>

/**
 * bw_import_fits_open:
 *
 * Returns: whether the mapping of @open knows every one of @files by its name
 */
gboolean
bw_import_fits_open (BwIntake     *open,
                     GFile *const *files,
                     guint         n_files)
{
  for (guint i = 0; open != NULL && i < n_files; i++)
    {
      g_autofree char *name = g_file_get_basename (files[i]);

      if (bw_mapping_match (bw_intake_get_mapping (open), name) == BW_NONE)
        return FALSE;
    }

  return open != NULL;
}

/* Files of a name that is open already take the places of the older ones, or stand beside them. */
static gboolean
settle_namesakes (BwImportWork *self,
                  const BwStep *step,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autoptr(GArray) places = NULL;
  g_autoptr(BwIntake) intake = NULL;

  if (self->state.adds && self->state.intake != NULL)
    places = bw_import_list_replaced (self->state.intake, self->open);
  bw_import_state_find_namesakes (&self->state, places);
  if (places == NULL || places->len == 0 || isnan (step->beside))
    return TRUE;

  intake = bw_intake_ref (self->state.intake);
  if (!bw_import_work_read_beside (self, step->files, places, step->beside, &intake, cancellable,
                                   error))
    return FALSE;
  self->state.namesakes.beside = step->beside;
  bw_import_state_take (&self->state, g_steal_pointer (&intake));

  return TRUE;
}

static gboolean
read_all (BwImportWork *self,
          const BwStep *step,
          GCancellable *cancellable,
          GError      **error)
{
  const gboolean adds = step->adds && self->open != NULL;
  BwIntake *intake;

  g_ptr_array_set_size (self->state.unread, 0);
  if (!bw_import_work_read (self, adds ? self->open : NULL, step->files, &intake, cancellable, error))
    return FALSE;

  self->state.adds = adds;
  self->state.recalled = FALSE;
  bw_import_state_take_both (&self->state, intake,
                             adds || intake == NULL ? NULL : bw_intake_ref (intake));
  if (!adds && intake != NULL)
    bw_import_work_recall (self, NULL, cancellable);

  return settle_namesakes (self, step, cancellable, error);
}

/* What inspection alone makes of the files with those of @step that @intake has. */
static BwIntake *
inspect_with (BwImportWork *self,
              const BwStep *step,
              BwIntake     *intake,
              GCancellable *cancellable)
{
  g_autoptr(GPtrArray) read = g_ptr_array_new ();

  if (self->state.inspected == self->state.intake)
    return bw_intake_ref (intake);
  for (guint i = 0; i < step->files->len; i++)
    {
      if (bw_import_find_file (intake, step->files->pdata[i]) != BW_NONE)
        g_ptr_array_add (read, step->files->pdata[i]);
    }

  return self->state.inspected == NULL || read->len == 0 ? NULL :
         bw_intake_with_files (self->state.inspected, (GFile *const *) read->pdata, read->len,
                               NULL, NULL, cancellable, NULL);
}

static gboolean
add_files (BwImportWork *self,
           const BwStep *step,
           GCancellable *cancellable,
           GError      **error)
{
  BwIntake *intake;

  if (!bw_import_work_read (self, self->state.intake, step->files, &intake, cancellable, error))
    return FALSE;
  if (intake != NULL)
    bw_import_state_take_both (&self->state, intake,
                               inspect_with (self, step, intake, cancellable));

  return settle_namesakes (self, step, cancellable, error);
}

/* What inspection alone makes of the files without the one that @intake lacks. */
static BwIntake *
inspect_without (BwImportWork *self,
                 GFile        *gone,
                 BwIntake     *intake,
                 GCancellable *cancellable)
{
  guint file;

  if (self->state.inspected == self->state.intake)
    return bw_intake_ref (intake);

  file = self->state.inspected == NULL ? BW_NONE : bw_import_find_file (self->state.inspected, gone);

  return file == BW_NONE ? NULL :
         bw_intake_without_file (self->state.inspected, file, cancellable, NULL);
}

static gboolean
remove_file (BwImportWork *self,
             const BwStep *step,
             GCancellable *cancellable,
             GError      **error)
{
  GFile *gone = step->files->pdata[0];
  const guint file = bw_import_find_file (self->state.intake, gone);
  BwIntake *intake;

  if (file == BW_NONE)
    return TRUE;
  intake = bw_intake_without_file (self->state.intake, file, cancellable, error);
  if (intake == NULL)
    return FALSE;

  bw_import_state_take_both (&self->state, intake, inspect_without (self, gone, intake, cancellable));

  return TRUE;
}

static gboolean
reread (BwImportWork *self,
        const BwStep *step,
        GCancellable *cancellable,
        GError      **error)
{
  const guint file = bw_import_find_file (self->state.intake, step->files->pdata[0]);
  BwIntake *intake;

  if (file == BW_NONE)
    return TRUE;
  intake = bw_intake_with_reading (self->state.intake, file, step->choices, self->progress,
                                   self->progress_data, cancellable, error);
  if (intake == NULL)
    return FALSE;

  bw_import_state_take (&self->state, intake);

  return TRUE;
}

/* The intake under the first @n_edits of the steps, or %NULL. */
static BwIntake *
edit_some (BwImportWork *self,
           guint         n_edits,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(BwMapping) mapping = bw_mapping_ref (bw_intake_get_mapping (self->state.intake));

  for (guint i = 0; i < n_edits; i++)
    {
      BwMapping *edited = bw_step_apply (self->steps->pdata[i], mapping);

      bw_mapping_unref (mapping);
      mapping = edited;
    }

  return bw_intake_with_mapping (self->state.intake, mapping, cancellable, error);
}

/* As many edits as can be: where the last of them makes it fail, those before it hold. */
static gboolean
edit_mapping (BwImportWork *self,
              GCancellable *cancellable,
              GError      **error)
{
  for (guint n_edits = self->steps->len; n_edits > 0; n_edits--)
    {
      g_autoptr(GError) failure = NULL;
      BwIntake *intake = edit_some (self, n_edits, cancellable, &failure);

      if (intake != NULL)
        {
          bw_import_state_take (&self->state, intake);
          return TRUE;
        }
      if (n_edits == 1 || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_clear_error (&self->failure);
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (self->failure == NULL)
        self->failure = g_steal_pointer (&failure);
    }

  return TRUE;
}

/* Nothing is done where the file was read or taken out in the meantime. */
static gboolean
drop_unread (BwImportWork *self,
             const BwStep *step)
{
  const guint place = bw_import_find_unread (self->state.unread, step->files->pdata[0]);

  if (place != BW_NONE)
    g_ptr_array_remove_index (self->state.unread, place);

  return TRUE;
}

static gboolean
retry (BwImportWork *self,
       const BwStep *step,
       GCancellable *cancellable,
       GError      **error)
{
  if (bw_import_find_unread (self->state.unread, step->files->pdata[0]) != BW_NONE)
    return bw_import_work_retry (self, step, cancellable, error);

  return self->state.intake == NULL || reread (self, step, cancellable, error);
}

static gboolean
do_step (BwImportWork *self,
         GCancellable *cancellable,
         GError      **error)
{
  const BwStep *step = g_ptr_array_index (self->steps, 0);

  switch (step->kind)
    {
    case BW_STEP_READ:
      return read_all (self, step, cancellable, error);
    case BW_STEP_ADD:
      return add_files (self, step, cancellable, error);
    case BW_STEP_REMOVE:
      return remove_file (self, step, cancellable, error);
    case BW_STEP_REREAD:
      return reread (self, step, cancellable, error);
    case BW_STEP_RETRY:
      return retry (self, step, cancellable, error);
    case BW_STEP_DROP:
      return drop_unread (self, step);
    case BW_STEP_AFRESH:
      bw_import_state_take_both (&self->state, bw_intake_ref (self->state.inspected),
                                 bw_intake_ref (self->state.inspected));
      self->state.recalled = FALSE;
      return TRUE;
    case BW_STEP_EDIT:
    default:
      return edit_mapping (self, cancellable, error);
    }
}

/**
 * bw_import_work_do:
 *
 * Carries out the steps; to be called in a worker. After an error nothing of the state counts.
 */
gboolean
bw_import_work_do (BwImportWork *self,
                   GCancellable *cancellable,
                   GError      **error)
{
  if (!do_step (self, cancellable, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  bw_import_state_weigh (&self->state);
  bw_import_facts_find (&self->state.facts, self->state.intake,
                        self->state.adds ? self->open : NULL);

  return TRUE;
}
