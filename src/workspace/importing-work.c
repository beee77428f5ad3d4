/* The worker of an import in the making: files and wishes in, another state out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It runs in its own thread and sees values alone. A file that cannot be read does not keep the
 * others: it is set apart with the reason. */

#include "workspace/importing-private.h"
#include "workspace/mapping-memory.h"

#include <math.h>

static void
take_intake (BwImportState *state,
             BwIntake      *intake)
{
  g_clear_pointer (&state->intake, bw_intake_unref);
  state->intake = intake;
}

static void
take_inspected (BwImportState *state,
                BwIntake      *intake)
{
  g_clear_pointer (&state->inspected, bw_intake_unref);
  state->inspected = intake;
}

/* Reads @files by themselves, or to @base where that is given. */
static BwIntake *
read_files (BwImportWork *self,
            BwIntake     *base,
            GPtrArray    *files,
            GCancellable *cancellable,
            GError      **error)
{
  const BwWish wish = { .as_of = NAN };
  GFile *const *list = (GFile *const *) files->pdata;

  return base != NULL ?
         bw_intake_with_files (base, list, files->len, self->progress, self->progress_data,
                               cancellable, error) :
         bw_intake_read (list, files->len, &wish, self->progress, self->progress_data,
                         cancellable, error);
}

/* Those of @files that can be read; the others are told to @unread. */
static GPtrArray *
sort_out (GPtrArray    *files,
          GPtrArray    *unread,
          GCancellable *cancellable)
{
  GPtrArray *good = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GFile *file = files->pdata[i];
      g_autoptr(GError) error = NULL;
      g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, cancellable, &error);

      if (source != NULL)
        g_ptr_array_add (good, g_object_ref (file));
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_ptr_array_add (unread, bw_unread_new (file, error));
    }

  return good;
}

/* Reads what can be read of @files: an intake, or none with @failure where all went wrong. */
static BwIntake *
read_what_can_be (BwImportWork *self,
                  BwIntake     *base,
                  GPtrArray    *files,
                  GCancellable *cancellable,
                  GError      **failure)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) unread = NULL;
  g_autoptr(GPtrArray) good = NULL;
  BwIntake *intake = read_files (self, base, files, cancellable, &error);

  if (intake == NULL && files->len > 1 && !g_cancellable_is_cancelled (cancellable))
    {
      unread = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_unread_free);
      good = sort_out (files, unread, cancellable);
      if (good->len > 0 && good->len < files->len)
        {
          g_clear_error (&error);
          intake = read_files (self, base, good, cancellable, &error);
        }
      if (intake != NULL)
        g_ptr_array_extend (self->state.unread, unread, bw_unread_copy, NULL);
    }
  if (intake == NULL)
    g_propagate_error (failure, g_steal_pointer (&error));

  return intake;
}

/* As last time, where files of that shape were imported before. */
static void
recall (BwImportWork *self,
        GCancellable *cancellable)
{
  g_autoptr(BwMapping) mapping = NULL;
  BwIntake *intake;

  self->state.recalled = FALSE;
  if (self->memory == NULL)
    return;
  mapping = bw_mapping_recall (self->memory, self->state.inspected);
  if (mapping == NULL)
    return;

  intake = bw_intake_with_mapping (self->state.inspected, mapping, cancellable, NULL);
  if (intake == NULL)
    return;

  self->state.recalled = TRUE;
  take_intake (&self->state, intake);
}

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

static gboolean
read_all (BwImportWork *self,
          const BwStep *step,
          GCancellable *cancellable,
          GError      **error)
{
  const gboolean adds = step->adds && self->open != NULL;
  BwIntake *intake;

  g_ptr_array_set_size (self->state.unread, 0);
  intake = read_what_can_be (self, adds ? self->open : NULL, step->files, cancellable, error);
  if (intake == NULL)
    return FALSE;

  take_intake (&self->state, intake);
  self->state.adds = adds;
  take_inspected (&self->state, adds ? NULL : bw_intake_ref (intake));
  self->state.recalled = FALSE;
  if (!adds)
    recall (self, cancellable);

  return TRUE;
}

static guint
find_file (const BwIntake *intake,
           GFile          *file)
{
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    {
      GFile *other = bw_intake_get_file (intake, i);

      if (other == file || (other != NULL && g_file_equal (other, file)))
        return i;
    }

  return BW_NONE;
}

/* @inspected: (nullable) (transfer full): what inspection alone makes of the same files */
static void
take_both (BwImportState *state,
           BwIntake      *intake,
           BwIntake      *inspected)
{
  take_intake (state, intake);
  take_inspected (state, inspected);
  state->recalled = state->recalled && inspected != NULL;
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
      if (find_file (intake, step->files->pdata[i]) != BW_NONE)
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
  BwIntake *intake = read_what_can_be (self, self->state.intake, step->files, cancellable, error);

  if (intake == NULL)
    return FALSE;

  take_both (&self->state, intake, inspect_with (self, step, intake, cancellable));

  return TRUE;
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

  file = self->state.inspected == NULL ? BW_NONE : find_file (self->state.inspected, gone);

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
  const guint file = find_file (self->state.intake, gone);
  BwIntake *intake;

  if (file == BW_NONE)
    return TRUE;
  intake = bw_intake_without_file (self->state.intake, file, cancellable, error);
  if (intake == NULL)
    return FALSE;

  take_both (&self->state, intake, inspect_without (self, gone, intake, cancellable));

  return TRUE;
}

static gboolean
reread (BwImportWork *self,
        const BwStep *step,
        GCancellable *cancellable,
        GError      **error)
{
  const guint file = find_file (self->state.intake, step->files->pdata[0]);
  BwIntake *intake;

  if (file == BW_NONE)
    return TRUE;
  intake = bw_intake_with_reading (self->state.intake, file, step->choices, self->progress,
                                   self->progress_data, cancellable, error);
  if (intake == NULL)
    return FALSE;

  take_intake (&self->state, intake);

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
          take_intake (&self->state, intake);
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
    case BW_STEP_AFRESH:
      take_both (&self->state, bw_intake_ref (self->state.inspected),
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
