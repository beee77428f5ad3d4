/* Weights that the outcomes suggest, and what they are worth on others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/judged.h"
#include "outcome/suggest-parts.h"

#include <math.h>

/* A cohort of every snapshot is asked for where it can be tested in time; more rows than that are not. */
#define MOST_ROWS 400000

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

      from[i] = bw_results_get_score (results, row);
      to[i] = after[row];
      self->n_unscored += isnan (after[row]) && !isnan (from[i]);
      gone[i] = bw_cohort_get_row (lesson->cohort, row)->gone;
      customers[i] = bw_cohort_get_row (lesson->cohort, row)->customer;
    }
  self->old_auc = bw_auc (from, gone, whose, n);
  self->new_auc = bw_auc (to, gone, whose, n);
  self->gain = bw_auc_gain (from, to, gone, whose, n);
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
  self->overall = g_new0 (BwSuggestedWeight, MAX (self->n_metrics, 1));
  self->remarks = bw_remarks_new ();
  self->old_auc = self->new_auc = self->gain = (BwAuc) { 0, 0, NAN, NAN, NAN, NAN };
  self->penalty = NAN;
  self->verdict = BW_SUGGEST_TOO_FEW;
  self->forecasts = bw_cohort_forecasts (lesson->cohort);
  for (guint j = 0; j < self->n_metrics; j++)
    self->overall[j] = (BwSuggestedWeight) { NAN, NAN, NAN, NAN, FALSE }
  ;
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

/**
 * bw_suggestion_mean:
 * @values: by segment, each @stride after the one before; NaN counts as 0
 *
 * Returns: their mean, each counted by the customers of its segment who are judged, as a validation
 *   does for the weight of a metric
 */
double
bw_suggestion_mean (const BwSuggestion *self,
                    const double       *values,
                    gsize               stride)
{
  double sum = 0, n = 0;

  for (guint i = 0; i < self->n_segments; i++)
    {
      const double value = values[i * stride];

      n += self->segments[i].n_judged;
      sum += isnan (value) ? 0 : value * self->segments[i].n_judged;
    }

  return n > 0 ? sum / n : 0;
}

/* The weights over the book, where the segments' are known; the ranges stay. */
static void
sum_up (BwSuggestion *self)
{
  g_autofree double *from = g_new (double, MAX (self->n_segments, 1));
  g_autofree double *to = g_new (double, MAX (self->n_segments, 1));

  for (guint metric = 0; metric < self->n_metrics; metric++)
    {
      BwSuggestedWeight *overall = &self->overall[metric];
      gboolean used = FALSE;

      overall->against = FALSE;
      for (guint i = 0; i < self->n_segments; i++)
        {
          const BwSuggestedWeight *weight = bw_suggestion_get_weight (self, i, metric);

          from[i] = weight->from;
          to[i] = weight->to;
          used |= !isnan (weight->to);
          overall->against |= weight->against;
        }
      overall->from = used ? bw_suggestion_mean (self, from, 1) : NAN;
      overall->to = used ? bw_suggestion_mean (self, to, 1) : NAN;
    }
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

  bw_lesson_learn (lesson, bw_rows_of (rows), rows->len, TRUE, NULL, learned);
  for (guint i = 0; i < lesson->n_segments; i++)
    some |= learned->own[i] && self->segments[i].n < self->n_usable;
  if (!some)
    return TRUE;

  bw_lesson_learn (lesson, bw_rows_of (rows), rows->len, FALSE, NULL, &alike);
  self->together = bw_try_crossed_auc (lesson, rows, &alike, scores, cancellable) >
                   bw_try_crossed_auc (lesson, rows, learned, scores, cancellable);
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
  sum_up (self);
  if (split->test != BW_SUGGEST_CROSSED)
    bw_try_score_rows (lesson, &learned, split->tested, after);
  else if (!bw_try_score_crossed (lesson, split->tested, !self->together, NULL, after, cancellable))
    return FALSE;

  compare (self, lesson, split, after);
  self->verdict = judge (self, &learned);
  self->worse = self->gain.high < 0;
  if (!bw_try_resample (self, lesson, split, &learned, cancellable))
    return FALSE;
  if (self->verdict == BW_SUGGEST_NOTHING)
    {
      keep_weights (self);
      sum_up (self);
    }

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
  for (gsize row = 0; row < bw_cohort_get_n_rows (cohort); row++)
    self->segments[bw_prepared_get_segment (judged, row)].n_judged++;
  sum_up (self);
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
  g_free (self->overall);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}
