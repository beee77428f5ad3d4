/* What stands beside the scores follows the workspace, and never stands in its way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "workspace/insights.h"

#include <math.h>

static void
count (guint *n)
{
  (*n)++;
}

static gboolean
give_up (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs the main loop for so long. */
static void
wait_a_moment (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, give_up, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Runs the main loop until all there is to know stands. */
static void
wait_for_all (BwInsights *insights,
              gboolean    ranges)
{
  gboolean late = FALSE;
  const guint timeout = g_timeout_add_seconds (20, give_up, &late);

  while (!late && (bw_insights_get_firmness (insights) == NULL ||
                   bw_insights_get_hints (insights) == NULL ||
                   (ranges && bw_insights_get_ranges (insights) == NULL)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}

static void
test_all (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwInsights) insights = bw_insights_new (workspace);
  const BwMetricInsight *metrics;
  guint n_changed = 0;

  g_signal_connect_swapped (insights, "changed", G_CALLBACK (count), &n_changed);
  g_assert_null (bw_insights_get_hints (insights));
  g_assert_null (bw_insights_get_firmness (insights));
  wait_for_all (insights, FALSE);

  metrics = bw_insights_get_metrics (insights);
  g_assert_cmpfloat_with_epsilon (metrics[USAGE].influence + metrics[TICKETS].influence, 1, 1e-9);
  g_assert_null (bw_insights_get_ranges (insights));
  g_assert_true (isnan (bw_firmness_get_kept (bw_insights_get_firmness (insights), 4)));
  g_assert_cmpuint (n_changed, ==, 2);
}

/* A segment has ranges; draws are of all segments, and are not made again for another one. */
static void
test_segment (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwInsights) insights = bw_insights_new (workspace);
  BwFirmness *firmness;
  const BwShareRange *ranges;

  wait_for_all (insights, FALSE);
  firmness = bw_insights_get_firmness (insights);
  bw_workspace_set_segment (workspace, PRO);
  g_assert_null (bw_insights_get_hints (insights));
  g_assert_true (bw_insights_get_firmness (insights) == firmness);

  wait_for_all (insights, TRUE);
  ranges = bw_insights_get_ranges (insights);
  g_assert_cmpfloat (ranges[USAGE].least, <=, fixture_share (workspace, PRO, USAGE));
  g_assert_cmpfloat (ranges[USAGE].most, >=, fixture_share (workspace, PRO, USAGE));
  g_assert_true (bw_insights_get_firmness (insights) == firmness);
}

/* While a slider is held nothing is lent that is of other weights; where it is let go as it was all
 * is back at once. */
static void
test_drag (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwInsights) insights = bw_insights_new (workspace);
  BwFirmness *firmness;

  bw_workspace_set_segment (workspace, PRO);
  wait_for_all (insights, TRUE);
  firmness = bw_insights_get_firmness (insights);

  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 0.8);
  g_assert_null (bw_insights_get_firmness (insights));
  g_assert_null (bw_insights_get_ranges (insights));
  wait_a_moment (400);
  g_assert_null (bw_insights_get_firmness (insights));

  bw_workspace_drag_cancel (workspace);
  g_assert_true (bw_insights_get_firmness (insights) == firmness);
  g_assert_nonnull (bw_insights_get_ranges (insights));
}

/* After an edit all is made anew, of the new weights. */
static void
test_edit (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwInsights) insights = bw_insights_new (workspace);

  bw_workspace_set_segment (workspace, PRO);
  wait_for_all (insights, TRUE);
  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 0.8);
  bw_workspace_drag_end (workspace);
  g_assert_null (bw_insights_get_hints (insights));
  g_assert_null (bw_insights_get_firmness (insights));

  wait_for_all (insights, TRUE);
  g_assert_cmpfloat_with_epsilon (bw_insights_get_metrics (insights)[USAGE].share, 0.8, 1e-9);
  bw_workspace_undo (workspace);
  g_assert_null (bw_insights_get_metrics (insights));
}

/* A locked slider stays where it is. */
static void
test_locks (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwInsights) insights = bw_insights_new (workspace);
  BwShareRange range;

  bw_workspace_set_segment (workspace, PRO);
  wait_for_all (insights, TRUE);
  bw_workspace_set_locked (workspace, USAGE, TRUE);
  g_assert_null (bw_insights_get_ranges (insights));
  g_assert_nonnull (bw_insights_get_hints (insights));

  wait_for_all (insights, TRUE);
  range = bw_insights_get_ranges (insights)[USAGE];
  g_assert_cmpfloat (range.least, ==, range.most);
}

/* The object may go while a worker is at work, and before it begins. */
static void
test_gone (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  BwInsights *early = bw_insights_new (workspace);
  BwInsights *busy = bw_insights_new (workspace);

  g_object_unref (early);
  wait_a_moment (160);
  g_object_unref (busy);
  wait_a_moment (200);
  bw_workspace_set_segment (workspace, PRO);
}

/* Nothing is open: nothing stands, and nothing is worked out. */
static void
test_empty (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(BwInsights) insights = bw_insights_new (workspace);

  wait_a_moment (250);
  g_assert_null (bw_insights_get_hints (insights));
  g_assert_null (bw_insights_get_metrics (insights));
  g_assert_null (bw_insights_get_ranges (insights));
  g_assert_null (bw_insights_get_firmness (insights));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/insights/all", test_all);
  g_test_add_func ("/workspace/insights/segment", test_segment);
  g_test_add_func ("/workspace/insights/drag", test_drag);
  g_test_add_func ("/workspace/insights/edit", test_edit);
  g_test_add_func ("/workspace/insights/locks", test_locks);
  g_test_add_func ("/workspace/insights/gone", test_gone);
  g_test_add_func ("/workspace/insights/empty", test_empty);

  return g_test_run ();
}
