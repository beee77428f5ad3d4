/* A mapping with one thing changed: what a person chooses, source by source. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-private.h"

#include "panel/header.h"
#include "panel/propose.h"
#include "panel/wide.h"

/* The row number is the key of @source then. */
static void
forget_join (BwMappedSource *source)
{
  g_clear_pointer (&source->join_more, g_strfreev);
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

  changed = bw_mapping_copy (self);
  for (guint i = 0; i < self->n_sources && bw_role_is_single (role); i++)
    displace (&changed->sources[i], role);
  give_role (&changed->sources[source], column, role);

  return g_steal_pointer (&changed);
}

/**
 * bw_mapping_with_shape:
 *
 * A source that becomes one of events gets the event columns that its headers propose. What dated
 * events does not date the rows of customers, and describes from then on.
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

  changed = bw_mapping_copy (self);
  if (self->sources[source].shape == BW_SHAPE_EVENTS && shape != BW_SHAPE_HISTORY)
    displace (&changed->sources[source], BW_ROLE_DATE);
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
  BwMapping *changed = bw_mapping_copy (self);

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

  changed = bw_mapping_copy (self);
  g_clear_pointer (&changed->sources[source].reading, bw_reading_free);
  changed->sources[source].reading = reading != NULL ? bw_reading_copy (reading) : NULL;

  return changed;
}

/* Columns that were keys and are none any more describe; those that are keys now are nothing else. */
static void
give_key_roles (BwMappedSource    *source,
                const char *const *columns)
{
  for (guint i = 0; i < source->n_columns; i++)
    {
      const gboolean is_key = columns != NULL && g_strv_contains (columns, source->columns[i].header);

      if (is_key != (source->columns[i].role == BW_ROLE_KEY))
        bw_mapped_source_set_role (source, i, is_key ? BW_ROLE_KEY : bw_role_without (BW_ROLE_KEY), NULL);
    }
}

/**
 * bw_mapping_with_join:
 * @columns: (nullable) (array zero-terminated=1): columns of that source that make up its key, in
 *   this order; none: the row number is the key
 * @via: (nullable): the id of the source whose rows the key names; %NULL: it names customers
 * @via_column: (nullable): the column of @via that holds the key; needed with @via
 * @match: how keys find customers
 *
 * A column of events that is a key now is summed up no more.
 *
 * Returns: (transfer full): a mapping in which that source is joined so
 */
BwMapping *
bw_mapping_with_join (BwMapping         *self,
                      guint              source,
                      const char *const *columns,
                      const char        *via,
                      const char        *via_column,
                      BwMatch            match)
{
  const gboolean any = columns != NULL && columns[0] != NULL;
  BwMapping *changed;
  BwMappedSource *one;

  g_return_val_if_fail (source < self->n_sources && (guint) match < BW_N_MATCHES, NULL);
  g_return_val_if_fail ((via == NULL) == (via_column == NULL), NULL);

  changed = bw_mapping_copy (self);
  one = &changed->sources[source];
  forget_join (one);
  one->match = match;
  give_key_roles (one, any ? columns : NULL);
  if (!any)
    return changed;

  one->join = g_strdup (columns[0]);
  one->join_more = columns[1] != NULL ? g_strdupv ((char **) columns + 1) : NULL;
  one->via = g_strdup (via);
  one->via_column = g_strdup (via_column);
  for (guint i = 0; columns[i] != NULL; i++)
    bw_mapped_source_drop_events (one, columns[i]);

  return changed;
}

/**
 * bw_mapping_with_duplicates:
 *
 * Returns: (transfer full): a mapping in which @duplicates says what becomes of rows of one key and
 *   snapshot of that source
 */
BwMapping *
bw_mapping_with_duplicates (BwMapping   *self,
                            guint        source,
                            BwDuplicates duplicates)
{
  BwMapping *changed;

  g_return_val_if_fail (source < self->n_sources && (guint) duplicates < BW_N_DUPLICATES, NULL);

  changed = bw_mapping_copy (self);
  changed->sources[source].duplicates = duplicates;

  return changed;
}

/**
 * bw_mapping_with_events:
 * @events: (array length=n_events): copied; where two have one name, the later gets a number behind it
 *
 * Returns: (transfer full): a mapping in which that source of events makes these columns
 */
