/* How exports become a panel, as one value: made once, read, and copied with one thing changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-private.h"

#include "panel/file-name.h"

G_DEFINE_QUARK (bw-panel-error-quark, bw_panel_error)

/**
 * bw_mapping_new:
 * @sources: (array length=n_sources): copied; the first that is a table (no events, no lookup)
 *   says who the customers are, or where none is, all of them do
 *
 * Returns: (transfer full): a mapping
 */
BwMapping *
bw_mapping_new (const BwMappedSource *sources,
                guint                 n_sources)
{
  BwMapping *self = g_new0 (BwMapping, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->sources = g_new0 (BwMappedSource, MAX (n_sources, 1));
  self->n_sources = n_sources;
  for (guint i = 0; i < n_sources; i++)
    bw_mapped_source_copy (&sources[i], &self->sources[i]);

  return self;
}

/**
 * bw_mapping_copy:
 *
 * Returns: (transfer full): the same as a value of its own, to be changed before it is shown around
 */
BwMapping *
bw_mapping_copy (const BwMapping *self)
{
  BwMapping *copy = bw_mapping_new (self->sources, self->n_sources);

  copy->vanished = self->vanished;

  return copy;
}

BwMapping *
bw_mapping_ref (BwMapping *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_mapping_unref (BwMapping *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_sources; i++)
    bw_mapped_source_clear (&self->sources[i]);
  g_free (self->sources);
  g_free (self);
}

guint
bw_mapping_get_n_sources (const BwMapping *self)
{
  return self->n_sources;
}

/**
 * bw_mapping_get_source:
 *
 * Returns: (transfer none): one kind of file
 */
const BwMappedSource *
bw_mapping_get_source (const BwMapping *self,
                       guint            source)
{
  g_return_val_if_fail (source < self->n_sources, NULL);

  return &self->sources[source];
}

/**
 * bw_mapping_get_vanished:
 *
 * Returns: whether customers that are in one snapshot and not in the next count as churned
 */
gboolean
bw_mapping_get_vanished (const BwMapping *self)
{
  return self->vanished;
}

/**
 * bw_mapping_with_source_as_of:
 * @date: days since 1970-01-01, or NaN to forget it
 *
 * Returns: (transfer full): a mapping in which undated files of that source are of @date
 */
BwMapping *
bw_mapping_with_source_as_of (BwMapping *self,
                              guint      source,
                              double     date)
{
  BwMapping *changed;

  g_return_val_if_fail (source < self->n_sources, NULL);

  changed = bw_mapping_copy (self);
  changed->sources[source].as_of = date;

  return changed;
}

/**
 * bw_mapping_count_known:
 *
 * Returns: how many columns of @table that source has
 */
guint
bw_mapping_count_known (const BwMapping *self,
                        guint            source,
                        const BwTable   *table)
{
  const BwMappedSource *mapped = &self->sources[source];
  guint known = 0;

  for (guint i = 0; i < mapped->n_columns; i++)
    known += bw_mapped_column_find (&mapped->columns[i], table, i) != BW_NONE;

  return known;
}

/* @table: (nullable): decides between patterns that say equally much */
static guint
match_exactly (const BwMapping *self,
               const char      *file_name,
               const BwTable   *table)
{
  guint best = BW_NONE, best_known = 0;
  gsize best_weight = 0;

  for (guint i = 0; i < self->n_sources; i++)
    {
      const gsize weight = bw_pattern_weight (self->sources[i].pattern);
      guint known;

      if (weight < best_weight || !bw_pattern_matches (self->sources[i].pattern, file_name))
        continue;
      known = table != NULL ? bw_mapping_count_known (self, i, table) : 0;
      if (weight > best_weight || known > best_known)
        {
          best = i;
          best_weight = weight;
          best_known = known;
        }
    }

  return best;
}

static guint
match (const BwMapping *self,
       const char      *file_name,
       const BwTable   *table)
{
  g_autofree char *unmarked = bw_file_name_dup_unmarked (file_name);
  g_autofree char *first = bw_file_name_dup_first (unmarked);
  const char *const names[] = { file_name, unmarked, first };
  guint found = BW_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (names) && found == BW_NONE; i++)
    found = match_exactly (self, names[i], table);

  return found;
}

/**
 * bw_mapping_match:
 * @file_name: without its folder
 *
 * Where several patterns fit, the one that says most is taken.
 *
 * Returns: the source whose pattern @file_name fits, or %BW_NONE
 */
guint
bw_mapping_match (const BwMapping *self,
                  const char      *file_name)
{
  return match (self, file_name, NULL);
}

/**
 * bw_mapping_find:
 *
 * Where several patterns fit and say equally much (files of one name from several folders), the
 * columns of @source decide.
 *
 * Returns: the mapped source that @source belongs to, or %BW_NONE
 */
guint
bw_mapping_find (const BwMapping *self,
                 const BwSource  *source)
{
  return match (self, bw_source_get_file_name (source), bw_source_get_table (source));
}
