/* One customer under other shares than its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/trial.h"

#include "score/insight.h"

#include <math.h>

/* Whether g of the metric is known, or its absence is as good as a value. */
static gboolean
is_known (const BwTrial *self,
          guint          metric)
{
  const BwPrepared *prepared = self->results->prepared;
  const BwMetricColumn *column = prepared->columns[metric];

  if (column->known != NULL)
    return column->known[prepared->places->rows[self->place]];

  return !isnan (column->scores[self->place]);
}

/**
 * bw_trial_init:
 * @self: (out): to be cleared with bw_trial_clear()
 */
void
bw_trial_init (BwTrial         *self,
               const BwResults *results,
               gsize            place)
{
  const guint n_metrics = results->n_metrics;

  self->results = results;
  self->place = place;
  self->known = g_new0 (guint64, MAX (BW_KNOWN_WORDS (n_metrics), 1));
  self->effective = g_new (double, MAX (n_metrics, 1));
  bw_weighing_init (&self->weighing, results->model);
  for (guint i = 0; i < n_metrics; i++)
    {
      if (is_known (self, i))
        bw_known_set (self->known, i);
    }
}

void
bw_trial_clear (BwTrial *self)
{
  g_clear_pointer (&self->known, g_free);
  g_clear_pointer (&self->effective, g_free);
  bw_weighing_clear (&self->weighing);
}

/**
 * bw_trial_get_score:
 * @shares: of all metrics, with a total of 1; NaN for one that is not used
 *
 * Returns: the score after rules, to the last digit what the engine makes of the same shares; NaN
 *   without enough data
 */
double
bw_trial_get_score (BwTrial      *self,
                    const double *shares)
{
  const BwPrepared *prepared = self->results->prepared;
  double score = 0;

  if (!bw_weighing_weigh (&self->weighing, shares, self->known, self->effective))
    return NAN;

  for (guint i = 0; i < self->results->n_metrics; i++)
    {
      if (self->effective[i] > 0)
        score += self->effective[i] * prepared->columns[i]->scores[self->place];
    }
  score = bw_round_score (score);
  if (prepared->bounds == NULL)
    return score;

  return MIN (prepared->bounds->greatest[self->place],
              MAX (prepared->bounds->least[self->place], score));
}

/**
 * bw_trial_band:
 * @shares: as of bw_trial_get_score()
 *
 * Returns: the band of the model, or %BW_NO_BAND
 */
guint
bw_trial_band (BwTrial      *self,
               const double *shares)
{
  const double score = bw_trial_get_score (self, shares);

  return isnan (score) ? BW_NO_BAND : bw_model_band_of (self->results->model, score);
}

/**
 * bw_results_score_under:
 * @segment: of the model
 *
 * Returns: the score that the customer would have under the weights of another segment, after
 *   rules; NaN without enough data there
 */
double
bw_results_score_under (const BwResults *results,
                        gsize            row,
                        guint            segment)
{
  g_auto(BwTrial) trial = { 0 };

  g_return_val_if_fail (row < bw_results_get_n_rows (results), NAN);
  g_return_val_if_fail (segment < results->n_segments, NAN);

  bw_trial_init (&trial, results, results->prepared->places->places[row]);

  return bw_trial_get_score (&trial, bw_results_get_shares (results, segment));
}
