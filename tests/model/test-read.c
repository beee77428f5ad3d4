/* The model file read strictly: what is wrong is named by its path, and nothing wrong passes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each case takes the good model below, replaces one text in it by another, and expects the path
 * and a part of the sentence. */

#include "fixture.h"

#include <math.h>
#include <string.h>

static const char good[] =
  "{\n"
  "  \"format\": \"bellwether-model\", \"version\": 1,\n"
  "  \"name\": \"Renewals 2026\", \"purpose\": \"Tell early\",\n"
  "  \"coverage\": 0.5, \"trend\": {\"days\": 28, \"steady\": 3},\n"
  "  \"bands\": [ {\"id\": \"at-risk\", \"name\": \"At risk\", \"colour\": \"red\", \"from\": 0,"
  " \"action\": \"Call this week\"}, {\"id\": \"watch\", \"name\": \"Watch\", \"colour\": \"amber\","
  " \"from\": 40}, {\"id\": \"healthy\", \"name\": \"Healthy\", \"colour\": \"green\","
  " \"from\": 70} ],\n"
  "  \"grades\": [ {\"letter\": \"A\", \"from\": 85}, {\"letter\": \"B\", \"from\": 70},"
  " {\"letter\": \"E\", \"from\": 0} ],\n"
  "  \"groups\": [ {\"id\": \"adoption\", \"name\": \"Adoption\"}, {\"id\": \"support\", \"name\":"
  " \"Support\"} ],\n"
  "  \"metrics\": [\n"
  "    {\"id\": \"seats\", \"name\": \"Active users\", \"caption\": \"of licensed seats\", \"group\":"
  " \"adoption\", \"derive\": {\"type\": \"ratio\", \"column\": \"active_users\", \"over\":"
  " \"seats\"}, \"direction\": \"helps\", \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 1},"
  " \"missing\": \"skip\", \"subjective\": false, \"why\": \"Seats in use renew\"},\n"
  "    {\"id\": \"login\", \"name\": \"Last login\", \"group\": \"adoption\", \"derive\": {\"type\":"
  " \"days-since\", \"column\": \"last_login\"}, \"direction\": \"hurts\", \"scale\": {\"type\":"
  " \"linear\", \"from\": 0, \"to\": 45}},\n"
  "    {\"id\": \"trend\", \"name\": \"Usage change\", \"group\": \"adoption\", \"derive\":"
  " {\"type\": \"change\", \"column\": \"sessions\", \"snapshots\": 3, \"as\": \"percent\"},"
  " \"scale\": {\"type\": \"curve\", \"points\": [[-50, 0], [0, 60], [50, 100]]}},\n"
  "    {\"id\": \"tickets\", \"name\": \"Support tickets\", \"group\": \"support\", \"column\":"
  " \"tickets\", \"direction\": \"hurts\", \"scale\": {\"type\": \"steps\", \"steps\": [[0, 0],"
  " [3, 50], [6, 100]]}},\n"
  "    {\"id\": \"plan\", \"name\": \"Plan\", \"group\": \"adoption\", \"column\": \"plan\","
  " \"scale\": {\"type\": \"categories\", \"values\": {\"Basic\": 20, \"Pro\": 60,"
  " \"Enterprise\": 100}, \"other\": 50}, \"missing\": {\"value\": 40}},\n"
  "    {\"id\": \"nps\", \"name\": \"NPS\", \"group\": \"support\", \"column\": \"nps\", \"scale\":"
  " {\"type\": \"percentile\"}, \"missing\": \"neutral\"}\n"
  "  ],\n"
  "  \"segments\": [\n"
  "    {\"id\": \"new\", \"name\": \"First 90 days\", \"where\": {\"all\": [ {\"days-since\":"
  " \"start_date\", \"less\": 90} ]}, \"weights\": {\"seats\": 60, \"login\": 40}},\n"
  "    {\"id\": \"enterprise\", \"name\": \"Enterprise\", \"where\": {\"any\": [ {\"column\":"
  " \"segment\", \"is\": \"Enterprise\"}, {\"column\": \"arr\", \"at-least\": 100000} ]},"
  " \"weights\": {\"seats\": 0.4, \"login\": 0.3, \"tickets\": -0.2}},\n"
  "    {\"id\": \"rest\", \"name\": \"Everyone else\", \"weights\": {\"seats\": 30, \"login\": 20,"
  " \"trend\": 10, \"tickets\": 20, \"plan\": 10, \"nps\": 10}}\n"
  "  ],\n"
  "  \"rules\": [ {\"at-most\": 49, \"where\": {\"all\": [ {\"column\": \"delinquent\", \"is\":"
  " \"yes\"} ]}, \"reason\": \"Delinquent\"}, {\"at-least\": 40, \"where\": {\"all\": [ {\"column\":"
  " \"csm_pulse\", \"at-least\": 5} ]}, \"reason\": \"CSM vouches\"} ]\n"
  "}\n";

