/* What of a scale can be taken hold of, and what becomes of the scale when it is moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale-edit.h"

#include "stats/readable.h"

#include <math.h>

/* A point that is pushed against another stops so far from it, in parts of what both span. */
#define STOP 0.005

/**
 * bw_scale_is_gate:
 *
 * Returns: whether both goalposts stand on one value: whoever gets there has all of it
 */
gboolean
bw_scale_is_gate (const BwScale *self)
{
  return self->type == BW_SCALE_LINEAR && self->from == self->to;
}

/**
 * bw_scale_get_handles:
 *
 * Returns: (transfer full) (element-type BwHandle): goalposts, points, steps; categories in their
 *   order and behind them, where they have a score, all others; none of a percentile scale
 */
GArray *
bw_scale_get_handles (const BwScale *self)
{
  GArray *handles = g_array_new (FALSE, FALSE, sizeof (BwHandle));

  if (self->type == BW_SCALE_LINEAR)
    {
      const BwHandle ends[] = {
        { self->from, 0, NULL, TRUE, FALSE }, { self->to, 100, NULL, TRUE, FALSE },
      };

      g_array_append_vals (handles, ends, G_N_ELEMENTS (ends));
    }
  if (self->type == BW_SCALE_CURVE || self->type == BW_SCALE_STEPS)
    {
      for (guint i = 0; i < self->n_points; i++)
        {
          const BwHandle point = {
            self->points[i].raw, self->points[i].score, NULL, TRUE, TRUE
          };

          g_array_append_val (handles, point);
        }
    }
  if (self->type == BW_SCALE_CATEGORIES)
    {
      for (guint i = 0; i < self->n_categories; i++)
        {
          const BwHandle category = {
            NAN, self->categories[i].score, self->categories[i].text, FALSE, TRUE
          };

          g_array_append_val (handles, category);
        }
      if (!isnan (self->other))
        {
          const BwHandle other = { NAN, self->other, "", FALSE, TRUE };

          g_array_append_val (handles, other);
        }
    }

  return handles;
}

/* Returns: a value that is asked for, or what stands where it is no number */
static double
held_score (double asked,
            double standing)
{
  return isnan (asked) ? standing : CLAMP (asked, 0, 100) + 0.0;
}

/* Returns: where a point stops that is pushed from @from against the one at @wall, and past it */
static double
stop_before (double wall,
             double from)
{
  const double step = bw_readable_step (MAX (fabs (from - wall) * STOP, 1e-290));
  const double stop = bw_round_to_step (wall + (from > wall ? step : -step), step);
  const gboolean between = from > wall ? stop > wall && stop < from : stop < wall && stop > from;

  return between ? stop : wall + (from - wall) / 2;
}

static double
held_raw (const BwScale *self,
          guint          point,
          double         asked)
{
  const double standing = self->points[point].raw;
  const gboolean first = point == 0;
  const gboolean last = point + 1 == self->n_points;

  if (!isfinite (asked))
    return standing;
  if (!first && asked <= self->points[point - 1].raw)
    return stop_before (self->points[point - 1].raw, standing);
  if (!last && asked >= self->points[point + 1].raw)
    return stop_before (self->points[point + 1].raw, standing);

  return asked + 0.0;
}

static void
move_goalpost (BwScale *scale,
               guint    handle,
               double   raw)
{
  if (!isfinite (raw))
    return;

  if (handle == 0 && isfinite (scale->to - raw))
    scale->from = MIN (raw, scale->to) + 0.0;
  if (handle == 1 && isfinite (raw - scale->from))
    scale->to = MAX (raw, scale->from) + 0.0;
}

static void
move_category (BwScale *scale,
               guint    handle,
               double   score)
{
  BwCategoryScore *categories = (BwCategoryScore *) scale->categories;

  if (handle < scale->n_categories)
    categories[handle].score = held_score (score, categories[handle].score);
  else
    scale->other = held_score (score, scale->other);
}

/**
 * bw_scale_with_handle:
 * @handle: one of bw_scale_get_handles()
 * @raw: where to along the values; what is no number leaves it where it is
 * @score: likewise along the scores
 *
 * A point may be anywhere between those beside it; pushed past one it stops short of it. Goalposts
 * may meet, and not change places.
 *
 * Returns: (transfer full): the scale with a handle moved
 */
