/* Reading files one after the other, and telling files that are there already. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files are the same where their tables are and their names do not date them apart: last month's
 * export and this month's may well be equal and still are two. */

#include "panel/file-name.h"
#include "panel/intake-private.h"
#include "panel/mapping-private.h"
#include "panel/propose.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
tell_progress (goffset  n_bytes,
               goffset  n_total,
               gsize    n_rows,
               gpointer user_data)
{
  BwFileReader *self = user_data;

  self->read = MAX (n_bytes, n_total);
  if (self->func != NULL)
    self->func (self->before + n_bytes, self->total, self->rows + n_rows, self->user_data);
}

static goffset
total_size (GFile *const *files,
            guint         n_files)
{
  goffset total = 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(GFileInfo) info = g_file_query_info (files[i], G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                     G_FILE_QUERY_INFO_NONE, NULL, NULL);

      if (info == NULL)
        return 0;
      total += g_file_info_get_size (info);
    }

  return total;
}

/**
 * bw_file_reader_init:
 * @files: (array length=n_files): all that will be read
 */
void
bw_file_reader_init (BwFileReader  *self,
                     GFile *const  *files,
                     guint          n_files,
                     BwProgressFunc func,
                     gpointer       user_data,
                     GCancellable  *cancellable)
{
  *self = (BwFileReader) {
    .func = func, .user_data = user_data, .cancellable = cancellable,
    .total = func != NULL ? total_size (files, n_files) : 0,
  };
}

/**
 * bw_file_reader_read:
 *
 * Returns: (transfer full): what was read, or %NULL with @error set; bw_file_reader_count() goes on
 *   to the next file
 */
BwSource *
bw_file_reader_read (BwFileReader    *self,
                     GFile           *file,
                     const BwReading *reading,
                     GError         **error)
{
  return bw_source_read (file, reading, tell_progress, self, self->cancellable, error);
}

/**
 * bw_file_reader_count:
 * @source: what was made of the file that was being read
 *
 * Counts it among those that are done, for the progress of the files behind it.
 */
void
bw_file_reader_count (BwFileReader   *self,
                      const BwSource *source)
{
  self->before += self->read;
  self->rows += bw_table_get_n_rows (bw_source_get_table (source));
  self->read = 0;
}

static gpointer
ref_file (gconstpointer file,
          gpointer      user_data)
{
  return g_object_ref ((gpointer) file);
}

static gpointer
ref_source (gconstpointer source,
            gpointer      user_data)
{
  return bw_source_ref ((BwSource *) source);
}

/**
 * bw_intake_dup_files:
 *
 * Returns: (transfer full) (element-type GFile): its files, to be changed
 */
GPtrArray *
bw_intake_dup_files (const BwIntake *self)
{
  return g_ptr_array_copy (self->files, ref_file, NULL);
}

/**
 * bw_intake_dup_sources:
 *
 * Returns: (transfer full) (element-type BwSource): its sources, to be changed
 */
GPtrArray *
bw_intake_dup_sources (const BwIntake *self)
{
  return g_ptr_array_copy (self->sources, ref_source, NULL);
}

/**
 * bw_sources_find_mapped:
 * @sources: (element-type BwSource): what was read
 *
 * Returns: (transfer full) (array): which source of @mapping each belongs to
 */
guint *
bw_sources_find_mapped (const BwMapping *mapping,
                        const GPtrArray *sources)
{
  guint *mapped_of = g_new (guint, MAX (sources->len, 1));

  for (guint i = 0; i < sources->len; i++)
    mapped_of[i] = bw_mapping_find (mapping, sources->pdata[i]);

  return mapped_of;
}

static gboolean
same_date (const BwSource *a,
           const BwSource *b)
{
  const double first = bw_file_name_get_date (bw_source_get_file_name (a));
  const double second = bw_file_name_get_date (bw_source_get_file_name (b));

  return first == second || (isnan (first) && isnan (second));
}

/**
 * bw_sources_find_same:
 * @sources: (element-type BwSource): what was read before
 *
 * Returns: the place of the file that is @source over again, or %BW_NONE
 */
guint
bw_sources_find_same (const GPtrArray *sources,
                      const BwSource  *source)
{
  for (guint i = 0; i < sources->len; i++)
    {
      if (same_date (sources->pdata[i], source) &&
          bw_table_equal (bw_source_get_table (sources->pdata[i]), bw_source_get_table (source)))
        return i;
    }

  return BW_NONE;
}

/**
 * bw_sources_find_name:
 * @sources: (element-type BwSource): what was read before
 *
 * Files of one name that have little in common are exports of two tools, and not one again.
 *
 * Returns: the place of the older file that @source has the name and the columns of, or %BW_NONE
 */
guint
bw_sources_find_name (const GPtrArray *sources,
                      const BwSource  *source)
{
  g_autofree char *name = bw_file_name_dup_first (bw_source_get_file_name (source));

  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *other = bw_file_name_dup_first (bw_source_get_file_name (sources->pdata[i]));

      if (g_str_equal (name, other) &&
          bw_table_likeness (bw_source_get_table (sources->pdata[i]), bw_source_get_table (source)) >=
          BW_ALIKE)
        return i;
    }

  return BW_NONE;
}

/**
 * bw_note_same_file:
 * @there: what was read before
 * @equal: whether it is the same over again, else @source takes its place
 */
void
bw_note_same_file (BwReport       *notes,
                   const BwSource *source,
                   const BwSource *there,
                   gboolean        equal)
{
  /* TRANSLATORS: a file's name */
  g_autofree char *same = g_strdup_printf (_("The same as %s, which is here already, and counted once."),
                                           bw_source_get_file_name (there));
  const BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .file = bw_source_get_file_name (source),
    .kind = BW_PROBLEM_SAME_FILE,
    .what = equal ? same : _("A file of this name was here already, with other content. The one added "
                             "last takes its place."),
  };

  bw_report_add (notes, &problem);
}
