/* Reading JSON strictly: what is missing, unknown or of the wrong kind is an error with its path. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-json.h"

#include "panel/mapping.h"

#include <glib/gi18n-lib.h>

#define DEEPEST 16 /* brackets within brackets; a mapping has seven */

static char *
path_of (const BwJsonPlace *place,
         const char        *member)
{
  if (member == NULL || *member == '\0')
    return g_strdup (place->path);
  if (*place->path == '\0')
    return g_strdup (member);

  return g_strconcat (place->path, ".", member, NULL);
}

/**
 * bw_json_fail:
 * @member: (nullable): the member of @place that is wrong, with its index where it is one of many
 *
 * Returns: %FALSE, with @error set to file, path and what is wrong
 */
gboolean
bw_json_fail (const BwJsonPlace *place,
              const char        *member,
              GError           **error,
              const char        *format,
              ...)
{
  g_autofree char *path = path_of (place, member);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (*path == '\0')
    g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING, "%s: %s", place->file_name, what);
  else
    g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING, "%s: %s: %s",
                 place->file_name, path, what);

  return FALSE;
}

/**
 * bw_json_enter:
 * @member: what @node is in @place
 * @inside: (out caller-allocates): free its path
 *
 * Returns: whether @node is an object
 */
gboolean
bw_json_enter (const BwJsonPlace *place,
               const char        *member,
               JsonNode          *node,
               BwJsonPlace       *inside,
               GError           **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return bw_json_fail (place, member, error, _("An object in braces is expected here."));

  inside->object = json_node_get_object (node);
  inside->file_name = place->file_name;
  inside->path = path_of (place, member);

  return TRUE;
}

/**
 * bw_json_only:
 * @members: (array zero-terminated=1): all that may be there
 *
 * Returns: whether nothing else is there
 */
gboolean
bw_json_only (const BwJsonPlace *place,
              const char *const *members,
              GError           **error)
{
  g_autoptr(GList) there = json_object_get_members (place->object);

  for (GList *l = there; l != NULL; l = l->next)
    {
      g_autofree char *known = NULL;

      if (g_strv_contains (members, l->data))
        continue;
      known = g_strjoinv (", ", (char **) members);
      return bw_json_fail (place, l->data, error,
                           _("This is not known here. Known are: %s."), known);
    }

  return TRUE;
}

/**
 * bw_json_text:
 * @text: (out): left alone where @member is not there
 */
gboolean
bw_json_text (const BwJsonPlace *place,
              const char        *member,
              gboolean           required,
              char             **text,
              GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL)
    return !required || bw_json_fail (place, member, error, _("This is missing."));
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return bw_json_fail (place, member, error, _("A text in quotes is expected here."));
  if (*json_node_get_string (node) == '\0')
    return bw_json_fail (place, member, error, _("This text is empty."));

  *text = g_strdup (json_node_get_string (node));

  return TRUE;
}

/**
 * bw_json_array:
 * @array: (out) (transfer none): left alone where @member is not there
 */
gboolean
bw_json_array (const BwJsonPlace *place,
               const char        *member,
               gboolean           required,
               JsonArray        **array,
               GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL)
    return !required || bw_json_fail (place, member, error, _("This is missing."));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return bw_json_fail (place, member, error, _("A list in square brackets is expected here."));

  *array = json_node_get_array (node);

  return TRUE;
}

/**
 * bw_json_texts:
 * @texts: (out): a list of at least one text, each of them once; left alone where @member is not there
 */
gboolean
bw_json_texts (const BwJsonPlace *place,
               const char        *member,
               GStrv             *texts,
               GError           **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array = NULL;

  if (!bw_json_array (place, member, FALSE, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  if (json_array_get_length (array) == 0)
    return bw_json_fail (place, member, error, _("This list is empty."));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      g_autofree char *path = g_strdup_printf ("%s[%u]", member, i);

      if (text == NULL || *text == '\0')
        return bw_json_fail (place, path, error, _("A text in quotes is expected here."));
      for (guint j = 0; j < i; j++)
        {
          if (g_str_equal (list->pdata[j], text))
            return bw_json_fail (place, path, error, _("“%s” is here twice."), text);
        }
      g_ptr_array_add (list, g_strdup (text));
    }
  g_ptr_array_add (list, NULL);
  *texts = (char **) g_ptr_array_steal (list, NULL);

  return TRUE;
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

/**
 * bw_json_parse:
 * @file_name: where @text comes from, for errors
 *
 * A key that is there twice is an error.
 *
 * Returns: (transfer full): an object, or %NULL with @error set
 */
JsonNode *
bw_json_parse (const char *text,
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
