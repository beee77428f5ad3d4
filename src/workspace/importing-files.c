/* The files of an import in the making: which are new, how large they are, of which kind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/importing-private.h"

/**
 * bw_importing_get_size:
 *
 * Returns: bytes of the file as it lies there, 0 where not known
 */
goffset
bw_importing_get_size (BwImporting *self,
                       guint        file)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), 0);
  g_return_val_if_fail (file < self->state.sizes->len, 0);

  return g_array_index (self->state.sizes, goffset, file);
}

/**
 * bw_importing_get_is_new:
 *
 * Returns: whether the file is not part of what is open
 */
gboolean
bw_importing_get_is_new (BwImporting *self,
                         guint        file)
{
  BwSource *source;

  g_return_val_if_fail (BW_IS_IMPORTING (self), FALSE);

  source = bw_intake_get_source (self->state.intake, file);
  for (guint i = 0; self->state.adds && i < bw_intake_get_n_sources (self->open); i++)
    {
      if (bw_intake_get_source (self->open, i) == source)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_importing_find_source:
 *
 * Returns: the place of the file's source in bw_importing_get_mapping(), or %BW_NONE
 */
guint
bw_importing_find_source (BwImporting *self,
                          guint        file)
{
  BwSource *source;

  g_return_val_if_fail (BW_IS_IMPORTING (self), BW_NONE);

  source = bw_intake_get_source (self->state.intake, file);

  return bw_mapping_find (bw_importing_get_mapping (self), source);
}

/**
 * bw_importing_find_file:
 * @source: place in bw_importing_get_mapping()
 *
 * Returns: the last file of that kind, or %BW_NONE
 */
guint
bw_importing_find_file (BwImporting *self,
                        guint        source)
{
  guint found = BW_NONE;

  g_return_val_if_fail (BW_IS_IMPORTING (self), BW_NONE);

  for (guint i = 0; i < bw_intake_get_n_sources (self->state.intake); i++)
    {
      if (bw_importing_find_source (self, i) == source)
        found = i;
    }

  return found;
}

/**
 * bw_importing_count_files:
 * @source: place in bw_importing_get_mapping()
 *
 * Returns: how many files are of that kind
 */
guint
bw_importing_count_files (BwImporting *self,
                          guint        source)
{
  guint n = 0;

  g_return_val_if_fail (BW_IS_IMPORTING (self), 0);

  for (guint i = 0; i < bw_intake_get_n_sources (self->state.intake); i++)
    n += bw_importing_find_source (self, i) == source;

  return n;
}
