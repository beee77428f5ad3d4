/* Who is gone and since when, as columns of all kinds tell it, and what is said of those that do not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../score/fixture.h"
#include "outcome/outcome.h"

#include <math.h>

#define N 6
#define NO NAN

/* Two month ends, in days since 1970. */
static const double months[] = { 20514, 20545 };

/* One snapshot of six customers with a column, and how it is read. */
typedef struct
{
  const char *name;
  const char *column;
  BwColumnType type;
  double numbers[N];
  const char *texts[N];
  const char *gone[3];
  const char *fates; /* g gone, s stayed, ? unknown; or NULL */
  int code;          /* of the error, where there are no fates */
  const char *words; /* that the error has */
} Case;

static const Case cases[] = {
  { "flag", "Churned", BW_COLUMN_FLAG, { 1, 0, NO, 0, 1, 0 }, .fates = "gs?sgs" },
  { "renewed", "Renewed", BW_COLUMN_FLAG, { 1, 0, NO, 0, 1, 1 }, .fates = "sg?gss" },
  { "not-renewed", "Not renewed", BW_COLUMN_FLAG, { 1, 0, NO, 0, 1, 1 }, .fates = "gs?sgg" },
  { "active", "is_active", BW_COLUMN_FLAG, { 1, 0, NO, 0, 1, 1 }, .fates = "sg?gss" },
  { "flag-positive-no", "Churned", BW_COLUMN_FLAG, { 1, 0, NO, 0, 1, 0 }, .gone = { "NO" }, .fates = "sg?gsg" },
  { "zero-one", "churn", BW_COLUMN_NUMBER, { 1, 0, NO, 0, 1, 0 }, .fates = "gs?sgs" },
  { "count", "cancellations (all)", BW_COLUMN_NUMBER, { 3, 0, 0, 0, 1, 0 }, .fates = "gsssgs" },
  { "number-positive", "code", BW_COLUMN_NUMBER, { 3, 2, 1, 3, NO, 2 }, .gone = { "3", "2" }, .fates = "ggsg?g" },
  { "status", "Status", BW_COLUMN_CATEGORY, .texts = { "Active", "Churned", NULL, "Active", "Cancelled", "Customer" },
    .fates = "sg?sgs" },
  { "status-case", "Status", BW_COLUMN_CATEGORY,
    .texts = { "Live", "Paused", "Live", "Trial", "Lost", "Live" }, .gone = { "lost", " PAUSED " }, .fates = "sgssgs" },
  { "two-values-one-known", "State", BW_COLUMN_CATEGORY, .texts = { "A", "churned", "A", "A", "A", "A" },
    .fates = "sgssss" },
  { "date", "Churn date", BW_COLUMN_DATE, { 20000, NO, NO, 20400.5, NO, NO }, .fates = "gssgss" },

  { "status-unclear", "Status", BW_COLUMN_CATEGORY,
    .texts = { "Live", "Paused", "Live", "Trial", "Lost", "Live" }, .code = BW_OUTCOME_ERROR_VALUES,
    .words = "“Live” (3), “Lost” (1), “Paused” (1), “Trial” (1). Say which" },
  { "no-such-value", "Churned", BW_COLUMN_FLAG, { 1, 0, 0, 0, 1, 0 }, .gone = { "lost" },
    .code = BW_OUTCOME_ERROR_VALUES, .words = "no value “lost”. It has “no” (4), “yes” (2)" },
  { "date-with-value", "Churn date", BW_COLUMN_DATE, { 20000, NO, NO, NO, NO, NO }, .gone = { "yes" },
    .code = BW_OUTCOME_ERROR_VALUES, .words = "is a date" },
  { "nobody", "Churned", BW_COLUMN_FLAG, { 0, 0, 0, 0, 0, 0 }, .code = BW_OUTCOME_ERROR_ONE_VALUE,
    .words = "all 6 customers that they stayed" },
  { "everybody", "Churned", BW_COLUMN_FLAG, { 1, 1, 1, NO, 1, 1 }, .code = BW_OUTCOME_ERROR_ONE_VALUE,
    .words = "all 5 customers that they are gone" },
  { "empty", "Churned", BW_COLUMN_FLAG, { NO, NO, NO, NO, NO, NO }, .code = BW_OUTCOME_ERROR_ONE_VALUE,
    .words = "empty for every customer" },
  { "one-customer", "Churned", BW_COLUMN_FLAG, { 1, NO, NO, NO, NO, NO }, .code = BW_OUTCOME_ERROR_ONE_VALUE,
    .words = "of 1 customer alone, and that it is gone" },
  { "no-date-at-all", "Churn date", BW_COLUMN_DATE, { NO, NO, NO, NO, NO, NO }, .code = BW_OUTCOME_ERROR_ONE_VALUE,
    .words = "all 6 customers that they stayed" },
};

