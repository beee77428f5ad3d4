/* Laws of scores and of what is made of them: whatever the model, whatever the data. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/editing.h"
#include "score/firmness.h"
#include "score/insight.h"

#include <math.h>

#define N_ROUNDS 24
#define NEAR 1e-9

static FixtureShape
shape_of (GRand *rand,
          guint  round)
{
  return (FixtureShape) { rand, 150, 2 + round % 6, 1 + round % 3, 1 + round % 3, round % 4 * 0.15,
                          round % 2 == 0 };
}

static void
assert_same_score (double a,
                   double b)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat_with_epsilon (a, b, NEAR);
}

static void
assert_same_scores (const BwResults *a,
                    const BwResults *b)
{
  for (gsize row = 0; row < bw_results_get_n_rows (a); row++)
    assert_same_score (bw_results_get_score (a, row), bw_results_get_score (b, row));
}

#define PERCENTILE "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'v', 'name': 'V', 'column': 'v', 'direction': '%s', 'scale': {'type': 'percentile'%s}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {'v': 1}}]}"

/* Percentile scores of one snapshot are uniform: their mean is 50, and without ties the n scores
 * are 100·(i + ½)/n, each once. */
static void
test_uniform (void)
{
  enum { N = 97 };
  static const char *const directions[] = { "helps", "hurts" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (61);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const gboolean ties = round % 3 == 0;
      double v[N];
      guint seen[N] = { 0 };
      const FixtureColumn column = { "v", BW_COLUMN_NUMBER, BW_ROLE_METRIC, v, NULL };
      g_autoptr(BwModel) model = fixture_model_from (PERCENTILE, directions[round % 2], "");
      g_autoptr(BwPanel) panel = NULL;
      g_autoptr(BwResults) results = NULL;
      double sum = 0;

      for (guint i = 0; i < N; i++)
        v[i] = ties ? g_rand_int_range (rand, 0, 12) : exp (g_rand_double_range (rand, -5, 5));
      panel = fixture_panel (&column, 1, N, NULL, 1);
      results = fixture_score (panel, model, 0);

      for (gsize row = 0; row < N; row++)
        {
          const double score = bw_results_get_score (results, row);

          sum += score;
          if (!ties)
            seen[(guint) floor (score * N / 100)]++;
        }
      g_assert_cmpfloat_with_epsilon (sum / N, 50, NEAR);
      for (guint i = 0; !ties && i < N; i++)
        g_assert_cmpuint (seen[i], ==, 1);
    }
}

#define WEIGHTED "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'm0', 'name': 'A', 'column': 'm0', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'm1', 'name': 'B', 'column': 'm1', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'm2', 'name': 'C', 'column': 'm2', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {'m0': %s, 'm1': %s, 'm2': %s}}]}"

static BwModel *
weighted (const double *weights,
          double        factor)
{
  char texts[3][G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < 3; i++)
    g_ascii_dtostr (texts[i], sizeof texts[i], factor * weights[i]);

  return fixture_model_from (WEIGHTED, texts[0], texts[1], texts[2]);
}

/* Weights of any size are the same model: scores, draws, ranges of sliders. */
static void
test_scaled_weights (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (62);
  const FixtureShape shape = { rand, 150, 3, 1, 1, 0.1, FALSE };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const double weights[] = { g_rand_double (rand), g_rand_double (rand), g_rand_double (rand) };
      g_autoptr(BwModel) model = weighted (weights, 1);
      g_autoptr(BwModel) scaled = weighted (weights, exp (g_rand_double_range (rand, -20, 20)));
      g_autoptr(BwResults) a = fixture_score (panel, model, 0);
      g_autoptr(BwResults) b = fixture_score (panel, scaled, 0);
      g_autoptr(BwFirmness) firm = bw_firmness_new (a, 40, BW_DRAW_SPREAD, 1, NULL);
      g_autoptr(BwFirmness) firm_scaled = bw_firmness_new (b, 40, BW_DRAW_SPREAD, 1, NULL);
      BwShareRange range, range_scaled;

      assert_same_scores (a, b);
      for (gsize row = 0; row < shape.n_customers; row++)
        assert_same_score (bw_firmness_get_kept (firm, row), bw_firmness_get_kept (firm_scaled, row));

      bw_results_find_share_range (a, 0, 1, NULL, 0.05, NULL, &range);
      bw_results_find_share_range (b, 0, 1, NULL, 0.05, NULL, &range_scaled);
      assert_same_score (range.least, range_scaled.least);
      assert_same_score (range.most, range_scaled.most);
    }
}

