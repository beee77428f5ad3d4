/* What would lift a customer into a better band: metric by metric, and the caps in the way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One metric at a time gets another raw value; what it counts follows, since a metric that was
 * missing is present then. What is found by arithmetic is held against the scoring itself, and
 * moved on by the least steps of a double until that agrees. */

#include "score/required.h"

#include "score/reach.h"
#include "score/results-parts.h"

#include <math.h>
#include <string.h>

/* A score that is short by less is rounded up to the edge. */
#define ROUNDED 0.4e-9

/* So many doublings of a least step, from one raw value towards the next, are rounding. */
#define MOST_DOUBLINGS 24

/* A customer whose one metric is given other values. */
typedef struct
{
  const BwResults *results;
  gsize            row;
  gsize            place;
  guint            segment;
  double           least;
  double           cap;
  double           floor;
  BwWeighing      *weighing;
  guint64         *known;     /* of the customer, and of the metric that is looked at */
  double          *effective; /* with that metric present */
  double           others;    /* what the others add up to then */
} Customer;

static double
score_of (const Customer *self,
          guint           metric)
{
  return self->results->prepared->columns[metric]->scores[self->place];
}

static void
give_metric (Customer *self,
             guint     metric)
{
  const BwPlaces *places = self->results->prepared->places;
  const BwRun *run = &places->runs[bw_places_find_run (places, self->place)];

  memcpy (self->known, run->known, places->n_words * sizeof *self->known);
  bw_known_set (self->known, metric);
  bw_weighing_weigh (self->weighing, bw_results_get_shares (self->results, self->segment),
                     self->known, self->effective);

  self->others = 0;
  for (guint i = 0; i < self->results->n_metrics; i++)
    {
      if (i != metric && self->effective[i] > 0)
        self->others += self->effective[i] * score_of (self, i);
    }
}

/* The customer's score with g of the metric, added up as the engine adds. */
static double
score_with (const Customer *self,
            guint           metric,
            double          g)
{
  double score = 0;

  for (guint i = 0; i < self->results->n_metrics; i++)
    {
      if (self->effective[i] > 0)
        score += self->effective[i] * (i == metric ? g : score_of (self, i));
    }

  return MIN (self->cap, MAX (self->floor, bw_round_score (score)));
}

/* Whether a person counts the metric in whole numbers, as far as the data shows. */
static gboolean
is_whole (const Customer *self,
          guint           metric)
{
  BwPrepared *prepared = self->results->prepared;
  const BwDerivation *derivation = &bw_model_get_metric (self->results->model, metric)->derivation;
  const guint column = bw_panel_find_column (prepared->panel, derivation->column);

  if (derivation->type == BW_DERIVE_RATIO || derivation->type == BW_DERIVE_MEAN ||
      derivation->percent || column == BW_NONE ||
      bw_panel_get_column (prepared->panel, column)->type == BW_COLUMN_PERCENT)
    return FALSE;

  return bw_metric_column_is_whole (prepared->columns[metric]);
}

/* Moves a raw value that falls short by rounding on, away from the present one. */
static double
settle_raw (const Customer *self,
            const BwReach  *reach,
            guint           metric,
            double          raw)
{
  const double away = reach->raw_now > raw || (isnan (reach->raw_now) && reach->metric->hurts)
                      ? -INFINITY : INFINITY;
  double step = fabs (nextafter (raw, away) - raw);

  for (guint i = 0; i <= MOST_DOUBLINGS; i++, step *= 2)
    {
      if (score_with (self, metric, bw_reach_score_of (reach, raw)) >= self->least)
        return raw;
      if (!reach->whole)
        raw += away > 0 ? step : -step;
    }

  return NAN;
}

/* Returns: g that the metric would have then, or NaN */
static double
require_category (const BwReach    *reach,
                  BwRequiredMetric *out)
{
  const guint category = bw_reach_find_category (reach);

  if (category == BW_NONE)
    return NAN;

  out->category = reach->metric->scale.categories[category].text;

  return bw_reach_score_of_category (reach, category);
}

static double
require_raw (const Customer   *self,
             const BwReach    *reach,
             BwRequiredMetric *out)
{
  const double raw = bw_reach_find_raw (reach);

  if (isnan (raw))
    return NAN;

  out->raw = settle_raw (self, reach, out->metric, raw);

  return isnan (out->raw) ? NAN : bw_reach_score_of (reach, out->raw);
}

