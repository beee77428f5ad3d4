/* What is written reads back as the same model, and edits change what they say and nothing else. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

#define N_MODELS 200

/* Texts that a file has to keep as they are. */
static const char *const texts[] = {
  "Basic", "a \\\"quoted\\\" one", "back\\\\slash", "Größe", "日本", "tab\\there", "\\u0007", "5",
  "05", "yes", "2026-01-31", "a/b", "{}", "x.y[0]", " spaces ", "\\ud83d\\ude00", "line\\nend",
};

static const char *
any_text (GRand *rand)
{
  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static char *
any_number (GRand *rand)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double number = g_rand_double_range (rand, -1, 1) * pow (10, g_rand_int_range (rand, -9, 9));

  if (g_rand_boolean (rand))
    number = g_rand_int_range (rand, -1000, 1000);

  return g_strdup (g_ascii_dtostr (text, sizeof text, number));
}

static char *
any_score (GRand *rand)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const double score = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 101)
                       : g_rand_double_range (rand, 0, 100);

  return g_strdup (g_ascii_dtostr (text, sizeof text, score));
}

static char *
any_points (GRand *rand,
            guint  least)
{
  g_autoptr(GString) out = g_string_new ("[");
  const guint n = g_rand_int_range (rand, least, 12);
  double raw = g_rand_double_range (rand, -100, 100);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *score = any_score (rand);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      raw += g_rand_double_range (rand, 0.001, 50);
      g_string_append_printf (out, "%s[%s, %s]", i > 0 ? ", " : "",
                              g_ascii_dtostr (text, sizeof text, raw), score);
    }
  g_string_append_c (out, ']');

  return g_strdup (out->str);
}

static char *
any_categories (GRand *rand)
{
  g_autoptr(GString) out = g_string_new ("{");
  const guint first = g_rand_int_range (rand, 0, G_N_ELEMENTS (texts));
  const guint n = g_rand_int_range (rand, 1, G_N_ELEMENTS (texts));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *score = any_score (rand);

      g_string_append_printf (out, "%s\"%s\": %s", i > 0 ? ", " : "",
                              texts[(first + i) % G_N_ELEMENTS (texts)], score);
    }
  g_string_append_c (out, '}');

  return g_strdup (out->str);
}

static char *
any_scale (GRand *rand)
{
  g_autofree char *points = any_points (rand, 2);
  g_autofree char *values = any_categories (rand);
  g_autofree char *other = any_score (rand);
  const BwScaleType type = g_rand_int_range (rand, 0, BW_N_SCALES);

  switch (type)
    {
    case BW_SCALE_CURVE:
      return g_strdup_printf ("{\"type\": \"curve\", \"points\": %s}", points);
    case BW_SCALE_STEPS:
      return g_strdup_printf ("{\"type\": \"steps\", \"steps\": %s}", points);
    case BW_SCALE_CATEGORIES:
      return g_strdup_printf ("{\"type\": \"categories\", \"values\": %s, \"other\": %s}", values,
                              other);
    case BW_SCALE_PERCENTILE:
      return g_rand_boolean (rand) ? g_strdup ("{\"type\": \"percentile\"}")
             : g_strdup_printf ("{\"points\": %s, \"type\": \"percentile\"}", points);
    case BW_SCALE_LINEAR:
    default:
      return g_strdup_printf ("{\"type\": \"linear\", \"from\": %d.1, \"to\": %g}",
                              g_rand_int_range (rand, -50, 0), g_rand_double_range (rand, 0, 9));
    }
}

