/* The workspace: edits and undo, the held slider, locks, resets, and what is told of each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "workspace/band-changes.h"

#include <math.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

/* How often each thing was told. */
typedef struct
{
  guint data, model, results, history, locks;
  guint undo, edited, title, segment, customer;
} Told;

static void
count (guint *n)
{
  (*n)++;
}

static void
listen (BwWorkspace *workspace,
        Told        *told)
{
  const struct
  {
    const char *signal;
    guint      *n;
  } rows[] = {
    { "data-changed", &told->data },
    { "model-changed", &told->model },
    { "results-changed", &told->results },
    { "history-changed", &told->history },
    { "locks-changed", &told->locks },
    { "notify::can-undo", &told->undo },
    { "notify::edited", &told->edited },
    { "notify::title", &told->title },
    { "notify::segment", &told->segment },
    { "notify::customer", &told->customer },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_swapped (workspace, rows[i].signal, G_CALLBACK (count), rows[i].n);
}

static double
score (BwWorkspace *workspace,
       guint        row)
{
  return bw_results_get_score (bw_workspace_get_results (workspace), row);
}

static void
test_empty (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere.json");
  g_autoptr(GError) error = NULL;

  g_assert_null (bw_workspace_get_panel (workspace));
  g_assert_null (bw_workspace_get_results (workspace));
  g_assert_cmpuint (bw_workspace_get_movement (workspace).n_movers, ==, 0);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Bellwether");
  bw_workspace_undo (workspace);
  bw_workspace_redo (workspace);
  bw_workspace_reset (workspace);
  bw_workspace_drag_end (workspace);
  bw_workspace_drag_to (workspace, 0.5);
  g_assert_false (bw_workspace_open_model (workspace, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED);
}

static void
test_take (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  BwHistory *history;

  g_assert_cmpint (bw_workspace_get_taken (workspace), ==, BW_TAKEN_GIVEN);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Test");
  assert_near (score (workspace, 0), 90);
  assert_near (score (workspace, 2), 15);
  g_assert_true (isnan (score (workspace, 4)));
  g_assert_false (bw_workspace_get_edited (workspace));
  g_assert_null (bw_workspace_get_history (workspace));

  fixture_wait_for_history (workspace);
  history = bw_workspace_get_history (workspace);
  g_assert_cmpuint (bw_history_get_n_snapshots (history), ==, 2);
  assert_near (bw_history_get_score (history, 2, 0), 20);
  assert_near (bw_history_get_score (history, 2, 1), 15);
  g_assert_nonnull (bw_workspace_get_before (workspace));
  assert_near (bw_results_get_score (bw_workspace_get_before (workspace), 2), 20);
}

static void
test_edit_and_undo (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwModel) named = bw_model_with_name (bw_workspace_get_model (workspace), "Other");
  g_autoptr(BwModel) same = bw_model_with_name (named, "Other");
  Told told = { 0 };

  listen (workspace, &told);
  bw_workspace_edit (workspace, named, "Rename");
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Other");
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Rename");
  g_assert_null (bw_workspace_get_redo_step (workspace));
  g_assert_true (bw_workspace_get_edited (workspace));
  g_assert_cmpuint (told.model, ==, 1);
  g_assert_cmpuint (told.results, ==, 1);
  g_assert_cmpuint (told.undo, ==, 1);
  g_assert_cmpuint (told.title, ==, 1);
  g_assert_cmpuint (told.edited, ==, 1);
  g_assert_cmpuint (told.data, ==, 0);

  bw_workspace_edit (workspace, same, "Rename Again");
  g_assert_cmpuint (told.model, ==, 1); /* nothing is new */
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Rename");

  bw_workspace_undo (workspace);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Test");
  g_assert_false (bw_workspace_get_edited (workspace));
  g_assert_cmpstr (bw_workspace_get_redo_step (workspace), ==, "Rename");
  g_assert_null (bw_workspace_get_undo_step (workspace));

  bw_workspace_redo (workspace);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Other");
  bw_workspace_reset (workspace);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Test");
  bw_workspace_undo (workspace);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Other");
  g_assert_cmpuint (told.model, ==, 5);
}

static void
test_drag_is_one_step (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  Told told = { 0 };

  bw_workspace_set_segment (workspace, PRO);
  listen (workspace, &told);
  bw_workspace_drag_begin (workspace, USAGE);
  g_assert_true (bw_workspace_get_dragging (workspace));
  bw_workspace_drag_to (workspace, 0.5);
  g_assert_cmpuint (told.results, ==, 0); /* not moved */
  bw_workspace_drag_to (workspace, 0.75);
  bw_workspace_drag_to (workspace, 1.0);
  bw_workspace_drag_to (workspace, 1.0);
  g_assert_cmpuint (told.results, ==, 2);
  g_assert_cmpuint (told.model, ==, 0);
  g_assert_cmpuint (told.edited, ==, 1);
  assert_near (score (workspace, 0), 90);
  assert_near (score (workspace, 1), 50);
  assert_near (fixture_share (workspace, PRO, TICKETS), 0);
  g_assert_null (bw_workspace_get_undo_step (workspace));
  bw_workspace_drag_to (workspace, 0.2);
  assert_near (fixture_share (workspace, PRO, TICKETS), 0.8);
  bw_workspace_drag_end (workspace);
  g_assert_false (bw_workspace_get_dragging (workspace));
  g_assert_cmpuint (told.model, ==, 1);
  g_assert_cmpuint (told.results, ==, 4);
  assert_near (fixture_share (workspace, PRO, USAGE), 0.2);
  assert_near (fixture_share (workspace, REST, USAGE), 0.5);
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Weight of Usage in Pro");

  bw_workspace_undo (workspace);
  assert_near (fixture_share (workspace, PRO, USAGE), 0.5);
  g_assert_null (bw_workspace_get_undo_step (workspace));
}

static void
test_drag_and_back (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  Told told = { 0 };

  bw_workspace_set_segment (workspace, PRO);
  listen (workspace, &told);
  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 0.9);
  bw_workspace_drag_to (workspace, 0.5);
  bw_workspace_drag_end (workspace);
  g_assert_null (bw_workspace_get_undo_step (workspace));
  g_assert_false (bw_workspace_get_edited (workspace));
  g_assert_cmpuint (told.model, ==, 0);
  g_assert_cmpuint (told.results, ==, 3);

  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 0.1);
  g_assert_true (bw_workspace_get_edited (workspace));
  bw_workspace_drag_cancel (workspace);
  g_assert_false (bw_workspace_get_edited (workspace));
  assert_near (fixture_share (workspace, PRO, USAGE), 0.5);
  g_assert_null (bw_workspace_get_undo_step (workspace));
}

