/* What differs between two models, in sentences: each kind of change by hand, and all of them at random. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "any-model.h"

#include "model/differences.h"
#include "model/editing.h"

#include <math.h>
#include <string.h>

/* A model in which a row of the table replaces one piece of text. */
static const char *const base =
  "{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"Renewals\", \"purpose\": \"To see\","
  " \"groups\": [{\"id\": \"use\", \"name\": \"Use\"}, {\"id\": \"care\", \"name\": \"Care\"}],"
  " \"metrics\": ["
  "  {\"id\": \"nps\", \"name\": \"NPS\", \"group\": \"care\", \"column\": \"nps\","
  "   \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 10}},"
  "  {\"id\": \"plan\", \"name\": \"Plan\", \"group\": \"use\", \"column\": \"plan\","
  "   \"scale\": {\"type\": \"categories\", \"values\": {\"Basic\": 20, \"Pro\": 60}}},"
  "  {\"id\": \"seats\", \"name\": \"Seats\", \"group\": \"use\", \"column\": \"seats\","
  "   \"scale\": {\"type\": \"curve\", \"points\": [[0, 0], [10, 100]]}}],"
  " \"segments\": ["
  "  {\"id\": \"big\", \"name\": \"Enterprise\", \"where\": {\"all\": [{\"column\": \"plan\", \"is\": \"Pro\"}]},"
  "   \"weights\": {\"nps\": 20, \"plan\": 30, \"seats\": 50}},"
  "  {\"id\": \"rest\", \"name\": \"Everyone else\", \"weights\": {\"nps\": 50, \"plan\": 50}}],"
  " \"rules\": [{\"at-most\": 49, \"where\": {\"all\": [{\"column\": \"late\", \"is\": \"yes\"}]},"
  "   \"reason\": \"Late\"}]}";

typedef struct
{
  const char *name;
  const char *find;
  const char *put;
  const char *said; /* sentences, each with a line feed after it */
} Case;

