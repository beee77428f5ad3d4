/* Which raw value of a metric gives a wanted score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scale of points is a row of stretches, in each of which the raw values that will do are an
 * interval; of all of them the one is taken that is nearest to the raw value now. Where that is
 * missing, a metric that helps is taken to come from below and one that hurts from above. */

#include "score/reach.h"

#include <math.h>

/* The raw value that is looked for, and the best found so far. */
typedef struct
{
  const BwReach *reach;
  double         start;
  double         best; /* NaN for none */
} Search;

static double
turn (const BwReach *self,
      double         score)
{
  return self->metric->hurts ? 100 - score : score;
}

static void
offer (Search *search,
       double  raw)
{
  const double start = search->start;
  double distance, best;

  if (isinf (start))
    {
      if (isnan (search->best) || (start < 0 ? raw < search->best : raw > search->best))
        search->best = raw;
      return;
    }

  distance = fabs (raw - start);
  best = fabs (search->best - start);
  if (isnan (search->best) || distance < best)
    search->best = raw;
}

/* Every raw value from @from to @to will do. */
static void
offer_interval (Search *search,
                double  from,
                double  to)
{
  double raw = CLAMP (search->start, from, to);

  if (search->reach->whole)
    raw = search->start < from ? ceil (raw) : search->start > to ? floor (raw) : raw;
  if (isfinite (raw) && raw >= from && raw <= to)
    offer (search, raw);
}

/* The stretch between two points. */
static void
offer_line (Search        *search,
            const BwPoint *a,
            const BwPoint *b)
{
  const double needed = search->reach->needed;
  const double left = turn (search->reach, a->score);
  const double right = turn (search->reach, b->score);
  const double crossing = a->raw + (needed - left) / (right - left) * (b->raw - a->raw);

  if (left >= needed && right >= needed)
    offer_interval (search, a->raw, b->raw);
  else if (left >= needed)
    offer_interval (search, a->raw, CLAMP (crossing, a->raw, b->raw));
  else if (right >= needed)
    offer_interval (search, CLAMP (crossing, a->raw, b->raw), b->raw);
}

static void
search_line (Search        *search,
             const BwPoint *points,
             guint          n_points)
{
  const BwReach *reach = search->reach;
  const gboolean open = !isnan (reach->raw_now);
  const BwPoint *last = &points[n_points - 1];

  if (turn (reach, points[0].score) >= reach->needed)
    offer_interval (search, open ? -INFINITY : points[0].raw, points[0].raw);
  if (turn (reach, last->score) >= reach->needed)
    offer_interval (search, last->raw, open ? INFINITY : last->raw);
  for (guint i = 0; i + 1 < n_points; i++)
    offer_line (search, &points[i], &points[i + 1]);
}

/* A step ends just before the next one begins. */
static void
search_steps (Search        *search,
              const BwPoint *steps,
              guint          n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      if (turn (search->reach, steps[i].score) < search->reach->needed)
        continue;

      offer_interval (search, i > 0 ? steps[i].raw : -INFINITY,
                      i + 1 < n_steps ? nextafter (steps[i + 1].raw, -INFINITY) : INFINITY);
      /* An end of the line is no raw value: the edge is. */
      if ((search->start == -INFINITY && i == 0) ||
          (search->start == INFINITY && i + 1 == n_steps))
        offer_interval (search, steps[i].raw, steps[i].raw);
    }
}

/* Where the customer would stand with the raw value of another one: without points, a score is a
 * mid-rank among all, so that one who goes up leaves a place below. */
static double
mid_rank_at (const BwReach *self,
             gsize          i,
             gsize          n_present)
{
  const double rank = turn (self, self->scores[self->places[i]]); /* turned back */
  double moved = rank;

  if (isnan (self->raw_now))
    moved = (rank * n_present + 50) / (n_present + 1);
  else if (self->raws[i] > self->raw_now)
    moved = rank - 50.0 / n_present;
  else if (self->raws[i] < self->raw_now)
    moved = rank + 50.0 / n_present;

  return turn (self, moved);
}

static gsize
count_present (const BwReach *self)
{
  gsize n_present = 0;

  for (gsize i = 0; i < self->n; i++)
    n_present += !isnan (self->raws[i]);

  return n_present;
}

/* Only raw values that some customer has are looked at. */
static void
search_mid_ranks (Search *search)
{
  const BwReach *reach = search->reach;
  const gsize n_present = count_present (reach);

  for (gsize i = 0; i < reach->n; i++)
    {
      if (!isnan (reach->raws[i]) && mid_rank_at (reach, i, n_present) >= reach->needed)
        offer (search, reach->raws[i]);
    }
}

