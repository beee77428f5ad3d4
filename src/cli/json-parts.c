/* Members of a JSON object, set one after the other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/json-parts.h"

#include "table/csv.h"

#include <math.h>

void
bw_json_set_number (JsonBuilder *json,
                    const char  *member,
                    gint64       number)
{
  json_builder_set_member_name (json, member);
  json_builder_add_int_value (json, number);
}

/**
 * bw_json_set_text:
 * @text: (nullable): %NULL leaves the member out
 */
void
bw_json_set_text (JsonBuilder *json,
                  const char  *member,
                  const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

/**
 * bw_json_append_text:
 * @text: (nullable): %NULL for null
 *
 * Appends `"member": "text"`.
 */
void
bw_json_append_text (GString    *out,
                     const char *member,
                     const char *text)
{
  g_autoptr(JsonNode) node = json_node_alloc ();
  g_autofree char *quoted = NULL;

  if (text != NULL)
    json_node_init_string (node, text);
  else
    json_node_init_null (node);
  quoted = json_to_string (node, FALSE);
  g_string_append_printf (out, "\"%s\": %s", member, quoted);
}

/**
 * bw_json_append_number:
 * @value: NaN for null
 *
 * Appends `, "member": value` with all digits.
 */
void
bw_json_append_number (GString    *out,
                       const char *member,
                       double      value)
{
  g_string_append_printf (out, ", \"%s\": ", member);
  if (isnan (value))
    g_string_append (out, "null");
  else
    bw_csv_append_number (out, value);
}