static const Case cases[] = {
  { "nothing", "Renewals", "Renewals", "" },
  { "name", "\"name\": \"Renewals\"", "\"name\": \"R2\"", "The model Renewals is called R2 now\n" },
  { "weights", "\"nps\": 20, \"plan\": 30, \"seats\": 50", "\"nps\": 35, \"plan\": 30, \"seats\": 35",
    "Weight of NPS in Enterprise: 20 % → 35 %\nWeight of Seats in Enterprise: 50 % → 35 %\n" },
  { "small-weights", "\"nps\": 50, \"plan\": 50", "\"nps\": 50.1, \"plan\": 49.9",
    "Weight of NPS in Everyone else: 50.0 % → 50.1 %\nWeight of Plan in Everyone else: 50.0 % → 49.9 %\n" },
  { "left-out", "\"nps\": 50, \"plan\": 50", "\"nps\": 50",
    "Weight of NPS in Everyone else: 50 % → 100 %\nPlan is left out of Everyone else, where it counted 50 %\n" },
  { "taken-in", "\"nps\": 50, \"plan\": 50", "\"nps\": 50, \"plan\": 50, \"seats\": 0",
    "Seats counts in Everyone else now: 0 %\n" },
  { "linear", "\"from\": 0, \"to\": 10", "\"from\": -2, \"to\": 10.5",
    "Scale of NPS: −2 to 10.5 instead of 0 to 10\n" },
  { "scale-type", "{\"type\": \"linear\", \"from\": 0, \"to\": 10}", "{\"type\": \"percentile\"}",
    "Scale of NPS: the place among all instead of a straight line\n" },
  { "category", "\"Pro\": 60", "\"Pro\": 70, \"Max\": 90",
    "Scale of Plan: “Pro” scores 70 instead of 60\nScale of Plan: “Max” scores 90 instead of nothing\n" },
  { "curve", "[10, 100]", "[20, 100]", "Scale of Seats: its points changed\n" },
  { "source", "\"column\": \"nps\",", "\"derive\": {\"type\": \"mean\", \"column\": \"nps\", \"snapshots\": 3},",
    "Source of NPS: mean of nps over 3 snapshots instead of nps\n" },
  { "direction", "\"column\": \"nps\",", "\"column\": \"nps\", \"direction\": \"hurts\",",
    "NPS: more of it is worse now\n" },
  { "missing", "\"column\": \"nps\",", "\"column\": \"nps\", \"missing\": {\"value\": 40},",
    "Missing NPS: scores 40 instead of left out\n" },
  { "missing-50", "\"column\": \"nps\",", "\"column\": \"nps\", \"missing\": {\"value\": 50},",
    "Missing NPS: scores 50, set by hand instead of left out\n" },
  { "opinion", "\"column\": \"nps\",", "\"column\": \"nps\", \"subjective\": true,",
    "NPS is marked as an opinion\n" },
  { "why", "\"column\": \"nps\",", "\"column\": \"nps\", \"why\": \"It tells\",",
    "Why NPS counts was written anew\n" },
  { "group", "\"group\": \"care\"", "\"group\": \"use\"", "NPS is in the group Use, not Care\n" },
  { "rename-metric", "\"name\": \"NPS\"", "\"name\": \"Net promoters\"",
    "Metric NPS is called Net promoters now\n" },
  { "rename-segment", "\"name\": \"Enterprise\"", "\"name\": \"Large\"",
    "Segment Enterprise is called Large now\n" },
  { "rule-of-segment", "\"is\": \"Pro\"", "\"is\": \"Max\"", "Rule of Enterprise changed\n" },
  { "cap", "\"at-most\": 49", "\"at-most\": 39", "Cap “Late”: at most 39 instead of 49\n" },
  { "cap-whom", "\"is\": \"yes\"", "\"is\": \"no\"", "The conditions of the cap “Late” changed\n" },
  { "cap-to-floor", "\"at-most\": 49", "\"at-least\": 49", "Floor at 49 added: Late\nCap at 49 removed: Late\n" },
  { "cap-removed", "{\"at-most\": 49, \"where\": {\"all\": [{\"column\": \"late\", \"is\": \"yes\"}]},"
    "   \"reason\": \"Late\"}", "", "Cap at 49 removed: Late\n" },
  { "band", "\"purpose\":", "\"bands\": [{\"id\": \"at-risk\", \"name\": \"At risk\", \"colour\": \"red\","
    "\"from\": 0}, {\"id\": \"watch\", \"name\": \"Watch\", \"colour\": \"amber\", \"from\": 40},"
    "{\"id\": \"healthy\", \"name\": \"Healthy\", \"colour\": \"green\", \"from\": 75}], \"purpose\":",
    "Healthy begins at 75 instead of 70\n" },
  { "grade", "\"purpose\":", "\"grades\": [{\"letter\": \"A\", \"from\": 90}, {\"letter\": \"B\", \"from\": 70},"
    "{\"letter\": \"C\", \"from\": 55}, {\"letter\": \"D\", \"from\": 40}, {\"letter\": \"E\", \"from\": 0}],"
    " \"purpose\":", "Grade A begins at 90 instead of 85\n" },
  { "coverage", "\"purpose\":", "\"coverage\": 0.6, \"purpose\":",
    "A score needs data for 60 % of the weight instead of 50 %\n" },
  { "trend", "\"purpose\":", "\"trend\": {\"days\": 30, \"steady\": 3}, \"purpose\":",
    "The trend looks back 30 days instead of 28\n" },
};

static BwModel *
read_model (const char *text)
{
  g_autoptr(GError) error = NULL;
  BwModel *model = bw_model_from_json (text, -1, "test.json", &error);

  g_assert_no_error (error);

  return model;
}

static char *
replace (const char *text,
         const char *find,
         const char *put)
{
  const char *at = strstr (text, find);

  g_assert_nonnull (at);

  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, put, at + strlen (find));
}

static char *
list (BwModel *from,
      BwModel *to)
{
  g_auto(GStrv) said = bw_model_list_differences (from, to);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; said[i] != NULL; i++)
    g_string_append_printf (lines, "%s\n", said[i]);

  return g_string_free (lines, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = replace (base, c->find, c->put);
  g_autoptr(BwModel) from = read_model (base);
  g_autoptr(BwModel) to = read_model (text);
  g_autofree char *said = list (from, to);

  g_assert_cmpstr (said, ==, c->said);
}

