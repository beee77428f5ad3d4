/* JSON read strictly: whatever is not expected is an error that names its path in the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/json-reader.h"

#include "model/near.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
kind_of (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return _("null");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _("a text");

  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? _("true or false") : _("a number");
}

static gboolean
wrong_kind (BwReader   *self,
            JsonNode   *node,
            const char *wanted)
{
  /* TRANSLATORS: kinds of JSON value: “a text”, “a list” */
  return bw_place_fail (self->place, _("this is %s; write %s"), kind_of (node), wanted);
}

/**
 * bw_reader_object:
 * @out: (out) (transfer none): the object that @node holds
 *
 * Returns: whether @node is an object that has no key twice
 */
gboolean
bw_reader_object (BwReader    *self,
                  JsonNode    *node,
                  JsonObject **out)
{
  const char *doubled;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return wrong_kind (self, node, _("an object in { }"));

  *out = json_node_get_object (node);
  doubled = g_hash_table_lookup (self->doubled, *out);
  if (doubled != NULL)
    return bw_place_fail (self->place, _("the key “%s” is there twice; remove one"), doubled);

  return TRUE;
}

/**
 * bw_reader_keys:
 * @keys: (array zero-terminated=1): all keys that @object may have
 *
 * Returns: whether @object has no other
 */
gboolean
bw_reader_keys (BwReader          *self,
                JsonObject        *object,
                const char *const *keys)
{
  g_autoptr(GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *near = NULL;

      if (g_strv_contains (keys, l->data))
        continue;

      near = bw_near_matches (l->data, keys, g_strv_length ((char **) keys));
      /* TRANSLATORS: a key of the file, and perhaps “; did you mean …?” */
      return bw_place_fail (self->place, _("the key “%s” is not known here%s"),
                            (char *) l->data, near);
    }

  return TRUE;
}

/* Looks a member up; where it is not there @out is %NULL, and that is an error if it is needed. */
static gboolean
find_member (BwReader   *self,
             JsonObject *object,
             const char *key,
             gboolean    needed,
             JsonNode  **out)
{
  *out = json_object_get_member (object, key);
  if (*out == NULL && needed)
    return bw_place_fail (self->place, _("the key “%s” is missing; add it"), key);

  return TRUE;
}

/**
 * bw_reader_node_text:
 * @out: (out) (transfer none): kept as long as the recipe
 */
gboolean
bw_reader_node_text (BwReader    *self,
                     JsonNode    *node,
                     const char **out)
{
  const char *text;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return wrong_kind (self, node, _("a text in quotation marks"));

  text = json_node_get_string (node);
  if (!bw_place_text (self->place, NULL, text, FALSE))
    return FALSE;

  *out = bw_recipe_text (self->recipe, text);

  return TRUE;
}

/**
 * bw_reader_text:
 * @needed: whether it has to be there
 * @out: (out) (transfer none): kept as long as the recipe; left alone where there is none
 */
gboolean
bw_reader_text (BwReader    *self,
                JsonObject  *object,
                const char  *key,
                gboolean     needed,
                const char **out)
{
  JsonNode *node;
  gsize mark;

  if (!find_member (self, object, key, needed, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;

  mark = bw_place_enter (self->place, key);
  if (!bw_reader_node_text (self, node, out))
    return FALSE;
  bw_place_leave (self->place, mark);

  return TRUE;
}

/**
 * bw_reader_node_number:
 * @out: (out): finite
 */
gboolean
bw_reader_node_number (BwReader *self,
                       JsonNode *node,
                       double   *out)
{
  const GType type = json_node_get_value_type (node);

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return wrong_kind (self, node, _("a number"));

  *out = json_node_get_double (node) + 0.0; /* −0 becomes 0 */

  return bw_place_number (self->place, *out);
}

/**
 * bw_reader_number:
 * @out: (out): finite; left alone where there is none
 */
gboolean
bw_reader_number (BwReader   *self,
                  JsonObject *object,
                  const char *key,
                  gboolean    needed,
                  double     *out)
{
  JsonNode *node;
  gsize mark;

  if (!find_member (self, object, key, needed, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;

  mark = bw_place_enter (self->place, key);
  if (!bw_reader_node_number (self, node, out))
    return FALSE;
  bw_place_leave (self->place, mark);

  return TRUE;
}

/**
 * bw_reader_whole:
 * @out: (out): from @least to @most; left alone where there is none
 */
gboolean
bw_reader_whole (BwReader   *self,
                 JsonObject *object,
                 const char *key,
                 gboolean    needed,
                 guint       least,
                 guint       most,
                 guint      *out)
{
  double number = *out;

  if (!bw_reader_number (self, object, key, needed, &number))
    return FALSE;
  if (json_object_has_member (object, key) &&
      !bw_place_range (self->place, key, number, least, most))
    return FALSE;
  if (number != floor (number))
    {
      bw_place_enter (self->place, key);
      return bw_place_fail (self->place, _("%g is not whole; write a whole number"), number);
    }
  *out = (guint) number;

  return TRUE;
}

gboolean
bw_reader_flag (BwReader   *self,
                JsonObject *object,
                const char *key,
                gboolean   *out)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      bw_place_enter (self->place, key);
      return wrong_kind (self, node, _("true or false"));
    }
  *out = json_node_get_boolean (node);

  return TRUE;
}

/**
 * bw_reader_choice:
 * @ids: (array zero-terminated=1): what may stand there
 * @out: (out): an index into @ids; left alone where there is none
 */
gboolean
bw_reader_choice (BwReader          *self,
                  JsonObject        *object,
                  const char        *key,
                  gboolean           needed,
                  const char *const *ids,
                  guint             *out)
{
  const char *id = NULL;

  if (!bw_reader_text (self, object, key, needed, &id))
    return FALSE;

  return id == NULL || bw_place_choice (self->place, key, id, ids, out);
}

/**
 * bw_reader_items:
 * @least: how many items there have to be; none makes the list optional
 * @most: how many there may be
 * @read: called for each, with the path at it
 */
gboolean
bw_reader_items (BwReader   *self,
                 JsonObject *object,
                 const char *key,
                 guint       least,
                 guint       most,
                 BwReadItem  read,
                 gpointer    user_data)
{
  JsonNode *node;
  JsonArray *items;
  gsize mark;

  if (!find_member (self, object, key, least > 0, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;

  mark = bw_place_enter (self->place, key);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return wrong_kind (self, node, _("a list in [ ]"));

  items = json_node_get_array (node);
  if (!bw_place_count (self->place, json_array_get_length (items), least, most))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      const gsize item = bw_place_enter_item (self->place, i);

      if (!read (self, json_array_get_element (items, i), i, user_data))
        return FALSE;
      bw_place_leave (self->place, item);
    }
  bw_place_leave (self->place, mark);

  return TRUE;
}
