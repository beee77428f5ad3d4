/* Weights that the outcomes suggest, and what they are worth on others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/judged.h"
#include "outcome/suggest-parts.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

/* How often customers are drawn anew to see how far the weights move. */
#define N_DRAWS 100
#define LOW     0.05
#define HIGH    0.95

#define N_TENTHS 10

/* A cohort of every snapshot is asked for where it can be tested in time; more rows than that are not. */
#define MOST_ROWS 400000

#define SEED 20260

/* Rows as bw_lesson_learn() wants them. */
static const guint32 *
rows_of (const GArray *rows)
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

/* Scores the rows of @rows under what was learned. */
static void
score_rows (const BwLesson  *lesson,
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

/* Judges each tenth of the customers by what the other nine teach. */
static gboolean
score_crossed (const BwLesson  *lesson,
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
      bw_lesson_learn (lesson, rows_of (inside), inside->len, apart, known, &learned);
      score_rows (lesson, &learned, outside, scores);
    }

  return TRUE;
}

/* The AUC of the old and the new scores on what was not fitted on. */
static void
compare (BwSuggestion   *self,
         const BwLesson *lesson,
         const BwSplit  *split,
         const double   *after)
{
  const guint n = split->tested->len;
  g_autoptr(BwResults) results = bw_results_new (lesson->prepared, lesson->model);
  g_autofree double *from = g_new (double, MAX (n, 1));
  g_autofree double *to = g_new (double, MAX (n, 1));
  g_autofree guint8 *gone = g_new (guint8, MAX (n, 1));
  g_autofree guint32 *customers = g_new (guint32, MAX (n, 1));
  const guint32 *whose = lesson->days != NULL ? customers : NULL;

  for (guint i = 0; i < n; i++)
    {
      const guint32 row = g_array_index (split->tested, guint32, i);

      from[i] = isnan (after[row]) ? NAN : bw_results_get_score (results, row);
      to[i] = after[row];
      gone[i] = bw_cohort_get_row (lesson->cohort, row)->gone;
      customers[i] = bw_cohort_get_row (lesson->cohort, row)->customer;
    }
  self->old_auc = bw_auc (from, gone, whose, n);
  self->new_auc = bw_auc (to, gone, whose, n);
  self->gain = bw_auc_gain (from, to, gone, whose, n);
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

/* The range of each weight over the draws. */
static void
find_ranges (BwSuggestion *self,
             double       *draws,
             guint         n_draws)
{
  const gsize n_cells = (gsize) self->n_segments * self->n_metrics;
  g_autofree double *one = g_new (double, n_draws);

  for (gsize cell = 0; cell < n_cells; cell++)
    {
      for (guint i = 0; i < n_draws; i++)
        one[i] = draws[i * n_cells + cell];
      qsort (one, n_draws, sizeof *one, compare_doubles);
      self->weights[cell].low = isnan (self->weights[cell].to) ? NAN : one[(guint) (LOW * (n_draws - 1))];
      self->weights[cell].high = isnan (self->weights[cell].to)
                                 ? NAN : one[(guint) ceil (HIGH * (n_draws - 1))];
    }
}

/* Sees how far the weights move where other customers had been there. */
static gboolean
resample (BwSuggestion    *self,
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
      bw_lesson_learn (lesson, rows_of (drawn), drawn->len, FALSE, learned, &again);
      memcpy (draws + n * n_cells, again.shares, n_cells * sizeof (double));
    }
  gsl_rng_free (dice);
  if (n < N_DRAWS)
    return FALSE;

  find_ranges (self, draws, N_DRAWS);

  return TRUE;
}

static void
take_weights (BwSuggestion    *self,
              const BwLesson  *lesson,
              const BwLearned *learned)
{
  for (guint i = 0; i < self->n_segments; i++)
    {
      self->segments[i].own = learned->own[i];
      self->segments[i].learned = learned->learned[i];
      self->penalty = isnan (self->penalty) || !learned->own[i] ? learned->penalties[i] : self->penalty;
      for (guint j = 0; j < self->n_metrics; j++)
        {
          const gsize cell = (gsize) i * self->n_metrics + j;
          const double from = bw_model_get_segment (lesson->model, i)->shares[j];

          self->weights[cell] = (BwSuggestedWeight) { from, learned->shares[cell], NAN, NAN,
                                                      learned->against[cell] && !isnan (from) };
        }
    }
}

