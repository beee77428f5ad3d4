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
 * works out what the sums count once a kind. Sums are indexed by place, from the segment's first.
 */

#include "score/drag-sums.h"

#include "model/shares.h"
#include "score/patterns.h"

#include <math.h>
#include <string.h>

/* Shares that sum to less hold no proportion: see bw_shares_move(). */
#define NOTHING 1e-9

/* What a group, or those of its metrics that are present, weighs: f·gives_way + locked + moved·b. */
typedef struct
{
  double gives_way;
  double locked;
  double moved;
} Weight;

/* A group of some kind of runs whose W/D changes with the nudge. */
typedef struct
{
  guint  group;
  Weight all;
  Weight present;
} Uneven;

/* Runs that count the same sums alike. */
typedef struct
{
  Weight         even;       /* what the groups that share sums weigh */
  Uneven        *uneven;
  guint          n_uneven;
  const double **columns;    /* of this nudge, with */
  double        *shares;     /* what each counts */
  guint          n_columns;  /* 0: no score */
} Kind;

typedef struct
{
  gsize    first; /* from the segment's first place */
  gsize    end;
  guint32  kind;
  gboolean scored;
  Weight   coverage;
} Stretch;

struct _BwDragSums
{
  BwPrepared *prepared;
  BwWeighing  weighing;
  guint       n_metrics;
  guint       n_groups;
  guint       moved;
  gsize       first;   /* the segment's first place */
  gsize       n_rows;
  double     *start;   /* shares when the drag began */
  double     *shares;  /* now */
  gboolean   *locked;
  double     *base;    /* of each metric that gives way, else 0 */
  double      sum_of_base;
  double     *fixed;   /* the share of each locked metric, else 0 */

  double      *even_gives_way;
  double      *even_locked;
  double     **gives_way; /* by group, or NULL */
  double     **locked_of;
  BwPatterns  *patterns;
  GArray      *kinds;     /* of Kind, by pattern */
  Stretch     *stretches;
  gsize        n_stretches;

  guint64 *words;         /* scratch */
  Weight  *all;
  Weight  *present;
  const double **columns;
  double  *counts;
};

static double
weight_at (const Weight *weight,
           double        f,
           double        b)
{
  return f * weight->gives_way + weight->locked + b * weight->moved;
}

static void
weight_add (Weight       *weight,
            const Weight *other)
{
  weight->gives_way += other->gives_way;
  weight->locked += other->locked;
  weight->moved += other->moved;
}

/* What the metric adds to the weight of its group. */
static Weight
weight_of (const BwDragSums *self,
           guint             metric)
{
  return (Weight) { self->base[metric], self->fixed[metric], metric == self->moved };
}

static gboolean
is_used (const BwDragSums *self,
         guint             metric)
{
  return !isnan (self->start[metric]);
}

static gboolean
is_present (const BwDragSums *self,
            const BwRun      *run,
            guint             metric)
{
  return is_used (self, metric) && (self->weighing.missing[metric] != BW_MISSING_SKIP ||
                                    bw_known_has (run->known, metric));
}

/* Whether W/D is the same whatever the nudge. */
static gboolean
is_even (const Weight *all,
         const Weight *present)
{
  const gboolean whole = all->gives_way == present->gives_way && all->locked == present->locked &&
                         all->moved == present->moved;

  return whole || (all->moved == 0 && (all->gives_way == 0 || all->locked == 0));
}

static gboolean
weighs_anything (const Weight *weight)
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
      const Weight weight = weight_of (self, i);

      if (!is_used (self, i))
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
  Kind kind = { 0 };

  kind.uneven = g_new (Uneven, MAX (self->n_groups, 1));
  for (guint i = 0; i < self->n_groups; i++)
    {
      if (!weighs_anything (&self->present[i]))
        continue;

      if (is_even (&self->all[i], &self->present[i]))
        weight_add (&kind.even, &self->all[i]);
      else
        kind.uneven[kind.n_uneven++] = (Uneven) { i, self->all[i], self->present[i] }
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

      self->columns[n] = self->prepared->columns[i]->scores + self->first;
      self->counts[n++] = even ? weights[i] * (all / present) : weights[i];
    }

  if (n > 0)
    bw_pass_weigh (out, self->columns, self->counts, n, run->first - self->first, run->n);
  else
    memset (out + (run->first - self->first), 0, run->n * sizeof *out);
}

static double *
new_sums (const BwDragSums *self)
{
  return g_new (double, MAX (self->n_rows, 1));
}

