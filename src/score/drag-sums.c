/* What a held slider does not change, summed once; and what a nudge makes of the sums. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By the law of the sliders a nudge gives the moved metric a share b, multiplies the base of every
 * metric that gives way by one and the same f, and leaves the locked ones. So of each group two
 * sums over its metrics are enough, of those that give way and of the locked ones:
 *
 *   score = Σ W/D·(f·gives_way + locked + b·moved) / Σ W
 *
 * with W what all of the group's metrics weigh and D what those weigh that are present. Where W/D
 * does not depend on the nudge (nothing of the group is missing, or all of it gives way, or all is
 * locked) it goes into the sums, and such groups share one pair of sums. The others have sums of
 * their own. Runs of rows for which all these numbers are the same are of one kind, and a nudge
 * works out what the sums count once a kind. Sums are indexed by place, from an origin.
 */

#include "score/drag-sums-parts.h"

#include "score/slab.h"

#include <string.h>

/* Shares that sum to less hold no proportion: see bw_shares_move(). */
#define NOTHING 1e-9

static void
weight_add (BwDragWeight       *weight,
            const BwDragWeight *other)
{
  weight->gives_way += other->gives_way;
  weight->locked += other->locked;
  weight->moved += other->moved;
}

/* What the metric adds to the weight of its group. */
static BwDragWeight
weight_of (const BwDragSums *self,
           guint             metric)
{
  return (BwDragWeight) { self->base[metric], self->fixed[metric], metric == self->moved };
}

static gboolean
is_present (const BwDragSums *self,
            const BwRun      *run,
            guint             metric)
{
  return bw_drag_sums_use (self, metric) && (self->weighing.missing[metric] != BW_MISSING_SKIP ||
                                             bw_known_has (run->known, metric));
}

/* Whether W/D is the same whatever the nudge. */
static gboolean
is_even (const BwDragWeight *all,
         const BwDragWeight *present)
{
  const gboolean whole = all->gives_way == present->gives_way && all->locked == present->locked &&
                         all->moved == present->moved;

  return whole || (all->moved == 0 && (all->gives_way == 0 || all->locked == 0));
}

static gboolean
weighs_anything (const BwDragWeight *weight)
{
  return weight->gives_way > 0 || weight->locked > 0 || weight->moved > 0;
}

static void
weigh_groups (BwDragSums  *self,
              const BwRun *run)
{
  memset (self->all, 0, self->n_groups * sizeof *self->all);
  memset (self->present, 0, self->n_groups * sizeof *self->present);

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const guint group = self->weighing.groups[i];
      const BwDragWeight weight = weight_of (self, i);

      if (!bw_drag_sums_use (self, i))
        continue;

      weight_add (&self->all[group], &weight);
      if (is_present (self, run, i))
        weight_add (&self->present[group], &weight);
    }
}

/* Runs with the same words are of one kind: the groups that count, and of uneven ones the metrics. */
static void
describe_run (BwDragSums  *self,
              const BwRun *run)
{
  memset (self->words, 0, BW_KNOWN_WORDS (self->n_metrics + 2 * self->n_groups) *
          sizeof *self->words);

  for (guint i = 0; i < self->n_groups; i++)
    {
      if (!weighs_anything (&self->present[i]))
        continue;

      bw_known_set (self->words, self->n_metrics + 2 * i);
      if (!is_even (&self->all[i], &self->present[i]))
        bw_known_set (self->words, self->n_metrics + 2 * i + 1);
    }

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const guint group = self->weighing.groups[i];

      if (!is_even (&self->all[group], &self->present[group]) && is_present (self, run, i))
        bw_known_set (self->words, i);
    }
}

static void
add_kind (BwDragSums *self)
{
  BwDragKind kind = { 0 };

  kind.uneven = g_new (BwDragUneven, MAX (self->n_groups, 1));
  for (guint i = 0; i < self->n_groups; i++)
    {
      if (!weighs_anything (&self->present[i]))
        continue;

      if (is_even (&self->all[i], &self->present[i]))
        weight_add (&kind.even, &self->all[i]);
      else
        kind.uneven[kind.n_uneven++] = (BwDragUneven) { i, self->all[i], self->present[i] }
      ;
    }

  kind.columns = g_new (const double *, 3 + 2 * kind.n_uneven);
  kind.shares = g_new (double, 3 + 2 * kind.n_uneven);
  g_array_append_val (self->kinds, kind);
}

