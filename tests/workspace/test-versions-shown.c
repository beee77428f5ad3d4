/* Versions beside the draft, and the past under them: what can be compared, scored as it was then, and noted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "keeping.h"

#include "workspace/comparing.h"
#include "workspace/customer-list.h"
#include "workspace/customer-notes.h"
#include "workspace/lent-keeper.h"
#include "workspace/noted.h"
#include "workspace/scored-then.h"
#include "workspace/versions.h"

typedef Keeping Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  keeping_set_up (f);
  bw_keeper_lend (f->keeper);
  keeping_take (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  keeping_tear_down (f);
}

static void
test_lent (Fixture      *f,
           gconstpointer data)
{
  g_autoptr(BwWorkspace) other = bw_workspace_new ();

  g_assert_true (bw_keeper_of (f->workspace) == f->keeper);
  g_assert_null (bw_keeper_of (other));
}

/* Versions stand behind baseline and draft, the newest first; one is scored when it is chosen, and
 * stays chosen when another is saved. */
static void
test_compared (Fixture      *f,
               gconstpointer data)
{
  g_autoptr(BwComparing) comparing = bw_comparing_new (f->workspace);
  const gint64 first = bw_keeper_get_version (f->keeper, 0)->id;

  bw_comparing_set_active (comparing, TRUE);
  g_assert_cmpuint (bw_comparing_get_n_choices (comparing), ==, 3);
  g_assert_cmpstr (bw_comparing_get_choice_name (comparing, BW_CHOICE_SAVED), ==,
                   "Baseline: As imported");
  g_assert_cmpstr (bw_comparing_get_choice_name (comparing, 2), ==, "As imported");

  keeping_nudge (f, 0.6);
  g_assert_false (bw_comparing_choose_version (comparing, BW_SIDE_FROM, first + 1000));
  g_assert_true (bw_comparing_choose_version (comparing, BW_SIDE_FROM, first));
  while (bw_comparing_get_results (comparing, BW_SIDE_FROM) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (bw_model_equal (bw_results_get_model (bw_comparing_get_results (comparing,
                                                                                 BW_SIDE_FROM)),
                                 bw_keeper_get_version (f->keeper, 0)->model));

  bw_keeper_save_version (f->keeper, "June", "");
  g_assert_cmpuint (bw_comparing_get_n_choices (comparing), ==, 4);
  g_assert_cmpstr (bw_comparing_get_choice_name (comparing, 2), ==, "June");
  g_assert_cmpuint (bw_comparing_get_choice (comparing, BW_SIDE_FROM), ==, 3);
  g_assert_cmpstr (bw_comparing_get_name (comparing, BW_SIDE_FROM), ==, "As imported");
  g_assert_cmpstr (bw_comparing_get_choice_name (comparing, BW_CHOICE_SAVED), ==, "Baseline: June");
}

/* With one version there is nothing to choose; with two, all snapshots are before both, and so under
 * the first. What is chosen is kept with the file. */
static void
test_then (Fixture      *f,
           gconstpointer data)
{
  BwScoredThen *then = bw_scored_then_of (f->workspace);
  BwResults *first = bw_results_ref (bw_workspace_get_results (f->workspace));
  BwHistory *history;
  guint newest;

  bw_scored_then_set_shown (then, TRUE);
  g_assert_false (bw_scored_then_get_shown (then));
  keeping_nudge (f, 0.6);
  bw_keeper_save_version (f->keeper, "June", "");
  g_assert_true (bw_scored_then_get_shown (then));
  g_assert_cmpstr (bw_keeper_get_view (f->keeper, "as-scored-then"), ==, "yes");

  while ((history = bw_scored_then_get_history (then)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  newest = bw_history_get_n_snapshots (history) - 1;
  g_assert_cmpfloat_with_epsilon (bw_history_get_summary (history, newest, BW_ALL_SEGMENTS)->mean,
                                  bw_results_get_summary (first, BW_ALL_SEGMENTS)->mean, 1e-9);
  g_assert_cmpuint (bw_scored_then_get_first (then), ==, 0);
  g_assert_cmpuint (bw_scored_then_get_n_misfits (then), ==, 0);
  bw_results_unref (first);
}

/* Only customers with notes are listed where that is wanted, and as soon as they have some. */
static void
test_noted (Fixture      *f,
            gconstpointer data)
{
  BwPanel *panel = bw_workspace_get_panel (f->workspace);
  g_autoptr(BwCustomerList) list = bw_customer_list_new (f->workspace);
  const guint customer = bw_customer_list_get_customer (list, 1);
  const char *key = bw_panel_get_key (panel, customer);
  g_autofree char *said = NULL;

  bw_customer_list_set_noted (list, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  bw_keeper_add_note (f->keeper, key, "Called Maria\nShe will call back");
  bw_keeper_add_note (f->keeper, key, "She called\nand all is well");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpuint (bw_customer_list_get_customer (list, 0), ==, customer);
  g_assert_cmpuint (bw_noted_count (f->workspace, customer), ==, 2);
  g_assert_cmpuint (bw_noted_count_all (f->workspace), ==, 2);
  said = bw_noted_say (f->workspace, customer);
  g_assert_cmpstr (said, ==, "She called…");

  bw_keeper_change_note (f->keeper, bw_keeper_get_note (f->keeper, key, 0)->id, "");
  bw_keeper_change_note (f->keeper, bw_keeper_get_note (f->keeper, key, 0)->id, "");
  g_assert_cmpuint (bw_noted_count_all (f->workspace), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  bw_customer_list_set_noted (list, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/workspace/versions-shown/lent", Fixture, NULL, set_up, test_lent, tear_down);
  g_test_add ("/workspace/versions-shown/compared", Fixture, NULL, set_up, test_compared, tear_down);
  g_test_add ("/workspace/versions-shown/then", Fixture, NULL, set_up, test_then, tear_down);
  g_test_add ("/workspace/versions-shown/noted", Fixture, NULL, set_up, test_noted, tear_down);

  return g_test_run ();
}