static BwSuggestVerdict
judge (const BwSuggestion *self,
       const BwLearned    *learned)
{
  gboolean some = FALSE;

  for (guint i = 0; i < self->n_segments; i++)
    some |= learned->learned[i];
  if (!some || !(self->new_auc.low > 0.5))
    return BW_SUGGEST_NOTHING;

  return self->gain.low > 0 ? BW_SUGGEST_BETTER : BW_SUGGEST_ALIKE;
}

static BwSuggestion *
suggestion_new (const BwLesson *lesson)
{
  BwSuggestion *self = g_new0 (BwSuggestion, 1);
  const gsize n_cells = (gsize) bw_model_get_n_segments (lesson->model) *
                        bw_model_get_n_metrics (lesson->model);

  g_atomic_ref_count_init (&self->ref_count);
  self->before = bw_model_ref (lesson->model);
  self->n_segments = lesson->n_segments;
  self->n_metrics = lesson->n_metrics;
  self->segments = g_new0 (BwSuggestedSegment, self->n_segments);
  self->weights = g_new0 (BwSuggestedWeight, MAX (n_cells, 1));
  self->remarks = bw_remarks_new ();
  self->old_auc = self->new_auc = self->gain = (BwAuc) { 0, 0, NAN, NAN, NAN, NAN };
  self->penalty = NAN;
  self->verdict = BW_SUGGEST_TOO_FEW;
  self->forecasts = bw_cohort_forecasts (lesson->cohort);
  for (guint i = 0; i < self->n_segments; i++)
    {
      for (guint j = 0; j < self->n_metrics; j++)
        {
          const double share = bw_model_get_segment (lesson->model, i)->shares[j];

          self->weights[(gsize) i * self->n_metrics + j] =
            (BwSuggestedWeight) { share, share, share, share, FALSE };
        }
    }

  return self;
}

static void
count_segments (BwSuggestion   *self,
                const BwLesson *lesson)
{
  for (gsize row = 0; row < lesson->n_rows; row++)
    {
      BwSuggestedSegment *segment = &self->segments[bw_prepared_get_segment (lesson->prepared, row)];

      if (!lesson->usable[row])
        continue;
      segment->n++;
      self->n_usable++;
      segment->n_gone += bw_cohort_get_row (lesson->cohort, row)->gone != 0;
    }
}

/* Takes nothing of what was learned; the ranges stay, to show how little is known. */
static void
keep_weights (BwSuggestion *self)
{
  for (gsize cell = 0; cell < (gsize) self->n_segments * self->n_metrics; cell++)
    self->weights[cell].to = self->weights[cell].from;
}

/* The AUC of crossed scores over the rows. */
static double
try_out (const BwLesson  *lesson,
         const GArray    *rows,
         const BwLearned *learned,
         double          *scores,
         GCancellable    *cancellable)
{
  g_autofree double *some = g_new (double, MAX (rows->len, 1));
  g_autofree guint8 *gone = g_new (guint8, MAX (rows->len, 1));

  if (!score_crossed (lesson, rows, FALSE, learned, scores, cancellable))
    return NAN;

  for (guint i = 0; i < rows->len; i++)
    {
      const guint32 row = g_array_index (rows, guint32, i);

      some[i] = scores[row];
      gone[i] = bw_cohort_get_row (lesson->cohort, row)->gone;
    }

  return bw_auc (some, gone, NULL, rows->len).auc;
}

/* Learns by segment; and for all alike, where that tells better over the whole book: scores of segments
 * with weights of their own need not agree on what is high. Decided on what is fitted on alone. */
static gboolean
learn_either_way (BwSuggestion   *self,
                  const BwLesson *lesson,
                  const GArray   *rows,
                  BwLearned      *learned,
                  GCancellable   *cancellable)
{
  g_autofree double *scores = g_new (double, MAX (lesson->n_rows, 1));
  g_auto(BwLearned) alike = { 0 };
  gboolean some = FALSE;

  bw_lesson_learn (lesson, rows_of (rows), rows->len, TRUE, NULL, learned);
  for (guint i = 0; i < lesson->n_segments; i++)
    some |= learned->own[i] && self->segments[i].n < self->n_usable;
  if (!some)
    return TRUE;

  bw_lesson_learn (lesson, rows_of (rows), rows->len, FALSE, NULL, &alike);
  self->together = try_out (lesson, rows, &alike, scores, cancellable) >
                   try_out (lesson, rows, learned, scores, cancellable);
  if (self->together)
    {
      const BwLearned apart = *learned;

      *learned = alike;
      alike = apart;
    }

  return !g_cancellable_is_cancelled (cancellable);
}

