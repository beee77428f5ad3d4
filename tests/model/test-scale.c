/* Every kind of scale by hand-worked numbers, and what all of them promise. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

#define MOST 8

typedef struct
{
  const char *name;
  const char *scale;
  double      raw[MOST];
  guint       n;
  double      expected[MOST];
} ScaleCase;

static const ScaleCase cases[] = {
  { "linear", "{\"type\": \"linear\", \"from\": 7, \"to\": 30}",
    { 18, 7, 30, -1e300, 1e300, NAN, 18.5 }, 7,
    { 100 * 11 / 23., 0, 100, 0, 100, NAN, 50 } },
  { "curve", "{\"type\": \"curve\", \"points\": [[-50, 0], [0, 60], [50, 100]]}",
    { -60, -50, -25, 0, 25, 50, 51, NAN }, 8,
    { 0, 0, 30, 60, 80, 100, 100, NAN } },
  { "curve-down", "{\"type\": \"curve\", \"points\": [[0, 20], [5, 100], [10, 40]]}",
    { -1, 0, 2.5, 5, 7.5, 10, 11 }, 7, { 20, 20, 60, 100, 70, 40, 40 } },
  { "steps", "{\"type\": \"steps\", \"steps\": [[0, 0], [3, 50], [6, 100]]}",
    { -1, 0, 2.999, 3, 5.999, 6, 99, NAN }, 8, { 0, 0, 0, 50, 50, 100, 100, NAN } },
  { "one-step", "{\"type\": \"steps\", \"steps\": [[3, 40]]}", { 2, 3, NAN }, 3, { 40, 40, NAN } },
  { "categories", "{\"type\": \"categories\", \"values\": {\"1\": 20, \"2.5\": 60}}",
    { 1, 2.5, 3, NAN }, 4, { 20, 60, NAN, NAN } },
  { "categories-other",
    "{\"type\": \"categories\", \"values\": {\"1\": 20}, \"other\": 50}", { 1, 3, NAN }, 3,
    { 20, 50, NAN } },
  { "yes-no", "{\"type\": \"categories\", \"values\": {\"no\": 10, \"yes\": 90}}",
    { 1, 0, NAN }, 3, { 90, 10, NAN } },
  { "percentile-exact", "{\"type\": \"percentile\"}",
    { 10, NAN, 30, 10, 20 }, 5, { 25, NAN, 87.5, 25, 62.5 } },
  { "percentile-one-value", "{\"type\": \"percentile\"}", { 3, NAN, 3 }, 3, { 50, NAN, 50 } },
  { "percentile-points", "{\"type\": \"percentile\", \"points\": [[10, 25], [20, 62.5], [30, 87.5]]}",
    { 0, 10, 15, 20, 30, 99, NAN }, 7, { 25, 25, 43.75, 62.5, 87.5, 87.5, NAN } },
  { "percentile-one-point", "{\"type\": \"percentile\", \"points\": [[3, 50]]}",
    { 2, 3, 4 }, 3, { 50, 50, 50 } },
};

static BwModel *
model_of (const char *scale)
{
  g_autofree char *metrics =
    g_strdup_printf ("{\"id\": \"m\", \"group\": \"g\", \"column\": \"c\", \"scale\": %s}", scale);

  return fixture_model (metrics, NULL, NULL);
}

static void
assert_scores (const double *found,
               const double *expected,
               guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      if (isnan (expected[i]))
        g_assert_true (isnan (found[i]));
      else
        g_assert_cmpfloat_with_epsilon (found[i], expected[i], 1e-12);
    }
}

static void
test_case (gconstpointer data)
{
  const ScaleCase *c = data;
  g_autoptr(BwModel) model = model_of (c->scale);
  const BwScale *scale = &bw_model_get_metric (model, 0)->scale;
  double found[MOST];

  bw_scale_apply (scale, c->raw, c->n, found);
  assert_scores (found, c->expected, c->n);

  /* In place, as the engine does it. */
  for (guint i = 0; i < c->n; i++)
    found[i] = c->raw[i];
  bw_scale_apply (scale, found, c->n, found);
  assert_scores (found, c->expected, c->n);
}

/* Every row of the table: an id of its own, a case here, scores from 0 to 100, missing stays so. */
static void
test_rows (void)
{
  for (guint type = 0; type < BW_N_SCALES; type++)
    {
      guint n_cases = 0;

      for (guint other = 0; other < type; other++)
        g_assert_cmpstr (bw_scale_type_get_id (type), !=, bw_scale_type_get_id (other));

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr(BwModel) model = model_of (cases[i].scale);
          const BwScale *scale = &bw_model_get_metric (model, 0)->scale;

          if (scale->type != type)
            continue;

          n_cases++;
          for (double raw = -200; raw < 200; raw += 0.37)
            {
              double score;

              bw_scale_apply (scale, &raw, 1, &score);
              g_assert_true (isnan (score) || (score >= 0 && score <= 100));
            }
        }
      g_assert_cmpuint (n_cases, >, 0);
    }
}

