/* Files of a name that is open already, with other content: in the older one's place, or beside it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside an older file of its name is a copy that bears its date in its name. The copy is
 * of the user alone and goes when nobody holds it any more: not before the workspace's file has its
 * bytes. */

#include "workspace/importing-private.h"

#include "panel/file-name.h"
#include "store/shelf-folder.h"

#include <math.h>

#define COPY_KEY "bw-copy" /* on a file that is a copy: the Copy */
#define DAY      (24 * G_TIME_SPAN_HOUR)
#define MONTH    30 /* days: how much older a file is taken to be of which nothing says it */

typedef struct
{
  BwShelfFolder folder;
  GFile        *original;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  bw_shelf_folder_remove (&copy->folder);
  g_object_unref (copy->original);
  g_free (copy);
}

/**
 * bw_import_get_original:
 *
 * Returns: (transfer none): the file that a person chose, of which @file may be a copy
 */
GFile *
bw_import_get_original (GFile *file)
{
  const Copy *copy = g_object_get_data (G_OBJECT (file), COPY_KEY);

  return copy == NULL ? file : copy->original;
}

/* A copy of @file that is called as a file of @date. */
static GFile *
copy_dated (GFile        *file,
            double        date,
            GCancellable *cancellable,
            GError      **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *dated = bw_file_name_dup_dated (name, date);
  g_autoptr(GFile) made = NULL;
  BwShelfFolder folder;
  Copy *copy;

  if (!bw_shelf_folder_make (&folder, error))
    return NULL;

  made = g_file_new_build_filename (folder.path, dated, NULL);
  copy = g_new0 (Copy, 1);
  copy->folder = folder;
  copy->original = g_object_ref (file);
  g_object_set_data_full (G_OBJECT (made), COPY_KEY, copy, copy_free);
  if (!g_file_copy (file, made, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&made);
}

static gboolean
has_name_of (const BwSource *source,
             const BwSource *older)
{
  g_autofree char *name = bw_file_name_dup_first (bw_source_get_file_name (source));
  g_autofree char *there = bw_file_name_dup_first (bw_source_get_file_name (older));

  return g_str_equal (name, there);
}

/* Whether file @place of @intake came in the place of that of @open. */
static gboolean
is_replaced (const BwIntake *intake,
             const BwIntake *open,
             guint           place)
{
  const BwSource *source = bw_intake_get_source (intake, place);
  const BwSource *older = bw_intake_get_source (open, place);
  GFile *file = bw_intake_get_file (intake, place), *there = bw_intake_get_file (open, place);
  const gboolean same_file = file == there ||
                             (file != NULL && there != NULL && g_file_equal (file, there));

  return source != older && has_name_of (source, older) &&
         !(same_file && bw_source_get_size (source) == bw_source_get_size (older) &&
           bw_source_get_modified (source) == bw_source_get_modified (older));
}

/**
 * bw_import_list_replaced:
 * @intake: what adds to @open
 *
 * Returns: (transfer full) (element-type guint): the places of files that took those of older ones
 */
GArray *
bw_import_list_replaced (const BwIntake *intake,
                         const BwIntake *open)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bw_intake_get_n_sources (open) && i < bw_intake_get_n_sources (intake); i++)
    {
      if (is_replaced (intake, open, i))
        g_array_append_val (places, i);
    }

  return places;
}

/* The mapping of @open with a date for each undated file of @places, so that those beside them are
 * of another. */
static BwMapping *
date_older (const BwIntake *open,
            const GArray   *places,
            double          date)
{
  BwMapping *mapping = bw_mapping_ref (bw_intake_get_mapping (open));

  for (guint i = 0; i < places->len; i++)
    {
      const BwSource *older = bw_intake_get_source (open, g_array_index (places, guint, i));
      const guint source = bw_mapping_find (mapping, older);
      BwMapping *dated;

      if (source == BW_NONE || !isnan (bw_mapping_get_source (mapping, source)->as_of) ||
          !isnan (bw_file_name_get_date (bw_source_get_file_name (older))))
        continue;
      dated = bw_mapping_with_source_as_of (mapping, source, date - MONTH);
      bw_mapping_unref (mapping);
      mapping = dated;
    }

  return mapping;
}

/* @files, with dated copies of those that @intake has in the @places. */
static GPtrArray *
copy_replaced (const BwIntake *intake,
               const GArray   *places,
               GPtrArray      *files,
               double          date,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      const guint place = bw_import_find_file (intake, files->pdata[i]);
      gboolean replaces = FALSE;
      GFile *file;

      for (guint j = 0; j < places->len; j++)
        replaces = replaces || g_array_index (places, guint, j) == place;
      file = replaces ? copy_dated (files->pdata[i], date, cancellable, error)
                      : g_object_ref (files->pdata[i]);
      if (file == NULL)
        return NULL;
      g_ptr_array_add (all, file);
    }

  return g_steal_pointer (&all);
}

/**
 * bw_import_work_read_beside:
 * @intake: (inout) (transfer full): what adds to what is open: with files that took the places of older
 *   ones, then with these beside them, dated @date
 * @places: (element-type guint): of those files in @intake
 */
gboolean
bw_import_work_read_beside (BwImportWork *self,
                            GPtrArray    *files,
                            const GArray *places,
                            double        date,
                            BwIntake    **intake,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_autoptr(GPtrArray) copies = copy_replaced (*intake, places, files, date, cancellable, error);
  g_autoptr(BwMapping) mapping = date_older (self->open, places, date);
  g_autoptr(BwIntake) base =
    copies == NULL ? NULL : bw_intake_with_mapping (self->open, mapping, cancellable, error);
  BwIntake *beside = NULL;

  if (base == NULL || !bw_import_work_read (self, base, copies, &beside, cancellable, error))
    return FALSE;
  if (beside != NULL)
    {
      bw_intake_unref (*intake);
      *intake = beside;
    }

  return TRUE;
}

/**
 * bw_import_state_find_namesakes:
 * @places: (nullable) (element-type guint): of files in the intake that took the places of older ones
 *
 * Takes down which they are.
 */
void
bw_import_state_find_namesakes (BwImportState *self,
                                const GArray  *places)
{
  BwImportNamesakes *found = &self->namesakes;
  const BwSource *first;
  BwMapping *mapping;
  guint source;

  g_clear_pointer (&found->name, g_free);
  *found = (BwImportNamesakes) { .written = NAN, .beside = NAN };
  if (places == NULL || places->len == 0)
    return;

  mapping = bw_intake_get_mapping (self->intake);
  first = bw_intake_get_source (self->intake, g_array_index (places, guint, 0));
  source = bw_mapping_find (mapping, first);
  found->n_files = places->len;
  found->name = g_strdup (bw_source_get_file_name (first));
  if (bw_source_get_modified (first) > 0)
    found->written = (double) (bw_source_get_modified (first) / DAY);
  for (guint i = 0; source != BW_NONE && i < bw_mapping_get_source (mapping, source)->n_columns; i++)
    found->dated |= bw_mapping_get_source (mapping, source)->columns[i].role == BW_ROLE_DATE;
}

/**
 * bw_importing_get_namesakes:
 *
 * Returns: (transfer none): files of a name that is open already, with other content
 */
const BwImportNamesakes *
bw_importing_get_namesakes (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), NULL);

  return &self->state.namesakes;
}
