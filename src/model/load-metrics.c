/* The metrics of a model file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/load.h"

#include <glib/gi18n-lib.h>

/* Looks a metric's group up; "other" is there without being listed. */
static gboolean
find_group (BwReader   *reader,
            const char *id,
            guint      *out)
{
  *out = bw_recipe_find_group (reader->recipe, id != NULL ? id : "other");
  if (*out != BW_NONE)
    return TRUE;

  if (id == NULL || g_str_equal (id, "other"))
    {
      const BwGroup other = { "other", bw_recipe_text (reader->recipe, _("Other")) };

      *out = reader->recipe->groups->len;
      g_array_append_val (reader->recipe->groups, other);
      return TRUE;
    }

  bw_place_enter (reader->place, "group");

  return bw_place_fail (reader->place, _("there is no group with the id “%s”; add it to "
                                         "“groups”"), id);
}

static gboolean
read_source (BwReader   *reader,
             JsonObject *object,
             BwMetric   *out)
{
  JsonNode *derive = json_object_get_member (object, "derive");
  JsonObject *derivation;
  gsize mark;

  if ((derive != NULL) == json_object_has_member (object, "column"))
    return bw_place_fail (reader->place, _("write either “column” or “derive”: where its values come "
                                           "from"));
  if (derive == NULL)
    return bw_reader_text (reader, object, "column", TRUE, &out->derivation.column);

  mark = bw_place_enter (reader->place, "derive");
  if (!bw_reader_object (reader, derive, &derivation) ||
      !bw_derivation_read (reader, derivation, &out->derivation))
    return FALSE;
  bw_place_leave (reader->place, mark);

  return TRUE;
}

static gboolean
read_scale (BwReader   *reader,
            JsonObject *object,
            BwMetric   *out)
{
  JsonNode *node = json_object_get_member (object, "scale");
  JsonObject *scale;
  gsize mark;

  if (node == NULL)
    return bw_place_fail (reader->place, _("the key “%s” is missing; add it"), "scale");

  mark = bw_place_enter (reader->place, "scale");
  if (!bw_reader_object (reader, node, &scale) || !bw_scale_read (reader, scale, &out->scale))
    return FALSE;
  bw_place_leave (reader->place, mark);

  return TRUE;
}

static gboolean
read_missing (BwReader   *reader,
              JsonObject *object,
              BwMetric   *out)
{
  static const char *const ids[] = { "skip", "neutral", "worst", NULL };
  static const char *const keys[] = { "value", NULL };
  JsonNode *node = json_object_get_member (object, "missing");
  guint missing = BW_MISSING_SKIP;
  JsonObject *value;
  gsize mark;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      if (!bw_reader_choice (reader, object, "missing", FALSE, ids, &missing))
        return FALSE;
      out->missing = missing;
      return TRUE;
    }

  mark = bw_place_enter (reader->place, "missing");
  if (!bw_reader_object (reader, node, &value) || !bw_reader_keys (reader, value, keys) ||
      !bw_reader_number (reader, value, "value", TRUE, &out->missing_value))
    return FALSE;
  bw_place_leave (reader->place, mark);
  out->missing = BW_MISSING_VALUE;

  return TRUE;
}

static gboolean
read_direction (BwReader   *reader,
                JsonObject *object,
                BwLoad     *load,
                BwMetric   *out)
{
  static const char *const ids[] = { "helps", "hurts", NULL };
  guint said = G_MAXUINT;
  BwDirection direction = BW_DIRECTION_UNSAID;
  int sign = 0;

  if (!bw_reader_choice (reader, object, "direction", FALSE, ids, &said))
    return FALSE;

  if (said != G_MAXUINT)
    direction = said == 1 ? BW_DIRECTION_HURTS : BW_DIRECTION_HELPS;
  out->hurts = direction == BW_DIRECTION_HURTS;
  g_array_append_val (load->directions, direction);
  g_array_append_val (load->signs, sign);

  return TRUE;
}

static gboolean
read_tag (BwReader   *reader,
          JsonObject *object,
          BwMetric   *out)
{
  guint tag = BW_TAG_NONE;

  if (!bw_reader_choice (reader, object, "tag", FALSE, bw_tag_ids, &tag))
    return FALSE;
  if (json_object_has_member (object, "tag"))
    out->tag = tag + 1;

  return TRUE;
}

static gboolean
read_metric (BwReader *reader,
             JsonNode *node,
             guint     index,
             gpointer  user_data)
{
  static const char *const keys[] = {
    "id", "name", "caption", "group", "column", "derive", "direction", "scale", "missing",
    "subjective", "check", "tag", "why", NULL
  };
  BwLoad *load = user_data;
  BwMetric metric = { NULL };
  const char *group = NULL;
  JsonObject *object;

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys) ||
      !bw_reader_text (reader, object, "id", TRUE, &metric.id))
    return FALSE;

  metric.name = metric.id;
  if (!bw_reader_text (reader, object, "name", FALSE, &metric.name) ||
      !bw_reader_text (reader, object, "caption", FALSE, &metric.caption) ||
      !bw_reader_text (reader, object, "group", FALSE, &group) ||
      !find_group (reader, group, &metric.group) ||
      !read_source (reader, object, &metric) ||
      !read_direction (reader, object, load, &metric) ||
      !read_scale (reader, object, &metric) ||
      !read_missing (reader, object, &metric) ||
      !bw_reader_flag (reader, object, "subjective", &metric.subjective) ||
      !bw_reader_flag (reader, object, "check", &metric.check) ||
      !read_tag (reader, object, &metric) ||
      !bw_reader_text (reader, object, "why", FALSE, &metric.why))
    return FALSE;
  g_array_append_val (reader->recipe->metrics, metric);
  g_hash_table_insert (load->metrics, (gpointer) metric.id, GUINT_TO_POINTER (index + 1));

  return TRUE;
}

/**
 * bw_load_metrics:
 * @object: the whole model, whose groups are read
 */
gboolean
bw_load_metrics (BwReader   *reader,
                 JsonObject *object,
                 BwLoad     *load)
{
  JsonNode *node = json_object_get_member (object, "metrics");

  if (node == NULL)
    return bw_place_fail (reader->place, _("the key “%s” is missing; add it"), "metrics");

  return bw_reader_items (reader, object, "metrics", 0, BW_MAX_METRICS, read_metric, load) &&
         bw_recipe_list_is_sound (reader->recipe, BW_LIST_GROUPS, reader->place) && /* and Other */
         bw_recipe_list_is_sound (reader->recipe, BW_LIST_METRICS, reader->place);
}