/* Adds up some metrics of a run: those of one group, or of all even groups (BW_NONE). */
static void
sum_metrics (BwDragSums   *self,
             const BwRun  *run,
             const double *weights,
             guint         group,
             double       *out)
{
  guint n = 0;

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const guint own = self->weighing.groups[i];
      const gboolean even = is_even (&self->all[own], &self->present[own]);
      const double all = weights == self->base ? self->all[own].gives_way : self->all[own].locked;
      const double present = weights == self->base ? self->present[own].gives_way
                                                   : self->present[own].locked;

      if (!(weights[i] > 0) || !is_present (self, run, i) || even != (group == BW_NONE) ||
          (!even && own != group))
        continue;

      self->columns[n] = self->prepared->columns[i]->scores + self->origin;
      self->counts[n++] = even ? weights[i] * (all / present) : weights[i];
    }

  if (n > 0)
    bw_pass_weigh (out, self->columns, self->counts, n, run->first - self->origin, run->n);
  else
    memset (out + (run->first - self->origin), 0, run->n * sizeof *out);
}

static double *
new_sums (const BwDragSums *self)
{
  return bw_slab_new (self->n_rows);
}

static void
sum_run (BwDragSums       *self,
         const BwRun      *run,
         const BwDragKind *kind)
{
  if (kind->even.gives_way > 0)
    sum_metrics (self, run, self->base, BW_NONE, self->even_gives_way);
  if (kind->even.locked > 0)
    sum_metrics (self, run, self->fixed, BW_NONE, self->even_locked);

  for (guint i = 0; i < kind->n_uneven; i++)
    {
      const BwDragUneven *uneven = &kind->uneven[i];
      const guint group = uneven->group;

      if (uneven->present.gives_way > 0)
        {
          if (self->gives_way[group] == NULL)
            self->gives_way[group] = new_sums (self);
          sum_metrics (self, run, self->base, group, self->gives_way[group]);
        }
      if (uneven->present.locked > 0)
        {
          if (self->locked_of[group] == NULL)
            self->locked_of[group] = new_sums (self);
          sum_metrics (self, run, self->fixed, group, self->locked_of[group]);
        }
    }
}

static BwDragWeight
coverage_of (const BwDragSums *self,
             const BwRun      *run)
{
  BwDragWeight coverage = { 0 };

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const BwDragWeight weight = weight_of (self, i);

      /* As in bw_weighing_get_coverage(). */
      if (bw_drag_sums_use (self, i) && bw_known_has (run->known, i))
        weight_add (&coverage, &weight);
    }

  return coverage;
}

static void
sum_segment (BwDragSums *self,
             guint       segment)
{
  const BwPlaces *places = self->prepared->places;
  const gsize first_run = places->segment_runs[segment];

  self->n_stretches = places->segment_runs[segment + 1] - first_run;
  self->stretches = g_new0 (BwDragStretch, MAX (self->n_stretches, 1));
  for (gsize i = 0; i < self->n_stretches; i++)
    {
      const BwRun *run = &places->runs[first_run + i];
      BwDragStretch *stretch = &self->stretches[i];

      weigh_groups (self, run);
      describe_run (self, run);
      stretch->first = run->first - self->origin;
      stretch->end = stretch->first + run->n;
      stretch->coverage = coverage_of (self, run);
      stretch->kind = bw_patterns_add (self->patterns, self->words);
      if (stretch->kind == self->kinds->len)
        add_kind (self);
      sum_run (self, run, &g_array_index (self->kinds, BwDragKind, stretch->kind));
    }
}