static void
sum_run (BwDragSums  *self,
         const BwRun *run,
         const Kind  *kind)
{
  if (kind->even.gives_way > 0)
    sum_metrics (self, run, self->base, BW_NONE, self->even_gives_way);
  if (kind->even.locked > 0)
    sum_metrics (self, run, self->fixed, BW_NONE, self->even_locked);

  for (guint i = 0; i < kind->n_uneven; i++)
    {
      const Uneven *uneven = &kind->uneven[i];
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

static Weight
coverage_of (const BwDragSums *self,
             const BwRun      *run)
{
  Weight coverage = { 0 };

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const Weight weight = weight_of (self, i);

      /* As in bw_weighing_get_coverage(). */
      if (is_used (self, i) && bw_known_has (run->known, i))
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
  self->stretches = g_new0 (Stretch, MAX (self->n_stretches, 1));
  for (gsize i = 0; i < self->n_stretches; i++)
    {
      const BwRun *run = &places->runs[first_run + i];
      Stretch *stretch = &self->stretches[i];

      weigh_groups (self, run);
      describe_run (self, run);
      stretch->first = run->first - self->first;
      stretch->end = stretch->first + run->n;
      stretch->coverage = coverage_of (self, run);
      stretch->kind = bw_patterns_add (self->patterns, self->words);
      if (stretch->kind == self->kinds->len)
        add_kind (self);
      sum_run (self, run, &g_array_index (self->kinds, Kind, stretch->kind));
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

      if (i == self->moved || !is_used (self, i))
        continue;

      if (stays)
        self->fixed[i] = self->start[i];
      else
        self->base[i] = self->start[i];
      sum += self->base[i];
    }

  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (sum < NOTHING && i != self->moved && is_used (self, i) &&
          !(self->locked != NULL && self->locked[i]))
        self->base[i] = 1;
      self->sum_of_base += self->base[i];
    }
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
  self->first = prepared->places->segment_places[segment];
  self->n_rows = prepared->places->segment_places[segment + 1] - self->first;
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
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  self->words = g_new (guint64, n_words);
  self->all = g_new (Weight, n_groups);
  self->present = g_new (Weight, n_groups);
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
      Kind *kind = &g_array_index (self->kinds, Kind, i);

      g_free (kind->uneven);
      g_free (kind->columns);
      g_free (kind->shares);
    }
  for (guint i = 0; i < self->n_groups; i++)
    {
      g_free (self->gives_way[i]);
      g_free (self->locked_of[i]);
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
  g_free (self->even_gives_way);
  g_free (self->even_locked);
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

static void
count_column (Kind         *kind,
              const double *column,
              double        share)
{
  if (!(share > 0))
    return;

  kind->columns[kind->n_columns] = column;
  kind->shares[kind->n_columns++] = share;
}

/* Works out what each sum counts for the rows of a kind. */
static void
nudge_kind (const BwDragSums *self,
            Kind             *kind,
            double            f,
            double            b)
{
  double total = weight_at (&kind->even, f, b);
  double moved = kind->even.moved;

  kind->n_columns = 0;
  for (guint i = 0; i < kind->n_uneven; i++)
    {
      const Uneven *uneven = &kind->uneven[i];

      if (weight_at (&uneven->present, f, b) > 0)
        total += weight_at (&uneven->all, f, b);
    }
  if (!(total > 0))
    return;

  for (guint i = 0; i < kind->n_uneven; i++)
    {
      const Uneven *uneven = &kind->uneven[i];
      const double present = weight_at (&uneven->present, f, b);
      const double ratio = present > 0 ? weight_at (&uneven->all, f, b) / present : 0;

      if (uneven->present.gives_way > 0)
        count_column (kind, self->gives_way[uneven->group], f * ratio / total);
      if (uneven->present.locked > 0)
        count_column (kind, self->locked_of[uneven->group], ratio / total);
      moved += ratio * uneven->present.moved;
    }
  if (kind->even.gives_way > 0)
    count_column (kind, self->even_gives_way, f / total);
  if (kind->even.locked > 0)
    count_column (kind, self->even_locked, 1 / total);
  count_column (kind, self->prepared->columns[self->moved]->scores + self->first,
                b * moved / total);
}

/**
 * bw_drag_sums_nudge:
 * @share: where the slider is now
 *
 * Returns: (transfer none) (array): the shares that follow
 */
const double *
bw_drag_sums_nudge (BwDragSums *self,
                    double      share)
{
  double sum = 0;
  double f, b;

  bw_shares_move (self->start, self->locked, self->n_metrics, self->moved, share, self->shares);
  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (self->base[i] > 0)
        sum += self->shares[i];
    }
  f = self->sum_of_base > 0 ? sum / self->sum_of_base : 0;
  b = is_used (self, self->moved) ? self->shares[self->moved] : 0;

  for (guint i = 0; i < self->kinds->len; i++)
    nudge_kind (self, &g_array_index (self->kinds, Kind, i), f, b);

  for (gsize i = 0; i < self->n_stretches; i++)
    {
      Stretch *stretch = &self->stretches[i];

      stretch->scored = g_array_index (self->kinds, Kind, stretch->kind).n_columns > 0 &&
                        bw_weighing_is_enough (&self->weighing,
                                               weight_at (&stretch->coverage, f, b));
    }

  return self->shares;
}

const double *
bw_drag_sums_get_shares (const BwDragSums *self)
{
  return self->shares;
}

static gsize
find_stretch (const BwDragSums *self,
              gsize             place)
{
  gsize low = 0;
  gsize high = self->n_stretches;

  while (high - low > 1)
    {
      const gsize middle = low + (high - low) / 2;

      if (self->stretches[middle].first <= place)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * bw_drag_sums_weigh:
 * @scores: (out): of the segment's places, those without enough data NaN
 * @first: from the segment's first place
 *
 * Weighs some of the segment's rows, not yet rounded. Many threads may do so at once.
 */
void
bw_drag_sums_weigh (const BwDragSums *self,
                    double           *scores,
                    gsize             first,
                    gsize             n)
{
  const gsize end = first + n;
  gsize i = find_stretch (self, first);

  while (first < end)
    {
      const Stretch *stretch = &self->stretches[i];
      const Kind *kind = &g_array_index (self->kinds, Kind, stretch->kind);
      gsize stop = stretch->end;

      /* Neighbours of one kind are one stretch. */
      for (i++; stop < end && self->stretches[i].kind == stretch->kind &&
           self->stretches[i].scored == stretch->scored; i++)
        stop = self->stretches[i].end;
      stop = MIN (stop, end);

      if (stretch->scored)
        bw_pass_weigh (scores, kind->columns, kind->shares, kind->n_columns, first, stop - first);
      else
        for (gsize place = first; place < stop; place++)
          scores[place] = NAN;
      first = stop;
    }
}
