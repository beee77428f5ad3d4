/* A mapping from its JSON, read strictly. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-read.h"

#include "panel/file-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEEPEST 16 /* brackets within brackets; a mapping has seven */

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
  static const char *const members[] = { "header", "role", NULL };
  g_autofree char *role = NULL;

  if (!bw_json_only (place, members, error) ||
      !bw_json_text (place, "header", TRUE, &column->header, error) ||
      !bw_json_text (place, "role", TRUE, &role, error))
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
    "id", "pattern", "shape", "join", "via", "as-of", "reading", "columns", "events", NULL
  };

  return bw_json_only (place, members, error) &&
         bw_json_text (place, "id", TRUE, &source->id, error) &&
         bw_json_text (place, "pattern", TRUE, &source->pattern, error) &&
         read_shape (place, &source->shape, error) &&
         bw_json_text (place, "join", FALSE, &source->join, error) &&
         read_via (place, source, error) && read_as_of (place, source, error) &&
         read_nested_reading (place, source, error) && read_columns (place, source, error) &&
         bw_mapping_read_events (place, source, error);
}

static gboolean
read_head (const BwJsonPlace *root,
           GError           **error)
{
  static const char *const members[] = { "$schema", "format", "version", "sources", NULL };
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

/* Brackets within brackets, counted before a parser that descends with them sees the text. */
static gboolean
is_deep (const char *text)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    {
      if (quoted && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        quoted = !quoted;
      else if (!quoted && (*text == '{' || *text == '['))
        depth++;
      else if (!quoted && (*text == '}' || *text == ']') && depth > 0)
        depth--;
      if (depth > DEEPEST)
        return TRUE;
    }

  return FALSE;
}

/* The keys of the objects that are open while the parser runs, innermost last. */
typedef struct
{
  GPtrArray *open; /* of GHashTable */
  char      *doubled;
  guint      line;
} KeyWatch;

static void
object_starts (JsonParser *parser,
               KeyWatch   *watch)
{
  g_ptr_array_add (watch->open, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
}

static void
object_has_member (JsonParser *parser,
                   JsonObject *object,
                   const char *key,
                   KeyWatch   *watch)
{
  GHashTable *keys = g_ptr_array_index (watch->open, watch->open->len - 1);

  if (g_hash_table_add (keys, g_strdup (key)) || watch->doubled != NULL)
    return;

  watch->doubled = g_strdup (key);
  watch->line = json_parser_get_current_line (parser);
}

static void
object_ends (JsonParser *parser,
             JsonObject *object,
             KeyWatch   *watch)
{
  g_ptr_array_set_size (watch->open, watch->open->len - 1);
}

/* Of a key that is there twice a parser would keep the last and say nothing. */
static void
watch_keys (JsonParser *parser,
            KeyWatch   *watch)
{
  g_signal_connect (parser, "object-start", G_CALLBACK (object_starts), watch);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_has_member), watch);
  g_signal_connect (parser, "object-end", G_CALLBACK (object_ends), watch);
}

static JsonNode *
parse (const char *text,
       const char *file_name,
       GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autoptr(GError) problem = NULL;
  g_autofree char *doubled = NULL;
  KeyWatch watch = { open, NULL, 0 };
  JsonNode *root;

  watch_keys (parser, &watch);
  if (is_deep (text))
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING,
                   _("%s: This is no mapping: brackets stand too deep within brackets."), file_name);
      return NULL;
    }
  json_parser_load_from_data (parser, text, -1, &problem);
  doubled = watch.doubled;
  if (problem != NULL)
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING, _("%s: This is no JSON: %s"),
                   file_name, problem->message);
      return NULL;
    }

  if (doubled != NULL)
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING,
                   /* TRANSLATORS: file name, line number, a key of an object */
                   _("%s:%u: The key “%s” is here twice. Remove one."), file_name, watch.line, doubled);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING,
                   _("%s: This is no mapping: an object in braces is expected."), file_name);
      return NULL;
    }

  return json_parser_steal_root (parser);
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
  BwMapping *mapping = NULL;
  BwJsonPlace root;

  g_return_val_if_fail (text != NULL && file_name != NULL, NULL);

  node = parse (text, file_name, error);
  if (node == NULL)
    return NULL;

  root = (BwJsonPlace) { json_node_get_object (node), file_name, (char *) "" };
  sources = g_array_new (FALSE, TRUE, sizeof (BwMappedSource));
  if (read_head (&root, error) && read_sources (&root, sources, error))
    mapping = bw_mapping_new ((const BwMappedSource *) (gpointer) sources->data, sources->len);
  clear_sources (g_array_ref (sources));

  return mapping;
}