static char *
any_source (GRand *rand)
{
  const int n = g_rand_int_range (rand, 1, 13);
  const BwDerivationType type = g_rand_int_range (rand, 0, BW_N_DERIVATIONS);

  switch (type)
    {
    case BW_DERIVE_DAYS_SINCE:
      return g_strdup ("\"derive\": {\"type\": \"days-since\", \"column\": \"a\"}");
    case BW_DERIVE_DAYS_BETWEEN:
      return g_strdup_printf ("\"derive\": {\"type\": \"days-between\", \"column\": \"%s\","
                              " \"until\": \"%s\"}", any_text (rand), any_text (rand));
    case BW_DERIVE_CHANGE:
      return g_strdup_printf ("\"derive\": {\"as\": \"%s\", \"type\": \"change\","
                              " \"column\": \"a\", \"snapshots\": %d}",
                              g_rand_boolean (rand) ? "percent" : "absolute", n);
    case BW_DERIVE_MEAN:
      return g_strdup_printf ("\"derive\": {\"type\": \"mean\", \"column\": \"a\","
                              " \"snapshots\": %d}", n);
    case BW_DERIVE_RATIO:
      return g_strdup ("\"derive\": {\"type\": \"ratio\", \"column\": \"a\", \"over\": \"b\"}");
    case BW_DERIVE_COLUMN:
    default:
      return g_strdup_printf ("\"column\": \"%s\"", any_text (rand));
    }
}

static char *
any_metric (GRand *rand,
            guint  index)
{
  static const char *const missing[] = {
    "\"skip\"", "\"neutral\"", "\"worst\"", "{\"value\": 12.25}"
  };
  g_autofree char *source = any_source (rand);
  g_autofree char *scale = any_scale (rand);

  return g_strdup_printf ("{\"id\": \"m%u\", \"name\": \"%s\", \"group\": \"%s\", %s,"
                          " \"direction\": \"%s\", \"scale\": %s, \"missing\": %s,"
                          " \"subjective\": %s, \"check\": %s, \"why\": \"%s\"%s}",
                          index, any_text (rand), g_rand_boolean (rand) ? "g" : "other", source,
                          g_rand_boolean (rand) ? "helps" : "hurts", scale,
                          missing[g_rand_int_range (rand, 0, G_N_ELEMENTS (missing))],
                          g_rand_boolean (rand) ? "true" : "false",
                          g_rand_boolean (rand) ? "true" : "false",
                          g_rand_boolean (rand) ? any_text (rand) : "",
                          g_rand_boolean (rand) ? ", \"caption\": \"words\"" : "");
}

static char *
any_condition (GRand *rand)
{
  const BwTest test = g_rand_int_range (rand, 0, BW_N_TESTS);
  const char *id = bw_test_get_id (test);
  const char *subject = g_rand_boolean (rand) ? "\"column\": \"a b\"" : "\"metric\": \"m0\"";
  g_autofree char *number = any_number (rand);

  switch (test)
    {
    case BW_TEST_ONE_OF:
      return g_strdup_printf ("{%s, \"one-of\": [\"%s\", %s, true, false]}", subject,
                              any_text (rand), number);
    case BW_TEST_BETWEEN:
      return g_strdup_printf ("{%s, \"between\": [-1e12, %s]}", subject, number);
    case BW_TEST_EMPTY:
      return g_strdup_printf ("{%s, \"empty\": %s}", subject,
                              g_rand_boolean (rand) ? "true" : "false");
    case BW_TEST_LESS:
    case BW_TEST_AT_MOST:
    case BW_TEST_MORE:
    case BW_TEST_AT_LEAST:
      return g_strdup_printf ("{%s, \"%s\": %s}",
                              g_rand_boolean (rand) ? "\"days-since\": \"c\"" : subject, id, number);
    case BW_TEST_IS:
    case BW_TEST_IS_NOT:
    case BW_TEST_CONTAINS:
    default:
      return g_strdup_printf ("{%s, \"%s\": \"%s\"}", subject, id, any_text (rand));
    }
}

static char *
any_where (GRand *rand)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const guint n = g_rand_int_range (rand, 1, 4);

  g_string_append_printf (out, "{\"%s\": [", g_rand_boolean (rand) ? "all" : "any");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *condition = any_condition (rand);

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", condition);
    }
  g_string_append (out, "]}");

  return g_strdup (out->str);
}

