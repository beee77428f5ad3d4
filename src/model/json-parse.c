/* JSON text to nodes, with what json-glib lets pass: keys that are there twice, hostile depth. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/json-reader.h"
#include "model/json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The keys of the objects that are open while the parser runs, innermost last. */
typedef struct
{
  GPtrArray  *open; /* of GHashTable */
  GHashTable *doubled;
} KeyWatch;

static void
object_starts (JsonParser *parser,
               KeyWatch   *watch)
{
  g_ptr_array_add (watch->open, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
}

static void
object_has_member (JsonParser *parser,
                   JsonObject *object,
                   const char *key,
                   KeyWatch   *watch)
{
  if (!g_hash_table_add (g_ptr_array_index (watch->open, watch->open->len - 1), g_strdup (key)))
    g_hash_table_insert (watch->doubled, object, g_strdup (key));
}

static void
object_ends (JsonParser *parser,
             JsonObject *object,
             KeyWatch   *watch)
{
  g_ptr_array_set_size (watch->open, watch->open->len - 1);
}

/* Returns: (transfer full) (nullable): the root of a text that is JSON */
static JsonNode *
parse_watched (BwReader   *self,
               const char *text,
               GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  KeyWatch watch = { open, self->doubled };

  g_signal_connect (parser, "object-start", G_CALLBACK (object_starts), &watch);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_has_member), &watch);
  g_signal_connect (parser, "object-end", G_CALLBACK (object_ends), &watch);

  if (!json_parser_load_from_data (parser, text, -1, error))
    return NULL;

  return json_parser_steal_root (parser);
}

static JsonNode *
not_json (BwReader   *self,
          gsize       line,
          const char *what)
{
  if (line > 0)
    g_set_error (self->place->error, BW_MODEL_ERROR, BW_MODEL_ERROR_SYNTAX,
                 /* TRANSLATORS: file name, line number, what is wrong */
                 _("%s:%zu: this is not JSON: %s"), self->place->file_name, line, what);
  else
    g_set_error (self->place->error, BW_MODEL_ERROR, BW_MODEL_ERROR_SYNTAX, "%s: %s",
                 self->place->file_name, what);

  return NULL;
}

/**
 * bw_reader_parse:
 * @text: JSON, with or without a byte order mark
 * @length: bytes of @text, −1 where it ends with a NUL
 *
 * Returns: (transfer full) (nullable): the parsed text, or %NULL with the error set
 */
JsonNode *
bw_reader_parse (BwReader   *self,
                 const char *text,
                 gssize      length)
{
  const gsize size = length < 0 ? strlen (text) : (gsize) length;
  const gsize mark = size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  g_autofree char *copy = g_malloc (size - mark + 1);
  g_autofree char *wrong = NULL;
  g_autoptr(GError) error = NULL;
  JsonNode *root;
  gsize line;

  memcpy (copy, text + mark, size - mark);
  copy[size - mark] = '\0';

  wrong = bw_json_text_check (copy, size - mark, &line);
  if (wrong != NULL)
    return not_json (self, line, wrong);

  root = parse_watched (self, copy, &error);
  if (root == NULL)
    return not_json (self, 0, error != NULL ? error->message : _("there is nothing in it"));

  return root;
}