/* Customers 0, 1 and 5 are Pro; on tickets alone they score 90, 50, 70: nobody changes band. With
 * calls, which is what tickets say the other way round, all do. */
static void
test_movement (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  const double shares[] = { 0, 0, 1 };
  g_autoptr(BwModel) turned = bw_model_with_shares (bw_workspace_get_model (workspace), PRO,
                                                    shares);

  g_assert_cmpuint (bw_workspace_get_movement (workspace).n_movers, ==, 0);
  bw_workspace_edit (workspace, turned, "Turn");
  g_assert_cmpuint (bw_workspace_get_movement (workspace).n_movers, ==, 2);
  assert_near (bw_workspace_get_movement (workspace).money, 400);
  bw_workspace_set_segment (workspace, REST);
  g_assert_cmpuint (bw_workspace_get_movement (workspace).n_movers, ==, 0);
  bw_workspace_undo (workspace);
  bw_workspace_set_segment (workspace, BW_ALL_SEGMENTS);
  g_assert_cmpuint (bw_workspace_get_movement (workspace).n_movers, ==, 0);
}

static void
test_locks (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwModel) named = bw_model_with_name (bw_workspace_get_model (workspace), "Other");
  Told told = { 0 };

  bw_workspace_set_segment (workspace, PRO);
  listen (workspace, &told);
  bw_workspace_set_used (workspace, CALLS, TRUE);
  bw_workspace_set_locked (workspace, TICKETS, TRUE);
  bw_workspace_set_locked (workspace, TICKETS, TRUE);
  g_assert_cmpuint (told.locks, ==, 1);
  bw_workspace_edit (workspace, named, "Rename");
  g_assert_true (bw_workspace_get_locked (workspace, TICKETS));
  bw_workspace_undo (workspace);
  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 0.9);
  assert_near (fixture_share (workspace, PRO, USAGE), 0.5); /* held by the lock */
  assert_near (fixture_share (workspace, PRO, TICKETS), 0.5);
  bw_workspace_drag_to (workspace, 0.3);
  assert_near (fixture_share (workspace, PRO, CALLS), 0.2);
  bw_workspace_drag_cancel (workspace);

  bw_workspace_set_segment (workspace, REST);
  g_assert_false (bw_workspace_get_locked (workspace, TICKETS));
  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_set_locked (workspace, TICKETS, FALSE);
  bw_workspace_set_locked (workspace, TICKETS, FALSE);
  g_assert_cmpuint (told.locks, ==, 2);
  g_assert_false (bw_workspace_get_locked (workspace, TICKETS));
}

