/* A metric whose values are worked out otherwise than before: what of it follows, and what stays. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "model/proposal-derived.h"

#include <math.h>

static const FixtureColumn columns[] = {
  { "renewal_date", BW_COLUMN_DATE, BW_ROLE_RENEWAL },
  { "start_date", BW_COLUMN_DATE, BW_ROLE_METRIC },
  { "last_login", BW_COLUMN_DATE, BW_ROLE_METRIC },
  { "widgets", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "logins", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "tickets", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "plan", BW_COLUMN_CATEGORY, BW_ROLE_METRIC },
  { "churn_date", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE },
};

/* Days since the last login: 1, 11, 31, 59, 0. Logins of both months in the mean: 10, 20, 30, 40, 50;
 * their change: 0, 10, 20, 30, 40. */
static const FixtureSnapshot snapshots[] = {
  { "2026-02-28",
    "a|2026-05-01|2025-01-01|2026-02-20|7|10|0|x|2026-03-01\n"
    "b|2026-05-02|2025-02-01|2026-02-20|8|15|2|x|2026-03-01\n"
    "c|2026-05-03|2025-03-01|2026-02-20|9|20|4|x|2026-03-01\n"
    "d|2026-05-04|2025-04-01|2026-02-20|5|25|1|x|2026-03-01\n"
    "e|2026-05-05|2025-05-01|2026-02-20|4|30|9|x|2026-03-01" },
  { "2026-03-31",
    "a|2026-05-01|2025-01-01|2026-03-30|7|10|0|x|2026-03-01\n"
    "b|2026-05-02|2025-02-01|2026-03-20|8|25|2|y|2026-03-01\n"
    "c|2026-05-03|2025-03-01|2026-02-28|9|40|4|x|2026-03-01\n"
    "d|2026-05-04|2025-04-01|2026-01-31|5|55|1|y|2026-03-01\n"
    "e|2026-05-05|2025-05-01|2026-03-31|4|70|9|x|2026-03-01" },
};

#define COLUMN(name) { BW_DERIVE_COLUMN, name }
#define LOGIN { BW_DERIVE_DAYS_SINCE, "last_login" }
#define LINE(a, b) { .type = BW_SCALE_LINEAR, .from = a, .to = b }

typedef struct
{
  const char  *name;
  BwMetric     before;
  BwDerivation derivation;
  BwMetric     after;
} Case;

static const Case cases[] = {
  { "days-since-hurt", { .name = "Logins", .derivation = COLUMN ("logins") }, LOGIN,
    { .name = "Last login", .caption = "days ago", .hurts = TRUE, .scale = LINE (0, 55) } },
  { "and-back", { .name = "Last login", .caption = "days ago", .hurts = TRUE, .derivation = LOGIN },
    COLUMN ("logins"), { .name = "Logins", .scale = LINE (15, 65) } },
  { "own-words-stay", { .name = "Presence", .caption = "of admins", .derivation = COLUMN ("logins") },
    LOGIN, { .name = "Presence", .caption = "of admins", .hurts = TRUE, .scale = LINE (0, 55) } },
  { "a-column-that-is-known", { .name = "Logins", .derivation = COLUMN ("logins") },
    COLUMN ("tickets"), { .name = "Tickets", .hurts = TRUE, .scale = LINE (0, 8) } },
  { "a-column-that-is-not", { .name = "Tickets", .hurts = TRUE, .derivation = COLUMN ("tickets") },
    COLUMN ("widgets"), { .name = "Widgets", .hurts = TRUE, .scale = LINE (4, 9) } },
  { "own-direction-stays", { .name = "Logins", .hurts = TRUE, .derivation = COLUMN ("logins") },
    { BW_DERIVE_MEAN, "logins", NULL, 2 },
    { .name = "Logins, mean", .hurts = TRUE, .scale = LINE (10, 50) } },
  { "a-change-is-no-guess", { .name = "Logins", .derivation = COLUMN ("logins") },
    { BW_DERIVE_CHANGE, "logins", NULL, 1 }, { .name = "Logins, change", .scale = LINE (0, 40) } },
  { "days-to-be-checked", { .name = "Logins", .derivation = COLUMN ("logins") },
    { BW_DERIVE_DAYS_BETWEEN, "start_date", "last_login" },
    { .name = "Start date to Last login", .hurts = TRUE, .check = TRUE, .scale = LINE (320, 440) } },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 2);
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  BwMetric metric = row->before;

  g_assert_true (bw_metric_derive (recipe, panel, &row->derivation, &metric));
  g_assert_cmpstr (metric.name, ==, row->after.name);
  g_assert_cmpstr (metric.caption, ==, row->after.caption);
  g_assert_cmpint (metric.hurts, ==, row->after.hurts);
  g_assert_cmpint (metric.check, ==, row->after.check);
  g_assert_cmpint (metric.derivation.type, ==, row->derivation.type);
  g_assert_cmpstr (metric.derivation.column, ==, row->derivation.column);
  g_assert_cmpint (metric.scale.type, ==, row->after.scale.type);
  g_assert_cmpfloat (metric.scale.from, ==, row->after.scale.from);
  g_assert_cmpfloat (metric.scale.to, ==, row->after.scale.to);
}

