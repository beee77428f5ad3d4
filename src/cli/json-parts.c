/* Members of a JSON object, set one after the other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/json-parts.h"

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
