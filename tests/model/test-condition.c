/* Every test of a condition, segments, rules, bands and grades, by hand-worked rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

#define N_ROWS 5

static const FixtureColumn columns[] = {
  { "arr", BW_COLUMN_MONEY, BW_ROLE_MONEY },
  { "plan", BW_COLUMN_CATEGORY, BW_ROLE_SEGMENT },
  { "overdue", BW_COLUMN_FLAG, BW_ROLE_METRIC },
  { "start", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE },
  { "seen", BW_COLUMN_DATE_TIME, BW_ROLE_ATTRIBUTE },
  { "usage", BW_COLUMN_PERCENT, BW_ROLE_METRIC },
};

static const FixtureSnapshot snapshots[] = {
  { "2026-03-31",
    "a|100|Pro|yes|2026-01-01|2026-03-01|0.5\n"
    "b|250.5|Basic|no|2026-03-01|2026-03-02|\n"
    "c||||||\n"
    "d|-7|Pro plus|no|2025-03-31|2026-03-30|0.45\n"
    "e|0|5|yes|2026-04-10|2026-03-01|1" },
};

/* holds: one character a row, x where the condition holds. */
typedef struct
{
  const char *name;
  const char *condition;
  const char *holds;
} Case;

static const Case cases[] = {
  { "is-text", "\"column\": \"plan\", \"is\": \"Pro\"", "x...." },
  { "is-exact", "\"column\": \"plan\", \"is\": \"pro\"", "....." },
  { "is-number-on-text", "\"column\": \"plan\", \"is\": 5", "....x" },
  { "is-number", "\"column\": \"arr\", \"is\": 250.5", ".x..." },
  { "is-number-as-text", "\"column\": \"arr\", \"is\": \"250.50\"", ".x..." },
  { "is-zero", "\"column\": \"arr\", \"is\": 0", "....x" },
  { "is-yes", "\"column\": \"overdue\", \"is\": \"yes\"", "x...x" },
  { "is-true", "\"column\": \"overdue\", \"is\": true", "x...x" },
  { "is-no", "\"column\": \"overdue\", \"is\": \"no\"", ".x.x." },
  { "is-false", "\"column\": \"overdue\", \"is\": false", ".x.x." },
  { "is-date", "\"column\": \"start\", \"is\": \"2026-03-01\"", ".x..." },
  { "is-day-of-time", "\"column\": \"seen\", \"is\": \"2026-03-01\"", "x...x" },
  { "is-not-text", "\"column\": \"plan\", \"is-not\": \"Pro\"", ".xxxx" },
  { "is-not-number", "\"column\": \"arr\", \"is-not\": 100", ".xxxx" },
  { "is-not-flag", "\"column\": \"overdue\", \"is-not\": \"yes\"", ".xxx." },
  { "one-of", "\"column\": \"plan\", \"one-of\": [\"Pro\", \"Basic\", \"Gone\"]", "xx..." },
  { "one-of-numbers", "\"column\": \"arr\", \"one-of\": [100, -7]", "x..x." },
  { "contains", "\"column\": \"plan\", \"contains\": \"Pro\"", "x..x." },
  { "contains-exact", "\"column\": \"plan\", \"contains\": \"pro\"", "....." },
  { "less", "\"column\": \"arr\", \"less\": 100", "...xx" },
  { "less-date", "\"column\": \"start\", \"less\": \"2026-01-01\"", "...x." },
  { "at-most", "\"column\": \"arr\", \"at-most\": 100", "x..xx" },
  { "at-most-day-of-time", "\"column\": \"seen\", \"at-most\": \"2026-03-01\"", "x...x" },
  { "more", "\"column\": \"arr\", \"more\": 100", ".x..." },
  { "more-day-of-time", "\"column\": \"seen\", \"more\": \"2026-03-01\"", ".x.x." },
  { "at-least", "\"column\": \"arr\", \"at-least\": 100", "xx..." },
  { "at-least-percent", "\"column\": \"usage\", \"at-least\": 0.5", "x...x" },
  { "between", "\"column\": \"arr\", \"between\": [-7, 100]", "x..xx" },
  { "between-dates", "\"column\": \"start\", \"between\": [\"2026-01-01\", \"2026-03-01\"]",
    "xx..." },
  { "empty", "\"column\": \"plan\", \"empty\": true", "..x.." },
  { "not-empty", "\"column\": \"plan\", \"empty\": false", "xx.xx" },
  { "empty-number", "\"column\": \"usage\", \"empty\": true", ".xx.." },
  { "not-empty-number", "\"column\": \"usage\", \"empty\": false", "x..xx" },
  { "days-since", "\"days-since\": \"start\", \"less\": 90", "xx..x" },
  { "days-since-ahead", "\"days-since\": \"start\", \"less\": 0", "....x" },
  { "days-since-time", "\"days-since\": \"seen\", \"is\": 30", "x...x" },
  { "metric", "\"metric\": \"age\", \"at-least\": 89", "x..x." },
  { "metric-empty", "\"metric\": \"age\", \"empty\": true", "..x.." },
  { "metric-of-texts", "\"metric\": \"plan\", \"is\": \"Basic\"", ".x..." },
  { "metric-of-texts-contains", "\"metric\": \"plan\", \"contains\": \"Pro\"", "x..x." },
};

