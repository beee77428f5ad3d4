/* How a raw value becomes a metric score from 0 to 100. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale.h"

#include "model/parts.h"
#include "model/scale-row.h"
#include "model/sql-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_KEYS 4
#define MAX_CATEGORIES 10000

/**
 * ScaleRow:
 * @keys: all keys of its object in a file
 * @texts: whether it scores texts; all score numbers
 */
typedef struct
{
  const char *id;
  const char *keys[MAX_KEYS];
  gboolean    texts;
  gboolean (*read)(BwReader   *reader,
                   JsonObject *object,
                   BwScale    *out);
  void     (*write)(const BwScale *self,
                    BwWriter      *writer);
  void     (*apply)(const BwScale *self,
                    const double  *raw,
                    gsize          n,
                    double        *scores);
  void     (*sql)(const BwScale    *self,
                  const BwSqlValue *value,
                  BwSqlWriter      *out);
} ScaleRow;

static gboolean
read_linear (BwReader   *reader,
             JsonObject *object,
             BwScale    *out)
{
  if (!bw_reader_number (reader, object, "from", TRUE, &out->from) ||
      !bw_reader_number (reader, object, "to", TRUE, &out->to))
    return FALSE;

  if (out->from < out->to && isfinite (out->to - out->from))
    return TRUE;

  return bw_reader_fail (reader, _("“from” has to be less than “to”; where less is better, "
                                   "exchange them and write \"direction\": \"hurts\""));
}