typedef struct
{
  const char *name;
  const char *old;
  const char *new;
  const char *path; /* with the colon and space behind it */
  const char *what; /* a part of the sentence */
} Case;

static const Case cases[] = {
  { "format", "bellwether-model", "bellwether-mapping", "format: ", "“bellwether-mapping”" },
  { "version-of-old", "\"version\": 1", "\"version\": 0", "version: ", "no version" },
  { "version-text", "\"version\": 1", "\"version\": \"1\"", "version: ", "a number" },
  { "unknown-key", "\"purpose\"", "\"pupose\"", "", "“pupose” is not known here; did you mean" },
  { "name-kind", "\"Renewals 2026\"", "2026", "name: ", "this is a number; write a text" },
  { "coverage-range", "0.5, \"trend\"", "50, \"trend\"", "coverage: ", "from 0 to 1" },
  { "trend-key", "\"days\": 28", "\"day\": 28", "trend: ", "“day”" },
  { "trend-whole", "\"days\": 28", "\"days\": 28.5", "trend.days: ", "whole" },
  { "trend-list", "{\"days\": 28, \"steady\": 3}", "[28, 3]", "trend: ", "this is a list" },
  { "doubled-key", "\"coverage\": 0.5", "\"coverage\": 0.5, \"coverage\": 0.6", "",
    "“coverage” is there twice" },
  { "doubled-weight", "\"login\": 40", "\"login\": 40, \"seats\": 1", "segments[0].weights: ",
    "“seats” is there twice" },
  { "not-finite", "\"from\": 0, \"to\": 45", "\"from\": 0, \"to\": 1e999",
    "metrics[1].scale.to: ", "finite" },
  { "band-first", "\"from\": 0, \"action\"", "\"from\": 1, \"action\"", "bands[0]: ",
    "start from 0" },
  { "band-order", "\"from\": 40}", "\"from\": 80}", "bands[2]: ", "rising order" },
  { "band-colour", "\"amber\"", "\"yellow\"", "bands[1].colour: ", "write one of: red, amber" },
  { "band-id", "\"id\": \"watch\"", "\"id\": \"at-risk\"", "bands[1].id: ", "there twice" },
  { "band-missing", "\"colour\": \"red\", ", "", "bands[0]: ", "“colour” is missing" },
  { "band-range", "\"from\": 70} ],\n  \"grades\"", "\"from\": 170} ],\n  \"grades\"",
    "bands[2].from: ", "0 to 100" },
  { "grade-order", "{\"letter\": \"B\", \"from\": 70}", "{\"letter\": \"B\", \"from\": 90}",
    "grades[1]: ", "best grade first" },
  { "grade-last", "\"E\", \"from\": 0", "\"E\", \"from\": 1", "grades[2]: ", "every score" },
  { "grade-twice", "\"letter\": \"B\"", "\"letter\": \"A\"", "grades[1]: ", "twice" },
  { "group-id", "{\"id\": \"support\", \"name\"", "{\"id\": \"adoption\", \"name\"",
    "groups[1].id: ", "there twice" },
  { "group-unknown", "\"group\": \"support\", \"column\": \"nps\"",
    "\"group\": \"feedback\", \"column\": \"nps\"", "metrics[5].group: ", "“feedback”" },
  { "metric-id", "\"id\": \"login\"", "\"id\": \"seats\"", "metrics[1].id: ", "there twice" },
  { "metric-id-empty", "\"id\": \"login\"", "\"id\": \"\"", "metrics[1].id: ", "empty" },
  { "metric-key", "\"caption\"", "\"subtitle\"", "metrics[0]: ", "“subtitle”" },
  { "metric-no-source", "\"column\": \"nps\", ", "", "metrics[5]: ", "either “column” or “derive”" },
  { "metric-two-sources", "\"column\": \"nps\", ",
    "\"column\": \"nps\", \"derive\": {\"type\": \"mean\", \"column\": \"nps\", \"snapshots\": 2}, ",
    "metrics[5]: ", "either" },
  { "metric-not-object", "    {\"id\": \"nps\"", "    7, {\"id\": \"nps\"", "metrics[5]: ",
    "an object in { }" },
  { "derive-type", "\"type\": \"ratio\"", "\"type\": \"quotient\"", "metrics[0].derive.type: ",
    "column, days-since, days-between, change, mean, ratio" },
  { "derive-key", "\"over\": \"seats\"", "\"under\": \"seats\"", "metrics[0].derive: ",
    "“under” is not known" },
  { "derive-missing", ", \"over\": \"seats\"", "", "metrics[0].derive: ", "“over” is missing" },
  { "derive-snapshots", "\"snapshots\": 3", "\"snapshots\": 0", "metrics[2].derive.snapshots: ",
    "from 1" },
  { "derive-as", "\"as\": \"percent\"", "\"as\": \"points\"", "metrics[2].derive.as: ",
    "absolute, percent" },
  { "direction", "\"direction\": \"helps\"", "\"direction\": \"up\"", "metrics[0].direction: ",
    "helps, hurts" },
  { "scale-missing", ", \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 45}", "",
    "metrics[1]: ", "“scale” is missing" },
  { "scale-type", "\"type\": \"curve\"", "\"type\": \"spline\"", "metrics[2].scale.type: ",
    "linear, curve, steps, categories, percentile" },
  { "scale-key", "\"from\": 0, \"to\": 45", "\"from\": 0, \"to\": 45, \"points\": []",
    "metrics[1].scale: ", "“points” is not known" },
  { "linear-turned", "\"from\": 0, \"to\": 45", "\"from\": 45, \"to\": 0", "metrics[1].scale: ",
    "“from” may not be more than “to”" },
  { "linear-too-wide", "\"from\": 0, \"to\": 45", "\"from\": -1e308, \"to\": 1.7e308",
    "metrics[1].scale: ", "too far apart" },
  { "point-order", "[0, 60]", "[-50, 60]", "metrics[2].scale.points[1]: ", "rising order" },
  { "point-score", "[0, 60]", "[0, 160]", "metrics[2].scale.points[1]: ", "160" },
  { "point-pair", "[0, 60]", "[0, 60, 1]", "metrics[2].scale.points[1]: ", "pair" },
  { "point-kind", "[0, 60]", "[0, \"60\"]", "metrics[2].scale.points[1]: ", "a text" },
  { "point-count", "[[-50, 0], [0, 60], [50, 100]]", "[[-50, 0]]", "metrics[2].scale.points: ",
    "at least 2" },
  { "step-order", "[3, 50]", "[-3, 50]", "metrics[3].scale.steps[1]: ", "rising" },
  { "steps-empty", "[[0, 0], [3, 50], [6, 100]]", "[]", "metrics[3].scale.steps: ", "at least 1" },
  { "category-score", "\"Pro\": 60", "\"Pro\": 600", "metrics[4].scale.values.Pro: ", "0 to 100" },
  { "category-none", "{\"Basic\": 20, \"Pro\": 60, \"Enterprise\": 100}", "{}",
    "metrics[4].scale.values: ", "at least 1" },
  { "category-twice", "\"Pro\": 60", "\"Pro\": 60, \"Pro\": 61", "metrics[4].scale.values: ",
    "twice" },
  { "category-other", "\"other\": 50", "\"other\": -1", "metrics[4].scale.other: ", "0 to 100" },
  { "tag", "\"subjective\": false", "\"tag\": \"vital\"", "metrics[0].tag: ",
    "essential, satisfactory, troublesome" },
  { "missing-policy", "\"missing\": \"neutral\"", "\"missing\": \"best\"", "metrics[5].missing: ",
    "skip, neutral, worst" },
  { "missing-value", "{\"value\": 40}", "{\"value\": 400}", "metrics[4].missing.value: ",
    "0 to 100" },
  { "flag-kind", "\"subjective\": false", "\"subjective\": 0", "metrics[0].subjective: ",
    "true or false" },
  { "segment-id", "\"id\": \"enterprise\"", "\"id\": \"new\"", "segments[1].id: ", "twice" },
  { "segment-no-rule", "\"where\": {\"all\": [ {\"days-since\": \"start_date\", \"less\": 90} ]}, ",
    "", "segments[0]: ", "only the last" },
  { "segment-last-rule", "\"name\": \"Everyone else\"",
    "\"where\": {\"all\": [{\"column\": \"a\", \"is\": 1}]}", "segments[2]: ", "everyone else" },
  { "weights-missing", ", \"weights\": {\"seats\": 60, \"login\": 40}", "", "segments[0]: ",
    "“weights” is missing" },
  { "weight-unknown", "\"seats\": 60", "\"seat\": 60", "segments[0].weights.seat: ",
    "no metric with the id “seat”" },
  { "weight-kind", "\"seats\": 60", "\"seats\": \"60\"", "segments[0].weights.seats: ",
    "a number" },
  { "weight-against-helps", "\"seats\": 60", "\"seats\": -60", "segments[0].weights.seats: ",
    "“helps”" },
  { "weight-signs",
    "\"weights\": {\"seats\": 60, \"login\": 40}",
    "\"weights\": {\"trend\": -1}", "segments[2].weights.trend: ", "positive in another" },
  { "where-both", "\"where\": {\"any\": [", "\"where\": {\"all\": [], \"any\": [",
    "segments[1].where: ", "either" },
  { "where-empty", "[ {\"days-since\": \"start_date\", \"less\": 90} ]", "[]",
    "segments[0].where.all: ", "at least 1" },
  { "where-key", "\"where\": {\"any\": [", "\"where\": {\"some\": [", "segments[1].where: ",
    "“some”" },
  { "condition-subjects", "\"column\": \"segment\", \"is\"",
    "\"column\": \"segment\", \"metric\": \"nps\", \"is\"", "segments[1].where.any[0]: ",
    "exactly one of “column”" },
  { "condition-tests", "\"is\": \"Enterprise\"", "\"is\": \"Enterprise\", \"less\": 3",
    "segments[1].where.any[0]: ", "exactly one test" },
  { "condition-no-test", ", \"is\": \"Enterprise\"", "", "segments[1].where.any[0]: ",
    "exactly one test" },
  { "condition-key", "\"at-least\": 100000", "\"atleast\": 100000", "segments[1].where.any[1]: ",
    "did you mean “at-least”" },
  { "condition-metric", "{\"column\": \"segment\", \"is\"", "{\"metric\": \"segment\", \"is\"",
    "segments[1].where.any[0].metric: ", "no metric with the id “segment”" },
  { "condition-order", "\"at-least\": 100000", "\"at-least\": \"much\"",
    "segments[1].where.any[1].at-least: ", "neither a number nor a date" },
  { "condition-null", "\"at-least\": 100000", "\"at-least\": null",
    "segments[1].where.any[1].at-least: ", "to compare with" },
  { "condition-days", "\"less\": 90", "\"less\": \"2026-01-01\"", "segments[0].where.all[0].less: ",
    "a number of days" },
  { "condition-one-of", "\"is\": \"Enterprise\"", "\"one-of\": []",
    "segments[1].where.any[0].one-of: ", "at least 1" },
  { "condition-contains", "\"is\": \"Enterprise\"", "\"contains\": \"\"",
    "segments[1].where.any[0].contains: ", "empty" },
  { "condition-between", "\"at-least\": 100000", "\"between\": [5, 3]",
    "segments[1].where.any[1].between: ", "lesser end first" },
  { "condition-between-mixed", "\"at-least\": 100000", "\"between\": [5, \"2026-01-01\"]",
    "segments[1].where.any[1].between: ", "two of a kind" },
  { "condition-between-three", "\"at-least\": 100000", "\"between\": [5, 6, 7]",
    "segments[1].where.any[1].between: ", "at most 2" },
  { "condition-empty", "\"at-least\": 100000", "\"empty\": \"yes\"",
    "segments[1].where.any[1].empty: ", "true or false" },
  { "rule-both", "\"at-most\": 49", "\"at-most\": 49, \"at-least\": 1", "rules[0]: ", "either" },
  { "rule-bound", "\"at-most\": 49", "\"at-most\": 149", "rules[0].at-most: ", "0 to 100" },
  { "rule-where", "\"at-most\": 49, \"where\": {\"all\": [ {\"column\": \"delinquent\", \"is\":"
    " \"yes\"} ]}", "\"at-most\": 49", "rules[0]: ", "“where” is missing" },
  { "rule-key", "\"reason\": \"Delinquent\"", "\"because\": \"Delinquent\"", "rules[0]: ",
    "“because”" },
};

