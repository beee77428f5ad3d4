/* All of a snapshot that no weight changes: segments, metric scores, bounds, money. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/prepared.h"

#include "score/alike.h"
#include "score/metric-scores.h"
#include "score/preparing.h"
#include "score/slab.h"

#include <math.h>

/* The column of the earlier model that serves the metric, or BW_NONE. */
static guint
find_source (const BwPrepared *previous,
             const BwMetric   *metric)
{
  guint source;

  if (previous == NULL)
    return BW_NONE;

  source = bw_model_find_metric (previous->model, metric->id);
  if (source == BW_NONE || !bw_metrics_alike (bw_model_get_metric (previous->model, source), metric))
    return BW_NONE;

  return source;
}

/* Returns: whether it came to an end, and was not cancelled */
static gboolean
score_metrics (BwPreparing  *work,
               GCancellable *cancellable)
{
  BwSnapshot *snapshot = bw_panel_get_snapshot (work->panel, work->snapshot);
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);

  for (guint i = 0; i < work->n_metrics; i++)
    {
      const BwMetric *metric = bw_model_get_metric (work->model, i);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      work->sources[i] = find_source (work->previous, metric);
      if (work->sources[i] != BW_NONE)
        continue;

      work->by_row[i] = g_new (double, MAX (n_rows, 1));
      bw_metric_fill_scores (metric, work->panel, work->snapshot, work->by_row[i]);
    }

  return !g_cancellable_is_cancelled (cancellable);
}

/* Whether nothing at all differs from the earlier one. */
static gboolean
is_previous (const BwPreparing *work,
             gboolean           keeps_places)
{
  if (!keeps_places || !bw_rules_alike (work->previous->model, work->model))
    return FALSE;

  for (guint i = 0; i < work->n_metrics; i++)
    {
      if (work->sources[i] != i)
        return FALSE;
    }

  return TRUE;
}

static void
fill_columns (BwPrepared  *self,
              BwPreparing *work,
              gboolean     keeps_places)
{
  self->n_columns = work->n_metrics;
  self->columns = g_new0 (BwMetricColumn *, MAX (work->n_metrics, 1));

  for (guint i = 0; i < work->n_metrics; i++)
    {
      BwMetricColumn *source = NULL;

      if (work->sources[i] != BW_NONE)
        source = work->previous->columns[work->sources[i]];

      if (source == NULL)
        self->columns[i] = bw_metric_column_new (bw_model_get_metric (work->model, i),
                                                 work->by_row[i], self->places,
                                                 g_steal_pointer (&work->by_place[i]));
      else if (keeps_places)
        self->columns[i] = bw_metric_column_ref (source);
      else
        self->columns[i] = bw_metric_column_move (source, work->previous->places, self->places);
      g_clear_pointer (&work->by_row[i], g_free);
    }
}

/**
 * bw_prepared_new_empty:
 *
 * Returns: (transfer full): one that the caller fills before anybody else sees it
 */
BwPrepared *
bw_prepared_new_empty (BwModel *model,
                       BwPanel *panel,
                       guint    snapshot)
{
  BwPrepared *self = g_new0 (BwPrepared, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->model = bw_model_ref (model);
  self->panel = bw_panel_ref (panel);
  self->snapshot = snapshot;

  return self;
}

static void
drop_by_place (BwPreparing *work)
{
  for (guint i = 0; i < work->n_metrics; i++)
    g_clear_pointer (&work->by_place[i], bw_slab_free);
}

static BwPrepared *
prepared_from (BwPreparing *work)
{
  const gboolean keeps_places = bw_preparing_keeps_places (work);
  BwPrepared *self;

  if (is_previous (work, keeps_places))
    return bw_prepared_ref (work->previous);

  if (!keeps_places)
    drop_by_place (work);
  self = bw_prepared_new_empty (work->model, work->panel, work->snapshot);
  self->places = keeps_places ? bw_places_ref (work->previous->places)
                              : bw_preparing_make_places (work);
  fill_columns (self, work, keeps_places);
  if (keeps_places && work->previous->bounds != NULL &&
      bw_rules_alike (work->previous->model, work->model))
    self->bounds = bw_bounds_ref (work->previous->bounds);
  else
    self->bounds = bw_bounds_new (work->model, work->panel, work->snapshot, self->places);

  return self;
}

/**
 * bw_prepared_new:
 * @model: one that bw_model_check() finds to fit @panel
 * @snapshot: 0 is the oldest
 * @previous: (nullable): what stood before an edit; what the edit did not touch is shared
 *
 * Cost: a few passes over the rows and one a metric; next to nothing where only weights, bands
 * or names differ from @previous.
 *
 * Returns: (transfer full) (nullable): what scoring starts from, %NULL only where cancelled
 */
BwPrepared *
bw_prepared_new (BwModel      *model,
                 BwPanel      *panel,
                 guint         snapshot,
                 BwPrepared   *previous,
                 GCancellable *cancellable)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  const gboolean same = previous != NULL && previous->panel == panel &&
                        previous->snapshot == snapshot;
  g_autofree guint *sources = g_new (guint, MAX (n_metrics, 1));
  g_autofree double **by_row = g_new0 (double *, MAX (n_metrics, 1));
  g_autofree double **by_place = g_new0 (double *, MAX (n_metrics, 1));
  BwPreparing work = { model, panel, snapshot, same ? previous : NULL, n_metrics, sources, by_row,
                       by_place };
  BwPrepared *self = NULL;

  g_return_val_if_fail (snapshot < bw_panel_get_n_snapshots (panel), NULL);

  if (score_metrics (&work, cancellable))
    self = prepared_from (&work);
  for (guint i = 0; i < n_metrics; i++)
    g_free (by_row[i]);
  drop_by_place (&work);

  return self;
}

