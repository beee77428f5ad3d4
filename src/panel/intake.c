/* Files in, panel out: what was read, how it was mapped, and what came of it, as one value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/intake.h"

#include "panel/build.h"
#include "panel/intake-wish.h"
#include "panel/propose.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwIntake
{
  gatomicrefcount ref_count;

  GPtrArray *files;   /* of GFile */
  GPtrArray *sources; /* of BwSource, one for each file */
  BwMapping *mapping;
  BwPanel   *panel;
  BwReport  *report;
};

/* Progress of one file, told as progress of all. */
typedef struct
{
  BwProgressFunc func;
  gpointer       user_data;
  goffset        before;
  goffset        total;
  gsize          rows;
  goffset        read;
} Progress;

static BwIntake *
intake_new (GPtrArray *files,
            GPtrArray *sources)
{
  BwIntake *self = g_new0 (BwIntake, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->files = g_ptr_array_ref (files);
  self->sources = g_ptr_array_ref (sources);

  return self;
}

BwIntake *
bw_intake_ref (BwIntake *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_intake_unref (BwIntake *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->sources);
  g_clear_pointer (&self->mapping, bw_mapping_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->report, bw_report_unref);
  g_free (self);
}

static void
tell_progress (goffset  n_bytes,
               goffset  n_total,
               gsize    n_rows,
               gpointer user_data)
{
  Progress *progress = user_data;

  progress->read = MAX (n_bytes, n_total);
  if (progress->func != NULL)
    progress->func (progress->before + n_bytes, progress->total, progress->rows + n_rows,
                    progress->user_data);
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

static gboolean
find_reading (const BwMapping  *mapping,
              GFile            *file,
              const BwReading **reading,
              GError          **error)
{
  g_autofree char *name = g_file_get_basename (file);
  guint match;

  *reading = NULL;
  if (mapping == NULL)
    return TRUE;
  match = bw_mapping_match (mapping, name);
  if (match == BW_NONE)
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING,
                   _("%s is not in the mapping: no pattern of it fits this name. Add it, or import "
                     "without the mapping."), name);
      return FALSE;
    }
  *reading = bw_mapping_get_source (mapping, match)->reading;

  return TRUE;
}

static GPtrArray *
read_files (GFile *const    *files,
            guint            n_files,
            const BwMapping *mapping,
            BwProgressFunc   func,
            gpointer         user_data,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_source_unref);
  Progress progress = { .func = func, .user_data = user_data, .total = total_size (files, n_files) };

  for (guint i = 0; i < n_files; i++)
    {
      const BwReading *reading;
      BwSource *source;

      if (!find_reading (mapping, files[i], &reading, error))
        return NULL;
      source = bw_source_read (files[i], reading, tell_progress, &progress, cancellable, error);
      if (source == NULL)
        return NULL;
      g_ptr_array_add (sources, source);
      progress.before += progress.read;
      progress.rows += bw_table_get_n_rows (bw_source_get_table (source));
      progress.read = 0;
    }

  return g_steal_pointer (&sources);
}

/* Wishes on top of a mapping that is given. */
static BwMapping *
apply_roles (BwMapping    *mapping,
             const BwWish *wish)
{
  BwMapping *changed = bw_mapping_ref (mapping);

  for (guint role = 0; role < BW_N_ROLES; role++)
    {
      gboolean given = wish->roles[role] == NULL;

      for (guint i = 0; i < bw_mapping_get_n_sources (mapping) && !given; i++)
        {
          BwMapping *next;

          if (bw_mapped_source_find (bw_mapping_get_source (changed, i), wish->roles[role]) == BW_NONE)
            continue;
          next = bw_mapping_with_role (changed, i, wish->roles[role], role);
          bw_mapping_unref (changed);
          changed = next;
          given = bw_role_is_single (role);
        }
    }

  return changed;
}

static BwMapping *
choose_mapping (GPtrArray    *sources,
                const BwWish *wish)
{
  g_autoptr(BwMapping) mapping = NULL;

  if (wish != NULL && wish->mapping != NULL)
    mapping = apply_roles (wish->mapping, wish);
  else
    mapping = bw_propose_mapping ((BwSource **) sources->pdata, sources->len,
                                  wish != NULL ? wish->roles : NULL);
  if (wish != NULL && !isnan (wish->as_of))
    return bw_mapping_with_as_of (mapping, wish->as_of);

  return g_steal_pointer (&mapping);
}

