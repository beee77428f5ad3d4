/* What the rows of a cohort teach: shares by segment, learned from some of the rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A segment with enough of both kinds is learned from alone; the others together, or where they are too
* few from all. Metric scores are put to mean 0 and spread 1, a missing one to the mean; coefficients
* are kept from speaking against a metric's direction, and turned back to points they are the shares. */

#include "outcome/lesson.h"

#include "outcome/ridge.h"

#include <math.h>
#include <string.h>

/* More rows than that teach no more: of each kind every so many are taken, and weigh as many. */
#define MOST_OF_A_KIND 10000

#define N_FOLDS 5

static const double penalties[] = { 1000, 300, 100, 30, 10, 3, 1, 0.3, 0.1 };

/**
 * bw_lesson_init:
 * @prepared: made of @cohort and @model
 */
void
bw_lesson_init (BwLesson   *self,
                BwCohort   *cohort,
                BwPrepared *prepared,
                BwModel    *model)
{
  g_autoptr(BwResults) results = bw_results_new (prepared, model);
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (cohort));
  const gsize n_rows = bw_cohort_get_n_rows (cohort);

  *self = (BwLesson) { bw_cohort_ref (cohort), bw_prepared_ref (prepared), bw_model_ref (model), n_rows,
                       bw_model_get_n_segments (model), bw_model_get_n_metrics (model) };
  self->usable = g_new (guint8, n_rows);
  if (bw_cohort_get_choice (cohort)->judging == BW_JUDGE_EVERY)
    self->days = g_new (double, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    {
      self->usable[row] = !isnan (bw_results_get_score (results, row));
      if (self->days != NULL)
        self->days[row] =
          bw_snapshot_get_date (bw_panel_get_snapshot (panel, bw_cohort_get_row (cohort, row)->snapshot));
    }
}

void
bw_lesson_clear (BwLesson *self)
{
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_free (self->days);
  g_free (self->usable);
}

void
bw_learned_clear (BwLearned *self)
{
  g_free (self->shares);
  g_free (self->own);
  g_free (self->learned);
  g_free (self->penalties);
  g_free (self->against);
}

/**
 * bw_lesson_count:
 * @rows: (array length=n): rows of the cohort
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Counts the customers with a score, each once; who left at one of the rows is no other.
 */
void
bw_lesson_count (const BwLesson *self,
                 const guint32  *rows,
                 gsize           n,
                 guint           segment,
                 gsize          *n_gone,
                 gsize          *n_stayed)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (self->cohort));
  const guint n_customers = bw_panel_get_n_customers (panel);
  g_autofree guint8 *seen = g_new0 (guint8, MAX (n_customers, 1)); /* 1 seen, 2 gone */
  gsize counts[3] = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      const BwJudgedRow *row = bw_cohort_get_row (self->cohort, rows[i]);

      if (self->usable[rows[i]] &&
          (segment == BW_ALL_SEGMENTS || bw_prepared_get_segment (self->prepared, rows[i]) == segment))
        seen[row->customer] = MAX (seen[row->customer], row->gone ? 2 : 1);
    }
  for (guint i = 0; i < n_customers; i++)
    counts[seen[i]]++;
  *n_stayed = counts[1];
  *n_gone = counts[2];
}

/* Metrics that count in one of the segments, and rows to fit them on. */
typedef struct
{
  const BwLesson *lesson;
  GArray         *metrics; /* of guint */
  GArray         *rows;    /* of guint32 */
  double         *means;   /* by place in @metrics, likewise @spreads */
  double         *spreads;
  double          weights[2]; /* rows that one stands for, of those who stayed and those who left */
} Class;

static void
class_clear (Class *self)
{
  g_clear_pointer (&self->metrics, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->means);
  g_free (self->spreads);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Class, class_clear)

/* Of each kind takes every so many. */
static void
take_rows (Class          *self,
           const guint32  *rows,
           gsize           n,
           const gboolean *segments)
{
  const BwLesson *lesson = self->lesson;
  gsize total[2] = { 0 }, seen[2] = { 0 };

  for (guint pass = 0; pass < 2; pass++)
    {
      for (gsize i = 0; i < n; i++)
        {
          const guint8 gone = bw_cohort_get_row (lesson->cohort, rows[i])->gone != 0;

          if (!lesson->usable[rows[i]] || !segments[bw_prepared_get_segment (lesson->prepared, rows[i])])
            continue;
          if (pass == 0)
            total[gone]++;
          else if (seen[gone]++ % (total[gone] / MOST_OF_A_KIND + 1) == 0)
            g_array_append_val (self->rows, rows[i]);
        }
    }
  for (guint gone = 0; gone < 2; gone++)
    self->weights[gone] = total[gone] / MOST_OF_A_KIND + 1;
}

