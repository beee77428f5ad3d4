/* Edits that are refused say where and what. */
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

/* Scales, ids and columns that a metric cannot have. */
typedef struct
{
  const char *name;
  BwScale     scale;
  const char *message;
} BadScale;

static const BwPoint equal[] = { { 1, 0 }, { 1, 100 } };
static const BwPoint falling[] = { { 1, 0 }, { 3, 50 }, { 2, 100 } };
static const BwPoint raw_nan[] = { { 1, 0 }, { NAN, 100 } };
static const BwPoint raw_infinite[] = { { 1, 0 }, { INFINITY, 100 } };
static const BwPoint score_nan[] = { { 1, NAN }, { 2, 100 } };
static const BwPoint score_high[] = { { 1, 0 }, { 2, 100.5 } };
static const BwCategoryScore twice[] = { { "Pro", 1 }, { "Pro", 2 } };
static const BwCategoryScore low[] = { { "Pro", -1 } };
static const BwCategoryScore broken[] = { { "\xff", 1 } };

#define POINTS(kind, array) { .type = (kind), .points = (array), \
                              .n_points = G_N_ELEMENTS (array), .other = NAN }
#define CATEGORIES(array, rest) { .type = BW_SCALE_CATEGORIES, .categories = (array), \
                                  .n_categories = G_N_ELEMENTS (array), .other = (rest) }

static const BadScale bad_scales[] = {
  { "two-equal", POINTS (BW_SCALE_CURVE, equal), "points[1]: the raw value 1 does not come after" },
  { "falling", POINTS (BW_SCALE_STEPS, falling), "steps[2]: the raw value 2 does not come after" },
  { "raw-nan", POINTS (BW_SCALE_STEPS, raw_nan), "steps[1]: this is no number" },
  { "raw-infinite", POINTS (BW_SCALE_PERCENTILE, raw_infinite), "points[1]: the number is too" },
  { "score-nan", POINTS (BW_SCALE_CURVE, score_nan), "points[0]: the score nan" },
  { "score-high", POINTS (BW_SCALE_CURVE, score_high), "points[1]: the score 100.5" },
  { "no-points", { .type = BW_SCALE_CURVE }, "points: the list has 0 entries" },
  { "no-steps", { .type = BW_SCALE_STEPS }, "steps: the list has 0 entries" },
  { "turned", { .type = BW_SCALE_LINEAR, .from = 2, .to = 1 }, "“from” may not be more than" },
  { "from-nan", { .type = BW_SCALE_LINEAR, .from = NAN, .to = 1 }, "from: this is no number" },
  { "too-wide", { .type = BW_SCALE_LINEAR, .from = -1e308, .to = 1e308 }, "“from” and “to” are too far" },
  { "category-twice", CATEGORIES (twice, NAN), "values: the value “Pro” is there twice" },
  { "category-low", CATEGORIES (low, NAN), "values.Pro: -1 is out of range" },
  { "category-broken", CATEGORIES (broken, NAN), "values: a value is no text" },
  { "other-high", CATEGORIES (((const BwCategoryScore[]) { { "a", 1 } }), 101), "other: 101 is" },
  { "no-categories", { .type = BW_SCALE_CATEGORIES, .other = NAN }, "values: the list has 0" },
};

/* Texts that a metric cannot have. */
typedef struct
{
  const char *name;
  const char *id;
  const char *column;
  const char *message;
} BadText;

static const BadText bad_texts[] = {
  { "id-taken", "a", "b", "id: the id “a” is there twice" },
  { "id-empty", "", "b", "id: the text is empty" },
  { "column-empty", "b", "", "column: the text is empty" },
  { "column-none", "b", NULL, "column: the text is empty" },
  { "column-broken", "b", "\xff", "column: the text holds half of a character" },
};

/* Conditions that no rule can have. */
typedef struct
{
  const char *name;
  BwCondition condition;
  const char *message;
} BadCondition;

static const BwOperand none[] = { { NULL, NAN } };
static const BwOperand nothing[] = { { "", NAN } };
static const BwOperand much[] = { { "much", 5 } };
static const BwOperand date[] = { { "2026-01-31", NAN } };
static const BwOperand turned[] = { { "9", NAN }, { "5", NAN } };
static const BwOperand mixed[] = { { "9", NAN }, { "2026-01-31", NAN } };