/* Builds with @mapping; the reports of all files and of the building become one. */
static gboolean
intake_build (BwIntake     *self,
              BwMapping    *mapping,
              GCancellable *cancellable,
              GError      **error)
{
  self->mapping = bw_mapping_ref (mapping);
  self->report = bw_report_new ();
  for (guint i = 0; i < self->sources->len; i++)
    bw_report_append (self->report, bw_source_get_report (self->sources->pdata[i]));
  self->panel = bw_panel_build ((BwSource **) self->sources->pdata, self->sources->len, mapping,
                                self->report, cancellable, error);

  return self->panel != NULL;
}

/**
 * bw_intake_read:
 * @files: (array length=n_files): at least one
 * @wish: (nullable): what the user said beforehand
 * @progress: (nullable) (scope call): told of the bytes and rows of all files, in this thread
 * @error: where to say what is wrong, in words for the person who imports
 *
 * Reads the files, proposes what was not wished, and builds the panel. Nothing is left behind
 * after an error.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
BwIntake *
bw_intake_read (GFile *const  *files,
                guint          n_files,
                const BwWish  *wish,
                BwProgressFunc progress,
                gpointer       user_data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(BwMapping) mapping = NULL;
  g_autoptr(BwIntake) self = NULL;

  g_return_val_if_fail (n_files > 0, NULL);

  sources = read_files (files, n_files, wish != NULL ? wish->mapping : NULL, progress, user_data,
                        cancellable, error);
  if (sources == NULL || (wish != NULL && !bw_wish_check (wish, sources, error)))
    return NULL;

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (kept, g_object_ref (files[i]));
  mapping = choose_mapping (sources, wish);
  self = intake_new (kept, sources);
  if (!intake_build (self, mapping, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* The source of @file under @mapping: the one there is, unless it is to be read another way now. */
static BwSource *
reread (const BwIntake  *self,
        guint            file,
        const BwMapping *mapping,
        GCancellable    *cancellable,
        GError         **error)
{
  BwSource *source = g_ptr_array_index (self->sources, file);
  const char *name = bw_source_get_file_name (source);
  const guint before = bw_mapping_match (self->mapping, name), now = bw_mapping_match (mapping, name);

  if (before == BW_NONE || now == BW_NONE ||
      bw_reading_equal (bw_mapping_get_source (self->mapping, before)->reading,
                        bw_mapping_get_source (mapping, now)->reading))
    return bw_source_ref (source);

  return bw_source_read (g_ptr_array_index (self->files, file),
                         bw_mapping_get_source (mapping, now)->reading, NULL, NULL, cancellable, error);
}

/**
 * bw_intake_with_mapping:
 *
 * Builds the panel anew; a file is read again only where its reading choices changed.
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
  g_autoptr(BwIntake) changed = NULL;

  for (guint i = 0; i < self->sources->len; i++)
    {
      BwSource *source = reread (self, i, mapping, cancellable, error);

      if (source == NULL)
        return NULL;
      g_ptr_array_add (sources, source);
    }

  changed = intake_new (self->files, sources);
  if (!intake_build (changed, mapping, cancellable, error))
    return NULL;

  return g_steal_pointer (&changed);
}

guint
bw_intake_get_n_sources (const BwIntake *self)
{
  return self->sources->len;
}

/**
 * bw_intake_get_source:
 *
 * Returns: (transfer none): what was read of the file at that place
 */
BwSource *
bw_intake_get_source (const BwIntake *self,
                      guint           source)
{
  g_return_val_if_fail (source < self->sources->len, NULL);

  return g_ptr_array_index (self->sources, source);
}

BwMapping *
bw_intake_get_mapping (const BwIntake *self)
{
  return self->mapping;
}

BwPanel *
bw_intake_get_panel (const BwIntake *self)
{
  return self->panel;
}

/**
 * bw_intake_get_report:
 *
 * Returns: (transfer none): what the reading of all files and the building had to say
 */
BwReport *
bw_intake_get_report (const BwIntake *self)
{
  return self->report;
}
