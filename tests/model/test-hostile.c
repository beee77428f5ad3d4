/* Model files that mean harm, or are far too large: refused quickly, with the place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

/* Seconds that a file may take on a machine that is busy. */
#define MOST_SECONDS 5

typedef struct
{
  const char *name;
  char     *(*make)(void);
  const char *message; /* how it begins, behind the file’s name */
} Case;

#define HEAD "{\"format\": \"bellwether-model\", \"version\": 1, "
#define METRIC(id) \
  "{\"id\": \"" id "\", \"column\": \"c\", \"scale\": {\"type\": \"linear\", \"from\": 0," \
  " \"to\": 1}}"
#define REST "\"segments\": [{\"id\": \"rest\", \"weights\": {}}]}"

/* Returns: (transfer full): @before, then @item @n times with commas between and %u counted, then
 * @after */
static char *
repeat (const char *before,
        const char *item,
        guint       n,
        const char *after)
{
  g_autoptr(GString) text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) parts = g_strsplit (item, "%u", -1);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *one = g_strjoinv (number, parts);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", one);
    }
  g_string_append (text, after);

  return g_strdup (text->str);
}

static char *
many_metrics (void)
{
  return repeat (HEAD "\"metrics\": [", METRIC ("m%u"), 10000, "], " REST);
}

static char *
many_segments (void)
{
  return repeat (HEAD "\"metrics\": [" METRIC ("a") "], \"segments\": [",
                 "{\"id\": \"s%u\", \"where\": {\"all\": [{\"column\": \"c\", \"is\": %u}]},"
                 " \"weights\": {\"a\": 1}}", 20000, "]}");
}

static char *
many_rules (void)
{
  return repeat (HEAD "\"metrics\": [], " "\"segments\": [{\"id\": \"rest\", \"weights\": {}}],"
                 " \"rules\": [", "{\"at-most\": %u}", 100000, "]}");
}

static char *
many_conditions (void)
{
  return repeat (HEAD "\"metrics\": [" METRIC ("a") "], \"segments\": [{\"id\": \"s\","
                 " \"weights\": {}, \"where\": {\"all\": [", "{\"metric\": \"a\", \"is\": %u}",
                 100000, "]}}, {\"id\": \"rest\", \"weights\": {}}]}");
}

static char *
many_operands (void)
{
  return repeat (HEAD "\"metrics\": [], \"segments\": [{\"id\": \"s\", \"weights\": {},"
                 " \"where\": {\"all\": [{\"column\": \"c\", \"one-of\": [", "%u", 200000,
                 "]}]}}, {\"id\": \"rest\", \"weights\": {}}]}");
}

static char *
many_categories (void)
{
  return repeat (HEAD "\"metrics\": [{\"id\": \"a\", \"column\": \"c\", \"scale\": {\"type\":"
                 " \"categories\", \"values\": {", "\"v%u\": 5", 10001, "}}}], " REST);
}

static char *
many_points (void)
{
  return repeat (HEAD "\"metrics\": [{\"id\": \"a\", \"column\": \"c\", \"scale\": {\"type\":"
                 " \"curve\", \"points\": [", "[%u, 5]", 100000, "]}}], " REST);
}

static char *
many_weights (void)
{
  return repeat (HEAD "\"metrics\": [" METRIC ("a") "], \"segments\": [{\"id\": \"rest\","
                 " \"weights\": {", "\"w%u\": 1", 100000, "}}]}");
}

static char *
many_unknown_keys (void)
{
  return repeat ("{", "\"k%u\": 1", 100000, "}");
}

static char *
one_key_many_times (void)
{
  return repeat (HEAD, "\"name\": \"%u\"", 100000, "}");
}

static char *
fifty_megabytes (void)
{
  const gsize size = 50 * 1024 * 1024;
  char *text = g_malloc (size + 1);

  memset (text, ' ', size);
  text[size] = '\0';
  memcpy (text, HEAD, strlen (HEAD));

  return text;
}

static char *
deep (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');

  return g_strconcat (HEAD "\"metrics\": ", brackets, NULL);
}

static char *
long_number (void)
{
  g_autofree char *digits = g_strnfill (1000000, '9');

  return g_strconcat (HEAD "\"coverage\": ", digits, "}", NULL);
}

static char *
long_id (void)
{
  g_autofree char *id = g_strnfill (1000000, 'x');

  return g_strconcat (HEAD "\"metrics\": [], \"segments\": [{\"id\": \"rest\", \"weights\": {\"", id,
                      "\": 1}}]}", NULL);
}

