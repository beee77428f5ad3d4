/* Trying out what was learned: on others, crosswise, and on customers drawn anew. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/suggest-parts.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

/* How often customers are drawn anew to see how far the weights move. */
#define N_DRAWS 100
#define LOW     0.05
#define HIGH    0.95

#define SEED 20260

#define N_TENTHS 10

/**
 * bw_rows_of:
 *
 * Returns: (transfer none): rows as bw_lesson_learn() wants them
 */
const guint32 *
bw_rows_of (const GArray *rows)
{
  return (const guint32 *) (gconstpointer) rows->data;
}

/**
 * bw_learned_apply:
 *
 * Returns: (transfer full): the model with the learned shares
 */
BwModel *
bw_learned_apply (const BwLearned *self,
                  const BwLesson  *lesson)
{
  BwModel *model = bw_model_ref (lesson->model);

  for (guint i = 0; i < lesson->n_segments; i++)
    {
      BwModel *next;

      if (!self->learned[i])
        continue;
      next = bw_model_with_shares (model, i, self->shares + (gsize) i * lesson->n_metrics);
      bw_model_unref (model);
      model = next;
    }

  return model;
}

/**
 * bw_try_score_rows:
 * @scores: (out) (array): by row of the cohort; those of @rows are filled in
 *
 * Scores them under what was learned.
 */
void
bw_try_score_rows (const BwLesson  *lesson,
                   const BwLearned *learned,
                   const GArray    *rows,
                   double          *scores)
{
  g_autoptr(BwModel) model = bw_learned_apply (learned, lesson);
  g_autoptr(BwResults) results = bw_results_new (lesson->prepared, model);

  for (guint i = 0; i < rows->len; i++)
    {
      const guint32 row = g_array_index (rows, guint32, i);

      scores[row] = bw_results_get_score (results, row);
    }
}

/**
 * bw_try_score_crossed:
 *
 * Scores each tenth of the customers under what the other nine teach.
 *
 * Returns: whether it was not cancelled
 */
gboolean
bw_try_score_crossed (const BwLesson  *lesson,
                      const GArray    *rows,
                      gboolean         apart,
                      const BwLearned *known,
                      double          *scores,
                      GCancellable    *cancellable)
{
  for (guint tenth = 0; tenth < N_TENTHS; tenth++)
    {
      g_autoptr(GArray) inside = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr(GArray) outside = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_auto(BwLearned) learned = { 0 };

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          const guint32 row = g_array_index (rows, guint32, i);

          g_array_append_val (bw_cohort_get_row (lesson->cohort, row)->customer % N_TENTHS == tenth
                              ? outside : inside, row);
        }
      bw_lesson_learn (lesson, bw_rows_of (inside), inside->len, apart, known, &learned);
      bw_try_score_rows (lesson, &learned, outside, scores);
    }

  return TRUE;
}

/**
 * bw_try_crossed_auc:
 *
 * Returns: the AUC of crossed scores over the rows, NaN where cancelled
 */
double
bw_try_crossed_auc (const BwLesson  *lesson,
                    const GArray    *rows,
                    const BwLearned *learned,
                    double          *scores,
                    GCancellable    *cancellable)
{
  g_autofree double *some = g_new (double, MAX (rows->len, 1));
  g_autofree guint8 *gone = g_new (guint8, MAX (rows->len, 1));

  if (!bw_try_score_crossed (lesson, rows, FALSE, learned, scores, cancellable))
    return NAN;

  for (guint i = 0; i < rows->len; i++)
    {
      const guint32 row = g_array_index (rows, guint32, i);

      some[i] = scores[row];
      gone[i] = bw_cohort_get_row (lesson->cohort, row)->gone;
    }

  return bw_auc (some, gone, NULL, rows->len).auc;
}

/* Draws the customers of @rows anew, with repetition, and puts their rows in order. */
static void
draw (const BwLesson *lesson,
      const GArray   *rows,
      gsl_rng        *dice,
      GArray         *drawn)
{
  const guint n_customers =
    bw_panel_get_n_customers (bw_outcome_get_panel (bw_cohort_get_outcome (lesson->cohort)));
  g_autofree guint8 *times = g_new0 (guint8, MAX (n_customers, 1));

  for (guint i = 0; i < n_customers; i++)
    {
      guint8 *time = &times[gsl_rng_uniform_int (dice, n_customers)];

      *time += *time < G_MAXUINT8;
    }

  g_array_set_size (drawn, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const guint32 row = g_array_index (rows, guint32, i);

      for (guint8 time = times[bw_cohort_get_row (lesson->cohort, row)->customer]; time > 0; time--)
        g_array_append_val (drawn, row);
    }
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The range of one weight over the draws, which are put in order. */
static void
find_range (BwSuggestedWeight *weight,
            double            *one)
{
  qsort (one, N_DRAWS, sizeof *one, compare_doubles);
  weight->low = isnan (weight->to) ? NAN : one[(guint) (LOW * (N_DRAWS - 1))];
  weight->high = isnan (weight->to) ? NAN : one[(guint) ceil (HIGH * (N_DRAWS - 1))];
}

/* The range of each weight, by segment and over the book. */
static void
find_ranges (BwSuggestion *self,
             const double *draws)
{
  const gsize n_cells = (gsize) self->n_segments * self->n_metrics;
  double one[N_DRAWS];

  for (gsize cell = 0; cell < n_cells; cell++)
    {
      for (guint i = 0; i < N_DRAWS; i++)
        one[i] = draws[i * n_cells + cell];
      find_range (&self->weights[cell], one);
    }
  for (guint metric = 0; metric < self->n_metrics; metric++)
    {
      for (guint i = 0; i < N_DRAWS; i++)
        one[i] = bw_suggestion_mean (self, draws + i * n_cells + metric, self->n_metrics);
      find_range (&self->overall[metric], one);
    }
}

/**
 * bw_try_resample:
 *
 * Sees how far the weights move where other customers had been there.
 *
 * Returns: whether it was not cancelled
 */
gboolean
bw_try_resample (BwSuggestion    *self,
                 const BwLesson  *lesson,
                 const BwSplit   *split,
                 const BwLearned *learned,
                 GCancellable    *cancellable)
{
  const gsize n_cells = (gsize) self->n_segments * self->n_metrics;
  g_autofree double *draws = g_new (double, MAX (n_cells, 1) * N_DRAWS);
  g_autoptr(GArray) drawn = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsl_rng *dice = gsl_rng_alloc (gsl_rng_mt19937);
  guint n = 0;

  gsl_rng_set (dice, SEED);
  for (; n < N_DRAWS && !g_cancellable_is_cancelled (cancellable); n++)
    {
      g_auto(BwLearned) again = { 0 };

      draw (lesson, split->fitted, dice, drawn);
      bw_lesson_learn (lesson, bw_rows_of (drawn), drawn->len, FALSE, learned, &again);
      memcpy (draws + n * n_cells, again.shares, n_cells * sizeof (double));
    }
  gsl_rng_free (dice);
  if (n < N_DRAWS)
    return FALSE;

  find_ranges (self, draws);

  return TRUE;
}
