/* Edits that are tried out: shown at once, one step of undo at the end, or nothing at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

static void
count (guint *n)
{
  (*n)++;
}

static void
try_edge (BwWorkspace *workspace,
          guint        band,
          double       from)
{
  g_autoptr(BwModel) model = bw_model_with_band_edge (bw_workspace_get_model (workspace), band,
                                                      from);

  bw_workspace_try (workspace, model);
}

static double
edge (BwWorkspace *workspace,
      guint        band)
{
  return bw_model_get_band (bw_workspace_get_model (workspace), band)->from;
}

static gsize
n_healthy (BwWorkspace *workspace)
{
  BwResults *results = bw_workspace_get_results (workspace);

  return bw_results_get_summary (results, BW_ALL_SEGMENTS)->band_counts[2];
}

/* Scores of the fixture: 90 and 15, and between them one of 70: Healthy is what is at least 70. */
static void
test_one_step (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  const gsize before = n_healthy (workspace);
  guint n_model = 0;
  guint n_results = 0;

  g_signal_connect_swapped (workspace, "model-changed", G_CALLBACK (count), &n_model);
  g_signal_connect_swapped (workspace, "results-changed", G_CALLBACK (count), &n_results);
  bw_workspace_try_begin (workspace);
  g_assert_true (bw_workspace_get_dragging (workspace));
  for (guint i = 71; i <= 95; i++)
    try_edge (workspace, 2, i);
  g_assert_cmpuint (n_model, ==, 0);
  g_assert_cmpuint (n_results, ==, 25);
  g_assert_cmpuint (n_healthy (workspace), ==, 0);
  g_assert_true (bw_workspace_get_edited (workspace));
  g_assert_null (bw_workspace_get_undo_step (workspace));

  bw_workspace_try_end (workspace, "Edge of Healthy");
  g_assert_false (bw_workspace_get_dragging (workspace));
  g_assert_cmpuint (n_model, ==, 1);
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Edge of Healthy");
  fixture_wait_for_history (workspace);

  bw_workspace_undo (workspace);
  g_assert_cmpfloat (edge (workspace, 2), ==, 70);
  g_assert_cmpuint (n_healthy (workspace), ==, before);
  g_assert_null (bw_workspace_get_undo_step (workspace));
  bw_workspace_redo (workspace);
  g_assert_cmpfloat (edge (workspace, 2), ==, 95);
}

static void
test_cancel (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);

  fixture_wait_for_history (workspace);
  bw_workspace_try_begin (workspace);
  try_edge (workspace, 1, 20);
  bw_workspace_try_cancel (workspace);
  g_assert_false (bw_workspace_get_dragging (workspace));
  g_assert_cmpfloat (edge (workspace, 1), ==, 40);
  g_assert_false (bw_workspace_get_edited (workspace));
  g_assert_null (bw_workspace_get_undo_step (workspace));
  fixture_wait_for_history (workspace);

  bw_workspace_try_cancel (workspace);
  bw_workspace_try_end (workspace, "Nothing");
  try_edge (workspace, 1, 20); /* not begun */
  g_assert_cmpfloat (edge (workspace, 1), ==, 40);
}

static void
test_back_where_it_was (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);

  bw_workspace_try_begin (workspace);
  try_edge (workspace, 1, 20);
  try_edge (workspace, 1, 40);
  bw_workspace_try_end (workspace, "Edge of Watch");
  g_assert_null (bw_workspace_get_undo_step (workspace));
}

static void
drag_weight (BwWorkspace *workspace)
{
  bw_workspace_set_segment (workspace, 0);
  bw_workspace_drag_begin (workspace, 0);
  bw_workspace_drag_to (workspace, 0.75);
  bw_workspace_drag_end (workspace);
}

static void
reset_all (BwWorkspace *workspace)
{
  bw_workspace_reset (workspace);
}

/* What comes in the way of a try ends it; nothing of it is lost. */
static void
test_interrupted (void)
{
  static const struct
  {
    const char *name;
    void      (*interrupt) (BwWorkspace *workspace);
    guint       n_steps; /* with that of the try */
  } rows[] = {
    { "a slider is taken", drag_weight, 2 },
    { "the model is reset", reset_all, 2 },
    { "undo", bw_workspace_undo, 0 },
    { "another try begins", bw_workspace_try_begin, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
      guint n_steps = 0;

      g_test_message ("%s", rows[i].name);
      bw_workspace_try_begin (workspace);
      try_edge (workspace, 1, 25);
      rows[i].interrupt (workspace);
      bw_workspace_try_cancel (workspace);
      for (; bw_workspace_get_undo_step (workspace) != NULL; n_steps++)
        bw_workspace_undo (workspace);
      g_assert_cmpuint (n_steps, ==, rows[i].n_steps);
      g_assert_cmpfloat (edge (workspace, 1), ==, 40);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trying/one-step", test_one_step);
  g_test_add_func ("/trying/cancel", test_cancel);
  g_test_add_func ("/trying/back-where-it-was", test_back_where_it_was);
  g_test_add_func ("/trying/interrupted", test_interrupted);

  return g_test_run ();
}