static const BadCondition bad_conditions[] = {
  { "no-name", { BW_SUBJECT_COLUMN, NULL, BW_TEST_EMPTY }, "column: the text is empty" },
  { "no-metric", { BW_SUBJECT_METRIC, "z", BW_TEST_EMPTY }, "metric: there is no metric" },
  { "no-operand", { BW_SUBJECT_COLUMN, "a", BW_TEST_LESS }, "less: the list has 0 entries" },
  { "no-text", { BW_SUBJECT_COLUMN, "a", BW_TEST_IS, none, 1 }, "is: the text is empty" },
  { "empty-text", { BW_SUBJECT_COLUMN, "a", BW_TEST_CONTAINS, nothing, 1 }, "contains: the text" },
  { "no-number", { BW_SUBJECT_COLUMN, "a", BW_TEST_LESS, much, 1 }, "less: “much” is neither" },
  { "no-days", { BW_SUBJECT_DAYS_SINCE, "a", BW_TEST_MORE, date, 1 }, "more: “2026-01-31” is no" },
  { "turned", { BW_SUBJECT_COLUMN, "a", BW_TEST_BETWEEN, turned, 2 }, "between: “9” is more" },
  { "mixed", { BW_SUBJECT_COLUMN, "a", BW_TEST_BETWEEN, mixed, 2 }, "between: one end is a date" },
  { "one-end", { BW_SUBJECT_COLUMN, "a", BW_TEST_BETWEEN, turned, 1 }, "between: the list has 1" },
};

/* Other edits that are refused. */
typedef struct
{
  const char *name;
  BwModel *(*edit)(BwModel *model,
                   GError **error);
  const char *message;
} Refusal;

static BwModel *
no_snapshots (BwModel *model,
              GError **error)
{
  BwMetric metric = *bw_model_get_metric (model, 0);

  metric.derivation = (BwDerivation) { BW_DERIVE_CHANGE, "a" };

  return bw_model_with_metric (model, 0, &metric, error);
}

static BwModel *
missing_value (BwModel *model,
               GError **error)
{
  BwMetric metric = *bw_model_get_metric (model, 0);

  metric.missing = BW_MISSING_VALUE;
  metric.missing_value = 101;
  metric.id = NULL;

  return bw_model_adding_metric (model, 9, &metric, error);
}

static BwModel *
segment_metric_used (BwModel *model,
                     GError **error)
{
  return bw_model_without_metric (model, 2, error);
}

static BwModel *
rule_metric_used (BwModel *model,
                  GError **error)
{
  return bw_model_without_metric (model, 1, error);
}

static BwModel *
group_with_metrics (BwModel *model,
                    GError **error)
{
  return bw_model_without_group (model, 0, 0, error);
}

static BwModel *
last_segment (BwModel *model,
              GError **error)
{
  return bw_model_without_segment (model, 2, error);
}

static BwModel *
last_segment_rule (BwModel *model,
                   GError **error)
{
  BwSegment segment = *bw_model_get_segment (model, 2);

  segment.where = bw_model_get_segment (model, 0)->where;

  return bw_model_with_segment (model, 2, &segment, error);
}

static BwModel *
segment_no_rule (BwModel *model,
                 GError **error)
{
  const BwSegment segment = { NULL, "New" };

  return bw_model_adding_segment (model, 0, &segment, error);
}

static BwModel *
negative_share (BwModel *model,
                GError **error)
{
  BwSegment segment = *bw_model_get_segment (model, 0);
  const double shares[] = { 1, -0.5, 0.5 };

  segment.shares = shares;

  return bw_model_with_segment (model, 0, &segment, error);
}

static BwModel *
rule_empty (BwModel *model,
            GError **error)
{
  const BwConditions where = { TRUE };
  const BwRule rule = { TRUE, 50, &where };

  return bw_model_adding_rule (model, 0, &rule, error);
}

static BwModel *
rule_no_where (BwModel *model,
               GError **error)
{
  const BwRule rule = { TRUE, 50 };

  return bw_model_with_rule (model, 1, &rule, error);
}

static BwModel *
rule_bound (BwModel *model,
            GError **error)
{
  BwRule rule = *bw_model_get_rule (model, 1);

  rule.bound = NAN;

  return bw_model_with_rule (model, 1, &rule, error);
}

static BwModel *
one_band (BwModel *model,
          GError **error)
{
  const BwBand bands[] = { { NULL, "All", "red", 0 } };

  return bw_model_with_bands (model, bands, 1, error);
}