static void
write_linear (const BwScale *self,
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
    return bw_reader_fail (reader, _("write a pair of a raw value and its score, as [10, 50]"));
  if (!bw_reader_node_number (reader, json_array_get_element (pair, 0), &point.raw) ||
      !bw_reader_node_number (reader, json_array_get_element (pair, 1), &point.score))
    return FALSE;

  if (point.score < 0 || point.score > 100)
    return bw_reader_fail (reader, _("the score %g is out of range; write 0 to 100"), point.score);
  if (index > 0 && point.raw <= g_array_index (points, BwPoint, index - 1).raw)
    return bw_reader_fail (reader, _("the raw value %g does not come after the one before it; "
                                     "write them in rising order, each once"), point.raw);
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

static gboolean
read_curve (BwReader   *reader,
            JsonObject *object,
            BwScale    *out)
{
  return read_points (reader, object, "points", 2, out);
}

static void
write_curve (const BwScale *self,
             BwWriter      *writer)
{
  write_points (self, writer, "points");
}

static gboolean
read_steps (BwReader   *reader,
            JsonObject *object,
            BwScale    *out)
{
  return read_points (reader, object, "steps", 1, out);
}

static void
write_steps (const BwScale *self,
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

  if (n_texts == 0 || n_texts > MAX_CATEGORIES)
    return bw_reader_fail (reader, _("there are %u values; write at least 1 and at most %u, "
                                     "each with its score"), n_texts, MAX_CATEGORIES);

  kept = bw_recipe_block (reader->recipe, n_texts * sizeof *kept);
  for (GList *l = texts; l != NULL; l = l->next)
    {
      BwCategoryScore *category = &kept[out->n_categories++];

      category->text = bw_recipe_text (reader->recipe, l->data);
      if (!bw_reader_bounded (reader, values, l->data, TRUE, 0, 100, &category->score))
        return FALSE;
    }
  out->categories = kept;

  return TRUE;
}

static gboolean
read_categories (BwReader   *reader,
                 JsonObject *object,
                 BwScale    *out)
{
  JsonNode *node = json_object_get_member (object, "values");
  JsonObject *values;
  gsize mark;

  if (node == NULL)
    return bw_reader_fail (reader, _("the key “%s” is missing; add it"), "values");

  mark = bw_reader_enter (reader, "values");
  if (!bw_reader_object (reader, node, &values) || !read_category_scores (reader, values, out))
    return FALSE;
  bw_reader_leave (reader, mark);

  return bw_reader_bounded (reader, object, "other", FALSE, 0, 100, &out->other);
}

static void
write_categories (const BwScale *self,
                  BwWriter      *writer)
{
  bw_writer_open (writer, "values", '{', BW_LAYOUT_INLINE);
  for (guint i = 0; i < self->n_categories; i++)
    bw_writer_number (writer, self->categories[i].text, self->categories[i].score);
  bw_writer_close (writer);
  if (!isnan (self->other))
    bw_writer_number (writer, "other", self->other);
}

static gboolean
read_percentile (BwReader   *reader,
                 JsonObject *object,
                 BwScale    *out)
{
  if (!json_object_has_member (object, "points"))
    return TRUE;

  return read_points (reader, object, "points", 1, out);
}

static void
write_percentile (const BwScale *self,
                  BwWriter      *writer)
{
  if (self->n_points > 0)
    write_points (self, writer, "points");
}

static const ScaleRow rows[BW_N_SCALES] = {
  [BW_SCALE_LINEAR] = { "linear", { "type", "from", "to" }, FALSE,
                        read_linear, write_linear, bw_scale_linear, bw_sql_scale_linear },
  [BW_SCALE_CURVE] = { "curve", { "type", "points" }, FALSE,
                       read_curve, write_curve, bw_scale_curve, bw_sql_scale_curve },
  [BW_SCALE_STEPS] = { "steps", { "type", "steps" }, FALSE,
                       read_steps, write_steps, bw_scale_steps, bw_sql_scale_steps },
  [BW_SCALE_CATEGORIES] = { "categories", { "type", "values", "other" }, TRUE,
                            read_categories, write_categories, bw_scale_categories,
                            bw_sql_scale_categories },
  [BW_SCALE_PERCENTILE] = { "percentile", { "type", "points" }, FALSE,
                            read_percentile, write_percentile, bw_scale_percentile,
                            bw_sql_scale_percentile },
};

const char *
bw_scale_type_get_id (BwScaleType type)
{
  g_return_val_if_fail ((guint) type < BW_N_SCALES, NULL);

  return rows[type].id;
}

/**
 * bw_scale_read:
 * @object: the scale in the file, with the reader's path at it
 *
 * Returns: whether it is a scale; else the error is set
 */
gboolean
bw_scale_read (BwReader   *reader,
               JsonObject *object,
               BwScale    *out)
{
  const char *ids[BW_N_SCALES + 1] = { NULL };
  guint type = 0;

  for (guint i = 0; i < BW_N_SCALES; i++)
    ids[i] = rows[i].id;
  if (!bw_reader_choice (reader, object, "type", TRUE, ids, &type))
    return FALSE;

  *out = (BwScale) { .type = type, .other = NAN };

  return bw_reader_keys (reader, object, rows[type].keys) &&
         rows[type].read (reader, object, out);
}

void
bw_scale_write (const BwScale *self,
                BwWriter      *writer)
{
  bw_writer_open (writer, "scale", '{', BW_LAYOUT_INLINE);
  bw_writer_text (writer, "type", rows[self->type].id);
  rows[self->type].write (self, writer);
  bw_writer_close (writer);
}

/**
 * bw_scale_takes_texts:
 *
 * Returns: whether the scale can score a column of texts
 */
gboolean
bw_scale_takes_texts (const BwScale *self)
{
  return rows[self->type].texts;
}

/**
 * bw_scale_apply:
 * @raw: (array length=n): raw values; NaN is missing
 * @scores: (out) (array length=n): s, before direction; NaN where the raw value is missing, or is
 *   none that the scale lists; may be @raw itself
 */
void
bw_scale_apply (const BwScale *self,
                const double  *raw,
                gsize          n,
                double        *scores)
{
  g_return_if_fail ((guint) self->type < BW_N_SCALES);

  rows[self->type].apply (self, raw, n, scores);
}

/**
 * bw_scale_apply_to_codes:
 * @column: a column of texts
 * @scores: (out): one a row of @column; NaN where the text is missing or not listed
 *
 * As bw_scale_apply(), comparing texts exactly.
 */
void
bw_scale_apply_to_codes (const BwScale *self,
                         BwColumn      *column,
                         double        *scores)
{
  BwDictionary *dictionary = bw_column_get_dictionary (column);
  const guint32 *codes = bw_column_get_codes (column);
  const guint32 size = bw_dictionary_size (dictionary);
  g_autofree double *of_code = g_new (double, MAX (size, 1));

  for (guint32 code = 0; code < size; code++)
    of_code[code] = self->other;
  for (guint i = self->n_categories; i > 0; i--)
    {
      const guint32 code = bw_dictionary_lookup (dictionary, self->categories[i - 1].text);

      if (code != BW_NO_CODE)
        of_code[code] = self->categories[i - 1].score;
    }

  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    scores[row] = codes[row] == BW_NO_CODE ? NAN : of_code[codes[row]];
}

/**
 * bw_scale_write_sql:
 * @value: the raw value
 *
 * Writes the metric score as bw_scale_apply() makes it; missing where the raw value is.
 */
void
bw_scale_write_sql (const BwScale    *self,
                    const BwSqlValue *value,
                    BwSqlWriter      *out)
{
  rows[self->type].sql (self, value, out);
}
