/* Who is judged by what: always by a snapshot early enough, never by a later one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../score/fixture.h"
#include "outcome/cohort.h"

#include <math.h>

#define NO NAN

/* Four customers at four snapshots, 30 days apart. 0 leaves on day 1095, 1 on day 1020, 2 and 3 stay; 3 is
 * there from the third snapshot on. */
#define N 4
#define N_SNAPSHOTS 4
static const double dates[N_SNAPSHOTS] = { 1000, 1030, 1060, 1090 };
static const double days[N * N_SNAPSHOTS] = {
  1095, 1020, NO, NO, 1095, 1020, NO, NO, 1095, 1020, NO, NO, 1095, 1020, NO, NO,
};
static const gboolean absent[N * N_SNAPSHOTS] = { 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 };

static BwOutcome *
make_outcome (void)
{
  const FixtureColumn column = { "Churn date", BW_COLUMN_DATE, BW_ROLE_OUTCOME, days, NULL };
  g_autoptr(BwPanel) panel = fixture_panel_without (&column, 1, N, dates, N_SNAPSHOTS, absent);

  return bw_outcome_new (panel, &(BwOutcomeChoice) { "Churn date", NULL, NULL, NAN }, NULL);
}

/* The rows as customer@snapshot, with a + for those that left. */
static char *
to_text (const BwCohort *cohort)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < bw_cohort_get_n_rows (cohort); i++)
    {
      const BwJudgedRow *row = bw_cohort_get_row (cohort, i);

      g_string_append_printf (text, "%s%u@%u%s", i > 0 ? " " : "", row->customer, row->snapshot, row->gone ? "+" : "");
    }

  return g_string_free (text, FALSE);
}

/* The last day known of is 1095. Worked by hand. */
typedef struct
{
  const char    *name;
  BwCohortChoice choice;
  const char    *rows;
  gsize          n_late;
  gsize          n_open;
} Case;

static const Case cases[] = {
  /* 30 days before 1095 is 1065: the third snapshot; 1 would have to be seen by day 990. Those who stayed
   * are dealt the days of those who left: 2 the first of both where it can be, 3 the later. */
  { "once-30", { BW_JUDGE_ONCE, 30, 90 }, "0@2+ 2@2 3@2", 1, 0 },
  { "once-5", { BW_JUDGE_ONCE, 5, 90 }, "1@0+ 2@0 0@3+ 3@3", 0, 0 },
  { "once-20", { BW_JUDGE_ONCE, 20, 90 }, "1@0+ 2@0 0@2+ 3@2", 0, 0 },
  { "once-0", { BW_JUDGE_ONCE, 0, 90 }, "1@0+ 2@0 0@3+ 3@3", 0, 0 },
  { "once-90", { BW_JUDGE_ONCE, 90, 90 }, "0@0+ 2@0", 2, 0 },
  /* Lead 5, span 30: windows 1005–1035, 1035–1065, 1065–1095 and 1095–1125, of which the last is open for
   * those who stayed; 0 left on its first day, and on the last of the third. */
  { "every-5-30", { BW_JUDGE_EVERY, 5, 30 }, "0@0 1@0+ 2@0 0@1 2@1 0@2+ 2@2 3@2 0@3+", 0, 2 },
  /* Lead 30, span 5: 1030–1035, 1060–1065, 1090–1095, 1120–1125: 1 is gone before the first begins, 0 is
   * before the last. */
  { "every-30-5", { BW_JUDGE_EVERY, 30, 5 }, "0@0 2@0 0@1 2@1 0@2+ 2@2 3@2", 1, 2 },
};

static void
test_cohort (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(BwOutcome) outcome = make_outcome ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwCohort) cohort = bw_cohort_new (outcome, &test->choice, &error);
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  rows = to_text (cohort);
  g_assert_cmpstr (rows, ==, test->rows);
  g_assert_true (bw_cohort_forecasts (cohort));
  g_assert_cmpuint (bw_cohort_get_counts (cohort)->n_late, ==, test->n_late);
  g_assert_cmpuint (bw_cohort_get_counts (cohort)->n_open, ==, test->n_open);
}

/* Whatever the choice: nobody is judged by a snapshot that is not before the day it left by the lead. */
static void
test_no_look_ahead (void)
{
  g_autoptr(BwOutcome) outcome = make_outcome ();

  for (int lead = 0; lead < 130; lead++)
    {
      for (guint judging = BW_JUDGE_ONCE; judging <= BW_JUDGE_EVERY; judging++)
        {
          const BwCohortChoice choice = { judging, lead, 40 };
          g_autoptr(BwCohort) cohort = bw_cohort_new (outcome, &choice, NULL);

          if (cohort == NULL || !bw_cohort_forecasts (cohort))
            continue;
          for (gsize i = 0; i < bw_cohort_get_n_rows (cohort); i++)
            {
              const BwJudgedRow *row = bw_cohort_get_row (cohort, i);
              const double left = bw_outcome_get_day (outcome, row->customer);

              if (row->gone)
                g_assert_cmpfloat (dates[row->snapshot] + MAX (lead, 1), <=, left);
              g_assert_true (isnan (left) || dates[row->snapshot] < left);
            }
        }
    }
}

/* With no snapshot early enough, or no day at all, the newest row describes. */
static void
test_describes (void)
{
  static const double churned[N] = { 1, 0, NO, 0 };
  const FixtureColumn flag = { "Churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, churned, NULL };
  g_autoptr(BwPanel) panel = fixture_panel (&flag, 1, N, NULL, 1);
  g_autoptr(BwOutcome) undated =
    bw_outcome_new (panel, &(BwOutcomeChoice) { "Churned", NULL, NULL, NAN }, NULL);
  g_autoptr(BwOutcome) dated = make_outcome ();
  g_autoptr(BwCohort) flat = bw_cohort_new (undated, &(BwCohortChoice) { BW_JUDGE_EVERY, 30, 90 }, NULL);
  g_autoptr(BwCohort) late = bw_cohort_new (dated, &(BwCohortChoice) { BW_JUDGE_ONCE, 200, 90 }, NULL);
  g_autofree char *flat_rows = to_text (flat);
  g_autofree char *late_rows = to_text (late);
  g_autofree char *said = bw_cohort_describe (flat);

  g_assert_false (bw_cohort_forecasts (flat));
  g_assert_cmpint (bw_cohort_get_choice (flat)->judging, ==, BW_JUDGE_ONCE);
  g_assert_cmpstr (flat_rows, ==, "0@0+ 1@0 3@0");
  g_assert_cmpuint (bw_cohort_get_counts (flat)->n_unknown, ==, 1);
  g_assert_nonnull (strstr (said, "does not forecast"));
  g_assert_nonnull (bw_remarks_find (bw_cohort_get_remarks (flat), "describes"));

  g_assert_false (bw_cohort_forecasts (late));
  g_assert_cmpstr (late_rows, ==, "0@3+ 1@3+ 2@3 3@3");
  g_assert_nonnull (bw_remarks_find (bw_cohort_get_remarks (late), "too-late"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cohort/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_cohort);
    }
  g_test_add_func ("/cohort/no-look-ahead", test_no_look_ahead);
  g_test_add_func ("/cohort/describes", test_describes);

  return g_test_run ();
}
