/* The worker of an import in the making, where it reads files: what can be read, and what cannot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that cannot be read is set apart with the reason, with what there is to choose from in it,
 * and with what was chosen: it may be tried again in another way. */

#include "workspace/importing-private.h"
#include "workspace/mapping-memory.h"

#include <math.h>

/**
 * bw_import_state_take:
 * @intake: (transfer full) (nullable): what there is from now on
 */
void
bw_import_state_take (BwImportState *self,
                      BwIntake      *intake)
{
  g_clear_pointer (&self->intake, bw_intake_unref);
  self->intake = intake;
}

/**
 * bw_import_state_take_both:
 * @intake: (transfer full) (nullable): what there is from now on
 * @inspected: (transfer full) (nullable): what inspection alone makes of the same files
 */
void
bw_import_state_take_both (BwImportState *self,
                           BwIntake      *intake,
                           BwIntake      *inspected)
{
  bw_import_state_take (self, intake);
  g_clear_pointer (&self->inspected, bw_intake_unref);
  self->inspected = inspected;
  self->recalled = self->recalled && inspected != NULL;
}

/**
 * bw_import_find_file:
 *
 * Returns: the place of @file in @intake, or %BW_NONE
 */
guint
bw_import_find_file (const BwIntake *intake,
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

/**
 * bw_import_find_unread:
 * @unread: (element-type BwUnread): what could not be read
 *
 * Returns: the place of @file in it, or %BW_NONE
 */
guint
bw_import_find_unread (const GPtrArray *unread,
                       GFile           *file)
{
  for (guint i = 0; i < unread->len; i++)
    {
      if (g_file_equal (((const BwUnread *) unread->pdata[i])->file, file))
        return i;
    }

  return BW_NONE;
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
        g_ptr_array_add (unread, bw_unread_new (file, error, NULL, cancellable));
    }

  return good;
}

/* A file that cannot be read again is told once, with the newest reason. */
static void
take_unread (GPtrArray *unread,
             BwUnread  *added)
{
  const guint place = bw_import_find_unread (unread, added->file);

  if (place != BW_NONE)
    g_ptr_array_remove_index (unread, place);
  g_ptr_array_insert (unread, place != BW_NONE ? (int) place : -1, added);
}

/**
 * bw_import_work_read:
 * @base: (nullable): what the files are added to
 * @intake: (out) (transfer full) (nullable): what came of those that can be read; %NULL where none can
 *
 * Those that cannot be read are unread from now on.
 *
 * Returns: %FALSE with @error set where the files can be read, and still nothing can be made of them
 */
gboolean
bw_import_work_read (BwImportWork *self,
                     BwIntake     *base,
                     GPtrArray    *files,
                     BwIntake    **intake,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GPtrArray) unread = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_unread_free);
  g_autoptr(GPtrArray) good = NULL;

  *intake = read_files (self, base, files, cancellable, &failure);
  if (*intake != NULL)
    return TRUE;

  good = sort_out (files, unread, cancellable);
  if (unread->len == 0 || g_cancellable_is_cancelled (cancellable))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (good->len > 0)
    {
      *intake = read_files (self, base, good, cancellable, error);
      if (*intake == NULL)
        return FALSE;
    }
  else if (base != NULL)
    {
      *intake = bw_intake_ref (base);
    }
  while (unread->len > 0)
    take_unread (self->state.unread, g_ptr_array_steal_index (unread, 0));

  return TRUE;
}

/* @mapping, with the files of @mapped read as @choices say where they say something. */
static BwMapping *
with_choices (BwMapping       *mapping,
              guint            mapped,
              const BwReading *choices)
{
  const BwReading *known = bw_mapping_get_source (mapping, mapped)->reading;
  g_autoptr(BwReading) reading = known != NULL ? bw_reading_copy (known) : bw_reading_new ();

  bw_reading_take (reading, choices);

  return bw_mapping_with_reading (mapping, mapped, reading);
}

/**
 * bw_import_work_recall:
 * @step: (nullable): what was chosen for one file now, which is not to be lost
 *
 * Maps as last time, where files of that shape were imported before.
 */
void
bw_import_work_recall (BwImportWork *self,
                       const BwStep *step,
                       GCancellable *cancellable)
{
  BwIntake *inspected = self->state.inspected;
  g_autoptr(BwMapping) mapping = NULL;
  BwIntake *intake;

  self->state.recalled = FALSE;
  if (self->memory == NULL)
    return;
  mapping = bw_mapping_recall (self->memory, inspected);
  if (mapping == NULL)
    return;
  if (step != NULL)
    {
      const guint file = bw_import_find_file (inspected, step->files->pdata[0]);
      const guint mapped = bw_mapping_find (mapping, bw_intake_get_source (inspected, file));
      g_autoptr(BwMapping) known = g_steal_pointer (&mapping);

      if (mapped == BW_NONE)
        return;
      mapping = with_choices (known, mapped, step->choices);
    }

  intake = bw_intake_with_mapping (inspected, mapping, cancellable, NULL);
  if (intake == NULL)
    return;

  self->state.recalled = TRUE;
  bw_import_state_take (&self->state, intake);
}

/* The file by itself, or added to @base, read as the step says. */
static BwIntake *
read_as (BwImportWork *self,
         BwIntake     *base,
         const BwStep *step,
         GCancellable *cancellable,
         GError      **error)
{
  const BwWish wish = { .as_of = NAN, .reading = step->choices };
  GFile *file = step->files->pdata[0];

  return base != NULL ?
         bw_intake_with_file_as (base, file, step->choices, self->progress, self->progress_data,
                                 cancellable, error) :
         bw_intake_read (&file, 1, &wish, self->progress, self->progress_data, cancellable, error);
}

/* Takes what was read of a file that could not be read before. */
static void
take_read (BwImportWork *self,
           const BwStep *step,
           BwIntake     *intake,
           GCancellable *cancellable)
{
  BwImportState *state = &self->state;
  BwIntake *inspected = NULL;

  if (state->intake == NULL || state->inspected == state->intake)
    inspected = bw_intake_ref (intake);
  else if (state->inspected != NULL)
    inspected = read_as (self, state->inspected, step, cancellable, NULL);
  if (state->intake == NULL)
    {
      bw_import_state_take_both (state, intake, inspected);
      bw_import_work_recall (self, step, cancellable);
      return;
    }

  bw_import_state_take_both (state, intake, inspected);
}

/**
 * bw_import_work_retry:
 * @step: a file that could not be read, and how it is to be read
 *
 * Where it still cannot be, the reason is the new one.
 *
 * Returns: %FALSE with @error set where it was cancelled
 */
gboolean
bw_import_work_retry (BwImportWork *self,
                      const BwStep *step,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr(GError) failure = NULL;
  GFile *file = step->files->pdata[0];
  BwIntake *intake = read_as (self, self->state.intake, step, cancellable, &failure);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (intake == NULL)
    {
      take_unread (self->state.unread, bw_unread_new (file, failure, step->choices, cancellable));
      return TRUE;
    }

  g_ptr_array_remove_index (self->state.unread, bw_import_find_unread (self->state.unread, file));
  take_read (self, step, intake, cancellable);

  return TRUE;
}
