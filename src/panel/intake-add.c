/* An intake with more files: of a kind that it knows, or of others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/intake-private.h"

#include "panel/mapping-private.h"
#include "panel/propose.h"

/* Where nothing says by what a lone source is joined, more files may tell: it is proposed anew. */
static guint
find_keyless (const BwMapping *mapping)
{
  return bw_mapping_get_n_sources (mapping) == 1 &&
         bw_mapping_get_source (mapping, 0)->join == NULL ? 0 : BW_NONE;
}

/* Whether @source is one more of that kind: it has the key and most of the columns. */
static gboolean
extends (const BwMappedSource *mapped,
         const BwSource       *source)
{
  const BwTable *table = bw_source_get_table (source);
  guint known = 0;

  if (mapped->join != NULL)
    {
      const guint key = bw_mapped_source_find (mapped, mapped->join);

      if (key == BW_NONE || bw_mapped_column_find (&mapped->columns[key], table, key) == BW_NONE)
        return FALSE;
    }
  for (guint i = 0; i < mapped->n_columns; i++)
    known += bw_mapped_column_find (&mapped->columns[i], table, i) != BW_NONE;

  return known >= BW_ALIKE *MAX (mapped->n_columns,
                                 bw_table_get_n_columns (table));
}

/* Whether @source is one more of that kind, where need be by other spellings of its headers, which
 * @mapping then knows. */
static gboolean
may_extend (BwMapping     **mapping,
            guint           mapped,
            const BwSource *source)
{
  g_autoptr(BwMapping) spelt = NULL;

  if (mapped == BW_NONE)
    return FALSE;
  if (extends (bw_mapping_get_source (*mapping, mapped), source))
    return TRUE;
  spelt = bw_mapping_with_spellings (*mapping, mapped, bw_source_get_table (source));
  if (!extends (bw_mapping_get_source (spelt, mapped), source))
    return FALSE;
  bw_mapping_unref (*mapping);
  *mapping = g_steal_pointer (&spelt);

  return TRUE;
}

/* Reads @file as @wanted says. It is one more of its kind only where all of that kind are read so:
 * the mapping knows one reading for each. */
static BwSource *
read_as_wanted (BwMapping      **mapping,
                BwFileReader    *reader,
                GFile           *file,
                const BwReading *wanted,
                guint           *mapped,
                GError         **error)
{
  BwSource *source = bw_file_reader_read (reader, file, wanted, error);

  if (source == NULL)
    return NULL;

  *mapped = bw_mapping_find (*mapping, source);
  if (*mapped == BW_NONE ||
      !bw_reading_equal (bw_mapping_get_source (*mapping, *mapped)->reading,
                         bw_source_get_reading (source)) ||
      !may_extend (mapping, *mapped, source))
    *mapped = BW_NONE;

  return source;
}

/* Whether the files of @kind that are here are read as they were under @common too. Those that are
 * gone from where they were do not tell. */
static gboolean
read_the_same (const BwIntake  *self,
               guint            kind,
               const BwReading *common,
               GCancellable    *cancellable)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      BwSource *there = self->sources->pdata[i];
      GFile *file = self->files->pdata[i];
      g_autoptr(BwSource) again = NULL;

      if (file == NULL || bw_mapping_find (self->mapping, there) != kind)
        continue;
      again = bw_source_read (file, common, NULL, NULL, cancellable, NULL);
      if (again != NULL && !bw_table_equal (bw_source_get_table (again), bw_source_get_table (there)))
        return FALSE;
    }

  return TRUE;
}

/* @file as one more of @kind, where it was written in another way than the others (another delimiter,
 * another encoding), which @inspected is how it was found to be; NULL where it is none of them.
 * Then the mapping leaves to inspection what they do not share, as if they had come together. */
static BwSource *
read_otherwise (const BwIntake *self,
                BwMapping     **mapping,
                guint           kind,
                const BwSource *inspected,
                BwFileReader   *reader,
                GFile          *file)
{
  g_autoptr(BwReading) common = bw_reading_copy (bw_mapping_get_source (*mapping, kind)->reading);
  g_autoptr(BwMapping) widened = NULL;
  g_autoptr(BwSource) source = NULL;

  bw_propose_keep_common (common, bw_source_get_reading (inspected));
  widened = bw_mapping_with_reading (*mapping, kind, common);
  source = bw_file_reader_read (reader, file, common, NULL);
  if (source == NULL || bw_mapping_find (widened, source) != kind ||
      !may_extend (&widened, kind, source) || !read_the_same (self, kind, common, reader->cancellable))
    return NULL;

  bw_mapping_unref (*mapping);
  *mapping = g_steal_pointer (&widened);

  return g_steal_pointer (&source);
}

/* Reads @file as the files of its kind are read; where it is none of that kind after all, by
 * inspection. @mapped is what it extends, or BW_NONE. */
