/* What the weights of a segment really do, and which of its metrics tell customers apart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A score before rules is Σ e·g, e the effective shares. So its covariance with itself is the sum
 * of those of each e·g with it, to the last digit, whatever is missing and however groups share
 * out: parts that add up to the whole. What is constant over a run of customers is taken out of the
 * sums over its rows. */

#include "score/insight.h"

#include "score/pairing.h"
#include "stats/correlation.h"

#include <math.h>

/* Scores that differ by less do not differ. */
#define NEAR 1e-9

/* What is added up over the customers of a metric. */
typedef struct
{
  gsize  n;
  double mean;       /* of g; known before the other sums are begun */
  double squares;    /* (g − mean)² */
  double covariance; /* e·g·(score − mean score), likewise summed */
  double lost;       /* e·(100 − g) */
  double top;        /* g of those in the best band, likewise @bottom */
  double bottom;
  gsize  n_top;
  gsize  n_bottom;
  double top_points; /* e·g of those in the best band, likewise @bottom_points */
  double bottom_points;
} Sums;

/* The customers of a segment or all. */
typedef struct
{
  const BwResults *results;
  BwEdges          edges;
  gsize            first_run;
  gsize            end_run;
  BwWeighing       weighing;
  double          *effective;
  Sums            *sums; /* by metric */
  gsize            n_scored;
  double           mean; /* score before rules */
  double           squares;
  double           least;
  double           greatest;
  gsize            n_top;
  gsize            n_bottom;
} Survey;

/* A few rows of a run. */
typedef struct
{
  guint  n;
  double scores[BW_PASS_BLOCK]; /* before rules, less the mean */
  double top[BW_PASS_BLOCK];    /* 1 in the best band, else 0; likewise @bottom */
  double bottom[BW_PASS_BLOCK];
} Block;

static void
survey_init (Survey          *self,
             const BwResults *results,
             guint            segment)
{
  const BwPlaces *places = results->prepared->places;

  self->results = results;
  bw_edges_init (&self->edges, results->model);
  self->first_run = segment == BW_ALL_SEGMENTS ? 0 : places->segment_runs[segment];
  self->end_run = segment == BW_ALL_SEGMENTS ? places->n_runs : places->segment_runs[segment + 1];
  bw_weighing_init (&self->weighing, results->model);
  self->effective = g_new (double, MAX (results->n_metrics, 1));
  self->sums = g_new0 (Sums, MAX (results->n_metrics, 1));
  self->least = INFINITY;
  self->greatest = -INFINITY;
}

