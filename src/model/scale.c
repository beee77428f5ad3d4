/* How a raw value becomes a metric score from 0 to 100. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale.h"

#include "model/parts.h"
#include "model/scale-file.h"
#include "model/scale-row.h"
#include "model/sql-scale.h"

#include <math.h>

#define MAX_KEYS 4

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
  gboolean (*is_sound)(const BwScale *self,
                       BwPlace       *place);
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

static const ScaleRow rows[BW_N_SCALES] = {
  [BW_SCALE_LINEAR] = { "linear", { "type", "from", "to" }, FALSE,
                        bw_scale_read_linear, bw_scale_linear_is_sound, bw_scale_write_linear,
                        bw_scale_linear, bw_sql_scale_linear },
  [BW_SCALE_CURVE] = { "curve", { "type", "points" }, FALSE,
                       bw_scale_read_curve, bw_scale_curve_is_sound, bw_scale_write_curve,
                       bw_scale_curve, bw_sql_scale_curve },
  [BW_SCALE_STEPS] = { "steps", { "type", "steps" }, FALSE,
                       bw_scale_read_steps, bw_scale_steps_are_sound, bw_scale_write_steps,
                       bw_scale_steps, bw_sql_scale_steps },
  [BW_SCALE_CATEGORIES] = { "categories", { "type", "values", "other" }, TRUE,
                            bw_scale_read_categories, bw_scale_categories_are_sound,
                            bw_scale_write_categories, bw_scale_categories,
                            bw_sql_scale_categories },
  [BW_SCALE_PERCENTILE] = { "percentile", { "type", "points" }, FALSE,
                            bw_scale_read_percentile, bw_scale_percentile_is_sound,
                            bw_scale_write_percentile, bw_scale_percentile,
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

/**
 * bw_scale_is_sound:
 * @place: the metric; its path grows by “scale”
 */
gboolean
bw_scale_is_sound (const BwScale *self,
                   BwPlace       *place)
{
  const gsize mark = bw_place_enter (place, "scale");

  if (!rows[self->type].is_sound (self, place))
    return FALSE;
  bw_place_leave (place, mark);

  return TRUE;
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
