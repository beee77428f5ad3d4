/* The mapping: JSON there and back, what is refused and where, and copies with one thing changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"

#include "texts.h"

#define HEAD "{\"format\": \"bellwether-mapping\", \"version\": 1, \"sources\": ["
#define GOOD "{\"id\": \"a\", \"pattern\": \"a.csv\", \"shape\": \"snapshot\", \"join\": \"Id\", " \
  "\"columns\": [{\"header\": \"Id\", \"role\": \"key\"}]}"
#define TAIL "]}"

typedef struct
{
  const char *name;
  const char *json;
  const char *path; /* in the message */
  const char *what; /* too */
} Refused;

static const Refused refused[] = {
  { "empty", "", "m.json:", "braces" },
  { "no-object", "[]", "m.json:", "braces" },
  { "cut", "{\"format\": ", "m.json:", "JSON" },
  { "deep", "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]", "m.json:", "deep" },
  { "format", "{\"format\": \"bellwether-model\", \"version\": 1}", "format", "bellwether-mapping" },
  { "newer", "{\"format\": \"bellwether-mapping\", \"version\": 2, \"sources\": []}", "version", "2" },
  { "none", HEAD TAIL, "sources", "At least one" },
  { "unknown", "{\"format\": \"bellwether-mapping\", \"version\": 1, \"souces\": []}", "souces",
    "not known" },
  { "unknown-inside", HEAD "{\"id\": \"a\", \"patern\": \"x\"}" TAIL, "sources[0].patern",
    "not known" },
  { "no-id", HEAD "{\"pattern\": \"x\"}" TAIL, "sources[0].id", "missing" },
  { "number-for-text", HEAD "{\"id\": 7}" TAIL, "sources[0].id", "quotes" },
  { "shape", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"cube\"}" TAIL,
    "sources[0].shape", "cube" },
  { "role", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"columns\": "
    "[{\"header\": \"h\", \"role\": \"king\"}]}" TAIL, "sources[0].columns[0].role", "king" },
  { "column-twice", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"columns\": "
    "[{\"header\": \"h\", \"role\": \"metric\"}, {\"header\": \"h\", \"role\": \"metric\"}]}" TAIL,
    "sources[0].columns[1]", "twice" },
  { "two-names", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"columns\": "
    "[{\"header\": \"h\", \"role\": \"name\"}, {\"header\": \"i\", \"role\": \"name\"}]}" TAIL,
    "sources[0].columns[1].role", "Only one" },
  { "id-twice", HEAD GOOD "," GOOD TAIL, "sources[1].id", "twice" },
  { "join", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"join\": \"No\", "
    "\"columns\": []}" TAIL, "sources[0].join", "No" },
  { "via", HEAD "{\"id\": \"b\", \"pattern\": \"x\", \"shape\": \"events\", \"join\": \"Id\", \"via\": "
    "{\"source\": \"c\", \"column\": \"Id\"}, \"columns\": [{\"header\": \"Id\", \"role\": \"key\"}]},"
    GOOD TAIL, "sources[0].via", "c" },
  { "date", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"as-of\": \"2026-02-30\", "
    "\"columns\": []}" TAIL, "sources[0].as-of", "2026-02-30" },
  { "delimiter", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"reading\": "
    "{\"delimiter\": \"ab\"}, \"columns\": []}" TAIL, "sources[0].reading.delimiter", "One character" },
  { "type", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"reading\": "
    "{\"types\": {\"h\": \"colour\"}}, \"columns\": []}" TAIL, "sources[0].reading.types.h", "type" },
  { "events-of-table", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"columns\": "
    "[], \"events\": []}" TAIL, "sources[0].events", "events" },
  { "window", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"events\", \"columns\": [], "
    "\"events\": [{\"name\": \"n\", \"aggregate\": \"count\", \"window\": 0}]}" TAIL,
    "sources[0].events[0].window", "36525" },
  { "sum-of-nothing", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"events\", \"columns\": [], "
    "\"events\": [{\"name\": \"n\", \"aggregate\": \"sum\", \"window\": \"all\"}]}" TAIL,
    "sources[0].events[0].column", "needs a column" },
  { "join-list", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"join\": "
    "[\"h\", \"No\"], \"columns\": [{\"header\": \"h\", \"role\": \"key\"}]}" TAIL,
    "sources[0].join", "No" },
  { "join-empty", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"join\": [], "
    "\"columns\": []}" TAIL, "sources[0].join", "empty" },
  { "join-twice", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"join\": "
    "[\"h\", \"h\"], \"columns\": [{\"header\": \"h\", \"role\": \"key\"}]}" TAIL,
    "sources[0].join[1]", "twice" },
  { "other-parts", HEAD GOOD ", {\"id\": \"b\", \"pattern\": \"y\", \"shape\": \"snapshot\", \"join\": "
    "[\"h\", \"i\"], \"columns\": [{\"header\": \"h\", \"role\": \"key\"}, {\"header\": \"i\", "
    "\"role\": \"key\"}]}" TAIL, "sources[1].join", "1 column" },
  { "domain-of-two", HEAD "{\"id\": \"b\", \"pattern\": \"y\", \"shape\": \"snapshot\", \"join\": "
    "[\"h\", \"i\"], \"match\": \"domain\", \"columns\": [{\"header\": \"h\", \"role\": \"key\"}, "
    "{\"header\": \"i\", \"role\": \"key\"}]}" TAIL, "sources[0].join", "Only one" },
  { "match", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"match\": \"so-so\", "
    "\"columns\": []}" TAIL, "sources[0].match", "so-so" },
  { "duplicates", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", "
    "\"duplicates\": \"both\", \"columns\": []}" TAIL, "sources[0].duplicates", "both" },
  { "alias-taken", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"columns\": "
    "[{\"header\": \"h\", \"role\": \"metric\"}, {\"header\": \"i\", \"role\": \"metric\", "
    "\"aliases\": [\"h\"]}]}" TAIL, "sources[0].columns[1].aliases[0]", "twice" },
  { "alias-number", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"columns\": "
    "[{\"header\": \"h\", \"role\": \"metric\", \"aliases\": [7]}]}" TAIL,
    "sources[0].columns[0].aliases[0]", "quotes" },
  { "header-rows", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"reading\": "
    "{\"header-rows\": 0}, \"columns\": []}" TAIL, "sources[0].reading.header-rows", "from 1 on" },
  { "first-row", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"reading\": "
    "{\"first-row\": -2}, \"columns\": []}" TAIL, "sources[0].reading.first-row", "from 0 on" },
  { "type-object", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"snapshot\", \"reading\": "
    "{\"types\": {\"h\": {\"type\": \"date\", \"decimal\": \"x\"}}}, \"columns\": []}" TAIL,
    "sources[0].reading.types.h.decimal", "One character" },
  { "vanished", "{\"format\": \"bellwether-mapping\", \"version\": 1, \"vanished\": \"lost\", "
    "\"sources\": [" GOOD TAIL, "vanished", "lost" },
  { "aggregate", HEAD "{\"id\": \"a\", \"pattern\": \"x\", \"shape\": \"events\", \"columns\": [], "
    "\"events\": [{\"name\": \"n\", \"aggregate\": \"mode\", \"window\": 30}]}" TAIL,
    "sources[0].events[0].aggregate", "mode" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwMapping) mapping = bw_mapping_from_json (c->json, "m.json", &error);

  g_assert_null (mapping);
  g_assert_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING);
  if (strstr (error->message, c->path) == NULL || strstr (error->message, c->what) == NULL)
    g_error ("“%s” does not say “%s” and “%s”", error->message, c->path, c->what);
}

