/* Members of a JSON object, set one after the other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void bw_json_set_number (JsonBuilder *json,
                         const char  *member,
                         gint64       number);
void bw_json_set_text (JsonBuilder *json,
                       const char  *member,
                       const char  *text);

/* The same as text, for what is too long to be gathered first. */
void bw_json_append_text (GString    *out,
                          const char *member,
                          const char *text);
void bw_json_append_number (GString    *out,
                            const char *member,
                            double      value);

G_END_DECLS