static char *
replace_once (const char *text,
              const char *old,
              const char *new)
{
  const char *at = strstr (text, old);

  g_assert_nonnull (at);

  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, new, at + strlen (old));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = replace_once (good, c->old, c->new);
  g_autofree char *place = g_strconcat ("m.json: ", c->path, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_from_json (text, -1, "m.json", &error);

  g_assert_null (model);
  g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE);
  if (!g_str_has_prefix (error->message, place) ||
      strstr (error->message + strlen (place), c->what) == NULL)
    g_error ("%s: “%s” is not “%s…%s”", c->name, error->message, place, c->what);
}

static BwModel *
read_good (const char *text)
{
  g_autoptr(GError) error = NULL;
  BwModel *model = bw_model_from_json (text, -1, "m.json", &error);

  g_assert_no_error (error);

  return model;
}

static void
test_good (void)
{
  g_autoptr(BwModel) model = read_good (good);
  const BwMetric *seats = bw_model_get_metric (model, 0);
  const BwSegment *enterprise = bw_model_get_segment (model, 1);

  g_assert_cmpstr (bw_model_get_name (model), ==, "Renewals 2026");
  g_assert_cmpstr (bw_model_get_purpose (model), ==, "Tell early");
  g_assert_cmpuint (bw_model_get_n_metrics (model), ==, 6);
  g_assert_cmpuint (bw_model_get_n_groups (model), ==, 2);
  g_assert_cmpuint (bw_model_get_n_grades (model), ==, 3);
  g_assert_cmpuint (bw_model_find_metric (model, "nps"), ==, 5);
  g_assert_cmpuint (bw_model_find_metric (model, "none"), ==, BW_NONE);
  g_assert_cmpstr (seats->caption, ==, "of licensed seats");
  g_assert_cmpstr (seats->derivation.other, ==, "seats");
  g_assert_cmpstr (seats->why, ==, "Seats in use renew");
  g_assert_true (bw_model_get_metric (model, 1)->hurts);
  g_assert_true (bw_model_get_metric (model, 2)->derivation.percent);
  g_assert_cmpuint (bw_model_get_metric (model, 4)->missing, ==, BW_MISSING_VALUE);
  g_assert_cmpfloat (bw_model_get_metric (model, 4)->missing_value, ==, 40);
  g_assert_cmpuint (bw_model_get_metric (model, 5)->missing, ==, BW_MISSING_NEUTRAL);

  /* 0.4, 0.3 and −0.2 are 4, 3 and 2 ninths; what is not named is not used. */
  g_assert_cmpfloat_with_epsilon (enterprise->shares[0], 4 / 9., 1e-15);
  g_assert_cmpfloat_with_epsilon (enterprise->shares[1], 3 / 9., 1e-15);
  g_assert_cmpfloat_with_epsilon (enterprise->shares[3], 2 / 9., 1e-15);
  g_assert_true (isnan (enterprise->shares[2]));
  g_assert_true (enterprise->where->any);
  g_assert_null (bw_model_get_segment (model, 2)->where);
  g_assert_true (bw_model_get_rule (model, 0)->cap);
  g_assert_false (bw_model_get_rule (model, 1)->cap);
  g_assert_cmpstr (bw_model_get_rule (model, 1)->reason, ==, "CSM vouches");
}

