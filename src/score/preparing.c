/* Deciding the engine order of a snapshot, and whether an earlier one still serves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/preparing.h"

#include "score/alike.h"
#include "score/slab.h"
#include "score/team.h"

#include <math.h>

/* Whether it matters to the customers of a segment that the metric is not known. */
static gboolean
matters (const BwModel *model,
         guint          segment,
         guint          metric)
{
  const BwMissing missing = bw_model_get_metric (model, metric)->missing;

  return (missing == BW_MISSING_SKIP || missing == BW_MISSING_NEUTRAL) &&
         !isnan (bw_model_get_segment (model, segment)->shares[metric]);
}

static gboolean
segments_alike (const BwModel *a,
                const BwModel *b)
{
  const guint n_segments = bw_model_get_n_segments (a);

  if (n_segments != bw_model_get_n_segments (b))
    return FALSE;

  for (guint i = 0; i < n_segments; i++)
    {
      if (!bw_conditions_alike (a, bw_model_get_segment (a, i)->where,
                                b, bw_model_get_segment (b, i)->where))
        return FALSE;
    }

  return TRUE;
}

static gboolean
patterns_alike (const BwModel *a,
                const BwModel *b)
{
  const guint n_metrics = bw_model_get_n_metrics (a);

  if (n_metrics != bw_model_get_n_metrics (b))
    return FALSE;

  for (guint segment = 0; segment < bw_model_get_n_segments (a); segment++)
    {
      for (guint metric = 0; metric < n_metrics; metric++)
        {
          if (matters (a, segment, metric) != matters (b, segment, metric))
            return FALSE;
        }
    }

  return TRUE;
}

/* The new scores of a metric, put in the order of the old ones. */
typedef struct
{
  const BwPreparing *preparing;
  const BwPlaces    *places;
  guint              metric;
  double            *by_place;
  gint               misfits; /* atomic: whether some are missing where the old ones were not */
} Placing;

/* Whether the new scores are missing where the old ones were. */
static gboolean
fits_places (const Placing *self,
             gsize          first,
             gsize          end)
{
  const BwPlaces *places = self->places;

  for (gsize i = bw_places_find_run (places, first); first < end; i++)
    {
      const BwRun *run = &places->runs[i];
      const gboolean known = bw_known_has (run->known, self->metric);
      const gboolean counts = matters (self->preparing->model, run->segment, self->metric);
      const gsize stop = MIN (end, (gsize) run->first + run->n);

      for (gsize place = first; place < stop && counts; place++)
        {
          if (isnan (self->by_place[place]) == known)
            return FALSE;
        }
      first = stop;
    }

  return TRUE;
}

static void
place_part (gpointer data,
            gsize    first,
            gsize    n,
            gsize    part)
{
  Placing *self = data;
  const double *by_row = self->preparing->by_row[self->metric];

  for (gsize place = first; place < first + n; place++)
    self->by_place[place] = by_row[self->places->rows[place]];
  if (!fits_places (self, first, first + n))
    g_atomic_int_set (&self->misfits, TRUE);
}

/* Whether the new scores of a metric can stand in the order of the old ones, where they now are. */
static gboolean
find_by_place (BwPreparing *self,
               guint        metric)
{
  const BwPlaces *places = self->previous->places;
  Placing placing = { self, places, metric, bw_slab_new (places->n_rows), FALSE };

  self->by_place[metric] = placing.by_place;
  bw_team_share (places->n_rows, place_part, &placing);

  return !g_atomic_int_get (&placing.misfits);
}

/**
 * bw_preparing_keeps_places:
 *
 * Returns: whether the order of @previous is right for the new model too; then @by_place is there
 *   for each metric without a source
 */
gboolean
bw_preparing_keeps_places (BwPreparing *self)
{
  if (self->previous == NULL || !segments_alike (self->previous->model, self->model) ||
      !patterns_alike (self->previous->model, self->model))
    return FALSE;

  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (self->sources[i] != BW_NONE && self->sources[i] != i)
        return FALSE;
      if (self->sources[i] == BW_NONE && !find_by_place (self, i))
        return FALSE;
    }

  return TRUE;
}

static void
find_segments (const BwPreparing *self,
               guint             *segments)
{
  const BwPlaces *places;

  if (self->previous == NULL || !segments_alike (self->previous->model, self->model))
    {
      bw_model_assign_segments (self->model, self->panel, self->snapshot, segments);
      return;
    }

  places = self->previous->places;
  for (guint segment = 0; segment < places->n_segments; segment++)
    {
      for (gsize i = places->segment_places[segment]; i < places->segment_places[segment + 1]; i++)
        segments[places->rows[i]] = segment;
    }
}

static gboolean
is_known (const BwPreparing *self,
          guint              metric,
          gsize              row)
{
  const BwMetricColumn *source;

  if (self->by_row[metric] != NULL)
    return !isnan (self->by_row[metric][row]);

  source = self->previous->columns[self->sources[metric]];
  if (source->known != NULL)
    return source->known[row];

  return !isnan (source->scores[self->previous->places->places[row]]);
}

static guint64 *
find_known (const BwPreparing *self,
            const guint       *segments,
            gsize              n_rows)
{
  const guint n_words = BW_KNOWN_WORDS (self->n_metrics);
  const guint n_segments = bw_model_get_n_segments (self->model);
  guint64 *known = g_new0 (guint64, MAX (n_rows * n_words, 1));
  g_autofree gboolean *in_segment = g_new (gboolean, n_segments);

  for (guint metric = 0; metric < self->n_metrics; metric++)
    {
      for (guint segment = 0; segment < n_segments; segment++)
        in_segment[segment] = matters (self->model, segment, metric);
      for (gsize row = 0; row < n_rows; row++)
        {
          if (!in_segment[segments[row]] || is_known (self, metric, row))
            bw_known_set (known + row * n_words, metric);
        }
    }

  return known;
}

/**
 * bw_preparing_place:
 * @segments: (array length=n_rows): the segment of each row
 * @money: (nullable) (array length=n_rows): of each row, NaN where it is missing
 *
 * Returns: (transfer full): the engine order for these rows
 */
BwPlaces *
bw_preparing_place (const BwPreparing *self,
                    const guint       *segments,
                    const double      *money,
                    gsize              n_rows)
{
  g_autofree guint64 *known = find_known (self, segments, n_rows);

  return bw_places_new (segments, bw_model_get_n_segments (self->model), known,
                        BW_KNOWN_WORDS (self->n_metrics), money, n_rows);
}

/**
 * bw_preparing_make_places:
 *
 * Returns: (transfer full): the engine order for the model
 */
BwPlaces *
bw_preparing_make_places (const BwPreparing *self)
{
  BwSnapshot *snapshot = bw_panel_get_snapshot (self->panel, self->snapshot);
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);
  const guint money_column = bw_panel_find_role (self->panel, BW_ROLE_MONEY);
  g_autofree guint *segments = g_new (guint, MAX (n_rows, 1));
  const double *money = NULL;

  find_segments (self, segments);
  if (money_column != BW_NONE)
    money = bw_column_get_numbers (bw_snapshot_get_column (snapshot, money_column));

  return bw_preparing_place (self, segments, money, n_rows);
}
