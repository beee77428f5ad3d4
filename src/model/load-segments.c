/* Segments with their weights, and rules, of a model file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/load.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A negative weight is another way to write a metric that hurts; one that helps may have none. */
static gboolean
note_sign (BwReader *reader,
           BwLoad   *load,
           guint     metric,
           double    weight)
{
  const BwDirection direction = g_array_index (load->directions, BwDirection, metric);
  const int sign = (weight > 0) - (weight < 0);
  int *first = &g_array_index (load->signs, int, metric);

  if (sign == 0 || direction == BW_DIRECTION_HURTS)
    return TRUE;
  if (direction == BW_DIRECTION_HELPS && sign < 0)
    return bw_place_fail (reader->place, _("the weight is negative, but the metric’s direction is "
                                           "“helps”; write one or the other"));
  if (*first != 0 && *first != sign)
    return bw_place_fail (reader->place, _("the weight is negative in one segment and positive in "
                                           "another; write \"direction\": \"hurts\" in the metric and "
                                           "positive weights"));
  *first = sign;

  return TRUE;
}

static gboolean
read_weight (BwReader   *reader,
             JsonObject *weights,
             const char *id,
             BwLoad     *load,
             double     *shares)
{
  const guint metric = GPOINTER_TO_UINT (g_hash_table_lookup (load->metrics, id));
  const gsize mark = bw_place_enter (reader->place, id);
  double weight;

  if (metric == 0)
    return bw_place_fail (reader->place, _("there is no metric with the id “%s”"), id);
  if (!bw_reader_node_number (reader, json_object_get_member (weights, id), &weight) ||
      !note_sign (reader, load, metric - 1, weight))
    return FALSE;

  shares[metric - 1] = fabs (weight);
  bw_place_leave (reader->place, mark);

  return TRUE;
}

static gboolean
read_weights (BwReader   *reader,
              JsonObject *object,
              BwLoad     *load,
              BwSegment  *out)
{
  const guint n_metrics = reader->recipe->metrics->len;
  double *shares = bw_recipe_block (reader->recipe, n_metrics * sizeof *shares);
  JsonNode *node = json_object_get_member (object, "weights");
  g_autoptr(GList) ids = NULL;
  JsonObject *weights;
  gsize mark;

  if (node == NULL)
    return bw_place_fail (reader->place, _("the key “%s” is missing; add it"), "weights");

  mark = bw_place_enter (reader->place, "weights");
  if (!bw_reader_object (reader, node, &weights))
    return FALSE;

  for (guint i = 0; i < n_metrics; i++)
    shares[i] = NAN;
  ids = json_object_get_members (weights);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      if (!read_weight (reader, weights, l->data, load, shares))
        return FALSE;
    }
  bw_place_leave (reader->place, mark);

  bw_shares_normalise (shares, n_metrics);
  out->shares = shares;

  return TRUE;
}

static gboolean
read_segment_rule (BwReader   *reader,
                   JsonObject *object,
                   BwSegment  *out)
{
  JsonNode *node = json_object_get_member (object, "where");
  gsize mark;

  if (node == NULL)
    return TRUE;

  mark = bw_place_enter (reader->place, "where");
  out->where = bw_conditions_read (reader, node);
  if (out->where == NULL)
    return FALSE;
  bw_place_leave (reader->place, mark);

  return TRUE;
}

static gboolean
read_segment (BwReader *reader,
              JsonNode *node,
              guint     index,
              gpointer  user_data)
{
  static const char *const keys[] = { "id", "name", "where", "weights", NULL };
  BwLoad *load = user_data;
  BwSegment segment = { NULL };
  JsonObject *object;

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys) ||
      !bw_reader_text (reader, object, "id", TRUE, &segment.id))
    return FALSE;

  segment.name = segment.id;
  if (!bw_reader_text (reader, object, "name", FALSE, &segment.name) ||
      !read_segment_rule (reader, object, &segment) ||
      !read_weights (reader, object, load, &segment))
    return FALSE;
  g_array_append_val (reader->recipe->segments, segment);

  return TRUE;
}

/* A metric whose weights are negative, and whose direction the file does not say, hurts. */
static void
turn_negative (BwReader *reader,
               BwLoad   *load)
{
  for (guint i = 0; i < reader->recipe->metrics->len; i++)
    {
      if (g_array_index (load->signs, int, i) < 0)
        g_array_index (reader->recipe->metrics, BwMetric, i).hurts = TRUE;
    }
}

/**
 * bw_load_segments:
 * @object: the whole model, whose metrics are read
 */
gboolean
bw_load_segments (BwReader   *reader,
                  JsonObject *object,
                  BwLoad     *load)
{
  if (!bw_reader_items (reader, object, "segments", 1, BW_MAX_SEGMENTS, read_segment, load) ||
      !bw_recipe_list_is_sound (reader->recipe, BW_LIST_SEGMENTS, reader->place))
    return FALSE;
  turn_negative (reader, load);

  return TRUE;
}

static gboolean
read_rule (BwReader *reader,
           JsonNode *node,
           guint     index,
           gpointer  user_data)
{
  static const char *const keys[] = { "at-most", "at-least", "where", "reason", NULL };
  JsonObject *object;
  JsonNode *where;
  BwRule rule = { FALSE };
  gsize mark;

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys))
    return FALSE;

  rule.cap = json_object_has_member (object, "at-most");
  if (rule.cap == json_object_has_member (object, "at-least"))
    return bw_place_fail (reader->place, _("write either “at-most”, for a cap, or “at-least”, for a "
                                           "floor"));

  where = json_object_get_member (object, "where");
  if (where == NULL)
    return bw_place_fail (reader->place, _("the key “%s” is missing; add it"), "where");
  mark = bw_place_enter (reader->place, "where");
  rule.where = bw_conditions_read (reader, where);
  if (rule.where == NULL)
    return FALSE;
  bw_place_leave (reader->place, mark);

  rule.reason = bw_recipe_text (reader->recipe, rule.cap ? _("Cap") : _("Floor"));
  if (!bw_reader_number (reader, object, rule.cap ? "at-most" : "at-least", TRUE, &rule.bound) ||
      !bw_reader_text (reader, object, "reason", FALSE, &rule.reason))
    return FALSE;
  g_array_append_val (reader->recipe->rules, rule);

  return TRUE;
}

/**
 * bw_load_rules:
 * @object: the whole model, whose metrics are read
 */
gboolean
bw_load_rules (BwReader   *reader,
               JsonObject *object)
{
  return bw_reader_items (reader, object, "rules", 0, BW_MAX_RULES, read_rule, NULL) &&
         bw_recipe_list_is_sound (reader->recipe, BW_LIST_RULES, reader->place);
}