/* Every part that a mapping may have. */
static const char whole[] =
  "{\n"
  "  \"format\": \"bellwether-mapping\",\n"
  "  \"version\": 1,\n"
  "  \"vanished\": \"churned\",\n"
  "  \"sources\": [\n"
  "    {\n"
  "      \"id\": \"accounts\",\n"
  "      \"pattern\": \"crm-*.csv\",\n"
  "      \"shape\": \"snapshot\",\n"
  "      \"join\": [\"Account \\\"ID\\\"\", \"Land\"],\n"
  "      \"match\": \"exact\",\n"
  "      \"duplicates\": \"sum\",\n"
  "      \"as-of\": \"2026-08-31\",\n"
  "      \"reading\": {\"sheet\": \"Kunden\", \"encoding\": \"WINDOWS-1252\", \"delimiter\": \";\", \"quote\": \"none\", "
  "\"header\": 3, \"header-rows\": 2, \"first-row\": 6, \"decimal\": \",\", \"dates\": \"dmy\", "
  "\"types\": {\"PLZ\": \"text\", \"Erlös €\": {\"type\": \"money\", \"decimal\": \".\"}, "
  "\"Seit\": {\"type\": \"date\", \"dates\": \"mdy\"}}},\n"
  "      \"columns\": [\n"
  "        {\"header\": \"Account \\\"ID\\\"\", \"role\": \"key\"},\n"
  "        {\"header\": \"PLZ\", \"role\": \"ignore\"},\n"
  "        {\"header\": \"Erlös €\", \"role\": \"money\", \"aliases\": [\"Umsatz\", \"Revenue\"]},\n"
  "        {\"header\": \"Land\", \"role\": \"key\"},\n"
  "        {\"header\": \"Seit\", \"role\": \"attribute\"}\n"
  "      ]\n"
  "    },\n"
  "    {\n"
  "      \"id\": \"usage\",\n"
  "      \"pattern\": \"usage.csv\",\n"
  "      \"shape\": \"events\",\n"
  "      \"join\": \"sub\",\n"
  "      \"via\": {\"source\": \"accounts\", \"column\": \"PLZ\"},\n"
  "      \"reading\": {\"header\": \"none\"},\n"
  "      \"columns\": [\n"
  "        {\"header\": \"sub\", \"role\": \"key\"},\n"
  "        {\"header\": \"when\", \"role\": \"date\"},\n"
  "        {\"header\": \"n\", \"role\": \"metric\"}\n"
  "      ],\n"
  "      \"events\": [\n"
  "        {\"name\": \"usage (30 days)\", \"aggregate\": \"count\", \"window\": 30},\n"
  "        {\"name\": \"n (all)\", \"aggregate\": \"sum\", \"column\": \"n\", \"window\": \"all\"},\n"
  "        {\"name\": \"n (since)\", \"aggregate\": \"mean\", \"column\": \"n\", \"window\": \"snapshot\"}\n"
  "      ]\n"
  "    }\n"
  "  ]\n"
  "}\n";

