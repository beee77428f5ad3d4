/* The mean of each metric in a segment: what a customer is explained by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/results-parts.h"

#include <math.h>

/* Sums of whole runs are kept with what is prepared, so that a nudge costs runs, not rows. */
static void
mean_of_segment (const BwResults *self,
                 BwWeighing      *weighing,
                 guint            segment,
                 double          *means)
{
  const BwPlaces *places = self->prepared->places;
  const double *sums = bw_prepared_get_run_sums (self->prepared);
  const double *shares = bw_results_get_shares (self, segment);

  for (guint metric = 0; metric < self->n_metrics; metric++)
    {
      double sum = 0;
      gsize n = 0;

      for (gsize i = places->segment_runs[segment]; i < places->segment_runs[segment + 1]; i++)
        {
          const BwRun *run = &places->runs[i];

          if (isnan (self->scores[run->first]) ||
              !bw_weighing_has (weighing, shares, run->known, metric))
            continue;

          sum += sums[i * self->n_metrics + metric];
          n += run->n;
        }

      means[metric] = n > 0 ? sum / n : NAN;
    }
}

/**
 * bw_results_get_means:
 *
 * Cost: one pass over all metric scores when first asked for, then one over the runs after each
 * nudge.
 *
 * Returns: (transfer none) (array): the mean score of each metric over those scored customers of
 *   the segment for whom it is present, NaN where there are none
 */
const double *
bw_results_get_means (const BwResults *self,
                      guint            segment)
{
  BwResults *inside = (BwResults *) self;

  g_mutex_lock (&inside->lock);
  if (!inside->averaged)
    {
      g_auto(BwWeighing) weighing = { 0 };

      if (inside->means == NULL)
        inside->means = g_new (double, MAX ((gsize) self->n_segments * self->n_metrics, 1));
      bw_weighing_init (&weighing, self->model);
      for (guint i = 0; i < self->n_segments; i++)
        mean_of_segment (self, &weighing, i, inside->means + (gsize) i * self->n_metrics);
      inside->averaged = TRUE;
    }
  g_mutex_unlock (&inside->lock);

  return self->means + (gsize) segment * self->n_metrics;
}
