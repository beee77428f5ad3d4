/* An intake under another mapping, with a file read another way, or without one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/intake-private.h"

#include "panel/mapping-private.h"
#include "panel/propose.h"

#include <glib/gi18n-lib.h>

/* The source of @file under @mapping: the one there is, unless it is to be read another way now. */
static BwSource *
reread (const BwIntake  *self,
        guint            file,
        const BwMapping *mapping,
        GCancellable    *cancellable,
        GError         **error)
{
  BwSource *source = g_ptr_array_index (self->sources, file);
  const guint before = bw_mapping_find (self->mapping, source), now = bw_mapping_find (mapping, source);

  if (before == BW_NONE || now == BW_NONE ||
      bw_reading_equal (bw_mapping_get_source (self->mapping, before)->reading,
                        bw_mapping_get_source (mapping, now)->reading))
    return bw_source_ref (source);

  return bw_source_read (g_ptr_array_index (self->files, file),
                         bw_mapping_get_source (mapping, now)->reading, NULL, NULL, cancellable, error);
}

/* Whether both say of the same columns what became of customers. */
static gboolean
same_outcome (const BwMapping *a,
              const BwMapping *b)
{
  gboolean same = bw_mapping_get_n_sources (a) == bw_mapping_get_n_sources (b);

  for (guint i = 0; same && i < bw_mapping_get_n_sources (a); i++)
    {
      const BwMappedColumn *first =
        bw_mapped_source_find_role (bw_mapping_get_source (a, i), BW_ROLE_OUTCOME);
      const BwMappedColumn *second =
        bw_mapped_source_find_role (bw_mapping_get_source (b, i), BW_ROLE_OUTCOME);

      same = g_strcmp0 (first != NULL ? first->header : NULL,
                        second != NULL ? second->header : NULL) == 0;
    }

  return same;
}

/**
 * bw_intake_with_mapping:
 *
 * Builds the panel anew; a file is read again only where its reading choices changed. Another outcome
 * brings other remarks on columns that tell of it.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
BwIntake *
bw_intake_with_mapping (BwIntake     *self,
                        BwMapping    *mapping,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_source_unref);
  g_autoptr(BwMapping) remarked = NULL;

  for (guint i = 0; i < self->sources->len; i++)
    {
      BwSource *source = reread (self, i, mapping, cancellable, error);

      if (source == NULL)
        return NULL;
      g_ptr_array_add (sources, source);
    }
  if (!same_outcome (self->mapping, mapping))
    {
      g_autofree guint *mapped_of = bw_sources_find_mapped (mapping, sources);

      remarked = bw_propose_remarks_anew (mapping, (BwSource **) sources->pdata, sources->len,
                                          mapped_of);
    }

  return bw_intake_new (self->files, sources, self->notes, remarked != NULL ? remarked : mapping,
                        cancellable, error);
}

/* Types that the user chose for columns of one file hold for all files of its kind. */
static void
take_forced (BwReading       *to,
             const BwReading *from)
{
  for (guint i = 0; i < to->n_forced; i++)
    g_free (to->forced[i].column);
  g_free (to->forced);
  to->n_forced = from->n_forced;
  to->forced = g_new0 (BwForcedType, MAX (from->n_forced, 1));
  for (guint i = 0; i < from->n_forced; i++)
    {
      to->forced[i] = from->forced[i];
      to->forced[i].column = g_strdup (from->forced[i].column);
    }
}

/* What @reading says otherwise than that file was read, on top of the choices for all of its kind. */
static BwReading *
merge_reading (const BwReading *kind,
               const BwReading *file,
               const BwReading *reading)
{
  BwReading *merged = kind != NULL ? bw_reading_copy (kind) : bw_reading_new ();

  if (g_strcmp0 (reading->encoding, file->encoding) != 0)
    {
      g_free (merged->encoding);
      merged->encoding = g_strdup (reading->encoding);
    }
  if (g_strcmp0 (reading->sheet, file->sheet) != 0)
    {
      g_free (merged->sheet);
      merged->sheet = g_strdup (reading->sheet);
    }
  merged->delimiter = reading->delimiter != file->delimiter ? reading->delimiter : merged->delimiter;
  merged->quote = reading->quote != file->quote ? reading->quote : merged->quote;
  merged->decimal = reading->decimal != file->decimal ? reading->decimal : merged->decimal;
  merged->date_order = reading->date_order != file->date_order ? reading->date_order : merged->date_order;
  merged->header = reading->header != file->header ? reading->header : merged->header;
  merged->header_rows = reading->header_rows != file->header_rows ? reading->header_rows :
                        merged->header_rows;
  merged->first_row = reading->first_row != file->first_row ? reading->first_row : merged->first_row;
  take_forced (merged, reading);

  return merged;
}

