/* Ranks, percentiles, summaries and movers of a few customers, worked out by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

#define MOST 8

#define MODEL(bands) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', " bands \
  "'metrics': [{'id': 'a', 'name': 'A', 'column': 'a', " \
  "'scale': {'type': 'linear', 'from': 0, 'to': 100}}], " \
  "'segments': [{'id': 'one', 'name': 'One', 'weights': {'a': 1}, " \
  "'where': {'all': [{'column': 'seg', 'is': 1}]}}, " \
  "{'id': 'rest', 'name': 'Rest', 'weights': {'a': 1}}]}"

typedef struct
{
  const char *name;
  guint       n;
  double      scores[MOST];
  double      segments[MOST];
  guint       ranks[MOST];
  guint       percentiles[MOST];
} Case;

static const Case cases[] = {
  { "ties", 4, { 80, 90, 70, 80 }, { 0 }, { 2, 1, 4, 2 }, { 50, 88, 13, 50 } },
  { "alone", 1, { 5 }, { 0 }, { 1 }, { 50 } },
  { "all-equal", 3, { 7, 7, 7 }, { 0 }, { 1, 1, 1 }, { 50, 50, 50 } },
  { "unscored", 3, { 7, NAN, 9 }, { 0 }, { 2, 0, 1 }, { 25, 0, 75 } },
  { "none-scored", 2, { NAN, NAN }, { 0 }, { 0, 0 }, { 0, 0 } },
  { "by-segment", 5, { 10, 20, 30, 40, 50 }, { 1, 0, 1, 0, 1 }, { 3, 2, 2, 1, 1 },
    { 17, 25, 50, 75, 84 } },
};

static BwPanel *
panel_of (const double *scores,
          const double *segments,
          const double *money,
          guint         n)
{
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, scores, NULL },
    { "seg", BW_COLUMN_NUMBER, BW_ROLE_ATTRIBUTE, segments, NULL },
    { "arr", BW_COLUMN_MONEY, BW_ROLE_MONEY, money, NULL },
  };

  return fixture_panel (columns, money != NULL ? 3 : 2, n, NULL, 1);
}

static void
test_rank (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwPanel) panel = panel_of (c->scores, c->segments, NULL, c->n);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (""));

  for (guint i = 0; i < c->n; i++)
    {
      g_assert_cmpuint (bw_results_get_rank (results, i), ==, c->ranks[i]);
      g_assert_cmpuint (bw_results_get_percentile (results, i), ==, c->percentiles[i]);
    }
}

/* The lowest of many is in percentile 1, the highest in 100. */
static void
test_many (void)
{
  const guint n = 1000;
  g_autofree double *scores = g_new (double, n);
  g_autofree double *segments = g_new0 (double, n);
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwResults) results = NULL;

  for (guint i = 0; i < n; i++)
    scores[i] = (i * 7 % n) / 10.0;
  panel = panel_of (scores, segments, NULL, n);
  results = fixture_results (panel, MODEL (""));

  for (guint i = 0; i < n; i++)
    {
      const guint below = i * 7 % n;

      g_assert_cmpuint (bw_results_get_rank (results, i), ==, n - below);
      g_assert_cmpuint (bw_results_get_percentile (results, i), ==, (50 * (2 * below + 1) + n - 1) / n);
    }
  g_assert_cmpuint (bw_results_get_percentile (results, 0), ==, 1);
  g_assert_cmpuint (bw_results_get_percentile (results, 857), ==, 100);
}

static void
test_summary (void)
{
  static const double scores[] = { 10, 39, 40, 69, 70, 99, NAN, 100 };
  static const double segments[] = { 1, 0, 1, 0, 1, 0, 1, 0 };
  static const double money[] = { 1, 2, NAN, 8, 16, 32, 64, 128 };
  g_autoptr(BwPanel) panel = panel_of (scores, segments, money, MOST);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (""));
  const BwSummary *one = bw_results_get_summary (results, 0);
  const BwSummary *all = bw_results_get_summary (results, BW_ALL_SEGMENTS);

  g_assert_cmpuint (one->n_customers, ==, 4);
  g_assert_cmpuint (one->n_scored, ==, 3);
  g_assert_cmpfloat (one->mean, ==, 40);
  g_assert_cmpuint (one->band_counts[BW_NO_BAND], ==, 1);
  g_assert_cmpfloat (one->band_money[0], ==, 1);
  g_assert_cmpfloat (one->band_money[1], ==, 0);
  g_assert_cmpfloat (one->band_money[2], ==, 16);
  g_assert_cmpfloat (one->band_money[BW_NO_BAND], ==, 64);
  g_assert_cmpfloat (one->money, ==, 81);

  g_assert_cmpuint (all->n_customers, ==, 8);
  g_assert_cmpuint (all->n_scored, ==, 7);
  g_assert_cmpfloat (all->mean, ==, 61);
  g_assert_cmpuint (all->band_counts[0], ==, 2);
  g_assert_cmpuint (all->band_counts[1], ==, 2);
  g_assert_cmpuint (all->band_counts[2], ==, 3);
  g_assert_cmpfloat (all->money, ==, 251);
  g_assert_cmpuint (all->bins[49], ==, 2);
  g_assert_cmpuint (bw_results_get_segment (results, 2), ==, 0);
  g_assert_cmpuint (bw_results_get_segment (results, 3), ==, 1);
  g_assert_true (isnan (bw_prepared_get_money (bw_results_get_prepared (results), 2)));
  g_assert_cmpfloat (bw_prepared_get_raw (bw_results_get_prepared (results), 1, 0), ==, 39);
}

