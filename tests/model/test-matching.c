/* Whom rules match and take, by hand and against a count one row at a time; values; presets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/matching.h"

#include <math.h>
#include <string.h>

static const FixtureColumn columns[] = {
  { "arr", BW_COLUMN_MONEY, BW_ROLE_MONEY },
  { "plan", BW_COLUMN_CATEGORY, BW_ROLE_SEGMENT },
  { "csm", BW_COLUMN_CATEGORY, BW_ROLE_CSM },
  { "start_date", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE },
  { "trial", BW_COLUMN_FLAG, BW_ROLE_ATTRIBUTE },
  { "seen", BW_COLUMN_DATE_TIME, BW_ROLE_ATTRIBUTE },
};

static const FixtureSnapshot snapshots[] = {
  { "2026-03-31",
    "a|100|Pro|Ann|2026-01-01|yes|2026-03-01\n"
    "b|250|Basic||2020-03-01|no|2026-03-02\n"
    "c||||||\n"
    "d|-7|Pro|Ann|2026-03-31|no|2026-03-30\n"
    "e|100|Basic|Bo|2023-04-10|no|2026-03-01\n"
    "f|100|Pro|Bo|2026-03-30|no|2026-03-01" },
};

#define METRICS \
  "{\"id\": \"arr\", \"group\": \"g\", \"column\": \"arr\", \"scale\": {\"type\": \"linear\"," \
  " \"from\": 0, \"to\": 1}}"

static BwPanel *
panel_of_cases (void)
{
  return fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 1);
}

static void
test_by_hand (void)
{
  g_autoptr(BwPanel) panel = panel_of_cases ();
  g_autoptr(BwModel) model =
    fixture_model (METRICS,
                   "{\"id\": \"big\", \"where\": {\"all\": [{\"metric\": \"arr\", \"at-least\":"
                   " 100}]}, \"weights\": {}},"
                   "{\"id\": \"pro\", \"where\": {\"any\": [{\"column\": \"plan\", \"is\":"
                   " \"Pro\"}, {\"column\": \"arr\", \"less\": 0}]}, \"weights\": {}},"
                   "{\"id\": \"none\", \"where\": {\"all\": [{\"column\": \"arr\", \"more\":"
                   " 999}]}, \"weights\": {}},"
                   "{\"id\": \"rest\", \"weights\": {}}", NULL);
  g_autoptr(BwMatching) matching = bw_matching_new (model, panel, 0);
  g_autofree guint8 *counts = bw_matching_count_rules (model, panel, 0);
  static const guint8 expected[] = { 2, 1, 0, 1, 1, 2 };

  /* big: a b e f; pro: a d f; none: nobody. */
  g_assert_cmpuint (matching->n_segments, ==, 4);
  g_assert_cmpuint (matching->n_rows, ==, 6);
  g_assert_cmpuint (matching->n_matches[0], ==, 4);
  g_assert_cmpuint (matching->n_matches[1], ==, 3);
  g_assert_cmpuint (matching->n_matches[2], ==, 0);
  g_assert_cmpuint (matching->n_matches[3], ==, 6);
  g_assert_cmpuint (matching->n_taken[0], ==, 4);
  g_assert_cmpuint (matching->n_taken[1], ==, 1);
  g_assert_cmpuint (matching->n_taken[2], ==, 0);
  g_assert_cmpuint (matching->n_taken[3], ==, 1);
  g_assert_cmpuint (matching->n_several, ==, 2);
  g_assert_cmpuint (matching->n_none, ==, 1);
  g_assert_cmpuint (matching->n_both[0 * 3 + 1], ==, 2);
  g_assert_cmpuint (matching->n_both[1 * 3 + 0], ==, 2);
  g_assert_cmpuint (matching->n_both[1 * 3 + 1], ==, 3);
  g_assert_cmpuint (matching->n_both[0 * 3 + 2], ==, 0);
  g_assert_cmpmem (counts, 6, expected, 6);
}