static BwModel *
bands_fall (BwModel *model,
            GError **error)
{
  const BwBand bands[] = {
    { NULL, "A", "red", 0 }, { NULL, "B", "amber", 50 }, { NULL, "C", "green", 50 }
  };

  return bw_model_with_bands (model, bands, 3, error);
}

static BwModel *
grades_end (BwModel *model,
            GError **error)
{
  const BwGrade grades[] = { { "A", 50 }, { "B", 10 } };

  return bw_model_with_grades (model, grades, 2, error);
}

static BwModel *
settings_coverage (BwModel *model,
                   GError **error)
{
  const BwModelSettings settings = { "M", NULL, 1.5, 28, 3 };

  return bw_model_with_settings (model, &settings, error);
}

static const Refusal refusals[] = {
  { "no-snapshots", no_snapshots, "metrics[0].derive.snapshots: 0 is out of range" },
  { "missing-value", missing_value, "metrics[3].missing.value: 101 is out of range" },
  { "segment-looks", segment_metric_used, "The rule of the segment “X” looks at “C”" },
  { "rule-looks", rule_metric_used, "The rule “Late” looks at “B”" },
  { "group-with-metrics", group_with_metrics, "The group “G” has metrics" },
  { "last-segment", last_segment, "“Everyone else” takes all" },
  { "last-segment-rule", last_segment_rule, "segments[2]: the last segment takes everyone else" },
  { "segment-no-rule", segment_no_rule, "segments[0]: only the last segment" },
  { "negative-share", negative_share, "segments[0].weights.b: -0.5 is out of range" },
  { "rule-empty", rule_empty, "rules[0].where.any: the list has 0 entries" },
  { "rule-no-where", rule_no_where, "rules[1]: the key “where” is missing" },
  { "rule-bound", rule_bound, "rules[1].at-least: this is no number" },
  { "one-band", one_band, "bands: the list has 1 entry; give it at least 2" },
  { "bands-fall", bands_fall, "bands[2]: the band starts from 50" },
  { "grades-end", grades_end, "grades[1]: the last grade does not start from 0" },
  { "settings-coverage", settings_coverage, "coverage: 1.5 is out of range" },
};

static void
assert_refused (GError     *error,
                const char *place,
                const char *message)
{
  g_autofree char *whole = g_strconcat (place, message, NULL);

  g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE);
  if (!g_str_has_prefix (error->message, whole))
    g_error ("“%s” does not begin with “%s”", error->message, whole);
}

static void
test_bad_scale (gconstpointer data)
{
  const BadScale *row = data;
  const gboolean of_scale = g_str_has_prefix (row->message, "“");
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;
  BwMetric metric = *bw_model_get_metric (model, 1);

  metric.scale = row->scale;
  g_assert_null (bw_model_with_metric (model, 1, &metric, &error));
  assert_refused (error, of_scale ? "metrics[1].scale: " : "metrics[1].scale.", row->message);
}

static void
test_bad_text (gconstpointer data)
{
  const BadText *row = data;
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;
  BwMetric metric = *bw_model_get_metric (model, 1);

  metric.id = row->id;
  metric.derivation.column = row->column;
  g_assert_null (bw_model_with_metric (model, 1, &metric, &error));
  assert_refused (error, "metrics[1].", row->message);
}

static void
test_bad_condition (gconstpointer data)
{
  const BadCondition *row = data;
  const BwConditions where = { FALSE, &row->condition, 1 };
  const BwRule rule = { TRUE, 50, &where };
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(GError) error = NULL;

  g_assert_null (bw_model_adding_rule (model, 0, &rule, &error));
  assert_refused (error, "rules[0].where.all[0].", row->message);
}

static void
test_refusal (gconstpointer data)
{
  const Refusal *row = data;
  g_autoptr(BwModel) model = model_of_cases ();
  g_autoptr(BwModel) untouched = model_of_cases ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) edited = row->edit (model, &error);

  g_assert_null (edited);
  assert_refused (error, "", row->message);
  g_assert_true (bw_model_equal (model, untouched));
}

#define ADD_ROWS(rows, prefix, test) \
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) \
    { \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL); \
 \
      g_test_add_data_func (path, &rows[i], test); \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS (bad_scales, "/refused/scale/", test_bad_scale)
  ADD_ROWS (bad_texts, "/refused/text/", test_bad_text)
  ADD_ROWS (bad_conditions, "/refused/condition/", test_bad_condition)
  ADD_ROWS (refusals, "/refused/edit/", test_refusal)

  return g_test_run ();
}
