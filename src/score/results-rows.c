/* What results say of one customer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/results-parts.h"

#include <math.h>

/**
 * bw_results_get_shares:
 *
 * Returns: (transfer none) (array): the shares that the scores of the segment stand for
 */
const double *
bw_results_get_shares (const BwResults *self,
                       guint            segment)
{
  return self->shares + (gsize) segment * self->n_metrics;
}

/**
 * bw_results_get_model:
 *
 * Returns: (transfer none): the model with the shares that the scores stand for; what a drag lends
 *   has another one after each nudge, made when asked for, and the one before is gone then
 */
BwModel *
bw_results_get_model (const BwResults *self)
{
  BwResults *inside = (BwResults *) self;

  g_mutex_lock (&inside->lock);
  if (self->stale != BW_NONE)
    {
      BwModel *model = bw_model_with_shares (self->model, self->stale,
                                             bw_results_get_shares (self, self->stale));

      bw_model_unref (self->model);
      inside->model = model;
      inside->stale = BW_NONE;
    }
  g_mutex_unlock (&inside->lock);

  return self->model;
}

static gsize
place_of (const BwResults *self,
          gsize            row)
{
  return self->prepared->places->places[row];
}

guint
bw_results_get_segment (const BwResults *self,
                        gsize            row)
{
  return bw_prepared_get_segment (self->prepared, row);
}

/**
 * bw_results_get_score:
 *
 * Returns: the score after caps and floors, NaN where there is not enough data
 */
double
bw_results_get_score (const BwResults *self,
                      gsize            row)
{
  g_return_val_if_fail (row < bw_results_get_n_rows (self), NAN);

  return self->scores[place_of (self, row)];
}

/**
 * bw_results_weigh_row:
 * @effective: (out) (array): what each metric counts, 0 where it is not present
 *
 * Returns: the weighted score before caps and floors, NaN where there is not enough data
 */
double
bw_results_weigh_row (const BwResults *self,
                      gsize            place,
                      double          *effective)
{
  const BwPlaces *places = self->prepared->places;
  const BwRun *run = &places->runs[bw_places_find_run (places, place)];
  g_auto(BwWeighing) weighing = { 0 };
  double score = 0;

  bw_weighing_init (&weighing, self->model);
  if (!bw_weighing_weigh (&weighing, bw_results_get_shares (self, run->segment), run->known,
                          effective))
    return NAN;

  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (effective[i] > 0)
        score += effective[i] * self->prepared->columns[i]->scores[place];
    }

  return bw_round_score (score);
}

/**
 * bw_results_get_score_before_rules:
 *
 * Returns: the score before caps and floors, NaN where there is not enough data
 */
double
bw_results_get_score_before_rules (const BwResults *self,
                                   gsize            row)
{
  const BwBounds *bounds = self->prepared->bounds;
  const gsize place = place_of (self, row);
  g_autofree double *effective = NULL;

  if (bounds == NULL ||
      (bounds->caps[place] == BW_NO_RULE && bounds->floors[place] == BW_NO_RULE))
    return self->scores[place];

  effective = g_new (double, MAX (self->n_metrics, 1));

  return bw_results_weigh_row (self, place, effective);
}

/**
 * bw_results_get_rule:
 *
 * Returns: the rule of the model that sets the score, or %BW_NONE where none changes it
 */
guint
bw_results_get_rule (const BwResults *self,
                     gsize            row)
{
  const BwBounds *bounds = self->prepared->bounds;
  const double before = bw_results_get_score_before_rules (self, row);
  const gsize place = place_of (self, row);
  const double after = self->scores[place];

  if (bounds == NULL || isnan (before) || isnan (after) || before == after)
    return BW_NONE;

  if (bounds->caps[place] != BW_NO_RULE && MAX (before, bounds->least[place]) > after)
    return bounds->caps[place];

  return bounds->floors[place] != BW_NO_RULE ? bounds->floors[place] : BW_NONE;
}

/**
 * bw_results_get_band:
 *
 * Returns: the band of the model, or %BW_NO_BAND where there is not enough data
 */
guint
bw_results_get_band (const BwResults *self,
                     gsize            row)
{
  const double score = bw_results_get_score (self, row);

  return isnan (score) ? BW_NO_BAND : bw_model_band_of (self->model, score);
}

