/* What the rows of a cohort teach: shares by segment, learned from some of the rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A segment with enough of both kinds is learned from alone; the others together, or where they are too
* few from all. Metric scores are put to mean 0 and spread 1, a missing one to the mean; coefficients
* are kept from speaking against a metric's direction, and turned back to points they are the shares. */

#include "outcome/lesson.h"

#include "outcome/class.h"

#include <math.h>
#include <string.h>

/**
 * bw_lesson_init:
 * @prepared: made of @cohort and @model
 */
void
bw_lesson_init (BwLesson   *self,
                BwCohort   *cohort,
                BwPrepared *prepared,
                BwModel    *model)
{
  g_autoptr(BwResults) results = bw_results_new (prepared, model);
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (cohort));
  const gsize n_rows = bw_cohort_get_n_rows (cohort);

  *self = (BwLesson) { bw_cohort_ref (cohort), bw_prepared_ref (prepared), bw_model_ref (model), n_rows,
                       bw_model_get_n_segments (model), bw_model_get_n_metrics (model) };
  self->usable = g_new (guint8, MAX (n_rows, 1));
  self->segments = g_new (guint, MAX (n_rows, 1));
  self->scores = g_new (double, MAX (n_rows * self->n_metrics, 1));
  if (bw_cohort_get_choice (cohort)->judging == BW_JUDGE_EVERY)
    self->days = g_new (double, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    {
      self->usable[row] = !isnan (bw_results_get_score (results, row));
      self->segments[row] = bw_prepared_get_segment (prepared, row);
      for (guint i = 0; i < self->n_metrics; i++)
        self->scores[row * self->n_metrics + i] = bw_prepared_get_score (prepared, row, i);
      if (self->days != NULL)
        self->days[row] =
          bw_snapshot_get_date (bw_panel_get_snapshot (panel, bw_cohort_get_row (cohort, row)->snapshot));
    }
}

void
bw_lesson_clear (BwLesson *self)
{
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_free (self->days);
  g_free (self->usable);
  g_free (self->segments);
  g_free (self->scores);
}

void
bw_learned_clear (BwLearned *self)
{
  g_free (self->shares);
  g_free (self->own);
  g_free (self->learned);
  g_free (self->penalties);
  g_free (self->coefficients);
  g_free (self->against);
}

/**
 * bw_lesson_count:
 * @rows: (array length=n): rows of the cohort
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Counts the customers with a score, each once; who left at one of the rows is no other.
 */
void
bw_lesson_count (const BwLesson *self,
                 const guint32  *rows,
                 gsize           n,
                 guint           segment,
                 gsize          *n_gone,
                 gsize          *n_stayed)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (self->cohort));
  const guint n_customers = bw_panel_get_n_customers (panel);
  g_autofree guint8 *seen = g_new0 (guint8, MAX (n_customers, 1)); /* 1 seen, 2 gone */
  gsize counts[3] = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      const BwJudgedRow *row = bw_cohort_get_row (self->cohort, rows[i]);

      if (self->usable[rows[i]] &&
          (segment == BW_ALL_SEGMENTS || self->segments[rows[i]] == segment))
        seen[row->customer] = MAX (seen[row->customer], row->gone ? 2 : 1);
    }
  for (guint i = 0; i < n_customers; i++)
    counts[seen[i]]++;
  *n_stayed = counts[1];
  *n_gone = counts[2];
}

/* Turns coefficients into the shares of a segment. Returns: whether there was anything to turn */
static gboolean
to_shares (const BwClass *self,
           const double  *coefficients,
           guint          segment,
           double        *shares)
{
  const double *now = bw_model_get_segment (self->lesson->model, segment)->shares;
  double sum = 0;

  for (guint i = 0; i < self->lesson->n_metrics; i++)
    shares[i] = isnan (now[i]) ? NAN : 0;
  for (guint i = 0; i < self->metrics->len; i++)
    {
      const guint metric = g_array_index (self->metrics, guint, i);

      if (isnan (now[metric]) || self->spreads[i] <= 0)
        continue;
      shares[metric] = fmax (-coefficients[i + 1] / self->spreads[i], 0);
      sum += shares[metric];
    }

  for (guint i = 0; i < self->lesson->n_metrics; i++)
    shares[i] = sum > 0 ? shares[i] / sum : now[i];

  return sum > 0;
}