/* The number that a category of a number or yes/no column stands for, or NaN. */
static double
category_number (const char *text)
{
  char *end;
  double number;

  if (g_str_equal (text, "yes") || g_str_equal (text, "no"))
    return g_str_equal (text, "yes");

  number = g_ascii_strtod (text, &end);

  return end == text || *end != '\0' ? NAN : number;
}

static void
search_categories (Search *search)
{
  const BwScale *scale = &search->reach->metric->scale;

  for (guint i = 0; i < scale->n_categories; i++)
    {
      const double number = category_number (scale->categories[i].text);

      if (!isnan (number) && turn (search->reach, scale->categories[i].score) >=
          search->reach->needed)
        offer (search, number);
    }
}

/**
 * bw_reach_find_raw:
 *
 * Returns: the raw value nearest to the one now that scores @needed at least, NaN where none does
 */
double
bw_reach_find_raw (const BwReach *self)
{
  const BwScale *scale = &self->metric->scale;
  const BwPoint line[] = { { scale->from, 0 }, { scale->to, 100 } };
  Search search = { self, self->raw_now, NAN };

  if (isnan (self->raw_now))
    search.start = self->metric->hurts ? INFINITY : -INFINITY;

  switch (scale->type)
    {
    case BW_SCALE_LINEAR:
      if (scale->from < scale->to)
        search_line (&search, line, G_N_ELEMENTS (line));
      else
        search_steps (&search, line, G_N_ELEMENTS (line));
      break;
    case BW_SCALE_STEPS:
      search_steps (&search, scale->points, scale->n_points);
      break;
    case BW_SCALE_CATEGORIES:
      search_categories (&search);
      break;
    case BW_SCALE_CURVE:
    case BW_SCALE_PERCENTILE:
    default:
      if (scale->n_points > 0)
        search_line (&search, scale->points, scale->n_points);
      else
        search_mid_ranks (&search);
      break;
    }

  return search.best;
}

double
bw_reach_score_of_category (const BwReach *self,
                            guint          category)
{
  return turn (self, self->metric->scale.categories[category].score);
}

/**
 * bw_reach_find_category:
 *
 * Returns: of the categories that score @needed at least, the one that scores least, or %BW_NONE
 */
guint
bw_reach_find_category (const BwReach *self)
{
  const BwScale *scale = &self->metric->scale;
  guint best = BW_NONE;

  for (guint i = 0; i < scale->n_categories; i++)
    {
      const double score = bw_reach_score_of_category (self, i);

      if (score >= self->needed &&
          (best == BW_NONE || score < bw_reach_score_of_category (self, best)))
        best = i;
    }

  return best;
}

/**
 * bw_reach_score_of:
 * @raw: one that bw_reach_find_raw() has found
 *
 * Returns: g of the customer with @raw
 */
double
bw_reach_score_of (const BwReach *self,
                   double         raw)
{
  const BwScale *scale = &self->metric->scale;
  double score;

  if (scale->type == BW_SCALE_PERCENTILE && scale->n_points == 0)
    {
      const gsize n_present = count_present (self);
      gsize i = 0;

      while (i < self->n && self->raws[i] != raw)
        i++;

      return i < self->n ? mid_rank_at (self, i, n_present) : NAN;
    }

  bw_scale_apply (scale, &raw, 1, &score);

  return turn (self, score);
}

/**
 * bw_reach_find_most:
 *
 * Returns: the best g that any raw value gives, NaN where none gives one
 */
double
bw_reach_find_most (const BwReach *self)
{
  const BwScale *scale = &self->metric->scale;
  double most = NAN;

  if (scale->type == BW_SCALE_LINEAR)
    return 100;

  for (guint i = 0; i < scale->n_points; i++)
    most = fmax (most, turn (self, scale->points[i].score));
  for (guint i = 0; i < scale->n_categories; i++)
    most = fmax (most, turn (self, scale->categories[i].score));
  if (scale->type == BW_SCALE_CATEGORIES && !isnan (scale->other))
    most = fmax (most, turn (self, scale->other));
  if (scale->type == BW_SCALE_PERCENTILE && scale->n_points == 0)
    {
      const gsize n_present = count_present (self);

      for (gsize i = 0; i < self->n; i++)
        {
          if (!isnan (self->raws[i]))
            most = fmax (most, mid_rank_at (self, i, n_present));
        }
    }

  return most;
}
