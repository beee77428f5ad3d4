/* The kept exports as an intake: read again, with more files, without some, under other dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each file is put back into a folder of its own, under the name that it is read as: files of one
 * name do not meet, and the mapping's patterns fit as they did. */

#include "store/shelf-private.h"

#include "store/damage.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static gpointer
dup_number (gint64 number)
{
  return g_memdup2 (&number, sizeof number);
}

/**
 * bw_shelf_new:
 * @store: stays open as long as the shelf is there
 *
 * Returns: (transfer full) (nullable): a shelf without anything in it, or %NULL with @error set
 */
BwShelf *
bw_shelf_new (BwStore *store,
              GError **error)
{
  BwShelfFolder folder;
  BwShelf *self;

  if (!bw_shelf_folder_make (&folder, error))
    return NULL;

  self = g_new0 (BwShelf, 1);
  self->store = store;
  self->folder = folder;
  self->extracted = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_free);
  self->latest = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->originals = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_free);

  self->names = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_free);

  return self;
}

/**
 * bw_shelf_free:
 *
 * Throws away what was put back, with the folder.
 */
void
bw_shelf_free (BwShelf *self)
{
  bw_shelf_folder_remove (&self->folder);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->originals);
  g_hash_table_unref (self->latest);
  g_hash_table_unref (self->extracted);
  g_free (self);
}

/**
 * bw_shelf_know_original:
 *
 * Remembers that the kept file @kept came from @file.
 */
void
bw_shelf_know_original (BwShelf *self,
                        GFile   *file,
                        gint64   kept)
{
  g_hash_table_insert (self->originals, g_object_ref (file), dup_number (kept));
}

/**
 * bw_shelf_make_folder:
 *
 * Returns: (transfer full) (nullable): a new folder in that of the shelf, for one file, or %NULL with
 *   @error set
 */
GFile *
bw_shelf_make_folder (BwShelf *self,
                      GError **error)
{
  g_autofree char *name = g_strdup_printf ("%u", self->n_folders++);
  g_autofree char *path = g_build_filename (self->folder.path, name, NULL);

  if (g_mkdir (path, 0700) != 0)
    {
      const int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _("No temporary folder could be made: %s."), g_strerror (code));
      return NULL;
    }

  return g_file_new_for_path (path);
}

/* The bytes of a kept file as a file that is called as it is read. */
static GFile *
put_back (BwShelf          *self,
          const BwKeptFile *kept,
          GCancellable     *cancellable,
          GError          **error)
{
  GFile *there = g_hash_table_lookup (self->latest, &kept->id);
  g_autofree char *name = there != NULL ? g_file_get_basename (there) : NULL;
  g_autoptr(GFile) folder = NULL;
  GFile *file;

  if (g_strcmp0 (name, kept->read_as) == 0)
    return g_object_ref (there);

  folder = bw_shelf_make_folder (self, error);
  file = folder != NULL
    ? bw_store_extract_as (self->store, kept->id, kept->read_as, folder, cancellable, error) : NULL;
  if (file == NULL)
    return NULL;
  g_hash_table_insert (self->latest, dup_number (kept->id), g_object_ref (file));
  g_hash_table_insert (self->extracted, g_object_ref (file), dup_number (kept->id));

  return file;
}

/**
 * bw_shelf_list_files:
 * @imports: (element-type BwKeptImport): hold the files
 *
 * Returns: (transfer container) (element-type BwKeptFile): the files of all, removed ones too, in the
 *   order in which they are read
 */
GPtrArray *
bw_shelf_list_files (GPtrArray *imports)
{
  GPtrArray *files = g_ptr_array_new ();

  for (guint i = 0; i < imports->len; i++)
    {
      const BwKeptImport *import = imports->pdata[i];

      for (guint j = 0; j < import->files->len; j++)
        {
          BwKeptFile *file = import->files->pdata[j];
          guint at = files->len;

          while (at > 0 && ((BwKeptFile *) files->pdata[at - 1])->place > file->place)
            at--; /* equal places stay in the order in which they came */
          g_ptr_array_insert (files, at, file);
        }
    }

  return files;
}

