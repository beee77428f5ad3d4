/* How exports become a panel, as one value: made once, read, and copied with one thing changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-private.h"

#include "panel/file-date.h"

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

static guint
match_exactly (const BwMapping *self,
               const char      *file_name)
{
  guint best = BW_NONE;
  gsize best_weight = 0;

  for (guint i = 0; i < self->n_sources; i++)
    {
      const gsize weight = bw_pattern_weight (self->sources[i].pattern);

      if (weight > best_weight && bw_pattern_matches (self->sources[i].pattern, file_name))
        {
          best = i;
          best_weight = weight;
        }
    }

  return best;
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
  const guint match = match_exactly (self, file_name);
  g_autofree char *first = NULL;

  if (match != BW_NONE)
    return match;
  first = bw_file_name_dup_first (file_name);

  return match_exactly (self, first);
}
