/* A model held to a panel: what is missing or does not fit is named with its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

static const FixtureColumn columns[] = {
  { "Monthly charges", BW_COLUMN_MONEY, BW_ROLE_MONEY },
  { "tenure", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "plan", BW_COLUMN_CATEGORY, BW_ROLE_SEGMENT },
  { "overdue", BW_COLUMN_FLAG, BW_ROLE_METRIC },
  { "last_login", BW_COLUMN_DATE, BW_ROLE_METRIC },
};

typedef struct
{
  const char *name;
  const char *source;    /* of the metric */
  const char *scale;     /* or NULL for linear */
  const char *condition; /* of segment 0 and of rule 0, or NULL */
  const char *what;      /* NULL where nothing is wrong; else how the message begins */
  const char *more;      /* a part of it, or NULL */
} Case;

#define CATEGORIES(values) "{\"type\": \"categories\", \"values\": {" values "}}"

static const Case cases[] = {
  { "number", "\"column\": \"tenure\"", NULL, NULL, NULL, NULL },
  { "money", "\"column\": \"Monthly charges\"", NULL, NULL, NULL, NULL },
  { "flag-linear", "\"column\": \"overdue\"", NULL, NULL, NULL, NULL },
  { "missing", "\"column\": \"MonthlyCharges\"", NULL, NULL,
    "metrics[0] (Metric): the data has no column “MonthlyCharges”", "mean “Monthly charges”?" },
  { "missing-typo", "\"column\": \"tenrue\"", NULL, NULL,
    "metrics[0] (Metric): the data has no column “tenrue”", "mean “tenure”?" },
  { "missing-far", "\"column\": \"zzzzzz\"", NULL, NULL,
    "metrics[0] (Metric): the data has no column “zzzzzz”", NULL },
  { "missing-other",
    "\"derive\": {\"type\": \"ratio\", \"column\": \"tenure\", \"over\": \"seats\"}", NULL, NULL,
    "metrics[0] (Metric): the data has no column “seats”", NULL },
  { "days-of-number", "\"derive\": {\"type\": \"days-since\", \"column\": \"tenure\"}", NULL, NULL,
    "metrics[0] (Metric): the column “tenure” does not hold dates", "days-since" },
  { "mean-of-text", "\"derive\": {\"type\": \"mean\", \"column\": \"plan\", \"snapshots\": 2}", NULL,
    NULL, "metrics[0] (Metric): the column “plan” does not hold numbers", "“mean”" },
  { "change-of-date",
    "\"derive\": {\"type\": \"change\", \"column\": \"last_login\", \"snapshots\": 1}", NULL, NULL,
    "metrics[0] (Metric): the column “last_login” does not hold numbers", NULL },
  { "text-linear", "\"column\": \"plan\"", NULL, NULL,
    "metrics[0] (Metric): the column “plan” does not fit the scale “linear”", "categories" },
  { "text-categories", "\"column\": \"plan\"", CATEGORIES ("\"Pro\": 5"), NULL, NULL, NULL },
  { "date-linear", "\"column\": \"last_login\"", NULL, NULL,
    "metrics[0] (Metric): the column “last_login”", "days-since" },
  { "number-categories", "\"column\": \"tenure\"", CATEGORIES ("\"1\": 5, \"2.5\": 7"), NULL, NULL,
    NULL },
  { "number-text-categories", "\"column\": \"tenure\"", CATEGORIES ("\"Pro\": 5"), NULL,
    "metrics[0] (Metric): ", "numbers" },
  { "flag-categories", "\"column\": \"overdue\"", CATEGORIES ("\"yes\": 5, \"no\": 7"), NULL, NULL,
    NULL },
  { "flag-text-categories", "\"column\": \"overdue\"", CATEGORIES ("\"maybe\": 5"), NULL,
    "metrics[0] (Metric): ", "“yes” and “no”" },
  { "rule-column", "\"column\": \"tenure\"", NULL, "\"column\": \"Plan tier\", \"is\": \"Pro\"",
    "segments[0].where.all[1]: the data has no column “Plan tier”", "“plan”" },
  { "rule-days", "\"column\": \"tenure\"", NULL, "\"days-since\": \"tenure\", \"less\": 3",
    "segments[0].where.all[1]: the column “tenure” does not hold dates", NULL },
  { "rule-text-order", "\"column\": \"tenure\"", NULL, "\"column\": \"plan\", \"less\": 3",
    "segments[0].where.all[1]: “plan” cannot be tested with “less”", "texts" },
  { "rule-number-contains", "\"column\": \"tenure\"", NULL,
    "\"column\": \"tenure\", \"contains\": \"3\"",
    "segments[0].where.all[1]: “tenure” cannot be tested with “contains”", NULL },
  { "rule-number-text", "\"column\": \"tenure\"", NULL, "\"column\": \"tenure\", \"is\": \"yes\"",
    "segments[0].where.all[1]: “tenure” cannot be tested with “is”", "number" },
  { "rule-number-date", "\"column\": \"tenure\"", NULL,
    "\"column\": \"tenure\", \"less\": \"2026-01-01\"", "segments[0].where.all[1]: ", "number" },
  { "rule-date-number", "\"column\": \"tenure\"", NULL, "\"column\": \"last_login\", \"less\": 3",
    "segments[0].where.all[1]: ", "2026-01-31" },
  { "rule-flag-text", "\"column\": \"tenure\"", NULL, "\"column\": \"overdue\", \"is\": \"late\"",
    "segments[0].where.all[1]: ", "“yes” or “no”" },
  { "rule-flag-number", "\"column\": \"tenure\"", NULL, "\"column\": \"overdue\", \"is\": 1", NULL,
    NULL },
  { "rule-empty", "\"column\": \"tenure\"", NULL, "\"column\": \"plan\", \"empty\": true", NULL,
    NULL },
  { "rule-metric", "\"column\": \"tenure\"", NULL, "\"metric\": \"m\", \"contains\": \"x\"",
    "segments[0].where.all[1]: “m” cannot be tested with “contains”", NULL },
};

