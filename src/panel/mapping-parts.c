/* Event columns from a mapping's JSON, and what must hold between sources. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-read.h"

#include <glib/gi18n-lib.h>

static gboolean
read_window (const BwJsonPlace *place,
             int               *window,
             GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, "window");

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    {
      const char *text = json_node_get_string (node);

      if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 1 &&
          json_node_get_int (node) <= 36525)
        {
          *window = json_node_get_int (node);
          return TRUE;
        }
      if (g_strcmp0 (text, "all") == 0 || g_strcmp0 (text, "snapshot") == 0)
        {
          *window = text[0] == 'a' ? BW_WINDOW_ALL : BW_WINDOW_SNAPSHOT;
          return TRUE;
        }
    }

  return bw_json_fail (place, "window", error,
                       _("A number of days from 1 to 36525, “all” or “snapshot” is expected here."));
}

static gboolean
read_event (const BwJsonPlace    *place,
            const BwMappedSource *source,
            BwEventColumn        *event,
            GError              **error)
{
  static const char *const members[] = { "name", "aggregate", "column", "window", NULL };
  g_autofree char *aggregate = NULL;

  if (!bw_json_only (place, members, error) ||
      !bw_json_text (place, "name", TRUE, &event->name, error) ||
      !bw_json_text (place, "aggregate", TRUE, &aggregate, error) ||
      !bw_json_text (place, "column", FALSE, &event->column, error) ||
      !read_window (place, &event->window, error))
    return FALSE;
  if (!bw_aggregate_from_id (aggregate, &event->aggregate))
    return bw_json_fail (place, "aggregate", error, _("“%s” is no sum of events. There are: %s."),
                         aggregate, "count, distinct, sum, mean, min, max, last, days-since-last");
  if (event->column == NULL && bw_aggregate_needs_column (event->aggregate))
    return bw_json_fail (place, "column", error, _("“%s” needs a column."), aggregate);
  if (event->column != NULL && bw_mapped_source_find (source, event->column) == BW_NONE)
    return bw_json_fail (place, "column", error, _("This source has no column “%s”."), event->column);

  return TRUE;
}

/**
 * bw_mapping_read_events:
 * @place: the source's object
 * @source: its shape and columns are known already
 */
gboolean
bw_mapping_read_events (const BwJsonPlace *place,
                        BwMappedSource    *source,
                        GError           **error)
{
  JsonArray *array = NULL;

  if (!bw_json_array (place, "events", FALSE, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  if (source->shape != BW_SHAPE_EVENTS)
    return bw_json_fail (place, "events", error, _("Only a source of the shape “events” has these."));

  source->events = g_new0 (BwEventColumn, MAX (json_array_get_length (array), 1));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *member = g_strdup_printf ("events[%u]", i);
      BwJsonPlace inside = { NULL, NULL, NULL };
      gboolean good;

      source->n_events = i + 1;
      good = bw_json_enter (place, member, json_array_get_element (array, i), &inside, error) &&
             read_event (&inside, source, &source->events[i], error);
      g_free (inside.path);
      if (!good)
        return FALSE;
      for (guint j = 0; j < i; j++)
        {
          if (g_str_equal (source->events[j].name, source->events[i].name))
            return bw_json_fail (place, member, error, _("The name “%s” is here twice."),
                                 source->events[i].name);
        }
    }

  return TRUE;
}

/* Keys are made of columns that are there, each once, and by domain of one alone. */
static gboolean
check_join (const BwJsonPlace    *root,
            const BwMappedSource *source,
            const char           *join,
            GError              **error)
{
  if (source->join != NULL && bw_mapped_source_find (source, source->join) == BW_NONE)
    return bw_json_fail (root, join, error, _("This source has no column “%s”."), source->join);
  for (guint i = 0; source->join_more != NULL && source->join_more[i] != NULL; i++)
    {
      if (bw_mapped_source_find (source, source->join_more[i]) == BW_NONE)
        return bw_json_fail (root, join, error, _("This source has no column “%s”."),
                             source->join_more[i]);
    }
  if (source->join_more != NULL && (source->via != NULL || source->match == BW_MATCH_DOMAIN))
    return bw_json_fail (root, join, error, _("Only one column can find its customers this way."));

  return TRUE;
}

/* Sources that name customers do so with equally many columns. */
static gboolean
check_parts (const BwJsonPlace    *root,
             const BwMappedSource *sources,
             guint                 n_sources,
             GError              **error)
{
  const BwMappedSource *first = NULL;

  for (guint i = 0; i < n_sources; i++)
    {
      const BwMappedSource *source = &sources[i];
      g_autofree char *join = g_strdup_printf ("sources[%u].join", i);

      if (source->join == NULL || source->via != NULL)
        continue;
      if (first != NULL && bw_mapped_source_count_keys (first) != bw_mapped_source_count_keys (source))
        return bw_json_fail (root, join, error,
                             ngettext ("A key of %u column is expected here, as in “%s”.",
                                       "A key of %u columns is expected here, as in “%s”.",
                                       bw_mapped_source_count_keys (first)),
                             bw_mapped_source_count_keys (first), first->id);
      first = source;
    }

  return TRUE;
}

/* A header or alias stands for one column only. */
static gboolean
check_aliases (const BwJsonPlace    *root,
               const BwMappedSource *source,
               guint                 at,
               GError              **error)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < source->n_columns; i++)
    g_hash_table_add (known, source->columns[i].header);
  for (guint i = 0; i < source->n_columns; i++)
    {
      const GStrv aliases = source->columns[i].aliases;

      for (guint j = 0; aliases != NULL && aliases[j] != NULL; j++)
        {
          g_autofree char *member = g_strdup_printf ("sources[%u].columns[%u].aliases[%u]", at, i, j);

          if (!g_hash_table_add (known, aliases[j]))
            return bw_json_fail (root, member, error, _("“%s” is here twice."), aliases[j]);
        }
    }

  return TRUE;
}

