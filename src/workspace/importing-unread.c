/* Files of an import in the making that could not be read: shown, tried in another way, taken out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/importing-private.h"

guint
bw_importing_get_n_unread (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), 0);

  return self->state.unread->len;
}

const BwUnread *
bw_importing_get_unread (BwImporting *self,
                         guint        index)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), NULL);
  g_return_val_if_fail (index < self->state.unread->len, NULL);

  return g_ptr_array_index (self->state.unread, index);
}

/**
 * bw_importing_drop_unread:
 *
 * Takes out a file that could not be read.
 */
void
bw_importing_drop_unread (BwImporting *self,
                          guint        index)
{
  g_autoptr(GFile) gone = NULL;

  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (index < self->state.unread->len);

  gone = g_object_ref (bw_importing_get_unread (self, index)->file);
  bw_importing_forget (self, gone);
  g_ptr_array_remove_index (self->state.unread, index);
  if (self->doing != NULL) /* a worker has it still */
    bw_importing_push (self, bw_step_new (BW_STEP_DROP, &gone, 1));
  g_signal_emit_by_name (self, "changed");
}

/**
 * bw_importing_choose_unread:
 * @file: could not be read, else nothing happens
 *
 * Says what is chosen for it.
 */
void
bw_importing_choose_unread (BwImporting     *self,
                            GFile           *file,
                            const BwReading *choices)
{
  const guint place = bw_import_find_unread (self->state.unread, file);
  BwUnread *unread = place != BW_NONE ? self->state.unread->pdata[place] : NULL;

  if (unread == NULL)
    return;
  bw_reading_free (unread->choices);
  unread->choices = bw_reading_copy (choices);
}

/**
 * bw_importing_retry_unread:
 * @choices: all that a person chose of how the file is read
 *
 * Tries to read a file, which could not be read, in another way. Where that succeeds it is one of
 * the files from then on, else it has another reason.
 */
void
bw_importing_retry_unread (BwImporting     *self,
                           guint            index,
                           const BwReading *choices)
{
  const BwUnread *unread;
  BwStep *step;

  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (index < self->state.unread->len);

  unread = bw_importing_get_unread (self, index);
  step = bw_step_new (BW_STEP_RETRY, &unread->file, 1);
  step->choices = bw_reading_copy (choices);
  step->before = bw_reading_copy (unread->choices);
  bw_importing_choose_unread (self, unread->file, choices);
  bw_importing_push (self, step);
}

/**
 * bw_importing_settle:
 * @step: was carried out
 *
 * What was chosen for a file that could not be read holds for the file that is read.
 */
void
bw_importing_settle (BwImporting  *self,
                     const BwStep *step)
{
  guint file;

  if (step->kind != BW_STEP_RETRY || self->state.intake == NULL)
    return;
  file = bw_import_find_file (self->state.intake, step->files->pdata[0]);
  if (file != BW_NONE)
    g_hash_table_insert (self->choices, g_strdup (bw_importing_get_kind (self, file)),
                         bw_reading_copy (step->choices));
}
