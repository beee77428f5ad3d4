/* What is written reads back as the same model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "any-model.h"
#include "fixture.h"

#include <math.h>
#include <string.h>

#define N_MODELS 200

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

  return g_test_run ();
}
