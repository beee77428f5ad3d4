/* A mapping from its JSON, read strictly. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-read.h"

#include "cells/calendar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
clear_sources (GArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    bw_mapped_source_clear (&g_array_index (sources, BwMappedSource, i));
  g_array_unref (sources);
}

static gboolean
read_shape (const BwJsonPlace *place,
            BwShape           *shape,
            GError           **error)
{
  g_autofree char *id = NULL;

  if (!bw_json_text (place, "shape", TRUE, &id, error))
    return FALSE;

  return bw_shape_from_id (id, shape) ||
         bw_json_fail (place, "shape", error, _("“%s” is no shape. There are: %s."), id,
                       "snapshot, history, wide, events, lookup");
}

/* One column, or a list of those that make up the key together. */
static gboolean
read_join (const BwJsonPlace *place,
           BwMappedSource    *source,
           GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, "join");
  g_auto(GStrv) columns = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return bw_json_text (place, "join", FALSE, &source->join, error);
  if (!bw_json_texts (place, "join", &columns, error))
    return FALSE;
  source->join = g_strdup (columns[0]);
  source->join_more = columns[1] != NULL ? g_strdupv (columns + 1) : NULL;

  return TRUE;
}

static gboolean
read_match (const BwJsonPlace *place,
            BwMatch           *match,
            GError           **error)
{
  g_autofree char *id = NULL;

  if (!bw_json_text (place, "match", FALSE, &id, error))
    return FALSE;

  return id == NULL || bw_match_from_id (id, match) ||
         bw_json_fail (place, "match", error, _("“%s” is no way to match keys. There are: %s."), id,
                       "near, exact, domain");
}

static gboolean
read_duplicates (const BwJsonPlace *place,
                 BwDuplicates      *duplicates,
                 GError           **error)
{
  g_autofree char *id = NULL;

  if (!bw_json_text (place, "duplicates", FALSE, &id, error))
    return FALSE;

  return id == NULL || bw_duplicates_from_id (id, duplicates) ||
         bw_json_fail (place, "duplicates", error, _("“%s” is no rule for duplicates. There are: %s."),
                       id, "last, first, sum");
}

static gboolean
read_via (const BwJsonPlace *place,
          BwMappedSource    *source,
          GError           **error)
{
  static const char *const members[] = { "source", "column", NULL };
  JsonNode *node = json_object_get_member (place->object, "via");
  BwJsonPlace via = { NULL, NULL, NULL };
  gboolean good;

  if (node == NULL)
    return TRUE;
  if (!bw_json_enter (place, "via", node, &via, error))
    return FALSE;
  good = bw_json_only (&via, members, error) &&
         bw_json_text (&via, "source", TRUE, &source->via, error) &&
         bw_json_text (&via, "column", TRUE, &source->via_column, error);
  g_free (via.path);

  return good;
}

static gboolean
read_as_of (const BwJsonPlace *place,
            BwMappedSource    *source,
            GError           **error)
{
  g_autofree char *text = NULL;
  GDate date;

  source->as_of = NAN;
  if (!bw_json_text (place, "as-of", FALSE, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  g_date_clear (&date, 1);
  if (g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}$", text, 0, 0) &&
      g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text)))
    {
      source->as_of = bw_days_from_civil (atoi (text), atoi (text + 5), atoi (text + 8));
      return TRUE;
    }

  return bw_json_fail (place, "as-of", error,
                       _("“%s” is no date. Write year, month and day, as in 2026-08-31."), text);
}

static gboolean
read_column (const BwJsonPlace *place,
             BwMappedColumn    *column,
             GError           **error)
{
  static const char *const members[] = { "header", "role", "aliases", NULL };
  g_autofree char *role = NULL;

  if (!bw_json_only (place, members, error) ||
      !bw_json_text (place, "header", TRUE, &column->header, error) ||
      !bw_json_text (place, "role", TRUE, &role, error) ||
      !bw_json_texts (place, "aliases", &column->aliases, error))
    return FALSE;

  return bw_role_from_id (role, &column->role) ||
         bw_json_fail (place, "role", error, _("“%s” is no role. There are: %s."), role,
                       "key, name, segment, date, money, renewal, outcome, csm, metric, attribute, ignore");
}

static gboolean
read_columns (const BwJsonPlace *place,
              BwMappedSource    *source,
              GError           **error)
{
  JsonArray *array = NULL;

  if (!bw_json_array (place, "columns", TRUE, &array, error))
    return FALSE;

  source->columns = g_new0 (BwMappedColumn, MAX (json_array_get_length (array), 1));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *member = g_strdup_printf ("columns[%u]", i);
      BwJsonPlace inside = { NULL, NULL, NULL };
      gboolean good;

      source->n_columns = i + 1;
      good = bw_json_enter (place, member, json_array_get_element (array, i), &inside, error) &&
             read_column (&inside, &source->columns[i], error);
      g_free (inside.path);
      if (!good)
        return FALSE;
      if (bw_mapped_source_find (source, source->columns[i].header) < i)
        return bw_json_fail (place, member, error, _("The column “%s” is here twice."),
                             source->columns[i].header);
    }

  return TRUE;
}