/* Over rows that fill words of 64 and do not, what is counted by the word is what is counted by the
 * row. */
static void
test_by_row (gconstpointer data)
{
  const guint n = GPOINTER_TO_UINT (data);
  static const FixtureColumn numbers[] = { { "x", BW_COLUMN_NUMBER, BW_ROLE_METRIC } };
  g_autoptr(GString) rows = g_string_new (NULL);
  FixtureSnapshot snapshot = { "2026-01-01" };
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwMatching) matching = NULL;
  g_autofree guint *segments = g_new (guint, n);
  gsize taken[3] = { 0 }, low = 0, both = 0;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (rows, i % 7 == 6 ? "%sk%u|" : "%sk%u|%u", i > 0 ? "\n" : "", i,
                              i * 31 % 100);
      low += i % 7 != 6 && i * 31 % 100 < 40;
      both += i % 7 != 6 && i * 31 % 100 < 40 && i * 31 % 100 > 20;
    }
  snapshot.rows = rows->str;
  panel = fixture_panel (numbers, 1, &snapshot, 1);
  model = fixture_model ("", "{\"id\": \"low\", \"where\": {\"all\": [{\"column\": \"x\","
                         " \"less\": 40}]}, \"weights\": {}},"
                         "{\"id\": \"high\", \"where\": {\"all\": [{\"column\": \"x\", \"more\":"
                         " 20}]}, \"weights\": {}}, {\"id\": \"rest\", \"weights\": {}}", NULL);
  matching = bw_matching_new (model, panel, 0);
  bw_model_assign_segments (model, panel, 0, segments);
  for (guint i = 0; i < n; i++)
    taken[segments[i]]++;

  g_assert_cmpuint (matching->n_matches[0], ==, low);
  g_assert_cmpuint (matching->n_several, ==, both);
  g_assert_cmpuint (matching->n_both[1], ==, both);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (matching->n_taken[i], ==, taken[i]);
  g_assert_cmpuint (matching->n_none, ==, n / 7);
}

static void
test_count (void)
{
  g_autoptr(BwPanel) panel = panel_of_cases ();
  g_autoptr(BwModel) model = fixture_model (METRICS, NULL, NULL);
  const BwOperand hundred = { "100", NAN }; /* the number is worked out */
  const BwOperand text = { "much", NAN };
  const BwCondition right = { BW_SUBJECT_COLUMN, "arr", BW_TEST_IS, &hundred, 1 };
  const BwCondition of_metric = { BW_SUBJECT_METRIC, "arr", BW_TEST_AT_MOST, &hundred, 1 };
  const struct
  {
    BwCondition condition;
    const char *message;
  } wrong[] = {
    { { BW_SUBJECT_COLUMN, "ar", BW_TEST_IS, &hundred, 1 }, "all[0]: the data has no column “ar”" },
    { { BW_SUBJECT_METRIC, "ar", BW_TEST_IS, &hundred, 1 }, "all[0].metric: there is no metric" },
    { { BW_SUBJECT_COLUMN, "arr", BW_TEST_IS }, "all[0].is: the list has 0 entries" },
    { { BW_SUBJECT_COLUMN, "arr", BW_TEST_IS, &text, 1 }, "all[0]: “arr” cannot be tested" },
    { { BW_SUBJECT_COLUMN, NULL, BW_TEST_EMPTY }, "all[0].column: the text is empty" },
  };
  BwConditions where = { FALSE, &right, 1 };
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (bw_conditions_count (&where, model, panel, 0, &error), ==, 3);
  where.conditions = &of_metric;
  g_assert_cmpuint (bw_conditions_count (&where, model, panel, 0, &error), ==, 4);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      where.conditions = &wrong[i].condition;
      g_assert_cmpuint (bw_conditions_count (&where, model, panel, 0, &error), ==, G_MAXSIZE);
      g_assert_nonnull (error);
      g_assert_cmpstr (strstr (error->message, wrong[i].message), ==, error->message);
      g_clear_error (&error);
    }
  where.n_conditions = 0;
  g_assert_cmpuint (bw_conditions_count (&where, model, panel, 0, &error), ==, G_MAXSIZE);
  g_assert_cmpstr (error->message, ==, "all: the list has 0 entries; give it at least 1");
}

