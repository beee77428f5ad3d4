/* Scores, bands and what they add up to, of one snapshot under one model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/results-parts.h"

#include "score/slab.h"

#include <math.h>
#include <string.h>

/**
 * bw_pass_rows_set_edges:
 *
 * Has the passes count by the bands of @model.
 */
void
bw_pass_rows_set_edges (BwPassRows    *self,
                        const BwModel *model)
{
  const guint n_bands = bw_model_get_n_bands (model);

  for (guint i = 1; i < BW_MAX_BANDS; i++)
    self->edges[i - 1] = i < n_bands ? bw_model_get_band (model, i)->from : INFINITY;
}

/* Whether nothing that makes the scores of the segment's customers is other than it was for @known. */
static gboolean
keeps_scores (const BwResults *self,
              const BwResults *known,
              guint            segment)
{
  const double *shares = bw_results_get_shares (self, segment);
  const double *old = bw_results_get_shares (known, segment);

  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (shares[i] != old[i] ||
          (shares[i] > 0 && self->prepared->columns[i] != known->prepared->columns[i]))
        return FALSE;
    }

  return TRUE;
}

/* Whether scores of @known may serve at all: the same customers in the same order, weighed and
 * bounded alike. */
static gboolean
may_serve (const BwResults  *self,
           const BwResults  *known,
           const BwWeighing *weighing)
{
  g_auto(BwWeighing) old = { 0 };

  if (known == NULL || known->prepared->places != self->prepared->places ||
      known->prepared->bounds != self->prepared->bounds || known->n_metrics != self->n_metrics)
    return FALSE;

  bw_weighing_init (&old, known->model);

  return bw_weighing_is_alike (weighing, &old);
}

static void
summarise (BwSummary     *summary,
           const BwTally *tally)
{
  summary->n_customers = tally->n_rows;
  summary->n_scored = tally->n_scored;
  summary->mean = tally->n_scored > 0 ? tally->sum / tally->n_scored : NAN;
  summary->money = 0;
  memcpy (summary->bins, tally->bins, sizeof summary->bins);
  memcpy (summary->band_counts, tally->band_counts, sizeof summary->band_counts);
  memcpy (summary->band_money, tally->band_money, sizeof summary->band_money);
  for (guint band = 0; band <= BW_NO_BAND; band++)
    summary->money += tally->band_money[band];
}

static void
summarise_all (BwResults *self)
{
  BwTally all = { 0 };

  for (guint i = 0; i < self->n_segments; i++)
    bw_tally_add (&all, &self->tallies[i]);
  summarise (&self->summaries[self->n_segments], &all);
}

static BwResults *
results_new_empty (BwPrepared *prepared,
                   BwModel    *model)
{
  BwResults *self = g_new0 (BwResults, 1);
  const guint n_metrics = bw_model_get_n_metrics (model);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->stale = BW_NONE;
  self->prepared = bw_prepared_ref (prepared);
  self->model = bw_model_ref (model);
  self->n_segments = bw_model_get_n_segments (model);
  self->n_metrics = n_metrics;
  self->shares = g_new (double, MAX ((gsize) self->n_segments * n_metrics, 1));
  for (guint i = 0; i < self->n_segments; i++)
    memcpy (self->shares + (gsize) i * n_metrics, bw_model_get_segment (model, i)->shares,
            n_metrics * sizeof (double));
  self->scores = bw_slab_new (prepared->places->n_rows);
  self->tallies = g_new0 (BwTally, self->n_segments);
  self->summaries = g_new0 (BwSummary, self->n_segments + 1);

  return self;
}

/**
 * bw_results_new:
 * @prepared: made for @model, or for one that differs from it in weights, bands and names alone
 *
 * Cost: one pass over all metric scores; ranks are made when first asked for.
 *
 * Returns: (transfer full): the scores of the snapshot
 */
BwResults *
bw_results_new (BwPrepared *prepared,
                BwModel    *model)
{
  return bw_results_new_from (prepared, model, NULL);
}