/* A metric of weight 0 everywhere may as well be removed. */
static void
test_removed (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (63);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = NULL;
      g_autoptr(BwModel) model = NULL;
      g_autoptr(BwModel) zero = NULL;
      g_autoptr(BwModel) without = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(BwResults) a = NULL;
      g_autoptr(BwResults) b = NULL;
      const guint removed = shape.n_metrics - 1;

      shape.rules = FALSE;
      panel = fixture_random_panel (&shape);
      model = fixture_random_model (&shape);
      zero = bw_model_ref (model);
      for (guint segment = 0; segment < shape.n_segments; segment++)
        {
          g_autofree double *shares = g_new (double, shape.n_metrics);
          double total = 0;
          BwModel *next;

          for (guint i = 0; i < shape.n_metrics; i++)
            {
              shares[i] = bw_model_get_segment (model, segment)->shares[i];
              shares[i] = i == removed && shares[i] > 0 ? 0 : shares[i];
              total += isnan (shares[i]) ? 0 : shares[i];
            }
          for (guint i = 0; total > 0 && i < shape.n_metrics; i++)
            shares[i] /= total;
          next = bw_model_with_shares (zero, segment, shares);
          bw_model_unref (zero);
          zero = next;
        }

      without = bw_model_without_metric (zero, removed, &error);
      g_assert_no_error (error);
      a = fixture_score (panel, zero, 0);
      b = fixture_score (panel, without, 0);
      assert_same_scores (a, b);
    }
}

/* The same customers in another order: firmness, influence and edges for a capacity are the same. */
static void
test_order (void)
{
  enum { N = 200, N_COLUMNS = 3 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (64);
  static const char *const names[N_COLUMNS] = { "m0", "m1", "arr" };
  double values[N_COLUMNS][N], turned[N_COLUMNS][N];
  FixtureColumn columns[N_COLUMNS], backwards[N_COLUMNS];
  const char *json = "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': ["
                     "{'id': 'm0', 'name': 'A', 'column': 'm0', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, "
                     "{'id': 'm1', 'name': 'B', 'column': 'm1', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}], "
                     "'segments': [{'id': 't', 'name': 'T', 'where': {'all': [{'column': 'arr', 'less': 40}]}, "
                     "'weights': {'m0': 3, 'm1': 2}}, {'id': 's', 'name': 'S', 'weights': {'m0': 1, 'm1': 4}}]}";
  BwMetricInsight here[2], there[2];
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwPanel) other = NULL;
  g_autoptr(BwResults) a = NULL;
  g_autoptr(BwResults) b = NULL;
  g_autoptr(BwFirmness) firm = NULL;
  g_autoptr(BwFirmness) firm_turned = NULL;

  for (guint c = 0; c < N_COLUMNS; c++)
    {
      for (guint i = 0; i < N; i++)
        {
          values[c][i] = g_rand_double (rand) < 0.1 ? NAN : g_rand_double_range (rand, 0, 100);
          turned[c][N - 1 - i] = values[c][i];
        }
      columns[c] = (FixtureColumn) { names[c], BW_COLUMN_NUMBER, BW_ROLE_METRIC, values[c], NULL };
      backwards[c] = (FixtureColumn) { names[c], BW_COLUMN_NUMBER, BW_ROLE_METRIC, turned[c], NULL };
    }
  panel = fixture_panel (columns, N_COLUMNS, N, NULL, 1);
  other = fixture_panel (backwards, N_COLUMNS, N, NULL, 1);
  a = fixture_results (panel, json);
  b = fixture_results (other, json);
  firm = bw_firmness_new (a, BW_N_DRAWS, BW_DRAW_SPREAD, 1, NULL);
  firm_turned = bw_firmness_new (b, BW_N_DRAWS, BW_DRAW_SPREAD, 1, NULL);
  for (guint row = 0; row < N; row++)
    assert_same_score (bw_firmness_get_kept (firm, row),
                       bw_firmness_get_kept (firm_turned, N - 1 - row));

  for (guint segment = 0; segment < 2; segment++)
    {
      bw_results_find_insights (a, segment, here);
      bw_results_find_insights (b, segment, there);
      for (guint i = 0; i < 2; i++)
        {
          assert_same_score (here[i].influence, there[i].influence);
          assert_same_score (here[i].separation, there[i].separation);
        }
      g_assert_cmpfloat (bw_results_edge_for_capacity (a, segment, 20), ==,
                         bw_results_edge_for_capacity (b, segment, 20));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/laws/uniform", test_uniform);
  g_test_add_func ("/score/laws/scaled-weights", test_scaled_weights);
  g_test_add_func ("/score/laws/removed", test_removed);
  g_test_add_func ("/score/laws/order", test_order);

  return g_test_run ();
}
