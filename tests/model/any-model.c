/* Models at random, the same for the same seed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "any-model.h"

#include "fixture.h"

#include <math.h>

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
      if (g_rand_int_range (rand, 0, 5) == 0)
        return g_strdup ("{\"type\": \"linear\", \"from\": 2.5, \"to\": 2.5}");
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
  static const char *const tags[] = {
    "", ", \"tag\": \"essential\"", ", \"tag\": \"satisfactory\"", ", \"tag\": \"troublesome\""
  };
  g_autofree char *source = any_source (rand);
  g_autofree char *scale = any_scale (rand);

  return g_strdup_printf ("{\"id\": \"m%u\", \"name\": \"%s\", \"group\": \"%s\", %s,"
                          " \"direction\": \"%s\", \"scale\": %s, \"missing\": %s,"
                          " \"subjective\": %s, \"check\": %s, \"why\": \"%s\"%s%s}",
                          index, any_text (rand), g_rand_boolean (rand) ? "g" : "other", source,
                          g_rand_boolean (rand) ? "helps" : "hurts", scale,
                          missing[g_rand_int_range (rand, 0, G_N_ELEMENTS (missing))],
                          g_rand_boolean (rand) ? "true" : "false",
                          g_rand_boolean (rand) ? "true" : "false",
                          g_rand_boolean (rand) ? any_text (rand) : "",
                          g_rand_boolean (rand) ? ", \"caption\": \"words\"" : "",
                          tags[g_rand_int_range (rand, 0, G_N_ELEMENTS (tags))]);
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

/**
 * any_model:
 *
 * Returns: (transfer full): a model of up to 13 metrics with every kind of scale, derivation and
 *   condition, and texts that are hard to write
 */
BwModel *
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
