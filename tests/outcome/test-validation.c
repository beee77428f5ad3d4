/* Figures of a validation by hand, guards, edges, and the scoreboard that follows a slider. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../score/fixture.h"
#include "outcome/judged.h"
#include "outcome/validation.h"
#include "score/drag.h"

#include <math.h>

#define CLOSE 1e-12

/* A book judged under a model: the metric "x" is the score. */
typedef struct
{
  BwPanel      *panel;
  BwModel      *model;
  BwOutcome    *outcome;
  BwCohort     *cohort;
  BwPrepared   *prepared;
  BwResults    *results;
  BwValidation *validation;
} Book;

static void
book_clear (Book *self)
{
  g_clear_pointer (&self->validation, bw_validation_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_clear_pointer (&self->outcome, bw_outcome_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

#define MODEL \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'T', 'metrics': [" \
  "{'id': 'x', 'name': 'X', 'column': 'x', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}], " \
  "'segments': [{'id': 'a', 'name': 'A', 'where': {'all': [{'column': 'kind', 'is': 'a'}]}, 'weights': {'x': 1}}, " \
  "{'id': 'rest', 'name': 'Rest', 'weights': {'x': 1}}]}"

static void
book_judge (Book *self)
{
  g_autoptr(GError) error = NULL;

  self->outcome = bw_outcome_new (self->panel, &(BwOutcomeChoice) { "Churned", NULL, NULL, NAN }, &error);
  g_assert_no_error (error);
  self->cohort = bw_cohort_new (self->outcome, &(BwCohortChoice) { BW_JUDGE_ONCE, 30, 90 }, &error);
  g_assert_no_error (error);
  self->prepared = bw_cohort_prepare (self->cohort, self->model, NULL, NULL);
  self->results = bw_results_new (self->prepared, self->model);
  self->validation = bw_validation_new (self->cohort, self->results, NULL);
}

/* @kinds: (nullable): the segment of each */
static void
book_init (Book              *self,
           const double      *x,
           const double      *churned,
           const double      *money,
           const char *const *kinds,
           guint              n)
{
  g_autofree const char **all = g_new (const char *, n);
  const FixtureColumn columns[] = {
    { "x", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x, NULL },
    { "Churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, churned, NULL },
    { "ARR", BW_COLUMN_MONEY, BW_ROLE_MONEY, money, NULL },
    { "kind", BW_COLUMN_CATEGORY, BW_ROLE_ATTRIBUTE, NULL, all },
  };

  for (guint i = 0; i < n; i++)
    all[i] = kinds != NULL ? kinds[i] : "a";
  *self = (Book) { fixture_panel (columns, 4, n, NULL, 1), fixture_model (MODEL) };
  book_judge (self);
}

/* Ten customers: At risk 10 (left), 20 (left), 30 (stayed); Watch 50 (left), 50, 60; Healthy 70, 80 (left),
 * 90; and one without a score, who left. */
static void
test_by_hand (void)
{
  static const double x[] = { 10, 20, 30, 50, 50, 60, 70, 80, 90, NAN };
  static const double churned[] = { 1, 1, 0, 1, 0, 0, 0, 1, 0, 1 };
  static const double money[] = { 1, 2, 4, 8, 16, NAN, 64, 128, 256, 512 };
  static const char *const kinds[] = { "a", "a", "a", "a", "a", "b", "b", "b", "b", "b" };
  g_auto(Book) book = { 0 };
  const BwFigures *all, *a;
  g_autoptr(GArray) green = NULL;
  g_autoptr(GArray) red = NULL;
  double squares = 0;

  book_init (&book, x, churned, money, kinds, 10);
  all = bw_validation_get_figures (book.validation, BW_ALL_SEGMENTS);
  a = bw_validation_get_figures (book.validation, 0);

  g_assert_cmpuint (all->n, ==, 10);
  g_assert_cmpuint (all->n_gone, ==, 5);
  g_assert_cmpfloat (all->base.n, ==, 9);
  g_assert_cmpfloat (all->base.n_gone, ==, 4);
  g_assert_false (all->enough);
  /* Over 30, 50, 60, 70, 90: 10 and 20 win 5 each, 50 wins 3½, 80 wins 1. */
  g_assert_cmpfloat_with_epsilon (all->auc.auc, 14.5 / 20, CLOSE);
  g_assert_cmpfloat_with_epsilon (all->gini, 0.45, CLOSE);
  g_assert_cmpfloat_with_epsilon (all->ks, 0.5, CLOSE);
  g_assert_cmpfloat (all->bands[0].rate.n, ==, 3);
  g_assert_cmpfloat (all->bands[0].rate.n_gone, ==, 2);
  g_assert_cmpfloat_with_epsilon (all->bands[0].precision, 2.0 / 3, CLOSE);
  g_assert_cmpfloat (all->bands[0].recall, ==, 0.5);
  g_assert_cmpfloat (all->bands[0].money, ==, 7);
  g_assert_cmpfloat (all->bands[0].money_gone, ==, 3);
  g_assert_cmpfloat (all->bands[1].money, ==, 24);
  g_assert_cmpfloat (all->bands[BW_NO_BAND].rate.n, ==, 1);
  g_assert_cmpfloat (all->bands[BW_NO_BAND].money_gone, ==, 512);
  g_assert_true (isnan (all->bands[BW_NO_BAND].recall));
  g_assert_cmpfloat (all->recall.n_gone, ==, 2);
  g_assert_cmpfloat (all->recall.n, ==, 4);
  g_assert_cmpfloat (all->tenths[9].gain, ==, 1);
  g_assert_cmpfloat_with_epsilon (all->lift, 1 / (4.0 / 9), CLOSE);
  g_assert_cmpfloat_with_epsilon (all->brier_base, 4.0 / 9 * 5 / 9, CLOSE);

  /* At the likeliest curve the expected number of leavers is theirs, and so is their sum of scores. */
  for (guint i = 0; i < 9; i++)
    squares += pow (1 / (1 + exp (-(all->intercept + all->slope * x[i]))) - churned[i], 2) / 9;
  g_assert_cmpfloat_with_epsilon (all->brier, squares, 1e-9);
  g_assert_cmpfloat (all->brier, <, all->brier_base);
  g_assert_cmpfloat (all->slope, <, 0);

  g_assert_cmpuint (a->n, ==, 5);
  /* Over 30 and 50: 10 and 20 win 2 each, 50 wins ½. */
  g_assert_cmpfloat_with_epsilon (a->auc.auc, 4.5 / 6, CLOSE);

  green = bw_validation_list_green_but_left (book.validation, BW_ALL_SEGMENTS);
  red = bw_validation_list_red_but_stayed (book.validation, BW_ALL_SEGMENTS);
  g_assert_cmpuint (green->len, ==, 1);
  g_assert_cmpuint (g_array_index (green, BwFooled, 0).row, ==, 7);
  g_assert_cmpuint (red->len, ==, 1);
  g_assert_cmpuint (g_array_index (red, BwFooled, 0).row, ==, 2);

  g_assert_nonnull (bw_remarks_find (bw_validation_get_remarks (book.validation), "few-gone"));
  g_assert_cmpint (bw_remarks_find (bw_validation_get_remarks (book.validation), "few-gone")->level, ==,
                   BW_REMARK_STOP);
  g_assert_nonnull (bw_remarks_find (bw_validation_get_remarks (book.validation), "few-stayed"));
  g_assert_nonnull (bw_remarks_find (bw_validation_get_remarks (book.validation), "unscored"));
}

static void
test_edges (void)
{
  static const double x[] = { 10, 20, 30, 50, 50, 60, 70, 80, 90, NAN };
  static const double churned[] = { 1, 1, 0, 1, 0, 0, 0, 1, 0, 1 };
  static const double money[] = { 1, 2, 4, 8, 16, NAN, 64, 128, 256, 512 };
  g_auto(Book) book = { 0 };
  BwEdgeFigures edge;

  book_init (&book, x, churned, money, NULL, 10);
  edge = bw_validation_at_edge (book.validation, BW_ALL_SEGMENTS, 50);
  g_assert_cmpuint (edge.n, ==, 3);
  g_assert_cmpuint (edge.n_gone, ==, 2);
  g_assert_cmpfloat (edge.recall, ==, 0.5);
  edge = bw_validation_edge_for_recall (book.validation, BW_ALL_SEGMENTS, 0.75);
  g_assert_cmpfloat (edge.edge, ==, 51);
  g_assert_cmpfloat (edge.recall, ==, 0.75);
  g_assert_cmpfloat_with_epsilon (edge.precision, 0.6, CLOSE);
  edge = bw_validation_edge_for_recall (book.validation, BW_ALL_SEGMENTS, 1);
  g_assert_cmpfloat (edge.recall, ==, 1);
  edge = bw_validation_edge_for_count (book.validation, BW_ALL_SEGMENTS, 4);
  g_assert_cmpuint (edge.n, ==, 3);
  g_assert_cmpfloat (edge.edge, ==, 31);
  edge = bw_validation_edge_for_count (book.validation, BW_ALL_SEGMENTS, 0);
  g_assert_cmpfloat (edge.edge, ==, 0);
  g_assert_cmpuint (edge.n, ==, 0);
}

/* What makes a guard speak, in a book of 400: 60 leave. */
typedef enum
{
  USUAL,
  PERFECT,
  REVERSED,
  COIN,
  MOSTLY_HEALTHY,
  ONLY_THE_LEFT,
  TWO_WORLDS,
  ONE_REVERSED,
  ONE_WEAK,
} Kind;

typedef struct
{
  const char *name;
  Kind        kind;
  const char *speaks[4];
} Guard;

static const Guard guards[] = {
  { "usual", USUAL, { NULL } },
  { "perfect", PERFECT, { "leak" } },
  { "reversed", REVERSED, { "reversed", "against" } },
  { "coin", COIN, { "no-better" } },
  { "mostly-healthy", MOSTLY_HEALTHY, { "mostly-healthy" } },
  { "only-the-left", ONLY_THE_LEFT, { "leak", "few-stayed" } },
  { "two-worlds", TWO_WORLDS, { "out-of-line" } },
  { "one-reversed", ONE_REVERSED, { "reversed-segments" } },
  { "one-weak", ONE_WEAK, { "weak-segments" } },
};

#define N_BOOK 400
#define N_LEFT 60

static double
score_of (Kind   kind,
          guint  i,
          GRand *dice)
{
  const gboolean left = i < N_LEFT;
  const double noise = 100 * g_rand_double (dice);

  switch (kind)
    {
    case PERFECT:
      return left ? noise * 0.3 : 30.5 + noise * 0.6;
    case REVERSED:
      return left ? 30 + noise * 0.7 : noise * 0.8;
    case COIN:
      return i % 20 * 5;
    case MOSTLY_HEALTHY:
      return left ? 70 + noise * 0.2 : 72 + noise * 0.28;
    case ONLY_THE_LEFT:
      return left ? noise : NAN;
    case ONE_REVERSED:
      return i % 3 == 0 ? (left ? 40 + noise * 0.5 : 30 + noise * 0.4)
                        : (left ? noise * 0.5 : 30 + noise * 0.7);
    case ONE_WEAK:
      return i % 3 == 0 ? i % 40 * 2 : (left ? noise * 0.5 : 30 + noise * 0.7);
    case USUAL:
    case TWO_WORLDS:
    default:
      return left ? noise * 0.7 : 20 + noise * 0.8;
    }
}

static void
test_guards (gconstpointer data)
{
  const Guard *guard = data;
  g_autoptr(GRand) dice = g_rand_new_with_seed (3);
  double x[N_BOOK], churned[N_BOOK], money[N_BOOK];
  const char *kinds[N_BOOK];
  g_auto(Book) book = { 0 };
  const GPtrArray *remarks;
  guint n = 0;

  for (guint i = 0; i < N_BOOK; i++)
    {
      x[i] = score_of (guard->kind, i, dice);
      churned[i] = i < N_LEFT;
      money[i] = i;
      kinds[i] = guard->kind == TWO_WORLDS ? (i < 100 ? "a" : "b") : guard->kind < ONE_REVERSED ? "b"
                 : i % 3 == 0 ? "a" : "b";
    }
  book_init (&book, x, churned, money, kinds, N_BOOK);
  remarks = bw_validation_get_remarks (book.validation);
  for (; n < G_N_ELEMENTS (guard->speaks) && guard->speaks[n] != NULL; n++)
    {
      if (bw_remarks_find (remarks, guard->speaks[n]) == NULL)
        g_error ("“%s” says nothing", guard->speaks[n]);
    }
  for (guint i = 0; i < remarks->len; i++)
    {
      const BwRemark *remark = g_ptr_array_index (remarks, i);

      if (!g_strv_contains (n > 0 ? guard->speaks : (const char *const[]) { NULL }, remark->id))
        g_error ("“%s” says: %s", remark->id, remark->text);
    }
}

static void
assert_glance (const Book      *book,
               const BwResults *results,
               const BwGlance  *glance)
{
  const gsize n_rows = bw_cohort_get_n_rows (book->cohort);
  g_autofree double *scores = g_new (double, n_rows);
  g_autofree guint8 *gone = g_new (guint8, n_rows);
  g_autoptr(BwLadder) ladder = NULL;
  gsize n_caught = 0, n_alarms = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      const gboolean low = bw_results_get_band (results, row) == 0;

      scores[row] = bw_results_get_score (results, row);
      gone[row] = bw_cohort_get_row (book->cohort, row)->gone;
      n_caught += low && gone[row];
      n_alarms += low && !gone[row];
    }
  ladder = bw_ladder_new (scores, gone, NULL, n_rows);
  g_assert_cmpuint (glance->n, ==, ladder->n);
  g_assert_cmpuint (glance->n_gone, ==, ladder->n_gone);
  g_assert_cmpuint (glance->n_caught, ==, n_caught);
  g_assert_cmpuint (glance->n_false_alarms, ==, n_alarms);
  if (isnan (bw_ladder_get_auc (ladder)))
    g_assert_true (isnan (glance->auc));
  else
    g_assert_cmpfloat (glance->auc, ==, bw_ladder_get_auc (ladder));
}

/* Random books over several snapshots, missing data, rules and segments: while a slider is dragged the
 * scoreboard shows what the ladder of the same scores says, to the last bit; rows that were gathered
 * have the scores that they have in their snapshots. */
static void
test_scoreboard (void)
{
  for (guint32 seed = 0; seed < 25; seed++)
    {
      g_autoptr(GRand) dice = g_rand_new_with_seed (seed);
      const FixtureShape shape = { dice, 300, 5, 2, 3, 0.15, seed % 2 == 0 };
      g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
      g_auto(Book) book = { .panel = bw_panel_ref (panel), .model = fixture_random_model (&shape) };
      g_autoptr(BwScoreboard) scoreboard = NULL;
      g_autoptr(BwDrag) drag = NULL;
      const char *column = bw_panel_get_column (panel, 0)->name;
      const BwOutcomeChoice choice = { column, NULL, NULL, NAN };
      BwGlance glance;

      book.outcome = bw_outcome_new (panel, &choice, NULL);
      if (book.outcome == NULL)
        continue;
      book.cohort = bw_cohort_new (book.outcome, &(BwCohortChoice) { BW_JUDGE_ONCE, 30, 90 }, NULL);
      book.prepared = bw_cohort_prepare (book.cohort, book.model, NULL, NULL);
      book.results = bw_results_new (book.prepared, book.model);
      scoreboard = bw_scoreboard_new (book.cohort, book.prepared);
      for (gsize row = 0; row < bw_cohort_get_n_rows (book.cohort); row++)
        {
          const BwJudgedRow *judged = bw_cohort_get_row (book.cohort, row);
          g_autoptr(BwResults) there = row % 50 == 0 ? fixture_score (panel, book.model, judged->snapshot) : NULL;

          if (there == NULL)
            continue;
          g_assert_cmpuint (bw_results_get_segment (book.results, row), ==,
                            bw_results_get_segment (there, judged->row));
          if (isnan (bw_results_get_score (there, judged->row)))
            g_assert_true (isnan (bw_results_get_score (book.results, row)));
          else
            g_assert_cmpfloat (bw_results_get_score (book.results, row), ==,
                               bw_results_get_score (there, judged->row));
        }

      bw_scoreboard_measure (scoreboard, book.results, &glance);
      assert_glance (&book, book.results, &glance);
      drag = bw_drag_new (book.results, 0, 0, NULL, book.results, 1);
      for (guint step = 0; step <= 10; step++)
        {
          bw_drag_nudge (drag, step / 10.0);
          bw_scoreboard_measure (scoreboard, bw_drag_get_results (drag), &glance);
          assert_glance (&book, bw_drag_get_results (drag), &glance);
        }
    }
}

/* What is prepared is made anew where the model's metrics differ, and only then. */
static void
test_prepared_again (void)
{
  static const double x[] = { 10, 20, 30, 50 };
  static const double churned[] = { 1, 0, 0, 1 };
  static const double weights[] = { 1 };
  g_auto(Book) book = { 0 };
  g_autoptr(BwModel) weighted = NULL;
  g_autoptr(BwModel) other = NULL;
  g_autoptr(BwPrepared) same = NULL;
  g_autoptr(BwPrepared) anew = NULL;

  book_init (&book, x, churned, x, NULL, 4);
  weighted = bw_model_with_shares (book.model, 0, weights);
  other = fixture_model_from ("%s", "{'format': 'bellwether-model', 'version': 1, 'name': 'T', 'metrics': ["
                              "{'id': 'x', 'name': 'X', 'column': 'x', 'scale': {'type': 'linear', 'from': 0, 'to': 50}}], "
                              "'segments': [{'id': 'rest', 'name': 'Rest', 'weights': {'x': 1}}]}");
  same = bw_cohort_prepare (book.cohort, weighted, book.prepared, NULL);
  anew = bw_cohort_prepare (book.cohort, other, book.prepared, NULL);
  g_assert_true (same == book.prepared);
  g_assert_true (anew != book.prepared);
  g_assert_cmpfloat (bw_prepared_get_score (anew, 1, 0), ==, 40);
  g_assert_true (isnan (bw_prepared_get_raw (book.prepared, 0, 0)));
  g_assert_cmpfloat (bw_prepared_get_money (book.prepared, 2), ==, 30);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validation/by-hand", test_by_hand);
  g_test_add_func ("/validation/edges", test_edges);
  for (gsize i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      g_autofree char *path = g_strdup_printf ("/validation/guards/%s", guards[i].name);

      g_test_add_data_func (path, &guards[i], test_guards);
    }
  g_test_add_func ("/validation/scoreboard", test_scoreboard);
  g_test_add_func ("/validation/prepared-again", test_prepared_again);

  return g_test_run ();
}