static void
test_texts (void)
{
  static const FixtureColumn columns[] = { { "c", BW_COLUMN_CATEGORY, BW_ROLE_METRIC } };
  static const FixtureSnapshot snapshots[] = { { NULL, "a|Pro\nb|pro\nc|\nd|Basic\ne|Trial" } };
  g_autoptr(BwPanel) panel = fixture_panel (columns, 1, snapshots, 1);
  g_autoptr(BwModel) plain =
    model_of ("{\"type\": \"categories\", \"values\": {\"Basic\": 20, \"Pro\": 60, \"Gone\": 1}}");
  g_autoptr(BwModel) other =
    model_of ("{\"type\": \"categories\", \"values\": {\"Basic\": 20, \"Pro\": 60}, \"other\": 5}");
  double found[5], raw[5];

  bw_metric_get_scores (bw_model_get_metric (plain, 0), panel, 0, found);
  assert_scores (found, (const double[]) { 60, NAN, NAN, 20, NAN }, 5);
  bw_metric_get_scores (bw_model_get_metric (other, 0), panel, 0, found);
  assert_scores (found, (const double[]) { 60, 5, NAN, 20, 5 }, 5);

  /* The raw value of a text is its code. */
  bw_metric_get_raw (bw_model_get_metric (plain, 0), panel, 0, raw);
  assert_scores (raw, (const double[]) { 0, 1, NAN, 2, 3 }, 5);
}

static void
test_direction (void)
{
  static const FixtureColumn columns[] = { { "c", BW_COLUMN_NUMBER, BW_ROLE_METRIC } };
  static const FixtureSnapshot snapshots[] = { { NULL, "a|18\nb|\nc|0\nd|99" } };
  g_autoptr(BwPanel) panel = fixture_panel (columns, 1, snapshots, 1);
  g_autoptr(BwModel) model =
    fixture_model ("{\"id\": \"m\", \"group\": \"g\", \"column\": \"c\", \"direction\": \"hurts\","
                   " \"missing\": \"worst\","
                   " \"scale\": {\"type\": \"linear\", \"from\": 7, \"to\": 30}}", NULL, NULL);
  double found[4];

  /* The policy for missing values is the score's business. */
  bw_metric_get_scores (bw_model_get_metric (model, 0), panel, 0, found);
  assert_scores (found, (const double[]) { 100 - 100 * 11 / 23., NAN, 100, 0 }, 4);
}

/* A long column goes another way than a short one, to the same scores. */
static void
test_long_columns (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  const gsize n = 5000;
  g_autofree double *raw = g_new (double, n);
  g_autofree double *scores = g_new (double, n);

  for (guint round = 0; round < 20; round++)
    {
      BwPoint points[BW_MAX_POINTS];
      BwScale scale = { BW_SCALE_CURVE, .points = points, .n_points = 2 + 99 * round / 19 };
      double at = 0;

      for (guint i = 0; i < scale.n_points; i++)
        {
          at += pow (10, g_rand_double_range (rand, -3, round % 2 == 0 ? 0 : 3));
          points[i] = (BwPoint) { at, g_rand_double_range (rand, 0, 100) };
        }
      for (gsize i = 0; i < n; i++)
        raw[i] = i % 3 == 0 ? points[i % scale.n_points].raw
                 : i % 7 == 0 ? NAN : g_rand_double_range (rand, -0.1, 1.1) * at;

      for (guint type = BW_SCALE_CURVE; type <= BW_SCALE_STEPS; type++)
        {
          scale.type = type;
          bw_scale_apply (&scale, raw, n, scores);
          for (gsize i = 0; i < n; i++)
            {
              double alone;

              bw_scale_apply (&scale, &raw[i], 1, &alone);
              g_assert_true (alone == scores[i] || (isnan (alone) && isnan (scores[i])));
            }
        }
    }
}

static void
test_percentile_points (void)
{
  const double few[] = { 30, 10, NAN, 20, 10 };
  const gsize n_many = 1001;
  g_autofree double *many = g_new (double, n_many);
  BwPoint points[BW_MAX_POINTS];

  g_assert_cmpuint (bw_percentile_points (few, G_N_ELEMENTS (few), points), ==, 3);
  g_assert_cmpfloat (points[0].raw, ==, 10);
  g_assert_cmpfloat (points[0].score, ==, 25);
  g_assert_cmpfloat (points[1].score, ==, 62.5);
  g_assert_cmpfloat (points[2].score, ==, 87.5);

  for (gsize i = 0; i < n_many; i++)
    many[i] = (double) ((i * 10) % n_many);
  g_assert_cmpuint (bw_percentile_points (many, n_many, points), ==, 101);
  for (guint i = 0; i < 101; i++)
    {
      g_assert_cmpfloat (points[i].raw, ==, 10 * i);
      g_assert_cmpfloat_with_epsilon (points[i].score, 100 * (10 * i + 0.5) / 1001, 1e-9);
    }

  /* Heavy ties give fewer points, still rising. */
  for (gsize i = 0; i < n_many; i++)
    many[i] = i < 500 ? 0 : (double) i;
  g_assert_cmpuint (bw_percentile_points (many, n_many, points), ==, 52);
  for (guint i = 1; i < 52; i++)
    g_assert_cmpfloat (points[i].raw, >, points[i - 1].raw);

  g_assert_cmpuint (bw_percentile_points (few + 2, 1, points), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/scale/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/scale/rows", test_rows);
  g_test_add_func ("/scale/texts", test_texts);
  g_test_add_func ("/scale/direction", test_direction);
  g_test_add_func ("/scale/long-columns", test_long_columns);
  g_test_add_func ("/scale/make-points", test_percentile_points);

  return g_test_run ();
}
