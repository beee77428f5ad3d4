/* What a person should look at in metrics: their values and their weights. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/hint-look.h"

#include <math.h>

/* Adds a hint of the kind that is looked for. */
void
bw_hint_look_add (BwHintLook *look,
                  guint       metric,
                  guint       other,
                  double      value,
                  double      weight)
{
  const BwHint hint = { look->row->kind, look->segment, metric, other, value, weight };

  g_array_append_val (look->hints, hint);
}

/* The metrics that the segment gives enough weight: FALSE for all others. */
static gboolean
is_worth_it (const BwHintLook *look,
             guint             metric)
{
  return look->insights[metric].share > 0 && look->insights[metric].share >= look->row->weight;
}

static const double *
scores_of (const BwHintLook *look,
           guint             metric)
{
  return look->results->prepared->columns[metric]->scores + look->first;
}

static const double *
raws_of (const BwHintLook *look,
         guint             metric)
{
  BwPrepared *prepared = look->results->prepared;

  return bw_metric_column_get_raw (prepared->columns[metric],
                                   bw_model_get_metric (look->results->model, metric),
                                   prepared->panel, prepared->snapshot);
}

/* The part of the customers for whom the metric is known. */
static double
part_known (const BwHintLook *look,
            guint             metric)
{
  const BwMetricColumn *column = look->results->prepared->columns[metric];
  const BwMissing missing = bw_model_get_metric (look->results->model, metric)->missing;
  const guint32 *rows = look->results->prepared->places->rows + look->first;
  const double *scores = scores_of (look, metric);
  const double *raws = missing == BW_MISSING_WORST || missing == BW_MISSING_VALUE
                       ? raws_of (look, metric) : NULL;
  gsize n_known = 0;

  for (gsize i = 0; i < look->n; i++)
    {
      if (column->known != NULL)
        n_known += column->known[rows[i]];
      else
        n_known += !isnan (raws != NULL ? raws[rows[i]] : scores[i]);
    }

  return (double) n_known / look->n;
}

void
bw_hint_find_no_data (BwHintLook *look)
{
  for (guint metric = 0; metric < look->results->n_metrics; metric++)
    {
      double part;

      if (!is_worth_it (look, metric) || g_cancellable_is_cancelled (look->cancellable))
        continue;

      part = part_known (look, metric);
      if (part >= look->row->value)
        continue;

      bw_hint_look_add (look, metric, BW_NONE, part, look->insights[metric].share);
      look->dull[metric] = TRUE;
    }
}

/* The part of the customers with the metric who have the commonest of its scores, where that is
 * more than half; else 0. Two passes: one in which different scores cancel each other out leaves
 * the one that can be it, the other counts. */
static double
part_alike (const BwHintLook *look,
            guint             metric,
            gsize            *n_present)
{
  const double *scores = scores_of (look, metric);
  double candidate = NAN;
  gsize lead = 0, n_alike = 0;

  for (gsize i = 0; i < look->n; i++)
    {
      if (isnan (scores[i]))
        continue;

      if (lead == 0)
        candidate = scores[i];
      lead += scores[i] == candidate ? 1 : -1;
    }

  *n_present = 0;
  for (gsize i = 0; i < look->n; i++)
    {
      *n_present += !isnan (scores[i]);
      n_alike += scores[i] == candidate;
    }

  return 2 * n_alike > *n_present ? (double) n_alike / *n_present : 0;
}

/* Whether raw values differ among the customers that have the metric. */
static gboolean
raws_differ (const BwHintLook *look,
             guint             metric)
{
  const guint32 *rows = look->results->prepared->places->rows + look->first;
  const double *raws = raws_of (look, metric);
  double first = NAN;

  for (gsize i = 0; i < look->n; i++)
    {
      const double raw = raws[rows[i]];

      if (isnan (first))
        first = raw;
      else if (!isnan (raw) && raw != first)
        return TRUE;
    }

  return FALSE;
}

static void
find_alike (BwHintLook *look,
            gboolean    flat)
{
  for (guint metric = 0; metric < look->results->n_metrics; metric++)
    {
      gsize n_present;
      double part;

      if (!is_worth_it (look, metric) || look->dull[metric] ||
          g_cancellable_is_cancelled (look->cancellable))
        continue;

      part = part_alike (look, metric, &n_present);
      if (n_present < look->row->least || part < look->row->value ||
          (flat && !raws_differ (look, metric)))
        continue;

      bw_hint_look_add (look, metric, BW_NONE, part, look->insights[metric].share);
      look->dull[metric] = TRUE;
    }
}

void
bw_hint_find_flat_scales (BwHintLook *look)
{
  find_alike (look, TRUE);
}

void
bw_hint_find_constants (BwHintLook *look)
{
  find_alike (look, FALSE);
}

void
bw_hint_find_together (BwHintLook *look)
{
  const guint n_metrics = look->results->n_metrics;
  const BwMetricInsight *insights = look->insights;

  for (guint a = 0; a < n_metrics; a++)
    {
      for (guint b = a + 1; b < n_metrics; b++)
        {
          const double weight = insights[a].share + insights[b].share;
          double r;

          if (!(insights[a].share > 0 && insights[b].share > 0 && weight >= look->row->weight) ||
              MIN (insights[a].n_present, insights[b].n_present) < look->row->least ||
              g_cancellable_is_cancelled (look->cancellable))
            continue;

          r = bw_results_correlate (look->results, look->segment, a, b);
          if (fabs (r) > look->row->value)
            bw_hint_look_add (look, a, b, r, weight);
        }
    }
}

/* @much: whether to look for influence that is far more than the share, or far less */
static void
find_mismatch (BwHintLook *look,
               gboolean    much)
{
  for (guint metric = 0; metric < look->results->n_metrics; metric++)
    {
      const double share = look->insights[metric].share;
      const double influence = look->insights[metric].influence;
      const double limit = look->row->value * share;

      if (!(share > 0) || look->dull[metric] || isnan (influence) ||
          look->summary->n_scored < look->row->least)
        continue;

      if (much ? influence >= look->row->weight && influence > limit
               : share >= look->row->weight && influence < limit)
        bw_hint_look_add (look, metric, BW_NONE, influence, share);
    }
}

void
bw_hint_find_little (BwHintLook *look)
{
  find_mismatch (look, FALSE);
}

void
bw_hint_find_much (BwHintLook *look)
{
  find_mismatch (look, TRUE);
}