/* What cannot be scored leaves the metric as it is. */
static void
test_impossible (void)
{
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 2);
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  const BwDerivation gone = COLUMN ("gone");
  BwMetric metric = cases[0].before;

  g_assert_false (bw_metric_derive (recipe, panel, &gone, &metric));
  g_assert_cmpstr (metric.name, ==, "Logins");
  g_assert_cmpstr (metric.derivation.column, ==, "logins");
}

typedef struct
{
  const char      *name;
  BwDerivationType type;
  const char      *keep;
  const char      *column; /* NULL where there is nothing to propose */
  const char      *other;
} Wish;

static const Wish wishes[] = {
  { "not-ahead-nor-tenure", BW_DERIVE_DAYS_SINCE, NULL, "last_login", NULL },
  { "kept", BW_DERIVE_DAYS_SINCE, "start_date", "start_date", NULL },
  { "not-kept", BW_DERIVE_DAYS_SINCE, "logins", "last_login", NULL },
  { "unused-and-known", BW_DERIVE_CHANGE, NULL, "tickets", NULL },
  { "kept-though-used", BW_DERIVE_MEAN, "logins", "logins", NULL },
  { "two", BW_DERIVE_RATIO, "logins", "logins", "tickets" },
  { "not-the-outcome", BW_DERIVE_DAYS_BETWEEN, NULL, "start_date", "last_login" },
};

/* The model uses logins. */
static void
test_wish (gconstpointer data)
{
  const Wish *row = data;
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 2);
  g_autoptr(BwModel) model =
    fixture_model ("{\"id\": \"logins\", \"name\": \"Logins\", \"column\": \"logins\", "
                   "\"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 70}}", NULL, NULL);
  BwDerivation derivation;

  g_assert_true (bw_derivation_propose (row->type, panel, model, row->keep, &derivation));
  g_assert_cmpstr (derivation.column, ==, row->column);
  g_assert_cmpstr (derivation.other, ==, row->other);
}

/* Change needs two snapshots, days since a date of its own, a ratio two columns. */
static void
test_possible (void)
{
  static const FixtureSnapshot undated[] = { { NULL, "a|1|2026-03-30" } };
  static const FixtureColumn few[] = {
    { "logins", BW_COLUMN_NUMBER, BW_ROLE_METRIC }, { "last_login", BW_COLUMN_DATE, BW_ROLE_METRIC },
  };
  g_autoptr(BwPanel) poor = fixture_panel (few, 2, undated, 1);
  g_autoptr(BwPanel) rich = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 2);

  for (BwDerivationType type = 0; type < BW_N_DERIVATIONS; type++)
    {
      g_assert_cmpint (bw_derivation_is_possible (type, poor), ==, type == BW_DERIVE_COLUMN);
      g_assert_true (bw_derivation_is_possible (type, rich));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/derived/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/derived/impossible", test_impossible);
  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/derived/wish/%s", wishes[i].name);

      g_test_add_data_func (path, &wishes[i], test_wish);
    }
  g_test_add_func ("/derived/possible", test_possible);

  return g_test_run ();
}
