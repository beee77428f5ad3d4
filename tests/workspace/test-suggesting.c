/* A suggestion is asked for, counted, ticked, taken over and forgotten. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "judged.h"

#include "model/editing.h"

/* A suggestion is learned only when it is asked for, taken over as one step, and forgotten with its outcome. */
static void
test_suggest (void)
{
  g_autoptr(BwWorkspace) workspace = judged_workspace (BW_ROLE_OUTCOME);
  BwSuggesting *suggesting = bw_suggesting_of (workspace);
  const double before = fixture_share (workspace, PRO, USAGE);

  judged_wait (workspace);
  g_assert_null (bw_suggesting_get_suggestion (suggesting));
  bw_suggesting_ask (suggesting);
  judged_wait (workspace);
  g_assert_true (bw_suggesting_offers (suggesting));

  bw_suggesting_take_over (suggesting, 0.5, NULL);
  g_assert_cmpfloat (fixture_share (workspace, PRO, USAGE), >, before);
  g_assert_nonnull (bw_suggesting_get_suggestion (suggesting));
  bw_workspace_undo (workspace);
  g_assert_cmpfloat (fixture_share (workspace, PRO, USAGE), ==, before);

  judged_wait (workspace);
  bw_validating_choose (bw_validating_of (workspace), NULL);
  g_assert_null (bw_suggesting_get_suggestion (suggesting));
}

static void
note_known (BwSuggesting *suggesting,
            gpointer      user_data)
{
  BwMovement wholly, half;
  gboolean moves;

  *(gboolean *) user_data = bw_suggesting_get_movement (suggesting, &moves, &wholly, &half);
}

/* Runs the main loop until it is counted who would move. */
static void
wait_for_count (BwSuggesting *suggesting,
                gboolean     *moves,
                BwMovement   *wholly)
{
  gboolean late = FALSE, known = FALSE;
  const guint timeout = g_timeout_add_seconds (30, judged_give_up, &late);
  const gulong id = g_signal_connect (suggesting, "changed", G_CALLBACK (note_known), &known);
  BwMovement half;

  while (!late && !bw_suggesting_get_movement (suggesting, moves, wholly, &half))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_assert_true (known);
  g_signal_handler_disconnect (suggesting, id);
  g_source_remove (timeout);
}

/* Who would move is that of what is ticked, and of the draft as it is; a new suggestion begins with all. */
static void
test_tick (void)
{
  static const gboolean one[] = { TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE };
  g_autoptr(BwWorkspace) workspace = judged_workspace (BW_ROLE_OUTCOME);
  BwSuggesting *suggesting = bw_suggesting_of (workspace);
  const guint n = bw_model_get_n_metrics (bw_workspace_get_model (workspace));
  BwMovement wholly;
  gboolean moves;

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (one));
  judged_wait (workspace);
  bw_suggesting_ask (suggesting);
  judged_wait (workspace);
  wait_for_count (suggesting, &moves, &wholly);
  g_assert_true (moves);
  g_assert_cmpuint (wholly.n_movers, >, 0);

  bw_suggesting_tick (suggesting, one, n);
  wait_for_count (suggesting, &moves, &wholly);
  g_assert_false (moves);
  g_assert_cmpuint (wholly.n_movers, ==, 0);
  g_assert_false (bw_suggesting_get_ticked (suggesting)[1]);

  bw_suggesting_ask (suggesting);
  g_assert_null (bw_suggesting_get_ticked (suggesting));
  judged_wait (workspace);
  bw_suggesting_take_over (suggesting, 1, NULL);
  wait_for_count (suggesting, &moves, &wholly);
  g_assert_false (moves);
}

/* Looks at what is offered as the sliders do: each time the workspace tells of scores. */
static void
look_at_offer (BwWorkspace *workspace,
               gpointer     user_data)
{
  BwSuggesting *suggesting = bw_suggesting_of (workspace);
  BwModel *draft = bw_workspace_get_model (workspace);
  guint *n_offers = user_data;

  if (!bw_suggesting_offers (suggesting))
    return;

  *n_offers += 1;
  for (guint i = 0; i < bw_model_get_n_metrics (draft); i++)
    g_assert_nonnull (bw_suggestion_get_weight (bw_suggesting_get_suggestion (suggesting), PRO, i));
}

/* Who is told of a draft with other metrics before the suggestion is forgotten is not offered it. */
static void
test_suggest_for_others (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(BwPanel) panel = judged_panel (BW_ROLE_OUTCOME);
  g_autoptr(BwModel) model = fixture_model ("test", "\"usage\": 50, \"tickets\": 50");
  const guint last = bw_model_get_n_metrics (model) - 1;
  g_autoptr(BwModel) fewer = bw_model_without_metric (model, last, NULL);
  guint n_offers = 0;

  g_signal_connect (workspace, "results-changed", G_CALLBACK (look_at_offer), &n_offers);
  g_assert_true (bw_workspace_take_panel (workspace, panel, model, NULL));
  bw_workspace_edit (workspace, fewer, "Fewer");
  judged_wait (workspace);
  bw_suggesting_ask (bw_suggesting_of (workspace));
  judged_wait (workspace);
  g_assert_true (bw_suggesting_offers (bw_suggesting_of (workspace)));

  bw_workspace_undo (workspace);
  g_assert_cmpuint (n_offers, ==, 0);
  g_assert_false (bw_suggesting_offers (bw_suggesting_of (workspace)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggesting/ask", test_suggest);
  g_test_add_func ("/suggesting/tick", test_tick);
  g_test_add_func ("/suggesting/for-others", test_suggest_for_others);

  return g_test_run ();
}