/* A metric that comes and a metric that goes, with what follows for the weights. */
static void
test_metric_comes_and_goes (void)
{
  g_autoptr(BwModel) from = read_model (base);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) to = bw_model_without_metric (from, 2, &error);
  g_autofree char *gone = NULL;
  g_autofree char *come = NULL;

  g_assert_no_error (error);
  gone = list (from, to);
  come = list (to, from);
  g_assert_cmpstr (gone, ==, "Metric Seats removed\n"
                   "Weight of Plan in Enterprise: 30 % → 60 %\nWeight of NPS in Enterprise: 20 % → 40 %\n");
  g_assert_true (g_str_has_prefix (come, "Metric Seats added\nSeats counts in Enterprise now: 50 %\n"));
}

/* Whatever two models are: equal ones give nothing, others at least one sentence, each way. */
static void
test_any_two (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(BwModel) a = any_model (rand);
      g_autoptr(BwModel) b = any_model (rand);
      g_autofree char *text = bw_model_to_json (a);
      g_autoptr(BwModel) again = read_model (text);
      g_autofree char *there = list (a, b);
      g_autofree char *back = list (b, a);
      g_autofree char *none = list (a, again);

      g_assert_cmpint (*there == '\0', ==, bw_model_equal (a, b));
      g_assert_cmpint (*back == '\0', ==, bw_model_equal (a, b));
      g_assert_cmpstr (none, ==, "");
    }
}

/* The members of a model's JSON, all through: a value that is another gives a sentence. */
static void
test_one_metric_field (gconstpointer data)
{
  static const BwMissing missings[] = { BW_MISSING_SKIP, BW_MISSING_NEUTRAL, BW_MISSING_WORST, BW_MISSING_VALUE };
  guint n_changed = 0;

  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(BwModel) a = any_model (rand);
      const guint i = g_rand_int_range (rand, 0, bw_model_get_n_metrics (a));
      BwMetric metric = *bw_model_get_metric (a, i);
      g_autoptr(BwModel) b = NULL;
      g_autofree char *said = NULL;

      switch (g_rand_int_range (rand, 0, 7))
        {
        case 0: metric.name = "Another name"; break;
        case 1: metric.caption = "another caption"; break;
        case 2: metric.group = g_rand_int_range (rand, 0, bw_model_get_n_groups (a)); break;
        case 3: metric.hurts = !metric.hurts; break;
        case 4:
          metric.missing = missings[g_rand_int_range (rand, 0, 4)];
          metric.missing_value = 25 * g_rand_int_range (rand, 0, 3);
          break;
        case 5: metric.tag = g_rand_int_range (rand, 0, 4); break;
        default: metric.subjective = !metric.subjective; break;
        }
      b = bw_model_with_metric (a, i, &metric, NULL);
      if (b == NULL)
        continue;
      said = list (a, b);
      g_assert_cmpint (*said == '\0', ==, bw_model_equal (a, b));
      n_changed += *said != '\0';
    }
  g_assert_cmpuint (n_changed, >, 150);
}

/* Parts moved about: of their order there is a sentence, or of the weights that follow from it. */
static void
test_orders (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(BwModel) a = any_model (rand);
      const guint n = bw_model_get_n_metrics (a), n_groups = bw_model_get_n_groups (a);
      const guint n_rules = bw_model_get_n_rules (a);
      g_autoptr(BwModel) b = bw_model_moving_metric (a, g_rand_int_range (rand, 0, n), g_rand_int_range (rand, 0, n));
      g_autoptr(BwModel) c = bw_model_moving_group (a, g_rand_int_range (rand, 0, n_groups),
                                                    g_rand_int_range (rand, 0, n_groups));
      g_autoptr(BwModel) d = n_rules > 0 ? bw_model_moving_rule (a, 0, n_rules - 1) : bw_model_ref (a);
      BwModel *moved[] = { b, c, d };

      for (guint i = 0; i < G_N_ELEMENTS (moved); i++)
        {
          g_autofree char *said = list (a, moved[i]);

          g_assert_cmpint (*said == '\0', ==, bw_model_equal (a, moved[i]));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/differences/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/differences/metric-comes-and-goes", test_metric_comes_and_goes);
  g_test_add_func ("/differences/any-two", test_any_two);
  g_test_add_data_func ("/differences/one-metric-field", NULL, test_one_metric_field);
  g_test_add_func ("/differences/orders", test_orders);

  return g_test_run ();
}
