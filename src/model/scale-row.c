/* How each kind of scale turns a column of numbers into scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loops without branches on the values: a comparison with NaN is false, and a NaN is led through
 * to the score by arithmetic. @raw and @scores may be one array. */

#include "model/scale-row.h"

#include "model/parts.h"
#include "stats/quantile.h"
#include "stats/sort.h"

#include <math.h>

void
bw_scale_linear (const BwScale *self,
                 const double  *raw,
                 gsize          n,
                 double        *scores)
{
  const double from = self->from;
  const double width = self->to - self->from;

  for (gsize i = 0; i < n; i++)
    {
      double part = (raw[i] - from) / width;

      part = part < 0 ? 0 : part;
      part = part > 1 ? 1 : part;
      scores[i] = 100 * part;
    }
}

/* Returns: how many points lie at or below @value, by halving; 0 for NaN */
static guint
count_at_or_below (const BwPoint *points,
                   guint          n_points,
                   double         value)
{
  guint start = 0;
  guint left = n_points;

  while (left > 0)
    {
      const guint half = left / 2;
      const gboolean above = points[start + half].raw <= value;

      start = above ? start + half + 1 : start;
      left = above ? left - half - 1 : half;
    }

  return start;
}

static double
interpolate (const BwPoint *points,
             guint          n_points,
             double         value)
{
  const guint next = count_at_or_below (points, n_points, value);
  const BwPoint *a, *b;

  if (next == 0)
    return isnan (value) ? NAN : points[0].score;
  if (next == n_points)
    return points[n_points - 1].score;

  a = &points[next - 1];
  b = &points[next];

  return a->score + (value - a->raw) / (b->raw - a->raw) * (b->score - a->score);
}

void
bw_scale_curve (const BwScale *self,
                const double  *raw,
                gsize          n,
                double        *scores)
{
  for (gsize i = 0; i < n; i++)
    scores[i] = interpolate (self->points, self->n_points, raw[i]);
}

void
bw_scale_steps (const BwScale *self,
                const double  *raw,
                gsize          n,
                double        *scores)
{
  for (gsize i = 0; i < n; i++)
    {
      const guint next = count_at_or_below (self->points, self->n_points, raw[i]);

      scores[i] = isnan (raw[i]) ? NAN : self->points[next > 0 ? next - 1 : 0].score;
    }
}

/* Returns: the number that a category of a number or yes/no column stands for, or NaN */
static double
category_number (const char *text)
{
  const double number = bw_text_to_number (text);

  return isnan (number) ? bw_text_to_flag (text) : number;
}

void
bw_scale_categories (const BwScale *self,
                     const double  *raw,
                     gsize          n,
                     double        *scores)
{
  g_autofree double *values = g_new (double, MAX (self->n_categories, 1));

  for (guint c = 0; c < self->n_categories; c++)
    values[c] = category_number (self->categories[c].text);

  for (gsize i = 0; i < n; i++)
    {
      const double value = raw[i];
      double score = isnan (value) ? NAN : self->other;

      for (guint c = 0; c < self->n_categories; c++)
        {
          if (values[c] == value)
            {
              score = self->categories[c].score;
              break;
            }
        }
      scores[i] = score;
    }
}

void
bw_scale_percentile (const BwScale *self,
                     const double  *raw,
                     gsize          n,
                     double        *scores)
{
  if (self->n_points > 0)
    bw_scale_curve (self, raw, n, scores);
  else
    bw_mid_ranks (raw, n, scores);
}

static gsize
count_distinct (const double *sorted,
                gsize         n)
{
  gsize n_distinct = n > 0 ? 1 : 0;

  for (gsize i = 1; i < n; i++)
    n_distinct += sorted[i] != sorted[i - 1];

  return n_distinct;
}

/**
 * bw_percentile_points:
 * @raw: (array length=n): raw values; NaN is missing
 * @points: (out): the points of a percentile scale over them: every distinct value if there are at
 *   most %BW_MAX_POINTS, else the order statistics at 0, 1 … 100 %, each with its mid-rank
 *
 * Returns: how many points; 0 where every value is missing
 */
guint
bw_percentile_points (const double *raw,
                      gsize         n,
                      BwPoint       points[BW_MAX_POINTS])
{
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  const gsize n_present = bw_sort (raw, n, sorted);
  const gboolean all = count_distinct (sorted, n_present) <= BW_MAX_POINTS;
  guint n_points = 0;
  guint percent = 0;

  for (gsize start = 0, end; start < n_present; start = end)
    {
      gboolean wanted = all;

      for (end = start; end < n_present && sorted[end] == sorted[start]; end++)
        ;
      for (; percent <= 100 && percent * (n_present - 1) / 100 < end; percent++)
        wanted = TRUE;
      if (wanted)
        points[n_points++] = (BwPoint) { sorted[start],
                                         100.0 * (start + 0.5 * (end - start)) / n_present }
      ;
    }

  return n_points;
}