static void
measure (Class *self)
{
  const BwLesson *lesson = self->lesson;

  self->means = g_new0 (double, MAX (self->metrics->len, 1));
  self->spreads = g_new0 (double, MAX (self->metrics->len, 1));
  for (guint i = 0; i < self->metrics->len; i++)
    {
      const guint metric = g_array_index (self->metrics, guint, i);
      double sum = 0, squares = 0, n = 0;

      for (guint j = 0; j < self->rows->len; j++)
        {
          const double score =
            bw_prepared_get_score (lesson->prepared, g_array_index (self->rows, guint32, j), metric);

          if (!isnan (score))
            {
              sum += score;
              n++;
            }
        }
      self->means[i] = n > 0 ? sum / n : 0;
      for (guint j = 0; j < self->rows->len; j++)
        {
          const double score =
            bw_prepared_get_score (lesson->prepared, g_array_index (self->rows, guint32, j), metric);

          if (!isnan (score))
            squares += (score - self->means[i]) * (score - self->means[i]);
        }
      self->spreads[i] = n > 0 ? sqrt (squares / n) : 0;
    }
}

static void
class_init (Class          *self,
            const BwLesson *lesson,
            const guint32  *rows,
            gsize           n,
            const gboolean *segments)
{
  *self = (Class) { lesson, g_array_new (FALSE, FALSE, sizeof (guint)),
                    g_array_new (FALSE, FALSE, sizeof (guint32)) };

  for (guint metric = 0; metric < lesson->n_metrics; metric++)
    {
      for (guint segment = 0; segment < lesson->n_segments; segment++)
        {
          if (!segments[segment] || isnan (bw_model_get_segment (lesson->model, segment)->shares[metric]))
            continue;
          g_array_append_val (self->metrics, metric);
          break;
        }
    }
  take_rows (self, rows, n, segments);
  measure (self);
}

/* The rows of the class at some places of it, ready to be fitted. */
static void
fill_design (const Class *self,
             const guint *places,
             gsize        n,
             BwDesign    *design)
{
  const guint n_metrics = self->metrics->len;

  bw_design_init (design, n, n_metrics);
  for (gsize i = 0; i < n; i++)
    {
      const guint32 row = g_array_index (self->rows, guint32, places[i]);

      design->gone[i] = bw_cohort_get_row (self->lesson->cohort, row)->gone != 0;
      design->weights[i] = self->weights[design->gone[i]];
      for (guint j = 0; j < n_metrics; j++)
        {
          const double score =
            bw_prepared_get_score (self->lesson->prepared, row, g_array_index (self->metrics, guint, j));

          design->xs[i * n_metrics + j] = isnan (score) || self->spreads[j] <= 0
                                          ? 0 : (score - self->means[j]) / self->spreads[j];
        }
    }
}

/* The part of the rows that a row is in: by time where there is time, else by customer. */
static void
find_folds (const Class *self,
            guint       *folds)
{
  const BwLesson *lesson = self->lesson;
  const guint n = self->rows->len;
  gsize before = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint32 row = g_array_index (self->rows, guint32, i);

      folds[i] = lesson->days == NULL ? bw_cohort_get_row (lesson->cohort, row)->customer / 10 % N_FOLDS : 0;
    }
  if (lesson->days == NULL)
    return;

  /* Rows stand in the order of their snapshots; those of one day stay together. */
  for (guint i = 0; i < n; i++)
    {
      const guint32 row = g_array_index (self->rows, guint32, i);

      if (i > 0 && lesson->days[row] != lesson->days[g_array_index (self->rows, guint32, i - 1)])
        before = i;
      folds[i] = MIN (before * N_FOLDS / n, N_FOLDS - 1);
    }
}

/* Rows to fit on and rows to try on, for one fold. Returns: whether there are some of both */
static gboolean
split (const Class *self,
       const guint *folds,
       guint        fold,
       BwDesign    *fitted,
       BwDesign    *tried)
{
  const gboolean in_time = self->lesson->days != NULL;
  g_autofree guint *inside = g_new (guint, self->rows->len);
  g_autofree guint *outside = g_new (guint, self->rows->len);
  gsize n_inside = 0, n_outside = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (folds[i] == fold)
        outside[n_outside++] = i;
      else if (!in_time || folds[i] < fold)
        inside[n_inside++] = i;
    }
  if (n_inside == 0 || n_outside == 0)
    return FALSE;

  fill_design (self, inside, n_inside, fitted);
  fill_design (self, outside, n_outside, tried);

  return TRUE;
}

/* The penalty under which what is left out is least surprising. */
static double
choose_penalty (const Class *self)
{
  const guint n = self->metrics->len + 1;
  g_autofree guint *folds = g_new (guint, MAX (self->rows->len, 1));
  double losses[G_N_ELEMENTS (penalties)] = { 0 };
  guint best = 0;

  find_folds (self, folds);
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_auto(BwDesign) fitted = { 0 };
      g_auto(BwDesign) tried = { 0 };
      g_autofree double *coefficients = g_new0 (double, n);

      if (!split (self, folds, fold, &fitted, &tried))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (penalties); i++)
        {
          bw_ridge_fit (&fitted, penalties[i], TRUE, coefficients);
          losses[i] += bw_ridge_get_loss (&tried, coefficients);
        }
    }
  for (guint i = 1; i < G_N_ELEMENTS (penalties); i++)
    best = losses[i] < losses[best] ? i : best;

  return penalties[best];
}

