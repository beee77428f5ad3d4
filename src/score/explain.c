/* Why a customer stands where it does, in points that add up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score − mean = Σ e·(g − m) + rule + rest, and between two snapshots
 * score₂ − score₁ = Σ ½(e₁ + e₂)·(g₂ − g₁) + (rule₂ − rule₁) + rest. */

#include "score/explain.h"

#include "score/results-parts.h"
#include "stats/apportion.h"

#include <math.h>

/* Points under which a part is rounding, and is never shown as a tenth. */
#define NOTHING 1e-9

static BwExplanation *
explanation_new (double from,
                 double to,
                 guint  most_reasons)
{
  BwExplanation *self = g_new0 (BwExplanation, 1);

  self->from = from;
  self->to = to;
  self->reasons = g_new0 (BwReason, MAX (most_reasons, 1));

  return self;
}

void
bw_explanation_free (BwExplanation *self)
{
  g_free (self->reasons);
  g_free (self);
}

static int
compare_reasons (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const BwReason *x = a;
  const BwReason *y = b;

  if (fabs (x->points) != fabs (y->points))
    return fabs (x->points) > fabs (y->points) ? -1 : 1;

  return x->metric < y->metric ? -1 : x->metric > y->metric;
}

static double
part_of (double points)
{
  return fabs (points) < NOTHING ? NAN : 10 * points;
}

/* Orders the reasons, and rounds all parts so that they lead from the one shown score to the
 * other. */
static BwExplanation *
explanation_end (BwExplanation *self)
{
  const guint n = self->n_reasons;
  g_autofree double *parts = g_new (double, n + 2);
  g_autofree gint64 *tenths = g_new (gint64, n + 2);

  g_qsort_with_data (self->reasons, n, sizeof *self->reasons, compare_reasons, NULL);

  for (guint i = 0; i < n; i++)
    parts[i] = part_of (self->reasons[i].points);
  parts[n] = part_of (self->rule);
  parts[n + 1] = part_of (self->rest);
  bw_apportion (parts, n + 2, llround (10 * self->to) - llround (10 * self->from), tenths);

  for (guint i = 0; i < n; i++)
    self->reasons[i].tenths = tenths[i];
  self->rule_tenths = tenths[n];
  self->rest_tenths = tenths[n + 1];

  return self;
}

/* The place of a row, and what each metric counts there. */
typedef struct
{
  const BwResults *results;
  gsize            row;
  gsize            place;
  double           score;
  double           rule;
  double          *effective;
} Standing;

static void
standing_init (Standing        *self,
               const BwResults *results,
               gsize            row)
{
  double before;

  self->results = results;
  self->row = row;
  self->place = results->prepared->places->places[row];
  self->score = results->scores[self->place];
  self->effective = g_new0 (double, MAX (results->n_metrics, 1));
  before = bw_results_weigh_row (results, self->place, self->effective);
  self->rule = bw_results_get_rule (results, row) == BW_NONE ? 0 : self->score - before;
}

static void
standing_clear (Standing *self)
{
  g_clear_pointer (&self->effective, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

static double
score_of_metric (const Standing *self,
                 guint           metric)
{
  return self->results->prepared->columns[metric]->scores[self->place];
}

/**
 * bw_explain:
 * @row: of the snapshot
 *
 * Cost: one pass over all metric scores when first asked for, then next to nothing.
 *
 * Returns: (transfer full): what leads from the segment's mean to the customer's score; where the
 *   customer has no score, no reasons, and @to is NaN
 */
BwExplanation *
bw_explain (const BwResults *results,
            gsize            row)
{
  g_auto(Standing) at = { 0 };
  BwExplanation *self;
  const double *means;
  double mean, sum_of_means = 0;
  guint segment;

  g_return_val_if_fail (row < bw_results_get_n_rows (results), NULL);

  segment = bw_results_get_segment (results, row);
  mean = bw_results_get_summary (results, segment)->mean;
  self = explanation_new (mean, bw_results_get_score (results, row), results->n_metrics);
  if (isnan (self->to))
    return self;

  standing_init (&at, results, row);
  means = bw_results_get_means (results, segment);
  for (guint i = 0; i < results->n_metrics; i++)
    {
      const double effective = at.effective[i];

      if (effective <= 0)
        continue;

      self->reasons[self->n_reasons++] = (BwReason) {
        .metric = i,
        .raw = bw_prepared_get_raw (results->prepared, row, i),
        .raw_before = NAN,
        .points = effective * (score_of_metric (&at, i) - means[i]),
      };
      sum_of_means += effective * means[i];
    }
  self->rule = at.rule;
  self->rest = sum_of_means - mean;

  return explanation_end (self);
}

/**
 * bw_explain_change:
 * @before: under the same model, of an earlier snapshot
 * @after: of a later snapshot of the same panel
 * @customer: of the panel
 *
 * Returns: (transfer full): what leads from the one score to the other; where the customer is not
 *   scored in both, no reasons, and the score that it lacks is NaN
 */
BwExplanation *
bw_explain_change (const BwResults *before,
                   const BwResults *after,
                   guint            customer)
{
  const BwPrepared *first = before->prepared;
  const BwPrepared *second = after->prepared;
  const guint row1 = bw_snapshot_find_row (bw_panel_get_snapshot (first->panel, first->snapshot),
                                           customer);
  const guint row2 = bw_snapshot_find_row (bw_panel_get_snapshot (second->panel, second->snapshot),
                                           customer);
  const double from = row1 == BW_NONE ? NAN : bw_results_get_score (before, row1);
  const double to = row2 == BW_NONE ? NAN : bw_results_get_score (after, row2);
  BwExplanation *self = explanation_new (from, to, after->n_metrics);
  g_auto(Standing) then = { 0 };
  g_auto(Standing) now = { 0 };

  g_return_val_if_fail (before->n_metrics == after->n_metrics, self);
  if (isnan (from) || isnan (to))
    return self;

  standing_init (&then, before, row1);
  standing_init (&now, after, row2);
  self->rule = now.rule - then.rule;
  self->rest = to - from - self->rule;
  for (guint i = 0; i < after->n_metrics; i++)
    {
      BwReason *reason = &self->reasons[self->n_reasons];

      if (then.effective[i] <= 0 || now.effective[i] <= 0)
        continue;

      reason->metric = i;
      reason->raw = bw_prepared_get_raw (after->prepared, row2, i);
      reason->raw_before = bw_prepared_get_raw (before->prepared, row1, i);
      reason->points = (then.effective[i] + now.effective[i]) / 2 *
                       (score_of_metric (&now, i) - score_of_metric (&then, i));
      self->rest -= reason->points;
      self->n_reasons++;
    }

  return explanation_end (self);
}
