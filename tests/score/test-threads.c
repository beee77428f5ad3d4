/* However many threads score, they come to the same numbers to the last bit, and the right ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/editing.h"
#include "score/drag.h"
#include "score/team.h"

#include <math.h>
#include <string.h>

#define N_CUSTOMERS 75001 /* more than ten parts, the last of them short */

typedef struct
{
  const char *name;
  guint       n_segments;
  double      missing;
  gboolean    rules;
  double      from; /* of the edited scale; 90 is a gate */
} Case;

static const Case cases[] = {
  { "one-segment",    1, 0.00, FALSE, 20 },
  { "three-segments", 3, 0.00, TRUE,  20 },
  { "missing-data",   3, 0.25, TRUE,  20 },
  { "gate",           2, 0.10, FALSE, 90 },
};

/* What a model and an edit of it come to. */
typedef struct
{
  GArray    *scores;     /* before the edit, then after it */
  BwSummary  before[4];  /* by segment, then of all */
  BwSummary  after[4];
  BwMovement movement[4];
  BwSummary  dragged;
  BwMovement drag_movement;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->scores, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
note_scores (const BwResults *results,
             Outcome         *outcome)
{
  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    {
      const double score = bw_results_get_score (results, row);

      g_array_append_val (outcome->scores, score);
    }
}

/* Moves the first slider that the first segment has to the other end. */
static void
note_drag (BwResults *start,
           guint      n_threads,
           Outcome   *outcome)
{
  const double *shares = bw_model_get_segment (bw_results_get_model (start), 0)->shares;
  g_autoptr(BwDrag) drag = NULL;
  guint metric = 0;

  while (isnan (shares[metric]))
    metric++;
  drag = bw_drag_new (start, 0, metric, NULL, start, n_threads);

  bw_drag_nudge (drag, shares[metric] > 0.5 ? 0.1 : 0.9);
  outcome->dragged = *bw_results_get_summary (bw_drag_get_results (drag), BW_ALL_SEGMENTS);
  outcome->drag_movement = bw_drag_get_movement (drag, BW_ALL_SEGMENTS);
  g_assert_cmpuint (outcome->drag_movement.n_movers, >, 0);
}

/* Scores the panel, then again after an edit of the first metric's scale. */
static BwResults *
score_with (guint       n_threads,
            const Case *row,
            BwPanel    *panel,
            BwModel    *model,
            Outcome    *outcome)
{
  BwMetric metric = *bw_model_get_metric (model, 0);
  g_autoptr(BwModel) edited = NULL;
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwResults) before = NULL;
  BwResults *after;

  bw_team_set_shared (n_threads);
  metric.scale.from = row->from;
  edited = bw_model_with_metric (model, 0, &metric, NULL);
  before = fixture_score (panel, model, 0);
  prepared = bw_prepared_new (edited, panel, 0, bw_results_get_prepared (before), NULL);
  after = bw_results_new_from (prepared, edited, before);

  outcome->scores = g_array_new (FALSE, FALSE, sizeof (double));
  note_scores (before, outcome);
  note_scores (after, outcome);
  for (guint i = 0; i <= row->n_segments; i++)
    {
      const guint segment = i < row->n_segments ? i : BW_ALL_SEGMENTS;

      outcome->before[i] = *bw_results_get_summary (before, segment);
      outcome->after[i] = *bw_results_get_summary (after, segment);
      outcome->movement[i] = bw_results_count_movers (before, after, segment);
    }
  note_drag (before, n_threads, outcome);
  bw_team_set_shared (0);

  return after;
}

static void
assert_same (const Outcome *a,
             const Outcome *b)
{
  g_assert_cmpmem (a->scores->data, a->scores->len * sizeof (double),
                   b->scores->data, b->scores->len * sizeof (double));
  g_assert_cmpmem (a->before, sizeof a->before, b->before, sizeof b->before);
  g_assert_cmpmem (a->after, sizeof a->after, b->after, sizeof b->after);
  g_assert_cmpmem (a->movement, sizeof a->movement, b->movement, sizeof b->movement);
  g_assert_cmpmem (&a->dragged, sizeof a->dragged, &b->dragged, sizeof b->dragged);
  g_assert_cmpmem (&a->drag_movement, sizeof a->drag_movement,
                   &b->drag_movement, sizeof b->drag_movement);
}

/* The counts are those of the customers asked one by one, and an edit comes to what the edited
 * model comes to from the start. */
static void
assert_right (BwPanel       *panel,
              BwResults     *after,
              const Outcome *outcome,
              guint          n_segments)
{
  g_autoptr(BwResults) afresh = fixture_score (panel, bw_results_get_model (after), 0);
  const double *before = (const double *) (gpointer) outcome->scores->data;
  gsize counts[BW_MAX_BANDS + 1] = { 0 };
  gsize n_movers = 0;
  double sum = 0;

  for (gsize row = 0; row < N_CUSTOMERS; row++)
    {
      const double score = bw_results_get_score (after, row);
      const double anew = bw_results_get_score (afresh, row);
      const guint band = bw_results_get_band (after, row);

      g_assert_true (score == anew || (isnan (score) && isnan (anew)));
      g_assert_cmpuint (bw_results_get_segment (after, row), ==,
                        bw_results_get_segment (afresh, row));
      counts[band]++;
      sum += isnan (score) ? 0 : score;
      n_movers += bw_model_band_of (bw_results_get_model (after), before[row]) != band;
    }

  g_assert_cmpmem (counts, sizeof counts, outcome->after[n_segments].band_counts, sizeof counts);
  g_assert_cmpfloat_with_epsilon (outcome->after[n_segments].mean,
                                  sum / outcome->after[n_segments].n_scored, 1e-9);
  g_assert_cmpuint (outcome->movement[n_segments].n_movers, ==, n_movers);
  g_assert_cmpuint (n_movers, >, 0);
}

static void
test_threads (gconstpointer data)
{
  static const guint n_threads[] = { 2, 3, 5 };
  const Case *row = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);
  const FixtureShape shape = { rand, N_CUSTOMERS, 6, 2, row->n_segments, row->missing, row->rules };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwModel) model = fixture_random_model (&shape);
  g_auto(Outcome) alone = { 0 };
  g_autoptr(BwResults) after = score_with (1, row, panel, model, &alone);

  assert_right (panel, after, &alone, row->n_segments);
  for (guint i = 0; i < G_N_ELEMENTS (n_threads); i++)
    {
      g_auto(Outcome) together = { 0 };
      g_autoptr(BwResults) again = score_with (n_threads[i], row, panel, model, &together);

      assert_same (&alone, &together);
      g_assert_cmpuint (bw_results_get_n_rows (again), ==, N_CUSTOMERS);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/score/threads/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_threads);
    }

  return g_test_run ();
}
