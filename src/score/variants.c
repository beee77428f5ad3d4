/* A segment under many sets of shares at once: who keeps its band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a customer keeps its band is asked of the weighted sum itself: rounding, caps and floors
 * rise with it, so that the sums that will do are an interval, found once for each customer. */

#include "score/variants.h"

#include "score/pairing.h"

#include <math.h>
#include <string.h>

/* Rows whose columns stay in the nearest cache while all sets are weighed. */
#define PIECE 256

/* Rows that one thread takes at a time. */
#define PART 2048

/* Rows for which a second thread is worth its start. */
#define MANY_ROWS 20000

#define WIDTH 2

typedef double Doubles __attribute__ ((vector_size (8 * WIDTH), aligned (8), may_alias));
typedef gint64 Masks __attribute__ ((vector_size (8 * WIDTH), aligned (8), may_alias));

/* What all threads share. */
typedef struct
{
  const BwVariants *variants;
  GCancellable     *cancellable;
  BwEdges           edges;
  double            thresholds[BW_MAX_BANDS]; /* the least sum of each band but the first */
  gint              next; /* atomic: the next part */
  GMutex            lock; /* guards the counts of @variants */
} Work;

/* What one thread has at hand: the sets as they weigh in the run that it is at. */
typedef struct
{
  const Work    *work;
  BwWeighing     weighing;
  gsize          run;       /* G_MAXSIZE before the first */
  guint          n_terms;   /* metrics that are present in some set */
  const double **terms;     /* their scores */
  double        *effective; /* by set and term */
  double        *all;       /* by metric, of one set */
  gboolean      *scored;    /* by set */
  gsize         *changed;   /* by set */
  double         least[PIECE];
  double         under[PIECE];
  double         sums[PIECE];
  gint64         kept[PIECE];
} Weigher;

/**
 * bw_variants_find_threshold:
 * @edge: the least score of a band, above 0
 *
 * Returns: the least weighted sum that is rounded to a score of at least @edge
 */
double
bw_variants_find_threshold (double edge)
{
  double below = edge - 2e-9;
  double above = edge + 2e-9;

  for (;;)
    {
      const double middle = below + (above - below) / 2;

      if (!(middle > below && middle < above))
        return above;

      if (bw_round_score (middle) >= edge)
        above = middle;
      else
        below = middle;
    }
}

/**
 * bw_variants_count_threads:
 *
 * Returns: how many threads are worth their start for so many rows
 */
guint
bw_variants_count_threads (gsize n_rows)
{
  return MIN (1 + n_rows / MANY_ROWS, g_get_num_processors ());
}

static void
weigher_init (Weigher    *self,
              const Work *work)
{
  const BwVariants *variants = work->variants;
  const guint n_metrics = MAX (variants->results->n_metrics, 1);

  self->work = work;
  self->run = G_MAXSIZE;
  self->terms = g_new (const double *, n_metrics);
  self->effective = g_new (double, (gsize) variants->n * n_metrics);
  self->all = g_new (double, n_metrics);
  self->scored = g_new (gboolean, variants->n);
  self->changed = g_new0 (gsize, variants->n);
  bw_weighing_init (&self->weighing, variants->results->model);
}

static void
weigher_clear (Weigher *self)
{
  g_clear_pointer (&self->terms, g_free);
  g_clear_pointer (&self->effective, g_free);
  g_clear_pointer (&self->all, g_free);
  g_clear_pointer (&self->scored, g_free);
  g_clear_pointer (&self->changed, g_free);
  bw_weighing_clear (&self->weighing);
}

/* Finds the metrics that are present in some set; one of share 0 in another adds nothing there. */
static void
find_terms (Weigher       *self,
            const guint64 *known,
            guint         *metrics)
{
  const BwVariants *variants = self->work->variants;
  const guint n_metrics = variants->results->n_metrics;

  self->n_terms = 0;
  for (guint metric = 0; metric < n_metrics; metric++)
    {
      for (guint i = 0; i < variants->n; i++)
        {
          if (!bw_weighing_has (&self->weighing, variants->shares + (gsize) i * n_metrics, known,
                                metric))
            continue;

          self->terms[self->n_terms] = variants->results->prepared->columns[metric]->scores;
          metrics[self->n_terms++] = metric;
          break;
        }
    }
}

static void
enter_run (Weigher *self,
           gsize    index)
{
  const BwVariants *variants = self->work->variants;
  const guint n_metrics = variants->results->n_metrics;
  const BwRun *run = &variants->results->prepared->places->runs[index];
  guint metrics[BW_MAX_METRICS];

  self->run = index;
  find_terms (self, run->known, metrics);
  for (guint i = 0; i < variants->n; i++)
    {
      double *effective = self->effective + (gsize) i * n_metrics;

      self->scored[i] = bw_weighing_weigh (&self->weighing,
                                           variants->shares + (gsize) i * n_metrics,
                                           run->known, self->all);
      for (guint term = 0; term < self->n_terms; term++)
        effective[term] = self->all[metrics[term]];
    }
}