static BwModel *
model_of (const Case *c,
          gboolean    rule)
{
  g_autofree char *metrics =
    g_strdup_printf ("{\"id\": \"m\", \"name\": \"Metric\", %s, \"scale\": %s}", c->source,
                     c->scale != NULL ? c->scale
                     : "{\"type\": \"linear\", \"from\": 0, \"to\": 1}");
  g_autofree char *where =
    g_strdup_printf ("{\"all\": [{\"column\": \"plan\", \"is\": \"Pro\"}, {%s}]}",
                     c->condition != NULL ? c->condition : "\"column\": \"plan\", \"is\": \"x\"");
  g_autofree char *segments =
    g_strdup_printf ("{\"id\": \"x\", \"where\": %s, \"weights\": {}},"
                     " {\"id\": \"rest\", \"weights\": {}}", where);
  g_autofree char *rules = g_strdup_printf ("{\"at-most\": 49, \"where\": %s}", where);

  return fixture_model (metrics, rule ? NULL : segments, rule ? rules : NULL);
}

static void
assert_message (const Case   *c,
                const GError *error,
                const char   *begin)
{
  if (!g_str_has_prefix (error->message, begin) ||
      (c->more != NULL && strstr (error->message, c->more) == NULL))
    g_error ("%s: “%s” is not “%s…%s”", c->name, error->message, begin, c->more);
}

static void
test_case (gconstpointer data)
{
  static const FixtureSnapshot snapshots[] = { { "2026-03-31", "a|1|2|Pro|yes|2026-03-01" } };
  const Case *c = data;
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 1);

  for (guint rule = 0; rule < 2; rule++)
    {
      g_autoptr(BwModel) model = model_of (c, rule == 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(GString) begin = g_string_new (c->what);

      if (rule == 1)
        g_string_replace (begin, "segments[", "rules[", 1);
      g_assert_true (bw_model_check (model, panel, &error) == (c->what == NULL));
      if (c->what == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN);
      assert_message (c, error, begin->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