/* Learns, and tries what was learned. Returns: whether it was not cancelled */
static gboolean
learn (BwSuggestion   *self,
       const BwLesson *lesson,
       const BwSplit  *split,
       GCancellable   *cancellable)
{
  g_auto(BwLearned) learned = { 0 };
  g_autofree double *after = g_new (double, MAX (lesson->n_rows, 1));

  self->test = split->test;
  self->n_fitted = split->fitted->len;
  self->n_tested = split->tested->len;
  if (!learn_either_way (self, lesson, split->fitted, &learned, cancellable))
    return FALSE;
  take_weights (self, lesson, &learned);
  if (split->test != BW_SUGGEST_CROSSED)
    score_rows (lesson, &learned, split->tested, after);
  else if (!score_crossed (lesson, split->tested, !self->together, NULL, after, cancellable))
    return FALSE;

  compare (self, lesson, split, after);
  self->verdict = judge (self, &learned);
  self->worse = self->gain.high < 0;
  if (!resample (self, lesson, split, &learned, cancellable))
    return FALSE;
  if (self->verdict == BW_SUGGEST_NOTHING)
    keep_weights (self);

  return TRUE;
}

/* A lesson of all snapshots, where there is enough in them to test in time. */
static gboolean
lesson_in_time (BwLesson     *lesson,
                BwCohort     *cohort,
                BwModel      *model,
                BwSplit      *split,
                GCancellable *cancellable)
{
  BwCohortChoice choice = *bw_cohort_get_choice (cohort);
  g_autoptr(BwCohort) every = NULL;
  g_autoptr(BwPrepared) prepared = NULL;

  if (!bw_cohort_forecasts (cohort) || choice.judging == BW_JUDGE_EVERY)
    return FALSE;

  choice.judging = BW_JUDGE_EVERY;
  every = bw_cohort_new (bw_cohort_get_outcome (cohort), &choice, NULL);
  if (every == NULL || bw_cohort_get_n_rows (every) > MOST_ROWS ||
      (prepared = bw_cohort_prepare (every, model, NULL, cancellable)) == NULL)
    return FALSE;

  bw_lesson_init (lesson, every, prepared, model);
  if (bw_split_find (split, lesson) && split->test == BW_SUGGEST_IN_TIME)
    return TRUE;

  bw_split_clear (split);
  bw_lesson_clear (lesson);
  *lesson = (BwLesson) { 0 };

  return FALSE;
}

/**
 * bw_suggestion_new:
 * @cohort: who is judged
 * @judged: what bw_cohort_prepare() made of it and @model
 * @model: whose shares are looked at
 *
 * Cost: for each segment of its own some dozens of fits of at most 20,000 rows, then a hundred more.
 * A few seconds for large books; for a worker.
 *
 * Returns: (transfer full) (nullable): what the outcomes suggest, be it nothing; %NULL only where
 *   cancelled
 */
BwSuggestion *
bw_suggestion_new (BwCohort     *cohort,
                   BwPrepared   *judged,
                   BwModel      *model,
                   GCancellable *cancellable)
{
  g_auto(BwLesson) lesson = { 0 };
  g_auto(BwSplit) split = { 0 };
  g_autoptr(BwSuggestion) self = NULL;
  gboolean enough;

  enough = lesson_in_time (&lesson, cohort, model, &split, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  if (!enough)
    {
      bw_lesson_init (&lesson, cohort, judged, model);
      enough = bw_split_find (&split, &lesson);
    }

  self = suggestion_new (&lesson);
  count_segments (self, &lesson);
  if (enough && !learn (self, &lesson, &split, cancellable))
    return NULL;

  bw_suggestion_remark (self, &lesson, &split);

  return g_steal_pointer (&self);
}

BwSuggestion *
bw_suggestion_ref (BwSuggestion *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_suggestion_unref (BwSuggestion *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_model_unref (self->before);
  g_free (self->segments);
  g_free (self->weights);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}
