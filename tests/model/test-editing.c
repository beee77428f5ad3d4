/* Edits of the whole model: what each does, and that its file says the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/editing.h"

#include <math.h>

#define LINEAR "\"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 1}"
#define METRICS \
  "{\"id\": \"a\", \"name\": \"A\", \"group\": \"g\", \"column\": \"a\", " LINEAR "}," \
  "{\"id\": \"b\", \"name\": \"B\", \"group\": \"h\", \"column\": \"b\", " LINEAR "}," \
  "{\"id\": \"c\", \"name\": \"C\", \"group\": \"g\", \"column\": \"c\", " LINEAR "}"
#define SEGMENTS \
  "{\"id\": \"x\", \"name\": \"X\", \"where\": {\"all\": [{\"metric\": \"c\", \"more\": 1}]}," \
  " \"weights\": {\"a\": 50, \"b\": 30, \"c\": 20}}," \
  "{\"id\": \"y\", \"name\": \"Y\", \"where\": {\"any\": [{\"column\": \"b\", \"is\": 1}]}," \
  " \"weights\": {\"a\": 1}}," \
  "{\"id\": \"rest\", \"name\": \"Everyone else\", \"weights\": {\"a\": 1, \"b\": 1}}"
#define RULES \
  "{\"at-most\": 49, \"reason\": \"Late\", \"where\": {\"all\": [{\"metric\": \"b\", \"less\":" \
  " 5}]}}, {\"at-least\": 10, \"reason\": \"Big\", \"where\": {\"all\": [{\"column\": \"c\"," \
  " \"is\": \"yes\"}]}}"

static BwModel *
model_of_cases (void)
{
  g_autoptr(GError) error = NULL;
  BwModel *model =
    bw_model_from_json ("{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"Test\","
                        " \"groups\": [{\"id\": \"g\", \"name\": \"G\"},"
                        " {\"id\": \"h\", \"name\": \"H\"}], \"metrics\": [" METRICS "],"
                        " \"segments\": [" SEGMENTS "], \"rules\": [" RULES "]}", -1, "m.json",
                        &error);

  g_assert_no_error (error);

  return model;
}

static void
assert_reads_back (const BwModel *model)
{
  g_autofree char *text = bw_model_to_json (model);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) again = bw_model_from_json (text, -1, "again.json", &error);

  g_assert_no_error (error);
  g_assert_true (bw_model_equal (model, again));
}

static void
assert_order (const BwModel *model,
              const char    *ids)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    g_string_append (found, bw_model_get_metric (model, i)->id);
  g_string_append_c (found, '|');
  for (guint i = 0; i < bw_model_get_n_groups (model); i++)
    g_string_append (found, bw_model_get_group (model, i)->id);
  g_string_append_c (found, '|');
  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    g_string_append_c (found, *bw_model_get_segment (model, i)->id);
  g_string_append_c (found, '|');
  for (guint i = 0; i < bw_model_get_n_rules (model); i++)
    g_string_append_c (found, *bw_model_get_rule (model, i)->reason);
  g_assert_cmpstr (found->str, ==, ids);
  assert_reads_back (model);
}

static void
assert_shares (const BwModel *model,
               guint          segment,
               const double  *expected)
{
  const double *shares = bw_model_get_segment (model, segment)->shares;

  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      if (isnan (expected[i]))
        g_assert_true (isnan (shares[i]));
      else
        g_assert_cmpfloat_with_epsilon (shares[i], expected[i], 1e-12);
    }
}

static void
test_metrics (void)
{
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;
  BwMetric metric = *bw_model_get_metric (model, 0);
  g_autoptr(BwModel) added = NULL;
  g_autoptr(BwModel) again = NULL;
  g_autoptr(BwModel) moved = bw_model_moving_metric (model, 0, 2);
  g_autoptr(BwModel) same = bw_model_moving_metric (moved, 2, 0);
  g_autoptr(BwModel) without = bw_model_without_metric (model, 0, &error);

  assert_order (moved, "bca|gh|xyr|LB");
  assert_shares (moved, 0, (const double[]) { 0.3, 0.2, 0.5 });
  assert_shares (moved, 1, (const double[]) { NAN, NAN, 1 });
  g_assert_true (bw_model_equal (model, same));

  /* 50, 30 and 20 without the 50; the segment that used nothing else uses nothing. */
  g_assert_no_error (error);
  assert_order (without, "bc|gh|xyr|LB");
  assert_shares (without, 0, (const double[]) { 0.6, 0.4 });
  assert_shares (without, 1, (const double[]) { NAN, NAN });
  assert_shares (without, 2, (const double[]) { 1, NAN });

  metric.id = NULL;
  metric.name = "Net promoter score";
  added = bw_model_adding_metric (model, 1, &metric, &error);
  g_assert_no_error (error);
  assert_shares (added, 0, (const double[]) { 0.5, 0, 0.3, 0.2 });
  assert_shares (added, 1, (const double[]) { 1, 0, NAN, NAN });
  g_assert_cmpstr (bw_model_get_metric (added, 1)->id, ==, "net-promoter-score");
  again = bw_model_adding_metric (added, 99, &metric, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bw_model_get_metric (again, 4)->id, ==, "net-promoter-score-2");
  assert_reads_back (again);
}

