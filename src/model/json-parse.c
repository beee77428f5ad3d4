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

static JsonNode *
parse_watched (BwReader   *self,
               const char *text,
               gsize       length,
               gsize      *line)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  KeyWatch watch = { open, self->doubled };

  g_signal_connect (parser, "object-start", G_CALLBACK (object_starts), &watch);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_has_member), &watch);
  g_signal_connect (parser, "object-end", G_CALLBACK (object_ends), &watch);

  if (!json_parser_load_from_data (parser, text, length, NULL))
    {
      *line = json_parser_get_current_line (parser);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

static JsonNode *
not_json (BwReader   *self,
          gsize       line,
          const char *what)
{
  if (line > 0)
    g_set_error (self->error, BW_MODEL_ERROR, BW_MODEL_ERROR_SYNTAX,
                 /* TRANSLATORS: file name, line number, what is wrong */
                 _("%s:%" G_GSIZE_FORMAT ": this is not JSON: %s"), self->file_name, line, what);
  else
    g_set_error (self->error, BW_MODEL_ERROR, BW_MODEL_ERROR_SYNTAX, "%s: %s",
                 self->file_name, what);

  return NULL;
}

/**
 * bw_reader_parse:
 * @text: JSON, with or without a byte order mark
 *
 * Returns: (transfer full) (nullable): the parsed text, or %NULL with the error set
 */
JsonNode *
bw_reader_parse (BwReader   *self,
                 const char *text,
                 gssize      length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  gsize line = 0;
  g_autofree char *wrong = NULL;
  g_autofree char *terminated = NULL;
  JsonNode *root;

  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }

  wrong = bw_json_text_check (text, size, &line);
  if (wrong != NULL)
    return not_json (self, line, wrong);

  terminated = g_strndup (text, size);
  g_strstrip (terminated);
  if (*terminated == '\0')
    return not_json (self, 0, _("the file is empty"));

  root = parse_watched (self, text, size, &line);
  if (root == NULL)
    return not_json (self, line, _("a comma, a colon or a value is missing or too many here"));

  return root;
}
