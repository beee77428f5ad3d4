/* Scores through time: every snapshot of a panel under one model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One snapshot is prepared and scored at a time; a float a customer and snapshot is kept for lines,
 * and the doubles of the two snapshots whose difference is shown as a number. */

#include "score/history.h"

#include "score/results-parts.h"
#include "score/then.h"
#include "score/trend.h"

#include <math.h>

/* A change that is over the edge by rounding alone is steady still. */
#define NEAR 1e-9

struct _BwHistory
{
  gatomicrefcount ref_count;

  BwPanel   *panel;
  guint      n_customers;
  guint      n_snapshots;
  guint      n_segments;
  double     steady;
  guint      since;     /* the snapshot that the trend compares with, or BW_NONE */
  double    *dates;     /* by snapshot */
  float     *scores;    /* by snapshot and customer, NaN for none */
  double    *before;    /* by customer: at since, */
  double    *newest;    /* and at the newest snapshot */
  BwSummary *summaries; /* by snapshot, then by segment, then that of all */
};

static void
keep_scores (BwHistory       *self,
             guint            snapshot,
             const BwResults *results)
{
  BwSnapshot *at = bw_panel_get_snapshot (self->panel, snapshot);
  const guint32 *customers = bw_snapshot_get_customers (at);
  float *scores = self->scores + (gsize) snapshot * self->n_customers;

  for (guint i = 0; i < self->n_customers; i++)
    scores[i] = NAN;

  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    {
      const double score = results->scores[results->prepared->places->places[row]];

      scores[customers[row]] = score;
      if (snapshot == self->since)
        self->before[customers[row]] = score;
      if (snapshot == self->n_snapshots - 1)
        self->newest[customers[row]] = score;
    }
}

/* Scores @snapshot under @model; its segments and bands are those of @today.
 * Returns: whether it came to an end, and was not cancelled */
static gboolean
score_snapshot (BwHistory    *self,
                BwModel      *model,
                BwModel      *today,
                guint         snapshot,
                BwPrepared   *previous,
                GCancellable *cancellable)
{
  g_autoptr(BwPrepared) prepared = bw_prepared_new (model, self->panel, snapshot, previous,
                                                    cancellable);
  g_autoptr(BwResults) results = NULL;

  if (prepared == NULL)
    return FALSE;

  results = bw_results_new (prepared, model);
  self->dates[snapshot] = bw_snapshot_get_date (bw_panel_get_snapshot (self->panel, snapshot));
  keep_scores (self, snapshot, results);
  for (guint i = 0; i <= self->n_segments; i++)
    {
      const guint segment = i < self->n_segments ? i : BW_ALL_SEGMENTS;
      BwSummary *summary = &self->summaries[snapshot * (self->n_segments + 1) + i];

      if (model == today)
        *summary = *bw_results_get_summary (results, segment);
      else
        bw_then_summarize (results, today, segment, summary);
    }

  return TRUE;
}

static double *
new_missing (guint n)
{
  double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = NAN;

  return values;
}

