/* Bands, grades and groups of a model file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/load.h"

#include <glib/gi18n-lib.h>

#define MOST_GROUPS 200

static gboolean
read_band (BwReader *reader,
           JsonNode *node,
           guint     index,
           gpointer  user_data)
{
  static const char *const keys[] = { "id", "name", "colour", "from", "action", NULL };
  static const char *const colours[] = { "red", "amber", "green", "orange", "blue", "grey", NULL };
  GArray *bands = reader->recipe->bands;
  JsonObject *object;
  BwBand band = { NULL };
  guint colour = 0;

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys) ||
      !bw_load_id (reader, object, user_data, &band.id))
    return FALSE;

  band.name = band.id;
  if (!bw_reader_text (reader, object, "name", FALSE, &band.name) ||
      !bw_reader_choice (reader, object, "colour", TRUE, colours, &colour) ||
      !bw_reader_bounded (reader, object, "from", TRUE, 0, 100, &band.from) ||
      !bw_reader_text (reader, object, "action", FALSE, &band.action))
    return FALSE;

  band.colour = colours[colour];
  if (index == 0 && band.from != 0)
    return bw_reader_fail (reader, _("the first band starts from %g; let it start from 0"),
                           band.from);
  if (index > 0 && band.from <= g_array_index (bands, BwBand, index - 1).from)
    return bw_reader_fail (reader, _("the band starts from %g, not after the one before it; write "
                                     "bands in rising order"), band.from);
  g_array_append_val (bands, band);

  return TRUE;
}

static gboolean
read_bands (BwReader   *reader,
            JsonObject *object)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (!json_object_has_member (object, "bands"))
    {
      bw_recipe_add_bands (reader->recipe);
      return TRUE;
    }

  return bw_reader_items (reader, object, "bands", BW_MIN_BANDS, BW_MAX_BANDS, read_band, ids);
}

static gboolean
read_grade (BwReader *reader,
            JsonNode *node,
            guint     index,
            gpointer  user_data)
{
  static const char *const keys[] = { "letter", "from", NULL };
  GArray *grades = reader->recipe->grades;
  JsonObject *object;
  BwGrade grade = { NULL };

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys) ||
      !bw_reader_text (reader, object, "letter", TRUE, &grade.letter) ||
      !bw_reader_bounded (reader, object, "from", TRUE, 0, 100, &grade.from))
    return FALSE;

  if (!g_hash_table_add (user_data, (gpointer) grade.letter))
    return bw_reader_fail (reader, _("the grade “%s” is there twice; give each its own letter"),
                           grade.letter);
  if (index > 0 && grade.from >= g_array_index (grades, BwGrade, index - 1).from)
    return bw_reader_fail (reader, _("the grade starts from %g, not below the one before it; write "
                                     "the best grade first"), grade.from);
  g_array_append_val (grades, grade);

  return TRUE;
}

static gboolean
read_grades (BwReader   *reader,
             JsonObject *object)
{
  g_autoptr(GHashTable) letters = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *grades = reader->recipe->grades;

  if (!json_object_has_member (object, "grades"))
    {
      bw_recipe_add_grades (reader->recipe);
      return TRUE;
    }

  if (!bw_reader_items (reader, object, "grades", 1, BW_MAX_GRADES, read_grade, letters))
    return FALSE;
  if (g_array_index (grades, BwGrade, grades->len - 1).from == 0)
    return TRUE;

  bw_reader_enter (reader, "grades");
  bw_reader_enter_item (reader, grades->len - 1);

  return bw_reader_fail (reader, _("the last grade does not start from 0; let it, so that every "
                                   "score has one"));
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
      !bw_load_id (reader, object, user_data, &group.id))
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
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  return bw_reader_items (reader, object, "groups", 0, MOST_GROUPS, read_group, ids);
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
