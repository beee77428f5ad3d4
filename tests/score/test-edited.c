/* What edits of a model leave as it is: scores, segments and bands, over random models and data. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/editing.h"
#include "model/shares.h"

#include <math.h>

#define N_ROUNDS 40
#define NEAR 1.5e-9

static FixtureShape
shape_of (GRand *rand,
          guint  round)
{
  return (FixtureShape) { rand, 90, 2 + round % 9, 1 + round % 4, 1 + round % 3, round % 5 * 0.12,
                          round % 2 == 0 };
}

/* Two models score a panel alike: every customer’s segment, score and band. */
static void
assert_alike (BwPanel *panel,
              BwModel *a,
              BwModel *b)
{
  g_autoptr(BwResults) x = fixture_score (panel, a, 0);
  g_autoptr(BwResults) y = fixture_score (panel, b, 0);

  for (gsize row = 0; row < bw_results_get_n_rows (x); row++)
    {
      const double score = bw_results_get_score (x, row);
      const char *segment = bw_model_get_segment (a, bw_results_get_segment (x, row))->id;

      g_assert_cmpstr (segment, ==,
                       bw_model_get_segment (b, bw_results_get_segment (y, row))->id);
      g_assert_cmpuint (bw_results_get_band (x, row), ==, bw_results_get_band (y, row));
      if (isnan (score))
        g_assert_true (isnan (bw_results_get_score (y, row)));
      else
        g_assert_cmpfloat_with_epsilon (score, bw_results_get_score (y, row), NEAR);
      g_assert_cmpfloat_with_epsilon (bw_results_get_coverage (x, row),
                                      bw_results_get_coverage (y, row), NEAR);
    }
}

/* Draws the sliders of one metric to 0 in every segment; of a segment that uses no other all
 * weights become 0. */
static BwModel *
without_weight (BwModel *model,
                guint    metric)
{
  const guint n = bw_model_get_n_metrics (model);
  g_autofree double *shares = g_new (double, n);
  BwModel *edited = bw_model_ref (model);

  for (guint segment = 0; segment < bw_model_get_n_segments (model); segment++)
    {
      BwModel *before = edited;

      bw_shares_move (bw_model_get_segment (model, segment)->shares, NULL, n, metric, 0, shares);
      if (shares[metric] > 0)
        shares[metric] = 0;
      edited = bw_model_with_shares (before, segment, shares);
      bw_model_unref (before);
    }

  return edited;
}

static void
test_remove_is_weight_0 (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  guint n_removed = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);

      for (guint metric = 0; metric < bw_model_get_n_metrics (model); metric++)
        {
          g_autoptr(BwModel) removed = bw_model_without_metric (model, metric, NULL);
          g_autoptr(BwModel) unweighted = without_weight (model, metric);

          if (removed == NULL) /* a rule looks at it */
            continue;
          assert_alike (panel, removed, unweighted);
          n_removed++;
        }
    }
  g_assert_cmpuint (n_removed, >, N_ROUNDS);
}

/* A metric that is added counts for nothing until it is weighed. */
static void
test_added_counts_0 (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      BwMetric copy = *bw_model_get_metric (model, 0);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwModel) added = NULL;
      gboolean all_use_some = TRUE;

      for (guint segment = 0; segment < bw_model_get_n_segments (model); segment++)
        {
          gboolean uses = FALSE;

          for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
            uses = uses || !isnan (bw_model_get_segment (model, segment)->shares[i]);
          all_use_some = all_use_some && uses;
        }
      copy.id = NULL;
      added = bw_model_adding_metric (model, round % 3, &copy, &error);
      g_assert_no_error (error);
      if (all_use_some)
        assert_alike (panel, model, added);
    }
}

static void
test_order (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      const guint n_metrics = bw_model_get_n_metrics (model);
      const guint n_groups = bw_model_get_n_groups (model);
      g_autoptr(BwModel) metrics =
        bw_model_moving_metric (model, g_rand_int_range (rand, 0, n_metrics),
                                g_rand_int_range (rand, 0, n_metrics));
      g_autoptr(BwModel) groups =
        bw_model_moving_group (metrics, g_rand_int_range (rand, 0, n_groups),
                               g_rand_int_range (rand, 0, n_groups));
      g_autoptr(BwModel) rules = bw_model_get_n_rules (model) > 0
                                 ? bw_model_moving_rule (groups, 0, 9) : bw_model_ref (groups);

      assert_alike (panel, model, metrics);
      assert_alike (panel, model, groups);
      assert_alike (panel, model, rules);
    }
}

static void
test_scaled_weights (void)
{
  static const double factors[] = { 100, 1e-6, 3, 1e12 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      const guint n = bw_model_get_n_metrics (model);
      g_autofree double *shares = g_new (double, n);
      BwSegment segment = *bw_model_get_segment (model, 0);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwModel) scaled = NULL;

      for (guint i = 0; i < n; i++)
        shares[i] = segment.shares[i] * factors[round % G_N_ELEMENTS (factors)];
      segment.shares = shares;
      scaled = bw_model_with_segment (model, 0, &segment, &error);
      g_assert_no_error (error);
      assert_alike (panel, model, scaled);
    }
}

/* An edit and its file score alike. */
static void
test_reads_back (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwModel) moved = bw_model_moving_metric (model, 0, 9);
      g_autofree char *text = bw_model_to_json (moved);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwModel) again = bw_model_from_json (text, -1, "again.json", &error);

      g_assert_no_error (error);
      assert_alike (panel, moved, again);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edited/remove-is-weight-0", test_remove_is_weight_0);
  g_test_add_func ("/edited/added-counts-0", test_added_counts_0);
  g_test_add_func ("/edited/order", test_order);
  g_test_add_func ("/edited/scaled-weights", test_scaled_weights);
  g_test_add_func ("/edited/reads-back", test_reads_back);

  return g_test_run ();
}
