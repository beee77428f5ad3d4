/* Reading JSON strictly: what is missing, unknown or of the wrong kind is an error with its path. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-json.h"

#include "panel/mapping.h"

#include <glib/gi18n-lib.h>

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