#define METRICS \
  "{\"id\": \"age\", \"group\": \"g\", \"derive\": {\"type\": \"days-since\", \"column\": " \
  "\"start\"}, \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 1}}," \
  "{\"id\": \"plan\", \"group\": \"g\", \"column\": \"plan\", \"scale\": {\"type\": " \
  "\"categories\", \"values\": {\"Pro\": 1}}}"

static BwPanel *
panel_of_cases (void)
{
  return fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 1);
}

static BwModel *
model_of (const char *where)
{
  g_autofree char *rules = g_strdup_printf ("{\"at-most\": 1, \"where\": %s}", where);

  return fixture_model (METRICS, NULL, rules);
}

static void
assert_holds (const char *where,
              const char *expected)
{
  g_autoptr(BwPanel) panel = panel_of_cases ();
  g_autoptr(BwModel) model = model_of (where);
  g_autoptr(GError) error = NULL;
  gboolean holds[N_ROWS];
  char found[N_ROWS + 1] = "";

  g_assert_true (bw_model_check (model, panel, &error));
  g_assert_no_error (error);

  bw_model_find_rows (model, bw_model_get_rule (model, 0)->where, panel, 0, holds);
  for (guint i = 0; i < N_ROWS; i++)
    found[i] = holds[i] ? 'x' : '.';
  g_assert_cmpstr (found, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *where = g_strdup_printf ("{\"all\": [{%s}]}", c->condition);

  assert_holds (where, c->holds);
}

/* Every row of the table: an id of its own, a case here, and what missing values do to it. */
static void
test_rows (void)
{
  static const FixtureSnapshot empty[] = { { "2026-03-31", "a||||||" } };
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), empty, 1);

  for (guint test = 0; test < BW_N_TESTS; test++)
    {
      guint n_cases = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *where = g_strdup_printf ("{\"all\": [{%s}]}", cases[i].condition);
          g_autoptr(BwModel) model = model_of (where);
          const BwConditions *conditions = bw_model_get_rule (model, 0)->where;
          const BwCondition *condition = &conditions->conditions[0];
          gboolean holds;

          if (condition->test != test)
            continue;

          n_cases++;
          bw_model_find_rows (model, conditions, panel, 0, &holds);
          g_assert_true (holds == (test == BW_TEST_IS_NOT ||
                                   (test == BW_TEST_EMPTY && condition->empty)));
        }
      g_assert_cmpuint (n_cases, >, 0);
      for (guint other = 0; other < test; other++)
        g_assert_cmpstr (bw_test_get_id (test), !=, bw_test_get_id (other));
    }
}

static void
test_lists (void)
{
  assert_holds ("{\"all\": [{\"column\": \"arr\", \"at-least\": 0},"
                " {\"column\": \"overdue\", \"is\": \"yes\"}]}", "x...x");
  assert_holds ("{\"any\": [{\"column\": \"arr\", \"more\": 200},"
                " {\"column\": \"overdue\", \"is\": \"yes\"}]}", "xx..x");
}

static void
test_segments (void)
{
  g_autoptr(BwPanel) panel = panel_of_cases ();
  g_autoptr(BwModel) model = fixture_model (METRICS,
                                            "{\"id\": \"new\", \"where\": {\"all\": "
                                            "[{\"days-since\": \"start\", \"less\": 90}]}, "
                                            "\"weights\": {}},"
                                            "{\"id\": \"pro\", \"where\": {\"all\": "
                                            "[{\"column\": \"plan\", \"contains\": \"Pro\"}]}, "
                                            "\"weights\": {}},"
                                            "{\"id\": \"rest\", \"weights\": {}}", NULL);
  const guint expected[N_ROWS] = { 0, 0, 2, 1, 0 };
  guint found[N_ROWS];

  bw_model_assign_segments (model, panel, 0, found);
  for (guint i = 0; i < N_ROWS; i++)
    g_assert_cmpuint (found[i], ==, expected[i]);
  g_assert_cmpuint (bw_model_find_segment (model, "pro"), ==, 1);
  g_assert_cmpuint (bw_model_find_segment (model, "nobody"), ==, BW_NONE);
}

static void
test_bands_and_grades (void)
{
  g_autoptr(BwModel) model = fixture_model (METRICS, NULL, NULL);
  static const struct
  {
    double      score;
    guint       band;
    const char *letter;
  } rows[] = {
    { 0, 0, "E" }, { 39.999999999, 0, "E" }, { 40, 1, "D" }, { 54.9, 1, "D" }, { 55, 1, "C" },
    { 69.999999999, 1, "C" }, { 70, 2, "B" }, { 84.99, 2, "B" }, { 85, 2, "A" }, { 100, 2, "A" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const guint grade = bw_model_grade_of (model, rows[i].score);

      g_assert_cmpuint (bw_model_band_of (model, rows[i].score), ==, rows[i].band);
      g_assert_cmpstr (bw_model_get_grade (model, grade)->letter, ==, rows[i].letter);
    }
  g_assert_cmpuint (bw_model_band_of (model, NAN), ==, BW_MAX_BANDS);
  g_assert_cmpuint (bw_model_grade_of (model, NAN), ==, BW_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/condition/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/condition/rows", test_rows);
  g_test_add_func ("/condition/lists", test_lists);
  g_test_add_func ("/condition/segments", test_segments);
  g_test_add_func ("/condition/bands-and-grades", test_bands_and_grades);

  return g_test_run ();
}