static void
test_defaults (void)
{
  g_autoptr(BwModel) model =
    read_good ("{\"format\": \"bellwether-model\", \"version\": 1, \"metrics\": [{\"id\": \"a\","
               " \"column\": \"a\", \"scale\": {\"type\": \"percentile\"}}],"
               " \"segments\": [{\"id\": \"rest\", \"weights\": {\"a\": 7}}]}");
  const BwMetric *metric = bw_model_get_metric (model, 0);

  g_assert_cmpfloat (bw_model_get_coverage_floor (model), ==, 0.5);
  g_assert_cmpint (bw_model_get_trend_days (model), ==, 28);
  g_assert_cmpfloat (bw_model_get_trend_steady (model), ==, 3);
  g_assert_cmpuint (bw_model_get_n_bands (model), ==, 3);
  g_assert_cmpuint (bw_model_get_n_grades (model), ==, 5);
  g_assert_cmpuint (bw_model_get_n_rules (model), ==, 0);
  g_assert_cmpstr (metric->name, ==, "a");
  g_assert_cmpstr (bw_model_get_group (model, metric->group)->name, ==, "Other");
  g_assert_false (metric->hurts);
  g_assert_false (metric->check);
  g_assert_cmpuint (metric->missing, ==, BW_MISSING_SKIP);
  g_assert_cmpfloat (bw_model_get_segment (model, 0)->shares[0], ==, 1);
}