/**
 * bw_results_new_from:
 * @known: (nullable): under another model; no thread may change it meanwhile
 *
 * Does what bw_results_new() does, and takes from @known the scores that are the same: all of them
 * where only bands moved, those of other segments where one has other weights.
 *
 * Returns: (transfer full): the scores of the snapshot
 */
BwResults *
bw_results_new_from (BwPrepared *prepared,
                     BwModel    *model,
                     BwResults  *known)
{
  BwResults *self;
  g_auto(BwWeighing) weighing = { 0 };
  gboolean serves;

  g_return_val_if_fail (bw_model_get_n_metrics (model) == prepared->n_columns, NULL);
  g_return_val_if_fail (bw_model_get_n_segments (model) == prepared->places->n_segments, NULL);

  self = results_new_empty (prepared, model);
  bw_weighing_init (&weighing, model);
  serves = may_serve (self, known, &weighing);
  for (guint i = 0; i < self->n_segments; i++)
    {
      bw_results_score_segment (self, i, serves && keeps_scores (self, known, i) ? known : NULL);
      summarise (&self->summaries[i], &self->tallies[i]);
    }
  summarise_all (self);

  return self;
}

/**
 * bw_results_copy_over:
 * @prepared: that of @self, or one that differs from it in the names of customers alone
 *
 * Returns: (transfer full): the same scores of @prepared
 */
BwResults *
bw_results_copy_over (BwResults  *self,
                      BwPrepared *prepared)
{
  BwResults *copy = results_new_empty (prepared, bw_results_get_model (self));

  memcpy (copy->shares, self->shares,
          (gsize) self->n_segments * self->n_metrics * sizeof *copy->shares);
  memcpy (copy->scores, self->scores, prepared->places->n_rows * sizeof *copy->scores);
  memcpy (copy->tallies, self->tallies, self->n_segments * sizeof *copy->tallies);
  memcpy (copy->summaries, self->summaries, (self->n_segments + 1) * sizeof *copy->summaries);

  return copy;
}

/**
 * bw_results_copy:
 *
 * Returns: (transfer full): the same scores, for a drag to change
 */
BwResults *
bw_results_copy (BwResults *self)
{
  return bw_results_copy_over (self, self->prepared);
}

/**
 * bw_results_change_segment:
 * @shares: those that the scores of the segment now stand for
 * @tally: what they count up to
 *
 * Makes summaries follow a change of the segment's scores, and has ranks made again when asked for.
 */
void
bw_results_change_segment (BwResults     *self,
                           guint          segment,
                           const double  *shares,
                           const BwTally *tally)
{
  memcpy (self->shares + (gsize) segment * self->n_metrics, shares,
          self->n_metrics * sizeof *shares);
  self->tallies[segment] = *tally;
  summarise (&self->summaries[segment], tally);
  summarise_all (self);

  g_mutex_lock (&self->lock);
  g_atomic_int_set (&self->ranked, FALSE);
  self->averaged = FALSE;
  self->stale = segment;
  g_mutex_unlock (&self->lock);
}

BwResults *
bw_results_ref (BwResults *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_results_unref (BwResults *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_prepared_unref (self->prepared);
  bw_model_unref (self->model);
  g_mutex_clear (&self->lock);
  g_free (self->shares);
  bw_slab_free (self->scores);
  g_free (self->tallies);
  g_free (self->summaries);
  g_free (self->ranks);
  g_free (self->percentiles);
  g_free (self->means);
  g_free (self);
}

BwPrepared *
bw_results_get_prepared (const BwResults *self)
{
  return self->prepared;
}

gsize
bw_results_get_n_rows (const BwResults *self)
{
  return self->prepared->places->n_rows;
}

/**
 * bw_results_get_summary:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Returns: (transfer none): counts, mean and money
 */
const BwSummary *
bw_results_get_summary (const BwResults *self,
                        guint            segment)
{
  g_return_val_if_fail (segment == BW_ALL_SEGMENTS || segment < self->n_segments, NULL);

  return &self->summaries[MIN (segment, self->n_segments)];
}