static BwSource *
read_one_more (const BwIntake *self,
               BwMapping     **mapping,
               BwFileReader   *reader,
               GFile          *file,
               guint          *mapped,
               GError        **error)
{
  g_autofree char *name = g_file_get_basename (file);
  const guint match = bw_mapping_match (*mapping, name);
  const BwReading *reading = match != BW_NONE ? bw_mapping_get_source (*mapping, match)->reading : NULL;
  g_autoptr(BwSource) inspected = NULL;
  g_autoptr(BwSource) source = bw_file_reader_read (reader, file, reading,
                                                    reading == NULL ? error : NULL);

  *mapped = source != NULL ? bw_mapping_find (*mapping, source) : BW_NONE;
  if (source != NULL && may_extend (mapping, *mapped, source))
    return g_steal_pointer (&source);
  *mapped = BW_NONE;
  if (reading == NULL)
    return g_steal_pointer (&source);

  inspected = bw_file_reader_read (reader, file, NULL, error);
  g_clear_pointer (&source, bw_source_unref);
  if (inspected != NULL)
    source = read_otherwise (self, mapping, match, inspected, reader, file);
  if (source == NULL)
    return g_steal_pointer (&inspected);
  *mapped = match;

  return g_steal_pointer (&source);
}

/* Takes @source in among those that are here: in the place of an older one, or as one more. */
static void
take_in (GPtrArray *files,
         GPtrArray *sources,
         GArray    *mapped_of,
         BwReport  *notes,
         GFile     *file,
         BwSource  *source,
         guint      mapped)
{
  const guint same = bw_sources_find_same (sources, source);
  const guint older = bw_sources_find_name (sources, source);

  if (same != BW_NONE)
    {
      bw_note_same_file (notes, source, sources->pdata[same], TRUE);
    }
  else if (older != BW_NONE)
    {
      bw_note_same_file (notes, source, sources->pdata[older], FALSE);
      g_set_object ((GFile **) &files->pdata[older], file);
      bw_source_unref (sources->pdata[older]);
      sources->pdata[older] = bw_source_ref (source);
    }
  else
    {
      g_ptr_array_add (files, g_object_ref (file));
      g_ptr_array_add (sources, bw_source_ref (source));
      g_array_append_val (mapped_of, mapped);
    }
}

static BwReport *
copy_report (const BwReport *report)
{
  BwReport *copy = bw_report_new ();

  bw_report_append (copy, report);

  return copy;
}

/* @wanted: (nullable): how the files are read, whatever their kinds say */
static BwIntake *
add_files (BwIntake        *self,
           GFile *const    *files,
           guint            n_files,
           const BwReading *wanted,
           BwFileReader    *reader,
           GError         **error)
{
  g_autofree guint *mapped_of = bw_sources_find_mapped (self->mapping, self->sources);
  g_autoptr(GPtrArray) all_files = bw_intake_dup_files (self);
  g_autoptr(GPtrArray) sources = bw_intake_dup_sources (self);
  g_autoptr(GArray) all_mapped = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(BwReport) notes = copy_report (self->notes);
  g_autoptr(BwMapping) standing = bw_mapping_ref (self->mapping);
  g_autoptr(BwMapping) mapping = NULL;

  g_array_append_vals (all_mapped, mapped_of, self->sources->len);
  for (guint i = 0; i < n_files; i++)
    {
      guint mapped;
      g_autoptr(BwSource) source =
        wanted != NULL ? read_as_wanted (&standing, reader, files[i], wanted, &mapped, error)
                       : read_one_more (self, &standing, reader, files[i], &mapped, error);

      if (source == NULL)
        return NULL;
      bw_file_reader_count (reader, source);
      take_in (all_files, sources, all_mapped, notes, files[i], source, mapped);
    }
  mapping = bw_propose_more (standing, (BwSource **) sources->pdata, sources->len,
                             (const guint *) (gpointer) all_mapped->data,
                             sources->len > self->sources->len ? find_keyless (self->mapping) : BW_NONE);

  return bw_intake_new (all_files, sources, notes, mapping, reader->cancellable, error);
}

/**
 * bw_intake_with_files:
 * @files: (array length=n_files): to be added
 * @progress: (nullable) (scope call): told of bytes and rows, in this thread
 *
 * A file that fits a source of the mapping by its name and its columns is one more of that kind:
 * next month's export adds a snapshot. Others are proposed and joined to what is here. A file that
 * is here already changes nothing; one of the same name with other content takes the older's place.
 * The report says both.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
BwIntake *
bw_intake_with_files (BwIntake      *self,
                      GFile *const  *files,
                      guint          n_files,
                      BwProgressFunc progress,
                      gpointer       user_data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  BwFileReader reader;

  bw_file_reader_init (&reader, files, n_files, progress, user_data, cancellable);

  return add_files (self, files, n_files, NULL, &reader, error);
}

/**
 * bw_intake_with_file_as:
 * @file: to be added
 * @reading: how it is to be read
 * @progress: (nullable) (scope call): told of bytes and rows, in this thread
 *
 * As bw_intake_with_files() with one file, for one that inspection alone does not understand.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
BwIntake *
bw_intake_with_file_as (BwIntake        *self,
                        GFile           *file,
                        const BwReading *reading,
                        BwProgressFunc   progress,
                        gpointer         user_data,
                        GCancellable    *cancellable,
                        GError         **error)
{
  BwFileReader reader;

  g_return_val_if_fail (reading != NULL, NULL);

  bw_file_reader_init (&reader, &file, 1, progress, user_data, cancellable);

  return add_files (self, &file, 1, reading, &reader, error);
}