/* Learns for the segments that are marked, from the rows of those that teach. */
static void
learn_class (const BwLesson  *lesson,
             const guint32   *rows,
             gsize            n,
             const gboolean  *teachers,
             const gboolean  *pupils,
             const BwLearned *known,
             BwLearned       *learned)
{
  g_auto(BwClass) class = { 0 };
  g_autofree double *coefficients = NULL;
  g_autofree double *freely = NULL;
  double penalty = NAN;

  bw_class_init (&class, lesson, rows, n, teachers);
  coefficients = g_new0 (double, class.metrics->len + 1);
  freely = g_new0 (double, class.metrics->len + 1);
  for (guint segment = 0; segment < lesson->n_segments && known != NULL; segment++)
    {
      if (!pupils[segment])
        continue;
      penalty = known->penalties[segment];
      memcpy (coefficients, known->coefficients + (gsize) segment * (lesson->n_metrics + 1),
              (class.metrics->len + 1) * sizeof (double));
    }
  if (isnan (penalty))
    penalty = bw_class_choose_penalty (&class);
  bw_class_fit (&class, penalty, TRUE, coefficients);
  if (known == NULL)
    bw_class_fit (&class, penalty, FALSE, freely);

  for (guint segment = 0; segment < lesson->n_segments; segment++)
    {
      if (!pupils[segment])
        continue;
      learned->penalties[segment] = penalty;
      memcpy (learned->coefficients + (gsize) segment * (lesson->n_metrics + 1), coefficients,
              (class.metrics->len + 1) * sizeof (double));
      learned->learned[segment] = to_shares (&class, coefficients, segment,
                                             learned->shares + (gsize) segment * lesson->n_metrics);
      for (guint i = 0; i < class.metrics->len && known == NULL; i++)
        learned->against[(gsize) segment * lesson->n_metrics +
                         g_array_index (class.metrics, guint, i)] = freely[i + 1] > 0;
    }
}

static gboolean
is_enough (const BwLesson *self,
           const guint32  *rows,
           gsize           n,
           guint           segment)
{
  gsize n_gone, n_stayed;

  bw_lesson_count (self, rows, n, segment, &n_gone, &n_stayed);

  return n_gone >= BW_LEAST_OF_A_KIND && n_stayed >= BW_LEAST_OF_A_KIND;
}

/**
 * bw_lesson_learn:
 * @rows: (array length=n): rows of the cohort, in its order; some may be there twice
 * @apart: whether segments with enough of both kinds stand alone
 * @known: (nullable): what was learned before: its penalties, and which segments stand alone, are
 *   taken over
 * @learned: (out): zeroed
 *
 * Cost: for each segment that stands alone and for the others together a few dozen fits; two with
 * @known.
 */
void
bw_lesson_learn (const BwLesson  *self,
                 const guint32   *rows,
                 gsize            n,
                 gboolean         apart,
                 const BwLearned *known,
                 BwLearned       *learned)
{
  const gsize n_cells = (gsize) self->n_segments * self->n_metrics;
  g_autofree gboolean *others = g_new0 (gboolean, self->n_segments);
  g_autofree gboolean *teachers = g_new0 (gboolean, self->n_segments);
  gboolean some = FALSE;

  *learned = (BwLearned) { g_new0 (double, MAX (n_cells, 1)), g_new0 (gboolean, self->n_segments),
                           g_new0 (gboolean, self->n_segments), g_new0 (double, self->n_segments),
                           g_new0 (double, n_cells + self->n_segments),
                           g_new0 (gboolean, MAX (n_cells, 1)) };
  for (guint i = 0; i < self->n_segments; i++)
    {
      g_autofree gboolean *only = g_new0 (gboolean, self->n_segments);

      learned->own[i] = known != NULL ? known->own[i] : apart && is_enough (self, rows, n, i);
      teachers[i] = TRUE;
      others[i] = !learned->own[i];
      some |= others[i];
      only[i] = TRUE;
      if (learned->own[i])
        learn_class (self, rows, n, only, only, known, learned);
    }
  if (some)
    learn_class (self, rows, n, teachers, others, known, learned);
}