static void
test_use (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);

  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_set_used (workspace, CALLS, TRUE);
  assert_near (fixture_share (workspace, PRO, CALLS), 0);
  assert_near (fixture_share (workspace, PRO, USAGE), 0.5);
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Use Calls in Pro");

  bw_workspace_set_used (workspace, USAGE, FALSE);
  g_assert_true (isnan (fixture_share (workspace, PRO, USAGE)));
  assert_near (fixture_share (workspace, PRO, TICKETS), 1);
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Leave Usage out of Pro");
  bw_workspace_set_used (workspace, USAGE, FALSE); /* is out already */
  bw_workspace_undo (workspace);
  bw_workspace_undo (workspace);
  g_assert_true (isnan (fixture_share (workspace, PRO, CALLS)));
  g_assert_null (bw_workspace_get_undo_step (workspace));
}

static void
test_reset_segment (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);

  for (guint segment = PRO; segment <= REST; segment++)
    {
      bw_workspace_set_segment (workspace, segment);
      bw_workspace_drag_begin (workspace, USAGE);
      bw_workspace_drag_to (workspace, 0.9);
      bw_workspace_drag_end (workspace);
    }

  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_reset_segment (workspace);
  assert_near (fixture_share (workspace, PRO, USAGE), 0.5);
  assert_near (fixture_share (workspace, REST, USAGE), 0.9);
  g_assert_true (bw_workspace_get_edited (workspace));
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Reset Pro");
  bw_workspace_reset (workspace);
  assert_near (fixture_share (workspace, REST, USAGE), 0.5);
  g_assert_false (bw_workspace_get_edited (workspace));
  bw_workspace_undo (workspace);
  bw_workspace_undo (workspace);
  assert_near (fixture_share (workspace, PRO, USAGE), 0.9);
}

static void
test_choice (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  Told told = { 0 };

  listen (workspace, &told);
  bw_workspace_set_segment (workspace, REST);
  bw_workspace_set_segment (workspace, REST);
  bw_workspace_set_customer (workspace, 3);
  bw_workspace_set_customer (workspace, 3);
  g_assert_cmpuint (told.segment, ==, 1);
  g_assert_cmpuint (told.customer, ==, 1);

  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 0.9);
  bw_workspace_set_segment (workspace, PRO); /* lets go */
  g_assert_false (bw_workspace_get_dragging (workspace));
  assert_near (fixture_share (workspace, REST, USAGE), 0.9);
  assert_near (fixture_share (workspace, PRO, USAGE), 0.5);
}

