/* Mappings that a person chose, remembered for the next files of the same shape. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files are of one shape where inspection finds the same columns in the same order in them; how many
 * of a kind there are does not matter, so that this month's exports find last month's mapping. A
 * mapping is a file of its own in a folder, named after the shape. */

#include "workspace/mapping-memory.h"

#include "files/replace.h"

#include <math.h>
#include <string.h>

#define FIELD_END  "\x1f"
#define SOURCE_END "\x1e"

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The headers of one file, in their order. */
static char *
dup_headers (const BwSource *source)
{
  const BwTable *table = bw_source_get_table (source);
  GString *headers = g_string_new (NULL);

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      g_string_append (headers, bw_column_get_name (bw_table_get_column (table, i)));
      g_string_append (headers, FIELD_END);
    }

  return g_string_free (headers, FALSE);
}

/* The shape of all files together, as the name of a file. */
static char *
dup_shape (const BwIntake *inspected)
{
  g_autoptr(GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < bw_intake_get_n_sources (inspected); i++)
    g_ptr_array_add (kinds, dup_headers (bw_intake_get_source (inspected, i)));
  g_ptr_array_sort (kinds, compare_texts);

  for (guint i = 0; i < kinds->len; i++)
    {
      const char *kind = g_ptr_array_index (kinds, i);

      if (i > 0 && g_str_equal (kind, g_ptr_array_index (kinds, i - 1)))
        continue;
      g_checksum_update (sum, (const guchar *) kind, -1);
      g_checksum_update (sum, (const guchar *) SOURCE_END, -1);
    }

  return g_strconcat (g_checksum_get_string (sum), ".json", NULL);
}

static GFile *
find_place (GFile          *folder,
            const BwIntake *inspected)
{
  g_autofree char *name = dup_shape (inspected);

  return g_file_get_child (folder, name);
}

static gboolean
make_folder (GFile   *folder,
             GError **error)
{
  g_autoptr(GError) failure = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &failure) ||
      g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * bw_mapping_remember:
 * @folder: where mappings are kept; made where it is missing
 * @inspected: the files as inspection alone understood them
 * @chosen: what a person made of that; the date of undated exports is left out, since the next
 *   ones are of another day
 *
 * Remembers @chosen for files of the same shape. Where it says no more than inspection does, what
 * was remembered is forgotten.
 */
gboolean
bw_mapping_remember (GFile          *folder,
                     const BwIntake *inspected,
                     BwMapping      *chosen,
                     GError        **error)
{
  g_autoptr(GFile) place = find_place (folder, inspected);
  g_autoptr(BwMapping) timeless = bw_mapping_with_as_of (chosen, NAN);
  g_autofree char *text = bw_mapping_to_json (timeless);
  g_autofree char *proposed = bw_mapping_to_json (bw_intake_get_mapping (inspected));

  if (g_str_equal (text, proposed))
    {
      g_file_delete (place, NULL, NULL); /* most often there is none */
      return TRUE;
    }

  return make_folder (folder, error) &&
         bw_replace_text (place, text, error);
}

static gboolean
has_same_columns (const BwMappedSource *a,
                  const BwMappedSource *b)
{
  if (a->n_columns != b->n_columns)
    return FALSE;

  for (guint i = 0; i < a->n_columns; i++)
    {
      if (!g_str_equal (a->columns[i].header, b->columns[i].header))
        return FALSE;
    }

  return TRUE;
}

/* The pattern of the proposed source that has the columns of @kept, where just one has them. */
static const char *
find_pattern (const BwMappedSource *kept,
              const BwMapping      *proposed)
{
  const char *pattern = NULL;

  for (guint i = 0; i < bw_mapping_get_n_sources (proposed); i++)
    {
      const BwMappedSource *source = bw_mapping_get_source (proposed, i);

      if (!has_same_columns (kept, source))
        continue;
      if (pattern != NULL)
        return NULL;
      pattern = source->pattern;
    }

  return pattern;
}

/* @kept for files that have other names than last time. */
static BwMapping *
with_names (BwMapping       *kept,
            const BwMapping *proposed)
{
  const guint n_sources = bw_mapping_get_n_sources (kept);
  g_autofree BwMappedSource *sources = g_new (BwMappedSource, n_sources);
  g_autoptr(BwMapping) renamed = NULL;

  for (guint i = 0; i < n_sources; i++)
    {
      const char *pattern = find_pattern (bw_mapping_get_source (kept, i), proposed);

      sources[i] = *bw_mapping_get_source (kept, i);
      if (pattern != NULL)
        sources[i].pattern = (char *) pattern;
    }

  renamed = bw_mapping_new (sources, n_sources);

  return bw_mapping_with_vanished (renamed, bw_mapping_get_vanished (kept));
}

static gboolean
fits_all (const BwMapping *mapping,
          const BwIntake  *intake)
{
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    {
      if (bw_mapping_match (mapping,
                            bw_source_get_file_name (bw_intake_get_source (intake, i))) == BW_NONE)
        return FALSE;
    }

  return TRUE;
}

static BwMapping *
load (GFile *place)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (place);

  if (!g_file_load_contents (place, NULL, &text, NULL, NULL, NULL))
    return NULL;

  return bw_mapping_from_json (text, name, NULL);
}

/**
 * bw_mapping_recall:
 * @inspected: the files as inspection alone understood them
 *
 * What cannot be read any more counts as forgotten.
 *
 * Returns: (transfer full) (nullable): what a person chose for files of this shape, under the names
 *   that the files have now; %NULL where nothing is remembered
 */
BwMapping *
bw_mapping_recall (GFile          *folder,
                   const BwIntake *inspected)
{
  g_autoptr(GFile) place = find_place (folder, inspected);
  g_autoptr(BwMapping) kept = load (place);
  g_autoptr(BwMapping) renamed = NULL;

  if (kept == NULL)
    return NULL;
  if (fits_all (kept, inspected))
    return g_steal_pointer (&kept);

  renamed = with_names (kept, bw_intake_get_mapping (inspected));

  return fits_all (renamed, inspected) ? g_steal_pointer (&renamed) : NULL;
}
