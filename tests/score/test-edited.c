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

/* One edit after the other of a model: its bands, weights of a segment, least coverage, a scale. */
static BwModel *
edit (BwModel *model,
      GRand   *rand,
      guint    step)
{
  const guint n = bw_model_get_n_metrics (model);
  const guint segment = g_rand_int_range (rand, 0, bw_model_get_n_segments (model));
  const guint metric = g_rand_int_range (rand, 0, n);
  const BwModelSettings settings = {
    bw_model_get_name (model), bw_model_get_purpose (model), g_rand_double_range (rand, 0, 0.6),
    bw_model_get_trend_days (model), bw_model_get_trend_steady (model),
  };
  g_autofree double *shares = g_new (double, n);
  BwMetric value = *bw_model_get_metric (model, metric);
  BwBand bands[BW_MAX_BANDS];
  BwModel *edited = NULL;

  switch (step % 4)
    {
    case 0:
      for (guint i = 0; i < bw_model_get_n_bands (model); i++)
        {
          bands[i] = *bw_model_get_band (model, i);
          bands[i].from = i == 0 ? 0 : MIN (bands[i].from + g_rand_double (rand), 100);
        }
      edited = bw_model_with_bands (model, bands, bw_model_get_n_bands (model), NULL);
      break;
    case 1:
      bw_shares_move (bw_model_get_segment (model, segment)->shares, NULL, n, metric,
                      g_rand_double (rand), shares);
      return bw_model_with_shares (model, segment, shares);
    case 2:
      edited = bw_model_with_settings (model, &settings, NULL);
      break;
    default:
      value.missing = value.missing == BW_MISSING_SKIP ? BW_MISSING_NEUTRAL : BW_MISSING_SKIP;
      value.hurts = !value.hurts;
      edited = bw_model_with_metric (model, metric, &value, NULL);
    }

  return edited != NULL ? edited : bw_model_ref (model);
}

static void
assert_same (const BwResults *x,
             const BwResults *y)
{
  const guint n_segments = bw_model_get_n_segments (bw_results_get_model (x));

  for (gsize row = 0; row < bw_results_get_n_rows (x); row++)
    {
      const double score = bw_results_get_score (x, row);

      g_assert_true (score == bw_results_get_score (y, row) ||
                     (isnan (score) && isnan (bw_results_get_score (y, row))));
      g_assert_cmpuint (bw_results_get_band (x, row), ==, bw_results_get_band (y, row));
    }
  for (guint segment = 0; segment < n_segments; segment++)
    {
      const BwSummary *a = bw_results_get_summary (x, segment);
      const BwSummary *b = bw_results_get_summary (y, segment);

      g_assert_cmpmem (a->bins, sizeof a->bins, b->bins, sizeof b->bins);
      g_assert_cmpmem (a->band_counts, sizeof a->band_counts, b->band_counts, sizeof b->band_counts);
      g_assert_true (a->mean == b->mean || (isnan (a->mean) && isnan (b->mean)));
    }
}

/* Scores that are taken from those before an edit are to the bit those that are worked out anew. */
static void
test_taken (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const FixtureShape shape = shape_of (rand, round);
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) results = fixture_score (panel, model, 0);

      for (guint step = 0; step < 8; step++)
        {
          g_autoptr(BwModel) edited = edit (bw_results_get_model (results), rand, step);
          g_autoptr(BwPrepared) prepared =
            bw_prepared_new (edited, panel, 0, bw_results_get_prepared (results), NULL);
          g_autoptr(BwResults) taken = bw_results_new_from (prepared, edited, results);
          g_autoptr(BwResults) anew = fixture_score (panel, edited, 0);

          assert_same (taken, anew);
          bw_results_unref (results);
          results = g_steal_pointer (&taken);
        }
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
  g_test_add_func ("/edited/taken", test_taken);
  g_test_add_func ("/edited/order", test_order);
  g_test_add_func ("/edited/scaled-weights", test_scaled_weights);
  g_test_add_func ("/edited/reads-back", test_reads_back);

  return g_test_run ();
}
