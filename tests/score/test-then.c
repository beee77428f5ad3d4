/* Scores as they were: which model each snapshot stands under, and other segments and bands than today's. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/then.h"

#include <math.h>

#define MODEL(from, segments, more) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'a', 'name': 'A', 'column': 'a', 'scale': {'type': 'linear', 'from': " from ", " \
  "'to': 100}}], 'segments': [" segments "]" more "}"

#define ALL "{'id': 's', 'name': 'S', 'weights': {'a': 1}}"
#define HIGH \
  "{'id': 'high', 'name': 'High', 'where': {'all': [{'column': 'a', 'more': 50}]}, " \
  "'weights': {'a': 1}}"
#define ODD \
  ", 'bands': [{'id': 'bad', 'name': 'Bad', 'colour': 'red', 'from': 0}, " \
  "{'id': 'healthy', 'name': 'Good', 'colour': 'green', 'from': 30}]"

typedef struct
{
  const char *name;
  guint       n;
  double      from[3];
  double      date;
  guint       expected;
} Find;

static const Find finds[] = {
  { "before-the-first", 2, { 10, 20 }, 5, 0 },
  { "on-the-first-day", 2, { 10, 20 }, 10, 0 },
  { "between", 2, { 10, 20 }, 19, 0 },
  { "on-a-day", 2, { 10, 20 }, 20, 1 },
  { "after-the-last", 2, { 10, 20 }, 99, 1 },
  { "two-on-a-day", 3, { 10, 20, 20 }, 20, 2 },
  { "no-date", 3, { 10, 20, 30 }, NAN, 2 },
  { "a-lone-one", 1, { 10 }, 3, 0 },
};

static void
test_find (gconstpointer data)
{
  const Find *c = data;
  BwThen thens[3];

  for (guint i = 0; i < c->n; i++)
    thens[i] = (BwThen) { c->from[i], NULL }
  ;

  g_assert_cmpuint (bw_then_find (thens, c->n, c->date), ==, c->expected);
}

static const double dates[] = { 0, 31, 59 };
/* Two customers: 60 and 20 at each date. */
static const double values[] = { 60, 20, 60, 20, 60, 20 };
static const FixtureColumn column = { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, values, NULL };

/* The first scale gives 60 and 20, the second, from 50, gives 20 and 0. */
static void
test_scores (void)
{
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 2, dates, 3);
  g_autoptr(BwModel) first = fixture_model (MODEL ("0", ALL, ""));
  g_autoptr(BwModel) today = fixture_model (MODEL ("50", ALL, ""));
  const BwThen thens[] = { { 10, first }, { 40, today } };
  g_autoptr(BwHistory) history = bw_history_new_as_scored_then (thens, 2, today, panel, NULL);
  g_autoptr(BwHistory) restated = bw_history_new (today, panel, NULL);

  g_assert_cmpfloat (bw_history_get_score (history, 0, 0), ==, 60);
  g_assert_cmpfloat (bw_history_get_score (history, 0, 1), ==, 60);
  g_assert_cmpfloat (bw_history_get_score (history, 0, 2), ==, 20);
  g_assert_cmpfloat (bw_history_get_score (history, 1, 1), ==, 20);
  g_assert_cmpfloat (bw_history_get_summary (history, 1, 0)->mean, ==, 40);
  g_assert_cmpuint (bw_history_get_summary (history, 1, BW_ALL_SEGMENTS)->band_counts[1], ==, 1);
  g_assert_cmpuint (bw_history_get_summary (history, 2, BW_ALL_SEGMENTS)->band_counts[0], ==, 2);
  g_assert_cmpfloat (bw_history_get_score (restated, 0, 0), ==, 20);
}

/* A segment that the first model did not have has nobody there; all customers are counted. */
static void
test_segment (void)
{
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 2, dates, 3);
  g_autoptr(BwModel) first = fixture_model (MODEL ("0", ALL, ""));
  g_autoptr(BwModel) today = fixture_model (MODEL ("0", HIGH ", " ALL, ""));
  const BwThen thens[] = { { 0, first }, { 59, today } };
  g_autoptr(BwHistory) history = bw_history_new_as_scored_then (thens, 2, today, panel, NULL);

  g_assert_cmpuint (bw_history_get_summary (history, 1, 0)->n_customers, ==, 0);
  g_assert_true (isnan (bw_history_get_summary (history, 1, 0)->mean));
  g_assert_cmpuint (bw_history_get_summary (history, 1, 1)->n_customers, ==, 2);
  g_assert_cmpuint (bw_history_get_summary (history, 1, BW_ALL_SEGMENTS)->n_customers, ==, 2);
  g_assert_cmpuint (bw_history_get_summary (history, 2, 0)->n_customers, ==, 1);
  g_assert_cmpuint (bw_history_get_summary (history, 2, 1)->n_customers, ==, 1);
}

/* Bands go by id: 60 is in "healthy" of then, which begins at 30 there; 20 is in a band that today
 * does not have, and counts as "at-risk", where 20 is today. */
static void
test_bands (void)
{
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 2, dates, 3);
  g_autoptr(BwModel) first = fixture_model (MODEL ("0", ALL, ODD));
  g_autoptr(BwModel) today = fixture_model (MODEL ("0", ALL, ""));
  const BwThen thens[] = { { 0, first }, { 59, today } };
  g_autoptr(BwHistory) history = bw_history_new_as_scored_then (thens, 2, today, panel, NULL);
  const BwSummary *then = bw_history_get_summary (history, 0, BW_ALL_SEGMENTS);
  const BwSummary *now = bw_history_get_summary (history, 2, BW_ALL_SEGMENTS);

  g_assert_cmpuint (then->band_counts[0], ==, 1);
  g_assert_cmpuint (then->band_counts[1], ==, 0);
  g_assert_cmpuint (then->band_counts[2], ==, 1);
  g_assert_cmpuint (now->band_counts[0], ==, 1);
  g_assert_cmpuint (now->band_counts[1], ==, 1);
  g_assert_cmpuint (now->band_counts[2], ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 2, dates, 3);
  g_autoptr(BwModel) today = fixture_model (MODEL ("0", ALL, ""));
  const BwThen thens[] = { { 0, today } };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (bw_history_new_as_scored_then (thens, 1, today, panel, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autofree char *path = g_strconcat ("/score/then/find/", finds[i].name, NULL);

      g_test_add_data_func (path, &finds[i], test_find);
    }
  g_test_add_func ("/score/then/scores", test_scores);
  g_test_add_func ("/score/then/segment", test_segment);
  g_test_add_func ("/score/then/bands", test_bands);
  g_test_add_func ("/score/then/cancelled", test_cancelled);

  return g_test_run ();
}
