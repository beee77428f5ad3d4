/* Reading choices from a mapping's JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapping-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
read_character (const BwJsonPlace *place,
                const char        *member,
                const char        *allowed,
                char              *character,
                GError           **error)
{
  g_autofree char *text = NULL;

  if (!bw_json_text (place, member, FALSE, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (member, "quote") && g_str_equal (text, "none"))
    *character = BW_QUOTE_NONE;
  else if (text[1] == '\0' && (guchar) text[0] < 0x80 &&
           (allowed == NULL || strchr (allowed, text[0]) != NULL))
    *character = text[0];
  else
    return bw_json_fail (place, member, error, _("“%s” cannot be used here. One character is expected."),
                         text);

  return TRUE;
}

/* A whole number from @least on; left alone where @member is not there. */
static gboolean
read_number (const BwJsonPlace *place,
             const char        *member,
             int                least,
             int               *number,
             GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < least || json_node_get_int (node) > G_MAXINT)
    return bw_json_fail (place, member, error, _("A whole number from %d on is expected here."), least);
  *number = json_node_get_int (node);

  return TRUE;
}

static gboolean
read_header_rows (const BwJsonPlace *place,
                  guint             *rows,
                  GError           **error)
{
  int number = *rows;

  if (!read_number (place, "header-rows", 1, &number, error))
    return FALSE;
  *rows = number;

  return TRUE;
}

static gboolean
read_header_row (const BwJsonPlace *place,
                 int               *header,
                 GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, "header");

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
      g_strcmp0 (json_node_get_string (node), "none") == 0)
    {
      *header = BW_HEADER_NONE;
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < 0 || json_node_get_int (node) > G_MAXINT)
    return bw_json_fail (place, "header", error,
                         _("The number of the header’s row, counted from 0, or “none” is expected here."));
  *header = json_node_get_int (node);

  return TRUE;
}

static gboolean
read_dates (const BwJsonPlace *place,
            BwDateOrder       *order,
            GError           **error)
{
  g_autofree char *text = NULL;

  if (!bw_json_text (place, "dates", FALSE, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "ymd"))
    *order = BW_DATE_ORDER_YMD;
  else if (g_str_equal (text, "dmy"))
    *order = BW_DATE_ORDER_DMY;
  else if (g_str_equal (text, "mdy"))
    *order = BW_DATE_ORDER_MDY;
  else
    return bw_json_fail (place, "dates", error, _("“%s” is no order of dates. There are: %s."), text,
                         "ymd, dmy, mdy");

  return TRUE;
}

static gboolean
read_type (const BwJsonPlace *place,
           const char        *member,
           JsonNode          *node,
           BwColumnType      *type,
           GError           **error)
{
  return (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
          json_node_get_value_type (node) == G_TYPE_STRING &&
          bw_column_type_from_id (json_node_get_string (node), type)) ||
         bw_json_fail (place, member, error, _("This is no type. There are: %s."),
                       "number, percent, money, date, date-time, flag, category, text, key");
}

/* A type by itself, or with how its numbers or dates are written. */
static gboolean
read_forced (const BwJsonPlace *place,
             const char        *member,
             JsonNode          *node,
             BwForcedType      *forced,
             GError           **error)
{
  static const char *const members[] = { "type", "decimal", "dates", NULL };
  BwJsonPlace inside = { NULL, NULL, NULL };
  gboolean good;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return read_type (place, member, node, &forced->type, error);

  good = bw_json_enter (place, member, node, &inside, error) && bw_json_only (&inside, members, error) &&
         read_type (&inside, "type", json_object_get_member (inside.object, "type"), &forced->type,
                    error) &&
         read_character (&inside, "decimal", ".,", &forced->decimal, error) &&
         read_dates (&inside, &forced->date_order, error);
  g_free (inside.path);

  return good;
}

static gboolean
read_types (const BwJsonPlace *place,
            BwReading         *reading,
            GError           **error)
{
  JsonNode *node = json_object_get_member (place->object, "types");
  g_autoptr(GList) columns = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return bw_json_fail (place, "types", error, _("An object in braces is expected here."));

  columns = json_object_get_members (json_node_get_object (node));
  reading->forced = g_new0 (BwForcedType, MAX (g_list_length (columns), 1));
  for (GList *l = columns; l != NULL; l = l->next)
    {
      g_autofree char *member = g_strconcat ("types.", l->data, NULL);
      BwForcedType *forced = &reading->forced[reading->n_forced++];

      forced->column = g_strdup (l->data);
      if (!read_forced (place, member, json_object_get_member (json_node_get_object (node), l->data),
                        forced, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_mapping_read_reading:
 * @place: the reading's object
 * @reading: filled where @place says something
 */
gboolean
bw_mapping_read_reading (const BwJsonPlace *place,
                         BwReading         *reading,
                         GError           **error)
{
  static const char *const members[] = {
    "sheet", "encoding", "delimiter", "quote", "header", "header-rows", "first-row", "decimal",
    "dates", "types", NULL
  };

  return bw_json_only (place, members, error) &&
         bw_json_text (place, "sheet", FALSE, &reading->sheet, error) &&
         bw_json_text (place, "encoding", FALSE, &reading->encoding, error) &&
         read_character (place, "delimiter", NULL, &reading->delimiter, error) &&
         read_character (place, "quote", NULL, &reading->quote, error) &&
         read_header_row (place, &reading->header, error) &&
         read_header_rows (place, &reading->header_rows, error) &&
         read_number (place, "first-row", 0, &reading->first_row, error) &&
         read_character (place, "decimal", ".,", &reading->decimal, error) &&
         read_dates (place, &reading->date_order, error) && read_types (place, reading, error);
}