/* Finds between which sums each customer keeps its band. */
static void
find_intervals (Weigher *self,
                gsize    first,
                guint    n)
{
  const Work *work = self->work;
  const BwResults *results = work->variants->results;
  const BwBounds *bounds = results->prepared->bounds;

  for (guint i = 0; i < n; i++)
    {
      const guint band = bw_edges_find_band (&work->edges, results->scores[first + i]);

      self->least[i] = band > 0 ? work->thresholds[band] : -INFINITY;
      self->under[i] = band + 1 < work->edges.n ? work->thresholds[band + 1] : INFINITY;
      if (bounds == NULL)
        continue;

      if (band > 0 && bounds->least[first + i] >= work->edges.from[band])
        self->least[i] = -INFINITY;
      if (band + 1 < work->edges.n && bounds->greatest[first + i] < work->edges.from[band + 1])
        self->under[i] = INFINITY;
    }
}

/* Returns: how many of the rows keep their band under the sums; adds to the count of each */
static gsize
count_kept (Weigher *self,
            guint    n)
{
  Masks total = { 0 };
  gsize n_kept = 0;
  guint i = 0;

  for (; i + WIDTH <= n; i += WIDTH)
    {
      const Doubles sums = *(const Doubles *) (self->sums + i);
      const Masks keeps = (sums >= *(const Doubles *) (self->least + i)) &
                          (sums < *(const Doubles *) (self->under + i));

      *(Masks *) (self->kept + i) -= keeps;
      total -= keeps;
    }
  for (; i < n; i++)
    {
      const gboolean keeps = self->sums[i] >= self->least[i] && self->sums[i] < self->under[i];

      self->kept[i] += keeps;
      n_kept += keeps;
    }

  for (i = 0; i < WIDTH; i++)
    n_kept += total[i];

  return n_kept;
}

/* Customers without a score change where a set gives them one. */
static void
count_unscored (Weigher *self,
                guint    n)
{
  for (guint i = 0; i < self->work->variants->n; i++)
    self->changed[i] += self->scored[i] ? n : 0;
}

/* Rows of one run, at most so many as a piece has. */
static void
weigh_piece (Weigher *self,
             gsize    first,
             guint    n)
{
  const BwVariants *variants = self->work->variants;
  const guint n_metrics = variants->results->n_metrics;
  const double *terms[BW_MAX_METRICS];

  if (isnan (variants->results->scores[first]))
    {
      count_unscored (self, n);
      return;
    }

  for (guint term = 0; term < self->n_terms; term++)
    terms[term] = self->terms[term] + first;
  find_intervals (self, first, n);
  memset (self->kept, 0, n * sizeof *self->kept);
  for (guint i = 0; i < variants->n; i++)
    {
      gsize n_kept = 0;

      if (self->scored[i])
        {
          bw_pass_weigh (self->sums, terms, self->effective + (gsize) i * n_metrics, self->n_terms,
                         0, n);
          n_kept = count_kept (self, n);
        }
      self->changed[i] += n - n_kept;
    }

  for (guint i = 0; variants->kept != NULL && i < n; i++)
    variants->kept[first + i] += self->kept[i];
}

static void
weigh_part (Weigher *self,
            gsize    first,
            gsize    end)
{
  const BwPlaces *places = self->work->variants->results->prepared->places;
  gsize index = bw_places_find_run (places, first);

  for (gsize n; first < end; first += n)
    {
      const BwRun *run;

      if (g_cancellable_is_cancelled (self->work->cancellable))
        return;

      if (first == (gsize) places->runs[index].first + places->runs[index].n)
        index++;
      if (index != self->run)
        enter_run (self, index);
      run = &places->runs[index];
      n = MIN (MIN (end, (gsize) run->first + run->n) - first, PIECE);
      weigh_piece (self, first, n);
    }
}

static void
weigh_parts (gpointer data,
             guint    worker)
{
  Work *work = data;
  const BwVariants *variants = work->variants;
  const gsize *segment_places = variants->results->prepared->places->segment_places;
  const gsize end = segment_places[variants->segment + 1];
  g_autofree Weigher *weigher = g_new0 (Weigher, 1);

  weigher_init (weigher, work);
  for (;;)
    {
      const gsize part = g_atomic_int_add (&work->next, 1);
      const gsize first = segment_places[variants->segment] + part * PART;

      if (first >= end || g_cancellable_is_cancelled (work->cancellable))
        break;

      weigh_part (weigher, first, MIN (first + PART, end));
    }

  if (variants->changed != NULL)
    {
      g_mutex_lock (&work->lock);
      for (guint i = 0; i < variants->n; i++)
        variants->changed[i] += weigher->changed[i];
      g_mutex_unlock (&work->lock);
    }
  weigher_clear (weigher);
}

/**
 * bw_variants_count:
 * @self: counts are added to what stands in them
 *
 * Cost: arithmetic for each row, set and metric, on all threads of @team; a cancellation is seen
 *   within a piece of rows.
 *
 * Returns: whether it came to an end, and was not cancelled
 */
gboolean
bw_variants_count (const BwVariants *self,
                   BwTeam           *team,
                   GCancellable     *cancellable)
{
  Work work = { .variants = self, .cancellable = cancellable };

  bw_edges_init (&work.edges, self->results->model);
  for (guint i = 1; i < work.edges.n; i++)
    work.thresholds[i] = bw_variants_find_threshold (work.edges.from[i]);
  g_mutex_init (&work.lock);
  bw_team_run (team, weigh_parts, &work);
  g_mutex_clear (&work.lock);

  return !g_cancellable_is_cancelled (cancellable);
}
