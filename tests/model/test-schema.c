/* The schema of the model file knows every key and every row of the tables. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <json-glib/json-glib.h>

static JsonNode *
load (const char *variable,
      const char *path)
{
  g_autofree char *file = g_build_filename (g_getenv (variable), path, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  json_parser_load_from_file (parser, file, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

/* Collects the keys of every "properties" of the schema, and the texts of every "const". */
static void
collect (JsonNode   *node,
         GHashTable *known)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *items = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (items); i++)
        collect (json_array_get_element (items, i), known);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) keys = json_object_get_members (object);

      for (GList *l = keys; l != NULL; l = l->next)
        {
          JsonNode *value = json_object_get_member (object, l->data);

          if (g_str_equal (l->data, "const") && json_node_get_value_type (value) == G_TYPE_STRING)
            g_hash_table_add (known, g_strdup (json_node_get_string (value)));
          if (g_str_equal (l->data, "properties"))
            {
              g_autoptr(GList) properties =
                json_object_get_members (json_node_get_object (value));

              for (GList *p = properties; p != NULL; p = p->next)
                g_hash_table_add (known, g_strdup (p->data));
            }
          collect (value, known);
        }
    }
}

static GHashTable *
read_schema (void)
{
  g_autoptr(JsonNode) schema = load ("BW_SOURCE_ROOT", "data/bellwether-model.schema.json");
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect (schema, known);

  return known;
}

static void
test_rows (void)
{
  g_autoptr(GHashTable) known = read_schema ();

  for (guint i = 0; i < BW_N_SCALES; i++)
    g_assert_true (g_hash_table_contains (known, bw_scale_type_get_id (i)));
  for (guint i = 0; i < BW_N_DERIVATIONS; i++)
    g_assert_true (g_hash_table_contains (known, bw_derivation_type_get_id (i)));
  for (guint i = 0; i < BW_N_TESTS; i++)
    g_assert_true (g_hash_table_contains (known, bw_test_get_id (i)));
}

/* Keys that a person makes up stand in “values” and “weights”. */
static void
assert_known (JsonNode   *node,
              GHashTable *known)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *items = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (items); i++)
        assert_known (json_array_get_element (items, i), known);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) keys = json_object_get_members (object);

      for (GList *l = keys; l != NULL; l = l->next)
        {
          if (!g_hash_table_contains (known, l->data))
            g_error ("the schema does not know “%s”", (char *) l->data);
          if (!g_str_equal (l->data, "values") && !g_str_equal (l->data, "weights"))
            assert_known (json_object_get_member (object, l->data), known);
        }
    }
}

static void
test_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BW_SAMPLE_DATA"), "model.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GHashTable) known = read_schema ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_load (file, &error);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = bw_model_to_json (model);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  assert_known (json_parser_get_root (parser), known);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/rows", test_rows);
  g_test_add_func ("/schema/sample", test_sample);

  return g_test_run ();
}