static gboolean
knows_all (BwMapping *mapping,
           GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      const BwKeptFile *file = files->pdata[i];

      if (!file->removed && bw_mapping_match (mapping, file->read_as) == BW_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_shelf_find_mapping:
 * @imports: (element-type BwKeptImport): all
 * @files: (element-type BwKeptFile): all, removed as they are to be
 *
 * Returns: (transfer full) (nullable): the mapping that stands; where files stand again that it does
 *   not know, the newest that does; %NULL with @error set
 */
BwMapping *
bw_shelf_find_mapping (BwShelf   *self,
                       GPtrArray *imports,
                       GPtrArray *files,
                       GError   **error)
{
  g_autofree char *current = bw_store_dup_mapping (self->store);
  g_autoptr(BwMapping) newest = NULL;

  for (guint i = imports->len + 1; i-- > 0;)
    {
      const char *text = i == imports->len ? current : ((BwKeptImport *) imports->pdata[i])->mapping;
      g_autoptr(BwMapping) mapping = text != NULL ? bw_mapping_from_json (text, "", error) : NULL;

      if (mapping == NULL && text != NULL)
        return NULL;
      if (mapping != NULL && knows_all (mapping, files))
        return g_steal_pointer (&mapping);
      if (newest == NULL)
        newest = g_steal_pointer (&mapping);
    }

  return g_steal_pointer (&newest); /* with which reading says what is wrong */
}

/**
 * bw_shelf_read_files:
 * @files: (element-type BwKeptFile): those that are not removed are read
 * @intake: (out) (transfer full) (nullable): what came of it; %NULL where there is none
 */
gboolean
bw_shelf_read_files (BwShelf       *self,
                     GPtrArray     *files,
                     BwMapping     *mapping,
                     BwProgressFunc progress,
                     gpointer       user_data,
                     GCancellable  *cancellable,
                     BwIntake     **intake,
                     GError       **error)
{
  const BwWish wish = { .mapping = mapping, .as_of = NAN };
  g_autoptr(GPtrArray) there = g_ptr_array_new_with_free_func (g_object_unref);

  *intake = NULL;
  for (guint i = 0; i < files->len; i++)
    {
      const BwKeptFile *file = files->pdata[i];
      GFile *back = file->removed ? NULL : put_back (self, file, cancellable, error);

      if (back == NULL && !file->removed)
        return FALSE;
      if (back != NULL)
        g_ptr_array_add (there, back);
    }
  if (there->len > 0)
    *intake = bw_intake_read ((GFile *const *) there->pdata, there->len, &wish, progress, user_data,
                              cancellable, error);

  return there->len == 0 || *intake != NULL;
}

/**
 * bw_shelf_read_standing:
 *
 * As bw_shelf_read_files(), under the mapping that fits.
 */
gboolean
bw_shelf_read_standing (BwShelf       *self,
                        GPtrArray     *imports,
                        GPtrArray     *files,
                        BwProgressFunc progress,
                        gpointer       user_data,
                        GCancellable  *cancellable,
                        BwIntake     **intake,
                        GError       **error)
{
  g_autoptr(BwMapping) mapping = NULL;

  *intake = NULL;
  if (imports->len == 0)
    return TRUE;
  mapping = bw_shelf_find_mapping (self, imports, files, error);

  return mapping != NULL &&
         bw_shelf_read_files (self, files, mapping, progress, user_data, cancellable, intake, error);
}

/**
 * bw_shelf_read:
 * @progress: (nullable) (scope call): told of bytes and rows, in this thread
 * @intake: (out) (transfer full) (nullable): what came of it; %NULL where nothing stands
 *
 * Reads all files that stand, under the mapping that stands.
 */
gboolean
bw_shelf_read (BwShelf       *self,
               BwProgressFunc progress,
               gpointer       user_data,
               GCancellable  *cancellable,
               BwIntake     **intake,
               GError       **error)
{
  static const char *const tables[] = { "fact", "piece", "stream", "import", "file", NULL };
  g_autoptr(GPtrArray) imports = bw_store_check_tables (self->store, tables, error)
    ? bw_store_list_imports (self->store, error) : NULL;
  g_autoptr(GPtrArray) files = imports != NULL ? bw_shelf_list_files (imports) : NULL;

  *intake = NULL;

  return files != NULL &&
         bw_shelf_read_standing (self, imports, files, progress, user_data, cancellable, intake, error);
}