/* A segment that uses no metric uses the one that is added. */
static void
test_first_metric (void)
{
  g_autoptr(BwModel) model = fixture_model ("", NULL, NULL);
  const BwMetric metric = {
    .name = "Logins", .derivation = { BW_DERIVE_COLUMN, "logins" },
    .scale = { .type = BW_SCALE_LINEAR, .from = 0, .to = 9 }, .tag = BW_TAG_ESSENTIAL
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) added = bw_model_adding_metric (model, 0, &metric, &error);

  g_assert_no_error (error);
  assert_shares (added, 0, (const double[]) { 1 });
  g_assert_cmpstr (bw_model_get_metric (added, 0)->id, ==, "logins");
  g_assert_cmpint (bw_model_get_metric (added, 0)->tag, ==, BW_TAG_ESSENTIAL);
  assert_reads_back (added);
}

/* A metric under another id keeps its weights and the rules that look at it. */
static void
test_rename (void)
{
  g_autoptr(BwModel) model = model_of_cases ();
  BwMetric metric = *bw_model_get_metric (model, 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) renamed = NULL;
  g_autoptr(BwModel) kept = NULL;

  metric.id = "sea";
  metric.tag = BW_TAG_TROUBLESOME;
  renamed = bw_model_with_metric (model, 2, &metric, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bw_model_get_segment (renamed, 0)->where->conditions[0].name, ==, "sea");
  g_assert_cmpstr (bw_model_get_segment (model, 0)->where->conditions[0].name, ==, "c");
  assert_shares (renamed, 0, (const double[]) { 0.5, 0.3, 0.2 });
  assert_reads_back (renamed);

  metric.id = NULL;
  metric.name = "Another name";
  kept = bw_model_with_metric (model, 2, &metric, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bw_model_get_metric (kept, 2)->id, ==, "c");
}

static void
test_groups (void)
{
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) added = bw_model_adding_group (model, 0, "New one", &error);
  g_autoptr(BwModel) moved = bw_model_moving_group (model, 0, 7);
  g_autoptr(BwModel) without = bw_model_without_group (model, 0, 1, &error);
  g_autoptr(BwModel) empty = bw_model_without_group (added, 0, BW_NONE, &error);
  g_autoptr(BwModel) named = bw_model_with_group (model, 1, "Help", &error);

  g_assert_no_error (error);
  assert_order (added, "abc|new-onegh|xyr|LB");
  g_assert_cmpuint (bw_model_get_metric (added, 0)->group, ==, 1);
  g_assert_cmpuint (bw_model_get_metric (added, 1)->group, ==, 2);
  assert_order (moved, "abc|hg|xyr|LB");
  g_assert_cmpuint (bw_model_get_metric (moved, 0)->group, ==, 1);
  g_assert_cmpuint (bw_model_get_metric (moved, 1)->group, ==, 0);
  assert_order (without, "abc|h|xyr|LB");
  g_assert_cmpuint (bw_model_get_metric (without, 2)->group, ==, 0);
  g_assert_true (bw_model_equal (empty, model));
  g_assert_cmpstr (bw_model_get_group (named, 1)->name, ==, "Help");
  g_assert_cmpstr (bw_model_get_group (named, 1)->id, ==, "h");
}

