/* A class: rows to fit weights on together, and the metrics that get them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Metric scores are put to mean 0 and spread 1, a missing one to the mean. */

#include "outcome/class.h"

#include "outcome/ridge.h"

#include <math.h>

/* More rows than that teach no more: of each kind every so many are taken, and weigh as many. */
#define MOST_OF_A_KIND 10000

#define N_FOLDS 5

static const double penalties[] = { 1000, 300, 100, 30, 10, 3, 1, 0.3, 0.1 };

static inline double
score_at (const BwLesson *lesson,
          gsize           row,
          guint           metric)
{
  return lesson->scores[row * lesson->n_metrics + metric];
}

void
bw_class_clear (BwClass *self)
{
  g_clear_pointer (&self->metrics, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->means);
  g_free (self->spreads);
}

/* Of each kind takes every so many. */
static void
take_rows (BwClass        *self,
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

          if (!lesson->usable[rows[i]] || !segments[lesson->segments[rows[i]]])
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
measure (BwClass *self)
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
            score_at (lesson, g_array_index (self->rows, guint32, j), metric);

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
            score_at (lesson, g_array_index (self->rows, guint32, j), metric);

          if (!isnan (score))
            squares += (score - self->means[i]) * (score - self->means[i]);
        }
      self->spreads[i] = n > 0 ? sqrt (squares / n) : 0;
    }
}

/**
 * bw_class_init:
 * @rows: (array length=n): rows of the cohort
 * @segments: (array): by segment, whether its rows are taken
 */
void
bw_class_init (BwClass        *self,
               const BwLesson *lesson,
               const guint32  *rows,
               gsize           n,
               const gboolean *segments)
{
  *self = (BwClass) { lesson, g_array_new (FALSE, FALSE, sizeof (guint)),
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
fill_design (const BwClass *self,
             const guint   *places,
             gsize          n,
             BwDesign      *design)
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
            score_at (self->lesson, row, g_array_index (self->metrics, guint, j));

          design->xs[i * n_metrics + j] = isnan (score) || self->spreads[j] <= 0
                                          ? 0 : (score - self->means[j]) / self->spreads[j];
        }
    }
}

/* The part of the rows that a row is in: by time where there is time, else by customer. */
static void
find_folds (const BwClass *self,
            guint         *folds)
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
split (const BwClass *self,
       const guint   *folds,
       guint          fold,
       BwDesign      *fitted,
       BwDesign      *tried)
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

/**
 * bw_class_choose_penalty:
 *
 * Cost: 45 fits.
 *
 * Returns: the penalty under which what is left out is least surprising: parts of the customers, or
 *   where there is time later rows than those fitted on
 */
double
bw_class_choose_penalty (const BwClass *self)
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

/**
 * bw_class_fit:
 * @never_more: whether metrics are kept from speaking against their direction
 * @coefficients: (inout) (array): where to begin, then the fit: the intercept, then one a metric of the
 *   class, per spread
 */
void
bw_class_fit (const BwClass *self,
              double         penalty,
              gboolean       never_more,
              double        *coefficients)
{
  g_autofree guint *places = g_new (guint, MAX (self->rows->len, 1));
  g_auto(BwDesign) design = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    places[i] = i;
  fill_design (self, places, self->rows->len, &design);
  bw_ridge_fit (&design, penalty, never_more, coefficients);
}