static char *
any_segment (GRand   *rand,
             guint    index,
             guint    n_metrics,
             gboolean last)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *where = any_where (rand);
  const char *gap = "";

  g_string_append_printf (out, "{\"id\": \"s%u\", \"name\": \"%s\"", index, any_text (rand));
  if (!last)
    g_string_append_printf (out, ", \"where\": %s", where);
  g_string_append (out, ", \"weights\": {");
  for (guint i = 0; i < n_metrics; i++)
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        continue;
      g_string_append_printf (out, "%s\"m%u\": %.17g", gap, i,
                              g_rand_int_range (rand, 0, 5) == 0 ? 0 : g_rand_double (rand) * 70);
      gap = ", ";
    }
  g_string_append (out, "}}");

  return g_strdup (out->str);
}

static BwModel *
any_model (GRand *rand)
{
  g_autoptr(GString) metrics = g_string_new (NULL);
  g_autoptr(GString) segments = g_string_new (NULL);
  g_autoptr(GString) rules = g_string_new (NULL);
  const guint n_metrics = g_rand_int_range (rand, 1, 14);
  const guint n_segments = g_rand_int_range (rand, 1, 5);
  const guint n_rules = g_rand_int_range (rand, 0, 4);

  for (guint i = 0; i < n_metrics; i++)
    {
      g_autofree char *metric = any_metric (rand, i);

      g_string_append_printf (metrics, "%s%s", i > 0 ? ", " : "", metric);
    }
  for (guint i = 0; i < n_segments; i++)
    {
      g_autofree char *segment = any_segment (rand, i, n_metrics, i + 1 == n_segments);

      g_string_append_printf (segments, "%s%s", i > 0 ? ", " : "", segment);
    }
  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *where = any_where (rand);
      g_autofree char *bound = any_score (rand);

      g_string_append_printf (rules, "%s{\"%s\": %s, \"where\": %s, \"reason\": \"%s\"}",
                              i > 0 ? ", " : "", g_rand_boolean (rand) ? "at-most" : "at-least",
                              bound, where, any_text (rand));
    }

  return fixture_model (metrics->str, segments->str, rules->str);
}

static BwModel *
read_back (const BwModel *model)
{
  g_autofree char *text = bw_model_to_json (model);
  g_autoptr(GError) error = NULL;
  BwModel *again = bw_model_from_json (text, -1, "again.json", &error);

  g_assert_no_error (error);

  return again;
}

static void
assert_same_shares (const BwModel *a,
                    const BwModel *b)
{
  for (guint segment = 0; segment < bw_model_get_n_segments (a); segment++)
    {
      const double *x = bw_model_get_segment (a, segment)->shares;
      const double *y = bw_model_get_segment (b, segment)->shares;

      for (guint i = 0; i < bw_model_get_n_metrics (a); i++)
        g_assert_true ((isnan (x[i]) && isnan (y[i])) || x[i] == y[i]);
    }
}

static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < N_MODELS; i++)
    {
      g_autoptr(BwModel) model = any_model (rand);
      g_autoptr(BwModel) again = read_back (model);
      g_autofree char *text = bw_model_to_json (model);
      g_autofree char *text_again = bw_model_to_json (again);

      g_assert_cmpstr (text, ==, text_again);
      g_assert_true (bw_model_equal (model, again));
      assert_same_shares (model, again);
    }
}

