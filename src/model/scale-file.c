/* How each kind of scale is read from a file, held to what makes sense, and written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
bw_scale_read_linear (BwReader   *reader,
                      JsonObject *object,
                      BwScale    *out)
{
  if (!bw_reader_number (reader, object, "from", TRUE, &out->from) ||
      !bw_reader_number (reader, object, "to", TRUE, &out->to))
    return FALSE;

  return TRUE;
}

gboolean
bw_scale_linear_is_sound (const BwScale *self,
                          BwPlace       *place)
{
  if (!bw_place_range (place, "from", self->from, -G_MAXDOUBLE, G_MAXDOUBLE) ||
      !bw_place_range (place, "to", self->to, -G_MAXDOUBLE, G_MAXDOUBLE))
    return FALSE;

  if (self->from <= self->to && isfinite (self->to - self->from))
    return TRUE;
  if (self->from <= self->to)
    return bw_place_fail (place, _("“from” and “to” are too far apart; write smaller numbers"));

  return bw_place_fail (place, _("“from” may not be more than “to”; where less is better, "
                                 "exchange them and write \"direction\": \"hurts\""));
}

void
bw_scale_write_linear (const BwScale *self,
                       BwWriter      *writer)
{
  bw_writer_number (writer, "from", self->from);
  bw_writer_number (writer, "to", self->to);
}

static gboolean
read_point (BwReader *reader,
            JsonNode *node,
            guint     index,
            gpointer  user_data)
{
  GArray *points = user_data;
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  BwPoint point;

  if (pair == NULL || json_array_get_length (pair) != 2)
    return bw_place_fail (reader->place, _("write a pair of a raw value and its score, as "
                                           "[10, 50]"));
  if (!bw_reader_node_number (reader, json_array_get_element (pair, 0), &point.raw) ||
      !bw_reader_node_number (reader, json_array_get_element (pair, 1), &point.score))
    return FALSE;

  g_array_append_val (points, point);

  return TRUE;
}

static gboolean
read_points (BwReader   *reader,
             JsonObject *object,
             const char *key,
             guint       least,
             BwScale    *out)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (BwPoint));
  BwPoint *kept;

  if (!bw_reader_items (reader, object, key, least, BW_MAX_POINTS, read_point, points))
    return FALSE;

  kept = bw_recipe_block (reader->recipe, points->len * sizeof *kept);
  for (guint i = 0; i < points->len; i++)
    kept[i] = g_array_index (points, BwPoint, i);
  out->points = kept;
  out->n_points = points->len;

  return TRUE;
}

static gboolean
points_are_sound (const BwScale *self,
                  BwPlace       *place,
                  const char    *key,
                  guint          least)
{
  const gsize mark = bw_place_enter (place, key);

  if (!bw_place_count (place, self->n_points, least, BW_MAX_POINTS))
    return FALSE;

  for (guint i = 0; i < self->n_points; i++)
    {
      const BwPoint point = self->points[i];
      const gsize item = bw_place_enter_item (place, i);

      if (!bw_place_number (place, point.raw))
        return FALSE;
      if (!(point.score >= 0 && point.score <= 100))
        return bw_place_fail (place, _("the score %g is out of range; write 0 to 100"),
                              point.score);
      if (i > 0 && point.raw <= self->points[i - 1].raw)
        return bw_place_fail (place, _("the raw value %g does not come after the one before it; "
                                       "write them in rising order, each once"), point.raw);
      bw_place_leave (place, item);
    }
  bw_place_leave (place, mark);

  return TRUE;
}

static void
write_points (const BwScale *self,
              BwWriter      *writer,
              const char    *key)
{
  bw_writer_open (writer, key, '[', BW_LAYOUT_INLINE);
  for (guint i = 0; i < self->n_points; i++)
    {
      bw_writer_open (writer, NULL, '[', BW_LAYOUT_INLINE);
      bw_writer_number (writer, NULL, self->points[i].raw);
      bw_writer_number (writer, NULL, self->points[i].score);
      bw_writer_close (writer);
    }
  bw_writer_close (writer);
}

gboolean
bw_scale_read_curve (BwReader   *reader,
                     JsonObject *object,
                     BwScale    *out)
{
  return read_points (reader, object, "points", 2, out);
}

gboolean
bw_scale_curve_is_sound (const BwScale *self,
                         BwPlace       *place)
{
  return points_are_sound (self, place, "points", 2);
}

void
bw_scale_write_curve (const BwScale *self,
                      BwWriter      *writer)
{
  write_points (self, writer, "points");
}

gboolean
bw_scale_read_steps (BwReader   *reader,
                     JsonObject *object,
                     BwScale    *out)
{
  return read_points (reader, object, "steps", 1, out);
}

gboolean
bw_scale_steps_are_sound (const BwScale *self,
                          BwPlace       *place)
{
  return points_are_sound (self, place, "steps", 1);
}

void
bw_scale_write_steps (const BwScale *self,
                      BwWriter      *writer)
{
  write_points (self, writer, "steps");
}

static gboolean
read_category_scores (BwReader   *reader,
                      JsonObject *values,
                      BwScale    *out)
{
  g_autoptr(GList) texts = json_object_get_members (values);
  const guint n_texts = json_object_get_size (values);
  BwCategoryScore *kept;

  kept = bw_recipe_block (reader->recipe, n_texts * sizeof *kept);
  for (GList *l = texts; l != NULL; l = l->next)
    {
      BwCategoryScore *category = &kept[out->n_categories++];

      category->text = bw_recipe_text (reader->recipe, l->data);
      if (!bw_reader_number (reader, values, l->data, TRUE, &category->score))
        return FALSE;
    }
  out->categories = kept;

  return TRUE;
}

gboolean
bw_scale_read_categories (BwReader   *reader,
                          JsonObject *object,
                          BwScale    *out)
{
  JsonNode *node = json_object_get_member (object, "values");
  JsonObject *values;
  gsize mark;

  if (node == NULL)
    return bw_place_fail (reader->place, _("the key “%s” is missing; add it"), "values");

  mark = bw_place_enter (reader->place, "values");
  if (!bw_reader_object (reader, node, &values) || !read_category_scores (reader, values, out))
    return FALSE;
  bw_place_leave (reader->place, mark);

  return bw_reader_number (reader, object, "other", FALSE, &out->other);
}

static gboolean
values_are_sound (const BwScale *self,
                  BwPlace       *place)
{
  g_autoptr(GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  const gsize mark = bw_place_enter (place, "values");

  if (!bw_place_count (place, self->n_categories, 1, BW_MAX_CATEGORIES))
    return FALSE;

  for (guint i = 0; i < self->n_categories; i++)
    {
      const BwCategoryScore *category = &self->categories[i];

      if (category->text == NULL || !g_utf8_validate (category->text, -1, NULL))
        return bw_place_fail (place, _("a value is no text; write it as UTF-8"));
      if (!g_hash_table_add (texts, (gpointer) category->text))
        return bw_place_fail (place, _("the value “%s” is there twice; remove one"),
                              category->text);
      if (!bw_place_range (place, category->text, category->score, 0, 100))
        return FALSE;
    }
  bw_place_leave (place, mark);

  return TRUE;
}

gboolean
bw_scale_categories_are_sound (const BwScale *self,
                               BwPlace       *place)
{
  return values_are_sound (self, place) &&
         (isnan (self->other) || bw_place_range (place, "other", self->other, 0, 100));
}

void
bw_scale_write_categories (const BwScale *self,
                           BwWriter      *writer)
{
  bw_writer_open (writer, "values", '{', BW_LAYOUT_INLINE);
  for (guint i = 0; i < self->n_categories; i++)
    bw_writer_number (writer, self->categories[i].text, self->categories[i].score);
  bw_writer_close (writer);
  if (!isnan (self->other))
    bw_writer_number (writer, "other", self->other);
}

gboolean
bw_scale_read_percentile (BwReader   *reader,
                          JsonObject *object,
                          BwScale    *out)
{
  if (!json_object_has_member (object, "points"))
    return TRUE;

  return read_points (reader, object, "points", 1, out);
}

gboolean
bw_scale_percentile_is_sound (const BwScale *self,
                              BwPlace       *place)
{
  return self->n_points == 0 || points_are_sound (self, place, "points", 1);
}

void
bw_scale_write_percentile (const BwScale *self,
                           BwWriter      *writer)
{
  if (self->n_points > 0)
    write_points (self, writer, "points");
}
