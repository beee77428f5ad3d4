/* Rows of several snapshots put together, to be scored as if they were of one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/gathered.h"

#include "score/alike.h"
#include "score/preparing.h"
#include "score/results-parts.h"

#include <math.h>

/* All by row; the rules in force are numbers of the model's rules. */
struct _BwGathering
{
  BwModel *model;
  BwPanel *panel;
  gsize    n_rows;
  guint    n_metrics;
  double **by_row; /* by metric: g, NaN where it is not known */
  guint   *segments;
  double  *money;
  guint16 *floors;
  guint16 *caps;
};

/**
 * bw_gathering_new:
 * @n_rows: how many rows there will be; each must be put once
 *
 * Returns: (transfer full): room for them
 */
BwGathering *
bw_gathering_new (BwModel *model,
                  BwPanel *panel,
                  gsize    n_rows)
{
  BwGathering *self = g_new0 (BwGathering, 1);
  const gsize n = MAX (n_rows, 1);

  self->model = bw_model_ref (model);
  self->panel = bw_panel_ref (panel);
  self->n_rows = n_rows;
  self->n_metrics = bw_model_get_n_metrics (model);
  self->by_row = g_new (double *, MAX (self->n_metrics, 1));
  for (guint i = 0; i < self->n_metrics; i++)
    self->by_row[i] = g_new (double, n);
  self->segments = g_new0 (guint, n);
  self->money = g_new (double, n);
  self->floors = g_new (guint16, n);
  self->caps = g_new (guint16, n);

  return self;
}

void
bw_gathering_free (BwGathering *self)
{
  for (guint i = 0; i < self->n_metrics; i++)
    g_free (self->by_row[i]);
  g_free (self->by_row);
  g_free (self->segments);
  g_free (self->money);
  g_free (self->floors);
  g_free (self->caps);
  bw_panel_unref (self->panel);
  bw_model_unref (self->model);
  g_free (self);
}

/**
 * bw_gathering_put:
 * @part: made of the model and panel of @self
 * @row: of @part
 * @to: the row that it becomes
 */
void
bw_gathering_put (BwGathering      *self,
                  const BwPrepared *part,
                  gsize             row,
                  gsize             to)
{
  const guint32 at = part->places->places[row];

  g_return_if_fail (to < self->n_rows && row < part->places->n_rows);

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const BwMetricColumn *column = part->columns[i];

      self->by_row[i][to] = column->known != NULL && !column->known[row] ? NAN : column->scores[at];
    }
  self->segments[to] = bw_places_find_segment (part->places, at);
  self->money[to] = bw_prepared_get_money (part, row);
  self->floors[to] = part->bounds != NULL ? part->bounds->floors[at] : BW_NO_RULE;
  self->caps[to] = part->bounds != NULL ? part->bounds->caps[at] : BW_NO_RULE;
}

static BwBounds *
gather_bounds (const BwGathering *self,
               const BwPlaces    *places)
{
  BwBounds *bounds;

  if (bw_model_get_n_rules (self->model) == 0)
    return NULL;

  bounds = bw_bounds_new_open (self->n_rows);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      const guint32 place = places->places[row];

      bounds->floors[place] = self->floors[row];
      bounds->caps[place] = self->caps[row];
      if (self->floors[row] != BW_NO_RULE)
        bounds->least[place] = bw_model_get_rule (self->model, self->floors[row])->bound;
      if (self->caps[row] != BW_NO_RULE)
        bounds->greatest[place] = bw_model_get_rule (self->model, self->caps[row])->bound;
    }

  return bounds;
}

/**
 * bw_gathering_finish:
 * @self: (transfer full): with all rows put
 *
 * Returns: (transfer full): what scoring them starts from
 */
BwPrepared *
bw_gathering_finish (BwGathering *self)
{
  g_autofree guint *sources = g_new (guint, MAX (self->n_metrics, 1));
  const BwPreparing work = { .model = self->model, .panel = self->panel, .snapshot = BW_NONE,
                             .n_metrics = self->n_metrics, .sources = sources,
                             .by_row = self->by_row };
  BwPrepared *prepared = bw_prepared_new_empty (self->model, self->panel, BW_NONE);

  prepared->places = bw_preparing_place (&work, self->segments, self->money, self->n_rows);
  prepared->n_columns = self->n_metrics;
  prepared->columns = g_new (BwMetricColumn *, MAX (self->n_metrics, 1));
  for (guint i = 0; i < self->n_metrics; i++)
    {
      prepared->columns[i] = bw_metric_column_new (bw_model_get_metric (self->model, i),
                                                   self->by_row[i], prepared->places, NULL);
      g_clear_pointer (&self->by_row[i], g_free);
    }
  prepared->bounds = gather_bounds (self, prepared->places);
  prepared->money = g_steal_pointer (&self->money);
  bw_gathering_free (self);

  return prepared;
}

/**
 * bw_prepared_serves:
 *
 * Returns: whether nothing but weights, bands, grades and names tells the model that @self was made
 *   of from @model, so that what is prepared is the same
 */
gboolean
bw_prepared_serves (BwPrepared *self,
                    BwModel    *model)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  g_autofree guint *sources = g_new (guint, MAX (n_metrics, 1));
  BwPreparing work = { .model = model, .panel = self->panel, .snapshot = self->snapshot,
                       .previous = self, .n_metrics = n_metrics, .sources = sources };

  if (n_metrics != self->n_columns)
    return FALSE;

  for (guint i = 0; i < n_metrics; i++)
    {
      const BwMetric *metric = bw_model_get_metric (model, i);

      sources[i] = i;
      if (!g_str_equal (bw_model_get_metric (self->model, i)->id, metric->id) ||
          !bw_metrics_alike (bw_model_get_metric (self->model, i), metric))
        return FALSE;
    }

  return bw_preparing_keeps_places (&work) && bw_rules_alike (self->model, model);
}

/**
 * bw_prepared_lend_rows:
 *
 * Returns: (transfer none) (array): the row that stands at each place of bw_results_lend_scores();
 *   each row once
 */
const guint32 *
bw_prepared_lend_rows (const BwPrepared *self)
{
  return self->places->rows;
}

/**
 * bw_results_lend_scores:
 *
 * Returns: (transfer none) (array): all final scores, NaN where there is none, in the order of
 *   bw_prepared_lend_rows()
 */
const double *
bw_results_lend_scores (const BwResults *self)
{
  return self->scores;
}
