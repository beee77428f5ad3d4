/* What would lift a customer into a better band, held by setting the raw value and scoring again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/required.h"

#include <math.h>
#include <string.h>

#define HEALTHY 2
#define NONE NAN

/* One customer and, where a case wants them, others. The second metric, o, is at 40. */
#define MODEL(scale, direction, more, rules) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', " \
  "'groups': [{'id': 'x', 'name': 'X'}, {'id': 'y', 'name': 'Y'}], 'metrics': [" \
  "{'id': 'v', 'name': 'V', 'group': 'x', 'column': 'v', 'direction': '" direction "', 'scale': " scale more "}, " \
  "{'id': 'o', 'name': 'O', 'group': 'y', 'column': 'o', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {'v': 60, 'o': 40}}]" rules "}"

#define LINEAR "{'type': 'linear', 'from': 10, 'to': 30}"
#define CURVE "{'type': 'curve', 'points': [[0, 0], [10, 100], [20, 100], [30, 0]]}"
#define STEPS "{'type': 'steps', 'steps': [[0, 0], [3, 50], [6, 95]]}"
#define CATEGORIES "{'type': 'categories', 'values': {'1': 10, '2': 92, '5': 96}}"
#define GATE "{'type': 'linear', 'from': 12, 'to': 12}"
#define FLAT "{'type': 'curve', 'points': [[0, 20], [10, 60]]}"

/**
 * Case:
 * @v: of the customer
 * @raw: what is needed for Healthy: 0.6·g + 0.4·40 ≥ 70, so g ≥ 90
 * @most: the best score
 */
typedef struct
{
  const char *name;
  const char *model;
  double      v;
  double      raw;
  double      most;
} Case;

static const Case cases[] = {
  { "linear", MODEL (LINEAR, "helps", "", ""), 12.5, 28, 76 },
  { "linear-hurts", MODEL (LINEAR, "hurts", "", ""), 22.5, 12, 76 },
  { "linear-missing", MODEL (LINEAR, "helps", ", 'missing': 'neutral'", ", 'coverage': 0.3"), NONE, 28, 76 },
  { "curve-from-below", MODEL (CURVE, "helps", "", ""), 4.5, 9, 76 },
  { "curve-from-above", MODEL (CURVE, "helps", "", ""), 28.5, 21, 76 },
  { "curve-hurts-near-left", MODEL (CURVE, "hurts", "", ""), 9.5, 1, 76 },
  { "curve-hurts-near-right", MODEL (CURVE, "hurts", "", ""), 20.5, 29, 76 },
  { "steps", MODEL (STEPS, "helps", "", ""), 1.5, 6, 73 },
  { "categories", MODEL (CATEGORIES, "helps", "", ""), 1, 2, 73.6 },
  { "cannot", MODEL (FLAT, "helps", "", ""), 5.5, NONE, 52 },
};

static BwPanel *
panel_of (const double *v,
          guint         n)
{
  g_autofree double *o = g_new (double, n);
  const FixtureColumn columns[] = {
    { "v", BW_COLUMN_NUMBER, BW_ROLE_METRIC, v, NULL },
    { "o", BW_COLUMN_NUMBER, BW_ROLE_METRIC, o, NULL },
  };

  for (guint i = 0; i < n; i++)
    o[i] = 40;

  return fixture_panel (columns, G_N_ELEMENTS (columns), n, NULL, 1);
}

static const BwRequiredMetric *
find_metric (const BwRequired *required,
             guint             metric)
{
  guint i = 0;

  while (required->metrics[i].metric != metric)
    i++;

  return &required->metrics[i];
}

