/* A scale of another kind that scores the data as nearly as it can. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale-edit.h"

#include "model/json-writer.h"
#include "model/scale-data.h"
#include "stats/quantile.h"
#include "stats/readable.h"

#include <math.h>

/* Values that are no more are each a point, a step or a category of their own. */
#define FEW_VALUES BW_MAX_SHAPED_POINTS
#define N_STEPS 5

/* Scores that are made of others are rounded to so many parts of a point. */
#define SCORE_PARTS 10.0

static double
round_score (double score)
{
  return CLAMP (round (score * SCORE_PARTS) / SCORE_PARTS, 0, 100) + 0.0;
}

/* Returns: (transfer full) (element-type BwPoint): the scale at so few readable values that they
 * can be shaped; at each value of the data where these are few */
static GArray *
sample (const BwScale     *scale,
        const BwScaleData *data)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BwPoint));
  const gboolean few = data->n_distinct <= FEW_VALUES;
  const gsize n = few ? data->n_distinct : FEW_VALUES;
  double step = 0, last = -INFINITY;

  if (!few)
    step = bw_readable_step (MAX ((data->sorted[data->n - 1] - data->sorted[0]) / 100, 1e-290));
  for (gsize i = 0; i < n; i++)
    {
      const double raw = few ? data->distinct[i]
                         : bw_round_to_step (bw_quantile_sorted (data->sorted, data->n,
                                                                 i / (n - 1.0)), step);
      const BwPoint point = { raw, round_score (bw_scale_data_score (scale, raw)) };

      if (isfinite (raw) && raw > last && !isnan (point.score))
        g_array_append_val (points, point);
      last = MAX (last, raw);
    }

  return points;
}

static BwScale *
take_points (BwScaleType type,
             GArray     *points)
{
  const BwScale scale = {
    .type = type, .points = (const BwPoint *) points->data, .n_points = points->len, .other = NAN
  };

  return bw_scale_copy (&scale);
}

/* A curve has two points at least: another is put behind, or before where there is none. */
static void
make_curve_of (GArray *points)
{
  BwPoint only = { 0, 50 };
  BwPoint next;

  if (points->len == 0)
    g_array_append_val (points, only);
  if (points->len > 1)
    return;

  only = g_array_index (points, BwPoint, 0);
  next = (BwPoint) { only.raw + MAX (fabs (only.raw), 1), only.score };
  if (isfinite (next.raw))
    g_array_append_val (points, next);
  else
    g_array_prepend_vals (points, &(BwPoint) { 0, only.score }, 1);
}

/* Returns: (transfer full): a polyline; of goalposts through them, of others through what they
 * score */
static BwScale *
to_curve (const BwScale     *self,
          const BwScaleData *data)
{
  g_autoptr(GArray) points = NULL;

  if (self->type == BW_SCALE_LINEAR && self->from < self->to)
    {
      const BwPoint ends[] = { { self->from, 0 }, { self->to, 100 } };

      points = g_array_new (FALSE, FALSE, sizeof (BwPoint));
      g_array_append_vals (points, ends, G_N_ELEMENTS (ends));
      return take_points (BW_SCALE_CURVE, points);
    }

  points = sample (self, data);
  if (points->len == 0 && self->n_points > 1 && self->n_points <= FEW_VALUES)
    g_array_append_vals (points, self->points, self->n_points);
  make_curve_of (points);

  return take_points (BW_SCALE_CURVE, points);
}

/* Returns: what @scale gives the values from @start up to @end, in the mean; NaN for none */
static double
mean_score (const BwScale     *scale,
            const BwScaleData *data,
            double             start,
            double             end)
{
  double sum = 0;
  gsize n = 0;

  for (gsize i = 0; i < data->n; i++)
    {
      const double score = data->sorted[i] >= start && data->sorted[i] < end
                           ? bw_scale_data_score (scale, data->sorted[i]) : NAN;

      sum += isnan (score) ? 0 : score;
      n += !isnan (score);
    }

  return n > 0 ? sum / n : NAN;
}

/* Returns: (transfer full) (element-type BwPoint): steps of as many customers each, with the score
 * that they have in the mean */