/* By the law of the sliders: who gives way, and in which proportion. */
static void
find_base (BwDragSums *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const gboolean stays = self->locked != NULL && self->locked[i];

      if (i == self->moved || !bw_drag_sums_use (self, i))
        continue;

      if (stays)
        self->fixed[i] = self->start[i];
      else
        self->base[i] = self->start[i];
      sum += self->base[i];
    }

  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (sum < NOTHING && i != self->moved && bw_drag_sums_use (self, i) &&
          !(self->locked != NULL && self->locked[i]))
        self->base[i] = 1;
      self->sum_of_base += self->base[i];
    }
}

/**
 * bw_drag_origin:
 *
 * Returns: the place at or shortly before the segment's first that all columns of a drag begin
 *   with, so that they lie to the lines of the cache as those of all segments do
 */
gsize
bw_drag_origin (const BwPlaces *places,
                guint           segment)
{
  const gsize first = places->segment_places[segment];

  return first - first % BW_SLAB_LINE;
}

/**
 * bw_drag_sums_new:
 * @shares: of the segment when the drag begins
 * @moved: the metric whose slider is held
 * @locked: (nullable) (array): by metric, which shares stay as they are
 *
 * Cost: one pass over the metric scores of the segment.
 *
 * Returns: (transfer full): the sums, before any nudge
 */
BwDragSums *
bw_drag_sums_new (BwPrepared     *prepared,
                  const BwModel  *model,
                  const double   *shares,
                  guint           segment,
                  guint           moved,
                  const gboolean *locked)
{
  BwDragSums *self = g_new0 (BwDragSums, 1);
  const guint n_metrics = bw_model_get_n_metrics (model);
  const guint n_groups = bw_model_get_n_groups (model);
  const guint n_words = BW_KNOWN_WORDS (n_metrics + 2 * n_groups);

  self->prepared = bw_prepared_ref (prepared);
  bw_weighing_init (&self->weighing, model);
  self->n_metrics = n_metrics;
  self->n_groups = n_groups;
  self->moved = moved;
  self->origin = bw_drag_origin (prepared->places, segment);
  self->n_rows = prepared->places->segment_places[segment + 1] - self->origin;
  self->start = g_memdup2 (shares, n_metrics * sizeof *shares);
  self->shares = g_memdup2 (shares, n_metrics * sizeof *shares);
  self->locked = locked != NULL ? g_memdup2 (locked, n_metrics * sizeof *locked) : NULL;
  self->base = g_new0 (double, n_metrics);
  self->fixed = g_new0 (double, n_metrics);
  self->even_gives_way = new_sums (self);
  self->even_locked = new_sums (self);
  self->gives_way = g_new0 (double *, n_groups);
  self->locked_of = g_new0 (double *, n_groups);
  self->patterns = bw_patterns_new (n_words);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (BwDragKind));
  self->words = g_new (guint64, n_words);
  self->all = g_new (BwDragWeight, n_groups);
  self->present = g_new (BwDragWeight, n_groups);
  self->columns = g_new (const double *, n_metrics);
  self->counts = g_new (double, n_metrics);

  find_base (self);
  sum_segment (self, segment);

  return self;
}

void
bw_drag_sums_free (BwDragSums *self)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      BwDragKind *kind = &g_array_index (self->kinds, BwDragKind, i);

      g_free (kind->uneven);
      g_free (kind->columns);
      g_free (kind->shares);
    }
  for (guint i = 0; i < self->n_groups; i++)
    {
      bw_slab_free (self->gives_way[i]);
      bw_slab_free (self->locked_of[i]);
    }
  bw_patterns_free (self->patterns);
  g_array_unref (self->kinds);
  bw_weighing_clear (&self->weighing);
  bw_prepared_unref (self->prepared);
  g_free (self->start);
  g_free (self->shares);
  g_free (self->locked);
  g_free (self->base);
  g_free (self->fixed);
  bw_slab_free (self->even_gives_way);
  bw_slab_free (self->even_locked);
  g_free (self->gives_way);
  g_free (self->locked_of);
  g_free (self->stretches);
  g_free (self->words);
  g_free (self->all);
  g_free (self->present);
  g_free (self->columns);
  g_free (self->counts);
  g_free (self);
}
