/* The held slider: each nudge stands where a full pass over the same shares would. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/shares.h"
#include "score/drag.h"

#include <math.h>

/* One step of rounding, and the rounding of the comparison itself. */
#define NEAR 1.5e-9

typedef struct
{
  const char *name;
  guint       n_customers;
  guint       n_metrics;
  guint       n_groups;
  guint       n_segments;
  double      missing;
  gboolean    rules;
  gboolean    locks;
  guint       n_threads;
  guint       n_models;
} Case;

static const Case cases[] = {
  { "plain", 300, 6, 3, 1, 0, FALSE, FALSE, 1, 20 },
  { "one-metric", 50, 1, 1, 1, 0.2, FALSE, FALSE, 1, 5 },
  { "one-customer", 1, 5, 2, 1, 0.2, FALSE, FALSE, 1, 20 },
  { "nobody", 0, 5, 2, 1, 0.2, FALSE, FALSE, 1, 2 },
  { "missing", 500, 8, 3, 1, 0.2, FALSE, FALSE, 1, 40 },
  { "much-missing", 700, 12, 4, 2, 0.5, FALSE, FALSE, 1, 40 },
  { "locks", 300, 6, 3, 2, 0, FALSE, TRUE, 1, 40 },
  { "locks-missing", 500, 9, 3, 3, 0.25, FALSE, TRUE, 1, 80 },
  { "rules", 500, 9, 3, 3, 0.25, TRUE, TRUE, 1, 40 },
  { "one-group", 300, 7, 1, 2, 0.25, TRUE, TRUE, 1, 30 },
  { "group-each", 300, 7, 30, 2, 0.25, TRUE, TRUE, 1, 30 },
  { "many-metrics", 300, 70, 9, 2, 0.1, TRUE, TRUE, 1, 6 },
  { "threads", 140000, 5, 3, 1, 0.1, TRUE, TRUE, 2, 1 },
};

static void
assert_near (double a,
             double b,
             double within)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat_with_epsilon (a, b, within);
}

static void
assert_same_summary (const BwSummary *a,
                     const BwSummary *b)
{
  gsize n_bins_differ = 0;

  g_assert_cmpuint (a->n_customers, ==, b->n_customers);
  g_assert_cmpuint (a->n_scored, ==, b->n_scored);
  assert_near (a->mean, b->mean, NEAR);
  assert_near (a->money, b->money, 1e-6 * (1 + b->money));
  for (guint i = 0; i < BW_N_BINS; i++)
    n_bins_differ += a->bins[i] != b->bins[i];
  g_assert_cmpuint (n_bins_differ, ==, 0);
  for (guint i = 0; i <= BW_NO_BAND; i++)
    {
      g_assert_cmpuint (a->band_counts[i], ==, b->band_counts[i]);
      assert_near (a->band_money[i], b->band_money[i], 1e-6 * (1 + b->money));
    }
}

static void
assert_same_results (const BwResults *live,
                     const BwResults *full,
                     guint            n_segments)
{
  for (gsize row = 0; row < bw_results_get_n_rows (full); row++)
    {
      assert_near (bw_results_get_score (live, row), bw_results_get_score (full, row), NEAR);
      if (row < 200)
        {
          assert_near (bw_results_get_score_before_rules (live, row),
                       bw_results_get_score_before_rules (full, row), NEAR);
          g_assert_cmpuint (bw_results_get_rule (live, row), ==, bw_results_get_rule (full, row));
          assert_near (bw_results_get_coverage (live, row), bw_results_get_coverage (full, row),
                       1e-12);
        }
    }

  for (guint i = 0; i < n_segments; i++)
    assert_same_summary (bw_results_get_summary (live, i), bw_results_get_summary (full, i));
  assert_same_summary (bw_results_get_summary (live, BW_ALL_SEGMENTS),
                       bw_results_get_summary (full, BW_ALL_SEGMENTS));
}

static void
assert_same_movement (BwMovement a,
                      BwMovement b)
{
  g_assert_cmpuint (a.n_movers, ==, b.n_movers);
  assert_near (a.money, b.money, 1e-6 * (1 + b.money));
}

