/* Where customers stand in two orders: that of their scores under one model, and under another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/rank-moves.h"

#include "score/results-parts.h"

#include <math.h>
#include <string.h>

/* The rows of a segment that have a score under both, in engine order. */
static GArray *
list_scored (const BwResults *from,
             const BwResults *to,
             guint            segment)
{
  const BwPlaces *places = to->prepared->places;
  const gsize first = segment == BW_ALL_SEGMENTS ? 0 : places->segment_places[segment];
  const gsize end = segment == BW_ALL_SEGMENTS ? places->n_rows
                                               : places->segment_places[segment + 1];
  GArray *moves = g_array_sized_new (FALSE, TRUE, sizeof (BwRankMove), end - first);

  for (gsize place = first; place < end; place++)
    {
      const BwRankMove move = { places->rows[place], 0, 0 };

      if (!isnan (to->scores[place]) && !isnan (bw_results_get_score (from, move.row)))
        g_array_append_val (moves, move);
    }

  return moves;
}

/**
 * bw_results_list_rank_moves:
 * @from: of the same snapshot of the same panel as @to; its model may be another in every way
 * @segment: of @to, or %BW_ALL_SEGMENTS
 *
 * Only customers with a score under both count, and their ranks are among each other: 1 is the
 * highest score, equal scores share the better rank.
 *
 * Cost: two sorts.
 *
 * Returns: (transfer full) (element-type BwRankMove): one a customer, in no particular order
 */
GArray *
bw_results_list_rank_moves (const BwResults *from,
                            const BwResults *to,
                            guint            segment)
{
  g_autoptr(GArray) moves = list_scored (from, to, segment);
  const guint n = moves->len;
  g_autofree double *scores = g_new (double, MAX (n, 1));
  g_autofree guint32 *ranks = g_new (guint32, MAX (n, 1));
  g_autofree guint8 *percentiles = g_new (guint8, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    scores[i] = bw_results_get_score (from, g_array_index (moves, BwRankMove, i).row);
  bw_rank_scores (scores, n, ranks, percentiles);
  for (guint i = 0; i < n; i++)
    g_array_index (moves, BwRankMove, i).from = ranks[i];

  for (guint i = 0; i < n; i++)
    scores[i] = bw_results_get_score (to, g_array_index (moves, BwRankMove, i).row);
  bw_rank_scores (scores, n, ranks, percentiles);
  for (guint i = 0; i < n; i++)
    g_array_index (moves, BwRankMove, i).to = ranks[i];

  return g_steal_pointer (&moves);
}

static int
places_gained (const BwRankMove *move)
{
  return (int) move->from - (int) move->to;
}

/**
 * bw_rank_moves_find_biggest:
 * @moves: (element-type BwRankMove)
 * @risers: whether those who come up are looked for, else those who go down
 * @most: how many at most
 * @found: (out) (array length=most): their places in @moves, the biggest move first, equal ones in
 *   the order of @moves
 *
 * Returns: how many were found
 */
guint
bw_rank_moves_find_biggest (GArray  *moves,
                            gboolean risers,
                            guint    most,
                            guint   *found)
{
  const int sign = risers ? 1 : -1;
  guint n = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const int gained = sign * places_gained (&g_array_index (moves, BwRankMove, i));
      guint at = n;

      while (at > 0 &&
             sign * places_gained (&g_array_index (moves, BwRankMove, found[at - 1])) < gained)
        at--;
      if (gained <= 0 || at >= most)
        continue;

      n = MIN (n + 1, most);
      memmove (&found[at + 1], &found[at], (n - 1 - at) * sizeof *found);
      found[at] = i;
    }

  return n;
}
