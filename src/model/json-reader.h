/* JSON read strictly: whatever is not expected is an error that names its path in the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/recipe.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * BwReader:
 * @file_name: how messages name the file
 * @path: of what is being read: metrics[2].scale
 * @doubled: (element-type JsonObject utf8): objects that have a key twice, and which
 * @recipe: where all that is read goes
 * @error: where the first error goes
 *
 * All functions that return a gboolean return %FALSE with @error set; the path then stands where
 * the error is, and nothing more is to be read.
 */
typedef struct
{
  const char *file_name;
  GString    *path;
  GHashTable *doubled;
  BwRecipe   *recipe;
  GError    **error;
} BwReader;

typedef gboolean (*BwReadItem) (BwReader *reader,
                                JsonNode *node,
                                guint     index,
                                gpointer  user_data);

JsonNode *bw_reader_parse (BwReader   *self,
                           const char *text,
                           gssize      length);
gboolean  bw_reader_fail (BwReader   *self,
                          const char *format,
                          ...) G_GNUC_PRINTF (2, 3);
gsize     bw_reader_enter (BwReader   *self,
                           const char *key);
gsize     bw_reader_enter_item (BwReader *self,
                                guint     index);
void      bw_reader_leave (BwReader *self,
                           gsize     mark);

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
gboolean bw_reader_bounded (BwReader   *self,
                            JsonObject *object,
                            const char *key,
                            gboolean    needed,
                            double      least,
                            double      most,
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
