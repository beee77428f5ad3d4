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

/* A copy of @file in the shelf that is called as a file of @date. */
static GFile *
copy_dated (BwShelf      *self,
            GFile        *file,
            double        date,
            GCancellable *cancellable,
            GError      **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *dated = bw_file_name_dup_dated (name, date);
  g_autoptr(GFile) folder = bw_shelf_make_folder (self, error);
  g_autoptr(GFile) copy = folder != NULL ? g_file_get_child (folder, dated) : NULL;

  if (copy == NULL ||
      !g_file_copy (file, copy, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error))
    return NULL;
  g_hash_table_insert (self->names, g_object_ref (copy), g_steal_pointer (&name));

  return g_steal_pointer (&copy);
}

/* @files, or copies of them that are called as files of @as_of. */
static GPtrArray *
date_files (BwShelf      *self,
            GFile *const *files,
            guint         n_files,
            double        as_of,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GPtrArray) dated = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_files; i++)
    {
      GFile *file = isnan (as_of) ? g_object_ref (files[i])
                                  : copy_dated (self, files[i], as_of, cancellable, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (dated, file);
    }

  return g_steal_pointer (&dated);
}

/* What stands, such that files like @added may be dated apart from it; NULL where nothing stands. */
static gboolean
read_base (BwShelf      *self,
           GPtrArray    *added,
           gboolean      pinned,
           GCancellable *cancellable,
           BwIntake    **base,
           GError      **error)
{
  g_autoptr(GPtrArray) imports = bw_store_list_imports (self->store, error);
  g_autoptr(GPtrArray) files = imports != NULL ? bw_shelf_list_files (imports) : NULL;
  g_autoptr(BwMapping) mapping = NULL;

  *base = NULL;
  if (imports == NULL || imports->len == 0)
    return imports != NULL;
  mapping = bw_shelf_find_mapping (self, imports, files, error);
  if (mapping == NULL)
    return FALSE;
  for (guint i = 0; pinned && i < added->len; i++)
    {
      g_autofree char *name = g_file_get_basename (added->pdata[i]);
      const guint source = bw_mapping_match (mapping, name);

      if (source != BW_NONE)
        pin_dates (&mapping, source, files);
    }

  return bw_shelf_read_files (self, files, mapping, NULL, NULL, cancellable, base, error);
}

static BwIntake *
read_more (BwIntake        *base,
           GPtrArray       *files,
           const BwReading *reading,
           GCancellable    *cancellable,
           GError         **error)
{
  const BwWish wish = { .as_of = NAN, .reading = reading };
  BwIntake *intake;

  if (base == NULL)
    return bw_intake_read ((GFile *const *) files->pdata, files->len, &wish, NULL, NULL, cancellable, error);
  if (reading == NULL)
    return bw_intake_with_files (base, (GFile *const *) files->pdata, files->len, NULL, NULL, cancellable,
                                 error);
  intake = bw_intake_ref (base);
  for (guint i = 0; intake != NULL && i < files->len; i++)
    {
      BwIntake *more = bw_intake_with_file_as (intake, files->pdata[i], reading, NULL, NULL, cancellable,
                                               error);

      bw_intake_unref (intake);
      intake = more;
    }

  return intake;
}

/**
 * bw_shelf_try_files:
 * @files: (array length=n_files): to be added
 * @as_of: days since 1970-01-01 that date them, or NaN for what their names and rows say
 * @reading: (nullable): how they are read, where inspection is not enough
 * @intake: (out) (transfer full): what came of it
 *
 * Adds files to what stands, as bw_intake_with_files() does.
 */
gboolean
bw_shelf_try_files (BwShelf         *self,
                    GFile *const    *files,
                    guint            n_files,
                    double           as_of,
                    const BwReading *reading,
                    GCancellable    *cancellable,
                    BwIntake       **intake,
                    GError         **error)
{
  g_autoptr(GPtrArray) added = date_files (self, files, n_files, as_of, cancellable, error);
  g_autoptr(BwIntake) base = NULL;

  *intake = NULL;
  if (added == NULL || !read_base (self, added, !isnan (as_of), cancellable, &base, error))
    return FALSE;
  *intake = read_more (base, added, reading, cancellable, error);

  return *intake != NULL;
}
