/* Versions of the model: kept, marked, gone back to, compared with; and notes on customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "keeping.h"

#include "workspace/customer-notes.h"
#include "workspace/versions.h"

typedef Keeping Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  keeping_set_up (f);
  keeping_take (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  keeping_tear_down (f);
}

static void
count (guint *n)
{
  ++*n;
}

/* Which version is marked as the baseline, or -1. */
static int
find_baseline (Fixture *f)
{
  int found = -1;

  for (guint i = 0; i < bw_keeper_get_n_versions (f->keeper); i++)
    {
      if (!bw_keeper_get_version (f->keeper, i)->baseline)
        continue;
      g_assert_cmpint (found, ==, -1);
      found = i;
    }

  return found;
}

static double
share_of (BwModel *model)
{
  return bw_model_get_segment (model, PRO)->shares[USAGE];
}

static void
test_first (Fixture      *f,
            gconstpointer data)
{
  const BwVersion *version = bw_keeper_get_version (f->keeper, 0);

  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 1);
  g_assert_cmpstr (version->name, ==, "As imported");
  g_assert_cmpint (find_baseline (f), ==, 0);
  g_assert_false (bw_keeper_get_changed (f->keeper));
  keeping_nudge (f, 0.6);
  g_assert_true (bw_keeper_get_changed (f->keeper));
  bw_workspace_undo (f->workspace);
  g_assert_false (bw_keeper_get_changed (f->keeper));
}

static void
test_saved (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  guint n_changes = 0;
  guint n_flags = 0;

  keeping_nudge (f, 0.6);
  g_signal_connect_swapped (f->keeper, "versions-changed", G_CALLBACK (count), &n_changes);
  g_signal_connect_swapped (f->keeper, "notify::changed", G_CALLBACK (count), &n_flags);
  bw_keeper_save_version (f->keeper, "June", "Usage tells more");
  g_assert_cmpuint (n_changes, >=, 1);
  g_assert_cmpuint (n_flags, ==, 1);
  g_assert_false (bw_keeper_get_changed (f->keeper));
  g_assert_false (bw_workspace_get_edited (f->workspace));
  g_assert_cmpint (find_baseline (f), ==, 1);

  keeping_save_as (f, path);
  keeping_close (f);
  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 0);
  keeping_open (f, path);
  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 2);
  g_assert_cmpstr (bw_keeper_get_version (f->keeper, 1)->name, ==, "June");
  g_assert_cmpstr (bw_keeper_get_version (f->keeper, 1)->why, ==, "Usage tells more");
  g_assert_cmpstr (bw_keeper_get_version (f->keeper, 1)->author, !=, "");
  g_assert_cmpfloat (share_of (bw_keeper_get_version (f->keeper, 1)->model), ==, 0.6);
  g_assert_cmpint (find_baseline (f), ==, 1);
  g_assert_false (bw_keeper_get_changed (f->keeper));
}

/* Undoing an edit from before compares with the version still. */
static void
test_saving_is_no_step (Fixture      *f,
                        gconstpointer data)
{
  g_autofree char *step = NULL;

  keeping_nudge (f, 0.6);
  keeping_nudge (f, 0.7);
  step = g_strdup (bw_workspace_get_undo_step (f->workspace));
  bw_keeper_save_version (f->keeper, "June", "");
  g_assert_cmpstr (bw_workspace_get_undo_step (f->workspace), ==, step);

  bw_workspace_undo (f->workspace);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.6);
  g_assert_cmpfloat (share_of (bw_workspace_get_baseline_model (f->workspace)), ==, 0.7);
  g_assert_cmpint (find_baseline (f), ==, 1);
  g_assert_true (bw_keeper_get_changed (f->keeper));
  bw_workspace_redo (f->workspace);
  g_assert_false (bw_keeper_get_changed (f->keeper));
  g_assert_cmpint (find_baseline (f), ==, 1);
}

static void
test_go_back (Fixture      *f,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  keeping_nudge (f, 0.6);
  bw_keeper_save_version (f->keeper, "June", "");
  keeping_nudge (f, 0.8);
  g_assert_true (bw_keeper_go_back_to (f->keeper, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.5);
  g_assert_cmpstr (bw_workspace_get_undo_step (f->workspace), ==, "Go Back to “As imported”");
  g_assert_cmpint (find_baseline (f), ==, 1);
  g_assert_true (bw_keeper_get_changed (f->keeper));
  bw_workspace_undo (f->workspace);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.8);
}

static void
test_compare (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autoptr(GError) error = NULL;

  keeping_nudge (f, 0.6);
  bw_keeper_save_version (f->keeper, "June", "");
  g_assert_true (bw_keeper_compare_with (f->keeper, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_baseline (f), ==, 0);
  g_assert_true (bw_workspace_get_edited (f->workspace));
  g_assert_false (bw_keeper_get_changed (f->keeper));
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.6);

  keeping_save_as (f, path);
  keeping_close (f);
  keeping_open (f, path);
  g_assert_cmpint (find_baseline (f), ==, 0);
  g_assert_cmpstr (bw_workspace_get_undo_step (f->workspace), ==, "Compare with “As imported”");
  bw_workspace_undo (f->workspace);
  g_assert_cmpint (find_baseline (f), ==, 1);
  g_assert_false (bw_workspace_get_edited (f->workspace));
}

