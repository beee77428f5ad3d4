/* Scores through time: trends by hand-worked dates and scores, and what each snapshot comes to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/history.h"

#include <math.h>

#define MOST 8

#define MODEL(more) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'a', 'name': 'A', 'column': 'a', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {'a': 1}}]" more "}"

/**
 * Case:
 * @values: of one customer, by snapshot
 * @since: the snapshot compared with, or %BW_NONE
 * @slope: points in 30 days
 */
typedef struct
{
  const char *name;
  const char *more;
  guint       n;
  double      dates[MOST];
  double      values[MOST];
  double      change;
  guint       since;
  gboolean    steady;
  double      slope;
} Case;

static const Case cases[] = {
  { "one-snapshot", "", 1, { 100 }, { 50 }, NAN, BW_NONE, FALSE, NAN },
  { "falls", "", 3, { 0, 30, 60 }, { 80, 70, 60 }, -10, 1, FALSE, -10 },
  { "rises", "", 2, { 0, 30 }, { 50, 54 }, 4, 0, FALSE, NAN },
  { "steady-at-3", "", 2, { 0, 30 }, { 50.1, 53.1 }, 3, 0, TRUE, NAN },
  { "steady-at-minus-3", "", 2, { 0, 30 }, { 53.1, 50.1 }, -3, 0, TRUE, NAN },
  { "27-days-are-too-few", "", 2, { 0, 27 }, { 50, 60 }, NAN, BW_NONE, FALSE, NAN },
  { "28-days-are-enough", "", 2, { 0, 28 }, { 50, 60 }, 10, 0, FALSE, NAN },
  { "newest-old-enough", "", 4, { 0, 10, 20, 40 }, { 10, 20, 30, 40 }, 20, 1, FALSE, 26.25 },
  { "own-days", ", 'trend': {'days': 7, 'steady': 20}", 3, { 0, 10, 20 }, { 10, 20, 30 }, 10, 1,
    TRUE, 30 },
  { "not-scored-then", "", 3, { 0, 30, 60 }, { 80, NAN, 60 }, NAN, BW_NONE, FALSE, NAN },
  { "not-scored-now", "", 4, { 0, 30, 60, 90 }, { 80, 70, 60, NAN }, NAN, BW_NONE, FALSE, -10 },
  { "outlier", "", 5, { 0, 30, 60, 90, 120 }, { 50, 52, 99, 56, 58 }, 2, 3, TRUE, 2 },
  { "only-the-last-6", "", 8, { 0, 30, 60, 90, 120, 150, 180, 210 },
    { 100, 100, 10, 11, 12, 13, 14, 15 }, 1, 6, TRUE, 1 },
  { "3-of-the-last-6", "", 7, { 0, 30, 60, 90, 120, 150, 180 },
    { 90, 10, NAN, NAN, 40, NAN, 60 }, NAN, BW_NONE, FALSE, 10 },
  { "2-of-the-last-6", "", 7, { 0, 30, 60, 90, 120, 150, 180 },
    { 90, 10, NAN, NAN, NAN, NAN, 60 }, NAN, BW_NONE, FALSE, NAN },
  { "no-dates", "", 2, { NAN, NAN }, { 50, 60 }, NAN, BW_NONE, FALSE, NAN },
};

static void
assert_number (double value,
               double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-4);
}

static void
test_trend (gconstpointer data)
{
  const Case *c = data;
  const FixtureColumn column = { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, c->values, NULL };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 1, c->dates, c->n);
  g_autoptr(BwModel) model = fixture_model_from (MODEL ("%s"), c->more);
  g_autoptr(BwHistory) history = bw_history_new (model, panel, NULL);
  const BwTrend trend = bw_history_get_trend (history, 0);

  assert_number (trend.change, c->change);
  g_assert_cmpuint (trend.since, ==, c->since);
  g_assert_cmpint (trend.steady, ==, c->steady);
  assert_number (trend.slope, c->slope);
  if (c->since != BW_NONE)
    g_assert_cmpuint (bw_trend_snapshot (model, panel), ==, c->since);
}

/* A customer who comes, one who goes, and one who stays. */
static void
test_snapshots (void)
{
  static const double dates[] = { 0, 31, 59 };
  static const double values[] = { 1, 20, 30, 10, 1, 60, 90, 20, 70 };
  static const gboolean absent[] = { TRUE, FALSE, FALSE, FALSE, TRUE, FALSE, FALSE, FALSE, FALSE };
  const FixtureColumn column = { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, values, NULL };
  g_autoptr(BwPanel) panel = fixture_panel_without (&column, 1, 3, dates, 3, absent);
  g_autoptr(BwModel) model = fixture_model (MODEL (""));
  g_autoptr(BwHistory) history = bw_history_new (model, panel, NULL);

  g_assert_true (bw_history_get_panel (history) == panel);
  g_assert_cmpuint (bw_history_get_n_snapshots (history), ==, 3);
  g_assert_cmpfloat (bw_history_get_date (history, 1), ==, 31);
  g_assert_true (isnan (bw_history_get_score (history, 0, 0)));
  g_assert_cmpfloat (bw_history_get_score (history, 1, 0), ==, 20);
  g_assert_true (isnan (bw_history_get_score (history, 1, 1)));
  g_assert_cmpfloat (bw_history_get_score (history, 2, 2), ==, 70);
  g_assert_cmpuint (bw_history_get_summary (history, 0, 0)->n_customers, ==, 2);
  g_assert_cmpfloat (bw_history_get_summary (history, 0, 0)->mean, ==, 25);
  g_assert_cmpfloat (bw_history_get_summary (history, 1, BW_ALL_SEGMENTS)->mean, ==, 35);
  g_assert_cmpuint (bw_history_get_summary (history, 2, 0)->band_counts[2], ==, 2);
  g_assert_cmpfloat (bw_history_get_trend (history, 0).change, ==, 80);
  g_assert_cmpuint (bw_history_get_trend (history, 1).since, ==, BW_NONE);
}

static void
test_cancelled (void)
{
  static const double values[] = { 1, 2 };
  const FixtureColumn column = { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, values, NULL };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 2, NULL, 1);
  g_autoptr(BwModel) model = fixture_model (MODEL (""));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (bw_prepared_new (model, panel, 0, NULL, cancellable));
  g_assert_null (bw_history_new (model, panel, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/score/trend/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_trend);
    }
  g_test_add_func ("/score/history/snapshots", test_snapshots);
  g_test_add_func ("/score/history/cancelled", test_cancelled);

  return g_test_run ();
}