/* Drags one slider to and fro, and holds every stop to a full pass. */
static void
drag_and_compare (BwResults      *start,
                  BwResults      *baseline,
                  guint           segment,
                  guint           metric,
                  const gboolean *locked,
                  guint           n_threads)
{
  static const double stops[] = { 0.3, 1, 0, 0.05, 2, -1, 0.5 };
  g_autoptr(BwDrag) drag = bw_drag_new (start, segment, metric, locked, baseline, n_threads);
  BwModel *model = bw_results_get_model (start);
  const guint n_segments = bw_model_get_n_segments (model);
  const guint n_metrics = bw_model_get_n_metrics (model);
  g_autofree double *shares = g_new (double, n_metrics);

  assert_same_results (bw_drag_get_results (drag), start, n_segments);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      BwResults *live = bw_drag_get_results (drag);
      g_autoptr(BwModel) nudged = NULL;
      g_autoptr(BwResults) full = NULL;

      bw_drag_nudge (drag, stops[i]);
      bw_shares_move (bw_model_get_segment (model, segment)->shares, locked, n_metrics, metric,
                      stops[i], shares);
      nudged = bw_model_with_shares (model, segment, shares);
      full = bw_results_new (bw_results_get_prepared (start), nudged);

      assert_same_results (live, full, n_segments);
      for (guint s = 0; s < n_segments; s++)
        assert_same_movement (bw_drag_get_movement (drag, s),
                              bw_results_count_movers (baseline, full, s));
      assert_same_movement (bw_drag_get_movement (drag, BW_ALL_SEGMENTS),
                            bw_results_count_movers (baseline, full, BW_ALL_SEGMENTS));
      g_assert_true (bw_model_equal (bw_results_get_model (live), nudged));
    }
}

static void
test_drag (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  const FixtureShape shape = { rand, c->n_customers, c->n_metrics, c->n_groups, c->n_segments,
                               c->missing, c->rules };
  g_autofree gboolean *locked = g_new0 (gboolean, c->n_metrics);

  for (guint i = 0; i < c->n_models; i++)
    {
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) start = fixture_score (panel, model, 0);
      g_autoptr(BwModel) other = bw_model_with_band_edge (model, 1, 45);
      g_autoptr(BwResults) baseline = fixture_score (panel, other, 0);

      for (guint m = 0; m < c->n_metrics; m++)
        locked[m] = c->locks && g_rand_double (rand) < 0.3;
      drag_and_compare (start, baseline, g_rand_int_range (rand, 0, c->n_segments),
                        g_rand_int_range (rand, 0, c->n_metrics), locked, c->n_threads);
    }
}

/* Ranks of the live results are those of what stands now. */
static void
test_ranks_follow (void)
{
  const double a[] = { 90, 10, 50 };
  const double b[] = { 10, 90, 50 };
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, a, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, b, NULL },
  };
  g_autoptr(BwPanel) panel = fixture_panel (columns, 2, 3, NULL, 1);
  g_autoptr(BwResults) start = fixture_results (panel,
                                                "{'format': 'bellwether-model', 'version': 1, 'name': 'n',"
                                                " 'metrics': [{'id': 'a', 'name': 'A', 'column': 'a', 'scale': {'type': 'linear', 'from': 0, 'to': 100}},"
                                                "             {'id': 'b', 'name': 'B', 'column': 'b', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}],"
                                                " 'segments': [{'id': 's', 'name': 'S', 'weights': {'a': 80, 'b': 20}}]}");
  g_autoptr(BwDrag) drag = bw_drag_new (start, 0, 0, NULL, NULL, 1);
  BwResults *live = bw_drag_get_results (drag);

  g_assert_cmpuint (bw_results_get_rank (live, 0), ==, 1);
  bw_drag_nudge (drag, 0);
  g_assert_cmpuint (bw_results_get_rank (live, 0), ==, 3);
  g_assert_cmpuint (bw_results_get_rank (live, 1), ==, 1);
  g_assert_cmpfloat (bw_results_get_score (live, 1), ==, 90);
  g_assert_cmpuint (bw_drag_get_movement (drag, 0).n_movers, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/score/drag/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_drag);
    }
  g_test_add_func ("/score/drag/ranks-follow", test_ranks_follow);

  return g_test_run ();
}
