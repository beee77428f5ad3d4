/* How each kind of scale turns a column of numbers into scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loops without branches on the values: a comparison with NaN is false, and a NaN is led through
 * to the score by arithmetic. @raw and @scores may be one array. */

#include "model/scale-row.h"

#include "model/parts.h"
#include "stats/quantile.h"
#include "stats/sort.h"

#include <math.h>

/* Goalposts that stand on one value: a gate. Whoever gets there has all of it. */
static void
score_gate (double        gate,
            const double *raw,
            gsize         n,
            double       *scores)
{
  for (gsize i = 0; i < n; i++)
    scores[i] = isnan (raw[i]) ? NAN : raw[i] >= gate ? 100 : 0;
}

void
bw_scale_linear (const BwScale *self,
                 const double  *raw,
                 gsize          n,
                 double        *scores)
{
  const double from = self->from;
  const double width = self->to - self->from;

  if (width == 0)
    {
      score_gate (from, raw, n, scores);
      return;
    }

  for (gsize i = 0; i < n; i++)
    {
      double part = (raw[i] - from) / width;

      part = part < 0 ? 0 : part;
      part = part > 1 ? 1 : part;
      scores[i] = 100 * part;
    }
}

/* Points that are many stand in cells of equal width, so that a value is compared with those of its
 * own cell alone: what lies in a cell before it is less, what lies in one behind it is more. */
#define N_CELLS 512
#define MANY_POINTS 8
#define MANY_VALUES 1000

typedef struct
{
  const BwPoint *points;
  guint          n_points;
  gboolean       in_cells;
  double         least;
  double         per_cell;
  guint16        first[N_CELLS + 1]; /* points in the cells before */
} Lookup;

static guint
cell_of (const Lookup *lookup,
         double        value)
{
  const double cell = (value - lookup->least) * lookup->per_cell;

  return cell >= N_CELLS ? N_CELLS - 1 : cell > 0 ? (guint) cell : 0;
}

static void
lookup_init (Lookup        *lookup,
             const BwScale *scale,
             gsize          n_values)
{
  lookup->points = scale->points;
  lookup->n_points = scale->n_points;
  lookup->least = scale->points[0].raw;
  lookup->per_cell = N_CELLS / (scale->points[scale->n_points - 1].raw - lookup->least);
  lookup->in_cells = scale->n_points > MANY_POINTS && n_values > MANY_VALUES &&
                     isnormal (lookup->per_cell);
  if (!lookup->in_cells)
    return;

  for (guint cell = 0, point = 0; cell <= N_CELLS; cell++)
    {
      while (point < lookup->n_points && cell_of (lookup, lookup->points[point].raw) < cell)
        point++;
      lookup->first[cell] = point;
    }
}

/* Returns: how many points lie at or below @value; 0 for NaN */
static guint
count_at_or_below (const Lookup *lookup,
                   double        value)
{
  guint start = 0;
  guint left = lookup->n_points;

  if (lookup->in_cells)
    {
      const guint cell = cell_of (lookup, value);

      start = lookup->first[cell];
      left = lookup->first[cell + 1] - start;
    }

  while (left > 0)
    {
      const guint half = left / 2;
      const gboolean above = lookup->points[start + half].raw <= value;

      start = above ? start + half + 1 : start;
      left = above ? left - half - 1 : half;
    }

  return start;
}

static double
interpolate (const Lookup *lookup,
             double        value)
{
  const guint next = count_at_or_below (lookup, value);
  const BwPoint *a, *b;

  if (next == 0)
    return isnan (value) ? NAN : lookup->points[0].score;
  if (next == lookup->n_points)
    return lookup->points[next - 1].score;

  a = &lookup->points[next - 1];
  b = &lookup->points[next];

  return a->score + (value - a->raw) / (b->raw - a->raw) * (b->score - a->score);
}

void
bw_scale_curve (const BwScale *self,
                const double  *raw,
                gsize          n,
                double        *scores)
{
  Lookup lookup;

  lookup_init (&lookup, self, n);
  for (gsize i = 0; i < n; i++)
    scores[i] = interpolate (&lookup, raw[i]);
}

void
bw_scale_steps (const BwScale *self,
                const double  *raw,
                gsize          n,
                double        *scores)
{
  Lookup lookup;

  lookup_init (&lookup, self, n);
  for (gsize i = 0; i < n; i++)
    {
      const guint next = count_at_or_below (&lookup, raw[i]);

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

/* Returns: (transfer full): the numbers that the categories stand for as points, in rising order;
 * of categories that stand for one number the first */
static GArray *
category_points (const BwScale *self)
{
  g_autofree double *values = g_new (double, MAX (self->n_categories, 1));
  g_autofree guint32 *order = g_new (guint32, MAX (self->n_categories, 1));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BwPoint));
  gsize n_points;

  for (guint i = 0; i < self->n_categories; i++)
    values[i] = category_number (self->categories[i].text);

  n_points = bw_order (values, self->n_categories, order);
  for (gsize i = 0; i < n_points; i++)
    {
      const BwPoint point = { values[order[i]], self->categories[order[i]].score };

      if (i == 0 || values[order[i - 1]] != point.raw)
        g_array_append_val (points, point);
    }

  return points;
}

void
bw_scale_categories (const BwScale *self,
                     const double  *raw,
                     gsize          n,
                     double        *scores)
{
  g_autoptr(GArray) points = category_points (self);
  const BwPoint *sorted = (const BwPoint *) points->data;
  const Lookup lookup = { .points = sorted, .n_points = points->len };

  for (gsize i = 0; i < n; i++)
    {
      const guint next = count_at_or_below (&lookup, raw[i]);
      double score = isnan (raw[i]) ? NAN : self->other;

      if (next > 0 && sorted[next - 1].raw == raw[i])
        score = sorted[next - 1].score;
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