/* A history that no snapshot was scored for yet. */
static BwHistory *
new_empty (BwModel *model,
           BwPanel *panel)
{
  BwHistory *self = g_new0 (BwHistory, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->panel = bw_panel_ref (panel);
  self->n_customers = bw_panel_get_n_customers (panel);
  self->n_snapshots = bw_panel_get_n_snapshots (panel);
  self->n_segments = bw_model_get_n_segments (model);
  self->steady = bw_model_get_trend_steady (model);
  self->since = bw_trend_snapshot (model, panel);
  self->dates = new_missing (self->n_snapshots);
  self->before = new_missing (self->n_customers);
  self->newest = new_missing (self->n_customers);
  self->scores = g_new (float, MAX ((gsize) self->n_snapshots * self->n_customers, 1));
  self->summaries = g_new (BwSummary, MAX (self->n_snapshots * (self->n_segments + 1), 1));

  return self;
}

/**
 * bw_history_new:
 * @model: one that bw_model_check() finds to fit @panel
 *
 * Cost: all snapshots are prepared and scored, one after the other: for a worker.
 *
 * Returns: (transfer full) (nullable): the history under @model, %NULL only where cancelled
 */
BwHistory *
bw_history_new (BwModel      *model,
                BwPanel      *panel,
                GCancellable *cancellable)
{
  return bw_history_new_from (model, panel, NULL, 0, cancellable);
}

static BwPrepared *
find_prepared (BwPrepared *const *known,
               guint              n_known,
               guint              snapshot)
{
  for (guint i = 0; i < n_known; i++)
    {
      if (bw_prepared_get_snapshot (known[i]) == snapshot)
        return known[i];
    }

  return NULL;
}

/**
 * bw_history_new_from:
 * @known: (array length=n_known): snapshots of @panel that are prepared already, for @model or
 *   for one that it was made from
 *
 * Does what bw_history_new() does, and does not prepare anew what is there.
 *
 * Returns: (transfer full) (nullable): the history under @model, %NULL only where cancelled
 */
BwHistory *
bw_history_new_from (BwModel           *model,
                     BwPanel           *panel,
                     BwPrepared *const *known,
                     guint              n_known,
                     GCancellable      *cancellable)
{
  g_autoptr(BwHistory) self = new_empty (model, panel);

  for (guint i = 0; i < self->n_snapshots; i++)
    {
      if (!score_snapshot (self, model, model, i, find_prepared (known, n_known, i), cancellable))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * bw_history_new_as_scored_then:
 * @thens: (array length=n_thens): in the order of their days; at least one
 * @today: whose segments, bands and trend the history has
 *
 * Scores each snapshot under the model that stood at its date: see bw_then_find().
 *
 * Returns: (transfer full) (nullable): %NULL only where cancelled
 */
BwHistory *
bw_history_new_as_scored_then (const BwThen *thens,
                               guint         n_thens,
                               BwModel      *today,
                               BwPanel      *panel,
                               GCancellable *cancellable)
{
  g_autoptr(BwHistory) self = NULL;

  g_return_val_if_fail (n_thens > 0, NULL);

  self = new_empty (today, panel);
  for (guint i = 0; i < self->n_snapshots; i++)
    {
      const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i));

      if (!score_snapshot (self, thens[bw_then_find (thens, n_thens, date)].model, today, i, NULL,
                           cancellable))
        return NULL;
    }

  return g_steal_pointer (&self);
}

BwHistory *
bw_history_ref (BwHistory *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_history_unref (BwHistory *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_panel_unref (self->panel);
  g_free (self->dates);
  g_free (self->scores);
  g_free (self->before);
  g_free (self->newest);
  g_free (self->summaries);
  g_free (self);
}

BwPanel *
bw_history_get_panel (const BwHistory *self)
{
  return self->panel;
}

guint
bw_history_get_n_snapshots (const BwHistory *self)
{
  return self->n_snapshots;
}

/**
 * bw_history_get_date:
 *
 * Returns: days since 1970-01-01, NaN where there is no date
 */
double
bw_history_get_date (const BwHistory *self,
                     guint            snapshot)
{
  g_return_val_if_fail (snapshot < self->n_snapshots, NAN);

  return self->dates[snapshot];
}

/**
 * bw_history_get_score:
 *
 * Returns: the score, for lines; NaN where the customer is not in the snapshot or has none
 */
float
bw_history_get_score (const BwHistory *self,
                      guint            customer,
                      guint            snapshot)
{
  g_return_val_if_fail (customer < self->n_customers && snapshot < self->n_snapshots, NAN);

  return self->scores[(gsize) snapshot * self->n_customers + customer];
}

/**
 * bw_history_get_summary:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Returns: (transfer none): counts, mean and money of that snapshot
 */
const BwSummary *
bw_history_get_summary (const BwHistory *self,
                        guint            snapshot,
                        guint            segment)
{
  g_return_val_if_fail (snapshot < self->n_snapshots, NULL);
  g_return_val_if_fail (segment == BW_ALL_SEGMENTS || segment < self->n_segments, NULL);

  return &self->summaries[snapshot * (self->n_segments + 1) + MIN (segment, self->n_segments)];
}

/**
 * bw_history_get_trend:
 *
 * Returns: how the customer's score moves; @change and @slope are each missing on their own
 */
BwTrend
bw_history_get_trend (const BwHistory *self,
                      guint            customer)
{
  const guint n = MIN (self->n_snapshots, BW_SLOPE_SNAPSHOTS);
  BwTrend trend = { NAN, BW_NONE, FALSE, NAN };
  double scores[BW_SLOPE_SNAPSHOTS];

  g_return_val_if_fail (customer < self->n_customers, trend);

  if (self->since != BW_NONE)
    trend.change = self->newest[customer] - self->before[customer];
  if (!isnan (trend.change))
    {
      trend.since = self->since;
      trend.steady = fabs (trend.change) <= self->steady + NEAR;
    }

  for (guint i = 0; i < n; i++)
    scores[i] = bw_history_get_score (self, customer, self->n_snapshots - n + i);
  trend.slope = bw_trend_slope (self->dates + (self->n_snapshots - n), scores, n);

  return trend;
}
