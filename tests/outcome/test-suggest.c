/* Weights learned from outcomes: what is known of them beforehand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book.h"

#include "outcome/ridge.h"

#include <math.h>
#include <string.h>

/* A strong signal is found: a counts about twice as much as b, noise next to nothing, and what speaks
 * against its direction nothing; the ranges hold the truth. */
static void
test_signal (void)
{
  g_auto(Book) book = { 0 };
  g_autoptr(BwSuggestion) suggestion = NULL;
  g_autoptr(BwModel) whole = NULL;
  g_autoptr(BwModel) half = NULL;
  double sum = 0;

  book_init (&book, &(Shape) { 3000, 2, -1 }, 1);
  suggestion = bw_suggestion_new (book.cohort, book.prepared, book.model, NULL);
  g_assert_cmpint (bw_suggestion_get_verdict (suggestion), ==, BW_SUGGEST_BETTER);
  g_assert_cmpint (bw_suggestion_get_test (suggestion), ==, BW_SUGGEST_THIRD);
  g_assert_cmpuint (bw_suggestion_get_n_fitted (suggestion), ==, 2100);
  g_assert_cmpuint (bw_suggestion_get_n_tested (suggestion), ==, 900);
  g_assert_cmpfloat (bw_suggestion_get_gain (suggestion).low, >, 0.05);
  g_assert_cmpfloat (bw_suggestion_get_new_auc (suggestion).auc, >, 0.75);
  g_assert_cmpfloat_with_epsilon (book_share (suggestion, 0), 2.0 / 3, 0.08);
  g_assert_cmpfloat_with_epsilon (book_share (suggestion, 1), 1.0 / 3, 0.08);
  g_assert_cmpfloat (book_share (suggestion, 2), <, 0.06);
  g_assert_cmpfloat (book_share (suggestion, 3), ==, 0);
  g_assert_true (bw_suggestion_get_weight (suggestion, 0, 3)->against);
  g_assert_false (bw_suggestion_get_weight (suggestion, 0, 0)->against);
  g_assert_cmpfloat (bw_suggestion_get_weight (suggestion, 0, 0)->low, <, 2.0 / 3);
  g_assert_cmpfloat (bw_suggestion_get_weight (suggestion, 0, 0)->high, >, 2.0 / 3);
  for (guint i = 0; i < 4; i++)
    sum += book_share (suggestion, i);
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);

  whole = bw_suggestion_apply (suggestion, book.model, 1, NULL);
  half = bw_suggestion_apply (suggestion, book.model, 0.5, NULL);
  for (guint i = 0; i < 4; i++)
    {
      const double from = bw_model_get_segment (book.model, 0)->shares[i];

      g_assert_cmpfloat_with_epsilon (bw_model_get_segment (whole, 0)->shares[i],
                                      book_share (suggestion, i), 1e-12);
      g_assert_cmpfloat_with_epsilon (bw_model_get_segment (half, 0)->shares[i],
                                      (from + book_share (suggestion, i)) / 2, 1e-12);
    }
}

/* The same book suggests the same, to the last bit. */
static void
test_again (void)
{
  g_auto(Book) book = { 0 };
  g_autoptr(BwSuggestion) first = NULL;
  g_autoptr(BwSuggestion) second = NULL;

  book_init (&book, &(Shape) { 400, 2, -1 }, 2);
  first = bw_suggestion_new (book.cohort, book.prepared, book.model, NULL);
  second = bw_suggestion_new (book.cohort, book.prepared, book.model, NULL);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpmem (bw_suggestion_get_weight (first, 0, i), sizeof (BwSuggestedWeight),
                     bw_suggestion_get_weight (second, 0, i), sizeof (BwSuggestedWeight));
}

/* Where nothing is suggested, nothing is said of the weights that a suggestion gives. */
static void
check_no_promise (const BwSuggestion *suggestion)
{
  const GPtrArray *remarks = bw_suggestion_get_remarks (suggestion);

  for (guint i = 0; i < remarks->len; i++)
    g_assert_null (strstr (((const BwRemark *) g_ptr_array_index (remarks, i))->text, "no weight"));
}

/* Noise: it says that there is nothing to learn, of nine books in ten at least, and then
 * changes nothing. */
static void
test_noise (void)
{
  guint n_nothing = 0;

  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_auto(Book) book = { 0 };
      g_autoptr(BwSuggestion) suggestion = NULL;
      g_autoptr(BwModel) model = NULL;
      g_autofree char *said = NULL;

      book_init (&book, &(Shape) { 500, 0, -1.2 }, 100 + seed);
      suggestion = bw_suggestion_new (book.cohort, book.prepared, book.model, NULL);
      if (bw_suggestion_get_verdict (suggestion) != BW_SUGGEST_NOTHING)
        continue;
      n_nothing++;
      model = bw_suggestion_apply (suggestion, book.model, 1, NULL);
      said = bw_suggestion_describe (suggestion);
      g_assert_true (bw_model_equal (model, book.model));
      g_assert_nonnull (strstr (said, "nothing to learn"));
      check_no_promise (suggestion);
      for (guint i = 0; i < 4; i++)
        g_assert_cmpfloat (book_share (suggestion, i), ==, bw_suggestion_get_weight (suggestion, 0, i)->from);
    }
  g_assert_cmpuint (n_nothing, >=, 9);
}

