/* Bands, grades and groups of a model file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/load.h"

#include <glib/gi18n-lib.h>

static gboolean
read_band (BwReader *reader,
           JsonNode *node,
           guint     index,
           gpointer  user_data)
{
  static const char *const keys[] = { "id", "name", "colour", "from", "action", NULL };
  JsonObject *object;
  BwBand band = { NULL };

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys) ||
      !bw_reader_text (reader, object, "id", TRUE, &band.id))
    return FALSE;

  band.name = band.id;
  if (!bw_reader_text (reader, object, "name", FALSE, &band.name) ||
      !bw_reader_text (reader, object, "colour", TRUE, &band.colour) ||
      !bw_reader_number (reader, object, "from", TRUE, &band.from) ||
      !bw_reader_text (reader, object, "action", FALSE, &band.action))
    return FALSE;

  g_array_append_val (reader->recipe->bands, band);

  return TRUE;
}

static gboolean
read_bands (BwReader   *reader,
            JsonObject *object)
{
  if (!json_object_has_member (object, "bands"))
    {
      bw_recipe_add_bands (reader->recipe);
      return TRUE;
    }

  return bw_reader_items (reader, object, "bands", BW_MIN_BANDS, BW_MAX_BANDS, read_band, NULL) &&
         bw_recipe_list_is_sound (reader->recipe, BW_LIST_BANDS, reader->place);
}

static gboolean
read_grade (BwReader *reader,
            JsonNode *node,
            guint     index,
            gpointer  user_data)
{
  static const char *const keys[] = { "letter", "from", NULL };
  JsonObject *object;
  BwGrade grade = { NULL };

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys) ||
      !bw_reader_text (reader, object, "letter", TRUE, &grade.letter) ||
      !bw_reader_number (reader, object, "from", TRUE, &grade.from))
    return FALSE;
  g_array_append_val (reader->recipe->grades, grade);

  return TRUE;
}

static gboolean
read_grades (BwReader   *reader,
             JsonObject *object)
{
  if (!json_object_has_member (object, "grades"))
    {
      bw_recipe_add_grades (reader->recipe);
      return TRUE;
    }

  return bw_reader_items (reader, object, "grades", 1, BW_MAX_GRADES, read_grade, NULL) &&
         bw_recipe_list_is_sound (reader->recipe, BW_LIST_GRADES, reader->place);
}

static gboolean
read_group (BwReader *reader,
            JsonNode *node,
            guint     index,
            gpointer  user_data)
{
  static const char *const keys[] = { "id", "name", NULL };
  JsonObject *object;
  BwGroup group = { NULL };

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys) ||
      !bw_reader_text (reader, object, "id", TRUE, &group.id))
    return FALSE;

  group.name = group.id;
  if (!bw_reader_text (reader, object, "name", FALSE, &group.name))
    return FALSE;
  g_array_append_val (reader->recipe->groups, group);

  return TRUE;
}

static gboolean
read_groups (BwReader   *reader,
             JsonObject *object)
{
  return bw_reader_items (reader, object, "groups", 0, BW_MAX_GROUPS, read_group, NULL) &&
         bw_recipe_list_is_sound (reader->recipe, BW_LIST_GROUPS, reader->place);
}

/**
 * bw_load_skin:
 * @object: the whole model
 *
 * Reads bands, grades and groups, or takes the defaults.
 */
gboolean
bw_load_skin (BwReader   *reader,
              JsonObject *object)
{
  return read_bands (reader, object) && read_grades (reader, object) &&
         read_groups (reader, object);
}
