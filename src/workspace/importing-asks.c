/* What is asked of an import in the making: files come and go, are read in another way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/importing-private.h"
#include "workspace/mapping-memory.h"

#include <math.h>

static GPtrArray *
dup_files (GFile *const *files,
           guint         n_files)
{
  GPtrArray *kept = g_ptr_array_new_full (n_files, g_object_unref);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (kept, g_object_ref (files[i]));

  return kept;
}

/**
 * bw_step_new:
 * @files: (array length=n_files): kept
 */
BwStep *
bw_step_new (BwStepKind    kind,
             GFile *const *files,
             guint         n_files)
{
  BwStep *step = g_new0 (BwStep, 1);

  step->kind = kind;
  step->beside = NAN;
  step->files = dup_files (files, n_files);

  return step;
}

/**
 * bw_importing_get_kind:
 * @file: place in the intake
 *
 * Returns: which kind of file it is: choices hold for all of a kind
 */
const char *
bw_importing_get_kind (BwImporting *self,
                       guint        file)
{
  BwMapping *mapping = bw_intake_get_mapping (self->state.intake);
  const guint source = bw_mapping_find (mapping, bw_intake_get_source (self->state.intake, file));

  return source == BW_NONE ? "" : bw_mapping_get_source (mapping, source)->id;
}

/* Drops what was chosen of how files are read, until the step turns out to be impossible. */
static void
push_without_choices (BwImporting *self,
                      BwStep      *step)
{
  step->kept = g_steal_pointer (&self->choices);
  self->choices = bw_importing_new_choices ();
  bw_importing_push (self, step);
}

static void
ask_to_read (BwImporting *self,
             gboolean     adds,
             double       beside)
{
  BwStep *step = bw_step_new (BW_STEP_READ, (GFile *const *) self->files->pdata, self->files->len);

  step->adds = adds;
  step->beside = beside;
  push_without_choices (self, step);
}

/**
 * bw_importing_read:
 * @files: (array length=n_files): exports that belong together
 *
 * Reads the files: to what is open where its mapping knows them all, else by themselves and as
 * last time where files of their shape were imported before.
 */
void
bw_importing_read (BwImporting  *self,
                   GFile *const *files,
                   guint         n_files)
{
  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (files != NULL && n_files > 0);

  g_ptr_array_unref (self->files);
  self->files = dup_files (files, n_files);
  ask_to_read (self, bw_import_fits_open (self->open, files, n_files), NAN);
}

/**
 * bw_importing_set_adds:
 * @adds: whether the files add to what is open, or are read by themselves
 *
 * Starts over with the same files.
 */
void
bw_importing_set_adds (BwImporting *self,
                       gboolean     adds)
{
  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (!adds || self->open != NULL);

  ask_to_read (self, adds, NAN);
}

/**
 * bw_importing_set_beside:
 * @date: of when files stand beside older ones of their names, in days since 1970-01-01; NaN: they
 *   take their places
 *
 * Starts over with the same files, added to what is open.
 */
void
bw_importing_set_beside (BwImporting *self,
                         double       date)
{
  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (self->open != NULL);

  ask_to_read (self, TRUE, date);
}

/**
 * bw_importing_get_may_add:
 *
 * Returns: whether something is open that the files could be added to
 */
gboolean
bw_importing_get_may_add (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), FALSE);

  return self->open != NULL;
}

/**
 * bw_importing_get_adds:
 *
 * Returns: whether the intake is what is open with the files added to it
 */
gboolean
bw_importing_get_adds (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), FALSE);

  return self->state.adds;
}

/**
 * bw_importing_get_recalled:
 *
 * Returns: whether the mapping started from the one of last time
 */
gboolean
bw_importing_get_recalled (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), FALSE);

  return self->state.recalled;
}

/**
 * bw_importing_start_afresh:
 *
 * Forgets last time and all corrections: the files are as inspection alone understood them.
 */
void
bw_importing_start_afresh (BwImporting *self)
{
  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (self->state.inspected != NULL);

  bw_importing_cancel (self);
  push_without_choices (self, bw_step_new (BW_STEP_AFRESH, NULL, 0));
}

/**
 * bw_importing_add_files:
 * @files: (array length=n_files): more exports that belong to those there are
 */
void
bw_importing_add_files (BwImporting  *self,
                        GFile *const *files,
                        guint         n_files)
{
  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (n_files > 0);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  if (isnan (self->state.namesakes.beside))
    bw_importing_push (self, bw_step_new (BW_STEP_ADD, files, n_files));
  else
    ask_to_read (self, TRUE, self->state.namesakes.beside);
}

/**
 * bw_importing_forget:
 *
 * Takes @file out of those that were chosen.
 */
void
bw_importing_forget (BwImporting *self,
                     GFile       *file)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->files, bw_import_get_original (file), (GEqualFunc) g_file_equal, &index))
    g_ptr_array_remove_index (self->files, index);
}

/**
 * bw_importing_remove_file:
 * @file: place in the intake, here and below
 */