static void
fit_class (const Class *self,
           double       penalty,
           gboolean     never_more,
           double      *coefficients)
{
  g_autofree guint *places = g_new (guint, MAX (self->rows->len, 1));
  g_auto(BwDesign) design = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    places[i] = i;
  fill_design (self, places, self->rows->len, &design);
  memset (coefficients, 0, (self->metrics->len + 1) * sizeof (double));
  bw_ridge_fit (&design, penalty, never_more, coefficients);
}

/* Turns coefficients into the shares of a segment. Returns: whether there was anything to turn */
static gboolean
to_shares (const Class  *self,
           const double *coefficients,
           guint         segment,
           double       *shares)
{
  const double *now = bw_model_get_segment (self->lesson->model, segment)->shares;
  double sum = 0;

  for (guint i = 0; i < self->lesson->n_metrics; i++)
    shares[i] = isnan (now[i]) ? NAN : 0;
  for (guint i = 0; i < self->metrics->len; i++)
    {
      const guint metric = g_array_index (self->metrics, guint, i);

      if (isnan (now[metric]) || self->spreads[i] <= 0)
        continue;
      shares[metric] = fmax (-coefficients[i + 1] / self->spreads[i], 0);
      sum += shares[metric];
    }

  for (guint i = 0; i < self->lesson->n_metrics; i++)
    shares[i] = sum > 0 ? shares[i] / sum : now[i];

  return sum > 0;
}

/* Learns for the segments that are marked, from the rows of those that teach. */
static void
learn_class (const BwLesson  *lesson,
             const guint32   *rows,
             gsize            n,
             const gboolean  *teachers,
             const gboolean  *pupils,
             const BwLearned *known,
             BwLearned       *learned)
{
  g_auto(Class) class = { 0 };
  g_autofree double *coefficients = NULL;
  g_autofree double *freely = NULL;
  double penalty = NAN;

  class_init (&class, lesson, rows, n, teachers);
  for (guint segment = 0; segment < lesson->n_segments && known != NULL; segment++)
    {
      if (pupils[segment])
        penalty = known->penalties[segment];
    }
  if (isnan (penalty))
    penalty = choose_penalty (&class);
  coefficients = g_new (double, class.metrics->len + 1);
  freely = g_new (double, class.metrics->len + 1);
  fit_class (&class, penalty, TRUE, coefficients);
  if (known == NULL)
    fit_class (&class, penalty, FALSE, freely);

  for (guint segment = 0; segment < lesson->n_segments; segment++)
    {
      if (!pupils[segment])
        continue;
      learned->penalties[segment] = penalty;
      learned->learned[segment] = to_shares (&class, coefficients, segment,
                                             learned->shares + (gsize) segment * lesson->n_metrics);
      for (guint i = 0; i < class.metrics->len && known == NULL; i++)
        learned->against[(gsize) segment * lesson->n_metrics +
                         g_array_index (class.metrics, guint, i)] = freely[i + 1] > 0;
    }
}

static gboolean
is_enough (const BwLesson *self,
           const guint32  *rows,
           gsize           n,
           guint           segment)
{
  gsize n_gone, n_stayed;

  bw_lesson_count (self, rows, n, segment, &n_gone, &n_stayed);

  return n_gone >= BW_LEAST_OF_A_KIND && n_stayed >= BW_LEAST_OF_A_KIND;
}

/**
 * bw_lesson_learn:
 * @rows: (array length=n): rows of the cohort, in its order; some may be there twice
 * @apart: whether segments with enough of both kinds stand alone
 * @known: (nullable): what was learned before: its penalties, and which segments stand alone, are
 *   taken over
 * @learned: (out): zeroed
 *
 * Cost: for each segment that stands alone and for the others together a few dozen fits; two with
 * @known.
 */
void
bw_lesson_learn (const BwLesson  *self,
                 const guint32   *rows,
                 gsize            n,
                 gboolean         apart,
                 const BwLearned *known,
                 BwLearned       *learned)
{
  const gsize n_cells = (gsize) self->n_segments * self->n_metrics;
  g_autofree gboolean *others = g_new0 (gboolean, self->n_segments);
  g_autofree gboolean *teachers = g_new0 (gboolean, self->n_segments);
  gboolean some = FALSE;

  *learned = (BwLearned) { g_new0 (double, MAX (n_cells, 1)), g_new0 (gboolean, self->n_segments),
                           g_new0 (gboolean, self->n_segments), g_new0 (double, self->n_segments),
                           g_new0 (gboolean, MAX (n_cells, 1)) };
  for (guint i = 0; i < self->n_segments; i++)
    {
      g_autofree gboolean *only = g_new0 (gboolean, self->n_segments);

      learned->own[i] = known != NULL ? known->own[i] : apart && is_enough (self, rows, n, i);
      teachers[i] = TRUE;
      others[i] = !learned->own[i];
      some |= others[i];
      only[i] = TRUE;
      if (learned->own[i])
        learn_class (self, rows, n, only, only, known, learned);
    }
  if (some)
    learn_class (self, rows, n, teachers, others, known, learned);
}