static void
assert_same (double x,
             double y)
{
  if (isnan (y))
    g_assert_true (isnan (x));
  else
    g_assert_cmpfloat_with_epsilon (x, y, 1e-8);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const double v[] = { c->v, 3.25 }; /* the other one has no whole number */
  const double then[] = { c->raw, 3.25 };
  g_autoptr(BwPanel) panel = panel_of (v, 2);
  g_autoptr(BwPanel) lifted = panel_of (then, 2);
  g_autoptr(BwResults) results = fixture_results (panel, c->model);
  g_autoptr(BwRequired) required = bw_results_find_required (results, 0, HEALTHY);
  const BwRequiredMetric *metric = find_metric (required, 0);

  g_assert_cmpfloat (required->score, ==, bw_results_get_score (results, 0));
  g_assert_cmpuint (required->cap, ==, BW_NONE);
  g_assert_cmpuint (required->n_metrics, ==, 2);
  assert_same (metric->raw_now, c->v);
  assert_same (metric->raw, c->raw);
  g_assert_cmpint (metric->possible, ==, !isnan (c->raw));
  assert_same (metric->most, c->most);

  if (metric->possible)
    {
      g_autoptr(BwResults) after = fixture_results (lifted, c->model);

      g_assert_cmpfloat (bw_results_get_score (after, 0), >=, 70);
    }
}

/* Coming down to a step that is half-open: the last number before the next begins. */
static void
test_below_step (void)
{
  const double v[] = { 4.5, 3.25 };
  g_autoptr(BwPanel) panel = panel_of (v, 2);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (STEPS, "hurts", "", ""));
  g_autoptr(BwRequired) required = bw_results_find_required (results, 0, HEALTHY);

  g_assert_true (required->metrics[0].possible);
  g_assert_cmpfloat (required->metrics[0].raw, <, 3);
  g_assert_cmpfloat (required->metrics[0].raw, >, 2.999999);
}

/* Where all raw values are whole numbers, a whole one is found. */
static void
test_whole (void)
{
  static const struct
  {
    const char *model;
    double      v;
    double      raw;
  } wholes[] = {
    { MODEL ("{'type': 'linear', 'from': 0, 'to': 7}", "helps", "", ""), 1, 7 },  /* 6.3 */
    { MODEL ("{'type': 'linear', 'from': 0, 'to': 7}", "hurts", "", ""), 6, 0 },  /* 0.7 */
    { MODEL (CURVE, "helps", "", ""), 29, 21 },
    { MODEL (STEPS, "hurts", "", ""), 4, 2 },
    { MODEL (GATE, "helps", "", ""), 4, 12 },
    { MODEL (GATE, "hurts", "", ""), 14, 11 },
    { MODEL (GATE, "helps", ", 'missing': 'neutral'", ", 'coverage': 0.3"), NAN, 12 },
    { MODEL (GATE, "hurts", ", 'missing': 'neutral'", ", 'coverage': 0.3"), NAN, 11 },
    { MODEL (STEPS, "hurts", ", 'missing': 'neutral'", ", 'coverage': 0.3"), NAN, 2 },
    { MODEL ("{'type': 'curve', 'points': [[0, 0], [4.5, 100], [9, 0]]}", "helps", "", ""), 1, NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      const double v[] = { wholes[i].v, 3 };
      g_autoptr(BwPanel) panel = panel_of (v, 2);
      g_autoptr(BwResults) results = fixture_results (panel, wholes[i].model);
      g_autoptr(BwRequired) required = bw_results_find_required (results, 0, HEALTHY);
      const BwRequiredMetric *metric = find_metric (required, 0);

      g_assert_cmpint (metric->possible, ==, !isnan (wholes[i].raw));
      if (metric->possible)
        g_assert_cmpfloat (metric->raw, ==, wholes[i].raw);
    }
}

#define CAP ", 'rules': [{'at-most': 60, 'where': {'all': [{'column': 'v', 'less': 50}]}, 'reason': 'r'}]"
#define HIGH_CAP ", 'rules': [{'at-most': 70, 'where': {'all': [{'column': 'v', 'less': 50}]}, 'reason': 'r'}]"

/* A cap below the band is named, and nothing helps; a cap at the band's edge is none. */
static void
test_cap (void)
{
  const double v[] = { 12.5, 3.25 };
  g_autoptr(BwPanel) panel = panel_of (v, 2);
  g_autoptr(BwResults) capped = fixture_results (panel, MODEL (LINEAR, "helps", "", CAP));
  g_autoptr(BwResults) at_edge = fixture_results (panel, MODEL (LINEAR, "helps", "", HIGH_CAP));
  g_autoptr(BwRequired) blocked = bw_results_find_required (capped, 0, HEALTHY);
  g_autoptr(BwRequired) watch = bw_results_find_required (capped, 0, 1);
  g_autoptr(BwRequired) free = bw_results_find_required (at_edge, 0, HEALTHY);

  g_assert_cmpuint (blocked->cap, ==, 0);
  g_assert_false (blocked->metrics[0].possible);
  g_assert_cmpfloat (blocked->metrics[0].most, ==, 60);
  g_assert_true (watch->cap == BW_NONE && watch->metrics[0].possible);
  g_assert_cmpuint (free->cap, ==, BW_NONE);
  assert_same (free->metrics[0].raw, 28);
}

/* Who is there already, or has no score, has nothing to be told. */
static void
test_nothing (void)
{
  const double v[] = { 30, 12 };
  const double none[] = { NAN, NAN };
  g_autoptr(BwPanel) panel = panel_of (v, 2);
  g_autoptr(BwPanel) unknown = panel_of (none, 2);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL (LINEAR, "helps", "", ""));
  g_autoptr(BwResults) without = fixture_results (unknown, MODEL (LINEAR, "helps", "", ""));

  g_assert_null (bw_results_find_required (results, 0, HEALTHY));
  g_assert_null (bw_results_find_required (without, 0, HEALTHY));
}