static BwOutcome *
outcome_of (BwPanel    *panel,
            const char *column,
            const char *date,
            double      today,
            GError    **error)
{
  const BwOutcomeChoice choice = { column, NULL, date, today };

  return bw_outcome_new (panel, &choice, error);
}

static void
assert_fates (const BwOutcome *outcome,
              const char      *fates)
{
  for (guint i = 0; fates[i] != '\0'; i++)
    {
      const BwFate fate = bw_outcome_get_fate (outcome, i);

      g_assert_cmpint (fate == BW_FATE_GONE ? 'g' : fate == BW_FATE_STAYED ? 's' : '?', ==, fates[i]);
    }
}

static void
test_reading (gconstpointer data)
{
  const Case *test = data;
  const FixtureColumn column = { test->column, test->type, BW_ROLE_OUTCOME,
                                 test->texts[0] == NULL ? test->numbers : NULL,
                                 test->texts[0] == NULL ? NULL : test->texts };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, N, NULL, 1);
  const BwOutcomeChoice choice = { test->column, test->gone[0] != NULL ? test->gone : NULL, NULL, NAN };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwOutcome) outcome = bw_outcome_new (panel, &choice, &error);

  if (test->fates == NULL)
    {
      g_assert_null (outcome);
      g_assert_error (error, BW_OUTCOME_ERROR, test->code);
      if (strstr (error->message, test->words) == NULL)
        g_error ("“%s” lacks “%s”", error->message, test->words);
      return;
    }

  g_assert_no_error (error);
  assert_fates (outcome, test->fates);
  g_assert_cmpuint (bw_outcome_count (outcome, BW_FATE_GONE) + bw_outcome_count (outcome, BW_FATE_STAYED) +
                    bw_outcome_count (outcome, BW_FATE_UNKNOWN), ==, N);
}

static void
test_unknown_column (void)
{
  static const double numbers[N] = { 1, 0, 0, 0, 0, 0 };
  const FixtureColumn column = { "Churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, numbers, NULL };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, N, NULL, 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (outcome_of (panel, "Gone", NULL, NAN, &error));
  g_assert_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_COLUMN);
  g_clear_error (&error);
  g_assert_null (outcome_of (panel, "Churned", "Churned", NAN, &error));
  g_assert_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_COLUMN);
  g_clear_error (&error);
  g_assert_null (outcome_of (panel, NULL, NULL, NAN, &error));
  g_assert_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_TIME);
}

static void
assert_remark (const BwOutcome *outcome,
               const char      *id,
               const char      *words)
{
  const BwRemark *remark = bw_remarks_find (bw_outcome_get_remarks (outcome), id);

  if (words == NULL)
    {
      g_assert_null (remark);
      return;
    }
  g_assert_nonnull (remark);
  if (strstr (remark->text, words) == NULL)
    g_error ("“%s” lacks “%s”", remark->text, words);
}

/* Customer 0 is gone since a day, 1 is gone without one, 2 has a day but stayed, 3 left before it began,
 * 4 leaves tomorrow, 5 stayed. */
