/* The scores of a segment, and what they add up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are taken in parts, by several threads where they are many. Each part is counted by itself,
 * and the parts are added up in their order, so that the sums depend on the rows alone. */

#include "score/results-parts.h"

#include "score/slab.h"
#include "score/team.h"

#include <math.h>
#include <string.h>

/* A segment whose parts are scored. */
typedef struct
{
  BwResults       *results;
  const BwResults *known;
  guint            segment;
  gsize            first;  /* its first place */
  gsize            origin; /* the same, or up to a line of the cache before it: parts count from here */
  BwTally         *tallies; /* by part */
} Scoring;

/* Weighing the runs of a part, one after the other. */
typedef struct
{
  BwResults     *results;
  BwWeighing     weighing;
  const double  *shares;
  gsize          run;
  gboolean       scored;
  guint          n_terms;
  const double **columns;
  double        *effective; /* by metric, then of the terms alone */
} Runs;

/* Finds what counts in the run: the columns and their effective shares. */
static void
enter_run (Runs *self)
{
  const BwPrepared *prepared = self->results->prepared;
  const BwRun *run = &prepared->places->runs[self->run];

  self->scored = bw_weighing_weigh (&self->weighing, self->shares, run->known, self->effective);
  self->n_terms = 0;
  for (guint i = 0; i < self->weighing.n_metrics; i++)
    {
      if (self->effective[i] > 0)
        {
          self->columns[self->n_terms] = prepared->columns[i]->scores;
          self->effective[self->n_terms++] = self->effective[i];
        }
    }
}

/* Begins at the run that @place is in. */
static void
runs_init (Runs      *self,
           BwResults *results,
           guint      segment,
           gsize      place)
{
  self->results = results;
  bw_weighing_init (&self->weighing, results->model);
  self->shares = bw_results_get_shares (results, segment);
  self->columns = g_new (const double *, MAX (results->n_metrics, 1));
  self->effective = g_new (double, MAX (results->n_metrics, 1));
  self->run = bw_places_find_run (results->prepared->places, place);
  enter_run (self);
}

static void
runs_clear (Runs *self)
{
  bw_weighing_clear (&self->weighing);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->effective, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Runs, runs_clear)

static void
weigh_places (Runs *self,
              gsize first,
              gsize end)
{
  const BwPlaces *places = self->results->prepared->places;
  double *scores = self->results->scores;

  while (first < end)
    {
      const BwRun *run = &places->runs[self->run];
      const gsize run_end = (gsize) run->first + run->n;
      const gsize stop = MIN (run_end, end);

      if (first == run->first)
        enter_run (self);

      if (self->scored)
        bw_pass_weigh (scores, self->columns, self->effective, self->n_terms, first, stop - first);
      else
        for (gsize i = first; i < stop; i++)
          scores[i] = NAN;

      if (stop == run_end)
        self->run++;
      first = stop;
    }
}

static void
count_places (const Scoring *self,
              gsize          first,
              gsize          n,
              BwPassRows    *rows,
              BwLanes       *lanes)
{
  const BwPrepared *prepared = self->results->prepared;

  rows->scores = self->results->scores + first;
  rows->money = prepared->places->money + first;
  if (prepared->bounds != NULL)
    {
      rows->least = prepared->bounds->least + first;
      rows->greatest = prepared->bounds->greatest + first;
    }
  bw_pass_count (rows, 0, n, lanes);
}

static void
score_part (gpointer data,
            gsize    offset,
            gsize    n_rows,
            gsize    part)
{
  static const guint8 nothing_expected[BW_PASS_BLOCK] = { 0 };
  const Scoring *self = data;
  const gsize end = self->origin + offset + n_rows;
  gsize first = MAX (self->origin + offset, self->first);
  BwPassRows rows = { .expected = nothing_expected };
  BwLanes lanes = { 0 };
  g_auto(Runs) runs = { 0 };

  bw_pass_rows_set_edges (&rows, self->results->model);
  if (self->known == NULL)
    runs_init (&runs, self->results, self->segment, first);

  for (gsize n; first < end; first += n)
    {
      n = MIN (BW_PASS_BLOCK - first % BW_SLAB_LINE, end - first);
      if (self->known != NULL)
        memcpy (self->results->scores + first, self->known->scores + first,
                n * sizeof *self->results->scores);
      else
        weigh_places (&runs, first, first + n);
      count_places (self, first, n, &rows, &lanes);
    }

  bw_tally_add_lanes (&self->tallies[part], &lanes);
}

/**
 * bw_results_score_segment:
 * @known: (nullable): whose scores the segment keeps
 *
 * Fills the scores and the tally of the segment, which is empty.
 */
void
bw_results_score_segment (BwResults       *self,
                          guint            segment,
                          const BwResults *known)
{
  const gsize *ends = self->prepared->places->segment_places + segment;
  const gsize origin = ends[0] - ends[0] % BW_SLAB_LINE;
  const gsize n_parts = ends[1] > ends[0] ? BW_TEAM_N_PARTS (ends[1] - origin) : 0;
  g_autofree BwTally *tallies = g_new0 (BwTally, MAX (n_parts, 1));
  Scoring scoring = { self, known, segment, ends[0], origin, tallies };

  if (n_parts > 0)
    bw_team_share (ends[1] - origin, score_part, &scoring);
  for (gsize part = 0; part < n_parts; part++)
    bw_tally_add (&self->tallies[segment], &tallies[part]);
}