/* The mapping in which all files of that kind are read as the user wants one of them to be. */
static BwMapping *
map_reading (const BwIntake  *self,
             guint            source,
             guint            mapped,
             const BwReading *reading)
{
  const BwReading *file = bw_source_get_reading (self->sources->pdata[source]);
  const BwReading *kind = bw_mapping_get_source (self->mapping, mapped)->reading;
  g_autoptr(BwReading) merged = NULL;
  guint n = 0;

  for (guint i = 0; i < self->sources->len; i++)
    n += bw_mapping_find (self->mapping, self->sources->pdata[i]) == mapped;
  if (n == 1 || file == NULL)
    return bw_mapping_with_reading (self->mapping, mapped, reading);
  merged = merge_reading (kind, file, reading);

  return bw_mapping_with_reading (self->mapping, mapped, merged);
}

/**
 * bw_intake_with_reading:
 * @source: a file
 * @reading: how it is to be read
 * @progress: (nullable) (scope call): told of bytes and rows, in this thread
 *
 * Reads that file, and the others of its kind, again, and proposes their source anew; what was
 * chosen for columns that are still there is kept.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
BwIntake *
bw_intake_with_reading (BwIntake        *self,
                        guint            source,
                        const BwReading *reading,
                        BwProgressFunc   progress,
                        gpointer         user_data,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autofree guint *mapped_of = bw_sources_find_mapped (self->mapping, self->sources);
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_source_unref);
  g_autoptr(BwMapping) reread = NULL;
  g_autoptr(BwMapping) mapping = NULL;
  BwFileReader reader;

  g_return_val_if_fail (source < self->sources->len && reading != NULL, NULL);

  reread = map_reading (self, source, mapped_of[source], reading);
  bw_file_reader_init (&reader, (GFile *const *) self->files->pdata, self->files->len, progress,
                       user_data, cancellable);
  for (guint i = 0; i < self->sources->len; i++)
    {
      BwSource *one = bw_source_ref (self->sources->pdata[i]);

      if (mapped_of[i] == mapped_of[source])
        {
          bw_source_unref (one);
          one = bw_file_reader_read (&reader, self->files->pdata[i],
                                     bw_mapping_get_source (reread, mapped_of[i])->reading, error);
        }
      if (one == NULL)
        return NULL;
      bw_file_reader_count (&reader, one);
      g_ptr_array_add (sources, one);
    }
  mapping = bw_propose_more (reread, (BwSource **) sources->pdata, sources->len, mapped_of,
                             mapped_of[source]);

  return bw_intake_new (self->files, sources, self->notes, mapping, cancellable, error);
}

/* The mapping without the source whose last file goes; what hung on it is proposed anew. */
static BwMapping *
map_without (const BwMapping *mapping,
             guint            gone,
             GPtrArray       *sources)
{
  const guint n = bw_mapping_get_n_sources (mapping);
  g_autofree BwMappedSource *left = g_new0 (BwMappedSource, n);
  g_autoptr(BwMapping) rest = NULL;
  g_autoptr(BwMapping) whole = NULL;
  g_autofree guint *mapped_of = NULL;
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const BwMappedSource *source = bw_mapping_get_source (mapping, i);

      if (i != gone && g_strcmp0 (source->via, bw_mapping_get_source (mapping, gone)->id) != 0)
        left[kept++] = *source;
    }
  whole = bw_mapping_new (left, kept);
  rest = bw_mapping_with_vanished (whole, bw_mapping_get_vanished (mapping));
  mapped_of = bw_sources_find_mapped (rest, sources);
  for (guint i = 0; i < sources->len; i++)
    {
      const guint before = bw_mapping_find (mapping, sources->pdata[i]);
      const char *id = before != BW_NONE ? bw_mapping_get_source (mapping, before)->id : NULL;

      if (mapped_of[i] != BW_NONE &&
          g_strcmp0 (bw_mapping_get_source (rest, mapped_of[i])->id, id) != 0)
        mapped_of[i] = BW_NONE;
    }

  return bw_propose_more (rest, (BwSource **) sources->pdata, sources->len, mapped_of, BW_NONE);
}

/**
 * bw_intake_without_file:
 * @source: a file
 *
 * Leaves that file out. With the last file of its kind its source leaves the mapping, and what
 * found its customers through it is proposed anew.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
BwIntake *
bw_intake_without_file (BwIntake     *self,
                        guint         source,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr(GPtrArray) files = bw_intake_dup_files (self);
  g_autoptr(GPtrArray) sources = bw_intake_dup_sources (self);
  g_autoptr(BwMapping) mapping = NULL;
  gboolean last = TRUE;
  guint mapped;

  g_return_val_if_fail (source < self->sources->len, NULL);

  if (self->sources->len == 1)
    {
      g_set_error_literal (error, BW_PANEL_ERROR, BW_PANEL_ERROR_EMPTY,
                           _("This is the only file. Add another one first."));
      return NULL;
    }
  mapped = bw_mapping_find (self->mapping, self->sources->pdata[source]);
  g_ptr_array_remove_index (files, source);
  g_ptr_array_remove_index (sources, source);
  for (guint i = 0; i < sources->len; i++)
    last &= bw_mapping_find (self->mapping, sources->pdata[i]) != mapped;
  mapping = last ? map_without (self->mapping, mapped, sources) : bw_mapping_ref (self->mapping);

  return bw_intake_new (files, sources, self->notes, mapping, cancellable, error);
}