static void
test_disagreement (void)
{
  static const double churned[N] = { 1, 1, 0, 1, 1, 0 };
  static const double days[N] = { 20500, NO, 20300, 20000, 20700, NO };
  static const double starts[N] = { 19000, 19000, 19000, 20001, 19000, 19000 };
  const FixtureColumn columns[] = {
    { "Churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, churned, NULL },
    { "Churn date", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE, days, NULL },
    { "Customer since", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE, starts, NULL },
  };
  g_autoptr(BwPanel) panel = fixture_panel (columns, 3, N, months, 1);
  g_autoptr(BwOutcome) outcome = outcome_of (panel, "Churned", "Churn date", 20699, NULL);

  assert_fates (outcome, "gg??gs");
  g_assert_true (bw_outcome_is_dated (outcome));
  g_assert_cmpfloat (bw_outcome_get_day (outcome, 0), ==, 20500);
  g_assert_true (isnan (bw_outcome_get_day (outcome, 1)));
  g_assert_true (isnan (bw_outcome_get_day (outcome, 2)));
  g_assert_cmpfloat (bw_outcome_get_end (outcome), ==, 20514); /* what is to come tells no end */
  assert_remark (outcome, "no-date", "c1");
  assert_remark (outcome, "date-disagrees", "c2");
  assert_remark (outcome, "before-start", "c3");
  assert_remark (outcome, "future", "1 customer leaves on a day that is still to come");
  g_assert_cmpuint (bw_outcome_get_remarks (outcome)->len, ==, 4);
}

/* The day is found by name and contents; an empty name wants none. */
static void
test_date_found (void)
{
  static const double churned[N] = { 1, 1, 0, 0, 0, 0 };
  static const double days[N] = { 20500, 20600, NO, NO, NO, NO };
  static const double refunds[N] = { 20400, 20400, NO, NO, NO, NO };
  const FixtureColumn columns[] = {
    { "Refund paid", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE, refunds, NULL },
    { "Churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, churned, NULL },
    { "Cancellation date", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE, days, NULL },
  };
  g_autoptr(BwPanel) panel = fixture_panel (columns, 3, N, months, 1);
  g_autoptr(BwOutcome) outcome = outcome_of (panel, "Churned", NULL, NAN, NULL);
  g_autoptr(BwOutcome) undated = outcome_of (panel, "Churned", "", NAN, NULL);
  g_autoptr(GPtrArray) candidates = bw_outcome_list_candidates (panel);
  const BwOutcomeCandidate *first = g_ptr_array_index (candidates, 0);
  g_autofree char *what = bw_outcome_describe (outcome);

  g_assert_cmpuint (bw_outcome_get_date_column (outcome), ==, 2);
  g_assert_cmpfloat (bw_outcome_get_end (outcome), ==, 20600);
  g_assert_cmpstr (what, ==, "“Churned”, dated by “Cancellation date”");
  g_assert_false (bw_outcome_is_dated (undated));
  g_assert_true (isnan (bw_outcome_get_day (undated, 0)));
  g_assert_cmpuint (bw_outcome_get_remarks (outcome)->len, ==, 0);

  g_assert_cmpuint (candidates->len, ==, 2);
  g_assert_cmpuint (first->column, ==, 1);
  g_assert_cmpuint (first->date, ==, 2);
  g_assert_true (first->clear);
  g_assert_cmpuint (first->values->len, ==, 2);
  g_assert_cmpstr (g_array_index (first->values, BwOutcomeValue, 0).text, ==, "no");
  g_assert_false (g_array_index (first->values, BwOutcomeValue, 0).gone);
  g_assert_true (g_array_index (first->values, BwOutcomeValue, 1).gone);
}

/* Two columns that say who left, and say it otherwise. */
static void
test_rivals (void)
{
  static const double churned[N] = { 1, 0, 0, 0, 1, 0 };
  static const double events[N] = { 1, 2, 0, 1, 1, 0 };
  const FixtureColumn columns[] = {
    { "churn_flag", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, churned, NULL },
    { "churn_events (all)", BW_COLUMN_NUMBER, BW_ROLE_METRIC, events, NULL },
  };
  g_autoptr(BwPanel) panel = fixture_panel (columns, 2, N, NULL, 1);
  g_autoptr(BwOutcome) outcome = outcome_of (panel, "churn_flag", NULL, NAN, NULL);

  assert_fates (outcome, "gsssgs");
  assert_remark (outcome, "disagree",
                 "“churn_flag”: 2 customers left; by “churn_events (all)” it is 4, and of 2 the two say different things");
}

/* A number of which nobody said what it means is read as a count, and that is said. */
static void
test_number (void)
{
  static const struct
  {
    const char *column;
    double numbers[N];
    const char *words; /* or NULL: nothing is said */
  } rows[] = {
    { "churn", { 0, 1, 2, NO, 0, 1 }, "“churn” is a number: whoever has more than 0 counts as gone" },
    { "Renewed", { 0, 1, 2, NO, 0, 1 }, "“Renewed” is a number: whoever has more than 0 counts as stayed" },
    { "churn", { 0, 1, 1, NO, 0, 1 }, NULL },
    { "cancellations (all)", { 0, 1, 2, 0, 0, 1 }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const FixtureColumn column = { rows[i].column, BW_COLUMN_NUMBER, BW_ROLE_OUTCOME, rows[i].numbers, NULL };
      g_autoptr(BwPanel) panel = fixture_panel (&column, 1, N, NULL, 1);
      g_autoptr(BwOutcome) outcome = outcome_of (panel, rows[i].column, NULL, NAN, NULL);

      assert_remark (outcome, "number", rows[i].words);
    }
}

/* A text that nobody has is empty; one of 14 values is not named to the end. */
static void
test_texts (void)
{
  static const char *const none[N] = { NULL };
  static const char *const many[14] = { "a", "b",
                                        "c23456789 123456789 123456789 123456789 123456789 123456789 123",
                                        "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n" };
  const FixtureColumn empty = { "Status", BW_COLUMN_TEXT, BW_ROLE_OUTCOME, NULL, none };
  const FixtureColumn full = { "Status", BW_COLUMN_TEXT, BW_ROLE_OUTCOME, NULL, many };
  g_autoptr(BwPanel) panel = fixture_panel (&empty, 1, N, NULL, 1);
  g_autoptr(BwPanel) other = fixture_panel (&full, 1, G_N_ELEMENTS (many), NULL, 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (outcome_of (panel, "Status", NULL, NAN, &error));
  g_assert_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_ONE_VALUE);
  g_assert_nonnull (strstr (error->message, "empty for every customer"));
  g_clear_error (&error);
  g_assert_null (outcome_of (other, "Status", NULL, NAN, &error));
  g_assert_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_VALUES);
  g_assert_nonnull (strstr (error->message, "“l” (1) and 2 more. Say which"));
  g_assert_nonnull (strstr (error->message, "123456789 …” (1)"));
}

/* A history that knows: 0 leaves between the months, 1 comes back, 2 was gone before, 3 to 5 stay. */
static void
test_history (void)
{
  static const double churned[2 * N] = { 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0 };
  const FixtureColumn column = { "Churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, churned, NULL };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, N, months, 2);
  g_autoptr(BwOutcome) outcome = outcome_of (panel, "Churned", NULL, NAN, NULL);

  assert_fates (outcome, "gggsss");
  g_assert_true (bw_outcome_is_dated (outcome));
  g_assert_cmpfloat (bw_outcome_get_day (outcome, 0), ==, months[1]);
  g_assert_true (isnan (bw_outcome_get_day (outcome, 1)));
  g_assert_true (isnan (bw_outcome_get_day (outcome, 2)));
  assert_remark (outcome, "came-back", "1 customer left and came back");
}

/* 0 keeps its day, 1 has an earlier one a month later, 2 gets its first one later. */
static void
test_several_days (void)
{
  static const double days[2 * N] = { 20510, 20530, NO, NO, NO, NO,  20510, 20490.5, 20531, NO, NO, NO };
  const FixtureColumn column = { "Churn date", BW_COLUMN_DATE, BW_ROLE_OUTCOME, days, NULL };
  g_autoptr(BwPanel) panel = fixture_panel (&column, 1, N, months, 2);
  g_autoptr(BwOutcome) outcome = outcome_of (panel, "Churn date", NULL, NAN, NULL);

  assert_fates (outcome, "gggsss");
  g_assert_cmpfloat (bw_outcome_get_day (outcome, 1), ==, 20490);
  g_assert_cmpfloat (bw_outcome_get_day (outcome, 2), ==, 20531);
  assert_remark (outcome, "several-days", "1 customer has more than one “Churn date” (c1); the earliest counts");
}

/* Customers 1 and 4 are in the first month alone; 2 comes later. */
static void
test_vanished (void)
{
  static const double numbers[2 * N] = { 0 };
  static const gboolean absent[2 * N] = { 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0 };
  const FixtureColumn column = { "x", BW_COLUMN_NUMBER, BW_ROLE_METRIC, numbers, NULL };
  g_autoptr(BwPanel) panel = fixture_panel_without (&column, 1, N, months, 2, absent);
  g_autoptr(BwPanel) whole = fixture_panel (&column, 1, N, months, 2);
  g_autoptr(BwOutcome) outcome = outcome_of (panel, NULL, NULL, NAN, NULL);
  g_autoptr(GPtrArray) candidates = bw_outcome_list_candidates (panel);
  g_autoptr(GPtrArray) none = bw_outcome_list_candidates (whole);
  g_autoptr(GError) error = NULL;

  assert_fates (outcome, "sgssgs");
  g_assert_cmpfloat (bw_outcome_get_day (outcome, 1), ==, months[1]);
  g_assert_cmpuint (candidates->len, ==, 1);
  g_assert_cmpuint (((BwOutcomeCandidate *) g_ptr_array_index (candidates, 0))->column, ==, BW_NONE);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_null (outcome_of (whole, NULL, NULL, NAN, &error));
  g_assert_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_ONE_VALUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/outcome/reading/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_reading);
    }
  g_test_add_func ("/outcome/unknown-column", test_unknown_column);
  g_test_add_func ("/outcome/disagreement", test_disagreement);
  g_test_add_func ("/outcome/date-found", test_date_found);
  g_test_add_func ("/outcome/rivals", test_rivals);
  g_test_add_func ("/outcome/number", test_number);
  g_test_add_func ("/outcome/texts", test_texts);
  g_test_add_func ("/outcome/history", test_history);
  g_test_add_func ("/outcome/several-days", test_several_days);
  g_test_add_func ("/outcome/vanished", test_vanished);

  return g_test_run ();
}