#define BANDS(low, middle, edge) \
  "'bands': [{'id': '" low "', 'name': 'L', 'colour': 'red', 'from': 0}, " \
  "{'id': '" middle "', 'name': 'M', 'colour': 'amber', 'from': " edge "}, " \
  "{'id': 'high', 'name': 'H', 'colour': 'green', 'from': 70}], "

/* Bands are told apart by id, whatever their place, and not by edges. */
static void
test_movers (void)
{
  static const double scores[] = { 45, 55, 80, 20, NAN, 48 };
  static const double segments[] = { 1, 0, 1, 0, 0, 0 };
  static const double money[] = { 5, NAN, 100, 7, 3, 5 };
  g_autoptr(BwPanel) panel = panel_of (scores, segments, money, 6);
  g_autoptr(BwResults) before = fixture_results (panel, MODEL (BANDS ("low", "middle", "40")));
  g_autoptr(BwResults) later = fixture_results (panel, MODEL (BANDS ("low", "middle", "50")));
  g_autoptr(BwResults) renamed = fixture_results (panel, MODEL (BANDS ("bad", "middle", "40")));
  g_autoptr(GArray) movers = bw_results_list_movers (before, later, BW_ALL_SEGMENTS, G_MAXUINT);
  const BwMover *first = &g_array_index (movers, BwMover, 0);
  BwMovement movement = bw_results_count_movers (before, later, BW_ALL_SEGMENTS);

  g_assert_cmpuint (movement.n_movers, ==, 2);
  g_assert_cmpfloat (movement.money, ==, 10);
  g_assert_cmpuint (movers->len, ==, 2);
  g_assert_cmpuint (first[0].row, ==, 0);
  g_assert_cmpuint (first[1].row, ==, 5);
  g_assert_cmpuint (first->from_band, ==, 1);
  g_assert_cmpuint (first->to_band, ==, 0);
  g_assert_cmpfloat (first->from, ==, 45);

  movement = bw_results_count_movers (before, later, 0);
  g_assert_cmpuint (movement.n_movers, ==, 1);
  movement = bw_results_count_movers (before, renamed, BW_ALL_SEGMENTS);
  g_assert_cmpuint (movement.n_movers, ==, 1);
  g_assert_cmpfloat (movement.money, ==, 7);
  g_assert_cmpuint (bw_results_count_movers (before, before, BW_ALL_SEGMENTS).n_movers, ==, 0);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return x < y ? 1 : x > y ? -1 : 0;
}

/* However few are asked for, they are those with the most money. */
static void
test_most_movers (void)
{
  const guint n = 500;
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autofree double *scores = g_new (double, n);
  g_autofree double *segments = g_new0 (double, n);
  g_autofree double *money = g_new (double, n);
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwResults) before = NULL;
  g_autoptr(BwResults) later = NULL;

  for (guint i = 0; i < n; i++)
    {
      scores[i] = g_rand_double_range (rand, 40, 50);
      money[i] = g_rand_double_range (rand, 0, 100);
    }
  panel = panel_of (scores, segments, money, n);
  before = fixture_results (panel, MODEL (BANDS ("low", "middle", "40")));
  later = fixture_results (panel, MODEL (BANDS ("low", "middle", "50")));
  qsort (money, n, sizeof *money, compare_doubles);

  for (guint most = 0; most < 12; most++)
    {
      g_autoptr(GArray) movers = bw_results_list_movers (before, later, BW_ALL_SEGMENTS, most);

      g_assert_cmpuint (movers->len, ==, most);
      for (guint i = 0; i < most; i++)
        g_assert_cmpfloat (g_array_index (movers, BwMover, i).money, ==, money[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/score/rank/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_rank);
    }
  g_test_add_func ("/score/rank/many", test_many);
  g_test_add_func ("/score/summary", test_summary);
  g_test_add_func ("/score/movers", test_movers);
  g_test_add_func ("/score/movers/most", test_most_movers);

  return g_test_run ();
}
