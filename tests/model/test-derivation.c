/* Every kind of derivation by hand-worked numbers, over snapshots and customers that come and go. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

#define MOST 6

static const FixtureColumn columns[] = {
  { "sessions", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "seats", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "last_login", BW_COLUMN_DATE, BW_ROLE_METRIC },
  { "seen", BW_COLUMN_DATE_TIME, BW_ROLE_METRIC },
  { "plan", BW_COLUMN_CATEGORY, BW_ROLE_ATTRIBUTE },
};

/* d comes in February, b goes in March. The order of rows differs. */
static const FixtureSnapshot snapshots[] = {
  { "2026-01-31", "a|10|5|2026-01-30|2026-01-30|Pro\nb|0|0|2026-01-01|2026-01-01|Basic\nc|-4|2|||" },
  { "2026-02-28", "d|8|4|2026-02-28|2026-02-27|Pro\na|20|5|2026-02-20|2026-02-20|Pro\n"
    "b|6|3|2026-02-01||Basic\nc||2|||" },
  { "2026-03-31", "c|-1|0|2026-04-02|2026-03-31|Pro\nd|4|4|2026-03-01|2026-02-27|\n"
    "a|15||2026-03-31|2026-03-30|Pro" },
};

typedef struct
{
  const char *name;
  const char *source;
  guint       snapshot;
  guint       n;
  double      expected[MOST];
} Case;

static const Case cases[] = {
  { "column", "\"column\": \"sessions\"", 2, 3, { -1, 4, 15 } },
  { "column-derived", "\"derive\": {\"type\": \"column\", \"column\": \"sessions\"}", 2, 3,
    { -1, 4, 15 } },
  { "days-since", "\"derive\": {\"type\": \"days-since\", \"column\": \"last_login\"}", 2, 3,
    { -2, 30, 0 } },
  { "days-since-first", "\"derive\": {\"type\": \"days-since\", \"column\": \"last_login\"}", 0, 3,
    { 1, 30, NAN } },
  { "days-since-time", "\"derive\": {\"type\": \"days-since\", \"column\": \"seen\"}", 2, 3,
    { 0, 32, 1 } },
  { "days-between",
    "\"derive\": {\"type\": \"days-between\", \"column\": \"seen\", \"until\": \"last_login\"}", 2, 3,
    { 2, 2, 1 } },
  { "days-between-missing",
    "\"derive\": {\"type\": \"days-between\", \"column\": \"seen\", \"until\": \"last_login\"}", 1, 4,
    { 1, 0, NAN, NAN } },
  { "change", "\"derive\": {\"type\": \"change\", \"column\": \"sessions\", \"snapshots\": 1}", 2, 3,
    { NAN, -4, -5 } },
  { "change-by-two",
    "\"derive\": {\"type\": \"change\", \"column\": \"sessions\", \"snapshots\": 2, "
    "\"as\": \"absolute\"}", 2, 3, { 3, NAN, 5 } },
  { "change-percent",
    "\"derive\": {\"type\": \"change\", \"column\": \"sessions\", \"snapshots\": 2, "
    "\"as\": \"percent\"}", 2, 3, { 75, NAN, 50 } },
  { "change-percent-of-nothing",
    "\"derive\": {\"type\": \"change\", \"column\": \"sessions\", \"snapshots\": 1, "
    "\"as\": \"percent\"}", 1, 4, { NAN, 100, NAN, NAN } },
  { "change-before-the-first",
    "\"derive\": {\"type\": \"change\", \"column\": \"sessions\", \"snapshots\": 3}", 2, 3,
    { NAN, NAN, NAN } },
  { "mean", "\"derive\": {\"type\": \"mean\", \"column\": \"sessions\", \"snapshots\": 3}", 2, 3,
    { -2.5, 6, 15 } },
  { "mean-of-one", "\"derive\": {\"type\": \"mean\", \"column\": \"sessions\", \"snapshots\": 1}",
    1, 4, { 8, 20, 6, NAN } },
  { "mean-beyond-the-first",
    "\"derive\": {\"type\": \"mean\", \"column\": \"sessions\", \"snapshots\": 99}", 1, 4,
    { 8, 15, 3, -4 } },
  { "ratio", "\"derive\": {\"type\": \"ratio\", \"column\": \"sessions\", \"over\": \"seats\"}", 2, 3,
    { NAN, 1, NAN } },
  { "ratio-by-zero",
    "\"derive\": {\"type\": \"ratio\", \"column\": \"sessions\", \"over\": \"seats\"}", 0, 3,
    { 2, NAN, -2 } },
};