#define PLANS "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'p', 'name': 'P', 'column': 'plan', 'scale': {'type': 'categories', " \
  "'values': {'Basic': 20, 'Gold': 95, 'Pro': 80, 'Plus': 80}, 'other': 100}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {'p': 1}}]}"

/* Of texts the one that does it with the least gain, the first that is listed. */
static void
test_texts (void)
{
  static const char *const plans[] = { "Basic", "Pro" };
  const FixtureColumn column = { "plan", BW_COLUMN_CATEGORY, BW_ROLE_METRIC, NULL, plans };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, 2, NULL, 1);
  g_autoptr(BwResults) results = fixture_results (panel, PLANS);
  g_autoptr(BwRequired) required = bw_results_find_required (results, 0, HEALTHY);

  g_assert_cmpstr (required->metrics[0].category, ==, "Pro");
  g_assert_true (isnan (required->metrics[0].raw) && required->metrics[0].possible);
  g_assert_cmpfloat (required->metrics[0].most, ==, 100);
}

#define RANKS "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" \
  "{'id': 'v', 'name': 'V', 'column': 'v', 'scale': {'type': 'percentile'}}], " \
  "'segments': [{'id': 's', 'name': 'S', 'weights': {'v': 1}}]}"

/* A percentile scale without points: the raw value that another customer has, so that the
 * customer's own mid-rank then is enough. */
static void
test_mid_ranks (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (31);

  for (guint round = 0; round < 20; round++)
    {
      enum { N = 40 };
      double v[N];
      g_autoptr(BwPanel) panel = NULL;
      g_autoptr(BwPanel) lifted = NULL;
      g_autoptr(BwResults) results = NULL;
      g_autoptr(BwResults) after = NULL;
      g_autoptr(BwRequired) required = NULL;

      for (guint i = 0; i < N; i++)
        v[i] = i > 0 && g_rand_int_range (rand, 0, 8) == 0 ? NAN : g_rand_int_range (rand, 10, 30);
      v[0] = g_rand_int_range (rand, 0, 12);
      panel = panel_of (v, N);
      results = fixture_results (panel, RANKS);
      required = bw_results_find_required (results, 0, HEALTHY);
      g_assert_true (required->metrics[0].possible);

      v[0] = required->metrics[0].raw;
      lifted = panel_of (v, N);
      after = fixture_results (lifted, RANKS);
      g_assert_cmpfloat (bw_results_get_score (after, 0), >=, 70);

      for (guint i = 1; i < N; i++)
        {
          double other[N];
          g_autoptr(BwPanel) less = NULL;
          g_autoptr(BwResults) without = NULL;

          if (!(v[i] < required->metrics[0].raw))
            continue;

          memcpy (other, v, sizeof v);
          other[0] = v[i];
          less = panel_of (other, N);
          without = fixture_results (less, RANKS);
          g_assert_cmpfloat (bw_results_get_score (without, 0), <, 70);
        }
    }
}