/* The parts of a model, one by one, and not through its file. */
static void
test_parts (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < N_MODELS; round++)
    {
      g_autoptr(BwModel) model = any_model (rand);
      g_autoptr(BwModel) again = read_back (model);

      for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
        {
          const BwMetric *a = bw_model_get_metric (model, i);
          const BwMetric *b = bw_model_get_metric (again, i);

          g_assert_cmpstr (a->name, ==, b->name);
          g_assert_cmpuint (a->group, ==, b->group);
          g_assert_cmpuint (a->derivation.type, ==, b->derivation.type);
          g_assert_cmpstr (a->derivation.column, ==, b->derivation.column);
          g_assert_cmpstr (a->derivation.other, ==, b->derivation.other);
          g_assert_cmpuint (a->derivation.snapshots, ==, b->derivation.snapshots);
          g_assert_true (a->hurts == b->hurts && a->check == b->check);
          g_assert_cmpuint (a->missing, ==, b->missing);
          g_assert_cmpfloat (a->missing_value, ==, b->missing_value);
          g_assert_cmpuint (a->scale.type, ==, b->scale.type);
          g_assert_cmpfloat (a->scale.from, ==, b->scale.from);
          g_assert_cmpuint (a->scale.n_points, ==, b->scale.n_points);
          for (guint p = 0; p < a->scale.n_points; p++)
            g_assert_true (a->scale.points[p].raw == b->scale.points[p].raw &&
                           a->scale.points[p].score == b->scale.points[p].score);
          g_assert_cmpuint (a->scale.n_categories, ==, b->scale.n_categories);
          for (guint c = 0; c < a->scale.n_categories; c++)
            g_assert_cmpstr (a->scale.categories[c].text, ==, b->scale.categories[c].text);
        }
    }
}

/* Every share that a drag can leave behind is kept to the last bit. */
static void
test_shares (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (10);

  for (guint round = 0; round < N_MODELS; round++)
    {
      g_autoptr(BwModel) model = any_model (rand);
      const guint n = bw_model_get_n_metrics (model);
      g_autofree double *shares = g_new (double, n);
      g_autoptr(BwModel) edited = NULL;
      g_autoptr(BwModel) again = NULL;

      for (guint i = 0; i < n; i++)
        shares[i] = pow (10, g_rand_double_range (rand, -14, 0));
      edited = bw_model_with_shares (model, 0, shares);
      again = read_back (edited);
      assert_same_shares (edited, again);
    }
}

#define TWO_METRICS \
  "{\"id\": \"a\", \"column\": \"a\", \"scale\": {\"type\": \"percentile\"}}," \
  "{\"id\": \"b\", \"column\": \"b\", \"scale\": {\"type\": \"percentile\"}}"
#define TWO_SEGMENTS \
  "{\"id\": \"x\", \"where\": {\"all\": [{\"column\": \"a\", \"is\": 1}]}, " \
  "\"weights\": {\"a\": 1, \"b\": 3}}, {\"id\": \"rest\", \"weights\": {\"a\": 1}}"

static void
test_with_shares (void)
{
  g_autoptr(BwModel) model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);
  g_autoptr(BwModel) edited = bw_model_with_shares (model, 1, (const double[]) { 0.5, 1.5 });
  g_autoptr(BwModel) unused = bw_model_with_shares (edited, 1, (const double[]) { NAN, 2 });
  g_autoptr(BwModel) none = bw_model_with_shares (model, 0, (const double[]) { 0, -0.0 });

  g_assert_cmpfloat (bw_model_get_segment (edited, 1)->shares[0], ==, 0.25);
  g_assert_cmpfloat (bw_model_get_segment (edited, 1)->shares[1], ==, 0.75);
  g_assert_cmpfloat (bw_model_get_segment (unused, 1)->shares[1], ==, 1);
  g_assert_true (isnan (bw_model_get_segment (unused, 1)->shares[0]));
  g_assert_cmpfloat (bw_model_get_segment (none, 0)->shares[1], ==, 0);
  g_assert_false (signbit (bw_model_get_segment (none, 0)->shares[1]));

  /* The old one is as it was, and what did not change is one and the same. */
  g_assert_true (isnan (bw_model_get_segment (model, 1)->shares[1]));
  g_assert_true (bw_model_get_segment (model, 0)->shares ==
                 bw_model_get_segment (edited, 0)->shares);
  g_assert_true (bw_model_get_metric (model, 0) == bw_model_get_metric (edited, 0));
  g_assert_false (bw_model_equal (model, edited));
}

static void
test_with_name (void)
{
  g_autoptr(BwModel) model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);
  g_autoptr(BwModel) edited = bw_model_with_name (model, "Another");

  g_assert_cmpstr (bw_model_get_name (edited), ==, "Another");
  g_assert_cmpstr (bw_model_get_name (model), ==, "Test");
  g_assert_true (bw_model_get_metric (model, 0) == bw_model_get_metric (edited, 0));
}

