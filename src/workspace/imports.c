/* What was imported into the open file: listed, taken back, dated anew, added to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-private.h"

#include "panel/file-name.h"
#include "panel/mapping.h"
#include "store/kept-imports.h"

#include <math.h>

/* Whether rows of the source are dated by something else than their file, or by nothing. */
static gboolean
are_rows_dated (const BwMappedSource *source)
{
  for (guint i = 0; i < source->n_columns; i++)
    {
      if (source->columns[i].role == BW_ROLE_DATE)
        return TRUE;
    }

  return source->shape != BW_SHAPE_SNAPSHOT;
}

/* See BwImportFile. @mapping is that of its import, or NULL where it cannot be read. */
static double
find_date (const BwKeptFile *file,
           const BwMapping  *mapping)
{
  const double date = bw_file_name_get_date (file->read_as);
  const guint i = mapping != NULL ? bw_mapping_match (mapping, file->read_as) : BW_NONE;
  const BwMappedSource *source = i != BW_NONE ? bw_mapping_get_source (mapping, i) : NULL;

  if (source == NULL)
    return date;
  if (are_rows_dated (source))
    return NAN;

  return isnan (date) ? source->as_of : date;
}

static BwImportFile *
copy_files (const BwKeptImport *kept)
{
  BwImportFile *files = g_new0 (BwImportFile, MAX (kept->files->len, 1));
  g_autoptr(BwMapping) mapping = kept->mapping != NULL ? bw_mapping_from_json (kept->mapping, "", NULL) : NULL;

  for (guint i = 0; i < kept->files->len; i++)
    {
      const BwKeptFile *file = g_ptr_array_index (kept->files, i);

      files[i] = (BwImportFile) {
        .id = file->id, .name = file->name, .date = find_date (file, mapping),
        .size = file->size, .n_rows = file->n_rows, .removed = file->removed
      };
    }

  return files;
}

static void
clear_listed (gpointer data)
{
  g_free ((BwImportFile *) ((BwImport *) data)->files);
}

/* Makes @imports (nullable: none) what is listed. Tells nobody. */
void
bw_keeper_set_imports (BwKeeper  *self,
                       GPtrArray *imports)
{
  g_array_unref (self->listed);
  self->listed = g_array_new (FALSE, TRUE, sizeof (BwImport));
  g_array_set_clear_func (self->listed, clear_listed);
  g_ptr_array_unref (self->imports);
  self->imports = imports != NULL ? g_ptr_array_ref (imports) : g_ptr_array_new ();
  for (guint i = 0; i < self->imports->len; i++)
    {
      const BwKeptImport *kept = g_ptr_array_index (self->imports, i);
      const BwImport import = {
        .id = kept->id, .at = kept->at, .author = kept->author, .removed = kept->removed,
        .files = copy_files (kept), .n_files = kept->files->len,
        .n_problems = GPOINTER_TO_UINT (g_hash_table_lookup (self->problems, &kept->id))
      };

      g_array_append_val (self->listed, import);
    }
}

guint
bw_keeper_get_n_imports (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), 0);

  return self->listed->len;
}

/**
 * bw_keeper_get_import:
 * @import: counted from 0, the oldest
 *
 * Returns: (transfer none): the import, until "imports-changed"
 */
const BwImport *
bw_keeper_get_import (BwKeeper *self,
                      guint     import)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);
  g_return_val_if_fail (import < self->listed->len, NULL);

  return &g_array_index (self->listed, BwImport, import);
}