static void
test_history_follows (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  Told told = { 0 };

  listen (workspace, &told);
  bw_workspace_set_segment (workspace, REST);
  bw_workspace_drag_begin (workspace, USAGE); /* stops the worker */
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (told.history, ==, 0);
  bw_workspace_drag_to (workspace, 1.0);
  bw_workspace_drag_end (workspace);
  bw_workspace_undo (workspace);
  bw_workspace_redo (workspace);
  fixture_wait_for_history (workspace);
  g_assert_cmpuint (told.history, ==, 1);
  assert_near (bw_history_get_score (bw_workspace_get_history (workspace), 2, 0), 30);
}

/* With Healthy from 72, Cobalt (75, then 70, of 300) is the only one to change its band. */
static void
test_band_changes (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autoptr(BwModel) moved = bw_model_with_band_edge (bw_workspace_get_model (workspace), 2, 72);
  g_autoptr(GArray) fell = NULL;
  g_autoptr(GArray) rose = NULL;
  g_autoptr(GArray) elsewhere = NULL;
  BwResults *before, *now;
  BwMovement total;

  bw_workspace_edit (workspace, moved, "Move Edge");
  fixture_wait_for_history (workspace);
  before = bw_workspace_get_before (workspace);
  now = bw_workspace_get_results (workspace);

  fell = bw_band_changes_list (before, now, PRO, FALSE, 10, &total);
  g_assert_cmpuint (fell->len, ==, 1);
  g_assert_cmpuint (total.n_movers, ==, 1);
  assert_near (total.money, 300);
  g_assert_cmpuint (g_array_index (fell, BwBandChange, 0).customer, ==, 5);
  g_assert_cmpuint (g_array_index (fell, BwBandChange, 0).from_band, ==, 2);
  g_assert_cmpuint (g_array_index (fell, BwBandChange, 0).to_band, ==, 1);
  assert_near (g_array_index (fell, BwBandChange, 0).from, 75);
  assert_near (g_array_index (fell, BwBandChange, 0).to, 70);

  rose = bw_band_changes_list (before, now, BW_ALL_SEGMENTS, TRUE, 10, &total);
  g_assert_cmpuint (rose->len, ==, 0);
  elsewhere = bw_band_changes_list (before, now, REST, FALSE, 10, &total);
  g_assert_cmpuint (elsewhere->len, ==, 0);
  g_assert_cmpuint (total.n_movers, ==, 0);
}

/* A drag that is over leaves nothing behind: what stands is what the model says from the start. */
static void
test_release_is_exact (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwWorkspace) other = fixture_workspace (1);

  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_drag_begin (workspace, USAGE);
  for (guint i = 0; i <= 100; i++)
    bw_workspace_drag_to (workspace, i / 100.0);
  bw_workspace_drag_to (workspace, 0.37);
  bw_workspace_drag_end (workspace);

  bw_workspace_edit (other, bw_workspace_get_model (workspace), "Take Over");
  for (guint row = 0; row < 4; row++)
    g_assert_cmpfloat (score (workspace, row), ==, score (other, row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/empty", test_empty);
  g_test_add_func ("/workspace/take", test_take);
  g_test_add_func ("/workspace/edit-and-undo", test_edit_and_undo);
  g_test_add_func ("/workspace/drag-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/workspace/drag-and-back", test_drag_and_back);
  g_test_add_func ("/workspace/movement", test_movement);
  g_test_add_func ("/workspace/locks", test_locks);
  g_test_add_func ("/workspace/use", test_use);
  g_test_add_func ("/workspace/reset-segment", test_reset_segment);
  g_test_add_func ("/workspace/choice", test_choice);
  g_test_add_func ("/workspace/history-follows", test_history_follows);
  g_test_add_func ("/workspace/band-changes", test_band_changes);
  g_test_add_func ("/workspace/release-is-exact", test_release_is_exact);

  return g_test_run ();
}