static void
survey_clear (Survey *self)
{
  bw_weighing_clear (&self->weighing);
  g_clear_pointer (&self->effective, g_free);
  g_clear_pointer (&self->sums, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

/* Finds what the metrics count in a run. Returns: whether its customers have a score */
static gboolean
enter_run (Survey      *self,
           const BwRun *run)
{
  return bw_weighing_weigh (&self->weighing, bw_results_get_shares (self->results, run->segment),
                            run->known, self->effective);
}

/* The means of all metrics and of the score, from sums of whole runs. */
static void
find_means (Survey *self)
{
  const guint n_metrics = self->results->n_metrics;
  const BwPlaces *places = self->results->prepared->places;
  const double *run_sums = bw_prepared_get_run_sums (self->results->prepared);

  for (gsize i = self->first_run; i < self->end_run; i++)
    {
      if (!enter_run (self, &places->runs[i]))
        continue;

      self->n_scored += places->runs[i].n;
      for (guint metric = 0; metric < n_metrics; metric++)
        {
          const double effective = self->effective[metric];
          const double sum = run_sums[i * n_metrics + metric];

          if (effective <= 0)
            continue;

          self->sums[metric].n += places->runs[i].n;
          self->sums[metric].mean += sum;
          self->sums[metric].lost += effective * (100.0 * places->runs[i].n - sum);
          self->mean += effective * sum;
        }
    }

  self->mean /= self->n_scored;
  for (guint metric = 0; metric < n_metrics; metric++)
    self->sums[metric].mean /= self->sums[metric].n;
}

/* Weighs the rows, and finds those of the best and the worst band. */
static void
fill_block (Survey *self,
            Block  *block,
            gsize   first)
{
  const BwResults *results = self->results;
  const double *columns[BW_MAX_METRICS];
  double shares[BW_MAX_METRICS];
  const double best = self->edges.from[self->edges.n - 1];
  const double second = self->edges.from[1];
  guint n_terms = 0;

  for (guint metric = 0; metric < results->n_metrics; metric++)
    {
      if (self->effective[metric] > 0)
        {
          columns[n_terms] = results->prepared->columns[metric]->scores + first;
          shares[n_terms++] = self->effective[metric];
        }
    }

  bw_pass_weigh (block->scores, columns, shares, n_terms, 0, block->n);
  for (guint i = 0; i < block->n; i++)
    {
      block->top[i] = results->scores[first + i] >= best;
      block->bottom[i] = results->scores[first + i] < second;
      self->n_top += block->top[i] > 0;
      self->n_bottom += block->bottom[i] > 0;
      self->least = MIN (self->least, block->scores[i]);
      self->greatest = MAX (self->greatest, block->scores[i]);
      block->scores[i] -= self->mean;
      self->squares += block->scores[i] * block->scores[i];
    }
}

static void
add_metric (Survey      *self,
            const Block *block,
            gsize        first,
            guint        metric)
{
  const double *g = self->results->prepared->columns[metric]->scores + first;
  const double effective = self->effective[metric];
  Sums *sums = &self->sums[metric];
  const double mean = sums->mean;
  double squares = 0, covariance = 0, top = 0, bottom = 0, n_top = 0, n_bottom = 0;

  for (guint i = 0; i < block->n; i++)
    {
      squares += (g[i] - mean) * (g[i] - mean);
      covariance += g[i] * block->scores[i];
      top += g[i] * block->top[i];
      bottom += g[i] * block->bottom[i];
      n_top += block->top[i];
      n_bottom += block->bottom[i];
    }

  sums->squares += squares;
  sums->covariance += effective * covariance;
  sums->top += top;
  sums->bottom += bottom;
  sums->n_top += n_top;
  sums->n_bottom += n_bottom;
  sums->top_points += effective * top;
  sums->bottom_points += effective * bottom;
}

/* Returns: whether it came to an end, and was not cancelled */
static gboolean
add_runs (Survey       *self,
          GCancellable *cancellable)
{
  const BwPlaces *places = self->results->prepared->places;
  g_autofree Block *block = g_new (Block, 1);

  for (gsize i = self->first_run; i < self->end_run; i++)
    {
      const BwRun *run = &places->runs[i];
      const gsize end = (gsize) run->first + run->n;

      if (!enter_run (self, run))
        continue;

      for (gsize first = run->first; first < end; first += block->n)
        {
          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;

          block->n = MIN (end - first, BW_PASS_BLOCK);
          fill_block (self, block, first);
          for (guint metric = 0; metric < self->results->n_metrics; metric++)
            {
              if (self->effective[metric] > 0)
                add_metric (self, block, first, metric);
            }
        }
    }

  return !g_cancellable_is_cancelled (cancellable);
}

/* The share of a metric over the customers of all segments, 0 for those whose segment does not use
 * it; NaN where none does. */
static double
mean_share (const BwResults *results,
            guint            metric)
{
  double sum = 0, n_customers = 0;
  gboolean used = FALSE;

  for (guint segment = 0; segment < results->n_segments; segment++)
    {
      const double share = bw_results_get_shares (results, segment)[metric];
      const gsize n = results->summaries[segment].n_customers;

      n_customers += n;
      used |= !isnan (share);
      sum += isnan (share) ? 0 : n * share;
    }

  return used ? sum / n_customers : NAN;
}

static void
conclude (const Survey    *self,
          guint            segment,
          guint            metric,
          BwMetricInsight *out)
{
  const Sums *sums = &self->sums[metric];

  out->share = segment == BW_ALL_SEGMENTS ? mean_share (self->results, metric)
                                          : bw_results_get_shares (self->results, segment)[metric];
  out->influence = self->greatest - self->least > NEAR ? sums->covariance / self->squares : NAN;
  out->lost = sums->lost / self->n_scored;
  out->mean_top = sums->n_top > 0 ? sums->top / sums->n_top : NAN;
  out->mean_bottom = sums->n_bottom > 0 ? sums->bottom / sums->n_bottom : NAN;
  out->separation = self->n_top > 0 && self->n_bottom > 0
                    ? sums->top_points / self->n_top - sums->bottom_points / self->n_bottom : NAN;
  out->n_present = sums->n;
  out->deviation = sqrt (sums->squares / sums->n);
}

/**
 * bw_results_survey:
 * @segment: or %BW_ALL_SEGMENTS
 * @insights: (out) (array length=n_metrics): of each metric; deviations are of all that there are
 *   (n), bands those after rules
 *
 * Cost: a pass over all metric scores.
 *
 * Returns: whether it came to an end, and was not cancelled
 */
gboolean
bw_results_survey (const BwResults *results,
                   guint            segment,
                   GCancellable    *cancellable,
                   BwMetricInsight *insights)
{
  g_auto(Survey) survey = { 0 };

  g_return_val_if_fail (segment == BW_ALL_SEGMENTS || segment < results->n_segments, FALSE);

  survey_init (&survey, results, segment);
  find_means (&survey);
  if (!add_runs (&survey, cancellable))
    return FALSE;

  for (guint i = 0; i < results->n_metrics; i++)
    conclude (&survey, segment, i, &insights[i]);

  return TRUE;
}

/**
 * bw_results_find_insights:
 *
 * As bw_results_survey(), without a way to stop it.
 */
void
bw_results_find_insights (const BwResults *results,
                          guint            segment,
                          BwMetricInsight *insights)
{
  bw_results_survey (results, segment, NULL, insights);
}

/**
 * bw_results_correlate:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * What a policy puts for a missing value counts: it is in the score.
 *
 * Cost: a few passes over two metrics.
 *
 * Returns: Pearson's r between g of two metrics over the customers that have both, NaN under three
 *   or where one is constant
 */
double
bw_results_correlate (const BwResults *results,
                      guint            segment,
                      guint            metric,
                      guint            other)
{
  const BwPlaces *places = results->prepared->places;
  gsize first, n, n_both = 0;
  const double *xs, *ys;

  g_return_val_if_fail (segment == BW_ALL_SEGMENTS || segment < results->n_segments, NAN);
  g_return_val_if_fail (metric < results->n_metrics && other < results->n_metrics, NAN);

  first = segment == BW_ALL_SEGMENTS ? 0 : places->segment_places[segment];
  n = (segment == BW_ALL_SEGMENTS ? places->n_rows : places->segment_places[segment + 1]) - first;
  xs = results->prepared->columns[metric]->scores + first;
  ys = results->prepared->columns[other]->scores + first;
  for (gsize i = 0; i < n; i++)
    n_both += !isnan (xs[i]) && !isnan (ys[i]);

  return n_both < 3 ? NAN : bw_pearson (xs, ys, n);
}
