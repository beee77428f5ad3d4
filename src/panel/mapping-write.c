/* A mapping as JSON: one line a column, always in the same order, so that two of them diff well. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/calendar.h"
#include "panel/mapped-source.h"

#include <math.h>

static void
append_text (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_printf (json, "\\%c", *text);
      else if ((guchar) *text < 0x20)
        g_string_append_printf (json, "\\u%04x", *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}

static void
append_member (GString    *json,
               const char *before,
               const char *name,
               const char *text)
{
  g_string_append_printf (json, "%s\"%s\": ", before, name);
  append_text (json, text);
}

static void
append_texts (GString           *json,
              const char        *before,
              const char        *name,
              const char *const *texts)
{
  g_string_append_printf (json, "%s\"%s\": [", before, name);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      append_text (json, texts[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_character (GString    *json,
                  const char *name,
                  char        character)
{
  const char text[] = { character, '\0' };

  if (character != BW_CHOOSE)
    append_member (json, ", ", name, character == BW_QUOTE_NONE ? "none" : text);
}

static const char *const date_orders[] = { NULL, "ymd", "dmy", "mdy" };

static void
append_forced_type (GString            *json,
                    const BwForcedType *forced)
{
  const char *id = bw_column_type_get_id (forced->type);

  if (forced->decimal == BW_CHOOSE && forced->date_order == BW_DATE_ORDER_FIND)
    {
      append_text (json, id);
      return;
    }
  append_member (json, "{", "type", id);
  append_character (json, "decimal", forced->decimal);
  if (forced->date_order != BW_DATE_ORDER_FIND)
    append_member (json, ", ", "dates", date_orders[forced->date_order]);
  g_string_append_c (json, '}');
}

static void
append_forced (GString         *json,
               const BwReading *reading)
{
  g_string_append (json, ", \"types\": {");
  for (guint i = 0; i < reading->n_forced; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      append_text (json, reading->forced[i].column);
      g_string_append (json, ": ");
      append_forced_type (json, &reading->forced[i]);
    }
  g_string_append_c (json, '}');
}

static void
append_reading (GString         *json,
                const BwReading *reading)
{
  const gsize start = json->len;

  if (reading->sheet != NULL)
    append_member (json, ", ", "sheet", reading->sheet);
  if (reading->encoding != NULL)
    append_member (json, ", ", "encoding", reading->encoding);
  append_character (json, "delimiter", reading->delimiter);
  append_character (json, "quote", reading->quote);
  if (reading->header == BW_HEADER_NONE)
    append_member (json, ", ", "header", "none");
  else if (reading->header != BW_HEADER_FIND)
    g_string_append_printf (json, ", \"header\": %d", reading->header);
  if (reading->header_rows > 0)
    g_string_append_printf (json, ", \"header-rows\": %u", reading->header_rows);
  if (reading->first_row >= 0)
    g_string_append_printf (json, ", \"first-row\": %d", reading->first_row);
  append_character (json, "decimal", reading->decimal);
  if (reading->date_order != BW_DATE_ORDER_FIND)
    append_member (json, ", ", "dates", date_orders[reading->date_order]);
  if (reading->n_forced > 0)
    append_forced (json, reading);

  if (json->len > start)
    g_string_erase (json, start, 2);
  g_string_insert (json, start, ",\n      \"reading\": {");
  g_string_append_c (json, '}');
}

static void
append_columns (GString              *json,
                const BwMappedSource *source)
{
  g_string_append (json, ",\n      \"columns\": [");
  for (guint i = 0; i < source->n_columns; i++)
    {
      append_member (json, i > 0 ? ",\n        {" : "\n        {", "header", source->columns[i].header);
      append_member (json, ", ", "role", bw_role_get_id (source->columns[i].role));
      if (source->columns[i].aliases != NULL && source->columns[i].aliases[0] != NULL)
        append_texts (json, ", ", "aliases", (const char *const *) source->columns[i].aliases);
      g_string_append_c (json, '}');
    }
  g_string_append (json, source->n_columns > 0 ? "\n      ]" : "]");
}

static void
append_events (GString              *json,
               const BwMappedSource *source)
{
  g_string_append (json, ",\n      \"events\": [");
  for (guint i = 0; i < source->n_events; i++)
    {
      const BwEventColumn *event = &source->events[i];

      append_member (json, i > 0 ? ",\n        {" : "\n        {", "name", event->name);
      append_member (json, ", ", "aggregate", bw_aggregate_get_id (event->aggregate));
      if (event->column != NULL)
        append_member (json, ", ", "column", event->column);
      if (event->window == BW_WINDOW_ALL)
        append_member (json, ", ", "window", "all");
      else if (event->window == BW_WINDOW_SNAPSHOT)
        append_member (json, ", ", "window", "snapshot");
      else
        g_string_append_printf (json, ", \"window\": %d", event->window);
      g_string_append_c (json, '}');
    }
  g_string_append (json, source->n_events > 0 ? "\n      ]" : "]");
}

static void
append_date (GString *json,
             double   date)
{
  int year, month, day;

  bw_civil_from_days (date, &year, &month, &day);
  g_string_append_printf (json, ",\n      \"as-of\": \"%04d-%02d-%02d\"", year, month, day);
}

/* By what the source is joined, and how; what is as usual is left out. */
static void
append_join (GString              *json,
             const BwMappedSource *source)
{
  if (source->join != NULL && source->join_more != NULL)
    {
      g_autoptr(GPtrArray) columns = g_ptr_array_new ();

      g_ptr_array_add (columns, source->join);
      for (guint i = 0; source->join_more[i] != NULL; i++)
        g_ptr_array_add (columns, source->join_more[i]);
      g_ptr_array_add (columns, NULL);
      append_texts (json, ",\n      ", "join", (const char *const *) columns->pdata);
    }
  else if (source->join != NULL)
    {
      append_member (json, ",\n      ", "join", source->join);
    }
  if (source->match != BW_MATCH_NEAR)
    append_member (json, ",\n      ", "match", bw_match_get_id (source->match));
  if (source->via != NULL)
    {
      append_member (json, ",\n      \"via\": {", "source", source->via);
      append_member (json, ", ", "column", source->via_column);
      g_string_append_c (json, '}');
    }
  if (source->duplicates != BW_DUPLICATES_LAST)
    append_member (json, ",\n      ", "duplicates", bw_duplicates_get_id (source->duplicates));
}

