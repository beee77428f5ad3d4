/* What a person should look at in a model: the thresholds, and who looks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/hint-look.h"

#include <math.h>

static void
find_no_weights (BwHintLook *look)
{
  const guint n_segments = look->results->n_segments;

  for (guint i = 0; i < n_segments; i++)
    {
      const double *shares = bw_results_get_shares (look->results, i);
      gboolean some = FALSE;

      for (guint metric = 0; metric < look->results->n_metrics; metric++)
        some |= shares[metric] > 0;
      if (!some && (look->segment == BW_ALL_SEGMENTS || look->segment == i))
        g_array_append_vals (look->hints,
                             &(BwHint) { look->row->kind, i, BW_NONE, BW_NONE, NAN, 0 }, 1);
    }
}

static void
find_empty_segments (BwHintLook *look)
{
  const guint n_segments = look->results->n_segments;

  for (guint i = 0; i < n_segments; i++)
    {
      if (bw_results_get_summary (look->results, i)->n_customers == 0 &&
          (look->segment == BW_ALL_SEGMENTS || look->segment == i))
        g_array_append_vals (look->hints,
                             &(BwHint) { look->row->kind, i, BW_NONE, BW_NONE, NAN, NAN }, 1);
    }
}

/* Rules are about all customers, whichever segment is looked at. */
static void
find_idle_rules (BwHintLook *look)
{
  const guint n_rules = bw_model_get_n_rules (look->results->model);

  for (guint i = 0; i < n_rules; i++)
    {
      BwRuleCount count;

      if (g_cancellable_is_cancelled (look->cancellable))
        return;

      bw_results_count_rule (look->results, i, &count);
      if (count.n_holds == 0)
        g_array_append_vals (look->hints,
                             &(BwHint) { look->row->kind, BW_ALL_SEGMENTS, i, BW_NONE, 0, NAN }, 1);
    }
}

static void
find_mostly (BwHintLook *look,
             guint       band)
{
  const BwSummary *summary = look->summary;
  const double part = (double) summary->band_counts[band] / summary->n_scored;

  if (summary->n_scored >= look->row->least && part > look->row->value)
    bw_hint_look_add (look, BW_NONE, BW_NONE, part, NAN);
}

static void
find_mostly_top (BwHintLook *look)
{
  find_mostly (look, bw_model_get_n_bands (look->results->model) - 1);
}

static void
find_mostly_bottom (BwHintLook *look)
{
  find_mostly (look, 0);
}

/* The gravest first. Of LITTLE and MUCH, @value is a multiple of the share, and @weight of MUCH the
 * least part of the differences. */
static const BwHintRow rows[] = {
  { BW_HINT_NO_WEIGHTS, 0, 0, 0, find_no_weights },
  { BW_HINT_NO_DATA, 0.5, 0, 1, bw_hint_find_no_data },
  { BW_HINT_FLAT_SCALE, 1, 0, 2, bw_hint_find_flat_scales },
  { BW_HINT_CONSTANT, 0.95, 0, 10, bw_hint_find_constants },
  { BW_HINT_MOSTLY_TOP, 0.8, 0, 10, find_mostly_top },
  { BW_HINT_MOSTLY_BOTTOM, 0.8, 0, 10, find_mostly_bottom },
  { BW_HINT_TOGETHER, 0.7, 0.25, 10, bw_hint_find_together },
  { BW_HINT_LITTLE, 0.25, 0.1, 10, bw_hint_find_little },
  { BW_HINT_MUCH, 2.5, 0.3, 10, bw_hint_find_much },
  { BW_HINT_IDLE_RULE, 0, 0, 0, find_idle_rules },
  { BW_HINT_EMPTY_SEGMENT, 0, 0, 0, find_empty_segments },
};

static guint
gravity_of (BwHintKind kind)
{
  guint row = 0;

  while (rows[row].kind != kind)
    row++;

  return row;
}

/* By kind, then the most weight first, then as they were found. */
static int
compare_hints (gconstpointer a,
               gconstpointer b)
{
  const BwHint *x = a;
  const BwHint *y = b;

  if (x->kind != y->kind)
    return gravity_of (x->kind) < gravity_of (y->kind) ? -1 : 1;
  if (x->weight != y->weight && !isnan (x->weight) && !isnan (y->weight))
    return x->weight > y->weight ? -1 : 1;

  if (x->segment != y->segment)
    return x->segment < y->segment ? -1 : 1;

  if (x->metric != y->metric)
    return x->metric < y->metric ? -1 : 1;

  return x->other < y->other ? -1 : x->other > y->other;
}

/**
 * bw_hints_find:
 * @segment: or %BW_ALL_SEGMENTS: all customers in one, with the mean shares; segments without
 *   customers or weights are then all named
 *
 * Rules that hold for nobody are named whichever segment is looked at. A metric whose values are
 * the matter (no data, flat, constant) is not blamed for its weight as well.
 *
 * Cost: some passes over the metric scores: for a worker.
 *
 * Returns: (transfer full) (element-type BwHint) (nullable): the gravest first, of a kind the one
 *   of most weight; %NULL when cancelled
 */
GArray *
bw_hints_find (BwResults    *results,
               guint         segment,
               GCancellable *cancellable)
{
  const BwPlaces *places = results->prepared->places;
  g_autoptr(GArray) hints = g_array_new (FALSE, FALSE, sizeof (BwHint));
  g_autofree BwMetricInsight *insights = g_new (BwMetricInsight, MAX (results->n_metrics, 1));
  g_autofree gboolean *dull = g_new0 (gboolean, MAX (results->n_metrics, 1));
  BwHintLook look = { .results = results, .segment = segment, .insights = insights, .dull = dull,
                      .hints = hints, .cancellable = cancellable, .n = places->n_rows };

  g_return_val_if_fail (segment == BW_ALL_SEGMENTS || segment < results->n_segments, NULL);

  if (segment != BW_ALL_SEGMENTS)
    {
      look.first = places->segment_places[segment];
      look.n = places->segment_places[segment + 1] - look.first;
    }
  look.summary = bw_results_get_summary (results, segment);
  if (!bw_results_survey (results, segment, cancellable, insights))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      look.row = &rows[i];
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (look.n > 0 || rows[i].least == 0)
        rows[i].find (&look);
    }
  g_array_sort (hints, compare_hints);

  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&hints);
}