typedef struct
{
  guint  band;
  double from;
  double expected;
} EdgeCase;

static void
test_with_band_edge (void)
{
  static const EdgeCase rows[] = {
    { 1, 45, 45 }, { 1, -3, 0.1 }, { 1, 99, 69.9 }, { 2, 10, 40.1 }, { 2, 300, 100 }, { 0, 12, 0 },
  };
  g_autoptr(BwModel) model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(BwModel) edited = bw_model_with_band_edge (model, rows[i].band, rows[i].from);
      g_autoptr(BwModel) again = read_back (edited);

      g_assert_cmpfloat_with_epsilon (bw_model_get_band (edited, rows[i].band)->from,
                                      rows[i].expected, 1e-12);
      g_assert_true (bw_model_equal (edited, again));
    }
  g_assert_cmpfloat (bw_model_get_band (model, 1)->from, ==, 40);
}

/* A model outlives the one that it was made from, and the other way round. */
static void
test_lifetimes (void)
{
  BwModel *model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      const double shares[] = { i, 1000 - i };
      BwModel *edited = bw_model_with_shares (model, i % 2, shares);

      bw_model_unref (model);
      model = edited;
    }
  g_assert_cmpfloat (bw_model_get_segment (model, 1)->shares[0], ==, 0.999);
  g_assert_cmpfloat (bw_model_get_segment (model, 0)->shares[0], ==, 0.998);
  g_assert_cmpstr (bw_model_get_segment (model, 0)->id, ==, "x");
  bw_model_unref (model);
}

/* The form of the file is a promise: two versions differ only where they differ. */
static void
test_form (void)
{
  g_autoptr(BwModel) model =
    fixture_model ("{\"id\": \"a\", \"group\": \"g\", \"column\": \"a\","
                   " \"scale\": {\"type\": \"steps\", \"steps\": [[0.1, 0], [3, 50]]}}",
                   "{\"id\": \"x\", \"where\": {\"all\": [{\"column\": \"a\", \"is\": true}]},"
                   " \"weights\": {\"a\": 7}}, {\"id\": \"rest\", \"weights\": {}}", NULL);
  g_autofree char *text = bw_model_to_json (model);
  static const char *const expected =
    "  \"metrics\": [\n"
    "    {\n"
    "      \"id\": \"a\",\n"
    "      \"name\": \"a\",\n"
    "      \"group\": \"g\",\n"
    "      \"column\": \"a\",\n"
    "      \"direction\": \"helps\",\n"
    "      \"scale\": {\"type\": \"steps\", \"steps\": [[0.1, 0], [3, 50]]}\n"
    "    }\n"
    "  ],\n"
    "  \"segments\": [\n"
    "    {\n"
    "      \"id\": \"x\",\n"
    "      \"name\": \"x\",\n"
    "      \"where\": {\n"
    "        \"all\": [\n"
    "          {\"column\": \"a\", \"is\": \"yes\"}\n"
    "        ]\n"
    "      },\n"
    "      \"weights\": {\n"
    "        \"a\": 1\n"
    "      }\n"
    "    },\n"
    "    {\n"
    "      \"id\": \"rest\",\n"
    "      \"name\": \"rest\",\n"
    "      \"weights\": {}\n"
    "    }\n"
    "  ],\n"
    "  \"rules\": []\n"
    "}\n";

  g_assert_nonnull (strstr (text, expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/round-trip/models", test_round_trip);
  g_test_add_func ("/round-trip/parts", test_parts);
  g_test_add_func ("/round-trip/shares", test_shares);
  g_test_add_func ("/round-trip/form", test_form);
  g_test_add_func ("/edit/shares", test_with_shares);
  g_test_add_func ("/edit/name", test_with_name);
  g_test_add_func ("/edit/band-edge", test_with_band_edge);
  g_test_add_func ("/edit/lifetimes", test_lifetimes);

  return g_test_run ();
}
