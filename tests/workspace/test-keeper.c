/* The keeper: what changes is in the file soon, and comes back when it is opened. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "keeping.h"

#include <glib/gstdio.h>

typedef Keeping Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  keeping_set_up (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  keeping_tear_down (f);
}

static void
test_nothing (Fixture      *f,
              gconstpointer data)
{
  g_assert_cmpstr (bw_keeper_get_name (f->keeper), ==, NULL);
  g_assert_null (bw_keeper_get_file (f->keeper));
  g_assert_false (bw_keeper_get_untitled (f->keeper));
  g_assert_false (bw_keeper_get_saving (f->keeper));
  g_assert_false (g_file_query_exists (f->untitled, NULL));
  keeping_close (f);
}

static void
test_untitled (Fixture      *f,
               gconstpointer data)
{
  g_autofree char *path = NULL;
  GStatBuf st;

  keeping_take (f);
  g_assert_true (bw_keeper_get_untitled (f->keeper));
  g_assert_cmpstr (bw_keeper_get_name (f->keeper), ==, "Untitled");
  g_assert_true (bw_keeper_get_saving (f->keeper));
  keeping_wait (f);

  path = keeping_find_untitled (f);
  g_assert_nonnull (path);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.5);
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

/* A drag is in the file within a second of its end, and not before. */
static void
test_edit_is_kept (Fixture      *f,
                   gconstpointer data)
{
  g_autofree char *path = NULL;
  gint64 before;

  keeping_take (f);
  keeping_wait (f);
  path = keeping_find_untitled (f);

  bw_workspace_set_segment (f->workspace, PRO);
  bw_workspace_drag_begin (f->workspace, USAGE);
  bw_workspace_drag_to (f->workspace, 0.7);
  g_assert_false (bw_keeper_get_saving (f->keeper));
  before = g_get_monotonic_time ();
  bw_workspace_drag_end (f->workspace);
  keeping_wait (f);
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.7);
}

/* Undo and redo with their names, the baseline and the draft come back. */
static void
test_opened_again (Fixture      *f,
                   gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  keeping_take (f);
  keeping_nudge (f, 0.6);
  keeping_nudge (f, 0.7);
  keeping_nudge (f, 0.8);
  bw_workspace_undo (f->workspace);
  undo = g_strdup (bw_workspace_get_undo_step (f->workspace));
  redo = g_strdup (bw_workspace_get_redo_step (f->workspace));
  keeping_wait (f);
  path = keeping_find_untitled (f);

  keeping_restart (f);
  keeping_open (f, path);
  g_assert_true (bw_keeper_get_untitled (f->keeper));
  g_assert_false (bw_keeper_get_read_only (f->keeper));
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.7);
  g_assert_cmpstr (bw_workspace_get_undo_step (f->workspace), ==, undo);
  g_assert_cmpstr (bw_workspace_get_redo_step (f->workspace), ==, redo);
  g_assert_true (bw_workspace_get_edited (f->workspace));
  g_assert_cmpint (bw_panel_get_n_customers (bw_workspace_get_panel (f->workspace)), ==, 6);

  bw_workspace_redo (f->workspace);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.8);
  bw_workspace_undo (f->workspace);
  bw_workspace_undo (f->workspace);
  bw_workspace_undo (f->workspace);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.5);
  g_assert_false (bw_workspace_get_edited (f->workspace));
  keeping_wait (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.5);
}

/* Nothing is lost where the program ends at once after an edit. */
static void
test_end_at_once (Fixture      *f,
                  gconstpointer data)
{
  g_autofree char *path = NULL;

  keeping_take (f);
  keeping_nudge (f, 0.9);
  keeping_restart (f);
  path = keeping_find_untitled (f);
  g_assert_nonnull (path);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.9);
  keeping_open (f, path);
  keeping_nudge (f, 0.1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  keeping_nudge (f, 0.3);
  keeping_restart (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.3);
}

static void
test_close (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *path = NULL;

  keeping_take (f);
  keeping_nudge (f, 0.9);
  keeping_close (f);
  g_assert_null (bw_workspace_get_panel (f->workspace));
  g_assert_null (bw_workspace_get_model (f->workspace));
  g_assert_cmpstr (bw_keeper_get_name (f->keeper), ==, NULL);
  g_assert_false (bw_keeper_get_untitled (f->keeper));

  path = keeping_find_untitled (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.9);
  keeping_open (f, path);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.9);
}

static void
count (guint *n)
{
  ++*n;
}

static void
append (GString    *order,
        const char *what)
{
  g_string_append (order, what);
}

static void
note_data (gpointer object,
           gpointer user_data)
{
  append (user_data, "d");
}

static void
note_model (gpointer object,
            gpointer user_data)
{
  append (user_data, "m");
}

static void
note_results (gpointer object,
              gpointer user_data)
{
  append (user_data, "r");
}

static void
note_view (gpointer object,
           gpointer user_data)
{
  append (user_data, "v");
}

