/* JSON read strictly: whatever is not expected is an error that names its path in the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/place.h"
#include "model/recipe.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * BwReader:
 * @place: what is being read
 * @doubled: (element-type JsonObject utf8): objects that have a key twice, and which
 * @recipe: where all that is read goes
 *
 * All functions that return a gboolean return %FALSE with the place's error set; nothing more is to
 * be read then. A reader knows kinds of JSON and keys; whether the values make sense together is
 * asked of the whole, by bw_recipe_is_sound().
 */
typedef struct
{
  BwPlace    *place;
  GHashTable *doubled;
  BwRecipe   *recipe;
} BwReader;

typedef gboolean (*BwReadItem) (BwReader *reader,
                                JsonNode *node,
                                guint     index,
                                gpointer  user_data);

JsonNode *bw_reader_parse (BwReader   *self,
                           const char *text,
                           gssize      length);

gboolean bw_reader_object (BwReader    *self,
                           JsonNode    *node,
                           JsonObject **out);
gboolean bw_reader_keys (BwReader          *self,
                         JsonObject        *object,
                         const char *const *keys);
gboolean bw_reader_text (BwReader    *self,
                         JsonObject  *object,
                         const char  *key,
                         gboolean     needed,
                         const char **out);
gboolean bw_reader_number (BwReader   *self,
                           JsonObject *object,
                           const char *key,
                           gboolean    needed,
                           double     *out);
gboolean bw_reader_whole (BwReader   *self,
                          JsonObject *object,
                          const char *key,
                          gboolean    needed,
                          guint       least,
                          guint       most,
                          guint      *out);
gboolean bw_reader_flag (BwReader   *self,
                         JsonObject *object,
                         const char *key,
                         gboolean   *out);
gboolean bw_reader_choice (BwReader          *self,
                           JsonObject        *object,
                           const char        *key,
                           gboolean           needed,
                           const char *const *ids,
                           guint             *out);
gboolean bw_reader_items (BwReader   *self,
                          JsonObject *object,
                          const char *key,
                          guint       least,
                          guint       most,
                          BwReadItem  read,
                          gpointer    user_data);
gboolean bw_reader_node_number (BwReader *self,
                                JsonNode *node,
                                double   *out);
gboolean bw_reader_node_text (BwReader    *self,
                              JsonNode    *node,
                              const char **out);

G_END_DECLS