/**
 * bw_results_get_grade:
 *
 * Returns: the grade of the model, or %BW_NONE where there is not enough data
 */
guint
bw_results_get_grade (const BwResults *self,
                      gsize            row)
{
  const double score = bw_results_get_score (self, row);

  return isnan (score) ? BW_NONE : bw_model_grade_of (self->model, score);
}

/**
 * bw_results_get_ranked:
 *
 * Returns: whether ranks and percentiles are at hand, and asking for one costs nothing
 */
gboolean
bw_results_get_ranked (const BwResults *self)
{
  return g_atomic_int_get (&self->ranked);
}

/**
 * bw_results_rank:
 *
 * Works out ranks and percentiles, where that is not done. They are made without the lock, since
 * they take a while; of two threads that make them one throws its own away.
 *
 * Cost: a sort of all scores.
 */
void
bw_results_rank (const BwResults *self)
{
  BwResults *inside = (BwResults *) self;
  const BwPlaces *places = self->prepared->places;
  g_autofree guint32 *ranks = NULL;
  g_autofree guint8 *percentiles = NULL;

  if (bw_results_get_ranked (self))
    return;

  ranks = g_new (guint32, MAX (places->n_rows, 1));
  percentiles = g_new (guint8, MAX (places->n_rows, 1));
  for (guint i = 0; i < self->n_segments; i++)
    {
      const gsize first = places->segment_places[i];

      bw_rank_scores (self->scores + first, places->segment_places[i + 1] - first,
                      ranks + first, percentiles + first);
    }

  g_mutex_lock (&inside->lock);
  if (!inside->ranked)
    {
      g_free (inside->ranks);
      g_free (inside->percentiles);
      inside->ranks = g_steal_pointer (&ranks);
      inside->percentiles = g_steal_pointer (&percentiles);
      g_atomic_int_set (&inside->ranked, TRUE);
    }
  g_mutex_unlock (&inside->lock);
}

/**
 * bw_results_get_rank:
 *
 * Cost: a sort of all scores when first asked for.
 *
 * Returns: 1 for the highest score of the segment, 0 where there is not enough data
 */
guint
bw_results_get_rank (const BwResults *self,
                     gsize            row)
{
  g_return_val_if_fail (row < bw_results_get_n_rows (self), 0);

  bw_results_rank (self);

  return self->ranks[place_of (self, row)];
}

/**
 * bw_results_get_percentile:
 *
 * Returns: 1 to 100 among the scored customers of the segment, 0 where there is not enough data
 */
guint
bw_results_get_percentile (const BwResults *self,
                           gsize            row)
{
  g_return_val_if_fail (row < bw_results_get_n_rows (self), 0);

  bw_results_rank (self);

  return self->percentiles[place_of (self, row)];
}

/**
 * bw_results_get_coverage:
 *
 * Returns: the share of the customer's weight for which there is data, 0 to 1
 */
double
bw_results_get_coverage (const BwResults *self,
                         gsize            row)
{
  const BwPlaces *places = self->prepared->places;
  const BwRun *run = &places->runs[bw_places_find_run (places, place_of (self, row))];
  g_auto(BwWeighing) weighing = { 0 };

  bw_weighing_init (&weighing, self->model);

  return bw_weighing_get_coverage (&weighing, bw_results_get_shares (self, run->segment),
                                   run->known);
}

/**
 * bw_results_get_group_score:
 *
 * Returns: the score of the group's present metrics, also where all together are not enough; NaN
 *   where none is present
 */
double
bw_results_get_group_score (const BwResults *self,
                            gsize            row,
                            guint            group)
{
  const BwPlaces *places = self->prepared->places;
  const gsize place = place_of (self, row);
  const BwRun *run = &places->runs[bw_places_find_run (places, place)];
  const double *shares = bw_results_get_shares (self, run->segment);
  g_auto(BwWeighing) weighing = { 0 };
  double sum = 0;
  double total = 0;

  bw_weighing_init (&weighing, self->model);
  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (weighing.groups[i] != group || !bw_weighing_has (&weighing, shares, run->known, i))
        continue;

      sum += shares[i] * self->prepared->columns[i]->scores[place];
      total += shares[i];
    }

  return total > 0 ? sum / total : NAN;
}