static void
assert_values (const char *column,
               guint       most,
               const char *expected)
{
  g_autoptr(BwPanel) panel = panel_of_cases ();
  g_autoptr(GArray) values = bw_panel_list_values (panel, 0, column, most);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const BwValueCount *value = &g_array_index (values, BwValueCount, i);

      g_string_append_printf (found, "%s%s:%zu", i > 0 ? " " : "", value->text, value->n);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_values (void)
{
  assert_values ("plan", 9, "Pro:3 Basic:2");
  assert_values ("plan", 1, "Pro:3");
  assert_values ("csm", 9, "Ann:2 Bo:2");
  assert_values ("trial", 9, "no:4 yes:1");
  assert_values ("arr", 9, "-7:1 100:3 250:1");
  assert_values ("start_date", 9, "2020-03-01:1 2026-01-01:1 2026-03-31:1");
  assert_values ("none", 9, "");
}

/* The median of many is the one that putting them in order would find. */
static void
test_median (void)
{
  static const FixtureColumn numbers[] = { { "x", BW_COLUMN_NUMBER, BW_ROLE_METRIC } };
  g_autoptr(GString) rows = g_string_new (NULL);
  FixtureSnapshot snapshot = { "2026-01-01" };
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(GArray) values = NULL;

  /* 0 to 999 in disorder, one far off; of 1001 the median is the one at place 500. */
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (rows, "k%u|%u\n", i, i * 387 % 1000);
  g_string_append (rows, "far|1e9");
  snapshot.rows = rows->str;
  panel = fixture_panel (numbers, 1, &snapshot, 1);
  values = bw_panel_list_values (panel, 0, "x", 9);
  g_assert_cmpuint (values->len, ==, 3);
  g_assert_cmpstr (g_array_index (values, BwValueCount, 0).text, ==, "0");
  g_assert_cmpstr (g_array_index (values, BwValueCount, 1).text, ==, "500");
  g_assert_cmpstr (g_array_index (values, BwValueCount, 2).text, ==, "1000000000");
}

static void
test_presets (void)
{
  g_autoptr(BwPanel) panel = panel_of_cases ();
  g_autoptr(BwModel) model = fixture_model (METRICS, NULL, NULL);
  g_autoptr(GPtrArray) presets = bw_segment_presets_list (panel);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < presets->len; i++)
    {
      const BwSegmentPreset *preset = g_ptr_array_index (presets, i);

      g_string_append_printf (found, "%s%s", i > 0 ? "; " : "", preset->name);
      for (guint j = 0; j < preset->segments->len; j++)
        {
          const BwSegment *segment = &g_array_index (preset->segments, BwSegment, j);
          g_autoptr(GError) error = NULL;
          const gsize n = bw_conditions_count (segment->where, model, panel, 0, &error);

          g_assert_no_error (error);
          g_string_append_printf (found, "%s%s %zu", j > 0 ? ", " : ": ", segment->name, n);
        }
    }
  g_assert_cmpstr (found->str, ==,
                   "By Plan: Pro 3, Basic 2; CSM assigned or not: Without a CSM 2; "
                   "First 90 days: First 90 days 3; "
                   "Older than two years: Older than two years 2; "
                   "By Trial: Trial: yes 1, Trial: no 4");
}

int
main (int   argc,
      char *argv[])
{
  static const guint lengths[] = { 1, 63, 64, 65, 128, 1000 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/by-hand", test_by_hand);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *path = g_strdup_printf ("/matching/by-row/%u", lengths[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (lengths[i]), test_by_row);
    }
  g_test_add_func ("/matching/count", test_count);
  g_test_add_func ("/matching/values", test_values);
  g_test_add_func ("/matching/median", test_median);
  g_test_add_func ("/matching/presets", test_presets);

  return g_test_run ();
}