void
bw_importing_remove_file (BwImporting *self,
                          guint        file)
{
  g_autoptr(GFile) gone = NULL;

  g_return_if_fail (BW_IS_IMPORTING (self));

  gone = g_object_ref (bw_intake_get_file (self->state.intake, file));
  bw_importing_forget (self, gone);
  if (self->state.adds && self->state.namesakes.n_files > 0 && bw_importing_get_is_new (self, file))
    ask_to_read (self, TRUE, self->state.namesakes.beside); /* the older one stands again */
  else
    bw_importing_push (self, bw_step_new (BW_STEP_REMOVE, &gone, 1));
}

/**
 * bw_importing_get_choices:
 *
 * Returns: (transfer none): what a person chose of how the file is read; the rest is found
 */
const BwReading *
bw_importing_get_choices (BwImporting *self,
                          guint        file)
{
  const BwReading *choices;
  guint source;

  g_return_val_if_fail (BW_IS_IMPORTING (self), NULL);

  choices = g_hash_table_lookup (self->choices, bw_importing_get_kind (self, file));
  source = bw_importing_find_source (self, file);
  if (choices == NULL && source != BW_NONE && (self->state.adds || self->state.recalled))
    choices = bw_mapping_get_source (bw_importing_get_mapping (self), source)->reading;

  return choices != NULL ? choices : self->nothing;
}

/* Puts @choices in the place of those asked for last, where they are still to be carried out. */
static gboolean
change_last (BwImporting     *self,
             const char      *kind,
             const BwReading *choices)
{
  BwStep *last = g_queue_peek_tail (&self->asked);

  if (last == NULL || last->kind != BW_STEP_REREAD || !g_str_equal (last->source, kind))
    return FALSE;

  bw_reading_free (last->choices);
  last->choices = bw_reading_copy (choices);
  g_hash_table_insert (self->choices, g_strdup (kind), bw_reading_copy (choices));

  return TRUE;
}

/**
 * bw_importing_reread:
 * @choices: all that a person chose of how the file is read
 *
 * Reads the file, and the others of its kind, in another way.
 */
void
bw_importing_reread (BwImporting     *self,
                     guint            file,
                     const BwReading *choices)
{
  BwStep *step;
  GFile *meant;

  g_return_if_fail (BW_IS_IMPORTING (self));

  if (change_last (self, bw_importing_get_kind (self, file), choices))
    return;

  meant = bw_intake_get_file (self->state.intake, file);
  step = bw_step_new (BW_STEP_REREAD, &meant, 1);
  step->choices = bw_reading_copy (choices);
  step->before = bw_reading_copy (bw_importing_get_choices (self, file));
  step->source = g_strdup (bw_importing_get_kind (self, file));
  g_hash_table_insert (self->choices, g_strdup (step->source), bw_reading_copy (choices));
  bw_importing_push (self, step);
}

/**
 * bw_importing_take_back:
 * @step: was not carried out
 *
 * A file that is not read in another way is read as before, one that is not added was not chosen,
 * and one that is not removed still is.
 */
void
bw_importing_take_back (BwImporting  *self,
                        const BwStep *step)
{
  if (step->kind == BW_STEP_REREAD)
    g_hash_table_insert (self->choices, g_strdup (step->source), bw_reading_copy (step->before));
  if (step->kind == BW_STEP_RETRY)
    bw_importing_choose_unread (self, step->files->pdata[0], step->before);
  if (step->kept != NULL)
    {
      g_hash_table_unref (self->choices);
      self->choices = g_hash_table_ref (step->kept);
    }
  for (guint i = 0; step->kind == BW_STEP_ADD && i < step->files->len; i++)
    bw_importing_forget (self, step->files->pdata[i]);
  if (step->kind == BW_STEP_REMOVE)
    g_ptr_array_add (self->files, g_object_ref (step->files->pdata[0]));
}

/**
 * bw_importing_cancel:
 *
 * Stops what is under way and drops what is still to be carried out; the state stays as it is.
 */
void
bw_importing_cancel (BwImporting *self)
{
  g_return_if_fail (BW_IS_IMPORTING (self));

  while (!g_queue_is_empty (&self->asked))
    {
      BwStep *step = g_queue_pop_tail (&self->asked);

      bw_importing_take_back (self, step);
      bw_step_free (step);
    }
  if (self->doing != NULL && !g_cancellable_is_cancelled (self->cancellable))
    {
      for (guint i = self->doing->len; i > 0; i--)
        bw_importing_take_back (self, self->doing->pdata[i - 1]);
      g_cancellable_cancel (self->cancellable);
    }
  g_clear_pointer (&self->wish, bw_mapping_unref);
}

/**
 * bw_importing_remember:
 *
 * Remembers the mapping for files of this shape, or forgets one that says no more than inspection.
 */
gboolean
bw_importing_remember (BwImporting *self,
                       GError     **error)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), FALSE);

  if (self->memory == NULL || self->state.inspected == NULL)
    return TRUE;

  return bw_mapping_remember (self->memory, self->state.inspected,
                              bw_intake_get_mapping (self->state.intake), error);
}