/* Fills @out. Returns: how much better g has to be, infinite where that is not possible */
static double
require_metric (Customer         *self,
                guint             metric,
                BwRequiredMetric *out)
{
  BwPrepared *prepared = self->results->prepared;
  const BwMetric *of = bw_model_get_metric (self->results->model, metric);
  const gboolean coded = bw_derivation_is_coded (&of->derivation, prepared->panel);
  const double now = score_of (self, metric);
  BwReach reach = {
    .metric = of,
    .raw_now = bw_prepared_get_raw (prepared, self->row, metric),
    .scores = prepared->columns[metric]->scores,
    .places = prepared->places->places,
    .n = prepared->places->n_rows,
  };
  double then;

  reach.raws = bw_metric_column_get_raw (prepared->columns[metric], of, prepared->panel,
                                         prepared->snapshot);
  *out = (BwRequiredMetric) { .metric = metric, .raw_now = reach.raw_now, .raw = NAN };
  give_metric (self, metric);
  reach.needed = (self->least - ROUNDED - self->others) / self->effective[metric];
  reach.whole = !coded && is_whole (self, metric);
  out->most = score_with (self, metric, bw_reach_find_most (&reach));
  if (self->cap < self->least)
    return INFINITY;

  then = coded ? require_category (&reach, out) : require_raw (self, &reach, out);
  out->possible = !isnan (then);

  return out->possible ? then - (isnan (now) ? 0 : now) : INFINITY;
}

/* A metric with what it is sorted by. */
typedef struct
{
  BwRequiredMetric metric;
  double           gain;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const Candidate *x = a;
  const Candidate *y = b;

  if (x->gain != y->gain)
    return x->gain < y->gain ? -1 : 1;
  if (!x->metric.possible && x->metric.most != y->metric.most)
    return x->metric.most > y->metric.most ? -1 : 1;

  return x->metric.metric < y->metric.metric ? -1 : x->metric.metric > y->metric.metric;
}

static void
require_metrics (Customer   *customer,
                 BwRequired *out)
{
  const BwResults *results = customer->results;
  const double *shares = bw_results_get_shares (results, customer->segment);
  g_autofree Candidate *candidates = g_new (Candidate, MAX (results->n_metrics, 1));

  for (guint i = 0; i < results->n_metrics; i++)
    {
      Candidate *candidate = &candidates[out->n_metrics];

      if (!(shares[i] > 0))
        continue;

      candidate->gain = require_metric (customer, i, &candidate->metric);
      out->n_metrics++;
    }

  g_qsort_with_data (candidates, out->n_metrics, sizeof *candidates, compare_candidates, NULL);
  out->metrics = g_new (BwRequiredMetric, MAX (out->n_metrics, 1));
  for (guint i = 0; i < out->n_metrics; i++)
    out->metrics[i] = candidates[i].metric;
}

/**
 * bw_results_find_required:
 * @row: of the snapshot
 * @band: to reach
 *
 * Segment, caps and floors are held as they are, though another raw value might change which of
 * them hold. Where raw values of a metric are whole numbers throughout (and it is no mean, ratio or
 * percentage), a whole one is found. A percentile scale without points is asked for the raw values
 * that other customers have. Where a cap stands in the way no metric can do it, and @most is what
 * the cap leaves.
 *
 * Cost: next to nothing; a pass over a metric's raw values when first asked for.
 *
 * Returns: (transfer full) (nullable): what it takes; %NULL where the customer has no score or
 *   stands in @band or a better one already
 */
BwRequired *
bw_results_find_required (const BwResults *results,
                          gsize            row,
                          guint            band)
{
  const BwPrepared *prepared = results->prepared;
  const BwBounds *bounds = prepared->bounds;
  g_auto(BwWeighing) weighing = { 0 };
  g_autofree guint64 *known = NULL;
  g_autofree double *effective = NULL;
  Customer customer = { .results = results, .row = row, .cap = 100 };
  BwRequired *self;

  g_return_val_if_fail (row < bw_results_get_n_rows (results), NULL);
  g_return_val_if_fail (band < bw_model_get_n_bands (results->model), NULL);

  if (bw_results_get_band (results, row) == BW_NO_BAND ||
      bw_results_get_band (results, row) >= band)
    return NULL;

  customer.place = prepared->places->places[row];
  customer.segment = bw_results_get_segment (results, row);
  customer.least = bw_model_get_band (results->model, band)->from;
  customer.weighing = &weighing;
  customer.known = known = g_new (guint64, MAX (prepared->places->n_words, 1));
  customer.effective = effective = g_new (double, MAX (results->n_metrics, 1));
  if (bounds != NULL)
    {
      customer.cap = bounds->greatest[customer.place];
      customer.floor = bounds->least[customer.place];
    }

  self = g_new0 (BwRequired, 1);
  self->band = band;
  self->least = customer.least;
  self->score = bw_results_get_score (results, row);
  self->cap = customer.cap < customer.least ? bounds->caps[customer.place] : BW_NONE;
  bw_weighing_init (&weighing, results->model);
  require_metrics (&customer, self);

  return self;
}

void
bw_required_free (BwRequired *self)
{
  g_free (self->metrics);
  g_free (self);
}
