/* Two models over the same customers: band by band, and how alike the ranks are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/comparing.h"

#include "score/pairing.h"
#include "stats/correlation.h"

static void
fill_matrix (const BwPairing *pairing,
             BwComparison    *comparison)
{
  for (gsize place = pairing->first; place < pairing->end; place++)
    {
      const double before = bw_pairing_get_before (pairing, place);
      const double after = pairing->now->scores[place];
      const guint from = bw_edges_find_band (&pairing->edges, before);
      const guint to = bw_edges_find_band (&pairing->edges_now, after);
      const double money = pairing->now->prepared->places->money[place];

      comparison->counts[from][to]++;
      comparison->money[from][to] += money;
      if (pairing->bands[from] != to)
        {
          comparison->movement.n_movers++;
          comparison->movement.money += money;
        }
    }
}

/* Puts the scores of those who have both into @before and @after. */
static gsize
collect_scored (const BwPairing *pairing,
                double          *before,
                double          *after)
{
  gsize n = 0;

  for (gsize place = pairing->first; place < pairing->end; place++)
    {
      before[n] = bw_pairing_get_before (pairing, place);
      after[n] = pairing->now->scores[place];
      n += !isnan (before[n]) && !isnan (after[n]);
    }

  return n;
}

static void
compare_scored (const double *before,
                const double *after,
                gsize         n,
                BwComparison *comparison)
{
  double from = 0, to = 0, distance = 0;

  for (gsize i = 0; i < n; i++)
    {
      from += before[i];
      to += after[i];
      distance += fabs (after[i] - before[i]);
    }

  comparison->n_scored = n;
  comparison->mean_from = n > 0 ? from / n : NAN;
  comparison->mean_to = n > 0 ? to / n : NAN;
  comparison->mean_distance = n > 0 ? distance / n : NAN;
  bw_compare_ranks (before, after, n, &comparison->spearman, &comparison->kendall);
}

/**
 * bw_results_compare:
 * @from: of the same snapshot of the same panel as @to, under any model
 * @segment: of @to, or %BW_ALL_SEGMENTS
 * @comparison: (out): what the two differ by
 *
 * Cost: a pass, two sorts of the scores and a merging of them: nothing for the thread that draws.
 */
void
bw_results_compare (const BwResults *from,
                    const BwResults *to,
                    guint            segment,
                    BwComparison    *comparison)
{
  g_autofree double *before = NULL;
  g_autofree double *after = NULL;
  BwPairing pairing;
  gsize n;

  *comparison = (BwComparison) { .mean_from = NAN, .mean_to = NAN, .mean_distance = NAN,
                                 .spearman = NAN, .kendall = NAN };
  g_return_if_fail (bw_results_are_comparable (from, to, segment));

  bw_pairing_init (&pairing, from, to, segment);
  comparison->n_customers = pairing.end - pairing.first;
  fill_matrix (&pairing, comparison);

  /* One more than can be kept: the last that is looked at is written before it is counted. */
  before = g_new (double, comparison->n_customers + 1);
  after = g_new (double, comparison->n_customers + 1);
  n = collect_scored (&pairing, before, after);
  compare_scored (before, after, n, comparison);
}