BwPrepared *
bw_prepared_ref (BwPrepared *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_prepared_unref (BwPrepared *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_columns; i++)
    bw_metric_column_unref (self->columns[i]);
  g_clear_pointer (&self->bounds, bw_bounds_unref);
  bw_places_unref (self->places);
  bw_panel_unref (self->panel);
  bw_model_unref (self->model);
  g_mutex_clear (&self->lock);
  g_free (self->columns);
  g_free (self->run_sums);
  g_free (self->money);
  g_free (self);
}

BwPanel *
bw_prepared_get_panel (const BwPrepared *self)
{
  return self->panel;
}

guint
bw_prepared_get_snapshot (const BwPrepared *self)
{
  return self->snapshot;
}

/**
 * bw_prepared_get_n_rows:
 *
 * Returns: how many customers the snapshot has; rows are those of the snapshot
 */
gsize
bw_prepared_get_n_rows (const BwPrepared *self)
{
  return self->places->n_rows;
}

guint
bw_prepared_get_segment (const BwPrepared *self,
                         gsize             row)
{
  g_return_val_if_fail (row < self->places->n_rows, 0);

  return bw_places_find_segment (self->places, self->places->places[row]);
}

/**
 * bw_prepared_get_segment_rows:
 * @n_rows: (out):
 *
 * Returns: (transfer none) (array length=n_rows): the rows of the segment, in no order that matters
 */
const guint32 *
bw_prepared_get_segment_rows (const BwPrepared *self,
                              guint             segment,
                              gsize            *n_rows)
{
  const gsize *ends = self->places->segment_places + segment;

  g_return_val_if_fail (segment < self->places->n_segments, NULL);

  *n_rows = ends[1] - ends[0];

  return self->places->rows + ends[0];
}

/**
 * bw_prepared_get_raw:
 *
 * Cost: one pass over the snapshot when a metric is first asked for.
 *
 * Returns: the metric's raw value, NaN where it is missing or the rows are of several snapshots; of a
 *   column of texts the code of its dictionary
 */
double
bw_prepared_get_raw (const BwPrepared *self,
                     gsize             row,
                     guint             metric)
{
  g_return_val_if_fail (row < self->places->n_rows && metric < self->n_columns, NAN);

  if (self->snapshot == BW_NONE)
    return NAN;

  return bw_metric_column_get_raw (self->columns[metric],
                                   bw_model_get_metric (self->model, metric), self->panel,
                                   self->snapshot)[row];
}

/**
 * bw_prepared_get_score:
 *
 * Returns: the metric's score, 0 to 100, after direction and with what its policy puts for a
 *   missing value; NaN where there is none
 */
double
bw_prepared_get_score (const BwPrepared *self,
                       gsize             row,
                       guint             metric)
{
  g_return_val_if_fail (row < self->places->n_rows && metric < self->n_columns, NAN);

  return self->columns[metric]->scores[self->places->places[row]];
}

/**
 * bw_prepared_get_money:
 *
 * Returns: the money at stake, NaN where it is missing or the panel knows of none
 */
double
bw_prepared_get_money (const BwPrepared *self,
                       gsize             row)
{
  const guint column = bw_panel_find_role (self->panel, BW_ROLE_MONEY);
  BwSnapshot *snapshot;
  const double *money;

  g_return_val_if_fail (row < self->places->n_rows, NAN);

  if (self->money != NULL)
    return self->money[row];
  if (column == BW_NONE)
    return NAN;

  snapshot = bw_panel_get_snapshot (self->panel, self->snapshot);
  money = bw_column_get_numbers (bw_snapshot_get_column (snapshot, column));

  return money != NULL ? money[row] : NAN;
}

/**
 * bw_prepared_get_run_sums:
 *
 * Cost: one pass over all metrics when first asked for.
 *
 * Returns: (transfer none) (array): the sum of each metric's scores over each run, the metrics of
 *   a run side by side; NaN where the run lacks the metric
 */
const double *
bw_prepared_get_run_sums (BwPrepared *self)
{
  const BwPlaces *places = self->places;

  g_mutex_lock (&self->lock);
  if (self->run_sums == NULL)
    {
      double *sums = g_new0 (double, MAX (places->n_runs * self->n_columns, 1));

      for (guint metric = 0; metric < self->n_columns; metric++)
        {
          const double *scores = self->columns[metric]->scores;

          for (gsize i = 0; i < places->n_runs; i++)
            {
              const BwRun *run = &places->runs[i];
              double sum = 0;

              for (gsize place = run->first; place < (gsize) run->first + run->n; place++)
                sum += scores[place];
              sums[i * self->n_columns + metric] = sum;
            }
        }
      self->run_sums = sums;
    }
  g_mutex_unlock (&self->lock);

  return self->run_sums;
}

/**
 * bw_prepared_shares_segments:
 *
 * Returns: whether it is known without looking at each that all rows are of the same segments in
 *   both
 */
gboolean
bw_prepared_shares_segments (const BwPrepared *self,
                             const BwPrepared *other)
{
  return self->panel == other->panel && self->snapshot == other->snapshot &&
         self->places == other->places;
}
