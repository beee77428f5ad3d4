/* Where each score stands among the others of its segment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/results-parts.h"

#include "stats/sort.h"

#include <string.h>

/**
 * bw_rank_scores:
 * @scores: (array length=n): NaN for those without
 * @ranks: (out) (array length=n): 1 is the highest, equal scores share the better rank (1, 2, 2,
 *   4); 0 for those without a score
 * @percentiles: (out) (array length=n): max (1, ⌈50·(2·below + equal)/n⌉), 1 to 100; 0 for those
 *   without
 *
 * Cost: a sort.
 */
void
bw_rank_scores (const double *scores,
                gsize         n,
                guint32      *ranks,
                guint8       *percentiles)
{
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));
  const guint64 n_scored = bw_order (scores, n, order);
  gsize start = 0;

  memset (ranks, 0, n * sizeof *ranks);
  memset (percentiles, 0, n * sizeof *percentiles);

  while (start < n_scored)
    {
      gsize end = start;
      guint64 percentile;

      while (end < n_scored && scores[order[end]] == scores[order[start]])
        end++;

      percentile = (50 * (2 * (guint64) start + (end - start)) + n_scored - 1) / n_scored;
      for (gsize i = start; i < end; i++)
        {
          ranks[order[i]] = n_scored - end + 1;
          percentiles[order[i]] = MAX (percentile, 1);
        }
      start = end;
    }
}
