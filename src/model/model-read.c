/* A model from its file: read strictly, every error with its path. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/json-text.h"
#include "model/load.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define VERSION 1

/* The version is looked at first: what a newer Bellwether wrote may have keys unknown here. */
static gboolean
read_version (BwReader   *reader,
              JsonObject *object)
{
  static const char *const formats[] = { "bellwether-model", NULL };
  double version = VERSION;
  guint format;

  if (!bw_reader_choice (reader, object, "format", TRUE, formats, &format) ||
      !bw_reader_number (reader, object, "version", TRUE, &version))
    return FALSE;
  if (version == VERSION)
    return TRUE;

  bw_place_enter (reader->place, "version");
  if (version < VERSION || version != floor (version))
    return bw_place_fail (reader->place, _("%g is no version of this format; write %d"), version,
                          VERSION);

  g_set_error (reader->place->error, BW_MODEL_ERROR, BW_MODEL_ERROR_VERSION,
               _("%s: version: this model has version %g of the format bellwether-model, which a "
                 "newer Bellwether wrote; this one reads up to version %d; open it with the newer "
                 "one"),
               reader->place->file_name, version, VERSION);

  return FALSE;
}

static gboolean
read_trend (BwReader   *reader,
            JsonObject *object)
{
  static const char *const keys[] = { "days", "steady", NULL };
  JsonNode *node = json_object_get_member (object, "trend");
  guint days = reader->recipe->trend_days;
  JsonObject *trend;
  gsize mark;

  if (node == NULL)
    return TRUE;

  mark = bw_place_enter (reader->place, "trend");
  if (!bw_reader_object (reader, node, &trend) || !bw_reader_keys (reader, trend, keys) ||
      !bw_reader_whole (reader, trend, "days", FALSE, 1, BW_MAX_TREND_DAYS, &days) ||
      !bw_reader_number (reader, trend, "steady", FALSE, &reader->recipe->trend_steady))
    return FALSE;
  bw_place_leave (reader->place, mark);
  reader->recipe->trend_days = days;

  return TRUE;
}

static gboolean
read_model (BwReader *reader,
            JsonNode *root)
{
  static const char *const keys[] = {
    "format", "version", "name", "purpose", "coverage", "trend", "bands", "grades", "groups",
    "metrics", "segments", "rules", NULL
  };
  g_autoptr(GHashTable) metrics = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) directions = g_array_new (FALSE, FALSE, sizeof (BwDirection));
  g_autoptr(GArray) signs = g_array_new (FALSE, FALSE, sizeof (int));
  BwLoad load = { metrics, directions, signs };
  BwRecipe *recipe = reader->recipe;
  JsonObject *object;

  recipe->name = bw_recipe_text (recipe, _("Model"));

  return bw_reader_object (reader, root, &object) &&
         read_version (reader, object) &&
         bw_reader_keys (reader, object, keys) &&
         bw_reader_text (reader, object, "name", FALSE, &recipe->name) &&
         bw_reader_text (reader, object, "purpose", FALSE, &recipe->purpose) &&
         bw_reader_number (reader, object, "coverage", FALSE, &recipe->coverage) &&
         read_trend (reader, object) &&
         bw_recipe_settings_are_sound (recipe, reader->place) &&
         bw_load_skin (reader, object) &&
         bw_load_metrics (reader, object, &load) &&
         bw_load_segments (reader, object, &load) &&
         bw_load_rules (reader, object);
}

/**
 * bw_model_from_json:
 * @text: a model file of any origin
 * @length: bytes of @text, −1 where it ends with a NUL
 * @file_name: how messages name the file
 *
 * Read strictly: what is not known, not of its type, there twice or out of order is an error that
 * names its path. Weights become shares.
 *
 * Returns: (transfer full) (nullable): the model
 */
BwModel *
bw_model_from_json (const char *text,
                    gssize      length,
                    const char *file_name,
                    GError    **error)
{
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  g_autoptr(GString) path = g_string_new (NULL);
  g_autoptr(GHashTable) doubled = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  BwPlace place = { file_name, path, error };
  BwReader reader = { &place, doubled, recipe };
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (text != NULL && file_name != NULL, NULL);

  root = bw_reader_parse (&reader, text, length);
  if (root == NULL || !read_model (&reader, root))
    return NULL;

  return bw_model_new (recipe);
}

/**
 * bw_model_load:
 * @file: a model file
 *
 * As bw_model_from_json(). Of a file that is too large only so much is read as tells that.
 *
 * Returns: (transfer full) (nullable): the model
 */
BwModel *
bw_model_load (GFile   *file,
               GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;

  text = g_malloc (BW_MAX_JSON_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, BW_MAX_JSON_BYTES + 1, &length, NULL,
                                error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return bw_model_from_json (text, length, name, error);
}
