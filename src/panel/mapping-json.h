/* Reading JSON strictly: what is missing, unknown or of the wrong kind is an error with its path. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * BwJsonPlace:
 * @object: what is being read
 * @file_name: for the error's text
 * @path: where @object stands ("sources[2].via"), empty for the whole
 */
typedef struct
{
  JsonObject *object;
  const char *file_name;
  char       *path;
} BwJsonPlace;

gboolean bw_json_fail (const BwJsonPlace *place,
                       const char        *member,
                       GError           **error,
                       const char        *format,
                       ...) G_GNUC_PRINTF (4, 5);
gboolean bw_json_enter (const BwJsonPlace *place,
                        const char        *member,
                        JsonNode          *node,
                        BwJsonPlace       *inside,
                        GError           **error);
gboolean bw_json_only (const BwJsonPlace *place,
                       const char *const *members,
                       GError           **error);
gboolean bw_json_text (const BwJsonPlace *place,
                       const char        *member,
                       gboolean           required,
                       char             **text,
                       GError           **error);
gboolean bw_json_array (const BwJsonPlace *place,
                        const char        *member,
                        gboolean           required,
                        JsonArray        **array,
                        GError           **error);
gboolean bw_json_texts (const BwJsonPlace *place,
                        const char        *member,
                        GStrv             *texts,
                        GError           **error);

JsonNode *bw_json_parse (const char *text,
                         const char *file_name,
                         GError    **error);

G_END_DECLS