BwScale *
bw_scale_with_handle (const BwScale *self,
                      guint          handle,
                      double         raw,
                      double         score)
{
  BwScale *scale = bw_scale_copy (self);
  BwPoint *points = (BwPoint *) scale->points;

  switch (self->type)
    {
    case BW_SCALE_LINEAR:
      move_goalpost (scale, handle, raw);
      break;
    case BW_SCALE_CURVE:
    case BW_SCALE_STEPS:
      if (handle < scale->n_points)
        points[handle] = (BwPoint) {
          held_raw (self, handle, raw), held_score (score, points[handle].score)
        }
      ;
      break;
    case BW_SCALE_CATEGORIES:
      move_category (scale, handle, score);
      break;
    case BW_SCALE_PERCENTILE:
    default:
      break;
    }

  return scale;
}

/**
 * bw_scale_with_point:
 * @raw: where the new point stands; it has the score that the scale gives there
 *
 * Returns: (transfer full): a curve with a point more, or steps with a step; a copy where there is
 *   a point already, or there are as many as a person can shape
 */
BwScale *
bw_scale_with_point (const BwScale *self,
                     double         raw)
{
  BwScale *scale = bw_scale_copy (self);
  BwPoint point = { raw + 0.0 };
  guint place = 0;
  BwPoint *points;

  if ((self->type != BW_SCALE_CURVE && self->type != BW_SCALE_STEPS) || !isfinite (raw) ||
      self->n_points >= BW_MAX_SHAPED_POINTS)
    return scale;

  while (place < self->n_points && self->points[place].raw < raw)
    place++;
  if (place < self->n_points && self->points[place].raw == raw)
    return scale;

  bw_scale_apply (self, &raw, 1, &point.score);
  points = g_new (BwPoint, self->n_points + 1);
  for (guint i = 0; i <= self->n_points; i++)
    points[i] = i < place ? self->points[i] : i == place ? point : self->points[i - 1];
  g_free ((BwPoint *) scale->points);
  scale->points = points;
  scale->n_points++;

  return scale;
}

static void
remove_category (BwScale *scale,
                 guint    handle)
{
  BwCategoryScore *categories = (BwCategoryScore *) scale->categories;

  if (handle >= scale->n_categories)
    {
      scale->other = NAN;
      return;
    }
  if (scale->n_categories == 1)
    return;

  g_free ((char *) categories[handle].text);
  for (guint i = handle; i + 1 < scale->n_categories; i++)
    categories[i] = categories[i + 1];
  scale->n_categories--;
}

/**
 * bw_scale_without_handle:
 * @handle: one of bw_scale_get_handles()
 *
 * Returns: (transfer full): the scale without a point, step or category; a copy where it is one of
 *   those that have to be
 */
BwScale *
bw_scale_without_handle (const BwScale *self,
                         guint          handle)
{
  const guint least = self->type == BW_SCALE_CURVE ? 2 : 1;
  BwScale *scale = bw_scale_copy (self);
  BwPoint *points = (BwPoint *) scale->points;

  if (self->type == BW_SCALE_CATEGORIES)
    remove_category (scale, handle);
  if ((self->type != BW_SCALE_CURVE && self->type != BW_SCALE_STEPS) ||
      handle >= self->n_points || self->n_points <= least)
    return scale;

  for (guint i = handle; i + 1 < scale->n_points; i++)
    points[i] = points[i + 1];
  scale->n_points--;

  return scale;
}

/**
 * bw_scale_with_category:
 * @text: one of the scale's, or a new one
 *
 * Returns: (transfer full): the scale with a score for @text
 */
BwScale *
bw_scale_with_category (const BwScale *self,
                        const char    *text,
                        double         score)
{
  BwScale *scale = bw_scale_copy (self);
  BwCategoryScore *categories = (BwCategoryScore *) scale->categories;

  g_return_val_if_fail (text != NULL, scale);

  if (self->type != BW_SCALE_CATEGORIES || isnan (score))
    return scale;

  for (guint i = 0; i < scale->n_categories; i++)
    {
      if (g_str_equal (categories[i].text, text))
        {
          categories[i].score = held_score (score, 0);
          return scale;
        }
    }

  categories = g_renew (BwCategoryScore, categories, scale->n_categories + 1);
  categories[scale->n_categories++] = (BwCategoryScore) {
    g_strdup (text), held_score (score, 0)
  };
  scale->categories = categories;

  return scale;
}

/**
 * bw_scale_with_other:
 * @score: NaN for values without a score, which are missing then
 *
 * Returns: (transfer full): the scale with a score for all values that it does not list
 */
BwScale *
bw_scale_with_other (const BwScale *self,
                     double         score)
{
  BwScale *scale = bw_scale_copy (self);

  if (self->type == BW_SCALE_CATEGORIES)
    scale->other = held_score (score, NAN);

  return scale;
}