BwMapping *
bw_mapping_with_events (BwMapping           *self,
                        guint                source,
                        const BwEventColumn *events,
                        guint                n_events)
{
  BwMapping *changed;

  g_return_val_if_fail (source < self->n_sources, NULL);

  changed = bw_mapping_copy (self);
  bw_mapped_source_clear_events (&changed->sources[source]);
  for (guint i = 0; i < n_events; i++)
    bw_mapped_source_add_event (&changed->sources[source], events[i].name, events[i].aggregate,
                                events[i].column, events[i].window);

  return changed;
}

/**
 * bw_mapping_with_vanished:
 * @churned: whether customers that are in one snapshot and not in the next count as churned: the
 *   panel gets an outcome “vanished”, the date of the first snapshot without them
 *
 * Returns: (transfer full): a mapping that says so
 */
BwMapping *
bw_mapping_with_vanished (BwMapping *self,
                          gboolean   churned)
{
  BwMapping *changed = bw_mapping_copy (self);

  changed->vanished = churned;

  return changed;
}

/* Adds @name to the other headers that @column may have. */
static void
add_alias (BwMappedColumn *column,
           const char     *name)
{
  const guint n = column->aliases != NULL ? g_strv_length (column->aliases) : 0;

  column->aliases = g_renew (char *, column->aliases, n + 2);
  column->aliases[n] = g_strdup (name);
  column->aliases[n + 1] = NULL;
}

/**
 * bw_mapping_with_spellings:
 * @table: of a file of that source
 *
 * Headers of @table that differ from those of the source in case and gaps alone become aliases.
 *
 * Returns: (transfer full): a mapping that knows them
 */
BwMapping *
bw_mapping_with_spellings (BwMapping     *self,
                           guint          source,
                           const BwTable *table)
{
  BwMapping *changed = bw_mapping_copy (self);
  BwMappedSource *one = &changed->sources[source];

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      const char *name = bw_column_get_name (bw_table_get_column (table, i));
      g_autoptr(BwHeader) header = NULL;

      if (bw_mapped_source_find_near (one, name, i) != BW_NONE)
        continue;
      header = bw_header_new (name);
      for (guint j = 0; j < one->n_columns; j++)
        {
          g_autoptr(BwHeader) other = bw_header_new (one->columns[j].header);

          if (!g_str_equal (header->squeezed, other->squeezed) ||
              bw_mapped_column_find (&one->columns[j], table, j) != BW_NONE)
            continue;
          add_alias (&one->columns[j], name);
          break;
        }
    }

  return changed;
}

/* The column of @source that is the same quantity as @header at another time, or BW_NONE. */
static guint
find_sibling (const BwMappedSource *source,
              const char           *header)
{
  double date;
  g_autofree char *stem = bw_wide_stem (header, &date);

  for (guint i = 0; i < source->n_columns && stem != NULL; i++)
    {
      g_autofree char *other = bw_wide_stem (source->columns[i].header, &date);

      if (g_strcmp0 (stem, other) == 0)
        return i;
    }

  return BW_NONE;
}

/**
 * bw_mapping_with_months:
 * @source: one with months side by side
 * @table: of a file of that source
 *
 * Months that @table has of quantities that the source knows become columns of it, as next month's
 * export has one more.
 *
 * Returns: (transfer full): a mapping that knows them; @self where there are none
 */
BwMapping *
bw_mapping_with_months (BwMapping     *self,
                        guint          source,
                        const BwTable *table)
{
  g_autoptr(BwMapping) changed = bw_mapping_copy (self);
  BwMappedSource *one = &changed->sources[source];
  const guint before = one->n_columns;

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      BwColumn *column = bw_table_get_column (table, i);
      const char *name = bw_column_get_name (column);
      const guint sibling = bw_column_get_numbers (column) == NULL ||
                            bw_mapped_source_find_near (one, name, i) != BW_NONE ? BW_NONE :
                            find_sibling (one, name);

      if (sibling == BW_NONE)
        continue;
      one->columns = g_renew (BwMappedColumn, one->columns, one->n_columns + 1);
      one->columns[one->n_columns] = (BwMappedColumn) { .header = g_strdup (name) };
      one->columns[one->n_columns].role = one->columns[sibling].role;
      one->n_columns++;
    }

  return one->n_columns == before ? bw_mapping_ref (self) : g_steal_pointer (&changed);
}
