/* How exports become a panel, as one value: made once, read, and copied with one thing changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/file-date.h"
#include "panel/mapped-source.h"
#include "panel/propose.h"

struct _BwMapping
{
  gatomicrefcount ref_count;

  BwMappedSource *sources;
  guint           n_sources;
};

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

/* Gives up the join where @source was joined by @header alone. */
static void
forget_join (BwMappedSource *source)
{
  g_clear_pointer (&source->join, g_free);
  g_clear_pointer (&source->via, g_free);
  g_clear_pointer (&source->via_column, g_free);
}

static void
displace (BwMappedSource *source,
          BwRole          role)
{
  for (guint i = 0; i < source->n_columns; i++)
    {
      if (source->columns[i].role == role)
        bw_mapped_source_set_role (source, i, bw_role_without (role), NULL);
    }
}

static void
give_role (BwMappedSource *source,
           guint           column,
           BwRole          role)
{
  const char *header = source->columns[column].header;

  if (role == BW_ROLE_KEY || role == BW_ROLE_DATE)
    displace (source, role);
  if (role == BW_ROLE_KEY)
    {
      forget_join (source);
      source->join = g_strdup (header);
    }
  else if (source->columns[column].role == BW_ROLE_KEY && g_strcmp0 (source->join, header) == 0)
    {
      forget_join (source);
    }
  bw_mapped_source_set_role (source, column, role, NULL);

  if (source->shape != BW_SHAPE_EVENTS)
    return;
  bw_mapped_source_drop_events (source, header);
  if (role == BW_ROLE_METRIC || role == BW_ROLE_MONEY)
    bw_propose_event_of (source, column);
}

/**
 * bw_mapping_with_role:
 * @header: a column of that source; another header changes nothing
 *
 * A role that a panel has once leaves the column that had it. The key's column becomes what the
 * source is joined by; the row number is the key once that column gets another role. In a source
 * of events a metric brings its event column along.
 *
 * Returns: (transfer full): a mapping in which that column has @role
 */
BwMapping *
bw_mapping_with_role (BwMapping  *self,
                      guint       source,
                      const char *header,
                      BwRole      role)
{
  g_autoptr(BwMapping) changed = NULL;
  guint column;

  g_return_val_if_fail (source < self->n_sources, NULL);

  column = bw_mapped_source_find (&self->sources[source], header);
  if (column == BW_NONE || self->sources[source].columns[column].role == role)
    return bw_mapping_ref (self);

  changed = bw_mapping_new (self->sources, self->n_sources);
  for (guint i = 0; i < self->n_sources && bw_role_is_single (role); i++)
    displace (&changed->sources[i], role);
  give_role (&changed->sources[source], column, role);

  return g_steal_pointer (&changed);
}

/**
 * bw_mapping_with_shape:
 *
 * A source that becomes one of events gets the event columns that its headers propose.
 *
 * Returns: (transfer full): a mapping in which that source has @shape
 */
BwMapping *
bw_mapping_with_shape (BwMapping *self,
                       guint      source,
                       BwShape    shape)
{
  BwMapping *changed;

  g_return_val_if_fail (source < self->n_sources && (guint) shape < BW_N_SHAPES, NULL);

  if (self->sources[source].shape == shape)
    return bw_mapping_ref (self);

  changed = bw_mapping_new (self->sources, self->n_sources);
  changed->sources[source].shape = shape;
  bw_mapped_source_clear_events (&changed->sources[source]);
  if (shape == BW_SHAPE_EVENTS)
    bw_propose_events (&changed->sources[source], NULL, 1.0);

  return changed;
}

/**
 * bw_mapping_with_as_of:
 * @date: days since 1970-01-01, or NaN to forget it
 *
 * Returns: (transfer full): a mapping in which undated tables are of @date
 */
BwMapping *
bw_mapping_with_as_of (BwMapping *self,
                       double     date)
{
  BwMapping *changed = bw_mapping_new (self->sources, self->n_sources);

  for (guint i = 0; i < changed->n_sources; i++)
    changed->sources[i].as_of = date;

  return changed;
}

/**
 * bw_mapping_with_reading:
 * @reading: (nullable): %NULL leaves all to inspection
 *
 * Returns: (transfer full): a mapping in which files of that source are read so
 */
BwMapping *
bw_mapping_with_reading (BwMapping       *self,
                         guint            source,
                         const BwReading *reading)
{
  BwMapping *changed;

  g_return_val_if_fail (source < self->n_sources, NULL);

  changed = bw_mapping_new (self->sources, self->n_sources);
  g_clear_pointer (&changed->sources[source].reading, bw_reading_free);
  changed->sources[source].reading = reading != NULL ? bw_reading_copy (reading) : NULL;

  return changed;
}