static void
test_newer (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model =
    bw_model_from_json ("{\"format\": \"bellwether-model\", \"version\": 2, \"layers\": []}", -1,
                        "m.json", &error);

  g_assert_null (model);
  g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VERSION);
  g_assert_nonnull (strstr (error->message, "m.json: version: "));
  g_assert_nonnull (strstr (error->message, "version 2"));
  g_assert_nonnull (strstr (error->message, "newer Bellwether"));
}

/* A byte order mark is no part of the text, and no end of a line matters. */
static void
test_mark_and_lines (void)
{
  g_auto(GStrv) lines = g_strsplit (good, "\n", -1);
  g_autofree char *windows = g_strjoinv ("\r\n", lines);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", windows, NULL);
  g_autoptr(BwModel) plain = read_good (good);
  g_autoptr(BwModel) model = read_good (marked);

  g_assert_true (bw_model_equal (plain, model));
}

/* Bytes changed at random are refused or read, and never more than that. */
static void
test_fuzz (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *text = g_strdup (good);
      const gsize length = strlen (good);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwModel) model = NULL;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        {
          const gsize at = g_rand_int_range (rand, 0, length);

          if (g_rand_boolean (rand))
            text[at] = good[g_rand_int_range (rand, 0, length)];
          else
            text[at] = "\"{}[]:,0-9.eE\\ntf\xff\x01"[g_rand_int_range (rand, 0, 19)];
        }
      model = bw_model_from_json (text, round % 5 == 0 ? (gssize) (length / 2) : (gssize) length,
                                  "m.json", &error);
      g_assert_true ((model != NULL) == (error == NULL));
    }
}

static void
test_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/model.json");
  g_autoptr(GError) error = NULL;

  g_autoptr(GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr(GFile) endless = g_file_new_for_path ("/dev/zero");

  g_assert_null (bw_model_load (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (bw_model_load (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_null (bw_model_load (endless, &error));
  g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "/dev/zero: the file has more than 8 MB"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/read/error/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/read/good", test_good);
  g_test_add_func ("/read/defaults", test_defaults);
  g_test_add_func ("/read/newer", test_newer);
  g_test_add_func ("/read/mark-and-lines", test_mark_and_lines);
  g_test_add_func ("/read/fuzz", test_fuzz);
  g_test_add_func ("/read/file", test_file);

  return g_test_run ();
}
