/* What the kept exports would be: without some, with some again, under other dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each way is a list of the kept files, changed, that is read; bw_shelf_keep() makes it so. */

#include "store/shelf-private.h"

#include "panel/file-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * bw_shelf_try_removed:
 * @import: its number
 * @removed: whether it is taken back, or in again
 * @progress: (nullable) (scope call): told of bytes and rows, in this thread
 * @intake: (out) (transfer full) (nullable): what came of it; %NULL where nothing would stand
 *
 * With an import that is taken back, files stand again in whose stead it had come.
 */
gboolean
bw_shelf_try_removed (BwShelf       *self,
                      gint64         import,
                      gboolean       removed,
                      BwProgressFunc progress,
                      gpointer       user_data,
                      GCancellable  *cancellable,
                      BwIntake     **intake,
                      GError       **error)
{
  g_autoptr(GPtrArray) imports = bw_store_list_imports (self->store, error);
  g_autoptr(GPtrArray) files = imports != NULL ? bw_shelf_list_files (imports) : NULL;

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      BwKeptFile *file = files->pdata[i];

      if (file->import == import)
        file->removed = removed;
      else if (file->replaced_by == import)
        file->removed = !removed;
    }

  return bw_shelf_read_standing (self, imports, files, progress, user_data, cancellable, intake, error);
}

/* What dated the undated files of one source together, their mapping, is said by the name of each. */
static void
pin_dates (BwMapping **mapping,
           guint       source,
           GPtrArray  *files)
{
  const double as_of = bw_mapping_get_source (*mapping, source)->as_of;
  BwMapping *pinned;

  if (isnan (as_of))
    return;
  for (guint i = 0; i < files->len; i++)
    {
      BwKeptFile *file = files->pdata[i];

      if (bw_mapping_match (*mapping, file->read_as) == source &&
          isnan (bw_file_name_get_date (file->read_as)))
        {
          char *dated = bw_file_name_dup_dated (file->read_as, as_of);

          g_free (file->read_as);
          file->read_as = dated;
        }
    }
  pinned = bw_mapping_with_source_as_of (*mapping, source, NAN);
  bw_mapping_unref (*mapping);
  *mapping = pinned;
}

static BwKeptFile *
find_file (GPtrArray *files,
           gint64     id)
{
  for (guint i = 0; i < files->len; i++)
    {
      BwKeptFile *file = files->pdata[i];

      if (file->id == id)
        return file;
    }

  return NULL;
}

/**
 * bw_shelf_try_date:
 * @file: number of a file
 * @date: days since 1970-01-01, or NaN for what its name says
 * @progress: (nullable) (scope call): told of bytes and rows, in this thread
 * @intake: (out) (transfer full) (nullable): what came of it; %NULL where nothing stands
 *
 * Rows that have dates of their own keep them.
 */
gboolean
bw_shelf_try_date (BwShelf       *self,
                   gint64         file,
                   double         date,
                   BwProgressFunc progress,
                   gpointer       user_data,
                   GCancellable  *cancellable,
                   BwIntake     **intake,
                   GError       **error)
{
  g_autoptr(GPtrArray) imports = bw_store_list_imports (self->store, error);
  g_autoptr(GPtrArray) files = imports != NULL ? bw_shelf_list_files (imports) : NULL;
  BwKeptFile *kept = files != NULL ? find_file (files, file) : NULL;
  g_autoptr(BwMapping) mapping = kept != NULL ? bw_shelf_find_mapping (self, imports, files, error) : NULL;
  guint source;

  *intake = NULL;
  if (files != NULL && kept == NULL)
    g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_FAILED,
                         _("There is no such file in the workspace."));
  if (mapping == NULL)
    return FALSE;

  source = bw_mapping_match (mapping, kept->read_as);
  if (source != BW_NONE)
    pin_dates (&mapping, source, files);
  g_free (kept->read_as);
  kept->read_as = isnan (date) ? g_strdup (kept->name) : bw_file_name_dup_dated (kept->name, date);

  return bw_shelf_read_files (self, files, mapping, progress, user_data, cancellable, intake, error);
}
