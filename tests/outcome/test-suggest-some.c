/* A suggestion that is taken over for some metrics, of drafts of all kinds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book.h"

#include <math.h>
#include <string.h>

/* Metrics that are not taken over keep their shares to the last digit; those that are have the rest, in the
 * proportion that is suggested. Where there is no rest, or nothing to fill it with, nothing moves. */
typedef struct
{
  const char *name;
  gboolean    metrics[4];
  double      part;
  double      now[4];      /* the draft's, a, b, noise, against */
  double      rest;        /* what is shared out */
  gboolean    moves;
} SomeCase;

static const SomeCase some_cases[] = {
  { "two-of-four",      { 1, 1, 0, 0 }, 1,   { 10, 10, 60, 20 }, 0.2, TRUE },
  { "two-half-way",     { 1, 1, 0, 0 }, 0.5, { 10, 10, 60, 20 }, 0.2, TRUE },
  { "three-of-four",    { 1, 1, 1, 0 }, 1,   { 10, 10, 60, 20 }, 0.8, TRUE },
  { "one-alone",        { 1, 0, 0, 0 }, 1,   { 10, 10, 60, 20 }, 0.1, FALSE },
  { "none",             { 0, 0, 0, 0 }, 1,   { 10, 10, 60, 20 }, 0,   FALSE },
  { "nothing-left",     { 1, 1, 0, 0 }, 1,   { 0, 0, 60, 40 },   0,   FALSE },
  { "nothing-to-fill",  { 0, 0, 0, 1 }, 1,   { 10, 10, 60, 20 }, 0.2, FALSE },
  { "all-zero",         { 1, 1, 1, 1 }, 1,   { 0, 0, 0, 0 },     1,   TRUE },
};

static void
check_some (const SomeCase     *row,
            const BwSuggestion *suggestion,
            BwModel            *model)
{
  const double now[] = { row->now[0] / 100, row->now[1] / 100, row->now[2] / 100, row->now[3] / 100 };
  g_autoptr(BwModel) draft = bw_model_with_shares (model, 0, now);
  g_autoptr(BwModel) taken = bw_suggestion_apply (suggestion, draft, row->part, row->metrics);
  const double *shares = bw_model_get_segment (taken, 0)->shares;
  double ticked = 0;

  g_assert_cmpint (taken != draft, ==, row->moves);
  for (guint i = 0; i < 4; i++)
    ticked += row->metrics[i] ? book_share (suggestion, i) : 0;
  for (guint i = 0; i < 4 && row->moves; i++)
    {
      const double to = row->metrics[i] ? row->rest * book_share (suggestion, i) / ticked : now[i];

      g_assert_cmpfloat_with_epsilon (shares[i], now[i] + row->part * (to - now[i]), 1e-12);
    }
}

static void
test_some (gconstpointer data)
{
  g_auto(Book) book = { 0 };
  g_autoptr(BwSuggestion) suggestion = NULL;

  book_init (&book, &(Shape) { 1000, 2, -1 }, 1);
  suggestion = bw_suggestion_new (book.cohort, book.prepared, book.model, NULL);
  check_some (data, suggestion, book.model);
}

/* The book has one segment, so that its weights and ranges are those over the book. */
static void
test_overall (void)
{
  g_auto(Book) book = { 0 };
  g_autoptr(BwSuggestion) suggestion = NULL;

  book_init (&book, &(Shape) { 1000, 2, -1 }, 1);
  suggestion = bw_suggestion_new (book.cohort, book.prepared, book.model, NULL);
  for (guint i = 0; i < 4; i++)
    {
      const BwSuggestedWeight *own = bw_suggestion_get_weight (suggestion, 0, i);
      const BwSuggestedWeight *overall = bw_suggestion_get_weight (suggestion, BW_ALL_SEGMENTS, i);

      g_assert_cmpfloat_with_epsilon (overall->from, own->from, 1e-12);
      g_assert_cmpfloat_with_epsilon (overall->to, own->to, 1e-12);
      g_assert_cmpfloat_with_epsilon (overall->low, own->low, 1e-12);
      g_assert_cmpfloat_with_epsilon (overall->high, own->high, 1e-12);
      g_assert_cmpint (overall->against, ==, own->against);
    }
  g_assert_cmpuint (bw_suggestion_get_segment (suggestion, 0)->n_judged, ==, 1000);
}

/* A draft without any weight is not said to have too few customers. */
static void
test_weightless (void)
{
  static const double nothing[4] = { 0 };
  g_auto(Book) book = { 0 };
  g_autoptr(BwSuggestion) suggestion = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwPrepared) prepared = NULL;
  g_autofree char *said = NULL;

  book_init (&book, &(Shape) { 400, 2, -1 }, 1);
  model = bw_model_with_shares (book.model, 0, nothing);
  prepared = bw_cohort_prepare (book.cohort, model, book.prepared, NULL);
  suggestion = bw_suggestion_new (book.cohort, prepared, model, NULL);
  said = bw_suggestion_describe (suggestion);
  g_assert_true (g_str_has_prefix (said, "All weights are 0"));
}

/* A metric that is the same for everybody, as where a scale ends at an absurd value, is told of. */
static void
test_flat (void)
{
  g_auto(Book) book = { 0 };
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwSuggestion) suggestion = NULL;
  const BwRemark *said;

  book_init (&book, &(Shape) { 1000, 2, -1 }, 1);
  model = fixture_model (
    "{'format': 'bellwether-model', 'version': 1, 'name': 'T', 'metrics': ["
    BOOK_METRIC ("a") ", {'id': 'b', 'name': 'b', 'column': 'b', 'scale': {'type': 'linear', 'from': 1000, 'to': 1e308}}"
    "], 'segments': [{'id': 'all', 'name': 'All', 'weights': {'a': 10, 'b': 10}}]}");
  prepared = bw_cohort_prepare (book.cohort, model, NULL, NULL);
  suggestion = bw_suggestion_new (book.cohort, prepared, model, NULL);
  said = bw_remarks_find (bw_suggestion_get_remarks (suggestion), "flat");
  g_assert_nonnull (said);
  g_assert_true (g_str_has_prefix (said->text, "Nothing can be learned of “b”"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (some_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/some/", some_cases[i].name, NULL);

      g_test_add_data_func (path, &some_cases[i], test_some);
    }
  g_test_add_func ("/suggest/overall", test_overall);
  g_test_add_func ("/suggest/weightless", test_weightless);
  g_test_add_func ("/suggest/flat", test_flat);

  return g_test_run ();
}