static void
test_segments (void)
{
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;
  BwSegment segment = { NULL, "Élite", bw_model_get_segment (model, 1)->where };
  g_autoptr(BwModel) added = bw_model_adding_segment (model, 99, &segment, &error);
  g_autoptr(BwModel) moved = bw_model_moving_segment (model, 0, 9);
  g_autoptr(BwModel) last = bw_model_moving_segment (model, 2, 0);
  g_autoptr(BwModel) without = bw_model_without_segment (model, 0, &error);
  g_autoptr(BwModel) changed = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (bw_model_get_n_segments (added), ==, 4);
  g_assert_cmpstr (bw_model_get_segment (added, 2)->name, ==, "Élite");
  assert_shares (added, 2, (const double[]) { 0.5, 0.5, NAN });
  assert_reads_back (added);
  assert_order (moved, "abc|gh|yxr|LB");
  assert_shares (moved, 1, (const double[]) { 0.5, 0.3, 0.2 });
  g_assert_true (last == model);
  assert_order (without, "abc|gh|yr|LB");

  segment.name = "Renamed";
  changed = bw_model_with_segment (model, 0, &segment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bw_model_get_segment (changed, 0)->id, ==, "x");
  assert_shares (changed, 0, (const double[]) { 0.5, 0.3, 0.2 });
}

static void
test_rules (void)
{
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;
  const BwRule rule = { TRUE, 30, bw_model_get_rule (model, 1)->where };
  g_autoptr(BwModel) added = bw_model_adding_rule (model, 1, &rule, &error);
  g_autoptr(BwModel) moved = bw_model_moving_rule (added, 0, 2);
  g_autoptr(BwModel) without = bw_model_without_rule (added, 0, &error);
  g_autoptr(BwModel) changed = bw_model_with_rule (model, 0, &rule, &error);

  g_assert_no_error (error);
  assert_order (added, "abc|gh|xyr|LCB");
  assert_order (moved, "abc|gh|xyr|CBL");
  assert_order (without, "abc|gh|xyr|CB");
  g_assert_cmpfloat (bw_model_get_rule (changed, 0)->bound, ==, 30);
  g_assert_true (bw_model_get_rule (changed, 0)->cap);
}

static void
test_bands_and_settings (void)
{
  static const BwBand bands[] = {
    { NULL, "Very bad", "red", -0.0 }, { NULL, "Very bad", "orange", 20.5, "Call" },
    { "top", NULL, "green", 100 },
  };
  static const BwGrade grades[] = { { "Gold", 50 }, { "Rest", 0 } };
  static const BwModelSettings settings = { "Ours", "Why", 0, 36500, 100 };
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) dragged = bw_model_with_band_edge (model, 1, 33.3);
  g_autoptr(BwModel) later = NULL;
  g_autoptr(BwModel) banded = bw_model_with_bands (model, bands, G_N_ELEMENTS (bands), &error);
  g_autoptr(BwModel) graded = bw_model_with_grades (banded, grades, 2, &error);
  g_autoptr(BwModel) set = bw_model_with_settings (graded, &settings, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bw_model_get_band (set, 0)->id, ==, "very-bad");
  g_assert_cmpstr (bw_model_get_band (set, 1)->id, ==, "very-bad-2");
  g_assert_cmpstr (bw_model_get_band (set, 2)->name, ==, "top");
  g_assert_cmpstr (bw_model_get_band (set, 1)->action, ==, "Call");
  g_assert_cmpuint (bw_model_band_of (set, 20.5), ==, 1);
  g_assert_cmpuint (bw_model_grade_of (set, 50), ==, 0);
  g_assert_cmpstr (bw_model_get_name (set), ==, "Ours");
  g_assert_cmpint (bw_model_get_trend_days (set), ==, 36500);
  assert_reads_back (set);

  /* What lighter edits made is there after a heavier one. */
  later = bw_model_moving_metric (dragged, 0, 1);
  g_assert_cmpfloat (bw_model_get_band (later, 1)->from, ==, 33.3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editing/metrics", test_metrics);
  g_test_add_func ("/editing/first-metric", test_first_metric);
  g_test_add_func ("/editing/rename", test_rename);
  g_test_add_func ("/editing/groups", test_groups);
  g_test_add_func ("/editing/segments", test_segments);
  g_test_add_func ("/editing/rules", test_rules);
  g_test_add_func ("/editing/bands-and-settings", test_bands_and_settings);

  return g_test_run ();
}