static void
append_source (GString              *json,
               const BwMappedSource *source)
{
  append_member (json, "    {\n      ", "id", source->id);
  append_member (json, ",\n      ", "pattern", source->pattern);
  append_member (json, ",\n      ", "shape", bw_shape_get_id (source->shape));
  append_join (json, source);
  if (!isnan (source->as_of))
    append_date (json, source->as_of);
  if (source->reading != NULL)
    append_reading (json, source->reading);
  append_columns (json, source);
  if (source->shape == BW_SHAPE_EVENTS)
    append_events (json, source);
  g_string_append (json, "\n    }");
}

/**
 * bw_mapping_to_json:
 *
 * Returns: (transfer full): text that bw_mapping_from_json() reads back as the same mapping,
 *   reasons and remarks apart; ends in a line feed
 */
char *
bw_mapping_to_json (const BwMapping *self)
{
  g_autoptr(GString) json = g_string_new ("{\n  \"format\": \"bellwether-mapping\",\n"
                                          "  \"version\": 1,\n");
  const guint n_sources = bw_mapping_get_n_sources (self);

  if (bw_mapping_get_vanished (self))
    g_string_append (json, "  \"vanished\": \"churned\",\n");
  g_string_append (json, "  \"sources\": [\n");

  for (guint i = 0; i < n_sources; i++)
    {
      append_source (json, bw_mapping_get_source (self, i));
      g_string_append (json, i + 1 < n_sources ? ",\n" : "\n");
    }
  g_string_append (json, "  ]\n}\n");

  return g_string_free (g_steal_pointer (&json), FALSE);
}