static gboolean
read_nested_reading (const BwJsonPlace *place,
                     BwMappedSource    *source,
                     GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, "reading");
  BwJsonPlace inside = { NULL, NULL, NULL };
  gboolean good;

  if (node == NULL)
    return TRUE;
  if (!bw_json_enter (place, "reading", node, &inside, error))
    return FALSE;
  source->reading = bw_reading_new ();
  good = bw_mapping_read_reading (&inside, source->reading, error);
  g_free (inside.path);

  return good;
}

static gboolean
read_source (const BwJsonPlace *place,
             BwMappedSource    *source,
             GError           **error)
{
  static const char *const members[] = {
    "id", "pattern", "shape", "join", "match", "via", "duplicates", "as-of", "reading", "columns",
    "events", NULL
  };

  return bw_json_only (place, members, error) &&
         bw_json_text (place, "id", TRUE, &source->id, error) &&
         bw_json_text (place, "pattern", TRUE, &source->pattern, error) &&
         read_shape (place, &source->shape, error) &&
         read_join (place, source, error) && read_match (place, &source->match, error) &&
         read_via (place, source, error) &&
         read_duplicates (place, &source->duplicates, error) && read_as_of (place, source, error) &&
         read_nested_reading (place, source, error) && read_columns (place, source, error) &&
         bw_mapping_read_events (place, source, error);
}

static gboolean
read_head (const BwJsonPlace *root,
           GError           **error)
{
  static const char *const members[] = { "$schema", "format", "version", "vanished", "sources", NULL };
  g_autofree char *format = NULL;
  JsonNode *version = json_object_get_member (root->object, "version");
  gint64 number;

  if (!bw_json_text (root, "format", TRUE, &format, error))
    return FALSE;
  if (!g_str_equal (format, "bellwether-mapping"))
    return bw_json_fail (root, "format", error, _("This is “%s” and not “%s”. Choose a mapping."),
                         format, "bellwether-mapping");
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) ||
      json_node_get_value_type (version) != G_TYPE_INT64)
    return bw_json_fail (root, "version", error, _("A whole number is expected here."));
  number = json_node_get_int (version);
  if (number != 1)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, number);

      return bw_json_fail (root, "version", error,
                           _("This file is of version %s, and only version 1 is known here. A newer "
                             "Bellwether reads it."), found);
    }

  return bw_json_only (root, members, error);
}

static gboolean
read_vanished (const BwJsonPlace *root,
               gboolean          *churned,
               GError           **error)
{
  g_autofree char *text = NULL;

  if (!bw_json_text (root, "vanished", FALSE, &text, error))
    return FALSE;
  *churned = g_strcmp0 (text, "churned") == 0;

  return text == NULL || *churned || g_str_equal (text, "shown") ||
         bw_json_fail (root, "vanished", error, _("“%s” cannot be used here. There are: %s."), text,
                       "shown, churned");
}

static gboolean
read_sources (const BwJsonPlace *root,
              GArray            *sources,
              GError           **error)
{
  JsonArray *array = NULL;

  if (!bw_json_array (root, "sources", TRUE, &array, error))
    return FALSE;
  if (json_array_get_length (array) == 0)
    return bw_json_fail (root, "sources", error, _("At least one source is needed."));

  g_array_set_size (sources, json_array_get_length (array));
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *member = g_strdup_printf ("sources[%u]", i);
      BwJsonPlace inside = { NULL, NULL, NULL };
      gboolean good;

      good = bw_json_enter (root, member, json_array_get_element (array, i), &inside, error) &&
             read_source (&inside, &g_array_index (sources, BwMappedSource, i), error);
      g_free (inside.path);
      if (!good)
        return FALSE;
    }

  return bw_mapping_check (root, (const BwMappedSource *) (gpointer) sources->data,
                           sources->len, error);
}

/**
 * bw_mapping_from_json:
 * @text: JSON as bw_mapping_to_json() writes it
 * @file_name: where @text comes from, for errors
 * @error: where to say what is wrong, with its path in the file
 *
 * Returns: (transfer full): the mapping, or %NULL with @error set
 */
BwMapping *
bw_mapping_from_json (const char *text,
                      const char *file_name,
                      GError    **error)
{
  g_autoptr(GArray) sources = NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(BwMapping) mapping = NULL;
  gboolean churned = FALSE;
  BwJsonPlace root;

  g_return_val_if_fail (text != NULL && file_name != NULL, NULL);

  node = bw_json_parse (text, file_name, error);
  if (node == NULL)
    return NULL;

  root = (BwJsonPlace) { json_node_get_object (node), file_name, (char *) "" };
  sources = g_array_new (FALSE, TRUE, sizeof (BwMappedSource));
  if (read_head (&root, error) && read_vanished (&root, &churned, error) &&
      read_sources (&root, sources, error))
    mapping = bw_mapping_new ((const BwMappedSource *) (gpointer) sources->data, sources->len);
  clear_sources (g_array_ref (sources));

  return mapping != NULL ? bw_mapping_with_vanished (mapping, churned) : NULL;
}