static GArray *
part_in_steps (const BwScale     *scale,
               const BwScaleData *data)
{
  const double step =
    bw_readable_step (MAX ((data->sorted[data->n - 1] - data->sorted[0]) / 100, 1e-290));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BwPoint));
  double edges[N_STEPS + 1];

  for (guint i = 0; i < N_STEPS; i++)
    edges[i] = bw_round_to_step (bw_quantile_sorted (data->sorted, data->n, i / (double) N_STEPS),
                                 step);
  edges[N_STEPS] = INFINITY;

  for (guint i = 0; i < N_STEPS; i++)
    {
      const double start = i == 0 ? -INFINITY : edges[i];
      const BwPoint point = {
        edges[i], round_score (mean_score (scale, data, start, edges[i + 1]))
      };

      if (isfinite (point.raw) && edges[i] < edges[i + 1] && !isnan (point.score))
        g_array_append_val (points, point);
    }

  return points;
}

static BwScale *
to_steps (const BwScale     *self,
          const BwScaleData *data)
{
  g_autoptr(GArray) points = NULL;

  points = data->n_distinct > FEW_VALUES ? part_in_steps (self, data) : sample (self, data);
  if (points->len == 0 && self->n_points > 0 && self->n_points <= FEW_VALUES)
    g_array_append_vals (points, self->points, self->n_points);
  if (points->len == 0)
    g_array_append_val (points, ((BwPoint) { 0, 50 }));

  return take_points (BW_SCALE_STEPS, points);
}

/* Returns: (transfer full): each value with its score; where they are many some along the data, and
 * the mean for all others */
static BwScale *
to_categories (const BwScale     *self,
               const BwScaleData *data)
{
  const gboolean few = data->n_distinct <= BW_FEW_DISTINCT;
  const gsize n = MIN (data->n_distinct, BW_FEW_DISTINCT);
  BwCategoryScore categories[BW_FEW_DISTINCT] = { { "0", 50 } };
  BwScale scale = { .type = BW_SCALE_CATEGORIES, .categories = categories, .other = NAN };
  char texts[BW_FEW_DISTINCT][BW_NUMBER_LENGTH];
  double last = NAN;

  for (gsize i = 0; i < n; i++)
    {
      const double value = few ? data->distinct[i] : data->sorted[i * (data->n - 1) / (n - 1)] + 0.0;
      const BwCategoryScore category = {
        bw_number_to_text (value, texts[i]), round_score (bw_scale_data_score (self, value))
      };

      if (!isnan (category.score) && value != last)
        categories[scale.n_categories++] = category;
      last = value;
    }
  scale.n_categories = MAX (scale.n_categories, 1);
  if (!few)
    scale.other = round_score (mean_score (self, data, -INFINITY, INFINITY));

  return bw_scale_copy (&scale);
}

static BwScale *
to_percentile (const double *raw,
               gsize         n)
{
  BwPoint points[BW_MAX_POINTS];
  const BwScale scale = {
    .type = BW_SCALE_PERCENTILE, .points = points, .n_points = bw_percentile_points (raw, n, points),
    .other = NAN
  };

  return bw_scale_copy (&scale);
}

/**
 * bw_scale_to_type:
 * @self: (nullable): the scale that stands; %NULL for goalposts from the data
 * @raw: (array length=n): the values of the newest snapshot, numbers; NaN is missing
 *
 * A scale of that type already is copied. A percentile scale comes from the data alone; goalposts
 * cannot fall, so those of a falling scale are the data's own.
 *
 * Returns: (transfer full): the scale of type @type that scores @raw as nearly like @self as it can
 */
BwScale *
bw_scale_to_type (const BwScale *self,
                  BwScaleType    type,
                  const double  *raw,
                  gsize          n)
{
  g_autoptr(BwScale) own = NULL;
  BwScale *scale = NULL;
  BwScaleData data;

  if (self != NULL && self->type == type)
    return bw_scale_copy (self);

  bw_scale_data_init (&data, raw, n);
  if (self == NULL)
    self = own = bw_goalposts_of_data (&data);

  switch (type)
    {
    case BW_SCALE_CURVE:
      scale = to_curve (self, &data);
      break;
    case BW_SCALE_STEPS:
      scale = to_steps (self, &data);
      break;
    case BW_SCALE_CATEGORIES:
      scale = to_categories (self, &data);
      break;
    case BW_SCALE_PERCENTILE:
      scale = to_percentile (raw, n);
      break;
    case BW_SCALE_LINEAR:
    default:
      scale = own != NULL ? bw_scale_copy (own) : bw_goalposts_like (self, &data);
    }
  bw_scale_data_clear (&data);

  return scale;
}