static BwMapping *
parse (const char *json)
{
  g_autoptr(GError) error = NULL;
  BwMapping *mapping = bw_mapping_from_json (json, "m.json", &error);

  g_assert_no_error (error);

  return mapping;
}

static void
test_round_trip (void)
{
  g_autoptr(BwMapping) mapping = parse (whole);
  g_autofree char *json = bw_mapping_to_json (mapping);
  const BwMappedSource *source = bw_mapping_get_source (mapping, 0);

  g_assert_cmpstr (json, ==, whole);
  g_assert_cmpfloat (source->as_of, ==, day ("2026-08-31"));
  g_assert_cmpint (source->reading->delimiter, ==, ';');
  g_assert_cmpint (source->reading->quote, ==, BW_QUOTE_NONE);
  g_assert_cmpint (source->reading->header, ==, 3);
  g_assert_cmpint (source->reading->date_order, ==, BW_DATE_ORDER_DMY);
  g_assert_cmpint (source->reading->forced[0].type, ==, BW_COLUMN_TEXT);
  g_assert_true (bw_mapping_get_vanished (mapping));
  g_assert_cmpstr (source->join, ==, "Account \"ID\"");
  g_assert_cmpstr (source->join_more[0], ==, "Land");
  g_assert_null (source->join_more[1]);
  g_assert_cmpint (source->match, ==, BW_MATCH_EXACT);
  g_assert_cmpint (source->duplicates, ==, BW_DUPLICATES_SUM);
  g_assert_cmpstr (source->columns[2].aliases[1], ==, "Revenue");
  g_assert_cmpstr (source->reading->sheet, ==, "Kunden");
  g_assert_cmpuint (source->reading->header_rows, ==, 2);
  g_assert_cmpint (source->reading->first_row, ==, 6);
  g_assert_cmpint (source->reading->forced[1].decimal, ==, '.');
  g_assert_cmpint (source->reading->forced[2].date_order, ==, BW_DATE_ORDER_MDY);
  g_assert_true (isnan (bw_mapping_get_source (mapping, 1)->as_of));
  g_assert_cmpint (bw_mapping_get_source (mapping, 1)->match, ==, BW_MATCH_NEAR);
  g_assert_cmpint (bw_mapping_get_source (mapping, 1)->reading->header, ==, BW_HEADER_NONE);
  g_assert_cmpint (bw_mapping_get_source (mapping, 1)->events[2].window, ==, BW_WINDOW_SNAPSHOT);
}

/* A mapping cut off anywhere is refused and never more than that. */
static void
test_cut (void)
{
  for (gsize length = 0; length + 2 < sizeof whole; length++)
    {
      g_autofree char *json = g_strndup (whole, length);
      g_autoptr(GError) error = NULL;

      if (g_utf8_validate (json, -1, NULL))
        g_assert_null (bw_mapping_from_json (json, "m.json", &error));
    }
}

