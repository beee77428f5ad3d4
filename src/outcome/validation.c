/* How well the scores of a cohort tell who left: all figures, over the book and by segment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/figures.h"
#include "outcome/validation-parts.h"

#include <math.h>

static void
part_init (BwPart          *self,
           BwCohort        *cohort,
           const BwResults *judged,
           guint            segment)
{
  g_auto(BwSome) some = { 0 };

  bw_some_init (&some, cohort, judged, segment);
  self->ladder = bw_ladder_new (some.scores, some.gone, some.money, some.n);
  bw_figures_fill (&self->figures, &some, self->ladder,
                   bw_model_get_n_bands (bw_results_get_model (judged)));
  self->below = g_new0 (gsize, self->ladder->n_rungs + 1);
  self->gone_below = g_new0 (gsize, self->ladder->n_rungs + 1);
  for (gsize i = 0; i < self->ladder->n_rungs; i++)
    {
      self->below[i + 1] = self->below[i] + self->ladder->rungs[i].n;
      self->gone_below[i + 1] = self->gone_below[i] + self->ladder->rungs[i].n_gone;
    }
}

static void
part_clear (BwPart *self)
{
  g_clear_pointer (&self->ladder, bw_ladder_free);
  g_free (self->below);
  g_free (self->gone_below);
}

static double
mean_share (const BwValidation *self,
            guint               metric)
{
  double sum = 0, n = 0;

  for (guint i = 0; i < self->n_segments; i++)
    {
      const double share = bw_model_get_segment (self->model, i)->shares[metric];

      n += self->parts[i].figures.n;
      sum += isnan (share) ? 0 : share * self->parts[i].figures.n;
    }

  return n > 0 ? sum / n : 0;
}

static void
measure_metric (BwValidation *self,
                BwSome       *some,
                guint         metric)
{
  BwMetricFigures *figures = &self->metrics[metric];
  const BwPrepared *prepared = bw_results_get_prepared (self->results);

  for (gsize row = 0; row < some->n; row++)
    some->scores[row] = bw_prepared_get_score (prepared, row, metric);

  figures->auc = bw_auc (some->scores, some->gone, some->customers, some->n);
  figures->share = mean_share (self, metric);
  self->leaks[metric] = bw_cohort_find_leak (self->cohort, bw_model_get_metric (self->model, metric));
  figures->suspect = self->leaks[metric] != NULL ||
                     (bw_validation_get_part (self, BW_ALL_SEGMENTS)->figures.enough &&
                      (figures->auc.auc > BW_SUSPECT || figures->auc.auc < 1 - BW_SUSPECT));
}

/* Returns: whether it came to an end, and was not cancelled */
static gboolean
measure (BwValidation *self,
         GCancellable *cancellable)
{
  g_auto(BwSome) some = { 0 };

  for (guint i = 0; i <= self->n_segments; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      part_init (&self->parts[i], self->cohort, self->results, i < self->n_segments ? i : BW_ALL_SEGMENTS);
    }

  bw_some_init (&some, self->cohort, self->results, BW_ALL_SEGMENTS);
  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      measure_metric (self, &some, i);
    }

  return TRUE;
}

/**
 * bw_validation_new:
 * @judged: results of what bw_cohort_prepare() made of @cohort
 *
 * Cost: some sorts of the rows, and one a metric.
 *
 * Returns: (transfer full) (nullable): all figures, %NULL only where cancelled
 */
BwValidation *
bw_validation_new (BwCohort     *cohort,
                   BwResults    *judged,
                   GCancellable *cancellable)
{
  g_autoptr(BwValidation) self = g_new0 (BwValidation, 1);

  g_return_val_if_fail (bw_results_get_n_rows (judged) == bw_cohort_get_n_rows (cohort), NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->cohort = bw_cohort_ref (cohort);
  self->results = bw_results_ref (judged);
  self->model = bw_model_ref (bw_results_get_model (judged));
  self->n_segments = bw_model_get_n_segments (self->model);
  self->n_metrics = bw_model_get_n_metrics (self->model);
  self->parts = g_new0 (BwPart, self->n_segments + 1);
  self->metrics = g_new0 (BwMetricFigures, MAX (self->n_metrics, 1));
  self->leaks = g_new0 (char *, MAX (self->n_metrics, 1));
  self->remarks = bw_remarks_new ();
  if (!measure (self, cancellable))
    return NULL;

  bw_validation_guard (self);

  return g_steal_pointer (&self);
}

BwValidation *
bw_validation_ref (BwValidation *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_validation_unref (BwValidation *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i <= self->n_segments; i++)
    part_clear (&self->parts[i]);
  for (guint i = 0; i < self->n_metrics; i++)
    g_free (self->leaks[i]);
  g_free (self->parts);
  g_free (self->metrics);
  g_free (self->leaks);
  g_ptr_array_unref (self->remarks);
  bw_model_unref (self->model);
  bw_results_unref (self->results);
  bw_cohort_unref (self->cohort);
  g_free (self);
}

BwCohort *
bw_validation_get_cohort (const BwValidation *self)
{
  return self->cohort;
}

/**
 * bw_validation_get_results:
 *
 * Returns: (transfer none): the scores that are validated, by row of the cohort
 */
BwResults *
bw_validation_get_results (const BwValidation *self)
{
  return self->results;
}

/**
 * bw_validation_get_figures:
 * @segment: of the model, or %BW_ALL_SEGMENTS
 */
const BwFigures *
bw_validation_get_figures (const BwValidation *self,
                           guint               segment)
{
  g_return_val_if_fail (segment < self->n_segments || segment == BW_ALL_SEGMENTS, NULL);

  return &bw_validation_get_part (self, segment)->figures;
}

/**
 * bw_validation_get_ladder:
 * @segment: of the model, or %BW_ALL_SEGMENTS
 *
 * Returns: (transfer none): its scores, for ROC and gain
 */
const BwLadder *
bw_validation_get_ladder (const BwValidation *self,
                          guint               segment)
{
  g_return_val_if_fail (segment < self->n_segments || segment == BW_ALL_SEGMENTS, NULL);

  return bw_validation_get_part (self, segment)->ladder;
}

const BwMetricFigures *
bw_validation_get_metric (const BwValidation *self,
                          guint               metric)
{
  g_return_val_if_fail (metric < self->n_metrics, NULL);

  return &self->metrics[metric];
}

/**
 * bw_validation_get_remarks:
 *
 * Returns: (transfer none) (element-type BwRemark): what to beware of, the gravest first
 */
const GPtrArray *
bw_validation_get_remarks (const BwValidation *self)
{
  return self->remarks;
}
