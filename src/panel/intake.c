/* Files in, panel out: what was read, how it was mapped, and what came of it, as one value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/intake-private.h"

#include "panel/build.h"
#include "panel/intake-wish.h"
#include "panel/mapping-private.h"
#include "panel/propose.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  bw_report_unref (self->notes);
  bw_report_unref (self->report);
  bw_mapping_unref (self->mapping);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_free (self->joined);
  g_free (self);
}

/* @mapping, with the months that files have side by side and it does not know yet. */
static BwMapping *
take_months (BwMapping *mapping,
             GPtrArray *sources)
{
  BwMapping *known = bw_mapping_ref (mapping);

  for (guint i = 0; i < sources->len; i++)
    {
      const guint mapped = bw_mapping_find (known, sources->pdata[i]);
      BwMapping *next;

      if (mapped == BW_NONE || bw_mapping_get_source (known, mapped)->shape != BW_SHAPE_WIDE)
        continue;
      next = bw_mapping_with_months (known, mapped, bw_source_get_table (sources->pdata[i]));
      bw_mapping_unref (known);
      known = next;
    }

  return known;
}

/**
 * bw_intake_new:
 * @files: (element-type GFile): kept
 * @sources: (element-type BwSource): what was read of each; kept
 * @notes: what became of files that are not among them; kept
 *
 * Builds with @mapping; the reports of all files and of the building become one.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
BwIntake *
bw_intake_new (GPtrArray    *files,
               GPtrArray    *sources,
               BwReport     *notes,
               BwMapping    *mapping,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr(BwIntake) self = g_new0 (BwIntake, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->files = g_ptr_array_ref (files);
  self->sources = g_ptr_array_ref (sources);
  self->notes = bw_report_ref (notes);
  self->mapping = take_months (mapping, sources);
  self->report = bw_report_new ();
  self->joined = g_new0 (BwJoined, MAX (bw_mapping_get_n_sources (mapping), 1));
  bw_report_append (self->report, notes);
  for (guint i = 0; i < sources->len; i++)
    bw_report_append (self->report, bw_source_get_report (sources->pdata[i]));
  self->panel = bw_panel_build ((BwSource **) sources->pdata, sources->len, self->mapping, self->report,
                                self->joined, cancellable, error);

  return self->panel != NULL ? g_steal_pointer (&self) : NULL;
}

/* The reading of files of that name: of the mapping that is given, or what the user said of all. */
static gboolean
find_reading (const BwWish     *wish,
              GFile            *file,
              const BwReading **reading,
              GError          **error)
{
  g_autofree char *name = g_file_get_basename (file);
  guint match;

  *reading = wish != NULL ? wish->reading : NULL;
  if (wish == NULL || wish->mapping == NULL)
    return TRUE;
  match = bw_mapping_match (wish->mapping, name);
  if (match == BW_NONE)
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING,
                   _("%s is not in the mapping: no pattern of it fits this name. Add it, or import "
                     "without the mapping."), name);
      return FALSE;
    }
  if (bw_mapping_get_source (wish->mapping, match)->reading != NULL)
    *reading = bw_mapping_get_source (wish->mapping, match)->reading;

  return TRUE;
}

/* Reads @file as the wish says. Where another kind has the same pattern, and is read in another way,
 * the reading that gives most of the columns of its kind is the right one. */
static BwSource *
read_file (BwFileReader *reader,
           GFile        *file,
           const BwWish *wish,
           GError      **error)
{
  g_autofree char *name = g_file_get_basename (file);
  const BwMapping *mapping = wish != NULL ? wish->mapping : NULL;
  const guint match = mapping != NULL ? bw_mapping_match (mapping, name) : BW_NONE;
  const BwReading *reading;
  g_autoptr(BwSource) source = NULL;
  guint known;

  if (!find_reading (wish, file, &reading, error))
    return NULL;
  source = bw_file_reader_read (reader, file, reading, error);
  if (source == NULL || match == BW_NONE)
    return g_steal_pointer (&source);

  known = bw_mapping_count_known (mapping, match, bw_source_get_table (source));
  for (guint i = match + 1; i < bw_mapping_get_n_sources (mapping); i++)
    {
      const BwMappedSource *other = bw_mapping_get_source (mapping, i);
      g_autoptr(BwSource) again = NULL;

      if (other->reading == NULL || g_strcmp0 (other->pattern, bw_mapping_get_source (mapping, match)->pattern) != 0)
        continue;
      again = bw_file_reader_read (reader, file, other->reading, NULL);
      if (again == NULL || bw_mapping_count_known (mapping, i, bw_source_get_table (again)) <= known)
        continue;
      known = bw_mapping_count_known (mapping, i, bw_source_get_table (again));
      bw_source_unref (source);
      source = g_steal_pointer (&again);
    }

  return g_steal_pointer (&source);
}

/* Reads @files; what is there twice is left out of @kept and of what is returned, and noted. */
static GPtrArray *
read_files (BwFileReader *reader,
            GFile *const *files,
            guint         n_files,
            const BwWish *wish,
            GPtrArray    *kept,
            BwReport     *notes,
            GError      **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_source_unref);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(BwSource) source = read_file (reader, files[i], wish, error);
      guint same;

      if (source == NULL)
        return NULL;
      bw_file_reader_count (reader, source);
      same = bw_sources_find_same (sources, source);
      if (same != BW_NONE)
        {
          bw_note_same_file (notes, source, sources->pdata[same], TRUE);
          continue;
        }
      g_ptr_array_add (sources, g_steal_pointer (&source));
      g_ptr_array_add (kept, g_object_ref (files[i]));
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
  g_autoptr(BwReport) notes = bw_report_new ();
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(BwMapping) mapping = NULL;
  BwFileReader reader;

  g_return_val_if_fail (n_files > 0, NULL);

  bw_file_reader_init (&reader, files, n_files, progress, user_data, cancellable);
  sources = read_files (&reader, files, n_files, wish, kept, notes, error);
  if (sources == NULL || (wish != NULL && !bw_wish_check (wish, sources, error)))
    return NULL;

  mapping = choose_mapping (sources, wish);

  return bw_intake_new (kept, sources, notes, mapping, cancellable, error);
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

/**
 * bw_intake_get_file:
 *
 * Returns: (transfer none): the file at that place
 */
GFile *
bw_intake_get_file (const BwIntake *self,
                    guint           source)
{
  g_return_val_if_fail (source < self->files->len, NULL);

  return g_ptr_array_index (self->files, source);
}

/**
 * bw_intake_get_mapped:
 *
 * Returns: the mapped source that the file at that place belongs to
 */
guint
bw_intake_get_mapped (const BwIntake *self,
                      guint           source)
{
  g_return_val_if_fail (source < self->sources->len, BW_NONE);

  return bw_mapping_find (self->mapping, self->sources->pdata[source]);
}

/**
 * bw_intake_get_joined:
 * @mapped_source: a source of the mapping; one without a file has nothing but zeros
 * @joined: (out): how its rows found their customers
 */
void
bw_intake_get_joined (const BwIntake *self,
                      guint           mapped_source,
                      BwJoined       *joined)
{
  g_return_if_fail (mapped_source < bw_mapping_get_n_sources (self->mapping));

  *joined = self->joined[mapped_source];
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