/* The panel with one raw value of one customer changed, under the model. */
static BwResults *
score_with (BwPanel *panel,
            BwModel *model,
            gsize    row,
            guint    changed,
            double   raw)
{
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, 0);
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);
  const guint n_columns = bw_panel_get_n_columns (panel);
  g_autofree FixtureColumn *columns = g_new0 (FixtureColumn, n_columns);
  g_autofree double *values = g_new (double, n_rows);
  g_autoptr(BwPanel) other = NULL;

  for (guint i = 0; i < n_columns; i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (panel, i);

      columns[i] = (FixtureColumn) {
        column->name, column->type, column->role,
        bw_column_get_numbers (bw_snapshot_get_column (snapshot, i)), NULL
      };
    }
  memcpy (values, columns[changed].numbers, n_rows * sizeof *values);
  values[row] = raw;
  columns[changed].numbers = values;
  other = fixture_panel (columns, n_columns, n_rows, NULL, 1);

  return fixture_score (other, model, 0);
}

/* Random models with missing data, groups and policies, whose metrics are the columns themselves:
 * with the raw value that is found the customer is in the band, and a little before it is not;
 * where none is found, the best value there is does not do either. */
static void
check_metric (BwPanel                *panel,
              BwModel                *model,
              gsize                   row,
              const BwRequiredMetric *metric)
{
  const gboolean hurts = bw_model_get_metric (model, metric->metric)->hurts;
  const double best = hurts ? 0 : 100;
  const double raw = metric->possible ? metric->raw : best;
  const double less = raw + (hurts ? 1e-6 : -1e-6);
  g_autoptr(BwResults) with = score_with (panel, model, row, metric->metric, raw);
  g_autoptr(BwResults) nearly = score_with (panel, model, row, metric->metric, less);

  if (metric->possible)
    g_assert_cmpfloat (bw_results_get_score (with, row), >=, 70);
  else
    g_assert_cmpfloat_with_epsilon (bw_results_get_score (with, row), metric->most, 1e-8);
  g_assert_cmpfloat (bw_results_get_score (nearly, row), <, 70);
}

/* Possible ones first, then by what they could do at most. */
static void
check_order (const BwRequired *required)
{
  for (guint i = 1; i < required->n_metrics; i++)
    {
      g_assert_cmpint (required->metrics[i].possible, <=, required->metrics[i - 1].possible);
      if (!required->metrics[i - 1].possible)
        g_assert_cmpfloat (required->metrics[i].most, <=, required->metrics[i - 1].most);
    }
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (32);
  guint n_checked = 0;

  for (guint round = 0; round < 12; round++)
    {
      const FixtureShape shape = { rand, 30, 2 + round % 5, 1 + round % 3, 1 + round % 2,
                                   round % 4 * 0.15, FALSE };
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_autoptr(BwModel) model = fixture_random_model (&shape);
      g_autoptr(BwResults) results = fixture_score (panel, model, 0);

      for (gsize row = 0; row < shape.n_customers; row++)
        {
          g_autoptr(BwRequired) required = bw_results_find_required (results, row, HEALTHY);

          if (required == NULL)
            continue;

          check_order (required);
          for (guint i = 0; i < required->n_metrics; i++, n_checked++)
            check_metric (panel, model, row, &required->metrics[i]);
        }
    }
  g_assert_cmpuint (n_checked, >, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/score/required/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/score/required/below-step", test_below_step);
  g_test_add_func ("/score/required/whole", test_whole);
  g_test_add_func ("/score/required/cap", test_cap);
  g_test_add_func ("/score/required/nothing", test_nothing);
  g_test_add_func ("/score/required/texts", test_texts);
  g_test_add_func ("/score/required/mid-ranks", test_mid_ranks);
  g_test_add_func ("/score/required/random", test_random);

  return g_test_run ();
}