/* Too few for a part to be set aside: crosswise; too few at all: no weights. */
static void
test_few (void)
{
  g_auto(Book) few = { 0 };
  g_auto(Book) too_few = { 0 };
  g_autoptr(BwSuggestion) crossed = NULL;
  g_autoptr(BwSuggestion) none = NULL;

  book_init (&few, &(Shape) { 200, 2, -2 }, 4);
  g_assert_cmpuint (bw_cohort_get_n_gone (few.cohort), >=, 20);
  crossed = bw_suggestion_new (few.cohort, few.prepared, few.model, NULL);
  g_assert_cmpint (bw_suggestion_get_test (crossed), ==, BW_SUGGEST_CROSSED);
  g_assert_nonnull (bw_remarks_find (bw_suggestion_get_remarks (crossed), "crossed"));
  g_assert_nonnull (bw_remarks_find (bw_suggestion_get_remarks (crossed), "few-per-metric"));

  book_init (&too_few, &(Shape) { 60, 2, -2 }, 4);
  g_assert_cmpuint (bw_cohort_get_n_gone (too_few.cohort), <, 20);
  none = bw_suggestion_new (too_few.cohort, too_few.prepared, too_few.model, NULL);
  g_assert_cmpint (bw_suggestion_get_verdict (none), ==, BW_SUGGEST_TOO_FEW);
  g_assert_cmpint (bw_remarks_find (bw_suggestion_get_remarks (none), "too-few")->level, ==, BW_REMARK_STOP);
  g_assert_cmpfloat (book_share (none, 2), ==, 0.6);
}

#define N_MONTHS 12
#define N_HERE   300

/* A year of months, in each of which some leave: it is fitted on early months and tried on later ones. */
static void
test_in_time (void)
{
  g_autoptr(GRand) dice = g_rand_new_with_seed (8);
  g_autofree double *x = g_new (double, 5 * N_MONTHS * N_HERE);
  double *days = x + 4 * N_MONTHS * N_HERE, dates[N_MONTHS];
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x + N_MONTHS * N_HERE, NULL },
    { "noise", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x + 2 * N_MONTHS * N_HERE, NULL },
    { "against", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x + 3 * N_MONTHS * N_HERE, NULL },
    { "Churn date", BW_COLUMN_DATE, BW_ROLE_OUTCOME, days, NULL },
  };
  g_auto(Book) book = { 0 };
  g_autoptr(BwSuggestion) suggestion = NULL;

  for (guint i = 0; i < N_HERE; i++)
    {
      double left = NAN, health = 100 * g_rand_double (dice);

      for (guint month = 0; month < N_MONTHS; month++)
        {
          dates[month] = 20000 + 30 * month;
          for (guint j = 0; j < 4; j++)
            x[(j * N_MONTHS + month) * N_HERE + i] = j < 2 ? health : 100 * g_rand_double (dice);
          if (isnan (left) && g_rand_double (dice) < 0.12 * (1 - health / 100))
            left = dates[month] + 40;
        }
      for (guint month = 0; month < N_MONTHS; month++)
        days[month * N_HERE + i] = left;
    }
  book.panel = fixture_panel (columns, 5, N_HERE, dates, N_MONTHS);
  book_judge (&book, &(BwOutcomeChoice) { "Churn date", NULL, NULL, NAN });
  suggestion = bw_suggestion_new (book.cohort, book.prepared, book.model, NULL);
  g_assert_cmpint (bw_suggestion_get_test (suggestion), ==, BW_SUGGEST_IN_TIME);
  g_assert_null (bw_remarks_find (bw_suggestion_get_remarks (suggestion), "random-split"));
  g_assert_cmpfloat (book_share (suggestion, 0) + book_share (suggestion, 1), >, 0.8);
}

/* With one column of 0 and 1 and no penalty the odds are those of the counts: 3 of 4 and 1 of 4 left. A
 * column that may not rise above 0 stops there. */
static void
test_ridge (void)
{
  static const double xs[] = { 0, 0, 0, 0, 1, 1, 1, 1 };
  static const guint8 gone[] = { 1, 1, 1, 0, 1, 0, 0, 0 };
  g_auto(BwDesign) design = { 0 };
  double free[2] = { 0 }, bound[2] = { 0 }, turned[2] = { 0 }, firm[2] = { 0 };

  bw_design_init (&design, 8, 1);
  for (guint i = 0; i < 8; i++)
    {
      design.xs[i] = xs[i];
      design.gone[i] = gone[i];
      design.weights[i] = 1;
    }
  g_assert_true (bw_ridge_fit (&design, 0, FALSE, free));
  g_assert_cmpfloat_with_epsilon (free[0], log (3), 1e-7);
  g_assert_cmpfloat_with_epsilon (free[1], -2 * log (3), 1e-7);
  g_assert_true (bw_ridge_fit (&design, 0, TRUE, bound));
  g_assert_cmpfloat_with_epsilon (bound[1], free[1], 1e-7);
  g_assert_true (bw_ridge_fit (&design, 5, FALSE, firm));
  g_assert_cmpfloat (firm[1], >, free[1]);
  g_assert_cmpfloat (firm[1], <, 0);

  for (guint i = 0; i < 8; i++)
    design.xs[i] = 1 - xs[i];
  g_assert_true (bw_ridge_fit (&design, 0, TRUE, turned));
  g_assert_cmpfloat (turned[1], ==, 0);
  g_assert_cmpfloat_with_epsilon (turned[0], 0, 1e-7);
}

static void
test_cancelled (void)
{
  g_auto(Book) book = { 0 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  book_init (&book, &(Shape) { 200, 1, -1 }, 4);
  g_cancellable_cancel (cancellable);
  g_assert_null (bw_suggestion_new (book.cohort, book.prepared, book.model, cancellable));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggest/ridge", test_ridge);
  g_test_add_func ("/suggest/signal", test_signal);
  g_test_add_func ("/suggest/again", test_again);
  g_test_add_func ("/suggest/noise", test_noise);
  g_test_add_func ("/suggest/few", test_few);
  g_test_add_func ("/suggest/in-time", test_in_time);
  g_test_add_func ("/suggest/cancelled", test_cancelled);

  return g_test_run ();
}
