/* The live engine: one slider held, and all that follows from it within a frame. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only the rows of the dragged segment are touched; what all customers come to is patched from the
 * segments. Nothing is allocated at a nudge. */

#include "score/drag.h"

#include "score/drag-sums.h"
#include "score/slab.h"
#include "score/team.h"

#include <string.h>

/* Rows for which a second thread is not worth its start. */
#define FEW (4 * BW_TEAM_PART)

struct _BwDrag
{
  BwDragSums *sums;
  BwResults  *results;
  guint       segment;
  gsize       first;    /* the segment's places, from the origin */
  gsize       end;
  BwTeam     *team;
  BwPassRows  rows;     /* from the origin */
  guint8     *expected;
  gsize       n_parts;
  BwTally    *tallies;  /* by part, added up in their order whoever counted them */
  gint        next;     /* the part that is to be taken next, atomic */
  gboolean    compares; /* whether there is a baseline */
  BwMovement *movement; /* by segment */
};

/* From the origin, the bands under the baseline, as bands of the model that is dragged. */
static guint8 *
find_expected (const BwDrag    *self,
               const BwResults *baseline)
{
  const BwPlaces *places = self->results->prepared->places;
  guint8 *expected = g_new0 (guint8, MAX (self->end, 1));

  if (baseline != NULL)
    bw_results_find_bands (baseline, self->results,
                           places->segment_places[self->segment], self->end - self->first,
                           expected + self->first);

  return expected;
}

static void
prepare_rows (BwDrag *self)
{
  const BwPrepared *prepared = self->results->prepared;
  const gsize origin = bw_drag_origin (prepared->places, self->segment);

  self->rows.scores = self->results->scores + origin;
  self->rows.money = prepared->places->money + origin;
  self->rows.expected = self->expected;
  if (prepared->bounds != NULL)
    {
      self->rows.least = prepared->bounds->least + origin;
      self->rows.greatest = prepared->bounds->greatest + origin;
    }
  bw_pass_rows_set_edges (&self->rows, self->results->model);
}

/**
 * bw_drag_new:
 * @start: the scores when the slider is taken
 * @segment: whose slider
 * @metric: which
 * @locked: (nullable) (array): by metric, which shares stay as they are
 * @baseline: (nullable): what movers are counted against; of the same snapshot
 * @n_threads: how many threads may work at a nudge, with the one that calls
 *
 * Cost: a few passes over the rows of the segment.
 *
 * Returns: (transfer full): a drag, standing where @start stands
 */
BwDrag *
bw_drag_new (BwResults      *start,
             guint           segment,
             guint           metric,
             const gboolean *locked,
             BwResults      *baseline,
             guint           n_threads)
{
  BwDrag *self;
  const BwPlaces *places = start->prepared->places;

  g_return_val_if_fail (segment < start->n_segments && metric < start->n_metrics, NULL);
  g_return_val_if_fail (baseline == NULL ||
                        (baseline->prepared->panel == start->prepared->panel &&
                         baseline->prepared->snapshot == start->prepared->snapshot), NULL);

  self = g_new0 (BwDrag, 1);
  self->results = bw_results_copy (start);
  self->segment = segment;
  self->first = places->segment_places[segment] - bw_drag_origin (places, segment);
  self->end = places->segment_places[segment + 1] - bw_drag_origin (places, segment);
  self->sums = bw_drag_sums_new (start->prepared, start->model,
                                 bw_results_get_shares (start, segment), segment, metric, locked);
  self->team = bw_team_new (self->end < FEW ? 1 : n_threads);
  self->n_parts = BW_TEAM_N_PARTS (self->end);
  self->tallies = g_new0 (BwTally, MAX (self->n_parts, 1));
  self->expected = find_expected (self, baseline);
  self->compares = baseline != NULL;
  self->movement = g_new0 (BwMovement, start->n_segments);
  for (guint i = 0; baseline != NULL && i < start->n_segments; i++)
    self->movement[i] = bw_results_count_movers (baseline, start, i);
  prepare_rows (self);

  return self;
}

void
bw_drag_free (BwDrag *self)
{
  bw_team_free (self->team);
  bw_drag_sums_free (self->sums);
  bw_results_unref (self->results);
  g_free (self->tallies);
  g_free (self->expected);
  g_free (self->movement);
  g_free (self);
}

static void
score_part (BwDrag *self,
            gsize   part)
{
  const gsize end = MIN ((part + 1) * BW_TEAM_PART, self->end);
  BwPassRows rows = self->rows;
  BwLanes lanes = { 0 };
  gsize n;

  for (gsize first = MAX (part * BW_TEAM_PART, self->first); first < end; first += n)
    {
      n = MIN (BW_PASS_BLOCK - first % BW_SLAB_LINE, end - first);
      bw_drag_sums_weigh (self->sums, rows.scores, first, n);
      bw_drag_sums_look_ahead (self->sums, first + n - 1, &rows);
      bw_pass_count (&rows, first, n, &lanes);
    }

  memset (&self->tallies[part], 0, sizeof *self->tallies);
  bw_tally_add_lanes (&self->tallies[part], &lanes);
}

/* Runs in each thread of the team, until no part is left. */
static void
score_parts (gpointer data,
             guint    worker)
{
  BwDrag *self = data;
  gsize part;

  while ((part = g_atomic_int_add (&self->next, 1)) < self->n_parts)
    score_part (self, part);
}

/**
 * bw_drag_nudge:
 * @share: where the slider is, 0 to 1; held within what the locked ones leave
 *
 * Has scores, summaries and movement follow the slider.
 */
void
bw_drag_nudge (BwDrag *self,
               double  share)
{
  const double *shares = bw_drag_sums_nudge (self->sums, share);
  BwTally tally = { 0 };

  g_atomic_int_set (&self->next, 0);
  bw_team_run (self->team, score_parts, self);

  for (gsize i = 0; i < self->n_parts; i++)
    bw_tally_add (&tally, &self->tallies[i]);
  if (self->compares)
    self->movement[self->segment] = tally.movement;
  bw_results_change_segment (self->results, self->segment, shares, &tally);
}

/**
 * bw_drag_get_shares:
 *
 * Returns: (transfer none) (array): the shares of the segment now
 */
const double *
bw_drag_get_shares (const BwDrag *self)
{
  return bw_drag_sums_get_shares (self->sums);
}

/**
 * bw_drag_get_results:
 *
 * Returns: (transfer none): the scores as they stand; the same object after each nudge, with other
 *   contents, for the thread that nudges. They are within 1e-9 of what bw_results_new() makes of
 *   the same shares; ranks are made again when they are asked for.
 */
BwResults *
bw_drag_get_results (const BwDrag *self)
{
  return self->results;
}

/**
 * bw_drag_get_movement:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Returns: how many customers are in another band than under the baseline; none without one
 */
BwMovement
bw_drag_get_movement (const BwDrag *self,
                      guint         segment)
{
  BwMovement movement = { 0, 0 };

  for (guint i = 0; i < self->results->n_segments; i++)
    {
      if (segment == i || segment == BW_ALL_SEGMENTS)
        {
          movement.n_movers += self->movement[i].n_movers;
          movement.money += self->movement[i].money;
        }
    }

  return movement;
}