static gboolean
check_source (const BwJsonPlace    *root,
              const BwMappedSource *sources,
              guint                 n_sources,
              guint                 at,
              GError              **error)
{
  const BwMappedSource *source = &sources[at];
  g_autofree char *id = g_strdup_printf ("sources[%u].id", at);
  g_autofree char *join = g_strdup_printf ("sources[%u].join", at);
  g_autofree char *via = g_strdup_printf ("sources[%u].via", at);
  guint other = 0;

  for (guint i = 0; i < at; i++)
    {
      if (g_str_equal (sources[i].id, source->id))
        return bw_json_fail (root, id, error, _("The id “%s” is here twice."), source->id);
    }
  if (!check_join (root, source, join, error) || !check_aliases (root, source, at, error))
    return FALSE;
  if (source->via == NULL)
    return TRUE;
  if (source->join == NULL)
    return bw_json_fail (root, join, error, _("This is missing."));

  while (other < n_sources && !g_str_equal (sources[other].id, source->via))
    other++;
  if (other == n_sources || other == at)
    return bw_json_fail (root, via, error, _("There is no other source “%s”."), source->via);
  if (bw_mapped_source_find (&sources[other], source->via_column) == BW_NONE)
    return bw_json_fail (root, via, error, _("The source “%s” has no column “%s”."), source->via,
                         source->via_column);

  return TRUE;
}

/* Single roles are given once. */
static gboolean
check_roles (const BwJsonPlace    *root,
             const BwMappedSource *sources,
             guint                 n_sources,
             GError              **error)
{
  const BwMappedColumn *seen[BW_N_ROLES] = { NULL };

  for (guint i = 0; i < n_sources; i++)
    {
      for (guint j = 0; j < sources[i].n_columns; j++)
        {
          const BwMappedColumn *column = &sources[i].columns[j];
          g_autofree char *member = g_strdup_printf ("sources[%u].columns[%u].role", i, j);

          if (!bw_role_is_single (column->role))
            continue;
          if (seen[column->role] != NULL)
            return bw_json_fail (root, member, error,
                                 _("Only one column can be “%s”, and “%s” is it already."),
                                 bw_role_get_id (column->role), seen[column->role]->header);
          seen[column->role] = column;
        }
    }

  return TRUE;
}

/**
 * bw_mapping_check:
 *
 * Returns: whether ids, joins and roles hold together
 */
gboolean
bw_mapping_check (const BwJsonPlace    *root,
                  const BwMappedSource *sources,
                  guint                 n_sources,
                  GError              **error)
{
  for (guint i = 0; i < n_sources; i++)
    {
      if (!check_source (root, sources, n_sources, i, error))
        return FALSE;
    }

  return check_parts (root, sources, n_sources, error) && check_roles (root, sources, n_sources, error);
}