static BwPanel *
panel_of_cases (void)
{
  return fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, G_N_ELEMENTS (snapshots));
}

static BwModel *
model_of (const char *source)
{
  g_autofree char *metrics =
    g_strdup_printf ("{\"id\": \"m\", \"group\": \"g\", %s,"
                     " \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 1}}", source);

  return fixture_model (metrics, NULL, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwPanel) panel = panel_of_cases ();
  g_autoptr(BwModel) model = model_of (c->source);
  g_autoptr(GError) error = NULL;
  double found[MOST];

  g_assert_true (bw_model_check (model, panel, &error));
  g_assert_no_error (error);

  bw_metric_get_raw (bw_model_get_metric (model, 0), panel, c->snapshot, found);
  g_assert_cmpuint (bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, c->snapshot)), ==, c->n);
  for (guint i = 0; i < c->n; i++)
    {
      if (isnan (c->expected[i]))
        g_assert_true (isnan (found[i]));
      else
        g_assert_cmpfloat_with_epsilon (found[i], c->expected[i], 1e-12);
    }
}

/* Every row of the table: an id of its own, a case here, nothing but missing without its column. */
static void
test_rows (void)
{
  g_autoptr(BwPanel) panel = panel_of_cases ();

  for (guint type = 0; type < BW_N_DERIVATIONS; type++)
    {
      const BwDerivation nowhere = { type, "nowhere", "elsewhere", 1 };
      const BwDerivation text = { type, "plan", "plan", 1 };
      guint n_cases = 0;
      double raw[MOST];

      for (guint other = 0; other < type; other++)
        g_assert_cmpstr (bw_derivation_type_get_id (type), !=, bw_derivation_type_get_id (other));
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr(BwModel) model = model_of (cases[i].source);

          n_cases += bw_model_get_metric (model, 0)->derivation.type == type;
        }
      g_assert_cmpuint (n_cases, >, 0);

      bw_derivation_get_raw (&nowhere, panel, 2, raw);
      for (guint i = 0; i < 3; i++)
        g_assert_true (isnan (raw[i]));
      g_assert_false (bw_derivation_is_coded (&nowhere, panel));

      bw_derivation_get_raw (&text, panel, 2, raw);
      g_assert_true (isnan (raw[1]));
      g_assert_true (bw_derivation_is_coded (&text, panel) == (type == BW_DERIVE_COLUMN));
    }
}

static void
test_undated (void)
{
  static const FixtureSnapshot undated[] = { { NULL, "a|1|2|2026-01-30||" } };
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), undated, 1);
  g_autoptr(BwModel) model =
    model_of ("\"derive\": {\"type\": \"days-since\", \"column\": \"last_login\"}");
  g_autoptr(GError) error = NULL;
  double raw;

  bw_metric_get_raw (bw_model_get_metric (model, 0), panel, 0, &raw);
  g_assert_true (isnan (raw));
  g_assert_false (bw_model_check (model, panel, &error));
  g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN);
  g_assert_nonnull (strstr (error->message, "--as-of"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/derivation/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/derivation/rows", test_rows);
  g_test_add_func ("/derivation/undated", test_undated);

  return g_test_run ();
}