/* A version that does not fit the data says so, and all stays. */
static void
test_does_not_fit (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr(BwPanel) panel = fixture_panel_without ("Usage");
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) again = NULL;

  g_assert_true (bw_workspace_take_panel (f->workspace, panel, NULL, NULL));
  g_assert_false (bw_keeper_go_back_to (f->keeper, 0, &error));
  g_assert_nonnull (strstr (error->message, "As imported"));
  g_assert_false (bw_keeper_compare_with (f->keeper, 0, &again));
  g_test_message ("%s", error->message);
}

/* Data that came while the file was not open here, as the command line adds it: a draft that does not
 * fit it is kept as a version, once. */
static void
test_misfit (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autoptr(BwPanel) panel = fixture_panel_without ("Usage");
  g_autoptr(GError) error = NULL;

  keeping_nudge (f, 0.9);
  keeping_save_as (f, path);
  keeping_close (f);
  {
    g_autoptr(BwStore) store = bw_store_open (path, BW_ACCESS_WRITE, &error);

    g_assert_true (bw_store_put_panel (store, panel, NULL, &error));
    g_assert_no_error (error);
  }
  for (guint i = 0; i < 2; i++)
    {
      keeping_open (f, path);
      g_assert_false (bw_keeper_get_read_only (f->keeper));
      g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 2);
      g_assert_cmpfloat (share_of (bw_keeper_get_version (f->keeper, 1)->model), ==, 0.9);
      keeping_close (f);
    }
}

/* Versions are in the file as soon as edits are, each once, however fast they come. */
static void
test_many (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *path = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("V%u", i);

      keeping_nudge (f, (i + 1) / 100.0);
      bw_keeper_save_version (f->keeper, name, "");
      if (i % 7 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  keeping_wait (f);
  path = keeping_find_untitled (f);
  keeping_restart (f);
  keeping_open (f, path);
  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 51);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("V%u", i);

      g_assert_cmpstr (bw_keeper_get_version (f->keeper, i + 1)->name, ==, name);
      g_assert_cmpfloat (share_of (bw_keeper_get_version (f->keeper, i + 1)->model), ==, (i + 1) / 100.0);
    }
}

static void
check_note (Fixture    *f,
            guint       note,
            const char *text)
{
  g_assert_cmpstr (bw_keeper_get_note (f->keeper, "k1", note)->text, ==, text);
}

static void
test_notes (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  guint n_changes = 0;

  g_signal_connect_swapped (f->keeper, "notes-changed", G_CALLBACK (count), &n_changes);
  bw_keeper_add_note (f->keeper, "k1", "One");
  bw_keeper_add_note (f->keeper, "k2", "Other");
  bw_keeper_add_note (f->keeper, "k1", "Two");
  bw_keeper_add_note (f->keeper, "k1", "");
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "k1"), ==, 2);
  check_note (f, 0, "Two");
  check_note (f, 1, "One");

  keeping_save_as (f, path);
  bw_keeper_change_note (f->keeper, bw_keeper_get_note (f->keeper, "k1", 1)->id, "One, changed");
  bw_keeper_change_note (f->keeper, bw_keeper_get_note (f->keeper, "k1", 0)->id, "");
  bw_keeper_add_note (f->keeper, "k1", "Three");
  bw_keeper_change_note (f->keeper, bw_keeper_get_note (f->keeper, "k1", 0)->id, "");
  bw_keeper_add_note (f->keeper, "k1", "Four");
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "k1"), ==, 2);
  check_note (f, 0, "Four");
  check_note (f, 1, "One, changed");
  keeping_close (f);
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "k1"), ==, 0);
  keeping_open (f, path);
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "k1"), ==, 2);
  check_note (f, 0, "Four");
  check_note (f, 1, "One, changed");
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "k2"), ==, 1);
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "nobody"), ==, 0);
}

/* Notes at random, with the disk at random moments between: memory and file agree at the end. */
static void
test_any_notes (Fixture      *f,
                gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  g_autofree char *path = keeping_path (f, "a.bellwether");

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %u", i);
      const guint n = bw_keeper_get_n_notes (f->keeper, "k1");

      if (n == 0 || g_rand_boolean (rand))
        bw_keeper_add_note (f->keeper, "k1", text);
      else
        bw_keeper_change_note (f->keeper,
                               bw_keeper_get_note (f->keeper, "k1", g_rand_int_range (rand, 0, n))->id,
                               g_rand_boolean (rand) ? text : "");
      for (guint j = g_rand_int_range (rand, 0, 4); j > 0; j--)
        g_main_context_iteration (NULL, FALSE);
    }
  for (guint i = 0; i < bw_keeper_get_n_notes (f->keeper, "k1"); i++)
    g_string_append (before, bw_keeper_get_note (f->keeper, "k1", i)->text);
  keeping_save_as (f, path);
  keeping_close (f);
  keeping_open (f, path);
  for (guint i = 0; i < bw_keeper_get_n_notes (f->keeper, "k1"); i++)
    g_string_append (after, bw_keeper_get_note (f->keeper, "k1", i)->text);
  g_assert_cmpstr (before->str, ==, after->str);
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
    { "first", test_first },
    { "saved", test_saved },
    { "saving-is-no-step", test_saving_is_no_step },
    { "go-back", test_go_back },
    { "compare", test_compare },
    { "does-not-fit", test_does_not_fit },
    { "misfit", test_misfit },
    { "many", test_many },
    { "notes", test_notes },
    { "any-notes", test_any_notes },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/versions/", cases[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }

  return g_test_run ();
}