static void
test_match (void)
{
  static const struct { const char *name; guint match; } names[] = {
    { "crm-2026-08.csv", 0 }, { "CRM-.CSV", 0 }, { "usage.csv", 1 }, { "usage (2).csv", 1 },
    { "crm.csv", BW_NONE }, { "usage.tsv", BW_NONE }, { "(1).csv", BW_NONE }, { "", BW_NONE },
  };
  g_autoptr(BwMapping) mapping = parse (whole);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (bw_mapping_match (mapping, names[i].name), ==, names[i].match);
  g_assert_true (bw_pattern_matches ("*a*b*", "xxaxxbxx"));
  g_assert_false (bw_pattern_matches ("*a*b", "xxaxxbxx"));
  g_assert_true (bw_pattern_matches ("*", ""));
}

static void
test_with_role (void)
{
  g_autoptr(BwMapping) mapping = parse (whole);
  g_autoptr(BwMapping) money = bw_mapping_with_role (mapping, 1, "n", BW_ROLE_MONEY);
  g_autoptr(BwMapping) key = bw_mapping_with_role (mapping, 0, "PLZ", BW_ROLE_KEY);
  g_autoptr(BwMapping) no_key = bw_mapping_with_role (mapping, 0, "Account \"ID\"", BW_ROLE_ATTRIBUTE);
  g_autoptr(BwMapping) same = bw_mapping_with_role (mapping, 0, "No such", BW_ROLE_KEY);
  g_autoptr(BwMapping) less = bw_mapping_with_role (mapping, 1, "n", BW_ROLE_IGNORE);
  g_autofree char *json = bw_mapping_to_json (mapping);

  g_assert_cmpint (bw_mapping_get_source (money, 1)->columns[2].role, ==, BW_ROLE_MONEY);
  g_assert_cmpint (bw_mapping_get_source (money, 0)->columns[2].role, ==, BW_ROLE_METRIC);
  g_assert_cmpstr (bw_mapping_get_source (key, 0)->join, ==, "PLZ");
  g_assert_cmpint (bw_mapping_get_source (key, 0)->columns[0].role, ==, BW_ROLE_ATTRIBUTE);
  g_assert_null (bw_mapping_get_source (no_key, 0)->join);
  g_assert_true (same == mapping);
  g_assert_cmpuint (bw_mapping_get_source (less, 1)->n_events, ==, 1);
  g_assert_cmpstr (json, ==, whole);
}

static void
test_with_shape (void)
{
  g_autoptr(BwMapping) mapping = parse (whole);
  g_autoptr(BwMapping) table = bw_mapping_with_shape (mapping, 1, BW_SHAPE_HISTORY);
  g_autoptr(BwMapping) events = bw_mapping_with_shape (table, 1, BW_SHAPE_EVENTS);
  const BwMappedSource *source = bw_mapping_get_source (events, 1);

  g_assert_cmpuint (bw_mapping_get_source (table, 1)->n_events, ==, 0);
  g_assert_cmpuint (source->n_events, ==, 4);
  g_assert_cmpstr (source->events[0].name, ==, "usage (30 days)");
  g_assert_cmpstr (source->events[3].name, ==, "n (30 days)");
}

static void
test_with_reading (void)
{
  g_autoptr(BwMapping) mapping = parse (whole);
  g_autoptr(BwMapping) bare = bw_mapping_with_reading (mapping, 0, NULL);
  g_autoptr(BwMapping) dated = bw_mapping_with_as_of (mapping, day ("2026-01-01"));
  g_autoptr(BwMapping) undated = bw_mapping_with_as_of (dated, NAN);

  g_assert_null (bw_mapping_get_source (bare, 0)->reading);
  g_assert_cmpfloat (bw_mapping_get_source (dated, 1)->as_of, ==, day ("2026-01-01"));
  g_assert_true (isnan (bw_mapping_get_source (undated, 0)->as_of));
}

static void
test_ids (void)
{
  for (guint i = 0; i < BW_N_SHAPES; i++)
    {
      BwShape shape;

      g_assert_true (bw_shape_from_id (bw_shape_get_id (i), &shape));
      g_assert_cmpuint (shape, ==, i);
      g_assert_cmpuint (strlen (bw_shape_get_title (i)), >, 0);
    }
  for (guint i = 0; i < BW_N_AGGREGATES; i++)
    {
      BwAggregate aggregate;

      g_assert_true (bw_aggregate_from_id (bw_aggregate_get_id (i), &aggregate));
      g_assert_cmpuint (aggregate, ==, i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/mapping/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/panel/mapping/round-trip", test_round_trip);
  g_test_add_func ("/panel/mapping/cut", test_cut);
  g_test_add_func ("/panel/mapping/match", test_match);
  g_test_add_func ("/panel/mapping/with-role", test_with_role);
  g_test_add_func ("/panel/mapping/with-shape", test_with_shape);
  g_test_add_func ("/panel/mapping/with-reading", test_with_reading);
  g_test_add_func ("/panel/mapping/ids", test_ids);

  return g_test_run ();
}