/* The workspace tells in its order, the keeper after it; what is told is not written back. */
static void
test_order_of_signals (Fixture      *f,
                       gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(GString) order = g_string_new (NULL);
  guint n_savings = 0;

  keeping_take (f);
  bw_keeper_set_view (f->keeper, "page", "trends");
  keeping_wait (f);
  path = keeping_find_untitled (f);
  keeping_restart (f);

  g_signal_connect (f->workspace, "data-changed", G_CALLBACK (note_data), order);
  g_signal_connect (f->workspace, "model-changed", G_CALLBACK (note_model), order);
  g_signal_connect (f->workspace, "results-changed", G_CALLBACK (note_results), order);
  g_signal_connect (f->keeper, "view-opened", G_CALLBACK (note_view), order);
  g_signal_connect_swapped (f->keeper, "notify::saving", G_CALLBACK (count), &n_savings);
  keeping_open (f, path);
  g_assert_cmpstr (order->str, ==, "dmrv");
  g_assert_cmpstr (bw_keeper_get_view (f->keeper, "page"), ==, "trends");
  g_assert_cmpuint (n_savings, ==, 0);
}

/* The second who opens a file may look at it; what it changes stays in memory. */
static void
test_two (Fixture      *f,
          gconstpointer data)
{
  g_autofree char *path = NULL;
  Keeping second = { 0 };

  keeping_take (f);
  keeping_wait (f);
  path = keeping_find_untitled (f);

  keeping_set_up (&second);
  keeping_open (&second, path);
  g_assert_true (bw_keeper_get_read_only (second.keeper));
  g_assert_nonnull (strstr (bw_keeper_get_why_read_only (second.keeper), g_get_host_name ()));
  keeping_nudge (&second, 0.9);
  g_assert_false (bw_keeper_get_saving (second.keeper));
  keeping_tear_down (&second);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.5);

  keeping_nudge (f, 0.2);
  keeping_wait (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.2);
}

/* A file without customers, as the command line makes them: the first import goes there. */
static void
test_empty_file (Fixture      *f,
                 gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "empty.bellwether");
  g_autoptr(GError) error = NULL;
  g_autofree char *untitled = NULL;

  bw_store_close (bw_store_create (path, &error));
  g_assert_no_error (error);
  keeping_take (f);
  keeping_open (f, path);
  g_assert_null (bw_workspace_get_panel (f->workspace));
  g_assert_cmpstr (bw_keeper_get_name (f->keeper), ==, "empty");
  g_assert_false (bw_keeper_get_read_only (f->keeper));
  keeping_close (f);
  untitled = keeping_find_untitled (f);
  g_assert_cmpint (g_unlink (untitled), ==, 0);

  keeping_open (f, path);
  keeping_take (f);
  keeping_wait (f);
  g_assert_null (keeping_find_untitled (f));
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.5);
}

/* What is tried out is in the file when it is kept, and not when it is given up. */
static void
test_tries (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(BwModel) tried = NULL;

  keeping_take (f);
  keeping_wait (f);
  path = keeping_find_untitled (f);
  tried = bw_model_with_name (bw_workspace_get_model (f->workspace), "Tried");
  bw_workspace_try_begin (f->workspace);
  bw_workspace_try (f->workspace, tried);
  bw_keeper_set_view (f->keeper, "page", "trends");
  keeping_wait (f);
  keeping_check_name (path, "Test");
  bw_workspace_try_cancel (f->workspace);
  g_assert_false (bw_keeper_get_saving (f->keeper));

  bw_workspace_try_begin (f->workspace);
  bw_workspace_try (f->workspace, tried);
  bw_workspace_try_end (f->workspace, "Rename");
  keeping_wait (f);
  keeping_check_name (path, "Tried");
}

static void
test_no_workspace (Fixture      *f,
                   gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "text.bellwether");
  g_autofree char *said = NULL;
  g_autofree char *gone = keeping_path (f, "gone.bellwether");
  g_autofree char *said_gone = NULL;

  keeping_take (f);
  g_assert_true (g_file_set_contents (path, "a letter", -1, NULL));
  said = keeping_open_failing (f, path);
  said_gone = keeping_open_failing (f, gone);
  g_test_message ("%s\n%s", said, said_gone);
  g_assert_cmpstr (bw_keeper_get_name (f->keeper), ==, "Untitled");
  g_assert_nonnull (bw_workspace_get_panel (f->workspace));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *,
                  gconstpointer);
  } cases[] = {
    { "nothing-open", test_nothing },
    { "untitled", test_untitled },
    { "edit-is-kept", test_edit_is_kept },
    { "opened-again", test_opened_again },
    { "end-at-once", test_end_at_once },
    { "close", test_close },
    { "order-of-signals", test_order_of_signals },
    { "two", test_two },
    { "empty-file", test_empty_file },
    { "tries", test_tries },
    { "no-workspace", test_no_workspace },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/keeper/", cases[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }

  return g_test_run ();
}