static char *
long_name (void)
{
  g_autofree char *name = g_strnfill (201, 'n');

  return g_strconcat (HEAD "\"groups\": [{\"id\": \"g\", \"name\": \"", name, "\"}], \"metrics\": ["
                      METRIC ("a") "], " REST, NULL);
}

static char *
not_a_number (void)
{
  return g_strdup (HEAD "\"coverage\": NaN, \"metrics\": [], " REST);
}

static char *
infinite (void)
{
  return g_strdup (HEAD "\"coverage\": 1e999, \"metrics\": [], " REST);
}

static char *
nothing (void)
{
  return g_strdup ("");
}

static char *
groups_past_the_most (void)
{
  return repeat (HEAD "\"groups\": [", "{\"id\": \"g%u\"}", 200,
                 "], \"metrics\": [" METRIC ("a") "], " REST);
}

static const Case cases[] = {
  { "metrics", many_metrics, "metrics: the list has 10000 entries; give it at most 200" },
  { "segments", many_segments, "segments: the list has 20000 entries" },
  { "rules", many_rules, "rules: the list has 100000 entries" },
  { "conditions", many_conditions, "segments[0].where.all: the list has 100000 entries" },
  { "operands", many_operands, "segments[0].where.all[0].one-of: the list has 200000 entries" },
  { "categories", many_categories, "metrics[0].scale.values: the list has 10001 entries" },
  { "points", many_points, "metrics[0].scale.points: the list has 100000 entries" },
  { "weights", many_weights, "segments[0].weights.w" },
  { "unknown-keys", many_unknown_keys, "" },
  { "one-key", one_key_many_times, "the key “name” is there twice" },
  { "fifty-megabytes", fifty_megabytes, "the file has more than 8 MB" },
  { "deep", deep, "1: this is not JSON" },
  { "long-number", long_number, "" },
  { "long-id", long_id, "segments[0].weights.xxx" },
  { "long-name", long_name, "groups[0].name: the text has 201 characters; write at most 200" },
  { "nan", not_a_number, "1: this is not JSON" },
  { "infinite", infinite, "coverage: the number is too large" },
  { "nothing", nothing, "" },
  { "groups", groups_past_the_most, "groups: the list has 201 entries" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = c->make ();
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_from_json (text, -1, "m.json", &error);
  const double seconds = (g_get_monotonic_time () - begin) / 1e6;
  const char *said;

  g_assert_null (model);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, BW_MODEL_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "m.json:"));
  said = error->message + strlen ("m.json:");
  said += *said == ' ';
  if (!g_str_has_prefix (said, c->message))
    g_error ("%s: “%.200s” does not begin with “%s”", c->name, said, c->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpfloat (seconds, <, MOST_SECONDS);
}

/* What is as large as it may be is read, and written and read again, in time. */
static void
test_largest (void)
{
  g_autoptr(GString) text = g_string_new (HEAD "\"metrics\": [");
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwModel) again = NULL;
  g_autofree char *written = NULL;

  for (guint i = 0; i < BW_MAX_METRICS; i++)
    g_string_append_printf (text, "%s{\"id\": \"m%u\", \"column\": \"c\", \"scale\": {\"type\":"
                            " \"linear\", \"from\": 0, \"to\": 1}}", i > 0 ? "," : "", i);
  g_string_append (text, "], \"segments\": [");
  for (guint segment = 0; segment < 200; segment++)
    {
      g_string_append_printf (text, "%s{\"id\": \"s%u\", %s \"weights\": {",
                              segment > 0 ? "," : "", segment,
                              segment < 199 ? "\"where\": {\"all\": [{\"metric\": \"m199\","
                              " \"is\": 1}]}," : "");
      for (guint i = 0; i < BW_MAX_METRICS; i++)
        g_string_append_printf (text, "%s\"m%u\": %u", i > 0 ? "," : "", i, i);
      g_string_append (text, "}}");
    }
  g_string_append (text, "]}");

  model = bw_model_from_json (text->str, -1, "m.json", &error);
  g_assert_no_error (error);
  written = bw_model_to_json (model);
  again = bw_model_from_json (written, -1, "m.json", &error);
  g_assert_no_error (error);
  g_assert_true (bw_model_equal (model, again));
  g_assert_cmpfloat ((g_get_monotonic_time () - begin) / 1e6, <, 2 * MOST_SECONDS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/hostile/largest", test_largest);

  return g_test_run ();
}
